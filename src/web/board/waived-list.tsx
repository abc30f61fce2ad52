import { dutyNameOfId } from '../../board/duty-names.ts'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import type { PageBoard } from './page-board.ts'

/** Breaches that somebody accepted when they were published; why stands on the duty's own page. */
export function WaivedList({ view }: { view: PageBoard }) {
  const text = useText()
  const { district, waivers } = view.value
  const names: Readonly<Record<string, string>> = text.violations.ruleNames
  if (waivers.length === 0) return null
  return (
    <section id="waived">
      <Heading>{text.ledger.waivers.title}</Heading>
      <ul class="flags">
        {waivers.map(({ rule, personId, needIds: [first] }) => (
          <li>
            <p>
              <b aria-hidden="true">{text.ledger.waivers.mark}</b>{' '}
              {text.ledger.waivers.sentence(
                names[rule] ?? rule,
                personId === null ? null : (view.names.get(personId) ?? null),
              )}
              {first && (
                <a class="ds-link" href={`${paths.duty(district.id, first, 0)}#waivers`}>
                  {dutyNameOfId(district, first, text)}
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
