import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LedgerPeriod, periodOf } from '../../src/core/ledger/period.ts'
import { type CountedRota, countedRota } from '../../src/core/ledger/person-ledger.ts'
import type { District } from '../../src/core/rota/district.ts'
import { isPublicHoliday } from '../../src/core/time/holidays.ts'
import { addDays, daysBetween, weekdayOf } from '../../src/core/time/local-date.ts'
import { loadParts } from '../../src/reports/load/load-parts.ts'
import { type Others, othersLoad } from '../../src/reports/load/others-load.ts'
import {
  always,
  makeDistrict,
  makeDoctor,
  makePerson,
  makeRota,
  makeSurgery,
} from '../support/make-district.ts'

const READER = '4601'
const MUNICIPALITIES = ['4601', '4602', '4603', '4604']
const LEAST = 3
const FIRST = '2026-01-01'
const DAYS = daysBetween(FIRST, '2029-01-01')
const YEARS = ['2026', '2027', '2028']
const QUARTERS = YEARS.flatMap((year) => ['01', '04', '07', '10'].map((month) => `${year}-${month}-01`))

/** A doctor comes on one day to a municipality, may move on another to the next, and may leave; surgery begins to be declared on some day, which may be that of the move. */
const doctor = fc.record({
  first: fc.nat(3),
  second: fc.option(fc.nat(3), { nil: null }),
  comes: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.nat(DAYS - 1)),
  moves: fc.nat(DAYS - 1),
  leaves: fc.oneof({ weight: 2, arbitrary: fc.constant(DAYS) }, fc.nat(DAYS)),
  declares: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    fc.nat(DAYS - 1),
    fc.constant('moves' as const),
  ),
})
const world = fc.array(doctor, { minLength: 5, maxLength: 10 })

type Made = readonly {
  readonly first: number
  readonly second: number | null
  readonly comes: number
  readonly moves: number
  readonly leaves: number
  readonly declares: number | 'moves'
}[]

const dayOf = (day: number) => addDays(FIRST, day)

/** Each with another length of the one surgery of the week, on Wednesdays: no sum is another by chance. */
const minutesOf = (index: number) => 61 + index * index * 7 + index

function districtOf(made: Made): District {
  const doctors = made.map(({ first, second, comes, moves, leaves, declares }, index) => {
    const end = Math.max(leaves, comes + 1)
    const move = second === null ? end : Math.min(Math.max(moves, comes + 1), end)
    const held = [
      { place: first, from: comes, to: move },
      ...(second === null || move >= end ? [] : [{ place: second, from: move, to: end }]),
    ]
    const minute = 8 * 60 + minutesOf(index)
    const end24 = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    return makeDoctor(`d${index}`, {
      engagements: held.map(({ place, from, to }) => ({
        id: `e${index}-${from}`,
        from: dayOf(from),
        to: dayOf(to),
        employer: { kind: 'municipality' as const, number: MUNICIPALITIES[place] as string },
        form: 'gp-salaried' as const,
        fractionPercent: 100,
      })),
      surgery: [
        {
          ...makeSurgery([{ weekday: 3, start: '08:00', end: end24, endDay: 0 }]),
          from: dayOf(declares === 'moves' ? moves : declares),
        },
      ],
    })
  })
  const municipalities = MUNICIPALITIES.map((number) => ({
    number,
    name: number,
    facts: [{ ...always, population: 4000, centrality: 6 }],
    participation: [{ ...always, windows: null, quota: null }],
  }))
  const agreement = [
    {
      parameter: 'leastGroup' as const,
      value: LEAST,
      from: '2020-01-01',
      to: null,
      status: 'adopted' as const,
      source: 's',
      author: 'a',
      decidedOn: null,
    },
  ]
  const persons = doctors.map(({ personId }) => makePerson(personId))
  return makeDistrict({ doctors, persons, municipalities, agreement, positions: [] })
}

/** Whose a doctor is on a date, read from the engagements alone. */
function placesOn({ doctors }: District, index: number, date: string): string[] {
  return (doctors[index]?.engagements ?? []).flatMap(({ from, to, employer }) =>
    from <= date && (to === null || date < to) && employer.kind === 'municipality' ? [employer.number] : [],
  )
}

/** The days of a quarter that one shown sum is made of: `doctor|day`. */
function atomsOf(
  district: District,
  municipality: string | null,
  quarter: string,
  reader: string = READER,
): string[] {
  const { from, to } = periodOf('quarter', quarter)
  const days = Array.from({ length: daysBetween(from, to) }, (_, day) => addDays(from, day))
  return district.doctors.flatMap((doctor, index) => {
    const others = days.filter((date) => !placesOn(district, index, date).includes(reader))
    const declared = doctor.surgery[0]?.from ?? ''
    if (days.some((date) => date < declared && !isPublicHoliday(date))) return []
    return others
      .filter((date) => municipality === null || placesOn(district, index, date).includes(municipality))
      .map((date) => `${index}|${date}`)
  })
}

interface ShownSum {
  readonly atoms: readonly string[]
  readonly minutes: number
}

/** Every hidden sum that an account is shown of these periods, which reads the report of one municipality or of several. */
function shownIn(
  district: District,
  counted: CountedRota,
  periods: readonly LedgerPeriod[],
  readers: readonly string[] = [READER],
): ShownSum[] {
  const pages = readers.flatMap((reader) => periods.map((period) => ({ reader, period })))
  return pages.flatMap(({ reader, period }) => {
    const known = readers.filter((own) => own !== reader)
    const parts = loadParts(district, period, counted)
    const others: Others = othersLoad(district, reader, period, parts, known)
    return [others.all, ...others.municipalities].flatMap(({ municipality, hidden }) => {
      if (hidden?.kind !== 'known') return []
      const quarters = QUARTERS.filter((start) => start >= period.from && start < period.to)
      const atoms = quarters.flatMap((start) => atomsOf(district, municipality, start, reader))
      return [{ atoms, minutes: hidden.surgeryMinutes }]
    })
  })
}

/** A prime below 2^26, so that products are whole numbers. */
const PRIME = 67_108_859

function power(base: number, exponent: number): number {
  let [result, factor, rest] = [1, base % PRIME, exponent]
  for (; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * factor) % PRIME
    factor = (factor * factor) % PRIME
  }
  return result
}

/** Rank of a matrix of small whole numbers, by Gauss in the numbers modulo a prime. */
function rank(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  let found = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const at = rows.findIndex((row, index) => index >= found && row[column] !== 0)
    if (at < 0) continue
    const pivot = rows[at] as number[]
    rows[at] = rows[found] as number[]
    rows[found] = pivot
    const inverse = power(pivot[column] as number, PRIME - 2)
    for (let below = found + 1; below < rows.length; below++) {
      const row = rows[below] as number[]
      const factor = ((row[column] as number) * inverse) % PRIME
      if (factor === 0) continue
      for (let place = column; place < row.length; place++)
        row[place] = ((row[place] as number) + (PRIME - factor) * (pivot[place] as number)) % PRIME
    }
    found++
  }
  return found
}

/** Persons of whom alone something can be had by adding and subtracting the sums as one likes; undefined where there are none. */
function givenAway(sums: readonly ShownSum[], persons: number): readonly number[] | undefined {
  const columns = new Map<string, { readonly person: number; readonly column: readonly number[] }>()
  const placesOf = new Map<string, number[]>()
  for (const [index, { atoms }] of sums.entries())
    for (const atom of atoms) placesOf.set(atom, [...(placesOf.get(atom) ?? []), index])
  for (const [atom, places] of placesOf) {
    const person = Number(atom.split('|')[0])
    // Days of one person that stand in the same sums are one unknown.
    columns.set(`${person} ${places}`, { person, column: sums.map((_, at) => Number(places.includes(at))) })
  }
  const all = [...columns.values()]
  const rankWithout = (few: readonly number[]) =>
    rank(all.filter(({ person }) => !few.includes(person)).map(({ column }) => column))
  const whole = rankWithout([])
  return setsOf(persons, LEAST - 1)
    .toSorted((a, b) => a.length - b.length)
    .find((few) => rankWithout(few) < whole)
}

/** Every set of one to so many. */
function setsOf(persons: number, most: number, from = 0): number[][] {
  if (most === 0) return []
  return Array.from({ length: persons - from }, (_, next) => from + next).flatMap((person) => [
    [person],
    ...setsOf(persons, most - 1, person + 1).map((rest) => [person, ...rest]),
  ])
}

const PAGES = [
  ...QUARTERS.map((start) => periodOf('quarter', start)),
  ...YEARS.map((year) => periodOf('year', `${year}-01-01`)),
]

describe('all that a reader can ask of three years', () => {
  let standing = 0

  it('are sums of the very days that they say, and no combination of them is of fewer persons than agreed', () => {
    fc.assert(
      fc.property(world, (made) => {
        const district = districtOf(made)
        const rota = makeRota({ district, from: FIRST, to: '2029-01-01', needs: [] })
        const counted = countedRota({ rota, assignments: [], outcomes: [] })
        const sums = shownIn(district, counted, PAGES)
        standing += sums.length
        for (const { atoms, minutes } of sums) {
          const own = atoms.filter((atom) => isSurgery(atom.split('|')[1] as string))
          expect(minutes).toBe(own.reduce((sum, atom) => sum + minutesOf(Number(atom.split('|')[0])), 0))
        }
        expect(givenAway(sums, made.length)).toBeUndefined()
      }),
      { numRuns: 40, seed: 11 },
    )
    expect(standing).toBeGreaterThan(200)
  })

  it('are no sums of fewer either where one account reads two municipalities’ reports, and knows the doctors of both', () => {
    const readers = ['4601', '4602']
    let both = 0
    fc.assert(
      fc.property(world, (made) => {
        const district = districtOf(made)
        const rota = makeRota({ district, from: FIRST, to: '2029-01-01', needs: [] })
        const counted = countedRota({ rota, assignments: [], outcomes: [] })
        const isHidden = (atom: string) => {
          const [index, date] = atom.split('|') as [string, string]
          return !placesOn(district, Number(index), date).some((place) => readers.includes(place))
        }
        const sums = shownIn(district, counted, PAGES, readers)
        const unknown = sums.map(({ atoms, minutes }) => ({ atoms: atoms.filter(isHidden), minutes }))
        both += unknown.filter(({ atoms }) => atoms.length > 0).length
        expect(givenAway(unknown, made.length)).toBeUndefined()
      }),
      { numRuns: 40, seed: 12 },
    )
    expect(both).toBeGreaterThan(100)
  })

  it('are of the same persons in both reports of one account, also where one declared surgery only after leaving', () => {
    const one = { first: 2, second: null, comes: 0, moves: 0, leaves: DAYS, declares: 0 }
    const district = districtOf([one, one, one, { ...one, first: 0, second: 2, moves: 40, declares: 40 }])
    const rota = makeRota({ district, from: FIRST, to: '2029-01-01', needs: [] })
    const counted = countedRota({ rota, assignments: [], outcomes: [] })
    const [here, there] = ['4601', '4602'].map((reader) => {
      const readers = [reader, ...['4601', '4602'].filter((own) => own !== reader)]
      return shownIn(district, counted, [periodOf('quarter', FIRST)], readers)[0]?.minutes
    })
    expect(here).toBe(there)
  })

  it('would be found to give somebody away, were everything shown', () => {
    const one = { first: 1, second: null, comes: 0, moves: 0, leaves: DAYS, declares: 0 }
    const district = districtOf([one, one, one, { ...one, first: 2 }])
    const sums = [null, '4602', '4603'].map((municipality) => ({
      atoms: atomsOf(district, municipality, FIRST),
      minutes: 0,
    }))
    expect(givenAway(sums.slice(0, 1), 4)).toBeUndefined()
    expect(givenAway(sums.slice(0, 2), 4)).toEqual([3])
    expect(givenAway(sums, 4)).toEqual([3])
  })

  it.each(['week', 'month'] as const)('has no hidden sum for a %s', (kind) => {
    const one = { first: 1, second: null, comes: 0, moves: 0, leaves: DAYS, declares: 0 }
    const district = districtOf([one, one, one, one])
    const rota = makeRota({ district, from: FIRST, to: '2029-01-01', needs: [] })
    const counted = countedRota({ rota, assignments: [], outcomes: [] })
    const period = periodOf(kind, '2027-02-03')
    const { all, municipalities } = othersLoad(district, READER, period, loadParts(district, period, counted))
    expect([all, ...municipalities].map(({ hidden }) => hidden)).toEqual([null, null])
  })
})

/** No surgery on a public holiday. */
function isSurgery(date: string): boolean {
  return weekdayOf(date) === 3 && !isPublicHoliday(date)
}
