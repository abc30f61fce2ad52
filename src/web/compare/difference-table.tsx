import { dutyNameOfId } from '../../board/duty-names.ts'
import type { District } from '../../core/rota/district.ts'
import type { PersonDifference } from '../../core/rota/publication.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

type NamedDistrict = Pick<District, 'persons' | 'lines'>

interface DifferenceTableProps {
  readonly district: NamedDistrict
  readonly differences: readonly PersonDifference[]
  /** Of the table, and of its three columns after the doctor's name. */
  readonly label: string
  readonly heads: readonly [gained: string, lost: string, moved: string]
}

/** What each doctor gains, loses and keeps at other times: a number to scan, with the duties behind it. */
export function DifferenceTable({ district, differences, label, heads }: DifferenceTableProps) {
  const { people } = useText()
  return (
    <Scroll label={label}>
      <table class="ds-table differences">
        <thead>
          <tr>
            {[people.doctors.name, ...heads].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {differences.map(({ personId, gained, lost, moved }) => (
            <tr>
              <th scope="row">{nameOf(district, personId)}</th>
              {[gained, lost, moved].map((needIds) => (
                <td>
                  <DutyNames needIds={needIds} district={district} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export function nameOf({ persons }: Pick<District, 'persons'>, personId: string): string {
  return persons.find((own) => own.id === personId)?.name ?? personId
}

function DutyNames({ needIds, district }: { needIds: readonly string[]; district: NamedDistrict }) {
  const text = useText()
  if (needIds.length === 0) return <>–</>
  return (
    <details class="more">
      <summary>{text.plans.publish.showDuties(needIds.length)}</summary>
      <ul>
        {needIds.map((needId) => (
          <li>{dutyNameOfId(district, needId, text)}</li>
        ))}
      </ul>
    </details>
  )
}
