import type { Hono } from 'hono'
import { closePeriod, previewClosing } from '../usecases/close-period.ts'
import type { AppEnv } from '../usecases/context.ts'
import { correctShare } from '../usecases/correct-share.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { showClosings } from '../usecases/show-closings.ts'
import { showLedger } from '../usecases/show-ledger.ts'
import { type Posted, readForm } from './form.tsx'
import { type PeriodQuery, toPeriodQuery } from './ledger/asked-period.ts'
import { ClosePeriod } from './ledger/closing-preview.tsx'
import { Closings } from './ledger/closings.tsx'
import { readCorrection } from './ledger/correction.ts'
import { toSort } from './ledger/district-sort.ts'
import { type CorrectionForm, Ledger, titleOf } from './ledger/ledger.tsx'
import { periodName } from './ledger/period-name.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage, refusalSentence, statusOf } from './problem.tsx'

export function ledgerPages(app: Hono<AppEnv>): void {
  // Where the form of a correction was refused its address stays: loaded anew, it is the ledger.
  for (const path of [paths.ledger(':districtId'), paths.corrections(':districtId')] as const) {
    app.get(path, (c) => {
      const { districtId } = c.req.param()
      return ledgerPage(c, { districtId, personId: null, ...askedOf(c) }, null)
    })
  }
  app.get(paths.doctorLedger(':districtId', ':personId'), (c) =>
    ledgerPage(c, { ...c.req.param(), ...askedOf(c) }, null),
  )
  app.post(paths.corrections(':districtId'), async (c) =>
    correct(c, c.req.param('districtId'), await readForm(c)),
  )
  app.get(paths.closings(':districtId'), (c) => closingsPage(c, c.req.param('districtId')))
  app.get(paths.closePeriod(':districtId'), (c) => {
    const asked = toPeriodQuery(c.req.query('kind'), c.req.query('date'))
    return closePage(c, c.req.param('districtId'), asked, null)
  })
  app.post(paths.closePeriod(':districtId'), async (c) => {
    const { values } = await readForm(c)
    return close(c, c.req.param('districtId'), toPeriodQuery(values.kind, values.date))
  })
}

interface LedgerPlace extends PeriodQuery {
  readonly districtId: string
  readonly personId: string | null
  readonly closingId: string | null
}

function askedOf(c: PageContext): PeriodQuery & Pick<LedgerPlace, 'closingId'> {
  return {
    ...toPeriodQuery(c.req.query('kind'), c.req.query('date')),
    closingId: c.req.query('closing') ?? null,
  }
}

async function ledgerPage(c: PageContext, place: LedgerPlace, correction: CorrectionForm | null) {
  const result = await showLedger(c.var.ctx, place)
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { value } = result
  const text = textOf(c)
  const { district } = value
  const name = district.persons.find(({ id }) => id === place.personId)?.name
  const isOne = place.personId !== null && !value.hidesOthers
  const sort = toSort(c.req.query('sort'), c.req.query('dir'))
  const crumbs = isOne ? [{ label: text.ledger.ledger.title, href: paths.ledger(district.id) }] : []
  const spec = {
    title: titleOf(value, place, name, text),
    district,
    place: 'ledger',
    crumbs,
    width: isOne || value.hidesOthers ? 'text' : 'figures',
    status: correction ? 422 : 200,
  } as const
  return page(c, spec, <Ledger value={value} state={{ personId: place.personId, ...sort, correction }} />)
}

async function correct(c: PageContext, districtId: string, posted: Posted) {
  const { values } = posted
  const { personId = '' } = values
  const asked = toPeriodQuery(values.kind, values.date)
  const again = (problems: readonly FieldProblem[]) =>
    ledgerPage(c, { districtId, personId, closingId: null, ...asked }, { values, problems })
  const read = readCorrection(posted)
  if (read.kind === 'invalid') return again(read.problems)
  const result = await correctShare(c.var.ctx, { districtId, ...read.input })
  if (result.kind === 'refused')
    return result.refusal.kind === 'invalid' ? again(result.refusal.problems) : problemPage(c, result.refusal)
  return redirectDone(c, paths.doctorLedger(districtId, personId), 'share-corrected', { ...asked })
}

async function closingsPage(c: PageContext, districtId: string) {
  const result = await showClosings(c.var.ctx, { districtId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district } = result.value
  const { title } = textOf(c).ledger.closings
  const spec = { title, district, place: 'ledger', crumbs: crumbsTo(c, districtId) } as const
  return page(c, spec, <Closings value={result.value} />)
}

async function close(c: PageContext, districtId: string, { kind, date }: PeriodQuery) {
  if (kind === null || date === null) return closingsPage(c, districtId)
  const result = await closePeriod(c.var.ctx, { districtId, kind, date })
  if (result.kind === 'refused') return closePage(c, districtId, { kind, date }, result.refusal)
  const { closingId } = result.value
  return redirectDone(c, paths.ledger(districtId), 'period-closed', { closing: closingId })
}

/** The figures as they would stand; where the period cannot be closed, why not. */
async function closePage(
  c: PageContext,
  districtId: string,
  { kind, date }: PeriodQuery,
  refusal: Refusal | null,
) {
  if (kind === null || date === null) return closingsPage(c, districtId)
  const result = await previewClosing(c.var.ctx, { districtId, kind, date })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  const { district, closing } = result.value
  const text = textOf(c)
  const title = text.ledger.closings.previewTitle(periodName(closing.period, text))
  const status = refusal ? statusOf(refusal) : 200
  return page(
    c,
    { title, district, place: 'ledger', crumbs: crumbsTo(c, districtId), status },
    <ClosePeriod preview={result.value} refusal={refusal && refusalSentence(c, refusal)} />,
  )
}

function crumbsTo(c: PageContext, districtId: string) {
  return [{ label: textOf(c).ledger.ledger.title, href: withQuery(paths.ledger(districtId), {}) }]
}
