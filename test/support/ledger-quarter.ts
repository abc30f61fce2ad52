import type { PersonLedgersInput } from '../../src/core/ledger/person-ledger.ts'
import type { Assignment, Outcome, Slice } from '../../src/core/rota/assignment.ts'
import type { Need } from '../../src/core/rota/need.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makeRota,
  makeSlice,
  makeSurgery,
  weekdays,
} from './make-district.ts'

/**
 * The first quarter of 2027 for doctor a, who holds eight duties, one task and one duty elsewhere: New Year's night that began
 * in 2026, a weekend, half a duty swapped, a night taken for somebody ill, Easter with the clock change, and a night that goes
 * on into April. Surgery 08–16 on working days. One duty of a's is taken by b.
 */
const HELD: readonly (readonly [string, string, Parameters<typeof makeNeed>[2], Partial<Slice>?])[] = [
  ['2026-12-31 16:00', '2027-01-01 08:00', { form: 'home' }],
  ['2027-01-04 16:00', '2027-01-05 08:00', { form: 'home' }],
  ['2027-01-16 08:00', '2027-01-17 08:00', { form: 'home' }],
  ['2027-01-17 08:00', '2027-01-18 08:00', { form: 'home' }],
  ['2027-02-10 16:00', '2027-02-11 08:00', { form: 'home' }, { origin: 'swap', end: at('2027-02-11 00:00') }],
  ['2027-03-05 22:00', '2027-03-06 08:00', { form: 'on-site' }, { origin: 'sick-cover' }],
  ['2027-03-27 23:00', '2027-03-28 08:00', { form: 'on-site' }],
  ['2027-03-29 08:00', '2027-03-30 08:00', { form: 'backup' }],
  ['2027-03-31 16:00', '2027-04-01 08:00', { form: 'home' }],
]

const GIVEN_AWAY = makeNeed('2027-02-20 08:00', '2027-02-21 08:00')

const held = HELD.map(([from, to, over, slice]) => {
  const need = makeNeed(from, to, over)
  return { need, slice: makeSlice('a', from, to, slice) }
})

const needOn = (date: string): Need => held.find(({ need }) => need.date === date)?.need as Need

let rows = 0
const row = (need: Need, slice: Slice, over: Partial<Assignment> = {}): Assignment => {
  const id = `row-${rows++}`
  return {
    ...slice,
    id,
    chainId: id,
    needId: need.id,
    seat: 0,
    revisionFrom: 1,
    revisionTo: null,
    sequence: 0,
    modifiedAt: 0,
    enteredBy: 'k',
    reason: '',
    replaces: null,
    note: '',
    ...over,
  }
}

/** What was held from revision 1 by another and given over at revision 2. */
function assignments(): Assignment[] {
  const half = needOn('2027-02-10')
  const night = needOn('2027-03-05')
  const whole = (personId: string, need: Need) => ({
    ...makeSlice(personId, '2027-01-01 00:00', '2027-01-01 01:00'),
    start: need.start,
    end: need.end,
  })
  const kept = { ...whole('b', half), start: at('2027-02-11 00:00') }
  const given = [half, night].map((need, index) =>
    row(need, whole(index === 0 ? 'b' : 'c', need), { revisionTo: 2 }),
  )
  return [
    ...given,
    row(half, kept, { revisionFrom: 2 }),
    row(GIVEN_AWAY, whole('a', GIVEN_AWAY), { revisionTo: 2 }),
    row(GIVEN_AWAY, { ...whole('b', GIVEN_AWAY), origin: 'voluntary' }, { revisionFrom: 2 }),
    ...held.map(({ need, slice }) => row(need, slice, { revisionFrom: slice.origin === 'share' ? 1 : 2 })),
  ]
}

function outcomeOf(date: string, rowsHeld: readonly Assignment[], told: Partial<Outcome>): Outcome {
  const own = rowsHeld.find(
    ({ needId, personId }) => needId === needOn(date).id && personId === 'a',
  ) as Assignment
  return {
    assignmentId: own.id,
    start: own.start,
    end: own.end,
    activeMinutes: null,
    callOuts: null,
    ...told,
  }
}

export function firstQuarter(): PersonLedgersInput {
  const task = {
    ...always,
    name: 'Sykehjem',
    timetable: [{ weekday: 3, start: '16:00', end: '18:00', endDay: 0 }],
    looseMinutesPerWeek: 0,
  } as const
  const doctor = makeDoctor('a', { surgery: [makeSurgery(weekdays('08:00', '16:00'))], otherTasks: [task] })
  const rowsHeld = assignments()
  return {
    rota: makeRota({
      district: makeDistrict({ doctors: [doctor, makeDoctor('b'), makeDoctor('c')] }),
      from: '2027-01-01',
      to: '2027-04-01',
      needs: [...held.map(({ need }) => need), GIVEN_AWAY],
      holders: {
        ...Object.fromEntries(held.map(({ need, slice }) => [need.id, [slice]])),
        [GIVEN_AWAY.id]: 'b',
      },
      elsewhere: [
        { personId: 'a', start: at('2027-01-20 18:00'), end: at('2027-01-20 22:00'), overlapClass: null },
      ],
    }),
    period: { kind: 'quarter', name: '2027-Q1', from: '2027-01-01', to: '2027-04-01' },
    assignments: rowsHeld,
    outcomes: [
      outcomeOf('2027-01-04', rowsHeld, { end: at('2027-01-05 11:00'), activeMinutes: 260, callOuts: 5 }),
      outcomeOf('2027-03-05', rowsHeld, { activeMinutes: 300, callOuts: 9 }),
    ],
  }
}
