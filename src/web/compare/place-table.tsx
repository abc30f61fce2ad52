import { dutyName } from '../../board/duty-names.ts'
import type { PlaceDifference } from '../../core/plans/comparison.ts'
import type { Slice } from '../../core/rota/assignment.ts'
import type { District } from '../../core/rota/district.ts'
import type { Need } from '../../core/rota/need.ts'
import type { Text } from '../../text/text.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

interface PlaceTableProps {
  readonly district: Pick<District, 'persons' | 'lines'>
  readonly places: readonly PlaceDifference[]
  readonly label: string
  /** Over what was and what is. */
  readonly heads: readonly [before: string, after: string]
  /** Where a duty leads to, if anywhere. */
  readonly hrefOf?: (place: PlaceDifference) => string
}

/** Every duty that is not the same in both plans, by day, with who has it in each. */
export function PlaceTable({ district, places, label, heads, hrefOf }: PlaceTableProps) {
  const text = useText()
  const { comparison } = text.history
  return (
    <Scroll label={label}>
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col">{comparison.duty}</th>
            <th scope="col">{heads[0]}</th>
            <th scope="col">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {places.map((place) => {
            const name = dutyName(district, place.need, text)
            return (
              <tr>
                <th scope="row">
                  {hrefOf ? (
                    <a class="ds-link" href={hrefOf(place)}>
                      {name}
                    </a>
                  ) : (
                    name
                  )}
                  {place.isNeedChanged && <small class="hint">{` ${comparison.needChanged}`}</small>}
                </th>
                <td>{holders(place.before, place.need, district, text)}</td>
                <td>{holders(place.after, place.need, district, text)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

/** Who has a place: names, each with its time where a duty is shared. */
function holders(
  slices: readonly Slice[] | null,
  need: Need,
  { persons }: Pick<District, 'persons'>,
  { history, words, format }: Text,
): string {
  const { comparison } = history
  if (slices === null) return comparison.notThere
  if (slices.length === 0) return comparison.open
  const told = slices.map((slice) => {
    const name = persons.find(({ id }) => id === slice.personId)?.name ?? words.locumToBeNamed
    const shadow = slice.shadowing ? `${name} (${words.shadowing})` : name
    const isWhole = slice.start === need.start && slice.end === need.end
    return isWhole ? shadow : comparison.part(shadow, format.clockSpan(slice))
  })
  return format.list(told)
}
