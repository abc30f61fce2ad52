import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { BalanceEntry } from '../../src/core/ledger/balance.ts'
import type { ClosedPeriod } from '../../src/core/plans/closing.ts'
import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { agreementWrites } from '../../src/data/agreement-store.ts'
import { balanceEntryWrites, listBalanceEntries } from '../../src/data/balance-store.ts'
import { closingWrites, findClosing, listClosings } from '../../src/data/closing-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { findDistrict } from '../../src/data/district-store.ts'
import { listOutcomes, outcomeWrites } from '../../src/data/outcome-store.ts'
import { loadPeriodRecord } from '../../src/data/period-record.ts'
import { findPlanSnapshot, planSnapshotWrites } from '../../src/data/plan-snapshot-store.ts'
import { listPublications } from '../../src/data/publication-store.ts'
import { loadTimeline, needWrites, withdrawNeedWrites } from '../../src/data/rota-store.ts'
import { closingOf, correctionOf, ledgerOfSample } from '../data/sample-ledger.ts'
import { assignmentOf, changeOf, enter, needAt, plannedDistrict, publish } from '../data/sample-timeline.ts'
import { toldGrounds, toldGroundWrites } from '../support/told-grounds.ts'

const db = openDatabase(env.DB)
const written = { kind: 'written' }
const refusedAsClosed = { kind: 'refused', constraint: 'period-closed' }
const january = ['2027-01-01', '2027-02-01'] as const
const night = needAt('2027-01-04T15:00Z', 16)
const attack = (sql: string) => env.DB.prepare(sql).run()

async function close(id: string, closing: ClosedPeriod, entries: readonly BalanceEntry[] = []) {
  const seen = await loadPeriodRecord(db, id, closing.period.from, closing.period.to)
  return writeAll(db, closingWrites(id, closing, entries, seen))
}

describe('what the ledger has told', () => {
  const id = 'kept'
  const key = { districtId: id, personId: 'kept.b', exemptionId: 'x1' }
  const subject = { kind: 'exemption', id: 'x1' } as const
  const held = assignmentOf(night, 'kept.a', 1)

  async function prepare(): Promise<void> {
    if ((await findDistrict(db, id)) !== undefined) return
    await enter(db, plannedDistrict(id))
    await publish(db, id, changeOf(1, [held]), [night])
    const at = fromUtcText('2027-01-02T08:00Z')
    const outcome = {
      assignmentId: held.id,
      start: night.start,
      end: night.end,
      activeMinutes: 5,
      callOuts: 1,
    }
    await writeAll(db, outcomeWrites(id, [outcome], 'a', at))
    await writeAll(db, planSnapshotWrites(id, { subject, personId: 'kept.a', at, assignments: [held] }))
    await writeAll(db, await toldGroundWrites(key, 1, { kind: 'untold' }, { by: 'a', at }))
    const closing = closingOf('c1', ...january, { ledgers: [ledgerOfSample('kept.a')] })
    const { closedAt } = closing
    const carried = correctionOf('b1', 'kept.a', { kind: 'closing', closingId: 'c1', at: closedAt })
    expect(await close(id, closing, [carried])).toEqual(written)
  }

  async function told() {
    return {
      closing: await findClosing(db, id, 'c1'),
      entries: await listBalanceEntries(db, id),
      snapshot: await findPlanSnapshot(db, id, subject),
      grounds: await toldGrounds(db, key),
      outcomes: await listOutcomes(db, id, ...january),
    }
  }

  const own = `district_id = '${id}'`
  it.each([
    ['a closed period changed', `update closed_period set name = 'x' where ${own}`, 'never changes'],
    ['a closed period deleted', `delete from closed_period where ${own}`, 'never deleted'],
    [
      'a closed period replaced',
      `insert or replace into closed_period select * from closed_period where ${own}`,
      'period-closed',
    ],
    [
      'a closed period replaced by other dates',
      `insert or replace into closed_period
        select district_id, id, 'year', name, '2030-01-01', '2031-01-01', '2029-12-31T23:00Z', '2030-12-31T23:00Z',
          chunks, closed_at, closed_by from closed_period where ${own}`,
      'period-closed',
    ],
    ['figures changed', `update closed_period_figures set list = '[]' where ${own}`, 'never change'],
    ['figures deleted', `delete from closed_period_figures where ${own}`, 'never deleted'],
    [
      'figures replaced',
      `insert or replace into closed_period_figures select * from closed_period_figures where ${own}`,
      'never change',
    ],
    [
      'figures replaced by their row number',
      `insert or replace into closed_period_figures (rowid, district_id, closing_id, chunk, kind, list)
        select rowid, district_id, closing_id, chunk + 100, kind, list from closed_period_figures where ${own}`,
      'never change',
    ],
    [
      'figures added',
      `insert into closed_period_figures values ('${id}', 'c1', 2, 'ledgers', '[{}]')`,
      'never change',
    ],
    ['a balance changed', `update balance_entry set amount = 0 where ${own}`, 'never changes'],
    ['a balance deleted', `delete from balance_entry where ${own}`, 'never deleted'],
    [
      'a balance replaced',
      `insert or replace into balance_entry select * from balance_entry where ${own}`,
      'never replaced',
    ],
    ['a snapshot changed', `update plan_snapshot set person_id = 'kept.b' where ${own}`, 'never changes'],
    ['a snapshot deleted', `delete from plan_snapshot where ${own}`, 'never deleted'],
    [
      'a snapshot replaced',
      `insert or replace into plan_snapshot select * from plan_snapshot where ${own}`,
      'never replaced',
    ],
    [
      'a duty in a snapshot changed',
      `update plan_snapshot_duty set ordinal = 9 where ${own}`,
      'never changes',
    ],
    ['a duty in a snapshot deleted', `delete from plan_snapshot_duty where ${own}`, 'never deleted'],
    [
      'a duty in a snapshot replaced',
      `insert or replace into plan_snapshot_duty select * from plan_snapshot_duty where ${own}`,
      'never changes',
    ],
    [
      'a duty added to a snapshot',
      `insert into plan_snapshot_duty select district_id, subject_kind, subject_id, entry, 1, assignment_id
        from plan_snapshot_duty where ${own}`,
      'never changes',
    ],
    ['a ground changed', `update exemption_ground set entry = 2 where ${own}`, 'never changes'],
    [
      'a ground replaced',
      `insert or replace into exemption_ground select * from exemption_ground where ${own}`,
      'never replaced',
    ],
    ['an outcome changed', `update outcome set call_outs = 0 where ${own}`, 'never changes'],
    ['an outcome deleted', `delete from outcome where ${own}`, 'never deleted'],
    [
      'an outcome replaced',
      `insert or replace into outcome select * from outcome where ${own}`,
      /closed|never replaced/,
    ],
  ])('does not let %s', async (_name, sql, message) => {
    await prepare()
    const before = await told()
    expect(before.closing?.ledgers).toHaveLength(1)
    expect([before.entries, before.grounds, before.outcomes].map((list) => list.length)).toEqual([1, 1, 1])
    await expect(attack(sql)).rejects.toThrow(message)
    expect(await told()).toEqual(before)
  })

  it('has no balance entry twice, and no correction without a reason', async () => {
    await prepare()
    const again = writeAll(db, balanceEntryWrites(id, [correctionOf('b1', 'kept.b')]))
    await expect(again).rejects.toThrow('never replaced')
    const silent = writeAll(db, balanceEntryWrites(id, [correctionOf('b9', 'kept.b', { reason: ' ' })]))
    await expect(silent).rejects.toThrow('CHECK')
    expect(await listBalanceEntries(db, id)).toHaveLength(1)
  })
})

describe('one period closed by twenty at once', () => {
  it('is closed once, with one set of balances', async () => {
    const at = fromUtcText('2027-07-01T08:00Z')
    await enter(db, plannedDistrict('twenty'))
    await publish(db, 'twenty', changeOf(1, [assignmentOf(night, 'twenty.a', 1)]), [night])
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        close('twenty', closingOf(`c${index}`, ...january, { closedAt: at }), [
          correctionOf(`b${index}`, 'twenty.a', { kind: 'closing', closingId: `c${index}`, at }),
        ]),
      ),
    )
    expect(answers.filter(({ kind }) => kind === 'written')).toHaveLength(1)
    expect(answers.filter(({ kind }) => kind === 'refused')).toEqual(Array(19).fill(refusedAsClosed))
    const [only, ...others] = await listClosings(db, 'twenty')
    expect(others).toEqual([])
    expect((await listBalanceEntries(db, 'twenty')).map((entry) => entry.closingId)).toEqual([only?.id])
  })
})

describe('a closed period', () => {
  async function closedDistrict(id: string) {
    await enter(db, plannedDistrict(id))
    const held = assignmentOf(night, `${id}.a`, 1)
    await publish(db, id, changeOf(1, [held]), [night])
    expect(await close(id, closingOf('c', ...january))).toEqual(written)
    const state = async () => [
      await loadTimeline(db, id, '2026-12-01', '2027-03-01'),
      await listPublications(db, id),
      await listOutcomes(db, id, ...january),
    ]
    return { id, held, state, before: await state() }
  }

  const into = needAt('2026-12-31T15:00Z', 16, 'other')
  const outOf = needAt('2027-01-31T15:00Z', 16, 'other')

  it.each([
    ['a duty in it', needAt('2027-01-11T15:00Z', 16)],
    ['a duty that runs into it', into],
    ['a duty that runs out of it', outOf],
  ])('takes no publication with %s, and nothing of it is stored', async (name, need) => {
    const { id, state, before } = await closedDistrict(`into-${name.replaceAll(' ', '-')}`)
    const later = needAt('2027-02-08T15:00Z', 16)
    const open = [later, need].map((one) => assignmentOf(one, `${id}.b`, 2))
    expect(await publish(db, id, changeOf(2, open), [later, need])).toEqual(refusedAsClosed)
    expect(await state()).toEqual(before)
  })

  it('takes no other holder, no open duty and no other demand', async () => {
    const { id, held, state, before } = await closedDistrict('frozen')
    const instead = assignmentOf(night, 'frozen.b', 2)
    expect(await publish(db, id, changeOf(2, [instead], [held.id]))).toEqual(refusedAsClosed)
    expect(await publish(db, id, changeOf(2, [], [held.id]))).toEqual(refusedAsClosed)
    expect(await writeAll(db, needWrites(id, [{ ...night, number: 2 }], 0))).toEqual(refusedAsClosed)
    const empty = needAt('2027-01-18T15:00Z', 16)
    expect(await writeAll(db, needWrites(id, [empty], 0))).toEqual(refusedAsClosed)
    const part = { lineIds: ['plain'], from: '2027-01-01', to: '2027-02-01' }
    await writeAll(db, withdrawNeedWrites(id, 2, part, [], 0))
    expect(await state()).toEqual(before)
  })

  it('takes no outcome of a duty in it, nor of one that reached into it', async () => {
    const { id, held, state, before } = await closedDistrict('silent')
    const tell = (assignmentId: string, start: number, end: number) => {
      const outcome = { assignmentId, start, end, activeMinutes: null, callOuts: null }
      return writeAll(db, outcomeWrites(id, [outcome], 'a', fromUtcText('2027-02-03T08:00Z')))
    }
    expect(await tell(held.id, night.start, night.end + 60)).toEqual(refusedAsClosed)
    expect(await state()).toEqual(before)
    const first = needAt('2027-01-31T23:00Z', 8)
    const after = assignmentOf(first, 'silent.a', 2)
    expect(await publish(db, id, changeOf(2, [after]), [first])).toEqual(written)
    expect(await tell(after.id, first.start - 1, first.end)).toEqual(refusedAsClosed)
    expect(await tell(after.id, first.start, first.end + 60)).toEqual(written)
  })

  it('lets a plan be published that leaves its duties as they are', async () => {
    const { id } = await closedDistrict('beside')
    const later = needAt('2027-02-08T15:00Z', 16)
    const change = changeOf(2, [assignmentOf(later, 'beside.b', 2)])
    expect(await publish(db, id, change, [night, later])).toEqual(written)
  })

  it('is closed for its district alone', async () => {
    await closedDistrict('mine')
    await enter(db, plannedDistrict('theirs'))
    const change = changeOf(1, [assignmentOf(night, 'theirs.a', 1)])
    expect(await publish(db, 'theirs', change, [night])).toEqual(written)
  })
})

describe('an agreement that ten change at once', () => {
  it('takes one value and ends what held once', async () => {
    await enter(db, plannedDistrict('ten'))
    const before = (await findDistrict(db, 'ten'))?.agreement ?? []
    const adopted = (author: string): AgreementEntry => ({
      from: '2027-03-01',
      to: null,
      parameter: 'hourWeights',
      value: { home: 1 / 3, 'on-site': 1, backup: 0 },
      status: 'adopted',
      source: 'Protokoll',
      author,
      decidedOn: '2027-01-15',
    })
    const ended = before.map((entry) =>
      entry.parameter === 'hourWeights' ? { ...entry, to: '2027-03-01' } : entry,
    )
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        writeAll(db, agreementWrites('ten', before, [...ended, adopted(`a${index}`)])),
      ),
    )
    const winner = answers.findIndex(({ kind }) => kind === 'written')
    const stale = { kind: 'refused', constraint: 'stale-revision' }
    expect(answers.toSpliced(winner, 1)).toEqual(Array(9).fill(stale))
    expect((await findDistrict(db, 'ten'))?.agreement).toEqual([...ended, adopted(`a${winner}`)])
  })
})
