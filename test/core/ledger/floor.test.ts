import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weeklyFloor } from '../../../src/core/ledger/floor.ts'
import { ledgerOf } from '../../../src/core/ledger/hours.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import { wholeSlice } from '../../../src/core/rota/rota.ts'
import { overlaps } from '../../../src/core/time/interval.ts'
import {
  always,
  at,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makeRota,
  makeSlice,
  makeSurgery,
  type RotaParts,
  weekdays,
} from '../../support/make-district.ts'

const WEEK = '2027-W01'
const surgery = (start: string, end: string): Partial<Doctor> => ({
  surgery: [makeSurgery(weekdays(start, end))],
})
const lines = [
  makeLine(),
  makeLine({ id: 'x', overlapClass: 'both' }),
  makeLine({ id: 'y', overlapClass: 'both' }),
  makeLine({ id: 'c', conditional: true, behind: ['h'] }),
]
const rotaOf = (doctors: readonly Doctor[], needs: readonly Need[], parts: RotaParts = {}) =>
  makeRota({
    district: makeDistrict({ doctors, lines }),
    from: '2027-01-04',
    to: '2027-01-11',
    needs,
    ...parts,
  })
const floorOf = (doctors: readonly Doctor[], needs: readonly Need[], parts: RotaParts = {}) => {
  const floor = weeklyFloor(rotaOf(doctors, needs, parts), WEEK)
  return {
    level: floor.levelMinutes / 60,
    ...Object.fromEntries(
      [...floor.byPerson].map(([id, minutes]) => [id, minutes === null ? null : minutes / 60]),
    ),
  }
}
const plain = (...ids: string[]) => ids.map((id) => makeDoctor(id))
const evening = (date: string, over = {}) => makeNeed(`${date} 16:00`, `${date} 22:00`, over)

describe('the floor of a week', () => {
  it('shares the demand evenly among equals', () => {
    expect(floorOf(plain('a', 'b', 'c'), [evening('2027-01-04'), evening('2027-01-05')])).toEqual({
      level: 4,
      a: 4,
      b: 4,
      c: 4,
    })
  })

  it('fills up those with least other work first', () => {
    // Other work 30, 20 and 0 hours; 26 hours of duty: 0 and 20 fill to 23, and 30 stays above.
    const doctors = [
      makeDoctor('a', surgery('08:00', '14:00')),
      makeDoctor('b', surgery('08:00', '12:00')),
      ...plain('c'),
    ]
    const saturday = makeNeed('2027-01-09 00:00', '2027-01-10 02:00')
    expect(floorOf(doctors, [saturday])).toEqual({ level: 23, a: 30, b: 23, c: 23 })
  })

  it('counts nothing for minutes of duty that fall in somebody’s other work', () => {
    const doctors = [makeDoctor('a', surgery('08:00', '16:00')), ...plain('b')]
    expect(floorOf(doctors, [makeNeed('2027-01-04 08:00', '2027-01-04 16:00')])).toEqual({
      level: 0,
      a: 40,
      b: 0,
    })
  })

  it('knows no floor for undeclared surgery, which counts as none for the others', () => {
    expect(floorOf([makeDoctor('a', { surgery: [] }), ...plain('b')], [evening('2027-01-04')])).toEqual({
      level: 3,
      a: null,
      b: 3,
    })
  })

  it('has two lines that one person may hold together count once', () => {
    const needs = [
      evening('2027-01-04', { id: 'x1', lineId: 'x' }),
      evening('2027-01-04', { id: 'y1', lineId: 'y' }),
    ]
    expect(floorOf(plain('a', 'b'), needs).level).toBe(3)
  })

  it('counts their hours apart where they do not overlap', () => {
    const needs = [
      evening('2027-01-04', { id: 'x1', lineId: 'x' }),
      evening('2027-01-05', { id: 'y1', lineId: 'y' }),
    ]
    expect(floorOf(plain('a', 'b'), needs).level).toBe(6)
  })

  it('leaves a conditional backup out, which may not be needed', () => {
    expect(floorOf(plain('a'), [evening('2027-01-04', { lineId: 'c' })]).level).toBe(0)
  })

  it('counts each doctor that a need asks for, and only the part inside the week', () => {
    expect(floorOf(plain('a', 'b'), [evening('2027-01-04', { number: 2 })]).level).toBe(6)
    expect(floorOf(plain('a'), [makeNeed('2027-01-10 16:00', '2027-01-11 08:00')]).level).toBe(8)
  })

  const outside: readonly [string, Partial<Doctor>][] = [
    [
      'are away all week',
      { absences: [{ id: 'x', from: '2027-01-04', certainFrom: '2027-01-04', to: '2027-01-11' }] },
    ],
    ['are exempt', { exemptions: [{ ...always, id: 'x', scope: { kind: 'out-of-hours' } }] }],
    ['lack the courses', { competences: [] }],
    ['only learn', { takingPart: [{ ...always, way: { kind: 'supernumerary' }, least: null, most: null }] }],
    [
      'offer other weeks',
      {
        takingPart: [
          {
            ...always,
            way: { kind: 'offered-windows', windows: [{ from: '2027-02-01', to: '2027-02-08' }] },
            least: null,
            most: null,
          },
        ],
      },
    ],
  ]
  it.each(outside)('does not lean on those who %s', (_, over) => {
    expect(floorOf([makeDoctor('a', over), ...plain('b')], [evening('2027-01-04')])).toEqual({
      level: 6,
      a: 0,
      b: 6,
    })
  })

  it('leans on those who are there one day, may have to be away, or are exempt from nights alone', () => {
    const doctors = [
      makeDoctor('a', { absences: [{ id: 'x', from: '2027-01-05', certainFrom: '2027-01-05', to: null }] }),
      makeDoctor('b', { absences: [{ id: 'x', from: '2027-01-04', certainFrom: '2027-02-01', to: null }] }),
      makeDoctor('c', { exemptions: [{ ...always, id: 'x', scope: { kind: 'nights' } }] }),
    ]
    expect(floorOf(doctors, [evening('2027-01-04')]).level).toBe(2)
  })

  it('leans on the exempt for duties within office hours', () => {
    const exempt = makeDoctor('a', { exemptions: [{ ...always, id: 'x', scope: { kind: 'out-of-hours' } }] })
    const daytime = makeNeed('2027-01-04 08:00', '2027-01-04 16:00')
    expect(floorOf([exempt, ...plain('b')], [daytime])).toEqual({ level: 4, a: 4, b: 4 })
  })

  it('over duty alone leaves surgery and tasks out, and is known for all', () => {
    const doctors = [makeDoctor('a', surgery('08:00', '14:00')), makeDoctor('b', { surgery: [] })]
    const floor = weeklyFloor(rotaOf(doctors, [evening('2027-01-04')]), WEEK, 'duty')
    expect([...floor.byPerson]).toEqual([
      ['a', 180],
      ['b', 180],
    ])
  })

  it('without anyone who can take duty is none', () => {
    expect(floorOf([makeDoctor('a', { competences: [] })], [evening('2027-01-04')])).toEqual({
      level: 0,
      a: 0,
    })
  })

  it('starts from duty elsewhere', () => {
    const elsewhere = [
      { personId: 'a', start: at('2027-01-06 16:00'), end: at('2027-01-07 02:00'), overlapClass: null },
    ]
    expect(floorOf(plain('a', 'b'), [evening('2027-01-04')], { elsewhere })).toEqual({
      level: 6,
      a: 10,
      b: 6,
    })
  })
})

describe('the floor is a lower bound', () => {
  const doctor = fc.record({ start: fc.integer({ min: 7, max: 12 }), hours: fc.integer({ min: 0, max: 8 }) })
  const hour = (value: number) => `${String(value).padStart(2, '0')}:00`
  const demand = fc.record({
    day: fc.integer({ min: 4, max: 10 }),
    start: fc.integer({ min: 6, max: 20 }),
    hours: fc.integer({ min: 1, max: 20 }),
    lineId: fc.constantFrom('h', 'x', 'y'),
  })
  const setting = fc.record({
    doctors: fc.array(doctor, { minLength: 2, maxLength: 3 }),
    demands: fc.array(demand, { minLength: 1, maxLength: 4 }),
  })
  const doctorsOf = (given: readonly { start: number; hours: number }[]) =>
    given.map(({ start, hours }, index) =>
      makeDoctor(`d${index}`, hours === 0 ? {} : surgery(hour(start), hour(start + hours))),
    )
  const needsOf = (given: readonly { day: number; start: number; hours: number; lineId: string }[]) =>
    given.map(({ day, start, hours, lineId }, index) => {
      const from = at(`2027-01-${String(day).padStart(2, '0')} ${hour(start)}`)
      return makeNeed('2027-01-04 16:00', '2027-01-04 17:00', {
        id: `n${index}`,
        lineId,
        start: from,
        end: from + hours * 60,
      })
    })
  /** Every way of giving each need to one doctor who may hold it, by index of doctor. */
  const sharings = (needs: readonly Need[], doctors: number): number[][] =>
    needs
      .reduce<number[][]>(
        (found, _) =>
          found.flatMap((chosen) => Array.from({ length: doctors }, (__, index) => [...chosen, index])),
        [[]],
      )
      .filter((chosen) =>
        chosen.every((holder, a) =>
          chosen.every(
            (other, b) => a === b || holder !== other || mayHoldBoth(needs[a] as Need, needs[b] as Need),
          ),
        ),
      )
  const mayHoldBoth = (a: Need, b: Need) => !overlaps(a, b) || (a.lineId !== 'h' && b.lineId !== 'h')

  it('no sharing of whole duties keeps every doctor below it', () => {
    fc.assert(
      fc.property(setting, ({ doctors: givenDoctors, demands }) => {
        const doctors = doctorsOf(givenDoctors)
        const needs = needsOf(demands)
        const level = weeklyFloor(rotaOf(doctors, needs), WEEK).levelMinutes
        for (const chosen of sharings(needs, doctors.length)) {
          const holders = Object.fromEntries(needs.map((need, index) => [need.id, `d${chosen[index]}`]))
          const rows = ledgerOf(rotaOf(doctors, needs, { holders }), [WEEK])
          expect(Math.max(...rows.map((row) => row.totalMinutes ?? 0))).toBeGreaterThanOrEqual(level)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('nor does any sharing of half duties', () => {
    fc.assert(
      fc.property(setting, ({ doctors: givenDoctors, demands }) => {
        const doctors = doctorsOf(givenDoctors)
        const needs = needsOf(demands.slice(0, 2))
        const level = weeklyFloor(rotaOf(doctors, needs), WEEK).levelMinutes
        const halves = needs.flatMap((need) => {
          const middle = (need.start + need.end) / 2
          return [
            { ...need, end: middle },
            { ...need, start: middle },
          ]
        })
        for (const chosen of sharings(halves, doctors.length)) {
          const slices = halves.map((half, index) => ({
            id: half.id,
            slice: wholeSlice(half, `d${chosen[index]}`),
          }))
          const holders = Object.fromEntries(
            needs.map((need) => [
              need.id,
              slices.filter(({ id }) => id === need.id).map(({ slice }) => slice),
            ]),
          )
          const rows = ledgerOf(rotaOf(doctors, needs, { holders }), [WEEK])
          expect(Math.max(...rows.map((row) => row.totalMinutes ?? 0))).toBeGreaterThanOrEqual(level)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('a split that hides duty in two surgeries does not go below it', () => {
    const doctors = [makeDoctor('a', surgery('08:00', '12:00')), makeDoctor('b', surgery('12:00', '16:00'))]
    const need = makeNeed('2027-01-04 08:00', '2027-01-04 16:00')
    const slices = [
      makeSlice('a', '2027-01-04 08:00', '2027-01-04 12:00'),
      makeSlice('b', '2027-01-04 12:00', '2027-01-04 16:00'),
    ]
    const rota = rotaOf(doctors, [need], { holders: { [need.id]: slices } })
    expect(ledgerOf(rota, [WEEK]).map((row) => row.totalMinutes)).toEqual([1200, 1200])
    expect(weeklyFloor(rota, WEEK).levelMinutes).toBeLessThanOrEqual(1200)
  })
})

describe('the floor counts on everybody who may legally hold a part', () => {
  const sunday = makeNeed('2027-01-03 08:00', '2027-01-04 08:00')
  const evening = makeNeed('2027-01-05 16:00', '2027-01-06 08:00')
  const levelOf = (b: Partial<Doctor>, needs: readonly Need[]) => {
    const doctors = [makeDoctor('a'), makeDoctor('b', b)]
    const rota = makeRota({
      district: makeDistrict({ doctors }),
      from: '2027-01-03',
      to: '2027-01-11',
      needs,
    })
    return weeklyFloor(rota, '2027-W01', 'duty').levelMinutes
  }

  it('also on those who began on Sunday with a competence that ends on Monday', () => {
    const competences = [makeCompetence(undefined, { to: '2027-01-04' })]
    expect(levelOf({ competences }, [sunday, evening])).toBeLessThanOrEqual(16 * 60)
  })

  it('also on those who only learn from Monday on', () => {
    const byShare = { way: { kind: 'by-share' }, least: null, most: null } as const
    const takingPart = [
      { ...byShare, from: '2020-01-01', to: '2027-01-04' },
      { ...byShare, from: '2027-01-04', to: null, way: { kind: 'supernumerary' } as const },
    ]
    expect(levelOf({ takingPart }, [sunday, evening])).toBeLessThanOrEqual(16 * 60)
  })

  it('also on those exempt out of hours, who may hold the office hours of a longer duty', () => {
    const exemptions = [{ ...always, id: 'x', scope: { kind: 'out-of-hours' } as const }]
    const day = makeNeed('2027-01-05 08:00', '2027-01-06 08:00')
    expect(levelOf({ exemptions }, [day])).toBeLessThanOrEqual(16 * 60)
    expect(levelOf({ exemptions }, [evening])).toBe(16 * 60)
  })
})
