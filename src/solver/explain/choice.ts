import type { PersonId } from '../../core/rota/person.ts'
import type { Encoding } from '../encode/encode.ts'
import { NONE } from '../problem.ts'
import { scoreOf } from '../score/score.ts'
import { type Price, priceBetween } from './price-parts.ts'

/** What it would cost if somebody held a place, everything else as it stands. What would forbid it is for the rules to say. */
export interface Choice {
  readonly personId: PersonId
  /** What it adds to the rota's score, against the place standing open. */
  readonly price: Price
}

/**
 * Every doctor in a place, the present holder among them, by doctor as the district has them.
 * @throws when the slot is no place that can be given to another.
 */
export function whyMe({ problem, slots, staff }: Encoding, holder: Int16Array, slot: number): Choice[] {
  if (problem.fixedTo[slot] !== NONE || slots[slot]?.kind !== 'place')
    throw new Error(`slot ${slot} is held for good`)
  const tried = holder.slice()
  tried[slot] = NONE
  const open = scoreOf(problem, tried)
  return staff.map((personId, person) => {
    tried[slot] = person
    return { personId, price: priceBetween(open, scoreOf(problem, tried)) }
  })
}
