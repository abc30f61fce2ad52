import type { CompetenceRoute } from '../../core/rota/competence.ts'
import type { District } from '../../core/rota/district.ts'
import { type Doctor, factOn, type Surgery, type TakingPart } from '../../core/rota/doctor.ts'
import type { EngagementForm } from '../../core/rota/engagement.ts'
import type { Person } from '../../core/rota/person.ts'
import { positionsHeldBy } from '../../core/rota/position.ts'
import type { WeeklyWindow } from '../../core/rota/weekly-window.ts'
import { holdsOn, type LocalDate, type Weekday } from '../../core/time/local-date.ts'
import { isLocalTime } from '../../core/time/local-time.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { EnteredDoctor } from '../../usecases/save-doctors.ts'

/** A doctor as typed, each field a text; empty = not said. */
export const BLANK_DOCTOR = {
  name: '',
  initials: '',
  email: '',
  phone: '',
  hprNumber: '',
  birthDate: '',
  from: '',
  municipality: '',
  share: '1',
  form: '',
  fraction: '100',
  way: 'by-share',
  least: '',
  most: '',
  route: '',
  emergencyCourseOn: '',
  violenceCourseOn: '',
  evidence: '',
  surgery1: '',
  surgery2: '',
  surgery3: '',
  surgery4: '',
  surgery5: '',
  surgerySource: '',
  /** 'yes' for somebody who has no surgery at all, which is not the same as not telling. */
  noSurgery: '',
}

export type DoctorForm = Readonly<typeof BLANK_DOCTOR>

export const ENGAGEMENT_FORMS: readonly EngagementForm[] = [
  'gp-self-employed',
  'gp-self-employed-municipal-premises',
  'gp-salaried',
  'gp-salaried-with-bonus',
  'locum',
  'lis1',
  'employed-duty-doctor',
]
export const ROUTES: readonly CompetenceRoute['kind'][] = [
  'specialist',
  'lis1-goals',
  'old-internship',
  'none',
]
export const WAYS: readonly TakingPart['way']['kind'][] = ['by-share', 'backup-only', 'supernumerary']
export const SURGERY_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5]

/** What stands on a date, for a form that changes it. */
export function formOf(district: District, doctor: Doctor, person: Person, from: LocalDate): DoctorForm {
  const engagement = doctor.engagements.find((own) => holdsOn(own, from))
  const [position] = positionsHeldBy(district.positions, doctor.personId, from)
  const part = factOn(doctor.takingPart, from)
  const competence = factOn(doctor.competences, from)
  const surgery = factOn(doctor.surgery, from)
  const employer = engagement?.employer.kind === 'municipality' ? engagement.employer.number : ''
  return {
    ...BLANK_DOCTOR,
    name: person.name,
    initials: doctor.initials,
    email: person.email ?? '',
    phone: person.phone ?? '',
    hprNumber: person.hprNumber ?? '',
    birthDate: person.birthDate ?? '',
    from,
    municipality: position?.municipality ?? employer,
    share: position ? String(position.share).replace('.', ',') : '',
    form: engagement?.form ?? '',
    fraction: engagement ? String(engagement.fractionPercent).replace('.', ',') : '100',
    way: part?.way.kind ?? 'by-share',
    least: part?.least === null || part === undefined ? '' : String(part.least),
    most: part?.most === null || part === undefined ? '' : String(part.most),
    route: competence?.route.kind ?? '',
    emergencyCourseOn: competence?.emergencyCourseOn ?? '',
    violenceCourseOn: competence?.violenceCourseOn ?? '',
    evidence: competence?.evidence ?? '',
    ...surgeryTexts(surgery),
    surgerySource: surgery?.kind === 'declared' ? surgery.source : '',
    noSurgery: surgery?.kind === 'declared' && surgery.timetable.length === 0 ? 'yes' : '',
  }
}

/** Surgery that five fields can't say: more than one stretch in a day, a weekend, or past midnight. */
export function isOddSurgery(surgery: Surgery | undefined): boolean {
  if (surgery?.kind !== 'declared') return false
  const days = surgery.timetable.map(({ weekday }) => weekday)
  return (
    new Set(days).size < days.length || surgery.timetable.some((own) => own.weekday > 5 || own.endDay > 0)
  )
}

function surgeryTexts(surgery: Surgery | undefined): Partial<DoctorForm> {
  if (surgery?.kind !== 'declared' || isOddSurgery(surgery)) return {}
  return Object.fromEntries(
    surgery.timetable.map(({ weekday, start, end }) => [`surgery${weekday}`, `${start}–${end}`]),
  )
}

export type ReadDoctor =
  | { readonly kind: 'read'; readonly entry: EnteredDoctor }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

/** The form as what it says of a doctor, or the fields that can't be read. */
export function readDoctorForm(
  form: DoctorForm,
  {
    doctor,
    personId,
    today,
  }: { readonly doctor: Doctor | null; readonly personId: string | null; readonly today: LocalDate },
): ReadDoctor {
  const problems: FieldProblem[] = []
  const number = (field: 'share' | 'fraction' | 'least' | 'most', isWhole: boolean) => {
    const text = form[field].replace(',', '.')
    if (text === '') return null
    const isNumber = isWhole ? /^\d{1,6}$/.test(text) : /^\d{1,4}(\.\d{1,4})?$/.test(text)
    if (!isNumber) problems.push({ field, code: 'not-a-number', value: form[field] })
    return isNumber ? Number(text) : null
  }
  const share = number('share', false)
  const fraction = number('fraction', false)
  const part = takingPartOf(form, doctor, number('least', true), number('most', true))
  const surgery = surgeryOf(form, doctor, today)
  if (surgery?.kind === 'refused') problems.push(...surgery.problems)
  if (problems.length > 0) return { kind: 'refused', problems }
  const nullable = (text: string) => (text === '' ? null : text)
  const { municipality } = form
  return {
    kind: 'read',
    entry: {
      personId,
      name: form.name,
      initials: form.initials,
      email: nullable(form.email),
      phone: nullable(form.phone),
      hprNumber: nullable(form.hprNumber),
      birthDate: nullable(form.birthDate),
      from: form.from,
      ...(municipality !== '' && share !== null ? { position: { municipality, share } } : {}),
      ...engagementOf(form, doctor, fraction ?? 100),
      ...(part ? { takingPart: part } : {}),
      ...competenceOf(form, doctor),
      ...(surgery?.kind === 'surgery' ? { surgery: surgery.surgery } : {}),
    },
  }
}

function engagementOf(
  form: DoctorForm,
  doctor: Doctor | null,
  fractionPercent: number,
): Pick<EnteredDoctor, 'engagement'> {
  const kind = ENGAGEMENT_FORMS.find((own) => own === form.form)
  if (kind === undefined) return {}
  const held = doctor?.engagements.find((own) => holdsOn(own, form.from))
  const isOfService = kind === 'employed-duty-doctor' || form.municipality === ''
  const municipality = isOfService ? null : form.municipality
  const replaces = held ? { replaces: held.id } : {}
  return { engagement: { ...replaces, municipality, form: kind, fractionPercent, to: held?.to ?? null } }
}

/** Ways that the form has no fields for are kept with what they hold. */
function takingPartOf(form: DoctorForm, doctor: Doctor | null, least: number | null, most: number | null) {
  const held = doctor && factOn(doctor.takingPart, form.from)
  if (held && held.way.kind === form.way) return { way: held.way, least, most }
  const kind = WAYS.find((own) => own === form.way) ?? 'by-share'
  // Who takes part by share unless something else is said needs no word of it.
  if (doctor && !held && kind === 'by-share' && least === null && most === null) return undefined
  return { way: { kind } as TakingPart['way'], least, most }
}

function competenceOf(form: DoctorForm, doctor: Doctor | null): Pick<EnteredDoctor, 'competence'> {
  const held = doctor ? factOn(doctor.competences, form.from) : undefined
  const nullable = (text: string) => (text === '' ? null : text)
  const said = {
    emergencyCourseOn: nullable(form.emergencyCourseOn),
    violenceCourseOn: nullable(form.violenceCourseOn),
    evidence: form.evidence,
    ...(held?.exception === undefined ? {} : { exception: held.exception }),
  }
  if (held && held.route.kind === form.route) return { competence: { route: held.route, ...said } }
  const kind = ROUTES.find((own) => own === form.route)
  return kind === undefined ? {} : { competence: { route: { kind } as CompetenceRoute, ...said } }
}

type ReadSurgery =
  | { readonly kind: 'surgery'; readonly surgery: NonNullable<EnteredDoctor['surgery']> }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }

function surgeryOf(form: DoctorForm, doctor: Doctor | null, today: LocalDate): ReadSurgery | undefined {
  const held = doctor ? factOn(doctor.surgery, form.from) : undefined
  if (isOddSurgery(held)) return undefined
  const texts = SURGERY_DAYS.map((weekday) => ({ weekday, text: textOf(form, weekday) })).filter(
    ({ text }) => text !== '',
  )
  const windows = texts.map(({ weekday, text }) => readHours(weekday, text))
  const problems = texts.flatMap(({ weekday, text }, index): FieldProblem[] =>
    windows[index] ? [] : [{ field: `surgery${weekday}`, code: 'not-hours', value: text }],
  )
  if (problems.length > 0) return { kind: 'refused', problems }
  const isUntold = texts.length === 0 && form.noSurgery !== 'yes'
  if (isUntold && doctor && !held) return undefined
  if (isUntold) return { kind: 'surgery', surgery: { kind: 'not-declared' } }
  const timetable = windows.flatMap((window) => window ?? [])
  const source = form.surgerySource
  const isSame =
    held?.kind === 'declared' &&
    held.source === source &&
    JSON.stringify(held.timetable) === JSON.stringify(timetable)
  const declaredOn = isSame ? held.declaredOn : today
  return { kind: 'surgery', surgery: { kind: 'declared', timetable, source, declaredOn } }
}

function textOf(form: DoctorForm, weekday: Weekday): string {
  const fields: Readonly<Record<string, string>> = form
  return (fields[`surgery${weekday}`] ?? '').trim()
}

/** '8-15', '08:00–15:30' or '8–15.30'. */
export function readHours(weekday: Weekday, text: string): WeeklyWindow | undefined {
  const found = /^(\d{1,2})(?:[.:](\d{2}))?\s*[-–—]\s*(\d{1,2})(?:[.:](\d{2}))?$/.exec(text)
  if (!found) return undefined
  const clock = (hour: string | undefined, minute: string | undefined) =>
    `${(hour ?? '').padStart(2, '0')}:${minute ?? '00'}`
  const [start, end] = [clock(found[1], found[2]), clock(found[3], found[4])]
  return isLocalTime(start) && isLocalTime(end) && start < end
    ? { weekday, start, end, endDay: 0 }
    : undefined
}
