import { availability } from './availability.ts'
import { averageDuty } from './average-duty.ts'
import { averageHours } from './average-hours.ts'
import { backup } from './backup.ts'
import { competence } from './competence.ts'
import { competenceException } from './competence-exception.ts'
import { cover } from './cover.ts'
import { engagement } from './engagement.ts'
import { fairShare } from './fair-share.ts'
import { hoursElsewhere } from './hours-elsewhere.ts'
import { leastDoctors } from './least-doctors.ts'
import { longHours } from './long-hours.ts'
import { longestPeriod } from './longest-period.ts'
import { nightsInARow } from './nights-in-a-row.ts'
import { officeDayAfterNight } from './office-day-after-night.ts'
import { otherTasks } from './other-tasks.ts'
import { overlap } from './overlap.ts'
import { publishing } from './publishing.ts'
import { rest } from './rest.ts'
import { rollingTotal } from './rolling-total.ts'
import type { Rule } from './rule.ts'
import { specialHolidays } from './special-holidays.ts'
import { takingPart } from './taking-part.ts'
import type { RuleId } from './violation.ts'
import { weekends } from './weekends.ts'
import { weeklyDuty } from './weekly-duty.ts'
import { weeklyRest } from './weekly-rest.ts'
import { weeklyTotal } from './weekly-total.ts'

/** Every rule, in the order in which a coordinator would mend what breaks them. */
export const RULES: readonly Rule[] = [
  overlap,
  availability,
  engagement,
  competence,
  takingPart,
  backup,
  cover,
  leastDoctors,
  rest,
  weeklyTotal,
  rollingTotal,
  weeklyDuty,
  averageHours,
  longestPeriod,
  nightsInARow,
  weekends,
  specialHolidays,
  officeDayAfterNight,
  competenceException,
  fairShare,
  publishing,
  averageDuty,
  longHours,
  weeklyRest,
  otherTasks,
  hoursElsewhere,
]

/** The place of each rule in `RULES`, from 0. */
export const RULE_PLACES = Object.fromEntries(RULES.map((rule, place) => [rule.id, place])) as Readonly<
  Record<RuleId, number>
>
