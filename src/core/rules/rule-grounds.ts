import type { ParameterName } from '../rota/agreement.ts'
import type { Source } from '../rota/source.ts'
import type { RuleId } from './violation.ts'

/** What a breach of a rule is cited by. */
export interface RuleGround {
  /** The law or agreement it rests on. */
  readonly source: Source
  /** The agreement's values that can set its limit; what only tells how something is counted is none. */
  readonly limits: readonly ParameterName[]
}

/** As the rules and parameters themselves tell it, apart from them: a sentence that cites a rule needs not carry what finds its breaches. */
export const RULE_GROUNDS: Readonly<Record<RuleId, RuleGround>> = {
  overlap: { source: 'one-duty-at-a-time', limits: [] },
  availability: { source: 'registered-availability', limits: [] },
  engagement: { source: 'gp-regulation-12', limits: ['agreementEnd'] },
  competence: { source: 'competence-regulation-3', limits: ['courseValidYears'] },
  'taking-part': { source: 'agreed-participation', limits: [] },
  backup: { source: 'competence-regulation-3a', limits: ['courseValidYears'] },
  cover: { source: 'emergency-medicine-regulation-6', limits: [] },
  'least-doctors': { source: 'sfs-2305-2024', limits: ['leastDoctors'] },
  rest: {
    source: 'sfs-2305-7-4',
    limits: [
      'restAfterOnSiteNightMinutes',
      'restAfterMinutes',
      'restBeforeNightMinutes',
      'secondRestMinutes',
    ],
  },
  'weekly-total': { source: 'district-decision', limits: ['weeklyTotalMinutes'] },
  'rolling-total': { source: 'district-decision', limits: ['rollingTotalMinutes'] },
  'weekly-duty': { source: 'district-decision', limits: ['weeklyDutyMinutes'] },
  'average-hours': { source: 'working-environment-10-6', limits: ['averageUnderAct'] },
  'longest-period': { source: 'district-decision', limits: ['longestPeriodMinutes'] },
  'nights-in-a-row': { source: 'district-decision', limits: ['nightsInARow'] },
  weekends: { source: 'working-environment-10-8', limits: ['weekendFrequency', 'sundaysInARow'] },
  'special-holidays': { source: 'even-sharing', limits: ['holidayMemoryYears'] },
  'office-day-after-night': { source: 'sfs-2305-7-4', limits: ['officeDayAfterNight'] },
  'competence-exception': { source: 'competence-regulation-4', limits: ['competenceException'] },
  'fair-share': { source: 'even-sharing', limits: ['shareTolerancePercent'] },
  publishing: { source: 'working-environment-10-3', limits: ['publishDaysBefore', 'planPeriods'] },
  'average-duty': { source: 'district-decision', limits: ['averageDuty'] },
  'long-hours': { source: 'working-environment-10-6', limits: ['longUnderAct'] },
  'weekly-rest': { source: 'working-environment-10-8', limits: ['weeklyRest'] },
  'other-tasks': { source: 'gp-regulation-32', limits: ['otherTasksMinutes'] },
  'hours-elsewhere': { source: 'agreed-participation', limits: [] },
}
