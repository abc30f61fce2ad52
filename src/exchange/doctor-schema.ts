import * as z from 'zod'
import {
  date,
  dated,
  earlyDate,
  earlyRange,
  id,
  list,
  minutes,
  municipalityNumber,
  name,
  note,
  whole,
} from './fields.ts'
import { form, weeklyWindow } from './line-schema.ts'

const LONGEST_INITIALS = 6
const MOST_WEEKS = 60
const percent = z.number().min(0).max(100)

const engagement = z.strictObject({
  ...earlyRange,
  id,
  employer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('municipality'), number: municipalityNumber }),
    z.strictObject({ kind: z.literal('service') }),
  ]),
  form: z.enum([
    'gp-self-employed',
    'gp-self-employed-municipal-premises',
    'gp-salaried',
    'gp-salaried-with-bonus',
    'locum',
    'lis1',
    'employed-duty-doctor',
  ]),
  fractionPercent: percent,
  extendedTo: earlyDate.exactOptional(),
})

const takingPart = dated({
  way: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('by-share') }),
    z.strictObject({ kind: z.literal('contracted-hours'), minutesPerPeriod: minutes }),
    z.strictObject({
      kind: z.literal('offered-windows'),
      windows: list(z.strictObject({ from: date, to: date })),
    }),
    z.strictObject({ kind: z.literal('backup-only') }),
    z.strictObject({ kind: z.literal('supernumerary') }),
  ]),
  least: whole.nullable(),
  most: whole.nullable(),
})

const competence = z.strictObject({
  ...earlyRange,
  route: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('specialist') }),
    z.strictObject({ kind: z.literal('lis1-goals') }),
    z.strictObject({ kind: z.literal('old-internship') }),
    z.strictObject({
      kind: z.literal('transitional'),
      mayWorkAlone: z.boolean(),
      mayBeBackup: z.boolean(),
      decidedOn: earlyDate,
    }),
    z.strictObject({ kind: z.literal('none') }),
  ]),
  emergencyCourseOn: earlyDate.nullable(),
  violenceCourseOn: earlyDate.nullable(),
  evidence: note,
  exception: z.enum(['one-year', 'four-months', 'six-months-on-duty']).exactOptional(),
})

const range = { from: date, to: date.nullable() }

const surgery = z.discriminatedUnion('kind', [
  z.strictObject({
    ...range,
    kind: z.literal('declared'),
    timetable: list(weeklyWindow),
    source: note,
    declaredOn: earlyDate,
  }),
  z.strictObject({ ...range, kind: z.literal('not-declared') }),
])

const exemption = dated({
  id,
  scope: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('out-of-hours') }),
    z.strictObject({ kind: z.literal('nights') }),
    z.strictObject({ kind: z.literal('form'), form }),
  ]),
})

const doctor = z.strictObject({
  personId: id,
  initials: name.max(LONGEST_INITIALS),
  engagements: list(engagement),
  takingPart: list(takingPart),
  competences: list(competence),
  surgery: list(surgery),
  otherTasks: list(dated({ name, timetable: list(weeklyWindow), looseMinutesPerWeek: minutes })),
  capacities: list(dated({ percent })),
  rotations: list(
    dated({ weeksOn: z.int().min(1).max(MOST_WEEKS), weeksOff: whole.max(MOST_WEEKS), anchor: date }),
  ),
  absences: list(z.strictObject({ id, from: date, certainFrom: date, to: date.nullable() })),
  exemptions: list(exemption),
  declaredOtherMinutesPerWeek: minutes.nullable(),
  averageConsents: list(dated({})).exactOptional(),
})

export const doctors = list(doctor)
