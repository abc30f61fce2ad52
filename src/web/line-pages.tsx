import type { Hono } from 'hono'
import { DUTY_FORMS, type Line } from '../core/rota/line.ts'
import { holdsOn, type LocalDate } from '../core/time/local-date.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { Refusal } from '../usecases/refusal.ts'
import {
  endLine,
  type LinePreview,
  lineStamp,
  previewLine,
  type SaveLineInput,
  saveLine,
} from '../usecases/save-line.ts'
import { stampOf } from '../usecases/set-up-reading.ts'
import { type SetUpValue, showSetUp } from '../usecases/show-set-up.ts'
import { type Posted, readForm } from './form.tsx'
import { EndLine, LineEditor, type LineForm } from './lines/line-editor.tsx'
import { LineList } from './lines/line-list.tsx'
import {
  BLANK_WINDOW,
  hasOddPieces,
  MOST_WINDOWS,
  readWindows,
  toForm,
  toWindows,
} from './lines/window-fields.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'
import { Blocked, isAnsweredInPlace } from './setup/blocked.tsx'

export function linePages(app: Hono<AppEnv>): void {
  app.get(paths.lines(':districtId'), async (c) => {
    const result = await showSetUp(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const spec = {
      title: textOf(c).lines.title,
      district: result.value.district,
      place: 'setUp',
      crumbs: crumbsOf(c),
    } as const
    return page(c, { ...spec, crumbs: crumbsOf(c).slice(0, 1) }, <LineList value={result.value} />)
  })
  app.get(paths.newLine(':districtId'), (c) => editor(c, { ...c.req.param(), lineId: null }, {}))
  app.post(paths.newLine(':districtId'), async (c) =>
    change(c, { ...c.req.param(), lineId: null }, await readForm(c)),
  )
  app.get(paths.line(':districtId', ':lineId'), (c) => editor(c, c.req.param(), {}))
  app.post(paths.line(':districtId', ':lineId'), async (c) => change(c, c.req.param(), await readForm(c)))
  app.post(paths.endLine(':districtId', ':lineId'), async (c) => {
    const place = c.req.param()
    const on = (await readForm(c)).values.on ?? ''
    const result = await endLine(c.var.ctx, { ...place, on })
    if (result.kind === 'done') return redirectDone(c, paths.lines(place.districtId), 'set-up-saved')
    const { refusal } = result
    return isAnsweredInPlace(refusal) ? editor(c, place, { refusal, end: on }) : problemPage(c, refusal)
  })
}

interface Place {
  readonly districtId: string
  readonly lineId: string | null
}

interface EditorState {
  readonly form?: LineForm
  readonly seen?: string
  readonly refusal?: Refusal
  readonly look?: { readonly preview: LinePreview; readonly stamp: string }
  /** The day that an end was asked for. */
  readonly end?: string
}

function crumbsOf(c: PageContext) {
  const districtId = c.req.param('districtId') ?? ''
  const { lines, setup } = textOf(c)
  return [
    { label: setup.overview.title, href: paths.setUp(districtId) },
    { label: lines.title, href: paths.lines(districtId) },
  ]
}

async function editor(c: PageContext, { districtId, lineId }: Place, state: EditorState) {
  const result = await showSetUp(c.var.ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district } = result.value
  const line = district.lines.find(({ id }) => id === lineId)
  if (lineId !== null && !line) return notFoundPage(c)
  const { refusal = null } = state
  const problems = refusal?.kind === 'invalid' ? refusal.problems : []
  const { lines } = textOf(c)
  const title = line ? lines.changeLabel(line.name) : lines.add
  const action = line ? paths.line(districtId, line.id) : paths.newLine(districtId)
  const windows = line ? windowsFrom(line, result.value) : []
  return page(
    c,
    { title, district, place: 'setUp', crumbs: crumbsOf(c), status: refusal ? statusOf(refusal) : 200 },
    <>
      <Blocked refusal={refusal} reload={action} />
      <LineEditor
        title={title}
        action={action}
        district={district}
        lineId={lineId}
        form={state.form ?? formOf(line, result.value)}
        seen={state.seen ?? (await lineStamp(c.var.ctx, district, lineId))}
        problems={state.end === undefined ? problems : []}
        look={state.look ?? null}
        hasOwnDates={line?.templates.some(({ overrides }) => overrides.length > 0) ?? false}
        hasOddPieces={windows.some(
          (window) => window.paid !== null || hasOddPieces(window, line?.form ?? 'home'),
        )}
      />
      {line && (
        <EndLine
          action={paths.endLine(districtId, line.id)}
          on={state.end ?? result.value.today}
          problems={state.end === undefined ? [] : problems}
        />
      )}
    </>,
  )
}

function windowsFrom({ templates }: Line, { today }: Pick<SetUpValue, 'today'>, from: LocalDate = today) {
  const version =
    templates.find((own) => holdsOn(own, from)) ??
    templates.find((own) => own.from > from) ??
    templates.at(-1)
  return version?.windows ?? []
}

const BLANK_LINE: Omit<LineForm, 'from'> = {
  name: '',
  code: '',
  place: '',
  form: 'home',
  behind: [],
  conditional: false,
  windows: [BLANK_WINDOW],
}

function formOf(line: Line | undefined, value: SetUpValue): LineForm {
  const from = value.openFrom !== null && value.openFrom > value.today ? value.openFrom : value.today
  if (!line) return { ...BLANK_LINE, from }
  const { name, code, place = '', form, behind, conditional } = line
  const windows = windowsFrom(line, value).map((window) => toForm(window, form))
  return {
    name,
    code,
    place,
    form,
    behind,
    conditional,
    from,
    windows: windows.length > 0 ? windows : [BLANK_WINDOW],
  }
}

function readLineForm(posted: Posted): LineForm {
  const { values, all } = posted
  const at = (name: string) => (values[name] ?? '').trim()
  return {
    name: at('name'),
    code: at('code'),
    place: at('place'),
    form: at('form'),
    behind: all('behind'),
    conditional: values.conditional === 'yes',
    from: at('from'),
    windows: readWindows(posted),
  }
}

async function change(c: PageContext, place: Place, posted: Posted) {
  const form = readLineForm(posted)
  const { step = 'look', seen = '' } = posted.values
  const typed = withStep(form, step)
  if (typed) return editor(c, place, { form: typed, seen })
  const { ctx } = c.var
  const input = await inputOf(c, place, form, seen)
  const preview = await previewLine(ctx, input)
  if (preview.kind === 'refused')
    return isAnsweredInPlace(preview.refusal)
      ? editor(c, place, { form, seen, refusal: preview.refusal })
      : problemPage(c, preview.refusal)
  // Only what was looked at is stored.
  const stamp = await stampOf(ctx, input.line)
  if (step !== 'save' || posted.values.looked !== stamp)
    return editor(c, place, { form, seen, look: { preview: preview.value, stamp } })
  const result = await saveLine(ctx, input)
  if (result.kind === 'done') return redirectDone(c, paths.lines(place.districtId), 'set-up-saved')
  return isAnsweredInPlace(result.refusal)
    ? editor(c, place, { form, seen, refusal: result.refusal })
    : problemPage(c, result.refusal)
}

/** The form with one duty more or fewer; undefined for a step that is neither. */
function withStep(form: LineForm, step: string): LineForm | undefined {
  if (step === 'add' && form.windows.length < MOST_WINDOWS)
    return { ...form, windows: [...form.windows, BLANK_WINDOW] }
  const removed = /^remove\.(\d{1,2})$/.exec(step)?.[1]
  return removed === undefined ? undefined : { ...form, windows: form.windows.toSpliced(Number(removed), 1) }
}

async function inputOf(
  c: PageContext,
  { districtId, lineId }: Place,
  form: LineForm,
  seen: string,
): Promise<SaveLineInput> {
  const result = await showSetUp(c.var.ctx, { districtId })
  const line =
    result.kind === 'done' ? result.value.district.lines.find(({ id }) => id === lineId) : undefined
  const kind = DUTY_FORMS.find((own) => own === form.form) ?? line?.form ?? 'home'
  const former = line && result.kind === 'done' ? windowsFrom(line, result.value) : []
  const { name, code, place, behind, conditional, from } = form
  const isBackup = kind === 'backup' || (line?.behind.length ?? 0) > 0
  const windows = toWindows(form.windows, former, kind)
  return {
    districtId,
    line: {
      id: lineId,
      name,
      code,
      place,
      form: kind,
      behind: isBackup ? behind : [],
      conditional: isBackup && conditional,
      from,
      windows,
    },
    seen,
  }
}
