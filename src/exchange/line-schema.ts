import * as z from 'zod'
import { date, dated, dayOfYear, id, list, name, time, weekday } from './fields.ts'

const MOST_LINES_TEMPLATES = 60
const MOST_WINDOWS = 60
const MOST_OVERRIDES = 800
const MOST_AT_ONCE = 50
const LONGEST_CODE = 8
const LONGEST_PLACE = 120
/** Days after its first on which a duty can end; the length itself is held against 72 hours. */
const LATEST_END_DAY = 7

export const form = z.enum(['home', 'on-site', 'backup'])
const day = z.int().min(0).max(LATEST_END_DAY)

export const weeklyWindow = z.strictObject({ weekday, start: time, end: time, endDay: day })

const dayKind = z.enum([
  'weekday',
  'saturday',
  'sunday',
  'public-holiday',
  'eve',
  'early-close',
  'bridge-day',
  'summer',
])

const span = { startDay: day, start: time, endDay: day, end: time }

/** A window of an override stands on its date, so that it needs no day kind. */
const overrideWindow = z.strictObject({
  key: id,
  name,
  dayKinds: list(dayKind, MOST_WINDOWS),
  weekdays: list(weekday, 7).min(1).exactOptional(),
  start: time,
  end: time,
  endDay: day,
  number: z.int().min(1).max(MOST_AT_ONCE),
  pieces: list(z.strictObject({ form, ...span }), MOST_WINDOWS),
  paid: z.strictObject(span).nullable(),
  block: z.enum(['weekend', 'week']).nullable(),
})

const templateWindow = overrideWindow.extend({ dayKinds: list(dayKind, MOST_WINDOWS).min(1) })

const templateVersion = dated({
  windows: list(templateWindow, MOST_WINDOWS),
  overrides: list(z.strictObject({ date, windows: list(overrideWindow, MOST_WINDOWS) }), MOST_OVERRIDES),
  summer: z.strictObject({ from: dayOfYear, to: dayOfYear }).nullable(),
})

const line = z.strictObject({
  id,
  name,
  code: name.max(LONGEST_CODE),
  form,
  areas: list(name),
  place: name.max(LONGEST_PLACE).exactOptional(),
  serves: list(id),
  overlapClass: id.nullable(),
  behind: list(id, MOST_LINES_TEMPLATES),
  conditional: z.boolean(),
  templates: list(templateVersion, MOST_LINES_TEMPLATES),
})

export const lines = list(line, MOST_LINES_TEMPLATES)
