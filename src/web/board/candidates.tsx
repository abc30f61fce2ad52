import type { Candidate } from '../../core/plans/candidates.ts'
import type { District } from '../../core/rota/district.ts'
import type { Violation } from '../../core/rules/violation.ts'
import type { CandidatesValue } from '../../usecases/show-candidates.ts'
import { useText } from '../text-context.ts'
import { isUndeclared } from '../undeclared.ts'

/** Initials, name, and beside them what choosing this doctor would break, and how they lie against their share. */
export function CandidateName({ candidate, district }: { candidate: Candidate; district: District }) {
  const doctor = district.doctors.find((own) => own.personId === candidate.personId)
  const person = district.persons.find((own) => own.id === candidate.personId)
  return (
    <span class="candidate">
      <b>{doctor?.initials}</b> {person?.name}
    </span>
  )
}

export function CandidateChips({ candidate, value }: { candidate: Candidate; value: CandidatesValue }) {
  const { board, violations, words } = useText()
  return (
    <span class="chips">
      {distinctKinds(candidate.blocking).map((kind) => (
        <span class="ds-tag" data-color="danger">
          {violations.findings[kind]}
        </span>
      ))}
      {distinctKinds(candidate.warnings).map((kind) => (
        <span class="ds-tag" data-color="warning">
          {violations.findings[kind]}
        </span>
      ))}
      {isUndeclared(value.district, candidate.personId, value.need.date) && (
        <span class="ds-tag" data-color="neutral">
          {board.totalNotKnown}
        </span>
      )}
      {candidate.hasWish && (
        <span class="ds-tag" data-color={candidate.hasWish === 'wish' ? 'success' : 'neutral'}>
          {words.stances[candidate.hasWish]}
        </span>
      )}
      <small>
        <ShareGap minutes={candidate.fairShareGapMinutes} />
      </small>
    </span>
  )
}

/** How far below or above the fair share the doctor lies before the choice. */
function ShareGap({ minutes }: { minutes: number }) {
  const { format, plans } = useText()
  const hours = format.wholeHours(Math.abs(minutes))
  return <>{minutes >= 0 ? plans.panel.below(hours) : plans.panel.above(hours)}</>
}

function distinctKinds(violations: readonly Violation[]): Violation['kind'][] {
  return [...new Set(violations.map((violation) => violation.kind))]
}

/** Those who can take the duty without breaking a blocking rule, and the others. */
export function splitCandidates(candidates: readonly Candidate[]) {
  return {
    fitting: candidates.filter((candidate) => candidate.blocking.length === 0),
    others: candidates.filter((candidate) => candidate.blocking.length > 0),
  }
}
