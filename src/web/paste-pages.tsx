import type { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { District } from '../core/rota/district.ts'
import { addDays } from '../core/time/local-date.ts'
import type { AppEnv } from '../usecases/context.ts'
import { exportTable, TABLES } from '../usecases/export-table.ts'
import { type PastedAbsences, pasteAbsences } from '../usecases/paste-absences.ts'
import { type PastedDoctors, pasteDoctors } from '../usecases/paste-doctors.ts'
import { type PastedRota, pasteRota, showRotaPaste } from '../usecases/paste-rota.ts'
import { type PastedWishes, pasteWishes } from '../usecases/paste-wishes.ts'
import type { SheetReading } from '../usecases/pasted-table.ts'
import { isPlanDate } from '../usecases/plan-dates.ts'
import type { Result } from '../usecases/refusal.ts'
import { sendFile } from './file-answer.ts'
import { type DoneCode, type PageContext, type PageSpec, page, redirectDone, textOf } from './page.tsx'
import { AbsencePreview } from './paste/absence-paste.tsx'
import { DoctorPreview } from './paste/doctor-paste.tsx'
import { PastePage } from './paste/paste-page.tsx'
import { EMPTY_PASTE, type PostedPaste, readPosted, stampOf } from './paste/posted-paste.ts'
import { RotaChoices, RotaPreview } from './paste/rota-paste.tsx'
import { TableLinks } from './paste/table-links.tsx'
import { paths } from './paths.ts'
import { notFoundPage, problemPage } from './problem.tsx'
import { WishPreview } from './wishes/paste-wishes.tsx'

/** Spreadsheets into a district and out of it. */
export function pastePages(app: Hono<AppEnv>): void {
  const rota = paths.pasteRota(':districtId', ':draftId')
  app.get(rota, (c) => showRota(c, c.req.param()))
  app.post(rota, (c) => storeRota(c, c.req.param()))
  for (const kind of [wishes, absences, doctors]) {
    const path = kind.path(':districtId')
    app.get(path, (c) => showList(c, c.req.param('districtId') ?? '', kind))
    app.post(path, (c) => storeList(c, c.req.param('districtId') ?? '', kind))
  }
  app.get(paths.table(':districtId', ':file'), (c) => sendTable(c, c.req.param()))
}

interface DraftKey {
  readonly districtId: string
  readonly draftId: string
}

async function showRota(c: PageContext, key: DraftKey) {
  const shown = await showRotaPaste(c.var.ctx, key)
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  return rotaPage(c, shown.value, EMPTY_PASTE, false)
}

async function storeRota(c: PageContext, key: DraftKey) {
  const shown = await showRotaPaste(c.var.ctx, key)
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  const posted = await readPosted(c)
  if (posted.fault) return rotaPage(c, shown.value, posted, true)
  const { sheet, names, columns, onlyOwnDates, seenEdits } = posted
  const isConfirmed = await isSeen(c, posted)
  const choices = { names, columns, onlyOwnDates }
  const result = await pasteRota(c.var.ctx, { ...key, sheet, choices, isConfirmed, seenEdits })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  if (!result.value.isStored) return rotaPage(c, result.value, posted, true)
  return redirectDone(c, paths.draft(key.districtId, key.draftId), 'rota-pasted')
}

/** What is stored is what was shown: a sheet that was changed since is shown again first. */
async function isSeen(c: PageContext, posted: PostedPaste): Promise<boolean> {
  return posted.wantsStored && posted.seen === (await stampOf(c, posted))
}

async function rotaPage(c: PageContext, value: PastedRota, posted: PostedPaste, wasSent: boolean) {
  const { paste, plans } = textOf(c)
  const { district, draft, changes, problems } = value
  const title = paste.page.rotaTitle
  const crumbs = [
    { label: plans.drafts.title, href: paths.drafts(district.id) },
    { label: draft.name, href: paths.draft(district.id, draft.id) },
  ]
  return page(
    c,
    { title, district, place: 'drafts', crumbs, status: statusOfPaste(value, posted, wasSent) },
    <>
      <PastePage
        title={title}
        lead={paste.page.rotaLead(draft.name)}
        help={paste.page.rotaHelp}
        action={paths.pasteRota(district.id, draft.id)}
        district={district}
        posted={posted}
        reading={wasSent ? value : null}
        stamp={await stampOf(c, posted)}
        seenEdits={draft.edits}
        confirm={problems.length === 0 && changes.length > 0 ? paste.page.confirmRota(changes.length) : null}
        choices={<RotaChoices value={value} posted={posted} />}
      >
        <RotaPreview value={value} />
      </PastePage>
      <TableLinks districtId={district.id} tables={['rota-grid', 'rota-list']} draftId={draft.id} />
    </>,
  )
}

function statusOfPaste(value: SheetReading, posted: PostedPaste, wasSent: boolean): 200 | 422 {
  return wasSent && (posted.fault !== null || value.fault !== null || value.problems.length > 0) ? 422 : 200
}

/** One of the sheets that are lists: how it is read, and what its page says. */
interface ListKind<V extends ListValue> {
  path(districtId: string): string
  paste(c: PageContext, districtId: string, posted: PostedPaste, isConfirmed: boolean): Promise<Result<V>>
  readonly place: NonNullable<PageSpec['place']>
  after(districtId: string): string
  readonly done: DoneCode
  words(c: PageContext, amount: number): ListWords
  count(value: V): number
  preview(value: V): Child
}

type ListValue = SheetReading & { readonly district: District }

interface ListWords {
  readonly title: string
  readonly lead: string
  readonly help: string
  readonly confirm: string
  readonly list: string
}

function listKind<V extends ListValue>(kind: ListKind<V>) {
  return {
    path: kind.path,
    after: kind.after,
    done: kind.done,
    place: kind.place,
    words: kind.words,
    async paste(c: PageContext, districtId: string, posted: PostedPaste, isConfirmed: boolean) {
      const result = await kind.paste(c, districtId, posted, isConfirmed)
      if (result.kind === 'refused') return result
      const { value } = result
      return { kind: 'done', value, amount: kind.count(value), preview: kind.preview(value) } as const
    },
  }
}

type AnyList = ReturnType<typeof listKind>

const wishes: AnyList = listKind<PastedWishes>({
  path: paths.pasteWishes,
  after: paths.wishes,
  done: 'wishes-pasted',
  place: 'wishes',
  paste: (c, districtId, { sheet, names }, isConfirmed) =>
    pasteWishes(c.var.ctx, { districtId, sheet, names, isConfirmed }),
  words: (c, amount) => {
    const { paste, people } = textOf(c)
    const { wishesTitle: title, wishesLead: lead } = paste.page
    const { pasteHelp: help, title: list } = people.wishes
    return { title, lead, help, list, confirm: paste.page.confirmWishes(amount) }
  },
  count: (value) => value.wishes.length,
  preview: (value) => <WishPreview value={value} />,
})

const absences: AnyList = listKind<PastedAbsences>({
  path: paths.pasteAbsences,
  after: paths.doctors,
  done: 'absences-pasted',
  place: 'doctors',
  paste: (c, districtId, { sheet, names }, isConfirmed) =>
    pasteAbsences(c.var.ctx, { districtId, sheet, names, isConfirmed }),
  words: (c, amount) => {
    const { paste, people } = textOf(c)
    const { absencesTitle: title, absencesLead: lead, absencesHelp: help } = paste.page
    return { title, lead, help, list: people.doctors.title, confirm: paste.page.confirmAbsences(amount) }
  },
  count: (value) => value.added.length,
  preview: (value) => <AbsencePreview value={value} />,
})

const doctors: AnyList = listKind<PastedDoctors>({
  path: paths.pasteDoctors,
  after: paths.doctors,
  done: 'doctors-pasted',
  place: 'doctors',
  paste: (c, districtId, { sheet }, isConfirmed) =>
    pasteDoctors(c.var.ctx, { districtId, sheet, isConfirmed }),
  words: (c, amount) => {
    const { paste, people } = textOf(c)
    const { doctorsTitle: title, doctorsLead: lead, doctorsHelp: help } = paste.page
    return { title, lead, help, list: people.doctors.title, confirm: paste.page.confirmDoctors(amount) }
  },
  count: (value) => value.doctors.length,
  preview: (value) => <DoctorPreview value={value} />,
})

async function showList(c: PageContext, districtId: string, kind: AnyList) {
  return listPage(c, districtId, kind, EMPTY_PASTE, false)
}

async function storeList(c: PageContext, districtId: string, kind: AnyList) {
  const posted = await readPosted(c)
  const isConfirmed = posted.fault === null && (await isSeen(c, posted))
  return listPage(c, districtId, kind, posted, isConfirmed)
}

async function listPage(
  c: PageContext,
  districtId: string,
  kind: AnyList,
  posted: PostedPaste,
  isConfirmed: boolean,
): Promise<Response> {
  const result = await kind.paste(c, districtId, posted, isConfirmed)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { value, amount, preview } = result
  if (value.isStored) return redirectDone(c, kind.after(districtId), kind.done)
  const wasSent = posted !== EMPTY_PASTE
  const { title, list, lead, help, confirm } = kind.words(c, amount)
  const crumbs = [{ label: list, href: kind.after(districtId) }]
  const status = statusOfPaste(value, posted, wasSent)
  return page(
    c,
    { title, district: value.district, place: kind.place, crumbs, status },
    <PastePage
      title={title}
      lead={lead}
      help={help}
      action={kind.path(districtId)}
      district={value.district}
      posted={posted}
      reading={wasSent ? value : null}
      stamp={await stampOf(c, posted)}
      confirm={value.problems.length === 0 && amount > 0 ? confirm : null}
    >
      {wasSent && posted.fault === null ? preview : null}
    </PastePage>,
  )
}

async function sendTable(c: PageContext, { districtId, file }: { districtId: string; file: string }) {
  const [name = '', ending = ''] = file.split('.')
  const table = TABLES.find((own) => own === name)
  const form = ending === 'csv' || ending === 'xlsx' ? ending : undefined
  if (!table || !form) return notFoundPage(c)
  const [from = '', to = ''] = [c.req.query('from'), c.req.query('to')]
  const dates = isPlanDate(from) && isPlanDate(to) ? { from, to: addDays(to, 1) } : null
  const draftId = c.req.query('draft') ?? null
  const result = await exportTable(c.var.ctx, { districtId, table, form, draftId, dates })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  return sendFile(c, form, result.value)
}
