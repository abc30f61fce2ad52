import type { District } from '../../core/rota/district.ts'
import type { BuildValue } from '../../usecases/show-build.ts'
import { ButtonLink, Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { EvenList } from './build-evenness.tsx'

interface BuildProps {
  readonly build: BuildValue
  readonly district: District
}

interface WorkingProps extends BuildProps {
  /** Whether this very browser is to do the work. */
  readonly isHere: boolean
}

/** Parts of the bar: the same for every build, however many iterations. */
const BAR = 1000

/** A build under way; the page's script fills in the figures as they come. */
export function BuildWorking({ build, district, isHere }: WorkingProps) {
  const { build: text } = useText().building
  const address = paths.buildJson(district.id, build.id)
  const part = build.done / build.iterations
  const isEnding = build.isStopping || (part >= 1 && !isHere)
  return (
    <div class="stack" data-build={address} data-here={isHere ? '' : undefined}>
      <progress
        class="progress"
        max={BAR}
        value={BAR * part}
        aria-label={text.progress}
        hidden={isEnding}
        data-bar
        data-until-end
      />
      <p hidden={isEnding} data-until-end>
        <span data-part>{build.status === 'waiting' ? text.waiting : text.part(part)}</span>{' '}
        <span class="hint" data-left />
      </p>
      <Figures build={build} />
      <p role="status" data-status>
        {build.isStopping ? text.stopping : isEnding ? text.handingOver : ''}
      </p>
      <div hidden={isEnding} data-until-end>
        <StopForm build={build} district={district} />
      </div>
      <p class="hint">{stayText(build, isHere, text)}</p>
      {isHere && (
        <noscript>
          <p>{text.noScript}</p>
        </noscript>
      )}
      <section data-criteria hidden={!isHere || build.status === 'waiting'}>
        <Heading>{text.even}</Heading>
        <p class="hint">{text.evenLead}</p>
        <EvenList evenness={null} />
      </section>
    </div>
  )
}

function stayText(
  { place }: BuildValue,
  isHere: boolean,
  text: ReturnType<typeof useText>['building']['build'],
): string {
  if (isHere) return text.stayHere
  return place === 'browser' ? text.elsewhere : text.stay
}

function Figures({ build }: { build: BuildValue }) {
  const { building, format } = useText()
  const { build: text } = building
  const { openNow, costNow, bound } = build
  const isFull = openNow === 0
  return (
    <dl class="facts figures">
      <dt>{text.figures.open}</dt>
      <dd data-open>{openNow === null ? text.unknown : isFull ? text.noneOpen : format.number(openNow)}</dd>
      <dt>{text.figures.cost}</dt>
      <dd data-cost>{isFull && costNow !== null ? format.number(costNow) : text.unknown}</dd>
      <dt>{text.figures.bound}</dt>
      <dd data-bound>
        {isFull && bound !== null && bound > 0 ? format.number(Math.ceil(bound)) : text.unknown}
      </dd>
    </dl>
  )
}

/** Plain buttons, so that they work without script too; with it, a build in this browser stops at once. */
function StopForm({ build, district }: BuildProps) {
  const { build: text } = useText().building
  return (
    <form method="post" action={paths.stopBuild(district.id, build.draftId, build.id)} data-stop>
      <div class="actions">
        <button class="ds-button" type="submit" name="do" value="keep">
          {text.stopAndKeep}
        </button>
        <button
          class="ds-button"
          data-variant="secondary"
          type="submit"
          name="do"
          value="discard"
          aria-describedby="stop-hint"
        >
          {text.discard}
        </button>
        {build.place === 'browser' && (
          <button class="ds-button" data-variant="tertiary" type="submit" name="do" value="move">
            {text.onServer}
          </button>
        )}
        <ButtonLink href={paths.draft(district.id, build.draftId)} variant="tertiary">
          {text.back}
        </ButtonLink>
      </div>
      <p class="hint" id="stop-hint">
        {text.stopHint}
      </p>
    </form>
  )
}

/** A build that ended without a rota. */
export function BuildOver({ build, district }: BuildProps) {
  const { build: text } = useText().building
  const { status } = build
  return (
    <>
      <p class="lead">{text[status === 'discarded' || status === 'lost' ? status : 'failed']}</p>
      <ButtonLink href={paths.draft(district.id, build.draftId)}>{text.back}</ButtonLink>
    </>
  )
}
