import { cellKey } from '../../core/rota/assignment.ts'
import type { BuildValue } from '../../usecases/show-build.ts'
import type { DraftValue } from '../../usecases/show-draft.ts'
import { ButtonLink, Heading } from '../heading.tsx'
import { Lines } from '../hours/lines.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { EvenList } from './build-evenness.tsx'
import { Open } from './build-open.tsx'
import { BuildQuality } from './build-quality.tsx'

interface BuildDoneProps {
  readonly build: BuildValue
  readonly draft: DraftValue
}

/** What came of a build: what is open and why, how good it is and could be, and the way back. */
export function BuildDone({ build, draft }: BuildDoneProps) {
  const { building } = useText()
  const { build: text } = building
  const { district } = draft
  const beside = draft.open.filter((place) => !build.open.some((open) => cellKey(open) === cellKey(place)))
  return (
    <div class="stack">
      {build.open.length + beside.length === 0 && <AllHeld build={build} />}
      {build.quality?.worstWeek && <WorstWeek worst={build.quality.worstWeek} draft={draft} />}
      <WhatItDid build={build} />
      {build.isCutShort && !build.isFormerKept && <p>{text.cutShort}</p>}
      {build.open.length > 0 && <Open build={build} draft={draft} />}
      {beside.length > 0 && <p>{text.openBeside(beside.length)}</p>}
      {build.keptCells > 0 && <p>{text.kept(build.keptCells)}</p>}
      <div class="actions">
        <ButtonLink href={paths.draft(district.id, build.draftId)}>{text.see}</ButtonLink>
        <ButtonLink href={paths.draftWeights(district.id, build.draftId)} variant="secondary">
          {text.weights}
        </ButtonLink>
        <CompareLink build={build} draft={draft} />
        <Undo build={build} draft={draft} />
      </div>
      <Points build={build} />
      {build.evenness && (
        <section>
          <Heading>{text.even}</Heading>
          <p class="hint">
            {text.evenLead} {text.evenBeside}
          </p>
          <EvenList evenness={build.evenness} />
        </section>
      )}
      {build.quality && <BuildQuality quality={build.quality} district={district} />}
      {build.quality && <Lines value={{ district, lines: build.quality.lines }} />}
    </div>
  )
}

/** Full is not yet good: no green while a rule is broken, a warning given or a line passed. */
function AllHeld({ build: { quality } }: { build: BuildValue }) {
  const { building, format, violations } = useText()
  const { build: text } = building
  const rules = (quality?.rules ?? []).map(({ rule }) => violations.ruleNames[rule])
  const isPast = quality !== null && (quality.lines.length > 0 || quality.worstWeek?.passed != null)
  if (rules.length === 0 && !isPast)
    return (
      <div class="ds-alert" data-color="success">
        {text.allHeld}
      </div>
    )
  return (
    <>
      <p class="lead">{text.allHeld}</p>
      <div class="ds-alert" data-color="warning">
        <p>{text.allHeldBut}</p>
        <ul>
          {rules.length > 0 && <li>{text.broken(format.list(rules))}</li>}
          {isPast && <li>{text.pastLines}</li>}
        </ul>
      </div>
    </>
  )
}

interface WorstWeekProps {
  readonly worst: NonNullable<NonNullable<BuildValue['quality']>['worstWeek']>
  readonly draft: DraftValue
}

function WorstWeek({ worst, draft }: WorstWeekProps) {
  const { building, format, people } = useText()
  const { build: text } = building
  const { personId, week, dutyMinutes, passed } = worst
  const name = draft.district.persons.find((own) => own.id === personId)?.name ?? people.hours.doctor
  return (
    <p>
      {text.worstWeek(name, format.hours(dutyMinutes), format.week(week))}{' '}
      {passed && text.worstPast(format.hours(passed.minutes), passed.isAdopted)}
    </p>
  )
}

/** Nothing of a first build: that it left alone what nobody held needs no saying. */
function WhatItDid({ build }: { build: BuildValue }) {
  const { build: text } = useText().building
  const { keep, change, isFormerKept, openNow, costNow, score, leftHeld } = build
  if (isFormerKept) {
    const former = Math.round(score?.total ?? 0)
    return <p>{openNow ? text.formerFull(openNow) : text.formerKept(former, Math.round(costNow ?? 0))}</p>
  }
  if (keep === 'filled') return leftHeld ? <p>{text.filled}</p> : null
  return <p>{change === 'few' ? text.rebuiltNear : text.rebuilt}</p>
}

/** A proof further off than this tells nothing by its percentage. */
const MOST_TOLD = 1.5

/** Points say something only of a rota that is full and stands as it was built; a bound of nothing says nothing. */
function Points({ build }: { build: BuildValue }) {
  const { build: text } = useText().building
  const { score, bound, open, keptCells } = build
  if (!score || open.length > 0 || keptCells > 0) return null
  const cost = Math.round(score.total)
  const least = bound === null || bound <= 0 ? null : Math.ceil(bound)
  const isBest = least !== null && cost <= least
  if (isBest) return <p>{text.best(cost)}</p>
  const isNear = least !== null && cost <= MOST_TOLD * least
  const told = isNear ? text.pointsNear : text.pointsProven
  return (
    <details class="more">
      <summary>{text.pointsTitle}</summary>
      <p>{least === null ? text.points(cost) : told(cost, least)}</p>
    </details>
  )
}

/** What stood before beside what stands now; nothing where the build changed nothing. */
function CompareLink({ build, draft }: BuildDoneProps) {
  const { buildMenu } = useText()
  const step = draft.edits.find(({ kind, by }) => kind === 'build' && by === build.requestedBy)
  if (!step || build.isFormerKept || draft.build?.id !== build.id) return null
  const address = paths.compareDraft(draft.district.id, build.draftId)
  return (
    <ButtonLink href={withQuery(address, { with: `step:${step.number}` })} variant="secondary">
      {buildMenu.compare}
    </ButtonLink>
  )
}

/** Only while nothing has been done since: what came later must be taken back first, step by step, on the board. */
function Undo({ build, draft }: BuildDoneProps) {
  const { build: text } = useText().building
  const [latest] = draft.edits
  if (
    build.isFormerKept ||
    latest?.kind !== 'build' ||
    latest.by !== build.requestedBy ||
    draft.build?.id !== build.id
  )
    return null
  if (!build.isOwn) return null
  return (
    <details class="more">
      <summary>{text.undo}</summary>
      <form method="post" action={paths.undoEdit(draft.district.id, build.draftId)} class="stack">
        <input type="hidden" name="step" value={String(latest.number)} />
        <p>{text.undoHint}</p>
        <p>
          <button class="ds-button" data-variant="secondary" type="submit">
            {text.undo}
          </button>
        </p>
      </form>
    </details>
  )
}
