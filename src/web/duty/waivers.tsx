import type { DutyValue } from '../../usecases/show-duty.ts'
import { Heading } from '../heading.tsx'
import { useText } from '../text-context.ts'

/** The breaches of a rule that somebody accepted for this duty: which, who, when, and why for those who may know. */
export function DutyWaivers({ value }: { value: DutyValue }) {
  const { format, ledger, violations } = useText()
  const names: Readonly<Record<string, string>> = violations.ruleNames
  if (value.waivers.length === 0) return null
  return (
    <section id="waivers">
      <Heading>{ledger.waivers.title}</Heading>
      <ul class="flags">
        {value.waivers.map(({ rule, personId, reason, by, at }) => (
          <li>
            <p>
              <b>
                {ledger.waivers.sentence(
                  names[rule] ?? rule,
                  value.district.persons.find((person) => person.id === personId)?.name ?? null,
                )}
              </b>
              <small>{` ${ledger.waivers.by(by, format.dateTime(at))}`}</small>
            </p>
            {reason !== '' && <p>{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
