import { describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import type { Line } from '../../src/core/rota/line.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { findDuty } from '../../src/data/rota-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { ReportRow, ReportTable } from '../../src/reports/sheet.ts'
import type { Context } from '../../src/usecases/context.ts'
import { reportTables } from '../../src/usecases/export-load-report.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { recordOutcome } from '../../src/usecases/record-outcome.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { readReport } from '../../src/usecases/report-reading.ts'
import { showLoadReport } from '../../src/usecases/show-load-report.ts'
import { showMyReports } from '../../src/usecases/show-my-reports.ts'
import { showReportDuties } from '../../src/usecases/show-report-duties.ts'
import { showReportTime } from '../../src/usecases/show-report-time.ts'
import { doctor, exampleDistrict, person } from '../support/example-district.ts'
import { emptyInstallation } from '../support/installation.ts'

const [HERE, THERE] = ['4645', '4646'] as const
const QUARTER = { kind: 'quarter', date: '2026-07-01' } as const

describe('what the load reports say of a doctor', () => {
  it('is their own row in each municipality that they are own to, cell by cell as it is read there', async () => {
    const ctx = await withQuarter()
    const own = unwrap(await showMyReports(asDoctor(ctx, 'b'), QUARTER))
    expect(own.reports.map((report) => report.municipality.number)).toEqual([HERE, THERE])
    for (const { municipality, rows } of own.reports) {
      const asked = { districtId: 'vestby', municipality: municipality.number, ...QUARTER }
      const { tables } = unwrap(await showLoadReport(ctx, asked))
      expect(rows.map(({ id }) => id)).toContain('doctors')
      for (const table of rows) {
        const sent = tables
          .find(({ id }) => id === table.id)
          ?.rows.filter(({ cells }) => isNamed(cells[0], 'Lege b'))
        expect(table.rows).toEqual(sent)
      }
    }
  })

  it.each(['quarter', 'year'] as const)(
    'is every row, column and duty that has their name in any table of a %s',
    async (kind) => {
      const ctx = await withQuarter()
      const asked = { ...QUARTER, kind }
      for (const own of unwrap(await showMyReports(asDoctor(ctx, 'b'), asked)).reports) {
        const report = { districtId: 'vestby', municipality: own.municipality.number, ...asked }
        const all = reportTables(ctx, unwrap(await readReport(ctx, report)))
        const named = all.flatMap((table) => namedIn(table, 'Lege b'))
        const mine = [...own.rows, ...own.tables].flatMap((table) => namedIn(table, 'Lege b'))
        expect(new Set(named.map(({ id }) => id))).toEqual(new Set(NAMED[kind]))
        expect(mine).toEqual(expect.arrayContaining(named))
      }
    },
  )

  it('lists every duty that a figure of theirs leads to, with how it came', async () => {
    const ctx = await withQuarter()
    const [own] = unwrap(await showMyReports(asDoctor(ctx, 'b'), QUARTER)).reports
    const report = { districtId: 'vestby', municipality: HERE, ...QUARTER }
    const tables = reportTables(ctx, unwrap(await readReport(ctx, report)))
    const trails = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.trails ?? {})))
    const ofMine = trails.filter((trail) => trail.personId === 'b')
    expect(ofMine.length).toBeGreaterThan(4)
    const told = ({ cells }: ReportRow) => JSON.stringify([...cells.slice(0, 4), cells.at(-1)])
    const listed = own?.duties?.rows.map(told)
    for (const trail of ofMine) {
      const { table } = unwrap(await showReportDuties(ctx, { ...report, trail }))
      for (const row of table.rows.filter(({ kind }) => kind === 'row')) expect(listed).toContain(told(row))
    }
  })

  it('says that the heaviest week of the report is theirs, to whom it is, and nothing of others’ weeks', async () => {
    const ctx = await withQuarter()
    const report = { districtId: 'vestby', municipality: HERE, ...QUARTER }
    const { findings } = unwrap(await showLoadReport(ctx, report))
    const worst = findings.find((finding) => finding.kind === 'worst-week')
    if (worst === undefined) throw new Error('no week is the heaviest')
    const { personId, week, minutes, isTotal } = worst
    const told = async (who: string) =>
      unwrap(await showMyReports(asDoctor(ctx, who), QUARTER)).reports[0]?.worst
    expect(await told(personId)).toEqual({ week, minutes, isTotal })
    expect(await told(personId === 'a' ? 'b' : 'a')).toBeNull()
  })

  it('has the weeks that the municipality sees, and nobody else’s', async () => {
    const ctx = await withQuarter()
    const [own] = unwrap(await showMyReports(asDoctor(ctx, 'b'), QUARTER)).reports
    const { overTime } = unwrap(
      await showReportTime(ctx, { districtId: 'vestby', municipality: HERE, ...QUARTER }),
    )
    expect(own?.overTime.doctors).toEqual(overTime.doctors.filter(({ personId }) => personId === 'b'))
    expect(JSON.stringify(own)).not.toMatch(/Lege [acd]/)
  })

  it('tells when others opened it and by what role, and not that the doctor looked', async () => {
    const ctx = await withQuarter()
    const openings = async () =>
      unwrap(await showMyReports(asDoctor(ctx, 'b'), QUARTER)).reports.map((report) => report.openings)
    expect(await openings()).toEqual([[], []])
    unwrap(await showLoadReport(ctx, { districtId: 'vestby', municipality: THERE, ...QUARTER }))
    const dates = { from: '2026-07-01', to: '2026-10-01' }
    expect(await openings()).toEqual([[], [{ at: ctx.now, role: 'coordinator', dates }]])
  })

  it('is nothing where nothing is published, and no fault', async () => {
    const ctx = await withQuarter()
    const before = unwrap(await showMyReports(asDoctor(ctx, 'a'), { kind: 'week', date: '2021-02-01' }))
    expect(before.reports[0]?.overTime.doctors[0]?.weeks.map((week) => week?.dutyMinutes)).toEqual([0])
  })

  it('is shown to nobody who is not signed in, or is no doctor', async () => {
    const ctx = await withQuarter()
    const refusalOf = async (of: Context) => {
      const result = await showMyReports(of, QUARTER)
      return result.kind === 'refused' ? result.refusal.kind : 'done'
    }
    expect(await refusalOf({ ...ctx, actor: { kind: 'nobody' } })).toBe('not-signed-in')
    expect(await refusalOf(ctx)).toBe('not-found')
  })
})

function isNamed(cell: unknown, name: string): boolean {
  return JSON.stringify(cell) === JSON.stringify({ kind: 'text', text: name })
}

/** Tables with a doctor's name in some row or head. */
const NAMED = {
  quarter: ['doctors', 'hours', 'worked', 'flags', 'weekends', 'week-totals', 'week-duty'],
  year: [
    ...['doctors', 'hours', 'worked', 'flags', 'weekends', 'week-totals', 'week-duty'],
    ...['competence-exceptions', 'coming-rights'],
  ],
}

/** What a table tells of somebody: each row of theirs by its columns, and each column of theirs. */
function namedIn({ id, columns, rows }: ReportTable, name: string) {
  const own = rows.filter(({ cells }) => cells.some((cell) => isNamed(cell, name)))
  const heads = columns.flatMap(({ head }, index) => (head === name ? [index] : []))
  return [
    ...own.map(({ kind, cells }) => ({ id, kind, cells, heads: columns.map(({ head }) => head) })),
    ...heads.map((index) => ({
      id,
      kind: 'column',
      cells: rows.map(({ cells }) => cells[index]),
      heads: [name],
    })),
  ]
}

function asDoctor(ctx: Context, personId: string): Context {
  if (ctx.actor.kind !== 'account') throw new Error('no account')
  return { ...ctx, actor: { ...ctx.actor, personId } }
}

/** A district of two municipalities with a quarter of nights in turn; doctor b is both’s own. Read as its coordinator. */
async function withQuarter(): Promise<Context> {
  const people = ['a', 'b', 'c', 'd'].map((id) => ({
    ...person(id, `Lege ${id}`),
    ...(id === 'b' ? { birthDate: '1966-08-05' } : {}),
  }))
  const example = exampleDistrict('vestby', people)
  const doctors = people.map(({ id }) => doctor(id, id.toUpperCase(), id < 'c' ? HERE : THERE))
  const positions = example.positions.map((position) => ({
    ...position,
    municipality: ['vestby-position-1', 'vestby-position-2'].includes(position.id) ? HERE : THERE,
  }))
  const district: District = {
    ...example,
    positions,
    doctors: doctors.map((own) =>
      own.personId === 'b' ? { ...own, engagements: bothEngagements(own), competences: excepted(own) } : own,
    ),
  }
  const needs = needsOf(district.lines[0] as Line, '2026-07-01', '2026-10-01')
  const holdings = needs.map((need, index) => ({
    ...wholeSlice(need, people[index % people.length]?.id ?? ''),
    needId: need.id,
    seat: 0,
    note: '',
  }))
  const ctx = await emptyInstallation()
  unwrap(
    await importDistrict(ctx, {
      text: writeDistrictFile({ version: 1, district, timeline: { needs, holdings } }),
    }),
  )
  if (ctx.actor.kind !== 'account') throw new Error('no account')
  const role = { scopeKind: 'district', scopeId: 'vestby', role: 'coordinator' } as const
  const coordinator: Context = { ...ctx, actor: { ...ctx.actor, memberships: [role] } }
  await tellLonger(coordinator, needs.find((_, index) => people[index % people.length]?.id === 'b')?.id ?? '')
  return coordinator
}

/** That a duty took an hour more than planned. */
async function tellLonger(ctx: Context, needId: string): Promise<void> {
  const duty = await findDuty(ctx.db, 'vestby', needId)
  const held = duty?.history.find((row) => row.revisionTo === null)
  if (!duty || !held) throw new Error(`nobody holds ${needId}`)
  const { start, end } = duty.need
  const told = { start, end: end + 60, activeMinutes: null, callOuts: null }
  const after = { ...ctx, now: end + 1440 }
  unwrap(await recordOutcome(after, { districtId: 'vestby', needId, assignmentId: held.id, ...told }))
}

function excepted({ competences }: District['doctors'][number]): District['doctors'][number]['competences'] {
  return competences.map((competence) => ({ ...competence, exception: 'four-months' }))
}

function bothEngagements({
  engagements,
}: District['doctors'][number]): District['doctors'][number]['engagements'] {
  return [
    ...engagements,
    ...engagements.map((own) => ({
      ...own,
      id: `${own.id}-there`,
      employer: { kind: 'municipality', number: THERE } as const,
    })),
  ]
}

function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusal))
  return result.value
}
