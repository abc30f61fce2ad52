import { describe, expect, it } from 'vitest'
import type { BalanceEntry } from '../../src/core/ledger/balance.ts'
import type { ClosedPeriod } from '../../src/core/plans/closing.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { balanceEntryWrites, listBalanceEntries } from '../../src/data/balance-store.ts'
import { closingWrites, findClosing, listClosings } from '../../src/data/closing-store.ts'
import { type Database, writeAll } from '../../src/data/database.ts'
import { districtWrites } from '../../src/data/district-store.ts'
import { loadHolidaysHeld } from '../../src/data/holiday-store.ts'
import { outcomeWrites } from '../../src/data/outcome-store.ts'
import { loadPeriodRecord } from '../../src/data/period-record.ts'
import { findPlanSnapshot, planSnapshotWrites } from '../../src/data/plan-snapshot-store.ts'
import { findPublication } from '../../src/data/publication-store.ts'
import { publicationWrites } from '../../src/data/rota-store.ts'
import { freshDatabase } from './fresh-database.ts'
import { closingOf, correctionOf, ledgerOfSample } from './sample-ledger.ts'
import {
  assignmentOf,
  changeOf,
  enter,
  needAt,
  plannedDistrict,
  publicationOf,
  publish,
} from './sample-timeline.ts'

const written = { kind: 'written' }
const january = ['2027-01-01', '2027-02-01'] as const

async function entered(): Promise<Database> {
  const db = freshDatabase()
  await enter(db, plannedDistrict('d'))
  return db
}

async function close(db: Database, closing: ClosedPeriod, entries: readonly BalanceEntry[] = []) {
  const { from, to } = closing.period
  const seen = await loadPeriodRecord(db, 'd', from, to)
  return writeAll(db, closingWrites('d', closing, entries, seen))
}

describe('a closed period', () => {
  it('gives back its figures as they were when it was closed', async () => {
    const db = await entered()
    const closing = closingOf('c1', '2027-01-01', '2027-02-01', {
      ledgers: [ledgerOfSample('d.a'), ledgerOfSample('d.b')],
    })
    expect(await close(db, closing)).toEqual(written)
    expect(await findClosing(db, 'd', 'c1')).toStrictEqual(closing)
    expect(await findClosing(db, 'd', 'c2')).toBeUndefined()
    expect(await findClosing(db, 'other', 'c1')).toBeUndefined()
  })

  it('holds more figures than one value of the database can', async () => {
    const db = await entered()
    const ledgers = Array.from({ length: 3000 }, (_, index) => ledgerOfSample(`d.${index}`))
    const closing = closingOf('c1', '2027-01-01', '2027-02-01', { ledgers })
    expect(JSON.stringify(ledgers).length).toBeGreaterThan(1_000_000)
    expect(await close(db, closing)).toEqual(written)
    const { results } = await db.d1
      .prepare('select max(length(list)) as longest from closed_period_figures')
      .all<{ longest: number }>()
    expect(results[0]!.longest).toBeLessThan(600_000)
    expect(await findClosing(db, 'd', 'c1')).toStrictEqual(closing)
  })

  it('is listed with the latest dates first, without its figures', async () => {
    const db = await entered()
    const first = closingOf('c1', '2027-01-01', '2027-02-01')
    const second = closingOf('c2', '2027-02-01', '2027-03-01')
    await close(db, first)
    await close(db, second)
    const heads = [second, first].map(({ ledgers: _ledgers, shares: _shares, ...head }) => head)
    expect(await listClosings(db, 'd')).toStrictEqual(heads)
  })

  it.each([
    ['the same dates', 'month', '2027-01-01', '2027-02-01', 'period-closed'],
    ['dates that reach into it by a day', 'month', '2027-01-31', '2027-02-28', 'period-closed'],
    ['the dates after it', 'month', '2027-02-01', '2027-03-01', undefined],
    ['its dates as another kind of period', 'quarter', '2027-01-01', '2027-04-01', 'period-closed'],
    ['a week that reaches into it', 'week', '2027-01-25', '2027-02-01', 'period-closed'],
    ['a plan that reaches into it by a day', 'plan', '2027-01-31', '2027-03-01', 'period-closed'],
    ['the week after it', 'week', '2027-02-01', '2027-02-08', undefined],
  ] as const)('%s: each date is closed once', async (_name, kind, from, to, constraint) => {
    const db = await entered()
    await close(db, closingOf('c1', '2027-01-01', '2027-02-01'))
    const answer = await close(db, closingOf('c2', from, to, { kind }))
    expect(answer).toEqual(constraint ? { kind: 'refused', constraint } : written)
  })

  it.each([
    ['a publication', (db: Database) => publish(db, 'd', changeOf(2, []))],
    ['a correction of what happened', (db: Database) => tell(db, 60)],
    [
      'a correction of the balances',
      (db: Database) => writeAll(db, balanceEntryWrites('d', [correctionOf('b', 'd.a')])),
    ],
    ['a change of the district', (db: Database) => writeAll(db, districtWrites(plannedDistrict('d'), 0))],
  ])('is not closed on figures from before %s', async (_name, change) => {
    const db = await entered()
    const need = needAt('2027-01-04T15:00Z', 16)
    await publish(db, 'd', changeOf(1, [assignmentOf(need, 'd.a', 1, { id: 'x' })]), [need])
    await tell(db, 30)
    const seen = await loadPeriodRecord(db, 'd', ...january)
    expect(await change(db)).toEqual(written)
    const writes = closingWrites('d', closingOf('c1', ...january), [], seen)
    expect(await writeAll(db, writes)).toEqual({ kind: 'refused', constraint: 'stale-revision' })
    expect(await listClosings(db, 'd')).toEqual([])
  })

  it('is not closed on figures from before a doctor’s other district published', async () => {
    const db = freshDatabase()
    await enter(db, plannedDistrict('d', 'p'))
    await enter(db, plannedDistrict('other', 'p'))
    await enter(db, plannedDistrict('stranger'))
    const need = needAt('2027-01-04T15:00Z', 16)
    const close = async (publisher: string, holder: string) => {
      const seen = await loadPeriodRecord(db, 'd', ...january)
      expect(await publish(db, publisher, changeOf(1, [assignmentOf(need, holder, 1)]), [need])).toEqual(
        written,
      )
      return writeAll(db, closingWrites('d', closingOf('c1', ...january), [], seen))
    }
    expect(await close('other', 'p.a')).toEqual({ kind: 'refused', constraint: 'stale-revision' })
    expect(await close('stranger', 'stranger.a')).toEqual(written)
  })

  async function tell(db: Database, activeMinutes: number) {
    const { start, end } = needAt('2027-01-04T15:00Z', 16)
    const outcome = { assignmentId: 'x', start, end, activeMinutes, callOuts: 1 }
    return writeAll(db, outcomeWrites('d', [outcome], 'a', fromUtcText('2027-01-06T08:00Z')))
  }

  it('leaves duties beside it open, and those that touch it by a minute closed', async () => {
    const db = await entered()
    await close(db, closingOf('c1', '2027-02-01', '2027-03-01'))
    const until = needAt('2027-01-31T07:00Z', 16)
    const over = { ...needAt('2027-01-31T07:01Z', 16, 'other') }
    const after = needAt('2027-02-28T23:00Z', 8)
    const before = changeOf(1, [assignmentOf(until, 'd.a', 1), assignmentOf(after, 'd.a', 1)])
    expect(await publish(db, 'd', before, [until, after])).toEqual(written)
    expect(await publish(db, 'd', changeOf(2, [assignmentOf(over, 'd.b', 2)]), [over])).toEqual({
      kind: 'refused',
      constraint: 'period-closed',
    })
  })
})

describe('balances', () => {
  it('come back in the order they count, up to a date when one is told', async () => {
    const db = await entered()
    const closing = closingOf('c1', '2027-01-01', '2027-02-01')
    const carried: BalanceEntry = {
      id: 'b1',
      personId: 'd.a',
      measure: 'on-site',
      amount: -93.33333333333333,
      on: '2027-02-01',
      kind: 'closing',
      closingId: 'c1',
      reason: '',
      by: 'coordinator',
      at: closing.closedAt,
    }
    expect(await close(db, closing, [carried])).toEqual(written)
    const correction = correctionOf('b0', 'd.b', { on: '2027-03-01' })
    expect(await writeAll(db, balanceEntryWrites('d', [correction]))).toEqual(written)
    expect(await listBalanceEntries(db, 'd')).toStrictEqual([carried, correction])
    expect(await listBalanceEntries(db, 'd', '2027-02-28')).toStrictEqual([carried])
    expect(await listBalanceEntries(db, 'other')).toEqual([])
  })

  it('of a closed period are written with it, and none is added later', async () => {
    const db = await entered()
    const closing = closingOf('c1', '2027-01-01', '2027-02-01')
    expect(await close(db, closing, [])).toEqual(written)
    const late = correctionOf('b9', 'd.a', { kind: 'closing', closingId: 'c1', at: closing.closedAt + 1 })
    await expect(writeAll(db, balanceEntryWrites('d', [late]))).rejects.toThrow('never changes')
    expect(await listBalanceEntries(db, 'd')).toEqual([])
  })

  it('keep their doctor in the district', async () => {
    const db = await entered()
    await writeAll(db, balanceEntryWrites('d', [correctionOf('b1', 'd.c')]))
    const district = plannedDistrict('d')
    const doctors = district.doctors.filter(({ personId }) => personId !== 'd.c')
    expect(await writeAll(db, districtWrites({ ...district, doctors }, 0))).toEqual({
      kind: 'refused',
      constraint: 'still-used',
    })
  })
})

describe('the record of a period', () => {
  it('holds rows that have ended and the outcomes that count', async () => {
    const db = await entered()
    const need = needAt('2027-01-04T15:00Z', 16)
    const [a, b] = [
      assignmentOf(need, 'd.a', 1, { id: 'a' }),
      assignmentOf(need, 'd.b', 2, { id: 'b', replaces: 'a' }),
    ]
    await publish(db, 'd', changeOf(1, [a]), [need])
    await publish(db, 'd', changeOf(2, [b], ['a']))
    const outcome = {
      assignmentId: 'b',
      start: need.start - 30,
      end: need.end,
      activeMinutes: 55,
      callOuts: 2,
    }
    const at = fromUtcText('2027-01-06T08:00Z')
    await writeAll(db, outcomeWrites('d', [{ ...outcome, callOuts: null }, outcome], 'a', at))
    expect(await loadPeriodRecord(db, 'd', ...january)).toStrictEqual({
      from: '2027-01-01',
      to: '2027-02-01',
      revision: 2,
      edition: 1,
      outcomeEntries: 2,
      revisionsElsewhere: '[]',
      needs: [need],
      assignments: [{ ...a, revisionTo: 2 }, b],
      outcomes: [outcome],
    })
    expect(await loadPeriodRecord(db, 'd', '2027-01-05', '2027-02-01')).toMatchObject({
      assignments: [],
      outcomeEntries: 0,
    })
  })
})

describe('the plan as it stood', () => {
  it('is read as it was when it was kept, whoever has the duties now', async () => {
    const db = await entered()
    const needs = ['2027-01-04T15:00Z', '2027-01-11T15:00Z'].map((start) => needAt(start, 16))
    const held = needs.map((need) => assignmentOf(need, 'd.a', 1))
    await publish(db, 'd', changeOf(1, held), needs)
    const subject = { kind: 'absence', id: 'leave' } as const
    const snapshot = { subject, personId: 'd.a', at: fromUtcText('2027-01-02T09:00Z'), assignments: held }
    expect(await writeAll(db, planSnapshotWrites('d', snapshot))).toEqual(written)
    await publish(db, 'd', changeOf(2, [], [held[0]!.id]))
    expect(await findPlanSnapshot(db, 'd', subject)).toStrictEqual(snapshot)
    expect(await findPlanSnapshot(db, 'd', { kind: 'exemption', id: 'leave' })).toBeUndefined()
  })

  it('is the latest one when it was kept again, and may be empty', async () => {
    const db = await entered()
    const subject = { kind: 'exemption', id: 'x1' } as const
    const need = needAt('2027-01-04T15:00Z', 16)
    const held = assignmentOf(need, 'd.b', 1)
    await publish(db, 'd', changeOf(1, [held]), [need])
    const at = fromUtcText('2027-01-02T09:00Z')
    const first = { subject, personId: 'd.b', at, assignments: [held] }
    const second = { ...first, assignments: [] }
    expect(
      await writeAll(db, [...planSnapshotWrites('d', first), ...planSnapshotWrites('d', second)]),
    ).toEqual(written)
    expect(await findPlanSnapshot(db, 'd', subject)).toStrictEqual(second)
  })
})

describe('special holidays held before a date', () => {
  it('are those of current duties that touch them and begin before it', async () => {
    const db = await entered()
    const held = [
      // Out of reach: three years before.
      ['2023-12-24T15:00Z', 'd.a'],
      ['2025-12-23T15:00Z', 'd.a'],
      ['2025-12-30T15:00Z', 'd.b'],
      // Reaches two hours into Maundy Thursday.
      ['2026-04-01T08:00Z', 'd.c'],
      ['2026-12-25T15:00Z', 'd.a'],
      ['2026-12-26T15:00Z', 'd.a'],
      // Begins on the date itself.
      ['2026-12-31T23:00Z', 'd.c'],
    ] as const
    const needs = held.map(([start]) => needAt(start, 16))
    const open = held.map(([start, personId]) => assignmentOf(needAt(start, 16), personId, 1))
    await publish(db, 'd', changeOf(1, open), needs)
    const learner = needAt('2026-05-17T08:00Z', 8)
    await publish(db, 'd', changeOf(2, [assignmentOf(learner, 'd.b', 2, { shadowing: true })]), [learner])
    expect(await loadHolidaysHeld(db, 'd', '2027-01-01', 2)).toEqual(
      [
        { personId: 'd.a', holiday: 'christmas', year: 2025 },
        { personId: 'd.b', holiday: 'new-year', year: 2025 },
        { personId: 'd.c', holiday: 'easter', year: 2026 },
        { personId: 'd.a', holiday: 'christmas', year: 2026 },
      ].sort((a, b) => a.year - b.year || (a.holiday < b.holiday ? -1 : 1)),
    )
    expect(await loadHolidaysHeld(db, 'd', '2027-01-02', 1)).toContainEqual({
      personId: 'd.c',
      holiday: 'new-year',
      year: 2026,
    })
  })

  it('are nobody’s once a duty was given away', async () => {
    const db = await entered()
    const need = needAt('2026-05-17T06:00Z', 12)
    await publish(db, 'd', changeOf(1, [assignmentOf(need, 'd.a', 1, { id: 'a' })]), [need])
    await publish(db, 'd', changeOf(2, [assignmentOf(need, 'd.b', 2)], ['a']))
    expect(await loadHolidaysHeld(db, 'd', '2027-01-01', 2)).toEqual([
      { personId: 'd.b', holiday: 'constitution-day', year: 2026 },
    ])
  })
})

describe('a publication', () => {
  it('tells when it was discussed, where that was recorded', async () => {
    const db = await entered()
    const discussed = publicationOf(1, { discussedOn: '2026-11-20' })
    await writeAll(db, publicationWrites('d', 0, { publication: discussed, open: [], close: [] }))
    await publish(db, 'd', changeOf(2, []))
    expect(await findPublication(db, 'd', 1)).toStrictEqual(discussed)
    expect(await findPublication(db, 'd', 2)).toStrictEqual(publicationOf(2))
  })
})
