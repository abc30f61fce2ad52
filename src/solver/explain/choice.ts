import type { PersonId } from '../../core/rota/person.ts'
import type { FindingKind } from '../../core/rules/violation.ts'
import type { Encoding } from '../encode/encode.ts'
import { NONE } from '../problem.ts'
import { type Score, scoreOf } from '../score/score.ts'
import { type Roster, rosterOf } from '../search/roster.ts'
import { hindrances } from './explain.ts'
import { type Price, priceBetween } from './price-parts.ts'

/** What it would be if somebody held a place, everything else as it stands. */
export interface Choice {
  readonly person: number
  readonly personId: PersonId
  /** What keeps the person from the place; empty for whoever breaks nothing. */
  readonly forbidden: readonly FindingKind[]
  /** What it adds to the rota's score, against the place standing open. */
  readonly price: Price
  /** The same against whoever holds it now; nothing for that person, null while it is open. */
  readonly difference: Price | null
}

/** Every doctor in a place, the present holder among them: what each would break or cost. By doctor, as the district has them. */
export function whyMe(encoding: Encoding, holder: Int16Array, slot: number): Choice[] {
  const seen = lookFrom(encoding, holder, slot)
  return encoding.staff.map((_, person) => choiceOf(seen, person))
}

/** One doctor in a place. */
export function whyNot(encoding: Encoding, holder: Int16Array, slot: number, person: number): Choice {
  return choiceOf(lookFrom(encoding, holder, slot), person)
}

interface View {
  readonly encoding: Encoding
  readonly slot: number
  /** The rota with the place open. */
  readonly opened: Int16Array
  readonly roster: Roster
  readonly open: Score
  readonly held: Score | null
}

/** @throws when the slot is no place that can be given to another. */
function lookFrom(encoding: Encoding, holder: Int16Array, slot: number): View {
  const { problem } = encoding
  if (problem.fixedTo[slot] !== NONE || encoding.slots[slot]?.kind !== 'place')
    throw new Error(`slot ${slot} is held for good`)
  const opened = holder.slice()
  opened[slot] = NONE
  const held = holder[slot] === NONE ? null : scoreOf(problem, holder)
  return { encoding, slot, opened, roster: rosterOf(problem, opened), open: scoreOf(problem, opened), held }
}

function choiceOf({ encoding, slot, opened, roster, open, held }: View, person: number): Choice {
  const { problem, staff } = encoding
  const taken = opened.slice()
  taken[slot] = person
  const score = scoreOf(problem, taken)
  return {
    person,
    personId: staff[person]!,
    forbidden: [...new Set(hindrances(problem, roster, slot, person))],
    price: priceBetween(open, score),
    difference: held === null ? null : priceBetween(held, score),
  }
}
