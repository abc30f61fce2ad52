import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type GroupCell, shownCells } from '../../../src/reports/load/suppress.ts'

const LEAST = 5

const group = (id: string, ...persons: readonly (string | readonly [string, string])[]): GroupCell => ({
  id,
  members: persons.map((person) =>
    typeof person === 'string' ? { personId: person, part: 'all' } : { personId: person[0], part: person[1] },
  ),
})
const people = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)
const shown = (...cells: readonly GroupCell[]) => [...shownCells(cells, LEAST)]

describe('a sum of hidden hours', () => {
  it('stands from the least number of persons up', () => {
    expect(shown(group('a', ...people('a', 4)))).toEqual([])
    expect(shown(group('a', ...people('a', 5)))).toEqual(['a'])
  })

  it('is of persons, not of parts of them', () => {
    const parts = people('a', 3).flatMap((id) => [[id, 'winter'] as const, [id, 'spring'] as const])
    expect(shown(group('a', ...parts))).toEqual([])
  })

  it('falls where a few are what lies between it and others', () => {
    const [a, b, c] = [people('a', 8), people('b', 6), people('c', 3)]
    const all = group('all', ...a, ...b, ...c)
    expect(shown(all, group('a', ...a), group('b', ...b), group('c', ...c))).toEqual(['all', 'a'])
  })

  it('stands where nothing but many lies between', () => {
    const [a, b] = [people('a', 8), people('b', 6)]
    expect(shown(group('all', ...a, ...b), group('a', ...a), group('b', ...b))).toEqual(['all', 'a', 'b'])
  })

  it('falls where two groups differ by one who is in both', () => {
    const seven = people('a', 7)
    expect(shown(group('a', ...seven), group('b', ...seven, 'extra'))).toEqual(['b'])
  })

  it('falls where somebody has moved, and only that part lies between', () => {
    const [a, b] = [people('a', 6), people('b', 6)]
    const all = group('all', ...a, ...b, ['m', '1'], ['m', '2'], ['m', '3'])
    const cells = [all, group('a', ...a, ['m', '1']), group('b', ...b, ['m', '2'])]
    expect(shown(...cells)).toEqual(['all', 'b'])
  })
})

/** A fraction of whole numbers. */
type Fraction = readonly [bigint, bigint]
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))
const fraction = (up: bigint, down: bigint): Fraction => {
  const by = gcd(up, down) * (down < 0n ? -1n : 1n)
  return [up / by, down / by]
}
const less = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[1] - b[0] * a[1], a[1] * b[1])
const times = (a: Fraction, b: Fraction): Fraction => fraction(a[0] * b[0], a[1] * b[1])

/** The rows of a matrix that are worth a step each, by Gauss and Jordan in fractions. */
function reduced(matrix: readonly (readonly bigint[])[]): Fraction[][] {
  const rows = matrix.map((row) => row.map((value) => fraction(value, 1n)))
  const width = rows[0]?.length ?? 0
  let step = 0
  for (let column = 0; column < width; column++) {
    const found = rows.findIndex((row, index) => index >= step && row[column]?.[0] !== 0n)
    if (found < 0) continue
    const pivot = rows[found] as Fraction[]
    rows[found] = rows[step] as Fraction[]
    const by = pivot[column] as Fraction
    rows[step] = pivot.map((value) => times(value, fraction(by[1], by[0])))
    rows.forEach((row, index) => {
      const factor = row[column] as Fraction
      if (index !== step && factor[0] !== 0n)
        rows[index] = row.map((value, place) => less(value, times(factor, rows[step]?.[place] as Fraction)))
    })
    step++
  }
  return rows.slice(0, step)
}

/** True when what is told of some cells tells something that rests on those persons alone. */
function gives(cells: readonly GroupCell[], persons: readonly string[]): boolean {
  const variables = [
    ...new Set(cells.flatMap(({ members }) => members.map(({ personId, part }) => `${personId}|${part}`))),
  ]
  const isOf = (variable: string) => persons.includes(variable.split('|')[0] as string)
  // Those of everybody else first: a row that begins after them has nothing of anybody else in it.
  const order = [...variables.filter((name) => !isOf(name)), ...variables.filter(isOf)]
  const others = order.findIndex(isOf)
  if (others < 0) return false
  const matrix = cells.map(({ members }) => {
    const held = new Set(members.map(({ personId, part }) => `${personId}|${part}`))
    return order.map((name) => (held.has(name) ? 1n : 0n))
  })
  return reduced(matrix).some((row) => row.findIndex((value) => value[0] !== 0n) >= others)
}

/** Every set of at most so many. */
function setsOf(names: readonly string[], most: number): string[][] {
  if (most === 0) return [[]]
  return [
    [],
    ...names.flatMap((name, index) =>
      setsOf(names.slice(index + 1), most - 1).map((rest) => [name, ...rest]),
    ),
  ]
}

describe('what stands after suppression', () => {
  const LEAST_HERE = 3
  /** Up to nine persons in up to five municipalities and all together, some in two, some moving, some known by name. */
  const world = fc.record({
    places: fc.array(fc.tuple(fc.nat(4), fc.option(fc.nat(4), { nil: null }), fc.boolean()), {
      minLength: 3,
      maxLength: 9,
    }),
    hasAll: fc.boolean(),
  })
  interface Made {
    readonly places: readonly (readonly [number, number | null, boolean])[]
    readonly hasAll: boolean
  }
  const cellsOf = ({ places, hasAll }: Made): GroupCell[] => {
    const members = places.flatMap(([first, second, isMove], person) => {
      const own = { personId: `p${person}`, part: 'a', where: [first] }
      if (second === null) return [own]
      return isMove ? [own, { ...own, part: 'b', where: [second] }] : [{ ...own, where: [first, second] }]
    })
    const municipalities = [0, 1, 2, 3, 4].map((number) => ({
      id: `m${number}`,
      members: members.filter(({ where }) => where.includes(number)),
    }))
    return hasAll ? [{ id: 'all', members }, ...municipalities] : municipalities
  }

  it('gives away nothing that rests on fewer persons, by any combination of all that stands', () => {
    fc.assert(
      fc.property(world, (made) => {
        const cells = cellsOf(made)
        const kept = shownCells(cells, LEAST_HERE)
        const standing = cells.filter(({ id }) => kept.has(id))
        for (const few of setsOf(people('p', made.places.length), LEAST_HERE - 1).filter(
          (set) => set.length > 0,
        ))
          expect(gives(standing, few)).toBe(false)
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  it('gives away no cell that was hidden for its few persons, nor all of them for nothing', () => {
    let standing = 0
    fc.assert(
      fc.property(world, (made) => {
        const cells = cellsOf(made)
        const kept = shownCells(cells, LEAST_HERE)
        standing += kept.size
        for (const { id, members } of cells) {
          const persons = new Set(members.map(({ personId }) => personId)).size
          if (persons > 0 && persons < LEAST_HERE) expect(kept.has(id)).toBe(false)
        }
      }),
      { numRuns: 200, seed: 8 },
    )
    expect(standing).toBeGreaterThan(100)
  })
})
