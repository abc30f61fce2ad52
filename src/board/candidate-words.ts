import type { Candidate } from '../core/plans/candidates.ts'
import type { District } from '../core/rota/district.ts'
import type { Violation } from '../core/rules/violation.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { BoardText } from '../text/text.ts'
import { isUndeclared } from './undeclared.ts'

/** A word beside a name, with the colour that it stands on. */
export interface Chip {
  readonly word: string
  readonly color: 'danger' | 'warning' | 'success' | 'neutral'
}

type ChipText = Pick<BoardText, 'board' | 'violations' | 'words'>

/** What choosing a doctor on a date would break, what nobody knows of them, and what they wish. */
export function chipsOf(candidate: Candidate, district: District, date: LocalDate, text: ChipText): Chip[] {
  const { blocking, warnings, hasWish, personId } = candidate
  const chips = [...kindChips(blocking, 'danger', text), ...kindChips(warnings, 'warning', text)]
  if (isUndeclared(district, personId, date)) chips.push({ word: text.board.totalNotKnown, color: 'neutral' })
  if (hasWish)
    chips.push({ word: text.words.stances[hasWish], color: hasWish === 'wish' ? 'success' : 'neutral' })
  return chips
}

/** What is found, each kind once. */
export function kindChips(
  found: readonly Violation[],
  color: Chip['color'],
  { violations }: Pick<ChipText, 'violations'>,
): Chip[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))]
  return kinds.map((kind) => ({ word: violations.findings[kind], color }))
}

/** How far below or above the fair share somebody lies before the choice; minutes below it, negative above. */
export function gapText(minutes: number, { format, plans }: Pick<BoardText, 'format' | 'plans'>): string {
  const hours = format.wholeHours(Math.abs(minutes))
  return minutes >= 0 ? plans.panel.below(hours) : plans.panel.above(hours)
}

/** Those who can take the duty without breaking a blocking rule, and the others; each best first, as they came. */
export function splitCandidates(candidates: readonly Candidate[]) {
  return {
    fitting: candidates.filter((candidate) => candidate.blocking.length === 0),
    others: candidates.filter((candidate) => candidate.blocking.length > 0),
  }
}
