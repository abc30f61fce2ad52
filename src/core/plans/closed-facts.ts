import type { District } from '../rota/district.ts'
import type { Absence, Doctor } from '../rota/doctor.ts'
import type { PersonId } from '../rota/person.ts'
import { cutAt, type DateRange, edgesOf, holdsOn, type LocalDate } from '../time/local-date.ts'
import type { ClosedPeriod } from './closing.ts'

/** The dated facts of a doctor that hours are counted from. */
const DATED_FACTS = ['surgery', 'otherTasks', 'capacities', 'rotations', 'absences'] as const

export type DatedFact = (typeof DATED_FACTS)[number]

/** A fact that would hold otherwise on a closed date than it did. */
export interface ChangedFact {
  readonly personId: PersonId
  readonly fact: DatedFact
  /** The first closed date on which it differs. */
  readonly date: LocalDate
}

type Facts = Pick<District, 'doctors'>

/** Where other facts about doctors would count closed dates otherwise than they were counted, once for each doctor and list. */
export function factsChangedOnClosedDates(
  before: Facts,
  after: Facts,
  closings: readonly Pick<ClosedPeriod, 'period'>[],
): ChangedFact[] {
  const was = new Map(before.doctors.map((doctor) => [doctor.personId, doctor]))
  const is = new Map(after.doctors.map((doctor) => [doctor.personId, doctor]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((personId) =>
    DATED_FACTS.flatMap((fact) => {
      const [old, own] = [rangesOf(was.get(personId), fact), rangesOf(is.get(personId), fact)]
      const date = datesOf([...old, ...own], closings).find((each) => textOn(old, each) !== textOn(own, each))
      return date === undefined ? [] : [{ personId, fact, date }]
    }),
  )
}

/** The first date that another absence in the place of one changes; undefined when none is, `after` null takes it back. */
export function firstDateChanged(
  before: Omit<Absence, 'id'>,
  after: Omit<Absence, 'id'> | null,
): LocalDate | undefined {
  if (!after) return before.from
  const changed = (['from', 'certainFrom', 'to'] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [before[field], after[field]].filter((date) => date !== null),
  )
  return changed.sort()[0]
}

/** An absence counts from the date on which it is certain otherwise than while it may come. */
function rangesOf(doctor: Doctor | undefined, fact: DatedFact): readonly DateRange[] {
  if (!doctor) return []
  if (fact !== 'absences') return doctor[fact]
  return doctor.absences.flatMap(({ from, certainFrom, to }) => [
    { from, to: certainFrom, isCertain: false },
    { from: certainFrom, to, isCertain: true },
  ])
}

function datesOf(
  facts: readonly DateRange[],
  closings: readonly Pick<ClosedPeriod, 'period'>[],
): LocalDate[] {
  const edges = edgesOf(facts)
  return [...new Set(closings.flatMap(({ period }) => cutAt(period, edges).map(({ from }) => from)))].sort()
}

/** What holds on a date, without the dates and the ids of the facts: the same text for the same facts. */
function textOn(facts: readonly DateRange[], date: LocalDate): string {
  const held = facts.filter((fact) => holdsOn(fact, date)).map((fact) => JSON.stringify(fact, whatCounts))
  return held.sort().join()
}

/** Fields in one order, and those left out that count for nothing: where a fact begins and ends, and where it was told. */
function whatCounts(_key: string, part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  const fields = Object.entries(part).filter(([name]) => !UNCOUNTED.has(name))
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)))
}

const UNCOUNTED: ReadonlySet<string> = new Set(['id', 'from', 'to', 'source', 'declaredOn', 'name'])
