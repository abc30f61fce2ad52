import type { AgreementEntry, ParameterName } from '../../core/rota/agreement.ts'
import { PARAMETER_GROUPS, type ParameterGroup } from '../../core/rota/parameter.ts'
import { PARAMETER_NAMES, PARAMETERS } from '../../core/rota/parameters.ts'
import type { AgreementView } from '../../usecases/show-agreement.ts'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { entryInWords, type Standing, standingOf } from './standing.ts'

/** Every value of the agreement as it stands today, group by group, and first of all what nobody checks. */
export function Agreement({ view }: { view: AgreementView }) {
  const { agreement, agreementWords } = useText()
  return (
    <>
      <PageHeading title={agreement.title} />
      <p class="lead">{`${agreement.lead} ${view.mayChange ? agreement.leadCoordinator : agreement.leadReader}`}</p>
      <nav aria-label={agreement.contents}>
        <ul class="in-row links">
          {PARAMETER_GROUPS.map((group) => (
            <li>
              <a class="ds-link" href={`#${group}`}>
                {agreementWords.groups[group]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Unchecked view={view} />
      {PARAMETER_GROUPS.map((group) => (
        <Group group={group} view={view} />
      ))}
    </>
  )
}

/** The rules that are silent, each with the value that would wake it. */
function Unchecked({ view }: { view: AgreementView }) {
  const { agreement, agreementWords, violations } = useText()
  const { unchecked, district } = view
  if (unchecked.length === 0) return null
  return (
    <section class="ds-card unchecked">
      <Heading id="unchecked">{agreement.unchecked.title(unchecked.length)}</Heading>
      <p>{agreement.unchecked.lead}</p>
      <ul>
        {unchecked.map(({ rule, parameters }) => (
          <li>
            {parameters.length > 1 && `${violations.ruleNames[rule]}: `}
            {parameters.map((name, index) => (
              <>
                {index > 0 && ', '}
                <a class="ds-link" href={paths.agreementValue(district.id, name)}>
                  {agreementWords.names[name]}
                </a>
              </>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Group({ group, view }: { group: ParameterGroup; view: AgreementView }) {
  const { agreementWords } = useText()
  const names = PARAMETER_NAMES.filter((name) => PARAMETERS[name].group === group)
  return (
    <section>
      <Heading id={group}>{agreementWords.groups[group]}</Heading>
      <ul class="terms">
        {names.map((name) => (
          <Term name={name} view={view} />
        ))}
      </ul>
    </section>
  )
}

function Term({ name, view }: { name: ParameterName; view: AgreementView }) {
  const text = useText()
  const { agreement, agreementWords } = text
  const shown = { ...view, text }
  const standing = standingOf(name, shown)
  // A line that is entered with the same value as the one drawn today moves nothing.
  const drawn = standing.tag === 'reference' ? standing.value : standing.line
  const isSameLine = (entry: AgreementEntry) =>
    entry.status === 'reference' && entryInWords(entry, shown) === drawn
  return (
    <li>
      <div>
        <a class="ds-link" href={paths.agreementValue(view.district.id, name)}>
          {agreementWords.names[name]}
        </a>
        <p class="hint">{agreementWords.effects[name]}</p>
      </div>
      <div>
        <ValueNow standing={standing} />
        <p class="hint">{originOf(name, standing, text)}</p>
        {standing.line !== null && <p class="hint">{agreement.row.line(standing.line)}</p>}
        {standing.coming
          .filter((entry) => !isSameLine(entry))
          .map((entry) => (
            <p>
              {agreement.row.coming(entry.from, entryInWords(entry, shown), entry.status === 'reference')}
            </p>
          ))}
        {standing.entry?.to && <p>{agreement.row.ends(standing.entry.to)}</p>}
      </div>
    </li>
  )
}

const COLOURS = {
  adopted: 'success',
  default: 'info',
  reference: 'neutral',
  'unset-limit': 'warning',
  unset: 'neutral',
} as const

/** The value of today with how strongly it holds. */
export function ValueNow({ standing }: { standing: Standing }) {
  const { agreement } = useText()
  return (
    <p class="value-now">
      {standing.value !== null && <b>{standing.value}</b>}{' '}
      <span class="ds-tag" data-color={COLOURS[standing.tag]}>
        {agreement.tags[standing.tag]}
      </span>
    </p>
  )
}

/** Where the value comes from: the district's own entry, else what its start rests on. */
function originOf(name: ParameterName, { entry, value }: Standing, text: ReturnType<typeof useText>): string {
  const { row } = text.agreement
  if (entry) return row.origin(entry.source, entry.from, entry.author)
  const { source, use } = PARAMETERS[name]
  const told = text.agreementWords.sources[source]
  if (value !== null) return row.standard(told)
  return use === 'arranges' || source !== 'district-decision' ? row.standardUnset(told) : ''
}
