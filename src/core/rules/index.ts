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
import { RULE_PLACES } from './rule-order.ts'
import { specialHolidays } from './special-holidays.ts'
import { takingPart } from './taking-part.ts'
import { weekends } from './weekends.ts'
import { weeklyDuty } from './weekly-duty.ts'
import { weeklyRest } from './weekly-rest.ts'
import { weeklyTotal } from './weekly-total.ts'

const REGISTERED: readonly Rule[] = [
  availability,
  averageDuty,
  averageHours,
  backup,
  competence,
  competenceException,
  cover,
  engagement,
  fairShare,
  hoursElsewhere,
  leastDoctors,
  longHours,
  longestPeriod,
  nightsInARow,
  officeDayAfterNight,
  otherTasks,
  overlap,
  publishing,
  rest,
  rollingTotal,
  specialHolidays,
  takingPart,
  weekends,
  weeklyDuty,
  weeklyRest,
  weeklyTotal,
]

/** Every rule, in the order of `RULE_ORDER`. */
export const RULES: readonly Rule[] = [...REGISTERED].sort((a, b) => RULE_PLACES[a.id] - RULE_PLACES[b.id])
