import type { PersonId } from '../../core/rota/person.ts'
import type { Position } from '../../core/rota/position.ts'
import { visible } from '../../text/plain-text.ts'
import type { CellProblem } from '../../text/table-problem.ts'
import { cellProblem } from '../../text/table-problem.ts'
import { type ChosenNames, namedDoctors, nameFinder, plainName } from './names.ts'
import type { Holder } from './place-parts.ts'
import type { RotaFrame, UnknownName } from './rota-table.ts'

/** Finds whom names mean and keeps account of those it could not find. */
export interface PeopleInSheet {
  isName(text: string): boolean
  /** Undefined when nobody was found, which is then on the list; null when the name is to be left out. */
  find(text: string, address: string): Holder | null | undefined
  readonly unknown: readonly UnknownName[]
  readonly problems: readonly CellProblem[]
  readonly matched: ReadonlyMap<string, PersonId>
}

export function peopleInSheet({ district }: Pick<RotaFrame, 'district'>, chosen: ChosenNames): PeopleInSheet {
  const doctors = namedDoctors(district)
  const nameOf = new Map(doctors.map(({ personId, name }) => [personId, name]))
  const find = nameFinder(doctors, chosen)
  const positions = new Map(district.positions.map((position) => [plainName(position.name), position]))
  const unknown = new Map<string, UnknownName>()
  const problems: CellProblem[] = []
  const matched = new Map<string, PersonId>()
  const positionOf = (text: string): Position | undefined => positions.get(plainName(text))

  function note(text: string, address: string, fits: readonly PersonId[]): undefined {
    const key = plainName(text)
    const known = unknown.get(key)
    const written = visible(text)
    unknown.set(
      key,
      known ? { ...known, count: known.count + 1 } : { text: written, address, count: 1, fits },
    )
    const names = fits.map((id) => nameOf.get(id) ?? id)
    problems.push(cellProblem(address, fits.length > 0 ? 'fits-several' : 'unknown-name', written, ...names))
  }

  return {
    isName: (text) => find(text).kind !== 'unknown' || positionOf(text) !== undefined,
    find(text, address) {
      const found = find(text)
      if (found.kind === 'left-out') return null
      if (found.kind === 'found') {
        if (!matched.has(text)) matched.set(text, found.personId)
        return { personId: found.personId, positionId: null }
      }
      if (found.kind === 'several') return note(text, address, found.personIds)
      const position = positionOf(text)
      return position ? { personId: null, positionId: position.id } : note(text, address, [])
    },
    get unknown() {
      return [...unknown.values()]
    },
    problems,
    matched,
  }
}
