import type { HoursValue } from '../../usecases/show-hours.ts'
import { Heading } from '../heading.tsx'
import { lineSentence } from '../line-sentence.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface LinesProps {
  readonly value: HoursValue
}

/** Lines that are drawn and not adopted: how often they are passed, by whom, and never as a flag. */
export function Lines({ value }: { readonly value: Pick<HoursValue, 'district' | 'lines'> }) {
  const text = useText()
  const { people, ledger } = text
  if (value.lines.length === 0) return null
  const names = new Map(value.district.persons.map((person) => [person.id, person.name]))
  return (
    <section id="lines">
      <Heading>{ledger.lines.title}</Heading>
      <p class="hint">{ledger.lines.lead}</p>
      <ul class="plain">
        {value.lines.map((line) => (
          <li>
            {line.persons.length > 1 ? (
              <details class="more">
                <summary>{lineSentence(line, text)}</summary>
                <ul>
                  {line.persons.map(({ personId, times }) => (
                    <li>{ledger.lines.ofPerson(names.get(personId) ?? people.hours.doctor, times)}</li>
                  ))}
                </ul>
              </details>
            ) : (
              lineSentence(line, text)
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Rules that say nothing, because the district has set no value. */
export function Unchecked({ value }: LinesProps) {
  const { ledger, violations } = useText()
  if (value.unchecked.length === 0) return null
  return (
    <section id="unchecked">
      <details class="more">
        <summary>{ledger.unchecked.title(value.unchecked.length)}</summary>
        <p class="hint">{ledger.unchecked.lead}</p>
        <p>
          <a class="ds-link" href={paths.agreement(value.district.id)}>
            {ledger.unchecked.agreement}
          </a>
        </p>
        <ul>
          {value.unchecked.map(({ rule }) => (
            <li>{violations.ruleNames[rule]}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}
