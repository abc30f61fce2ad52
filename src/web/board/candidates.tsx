import { chipsOf, gapText } from '../../board/candidate-words.ts'
import type { Candidate } from '../../core/plans/candidates.ts'
import type { District } from '../../core/rota/district.ts'
import type { CandidatesValue } from '../../usecases/show-candidates.ts'
import { useText } from '../text-context.ts'

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
  const text = useText()
  return (
    <span class="chips">
      {chipsOf(candidate, value.district, value.need.date, text).map(({ word, color }) => (
        <span class="ds-tag" data-color={color}>
          {word}
        </span>
      ))}
      <small>{gapText(candidate.fairShareGapMinutes, text)}</small>
    </span>
  )
}
