import * as z from 'zod'
import type { AgreementParameters } from '../core/rota/agreement.ts'
import type { DutyForm } from '../core/rota/line.ts'
import { date, dated, dayOfYear, earlyDate, id, list, minutes, name, time, whole } from './fields.ts'
import { form } from './line-schema.ts'

const weight = z.number().min(0).max(1000)
const daySpan = { start: time, end: time }
const years = z.int().min(1).max(100)
const weeks = z.int().min(1).max(104)
const percent = z.number().min(0).max(100)
const mean = z.strictObject({ minutes, weeks })

/** What each parameter's value must look like; a parameter without a schema does not compile. */
const VALUES = {
  weeklyTotalMinutes: minutes,
  rollingTotalMinutes: minutes,
  weeklyDutyMinutes: minutes,
  averageUnderAct: list(mean),
  longUnderAct: z.strictObject({ weekMinutes: minutes, dayMinutes: minutes }),
  averageDuty: mean,
  restAfterOnSiteNightMinutes: minutes,
  restAfterMinutes: z.strictObject(perForm(minutes.exactOptional())),
  restBeforeNightMinutes: minutes,
  secondRestMinutes: z.strictObject(perForm(minutes.exactOptional())),
  weeklyRest: z.strictObject({ minutes, forms: list(form) }),
  longestPeriodMinutes: minutes,
  nightsInARow: z.int().min(1).max(31),
  weekendFrequency: z.strictObject({ oneOf: z.number().min(1).max(52), weeks, freeAmong: weeks }),
  sundaysInARow: z.int().min(1).max(52),
  officeDayAfterNight: z.strictObject(perForm(z.boolean())),
  hourWeights: z.strictObject(perForm(weight)),
  officeHours: z.strictObject(daySpan),
  night: z.strictObject({ ...daySpan, leastMinutes: minutes }),
  weekend: z.strictObject({ fridayStart: time, mondayEnd: time, leastMinutes: minutes }),
  specialHolidays: list(z.enum(['christmas', 'new-year', 'easter', 'constitution-day'])),
  holidayMemoryYears: z.int().min(1).max(20),
  leastDoctors: z.strictObject({
    home: whole.exactOptional(),
    'on-site': whole.exactOptional(),
    'full-day': whole.exactOptional(),
  }),
  agreementEnd: z.strictObject({ age: years, latestAge: years }),
  exemptionAge: years,
  parentExemption: z.strictObject({
    monthsBefore: z.int().min(0).max(9),
    childMonths: z.int().min(0).max(60),
  }),
  courseValidYears: years,
  competenceException: z.strictObject({ daysPerMonth: z.number().min(1).max(31), warnAtPercent: percent }),
  backupReach: z.strictObject({ onSiteWithinMinutes: z.int().min(1).max(1440).nullable() }),
  otherTasksMinutes: minutes,
  shareTolerancePercent: percent,
  publishDaysBefore: z.int().min(1).max(366),
  planPeriods: list(z.strictObject({ name, from: dayOfYear, publishBy: dayOfYear.nullable() })),
  swaps: z.strictObject({
    approval: z.enum(['none', 'coordinator']),
    latestHoursBefore: z.int().min(0).max(8760).nullable(),
  }),
  openDutyOrder: list(z.enum(['own-rota', 'locum'])),
  dutyClasses: z.record(id, z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
  agreementHolidays: list(z.strictObject({ from: date, start: time, to: date, end: time })),
  leastGroup: z.int().min(2).max(100),
  logYears: years,
  grantCriteria: z.strictObject({
    populationBelow: z.int().min(1).max(1_000_000),
    centrality: list(z.int().min(1).max(6)),
  }),
  cutPoints: list(time),
  fairness: z.strictObject({ hours: weight, nights: weight, weekends: weight, holidays: weight }),
} satisfies Record<keyof AgreementParameters, z.ZodType>

const NAMES = Object.keys(VALUES) as (keyof AgreementParameters)[]

export const agreement = list(
  z.discriminatedUnion('parameter', NAMES.map(entry) as [EntryShape, ...EntryShape[]]),
)

type EntryShape = { [K in keyof AgreementParameters]: ReturnType<typeof entry<K>> }[keyof AgreementParameters]

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
