import { dutyNameOfId, shortDutyName } from '../../board/duty-names.ts'
import type { FieldProblem, Refusal } from '../../usecases/refusal.ts'
import type { FoundRepairs, RepairsValue } from '../../usecases/show-repairs.ts'
import { RefusalAlert } from '../form.tsx'
import { ButtonLink, Empty, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { WhyLink } from '../why/why-link.tsx'
import { type RepairAsked, RepairForm } from './repair-form.tsx'
import { RepairCard } from './repair-option.tsx'

export interface RepairProps {
  readonly value: RepairsValue
  readonly asked: RepairAsked
  readonly problems: readonly FieldProblem[]
  /** Why a chosen repair was not taken, where no field is to blame. */
  readonly refusal: Refusal | null
}

/** Who is away, and the ways to have their duties taken over, side by side. Never why they are away. */
export function RepairPage(props: RepairProps) {
  const { pages, repair } = useText()
  const { value, problems, refusal } = props
  const { district, draft, found } = value
  return (
    <>
      <PageHeading title={repair.title} />
      <p class="lead">{repair.lead}</p>
      <p class="hint">{draft ? repair.inDraft(draft.name) : repair.ofRota}</p>
      {refusal && problems.length === 0 && <RefusalAlert>{pages.refusals[refusal.kind]}</RefusalAlert>}
      <div class="narrow-column">
        <RepairForm {...props} />
      </div>
      {found && <Found {...props} found={found} />}
      {draft && (
        <ButtonLink href={paths.draft(district.id, draft.id)} variant="tertiary">
          {repair.back}
        </ButtonLink>
      )}
    </>
  )
}

type FoundProps = RepairProps & { readonly found: FoundRepairs }

function Found({ value, asked, found }: FoundProps) {
  const text = useText()
  const { repair } = text
  const { district } = value
  const { outcome, bound } = found
  const name = district.persons.find(({ id }) => id === asked.doctor)?.name ?? asked.doctor
  return (
    <section aria-live="polite">
      {bound.length > 0 && (
        <div class="ds-alert" data-color="warning">
          <p>{repair.bound(name, bound.length)}</p>
          <ul>
            {bound.map(({ needId }) => (
              <li>{dutyNameOfId(district, needId, text)}</li>
            ))}
          </ul>
        </div>
      )}
      {outcome.kind === 'nothing' ? (
        bound.length === 0 && <Empty>{repair.nothing(name)}</Empty>
      ) : (
        <Options value={value} asked={asked} found={found} />
      )}
    </section>
  )
}

function Options({ value, asked, found }: Omit<FoundProps, 'problems' | 'refusal'>) {
  const { repair } = useText()
  const { outcome, reached } = found
  if (outcome.kind === 'nothing') return null
  const fewest = outcome.options[0]?.changes.length ?? 0
  return (
    <>
      <Heading>{outcome.options.length === 0 ? repair.title : repair.found(reached)}</Heading>
      {outcome.kind === 'partly' && <Partly value={value} asked={asked} outcome={outcome} />}
      {outcome.kind === 'repaired' && (
        <p>
          {outcome.isFewest ? repair.fewest(fewest) : repair.notFewest} {repair.noneBreaks}
        </p>
      )}
      {outcome.options.length > 0 && (
        <>
          <p class="hint">{value.draft ? repair.inThisDraft : repair.inNewDraft}</p>
          {asked.reach === 'all' && (
            <p class="hint">
              {repair.notAway}{' '}
              <a class="ds-link" href={paths.unavailable(value.district.id, asked.doctor)}>
                {repair.enterAway}
              </a>
            </p>
          )}
          <ul class="cards repair-options">
            {outcome.options.map((option, index) => (
              <RepairCard district={value.district} asked={asked} number={index + 1} option={option} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

interface PartlyProps extends Pick<RepairProps, 'value' | 'asked'> {
  readonly outcome: Extract<FoundRepairs['outcome'], { kind: 'partly' }>
}

/** No full repair: said at once, with the duties that are left to nobody, and where to read why. */
function Partly({ value, asked, outcome }: PartlyProps) {
  const text = useText()
  const { partly } = text.repair
  const { district, draft } = value
  return (
    <div class="ds-alert" data-color="warning">
      <p>{outcome.isProved ? partly.proved : partly.notProved}</p>
      <p>{outcome.options.length > 0 ? partly.best : partly.none}</p>
      {outcome.options.length > 0 && (
        <ul>
          {outcome.open.map(({ need, seat }) => (
            <li>
              {shortDutyName(district, need, text)}{' '}
              <WhyLink
                href={
                  draft
                    ? paths.whyInDraft(district.id, draft.id, need.id, seat)
                    : paths.whyPublished(district.id, need.id, seat)
                }
                duty={shortDutyName(district, need, text)}
              />
            </li>
          ))}
        </ul>
      )}
      {/* A clash is sought in the draft as it stands: with the absence only where that is entered. */}
      {draft && asked.reach === 'forbidden' && (
        <p>
          <a class="ds-link" href={paths.whyClash(district.id, draft.id)}>
            {text.why.clash.link}
          </a>
        </p>
      )}
    </div>
  )
}
