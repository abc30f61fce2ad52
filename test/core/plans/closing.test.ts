import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BalanceEntry, balancesOn, SHARE_MEASURES } from '../../../src/core/ledger/balance.ts'
import { fairShares } from '../../../src/core/ledger/fair-share.ts'
import { periodOf } from '../../../src/core/ledger/period.ts'
import {
  type ClosedPeriod,
  type ClosingInput,
  isClosed,
  planClosing,
} from '../../../src/core/plans/closing.ts'
import { planCorrection } from '../../../src/core/plans/correction.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { firstQuarter } from '../../support/ledger-quarter.ts'
import { rotaOver } from '../../support/ledger-world.ts'
import { at, makeRota } from '../../support/make-district.ts'

const JANUARY = periodOf('month', '2027-01-01')

/** January, closed on 1 February at noon; `a` holds every duty unless the rota says otherwise. */
function closing(over: Partial<ClosingInput> = {}) {
  const empty = makeRota({ from: '2027-01-01', to: '2027-02-01' })
  const holders = Object.fromEntries(empty.needs.map((need) => [need.id, 'a']))
  let ids = 0
  return planClosing({
    rota: makeRota({ from: '2027-01-01', to: '2027-02-01', holders }),
    period: JANUARY,
    assignments: [],
    outcomes: [],
    closings: [],
    by: 'k',
    now: at('2027-02-01 12:00'),
    newId: () => `id-${ids++}`,
    ...over,
  })
}

function planned(over: Partial<ClosingInput> = {}): {
  closing: ClosedPeriod
  entries: readonly BalanceEntry[]
} {
  const result = closing(over)
  if (result.kind === 'refused') throw new Error(result.reason)
  return result
}

/** January as it was published, and taken back. */
function withdrawn(): Rota {
  const rota = makeRota({ from: '2027-01-01', to: '2027-02-01' })
  return { ...rota, needs: rota.needs.map((need) => ({ ...need, number: 0 })) }
}

describe('closing a period', () => {
  it.each([
    ['before its last day has ended', { now: at('2027-01-31 23:59') }, 'not-over'],
    ['that is closed', { closings: [{ period: JANUARY }] }, 'already-closed'],
    [
      'that is closed by another name',
      { closings: [{ period: { ...JANUARY, kind: 'plan', name: 'Vinter' } as const }] },
      'already-closed',
    ],
    [
      'with a closed week in it',
      { closings: [{ period: periodOf('week', '2027-01-11') }] },
      'overlaps-closed',
    ],
    [
      'inside a closed quarter',
      { closings: [{ period: periodOf('quarter', '2027-01-01') }] },
      'overlaps-closed',
    ],
    [
      'that shares a few days with a closed week',
      { closings: [{ period: periodOf('week', '2026-12-28') }] },
      'overlaps-closed',
    ],
    ['in which nothing was ever published', { period: periodOf('week', '1998-01-05') }, 'nothing-to-close'],
    ['whose duties are all withdrawn', { rota: withdrawn() }, 'nothing-to-close'],
  ] as const)('%s is refused', (_, over, reason) => {
    expect(closing(over)).toEqual({ kind: 'refused', reason })
  })

  it('is done from its first minute after, beside closed periods that only touch it', () => {
    const closings = [
      { period: periodOf('month', '2026-12-01') },
      { period: periodOf('month', '2027-02-01') },
    ]
    expect(closing({ now: at('2027-02-01 00:00'), closings }).kind).toBe('planned')
  })

  it('keeps who closed it, when, the ledgers and the shares', () => {
    const { closing: closed } = planned()
    expect(closed).toMatchObject({ id: 'id-0', period: JANUARY, by: 'k', closedAt: at('2027-02-01 12:00') })
    expect(closed.ledgers.map(({ personId, planned: { duties } }) => [personId, duties])).toEqual([
      ['a', 31],
      ['b', 0],
      ['c', 0],
      ['d', 0],
    ])
    expect(closed.shares).toHaveLength(4)
  })

  it('opens one entry for each doctor and measure: what was held less the even share', () => {
    const { entries } = planned()
    // 31 duties: 20 of 16 hours, and 24 hours on New Year's Day and 10 Saturdays and Sundays
    const minutes = (20 * 16 + 11 * 24) * 60
    expect(
      entries.filter(({ measure }) => measure === 'home').map(({ personId, amount }) => [personId, amount]),
    ).toEqual([
      ['a', minutes * 0.75],
      ['b', -minutes / 4],
      ['c', -minutes / 4],
      ['d', -minutes / 4],
    ])
    expect(entries.filter(({ measure }) => measure === 'nights').map(({ amount }) => amount)).toEqual([
      23.25, -7.75, -7.75, -7.75,
    ])
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    for (const { on, kind, closingId, reason } of entries)
      expect({ on, kind, closingId, reason }).toEqual({
        on: '2027-02-01',
        kind: 'closing',
        closingId: 'id-0',
        reason: '2027-01',
      })
  })

  it('shares what was held, so that duties nobody held are nobody’s debt', () => {
    const { needs } = makeRota({ from: '2027-01-01', to: '2027-02-01' })
    const holders = Object.fromEntries(
      needs.slice(0, 4).map((need, index) => [need.id, 'abcd'[index] as string]),
    )
    const lengths = needs.slice(0, 4).map((need) => need.end - need.start)
    const mean = lengths.reduce((sum, minutes) => sum + minutes, 0) / 4
    const { entries } = planned({ rota: makeRota({ from: '2027-01-01', to: '2027-02-01', holders }) })
    const home = entries.filter(({ measure }) => measure === 'home')
    expect(Object.fromEntries(home.map(({ personId, amount }) => [personId, amount]))).toEqual(
      Object.fromEntries(
        lengths.flatMap((minutes, index) => (minutes === mean ? [] : [['abcd'[index], minutes - mean]])),
      ),
    )
  })

  it('carries on what was worked, not what was planned', () => {
    const quarter = { ...firstQuarter(), now: at('2027-04-01 00:00') }
    const homeOf = (result: ReturnType<typeof planned>) => {
      const own = result.entries.filter(({ measure }) => measure === 'home')
      return Object.fromEntries(own.map(({ personId, amount }) => [personId, amount]))
    }
    const night = quarter.assignments.find(
      ({ needId, personId, revisionTo }) =>
        needId.includes('2027-01-04') && personId === 'a' && revisionTo === null,
    )
    const { id = '', start = 0, end = 0 } = night ?? {}
    const told = { assignmentId: id, start, end: end + 120, activeMinutes: null, callOuts: null }
    const before = homeOf(planned({ ...quarter, outcomes: [] }))
    const after = homeOf(planned({ ...quarter, outcomes: [told] }))
    // Two hours more, of which an even third would have been their own.
    expect((after.a ?? 0) - (before.a ?? 0)).toBe(80)
    expect(Object.values(after).reduce((sum, amount) => sum + amount, 0)).toBe(0)
  })

  it('does not carry on again what was brought to it', () => {
    const rota = makeRota({ from: '2027-01-01', to: '2027-02-01' })
    const even = Object.fromEntries(rota.needs.map((need, index) => [need.id, 'abcd'[index % 4] as string]))
    const held = makeRota({ from: '2027-01-01', to: '2027-02-01', holders: even })
    const balances = [
      { personId: 'a', measure: 'home', amount: 6000 },
      { personId: 'b', measure: 'home', amount: -6000 },
    ] as const
    const without = planned({ rota: held })
    const brought = planned({ rota: { ...held, balances } })
    expect(brought.entries).toEqual(without.entries)
    expect(brought.closing.shares).not.toEqual(without.closing.shares)
  })

  it('is done with outcomes half told', () => {
    const quarter = firstQuarter()
    const result = planned({
      ...quarter,
      now: at('2027-04-01 00:00'),
      outcomes: quarter.outcomes.slice(0, 1),
    })
    const [a] = result.closing.ledgers
    expect([a?.worked.activeMinutes, a?.worked.activeOfMinutes]).toEqual([260, 19 * 60])
  })

  it('can be stored as JSON and read back', () => {
    const { closing: closed, entries } = planned({ ...firstQuarter(), now: at('2027-04-01 00:00') })
    expect(JSON.parse(JSON.stringify(closed))).toEqual(closed)
    expect(JSON.parse(JSON.stringify(entries))).toEqual(entries)
  })
})

const WORLD = { from: '2026-12-14', to: '2027-04-12' } as const
const RUNS = { numRuns: 6, seed: 20270328 }
/** Milliseconds, on a machine that is busy with other things. */
const PATIENT = { timeout: 30_000 }

describe('every closing', PATIENT, () => {
  it('opens entries that add up to nothing in each measure', () => {
    fc.assert(
      fc.property(rotaOver(WORLD.from, WORLD.to), (rota) => {
        const { entries } = planned({
          rota,
          period: periodOf('quarter', '2027-01-01'),
          now: at('2027-05-01 00:00'),
        })
        expect(entries.length).toBeGreaterThan(0)
        for (const measure of SHARE_MEASURES) {
          const own = entries.filter((entry) => entry.measure === measure)
          expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(0, 6)
          expect(own.every(({ amount }) => amount !== 0)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('holds the figures that the values of its time give, whatever is agreed later', () => {
    const later = (parameter: string, value: unknown) =>
      ({
        ...{ parameter, value, from: '2027-04-01', to: null, status: 'adopted' },
        ...{ source: '', author: '', decidedOn: '2027-04-01' },
      }) as AgreementEntry
    const today = [
      later('night', { start: '20:00', end: '10:00', leastMinutes: 1 }),
      later('weekend', { fridayStart: '08:00', mondayEnd: '20:00', leastMinutes: 1 }),
      later('hourWeights', { home: 1, 'on-site': 0, backup: 1 }),
      later('courseValidYears', 1),
    ]
    fc.assert(
      fc.property(rotaOver(WORLD.from, WORLD.to), (rota) => {
        const input = { period: periodOf('quarter', '2027-01-01'), now: at('2027-05-01 00:00') }
        const { district } = rota
        const changed = { ...rota, district: { ...district, agreement: [...district.agreement, ...today] } }
        expect(JSON.stringify(planned({ ...input, rota: changed }))).toBe(
          JSON.stringify(planned({ ...input, rota })),
        )
      }),
      RUNS,
    )
  })
})

describe('closing month by month', () => {
  it('leads everyone to the same when each next month is held as its targets ask', () => {
    const { entries } = planned()
    const february: Rota = {
      ...makeRota({ from: '2027-02-01', to: '2027-03-01' }),
      balances: balancesOn(entries, '2027-02-01'),
    }
    const targets = fairShares(february).map(({ target }) => target.minutes.home)
    expect(targets[0]).toBe(0)
    for (const target of targets.slice(1)) expect(target).toBeCloseTo(targets[1] as number, 6)
  })
})

describe('a date', () => {
  it('is closed from the first of a closed period to its last', () => {
    const closings = [{ period: JANUARY }]
    const dates = ['2026-12-31', '2027-01-01', '2027-01-31', '2027-02-01']
    expect(dates.map((date) => isClosed(closings, date))).toEqual([false, true, true, false])
    expect(isClosed([], '2027-01-15')).toBe(false)
  })
})

describe('a correction', () => {
  const correction = (over: object = {}) =>
    planCorrection({
      doctors: [{ personId: 'a' }, { personId: 'b' }],
      personId: 'a',
      measure: 'home',
      amount: -90,
      on: '2027-02-01',
      openFrom: '2027-02-01',
      firstDuty: '2027-01-04',
      reason: ' Kalt inn 3. januar ',
      by: 'k',
      now: at('2027-02-10 09:00'),
      newId: () => 'new',
      ...over,
    })

  it('is an entry of its own, signed and with its reason', () => {
    expect(correction()).toEqual({
      kind: 'planned',
      entry: {
        ...{ id: 'new', personId: 'a', measure: 'home', amount: -90, on: '2027-02-01', kind: 'correction' },
        ...{ closingId: null, reason: 'Kalt inn 3. januar', by: 'k', at: at('2027-02-10 09:00') },
      },
    })
  })

  it.each([
    ['without a reason', { reason: '' }, 'no-reason'],
    ['with a reason of blanks', { reason: ' \n' }, 'no-reason'],
    ['of nothing', { amount: 0 }, 'zero'],
    ['inside a closed period', { on: '2027-01-31' }, 'in-closed-period'],
    [
      'before the year of the first published duty',
      { on: '2026-12-31', openFrom: null },
      'before-first-duty',
    ],
    ['while nothing is published', { firstDuty: null }, 'before-first-duty'],
    ['for somebody who is no doctor here', { personId: 'x' }, 'unknown-doctor'],
  ])('%s is refused', (_, over, problem) => {
    expect(correction(over)).toEqual({ kind: 'refused', problem })
  })

  it('moves the balance and leaves the closing as it is', () => {
    const { entries } = planned()
    const result = correction({ on: '2027-02-10', amount: 90 })
    const entry = result.kind === 'planned' ? result.entry : undefined
    const before = balancesOn(entries, '2027-02-10').find(({ personId }) => personId === 'a')
    const after = balancesOn([...entries, entry as BalanceEntry], '2027-02-10').find(
      ({ personId }) => personId === 'a',
    )
    expect((after?.amount ?? 0) - (before?.amount ?? 0)).toBe(90)
  })
})
