import { type CountedRota, countedRota } from '../../src/core/ledger/person-ledger.ts'
import { planPublication } from '../../src/core/plans/publication.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { addDays, holdsOn } from '../../src/core/time/local-date.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { districtWrites } from '../../src/data/district-store.ts'
import { needWrites, publicationWrites } from '../../src/data/rota-store.ts'
import type { Context } from '../../src/usecases/context.ts'
import { exportLoadReport } from '../../src/usecases/export-load-report.ts'
import { type ReportGround, readReport } from '../../src/usecases/report-reading.ts'
import { overviewOf, overviewTablesOf, showLoadReport } from '../../src/usecases/show-load-report.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { emptyInstallation } from '../support/installation.ts'
import { countingIds } from '../support/make-publication.ts'
import { pagesAs } from '../support/pages-as.ts'
import { unwrap } from '../support/plan-world.ts'
import { CITY, cityRota } from './city.ts'

const DOCTORS = 150
const MUNICIPALITY = '4601'
const WEEKS_OF_A_YEAR = 53
const ROUNDS = 7

/**
 * The load report of one municipality of a city's district with 150 doctors: CPU milliseconds of this process in Node, sqlite's
 * own included, the median of rounds after one that is not counted; trips to the database; and how it grows from one year to five.
 */
async function main(isQuick: boolean): Promise<void> {
  for (const years of isQuick ? [1] : [1, 5]) {
    const ctx = await cityOf(years)
    const districtId = 'storbyen'
    // Of more years one in the middle: rules look back, so the first year has least to read.
    const year = 2027 + (years >> 1)
    const asked = { districtId, municipality: MUNICIPALITY, kind: 'year', date: `${year}-06-01` } as const
    const trips = countTrips(ctx)
    const told = unwrap(await showLoadReport(trips.ctx, asked))
    say({ years, own: told.report.doctors.length, trips: trips.count() })
    const pages = pagesAs(ctx)
    const page = (path: string) => async () => {
      const answer = await pages.request(withQuery(path, { kind: asked.kind, date: asked.date }))
      if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`)
      await answer.text()
    }
    const ground = unwrap(await readReport(ctx, asked))
    await time(years, 'overview page', page(paths.loadReport(districtId, MUNICIPALITY)))
    await time(years, 'time page', page(paths.reportTime(districtId, MUNICIPALITY)))
    await time(years, 'reading', async () => unwrap(await readReport(ctx, asked)))
    await time(years, 'counting', () => overviewOf({ ...ground, counted: () => countedAnew(ground) }))
    const report = overviewOf(ground)
    let later = ctx.now
    await time(years, 'tables', () => overviewTablesOf(ctx, ground, report))
    const grounds: ReportGround[] = []
    const all = Array.from({ length: years }, (_, index) => ({ ...asked, date: `${2027 + index}-06-01` }))
    for (const year of all) grounds.push(unwrap(await readReport(ctx, year)))
    await time(years, 'reading of every year', async () => {
      for (const year of all) unwrap(await readReport(ctx, year))
    })
    await time(years, 'counting of every year', () => {
      for (const { counted: _, ...year } of grounds) overviewOf({ ...year, counted: () => countedAnew(year) })
    })
    await time(years, 'xlsx', async () => {
      // Exports are limited by the hour.
      later += 60
      unwrap(await exportLoadReport({ ...ctx, now: later }, { ...asked, form: 'xlsx' }))
    })
  }
}

/** A ground keeps what was counted; without outcomes and handovers, of which the city has none. */
function countedAnew({ rota }: Pick<ReportGround, 'rota'>): CountedRota {
  return countedRota({ rota, assignments: [], outcomes: [] })
}

function say(found: object): void {
  process.stdout.write(`${JSON.stringify(found)}\n`)
}

async function time(years: number, what: string, run: () => unknown): Promise<void> {
  await run()
  const taken: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    await run()
    const { user, system } = process.cpuUsage(before)
    taken.push((user + system) / 1000)
  }
  const sorted = taken.toSorted((a, b) => a - b)
  say({
    years,
    what,
    median: Math.round(sorted[ROUNDS >> 1] ?? 0),
    least: Math.round(sorted[0] ?? 0),
    most: Math.round(sorted.at(-1) ?? 0),
  })
}

/** So many years of the city published at once, read by its coordinator. */
async function cityOf(years: number): Promise<Context> {
  const ctx = await emptyInstallation()
  const rota = cityRota(DOCTORS, WEEKS_OF_A_YEAR * years, CITY, [])
  await writeDistrict(ctx, rota.district)
  const newId = countingIds()
  // A plan a year, as rotas are published: what breaches are judged by is the plan that a period lies in.
  for (let year = 0; year < years; year++) {
    const from = addDays(rota.from, year * WEEKS_OF_A_YEAR * 7)
    const to = addDays(from, WEEKS_OF_A_YEAR * 7)
    const needs = rota.needs.filter((need) => holdsOn({ from, to }, need.date))
    await publish(ctx, { ...rota, from, to, needs }, year, newId)
  }
  const { actor } = ctx
  if (actor.kind !== 'account') throw new Error('nobody is signed in')
  const role = { scopeKind: 'district', scopeId: rota.district.id, role: 'coordinator' } as const
  return { ...ctx, actor: { ...actor, memberships: [...actor.memberships, role] } }
}

async function writeDistrict({ db, now }: Context, district: District): Promise<void> {
  const written = await writeAll(db, districtWrites(district, now))
  if (written.kind === 'refused') throw new Error(written.constraint)
}

async function publish(
  { db, now }: Context,
  { district, from, to, needs, cells }: Rota,
  revision: number,
  newId: () => string,
): Promise<void> {
  const ids = new Set(needs.map((need) => need.id))
  const own = [...cells].filter(([, cell]) => ids.has(cell.needId))
  const result = planPublication({
    revision,
    timeline: [],
    needs,
    published: [],
    clashes: [],
    draftCells: new Map(own.map(([key, cell]) => [key, { ...cell, edit: 1 }])),
    draftId: `draft-${revision}`,
    lineIds: district.lines.map((line) => line.id),
    from,
    to,
    violationsBefore: [],
    violations: [],
    waivers: [],
    newId,
    by: 'bench',
    now,
    reason: '',
  })
  if (result.kind === 'refused') throw new Error(result.refusal.kind)
  for (const writes of [
    needWrites(district.id, needs, now),
    publicationWrites(district.id, revision, result.plan),
  ]) {
    const written = await writeAll(db, writes)
    if (written.kind === 'refused') throw new Error(written.constraint)
  }
}

function countTrips(ctx: Context): { readonly ctx: Context; readonly count: () => number } {
  const { d1 } = ctx.db
  let trips = 0
  const counting = {
    prepare: d1.prepare.bind(d1),
    batch: <T>(statements: D1PreparedStatement[]) => {
      trips++
      return d1.batch<T>(statements)
    },
  }
  return { ctx: { ...ctx, db: openDatabase(counting) }, count: () => trips }
}

await main(process.argv.includes('--quick'))
