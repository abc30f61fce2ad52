import { availability } from './availability.ts'
import { backup } from './backup.ts'
import { competence } from './competence.ts'
import { competenceException } from './competence-exception.ts'
import { cover } from './cover.ts'
import { engagement } from './engagement.ts'
import { fairShare } from './fair-share.ts'
import { hoursElsewhere } from './hours-elsewhere.ts'
import { leastDoctors } from './least-doctors.ts'
import { officeDayAfterNight } from './office-day-after-night.ts'
import { otherTasks } from './other-tasks.ts'
import { overlap } from './overlap.ts'
import { publishing } from './publishing.ts'
import { rest } from './rest.ts'
import type { Rule } from './rule.ts'
import { specialHolidays } from './special-holidays.ts'
import { takingPart } from './taking-part.ts'
import { weeklyDuty } from './weekly-duty.ts'
import { weeklyTotal } from './weekly-total.ts'

/** Every rule, the heaviest first. */
export const RULES: readonly Rule[] = [
  overlap,
  cover,
  availability,
  takingPart,
  competence,
  backup,
  engagement,
  leastDoctors,
  rest,
  weeklyTotal,
  weeklyDuty,
  officeDayAfterNight,
  specialHolidays,
  publishing,
  fairShare,
  competenceException,
  otherTasks,
  hoursElsewhere,
]
