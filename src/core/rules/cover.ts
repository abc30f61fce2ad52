import type { District } from '../rota/district.ts'
import { LONGEST_NEED_DAYS, needsOf } from '../rota/need.ts'
import { type Interval, subtractIntervals } from '../time/interval.ts'
import { addDays, type LocalDate } from '../time/local-date.ts'
import { dayInterval } from '../time/oslo.ts'
import { timesOf } from './covered-elsewhere.ts'
import type { Rule } from './rule.ts'
import { isBackupLine } from './view.ts'
import { violation } from './violation.ts'

/**
 * At least one doctor is asked for at every instant outside the windows named as covered elsewhere (P2; FOR-2015-03-20-231 §6).
 * Judged by the templates of the lines that answer first: an open duty is no gap.
 */
export const cover: Rule = {
  id: 'cover',
  rows: ['P2'],
  subject: 'district',
  source: 'emergency-medicine-regulation-6',
  kinds: ['gap-in-cover'],
  parameters: [],
  check: ({ rota }) => {
    const { district, from, to } = rota
    if (to <= from) return []
    const period = { start: dayInterval(from).start, end: dayInterval(to).start }
    return subtractIntervals(
      [period],
      [...demanded(district, from, to), ...coveredByOthers(district, from, to)],
    ).map((span) =>
      violation(
        { rule: 'cover', personId: null, needIds: [], span, measured: 0, limit: 1, unit: 'doctors' },
        { kind: 'gap-in-cover' },
      ),
    )
  },
}

function demanded(district: District, from: LocalDate, to: LocalDate): Interval[] {
  return district.lines
    .filter((line) => !isBackupLine(line))
    .flatMap((line) => needsOf(line, addDays(from, -LONGEST_NEED_DAYS), to))
}

/** A service that only stands behind our own first lines does not answer. */
function coveredByOthers(district: District, from: LocalDate, to: LocalDate): Interval[] {
  return district.coveredElsewhere
    .filter((covered) => covered.behind === undefined)
    .flatMap((covered) => timesOf(covered, from, to))
}
