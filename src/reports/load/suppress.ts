import type { PersonId } from '../../core/rota/person.ts'

/** One sum over hidden values, by what it is made of: of whom, and which part of that person's dates. */
export interface GroupCell {
  readonly id: string
  /** Without whoever the reader knows by name: they are no cover. */
  readonly members: readonly { readonly personId: PersonId; readonly part: string }[]
}

/**
 * Which cells may stand. First those with fewer than `least` persons are hidden; then the smallest one left, until every
 * combination of the cells that stand, added and subtracted as one likes, is of at least `least` persons or of nobody.
 */
export function shownCells(cells: readonly GroupCell[], least: number): ReadonlySet<string> {
  let shown = cells.filter((cell) => personsIn(cell) === 0 || personsIn(cell) >= least)
  while (shown.length > 1 && !isSafe(shown, least)) {
    const fewest = Math.min(...shown.filter((cell) => personsIn(cell) > 0).map(personsIn))
    const smallest = shown.find((cell) => personsIn(cell) === fewest)
    shown = shown.filter((cell) => cell !== smallest)
  }
  return new Set(shown.map((cell) => cell.id))
}

function personsIn({ members }: GroupCell): number {
  return new Set(members.map((member) => member.personId)).size
}

/** Persons who stand in the same cells with the same of their parts: they come and go together in any combination. */
interface Kind {
  readonly persons: number
  /** In which cells each of their parts stands, as columns of 0 and 1. */
  readonly columns: readonly string[]
}

/** More kinds of few persons than this are not tried one by one: then nothing but one sum stands. */
const MOST_SMALL_KINDS = 24

/**
 * A combination leaves some persons out exactly when their columns do not bind it. So there is one of fewer than `least`
 * persons exactly when taking so few away makes the rank of the others' columns less.
 */
function isSafe(cells: readonly GroupCell[], least: number): boolean {
  const kinds = kindsIn(cells)
  const whole = rankOf(columnsOf(kinds))
  const small = kinds.filter((kind) => kind.persons < least)
  if (small.length > MOST_SMALL_KINDS) return false
  return !fewSets(small, least - 1).some(
    (few) => rankOf(columnsOf(kinds.filter((kind) => !few.includes(kind)))) < whole,
  )
}

function kindsIn(cells: readonly GroupCell[]): Kind[] {
  const columns = new Map<PersonId, Map<string, Set<number>>>()
  for (const [index, { members }] of cells.entries()) {
    for (const { personId, part } of members) {
      const parts = columns.get(personId) ?? new Map<string, Set<number>>()
      columns.set(personId, parts.set(part, (parts.get(part) ?? new Set()).add(index)))
    }
  }
  const kinds = new Map<string, Kind>()
  for (const parts of columns.values()) {
    const own = [...new Set([...parts.values()].map((places) => columnOf(cells.length, places)))].sort()
    const key = own.join()
    kinds.set(key, { persons: (kinds.get(key)?.persons ?? 0) + 1, columns: own })
  }
  return [...kinds.values()]
}

function columnOf(length: number, places: ReadonlySet<number>): string {
  return Array.from({ length }, (_, index) => (places.has(index) ? '1' : '0')).join('')
}

function columnsOf(kinds: readonly Kind[]): string[] {
  return [...new Set(kinds.flatMap((kind) => kind.columns))]
}

/** Every set of kinds with at most so many persons together, but the empty one. */
function fewSets(kinds: readonly Kind[], most: number): Kind[][] {
  return kinds.flatMap((kind, index) => {
    if (kind.persons > most) return []
    const rest = fewSets(kinds.slice(index + 1), most - kind.persons)
    return [[kind], ...rest.map((few) => [kind, ...few])]
  })
}

/** Rank of columns of 0 and 1, by elimination in whole numbers that divide evenly (Bareiss 1968): nothing is rounded. */
function rankOf(columns: readonly string[]): number {
  const rows = columns.map((column) => [...column].map((digit) => BigInt(digit)))
  const width = rows[0]?.length ?? 0
  let rank = 0
  let before = 1n
  for (let place = 0; place < width && rank < rows.length; place++) {
    const found = rows.findIndex((row, index) => index >= rank && row[place] !== 0n)
    if (found < 0) continue
    const pivot = rows[found] as bigint[]
    rows[found] = rows[rank] as bigint[]
    rows[rank] = pivot
    for (let index = rank + 1; index < rows.length; index++)
      rows[index] = without(rows[index] as bigint[], pivot, place, before)
    before = pivot[place] as bigint
    rank++
  }
  return rank
}

function without(row: readonly bigint[], pivot: readonly bigint[], place: number, before: bigint): bigint[] {
  const [own, other] = [row[place] as bigint, pivot[place] as bigint]
  return row.map((value, index) => (value * other - (pivot[index] as bigint) * own) / before)
}
