import type { Hono } from 'hono'
import type { ParameterName, ParameterStatus } from '../core/rota/agreement.ts'
import { startValueOf } from '../core/rota/parameter-values.ts'
import { isParameterName, PARAMETERS, shapeOf } from '../core/rota/parameters.ts'
import { isPlainLine } from '../text/plain-text.ts'
import { adoptValue } from '../usecases/adopt-value.ts'
import type { ProposedChange } from '../usecases/agreement-reading.ts'
import type { AppEnv } from '../usecases/context.ts'
import { previewAgreement } from '../usecases/preview-agreement.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { type AgreementView, showAgreement } from '../usecases/show-agreement.ts'
import { Agreement } from './agreement/agreement.tsx'
import { ChangePreview } from './agreement/change-preview.tsx'
import { type FormTexts, fromTexts, toTexts, VALUE } from './agreement/value-form.ts'
import { type ValueFormState, ValuePage } from './agreement/value-page.tsx'
import { type Posted, readForm } from './form.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage, statusOf } from './problem.tsx'

interface Place {
  readonly districtId: string
  readonly name: ParameterName
}

export function agreementPages(app: Hono<AppEnv>): void {
  app.get(paths.agreement(':districtId'), async (c) => {
    const result = await showAgreement(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { district } = result.value
    const spec = { title: textOf(c).agreement.title, district, place: 'agreement' } as const
    return page(c, spec, <Agreement view={result.value} />)
  })
  app.get(paths.agreementValue(':districtId', ':parameter'), (c) => {
    const { districtId, parameter } = c.req.param()
    if (!isParameterName(parameter)) return noSuchValue(c, districtId)
    return valuePage(c, { districtId, name: parameter }, (view) => ({
      texts: { ...startTexts(parameter, view, c.req.query('copy') ?? ''), ...filledIn(c.req.queries()) },
      problems: [],
      refusal: null,
    }))
  })
  app.post(paths.agreementValue(':districtId', ':parameter'), async (c) => {
    const { districtId, parameter } = c.req.param()
    if (!isParameterName(parameter)) return noSuchValue(c, districtId)
    return change(c, { districtId, name: parameter }, await readForm(c))
  })
}

/** An address that names no value answers as the others do: sign in first, and only then not found. */
async function noSuchValue(c: PageContext, districtId: string) {
  const result = await showAgreement(c.var.ctx, { districtId })
  return result.kind === 'refused' ? problemPage(c, result.refusal) : notFoundPage(c)
}

/** A page that leads here may fill in the value; it holds nothing until it is saved. */
function filledIn(queries: FormTexts): FormTexts {
  return Object.fromEntries(Object.entries(queries).filter(([name]) => name.startsWith(`${VALUE}.`)))
}

/** The form starts on the value that stands now, if only by default, or on an older one that is asked for again. */
function startTexts(
  name: ParameterName,
  { district, today, openFrom }: AgreementView,
  copy: string,
): FormTexts {
  const { agreement } = district
  const copied = /^\d{1,4}$/.test(copy) ? agreement[Number(copy)] : undefined
  const last = agreement.findLast((entry) => entry.parameter === name && entry.to === null)
  const entry = copied?.parameter === name ? copied : last
  const from = openFrom !== null && openFrom > today ? openFrom : today
  return {
    ...toTexts(shapeOf(name), entry ? entry.value : startValueOf(name)),
    status: [copied?.status ?? 'adopted'],
    from: [from],
  }
}

async function change(c: PageContext, place: Place, posted: Posted) {
  const { values } = posted
  const texts = textsOf(posted)
  if (values.preset !== undefined) return presetPage(c, place, texts, Number(values.preset))
  if (values.step === 'edit')
    return valuePage(c, place, (view) => ({
      texts: texts.end ? { ...startTexts(place.name, view, ''), ...texts } : texts,
      problems: [],
      refusal: null,
    }))
  const read = await readChange(c, place, texts)
  if (read.kind === 'refused') return problemPage(c, read.refusal)
  const { change: wanted, texts: kept } = read
  const hidden = hiddenIn(kept)
  if (hidden.length > 0) return valuePage(c, place, () => ({ texts: kept, problems: hidden, refusal: null }))
  if (values.step !== 'save') return previewPage(c, place, wanted, kept, null)
  const { stamp = '' } = values
  const result = await adoptValue(c.var.ctx, { districtId: place.districtId, change: wanted, stamp })
  if (result.kind === 'refused')
    // Looked at anew, what has moved meanwhile is told at its field or beside the new figures.
    return result.refusal.kind === 'stale-revision' || result.refusal.kind === 'period-closed'
      ? previewPage(c, place, wanted, kept, result.refusal)
      : refusedPage(c, place, kept, result.refusal)
  const done = wanted.kind === 'end' ? 'value-ended' : 'value-adopted'
  return redirectDone(c, paths.agreementValue(place.districtId, place.name), done)
}

/** Everything that was entered; what the buttons say is not part of it. */
function textsOf({ values, all }: Posted): FormTexts {
  const names = Object.keys(values).filter((name) => !['preset', 'step', 'stamp'].includes(name))
  return Object.fromEntries(names.map((name) => [name, all(name)]))
}

function hiddenIn(texts: FormTexts): FieldProblem[] {
  return Object.entries(texts).flatMap(([field, values]) =>
    values.flatMap((value) =>
      isPlainLine(value) ? [] : [{ field, code: 'hidden-character' as const, value }],
    ),
  )
}

type ReadChange =
  | { readonly kind: 'read'; readonly change: ProposedChange; readonly texts: FormTexts }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

async function readChange(
  c: PageContext,
  { districtId, name }: Place,
  texts: FormTexts,
): Promise<ReadChange> {
  const at = (field: string) => (texts[field]?.at(-1) ?? '').trim()
  if (texts.end) {
    const status = toStatus(name, at('end'))
    return { kind: 'read', change: { kind: 'end', parameter: name, status, to: at('to') }, texts }
  }
  const view = await showAgreement(c.var.ctx, { districtId })
  if (view.kind === 'refused') return view
  const { lines, municipalities } = view.value.district
  const keys = {
    'by-line': lines.map((line) => line.id),
    'by-municipality': municipalities.map(({ number }) => number),
  }
  const { value, texts: kept } = fromTexts(shapeOf(name), texts, keys)
  const decidedOn = at('decidedOn') === '' ? null : at('decidedOn')
  const change = {
    kind: 'adopt',
    parameter: name,
    value,
    status: toStatus(name, at('status')),
    from: at('from'),
    source: at('source'),
    decidedOn,
  } as const
  return { kind: 'read', change, texts: kept }
}

/** Only a limit can be a line alone. */
function toStatus(name: ParameterName, status: string): ParameterStatus {
  return status === 'reference' && PARAMETERS[name].use === 'limit' ? 'reference' : 'adopted'
}

/** Fills the fields of the value and leaves the rest as it was entered. */
function presetPage(c: PageContext, place: Place, texts: FormTexts, index: number) {
  const preset = PARAMETERS[place.name].presets?.[index]
  if (!preset) return valuePage(c, place, () => ({ texts, problems: [], refusal: null }))
  const others = Object.entries(texts).filter(([name]) => name !== VALUE && !name.startsWith(`${VALUE}.`))
  const filled = { ...Object.fromEntries(others), ...toTexts(shapeOf(place.name), preset.value) }
  return valuePage(c, place, () => ({ texts: filled, problems: [], refusal: null }))
}

async function previewPage(
  c: PageContext,
  place: Place,
  wanted: ProposedChange,
  texts: FormTexts,
  refusal: Refusal | null,
) {
  const result = await previewAgreement(c.var.ctx, { districtId: place.districtId, change: wanted })
  if (result.kind === 'refused') return refusedPage(c, place, texts, result.refusal)
  const { district } = result.value
  const spec = { ...specOf(c, place, district), title: textOf(c).agreement.preview.title }
  return page(
    c,
    { ...spec, status: refusal ? statusOf(refusal) : 200 },
    <ChangePreview
      preview={result.value}
      name={place.name}
      status={wanted.status}
      isEnd={wanted.kind === 'end'}
      texts={texts}
      refusal={refusal}
    />,
  )
}

/** Back to the form with what was entered; refused is the whole change, or fields of it. */
function refusedPage(c: PageContext, place: Place, texts: FormTexts, refusal: Refusal) {
  if (refusal.kind !== 'invalid' && refusal.kind !== 'nothing-changed') return problemPage(c, refusal)
  if (refusal.kind === 'nothing-changed') return valuePage(c, place, () => ({ texts, problems: [], refusal }))
  return valuePage(c, place, (view) => ({
    texts: texts.end ? { ...startTexts(place.name, view, ''), ...texts } : texts,
    problems: refusal.problems,
    refusal: null,
  }))
}

async function valuePage(c: PageContext, place: Place, stateOf: (view: AgreementView) => ValueFormState) {
  const result = await showAgreement(c.var.ctx, { districtId: place.districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const state = stateOf(result.value)
  const status = state.refusal ? statusOf(state.refusal) : state.problems.length > 0 ? 422 : 200
  return page(
    c,
    { ...specOf(c, place, result.value.district), status },
    <ValuePage view={result.value} name={place.name} state={state} />,
  )
}

function specOf(c: PageContext, { name }: Place, district: AgreementView['district']) {
  const { agreement, agreementWords } = textOf(c)
  const crumbs = [{ label: agreement.title, href: paths.agreement(district.id) }]
  return { title: agreementWords.names[name], district, place: 'agreement', crumbs } as const
}
