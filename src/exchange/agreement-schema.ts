import * as z from 'zod'
import type { AgreementParameters } from '../core/rota/agreement.ts'
import type { DutyForm } from '../core/rota/line.ts'
import { dated, earlyDate, list, minutes, name, time } from './fields.ts'

const weight = z.number().min(0).max(1000)
const daySpan = { start: time, end: time }

/** What each parameter's value must look like; a parameter without a schema does not compile. */
const VALUES = {
  weeklyTotalMinutes: minutes,
  weeklyDutyMinutes: minutes,
  restAfterOnSiteNightMinutes: minutes,
  restAfterMinutes: z.strictObject(perForm(minutes.exactOptional())),
  restBeforeNightMinutes: minutes,
  officeDayAfterNight: z.strictObject(perForm(z.boolean())),
  hourWeights: z.strictObject(perForm(weight)),
  officeHours: z.strictObject(daySpan),
  night: z.strictObject({ ...daySpan, leastMinutes: minutes }),
  weekend: z.strictObject({ fridayStart: time, mondayEnd: time, leastMinutes: minutes }),
  specialHolidays: list(z.enum(['christmas', 'new-year', 'easter', 'constitution-day'])),
  cutPoints: list(time),
  fairness: z.strictObject({ hours: weight, nights: weight, weekends: weight, holidays: weight }),
} satisfies Record<keyof AgreementParameters, z.ZodType>

export const agreement = list(
  z.discriminatedUnion('parameter', [
    entry('weeklyTotalMinutes'),
    entry('weeklyDutyMinutes'),
    entry('restAfterOnSiteNightMinutes'),
    entry('restAfterMinutes'),
    entry('restBeforeNightMinutes'),
    entry('officeDayAfterNight'),
    entry('hourWeights'),
    entry('officeHours'),
    entry('night'),
    entry('weekend'),
    entry('specialHolidays'),
    entry('cutPoints'),
    entry('fairness'),
  ]),
)

function entry<K extends keyof AgreementParameters>(parameter: K) {
  return dated({
    parameter: z.literal(parameter),
    value: VALUES[parameter],
    status: z.enum(['reference', 'adopted']),
    source: name,
    author: name,
    decidedOn: earlyDate.nullable(),
  })
}

function perForm<T extends z.ZodType>(value: T) {
  return { home: value, 'on-site': value, backup: value } satisfies Record<DutyForm, T>
}
