import type { RuleId } from '../../../src/core/rules/violation.ts'
import type { RuleRow } from '../../support/rule-table.ts'
import { availabilityRows } from './availability-rows.ts'
import { averageDutyRows, averageHoursRows } from './average-rows.ts'
import { backupRows } from './backup-rows.ts'
import { competenceExceptionRows } from './competence-exception-rows.ts'
import { competenceRows } from './competence-rows.ts'
import { coverRows } from './cover-rows.ts'
import { engagementRows } from './engagement-rows.ts'
import { fairShareRows } from './fair-share-rows.ts'
import { hoursElsewhereRows } from './hours-elsewhere-rows.ts'
import { leastDoctorsRows } from './least-doctors-rows.ts'
import { longHoursRows } from './long-hours-rows.ts'
import { longestPeriodRows } from './longest-period-rows.ts'
import { nightsInARowRows } from './nights-in-a-row-rows.ts'
import { officeDayAfterNightRows } from './office-day-after-night-rows.ts'
import { otherTasksRows } from './other-tasks-rows.ts'
import { overlapRows } from './overlap-rows.ts'
import { publishingRows } from './publishing-rows.ts'
import { restRows } from './rest-rows.ts'
import { rollingTotalRows } from './rolling-total-rows.ts'
import { specialHolidaysRows } from './special-holidays-rows.ts'
import { takingPartRows } from './taking-part-rows.ts'
import { weekendsRows } from './weekends-rows.ts'
import { weeklyRestRows } from './weekly-rest-rows.ts'
import { weeklyDutyRows, weeklyTotalRows } from './weekly-rows.ts'

/** The rows of every rule's table. */
export const ROWS: Readonly<Partial<Record<RuleId, readonly RuleRow[]>>> = {
  overlap: overlapRows,
  cover: coverRows,
  availability: availabilityRows,
  'taking-part': takingPartRows,
  competence: competenceRows,
  backup: backupRows,
  engagement: engagementRows,
  rest: restRows,
  'weekly-total': weeklyTotalRows,
  'weekly-duty': weeklyDutyRows,
  'rolling-total': rollingTotalRows,
  'average-hours': averageHoursRows,
  'average-duty': averageDutyRows,
  'long-hours': longHoursRows,
  'weekly-rest': weeklyRestRows,
  'longest-period': longestPeriodRows,
  'nights-in-a-row': nightsInARowRows,
  weekends: weekendsRows,
  'office-day-after-night': officeDayAfterNightRows,
  'special-holidays': specialHolidaysRows,
  'competence-exception': competenceExceptionRows,
  'other-tasks': otherTasksRows,
  'hours-elsewhere': hoursElsewhereRows,
  publishing: publishingRows,
  'least-doctors': leastDoctorsRows,
  'fair-share': fairShareRows,
}
