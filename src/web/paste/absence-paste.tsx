import type { Text } from '../../text/text.ts'
import type { NewAbsence, PastedAbsences } from '../../usecases/paste-absences.ts'
import { scopeText } from '../exemptions/scope-choice.tsx'
import { Heading } from '../heading.tsx'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { NothingNew } from './paste-page.tsx'

/** When who would be away, and the published duties that it reaches; never why. */
export function AbsencePreview({ value }: { value: PastedAbsences }) {
  const text = useText()
  const { page } = text.paste
  const { added, same, district } = value
  const names = new Map(district.persons.map(({ id, name }) => [id, name]))
  return (
    <>
      {same > 0 && <p>{page.same(same)}</p>}
      <NothingNew value={value} count={added.length} />
      {added.length > 0 && (
        <section>
          <Heading>{page.added}</Heading>
          <Scroll label={page.added}>
            <table class="ds-table">
              <thead>
                <tr>
                  <th scope="col">{page.doctor}</th>
                  <th scope="col">{text.people.wishes.when}</th>
                  <th scope="col">{page.what}</th>
                  <th scope="col">{page.published}</th>
                </tr>
              </thead>
              <tbody>
                {added.slice(0, MOST_SHOWN).map((row) => (
                  <tr>
                    <th scope="row">{names.get(row.personId)}</th>
                    <td>{datesText(row, text)}</td>
                    <td>{whatText(row, text)}</td>
                    <td>{page.dutiesReached(row.duties)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {added.length > MOST_SHOWN && <p>{page.more(added.length - MOST_SHOWN)}</p>}
        </section>
      )}
    </>
  )
}

const MOST_SHOWN = 300

function datesText({ away }: NewAbsence, { format, words }: Text): string {
  const range = away.kind === 'absence' ? away.absence : away.exemption
  const isUncertain = away.kind === 'absence' && away.absence.certainFrom !== away.absence.from
  const dates = format.dateRange(range)
  return isUncertain ? `${dates} (${words.atRisk})` : dates
}

function whatText({ away }: NewAbsence, text: Text): string {
  return away.kind === 'absence' ? text.words.notAvailable : scopeText(away.exemption.scope, text)
}
