import type { LineId } from '../rota/line.ts'
import type { PersonId } from '../rota/person.ts'
import type { Duty } from '../rota/rota.ts'
import type { RotaView } from './view.ts'

/** What was worked out of each person and line of a view. An edit forgets only what it touches, so that the rest is kept. */
export interface Facts {
  readonly persons: ReadonlyMap<PersonId, Known>
  readonly lines: ReadonlyMap<LineId, Known>
  /** Of all that is held; every edit touches it. */
  readonly whole: Known
  /** Of the person who is looked at just now. */
  readonly passing: Passing
}

interface Passing {
  personId: PersonId | null
  known: Known
}

/** By the function that works it out. */
type Known = Map<unknown, unknown>

type FactOf<T> = (view: RotaView, subjectId: string) => T

/**
 * A function that works something out of a person once per view. It may rest on that person's own duties, here and
 * elsewhere, and on what no edit of cells moves: needs, doctors, agreement.
 */
export function ofPerson<T>(work: FactOf<T>): FactOf<T> {
  return (view, personId) => remembered(view, view.facts.persons, personId, work)
}

/**
 * As `ofPerson`, kept only until somebody else is asked about. Rules look at one person after the other, and what they share
 * on the way is many times larger than what they find.
 */
export function ofPersonInPassing<T>(work: FactOf<T>): FactOf<T> {
  return (view, personId) => {
    const { passing } = view.facts
    if (passing.personId !== personId) {
      passing.personId = personId
      passing.known = new Map()
    }
    return factIn(passing.known, view, personId, work)
  }
}

/** As `ofPerson`, resting on the duties of a line and of the lines behind it. */
export function ofLine<T>(work: FactOf<T>): FactOf<T> {
  return (view, lineId) => remembered(view, view.facts.lines, lineId, work)
}

/** As `ofLine`, resting on its own duties alone: an edit of a backup leaves what is known so of the first lines. */
export function ofLineAlone<T>(work: FactOf<T>): FactOf<T> {
  const known = new WeakMap<readonly Duty[], { readonly fact: T }>()
  return (view, lineId) => {
    // A list of duties belongs to one setting, and an edit makes another list for the lines it touches.
    const duties = view.dutiesByLine.get(lineId) ?? []
    const { fact } = known.get(duties) ?? { fact: work(view, lineId) }
    known.set(duties, { fact })
    return fact
  }
}

/** As `ofPerson`, resting on all that is held. */
export function ofWhole<T>(work: (view: RotaView) => T): (view: RotaView) => T {
  return (view) => factIn(view.facts.whole, view, '', work)
}

/** As `ofPerson`, resting on nothing that an edit of cells moves. */
export function ofRota<T>(work: (view: RotaView) => T): (view: RotaView) => T {
  return (view) => factIn(view.known, view, '', work)
}

export function noFacts(persons: Iterable<PersonId>, lines: Iterable<LineId>): Facts {
  return {
    persons: emptied(new Map(), persons),
    lines: emptied(new Map(), lines),
    whole: new Map(),
    passing: nobody(),
  }
}

function nobody(): Passing {
  return { personId: null, known: new Map() }
}

/** What stays known when the duties of these persons and lines are others. */
export function forget(facts: Facts, persons: Iterable<PersonId>, lines: Iterable<LineId>): Facts {
  return {
    persons: emptied(new Map(facts.persons), persons),
    lines: emptied(new Map(facts.lines), lines),
    whole: new Map(),
    passing: nobody(),
  }
}

function emptied(facts: Map<string, Known>, subjects: Iterable<string>): Map<string, Known> {
  for (const id of subjects) facts.set(id, new Map())
  return facts
}

function remembered<T>(view: RotaView, facts: ReadonlyMap<string, Known>, id: string, work: FactOf<T>): T {
  const known = facts.get(id)
  // Somebody who is no doctor of the district has nothing kept.
  return known ? factIn(known, view, id, work) : work(view, id)
}

function factIn<T>(known: Known, view: RotaView, id: string, work: FactOf<T>): T {
  const before = known.get(work)
  if (before !== undefined || known.has(work)) return before as T
  const fact = work(view, id)
  known.set(work, fact)
  return fact
}
