import * as z from 'zod'
import { agreement } from './agreement-schema.ts'
import { doctors } from './doctor-schema.ts'
import {
  date,
  dated,
  earlyDate,
  earlyRange,
  email,
  hprNumber,
  id,
  list,
  municipalityNumber,
  name,
  needId,
  weekday,
  whole,
} from './fields.ts'
import { lines, weeklyWindow } from './line-schema.ts'

const MOST_INHABITANTS = 10_000_000
const DAYS_OF_WEEK = 7

const municipality = z.strictObject({
  number: municipalityNumber,
  name,
  facts: list(dated({ population: z.int().min(0).max(MOST_INHABITANTS), centrality: z.int().min(1).max(6) })),
  participation: list(dated({ windows: list(weeklyWindow).nullable(), quota: whole.nullable() })),
})

const coveredElsewhere = dated({
  id,
  name,
  windows: list(weeklyWindow),
  onPublicHolidays: z.boolean(),
  behind: list(id).min(1).exactOptional(),
})

const person = z.strictObject({
  id,
  name,
  hprNumber: hprNumber.nullable(),
  birthDate: earlyDate.nullable(),
  email: email.nullable(),
  phone: name.nullable(),
})

const position = z.strictObject({
  id,
  name,
  municipality: municipalityNumber,
  share: z.number().min(0).max(100),
  holders: list(
    z.discriminatedUnion('kind', [
      z.strictObject({ ...earlyRange, kind: z.literal('person'), personId: id }),
      z.strictObject({ ...earlyRange, kind: z.literal('vacant') }),
      z.strictObject({ ...earlyRange, kind: z.literal('locum-to-be-named') }),
    ]),
  ),
})

const wish = z.strictObject({
  id,
  personId: id,
  about: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('dates'), from: date, to: date }),
    z.strictObject({ kind: z.literal('duty'), needId }),
    z.strictObject({
      kind: z.literal('pattern'),
      from: date,
      to: date,
      weekdays: list(weekday, DAYS_OF_WEEK),
    }),
  ]),
  stance: z.enum(['wish', 'rather-not', 'cannot']),
  weight: z.literal([1, 2, 3]),
})

const FIRST_YEAR = 1996
const LAST_YEAR = 2099

const holidayHeld = z.strictObject({
  personId: id,
  holiday: z.enum(['christmas', 'new-year', 'easter', 'constitution-day']),
  year: z.int().min(FIRST_YEAR).max(LAST_YEAR),
})

/** The core's District, field for field. */
export const district = z.strictObject({
  id,
  name,
  legalForm: z.enum([
    'single-municipality',
    'host-municipality',
    'joint-task-community',
    'intermunicipal-company',
  ]),
  timeZone: z.literal('Europe/Oslo'),
  languages: list(z.enum(['nb', 'nn', 'en']), 3).min(1),
  calendarNames: z.enum(['names', 'initials', 'none']).exactOptional(),
  municipalities: list(municipality).min(1),
  lines,
  coveredElsewhere: list(coveredElsewhere),
  persons: list(person),
  doctors,
  positions: list(position),
  agreement,
  wishes: list(wish),
  holidaysHeld: list(holidayHeld).exactOptional(),
})
