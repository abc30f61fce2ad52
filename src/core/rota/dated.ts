import { type DateRange, holdsOn, type LocalDate } from '../time/local-date.ts'

/**
 * The facts of a list of which one holds at a time, with `said` from `from` on: what held until then is cut there, what is
 * to hold from a later date stays. Ends where the next one begins, and never after `to`.
 */
export function holdFrom<T extends DateRange>(
  facts: readonly T[],
  from: LocalDate,
  to: LocalDate | null,
  said: Omit<T, 'from' | 'to'>,
): T[] {
  const later = facts.filter((fact) => fact.from > from).map((fact) => fact.from)
  const next = later.sort()[0]
  const end = next !== undefined && (to === null || next < to) ? next : to
  // A fact with its dates and everything else of it is a fact again; the compiler can't see that for a generic one.
  const fact = { ...said, from, to: end } as unknown as T
  return [...endedOn(facts, from, false), fact].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The facts that begin before `date`, cut there; those that begin later too unless `isForGood`. */
export function endedOn<T extends DateRange>(
  facts: readonly T[],
  date: LocalDate,
  isForGood: boolean = true,
): T[] {
  return facts.flatMap((fact) => {
    if (holdsOn(fact, date)) return fact.from < date ? [{ ...fact, to: date }] : []
    return isForGood && fact.from > date ? [] : [fact]
  })
}
