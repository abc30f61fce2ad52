import type { Intent } from '../core/plans/intent.ts'
import type { CellRef } from '../core/rota/assignment.ts'
import { type NamedPerson, personOfLetters } from './letters.ts'

/** What one name of a pasted cell comes to. */
export type LaidName =
  | { readonly kind: 'laid'; readonly intent: Intent }
  /** Nobody is called so, or several are, or no place is left for them. */
  | { readonly kind: 'unknown'; readonly name: string }

/**
 * 'KN', or 'KN/OB' over a cell of several places, as the board copies it and a sheet has it: the first name in the first
 * place. An empty name leaves its place as it is, and a cell without places takes nothing.
 */
export function layNames(
  cell: string,
  places: readonly CellRef[],
  persons: readonly NamedPerson[],
): LaidName[] {
  if (places.length === 0) return []
  const names = cell.split('/').map((name) => name.trim())
  return names.flatMap((name, at): LaidName[] => {
    if (name === '') return []
    const meaning = personOfLetters(name, persons)
    const place = places[at]
    if (meaning.kind !== 'one' || !place) return [{ kind: 'unknown', name }]
    const { needId, seat } = place
    const { personId } = meaning.meant
    return [{ kind: 'laid', intent: { kind: 'assign', cell: { needId, seat }, personId } }]
  })
}
