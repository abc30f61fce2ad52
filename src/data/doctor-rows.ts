import type { Competence, CompetenceRoute } from '../core/rota/competence.ts'
import type { Doctor, Surgery, TakingPart } from '../core/rota/doctor.ts'
import type { Engagement } from '../core/rota/engagement.ts'
import type { Exemption } from '../core/rota/exemption.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { DateRange, LocalDate } from '../core/time/local-date.ts'
import { compiler, type Write } from './database.ts'
import { fromJson, insertRows, toJson } from './rows.ts'
import type { Schema } from './schema.ts'

/** Every fact of the doctors of a district; the doctors' own rows and their exemptions are written apart. */
export function doctorFactWrites(districtId: DistrictId, doctors: readonly Doctor[]): Write[] {
  const rowsOf = <F, R>(facts: (doctor: Doctor) => readonly F[], toRow: (fact: F) => R) =>
    doctors.flatMap((doctor) =>
      facts(doctor).map((fact, ordinal) => ({
        district_id: districtId,
        person_id: doctor.personId,
        ordinal,
        ...toRow(fact),
      })),
    )
  return [
    ...insertRows(
      'engagement',
      rowsOf((doctor) => doctor.engagements, fromEngagement),
    ),
    ...insertRows(
      'taking_part',
      rowsOf((doctor) => doctor.takingPart, fromTakingPart),
    ),
    ...insertRows(
      'competence',
      rowsOf((doctor) => doctor.competences, fromCompetence),
    ),
    ...insertRows(
      'surgery',
      rowsOf((doctor) => doctor.surgery, fromSurgery),
    ),
    ...insertRows(
      'other_task',
      rowsOf(
        (doctor) => doctor.otherTasks,
        (task) => ({
          ...fromRange(task),
          name: task.name,
          timetable: toJson(task.timetable),
          loose_minutes_per_week: task.looseMinutesPerWeek,
        }),
      ),
    ),
    ...insertRows(
      'capacity',
      rowsOf(
        (doctor) => doctor.capacities,
        (capacity) => ({ ...fromRange(capacity), percent: capacity.percent }),
      ),
    ),
    ...insertRows(
      'rotation',
      rowsOf(
        (doctor) => doctor.rotations,
        (rotation) => ({
          ...fromRange(rotation),
          weeks_on: rotation.weeksOn,
          weeks_off: rotation.weeksOff,
          anchor: rotation.anchor,
        }),
      ),
    ),
    ...insertRows(
      'average_consent',
      rowsOf((doctor) => doctor.averageConsents ?? [], fromRange),
    ),
    ...insertRows(
      'absence',
      rowsOf(
        (doctor) => doctor.absences,
        (absence) => ({ ...fromRange(absence), id: absence.id, certain_from: absence.certainFrom }),
      ),
    ),
  ]
}

/** Exemptions stay in place while they live, since their grounds hang on them. */
export function exemptionRows(districtId: DistrictId, doctors: readonly Doctor[]) {
  return doctors.flatMap((doctor) =>
    doctor.exemptions.map((exemption, ordinal) => ({
      district_id: districtId,
      person_id: doctor.personId,
      id: exemption.id,
      ordinal,
      ...fromRange(exemption),
      scope: exemption.scope.kind,
      form: exemption.scope.kind === 'form' ? exemption.scope.form : null,
      kept_by: 'district' as const,
    })),
  )
}

/** The reads that make a district's doctors, in the order `toDoctors` takes their rows. */
export const doctorQueries = (districtId: DistrictId) =>
  [
    compiler.selectFrom('doctor').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    compiler.selectFrom('engagement').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    compiler.selectFrom('taking_part').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    compiler.selectFrom('competence').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    compiler.selectFrom('surgery').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    compiler.selectFrom('other_task').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    compiler.selectFrom('capacity').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    compiler.selectFrom('rotation').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    compiler.selectFrom('absence').selectAll().where('district_id', '=', districtId).orderBy('ordinal'),
    // One that was taken back before it began is there for whoever decides it alone.
    compiler
      .selectFrom('exemption')
      .selectAll()
      .where('district_id', '=', districtId)
      .where((row) => row.or([row('to_date', 'is', null), row('to_date', '>', row.ref('from_date'))]))
      .orderBy('ordinal'),
    compiler
      .selectFrom('average_consent')
      .selectAll()
      .where('district_id', '=', districtId)
      .orderBy('ordinal'),
  ] as const

export interface DoctorRows {
  readonly doctors: readonly Schema['doctor'][]
  readonly engagements: readonly Schema['engagement'][]
  readonly takingPart: readonly Schema['taking_part'][]
  readonly competences: readonly Schema['competence'][]
  readonly surgery: readonly Schema['surgery'][]
  readonly otherTasks: readonly Schema['other_task'][]
  readonly capacities: readonly Schema['capacity'][]
  readonly rotations: readonly Schema['rotation'][]
  readonly absences: readonly Schema['absence'][]
  readonly exemptions: readonly Schema['exemption'][]
  readonly consents: readonly Schema['average_consent'][]
}

export function toDoctors(rows: DoctorRows): Doctor[] {
  const engagements = byPerson(rows.engagements, toEngagement)
  const takingPart = byPerson(rows.takingPart, toTakingPart)
  const competences = byPerson(rows.competences, toCompetence)
  const surgery = byPerson(rows.surgery, toSurgery)
  const otherTasks = byPerson(rows.otherTasks, (row) => ({
    ...toRange(row),
    name: row.name,
    timetable: fromJson<Doctor['otherTasks'][number]['timetable']>(row.timetable),
    looseMinutesPerWeek: row.loose_minutes_per_week,
  }))
  const capacities = byPerson(rows.capacities, (row) => ({ ...toRange(row), percent: row.percent }))
  const rotations = byPerson(rows.rotations, (row) => ({
    ...toRange(row),
    weeksOn: row.weeks_on,
    weeksOff: row.weeks_off,
    anchor: row.anchor,
  }))
  const absences = byPerson(rows.absences, (row) => ({
    ...toRange(row),
    id: row.id,
    certainFrom: row.certain_from,
  }))
  const exemptions = byPerson(rows.exemptions, toExemption)
  const consents = byPerson(rows.consents, toRange)
  return rows.doctors.map((row) => ({
    personId: row.person_id,
    initials: row.initials,
    engagements: engagements(row.person_id),
    takingPart: takingPart(row.person_id),
    competences: competences(row.person_id),
    surgery: surgery(row.person_id),
    otherTasks: otherTasks(row.person_id),
    capacities: capacities(row.person_id),
    rotations: rotations(row.person_id),
    absences: absences(row.person_id),
    exemptions: exemptions(row.person_id),
    declaredOtherMinutesPerWeek: row.declared_other_minutes_per_week,
    ...withConsents(consents(row.person_id)),
  }))
}

function withConsents(averageConsents: readonly DateRange[]): Pick<Doctor, 'averageConsents'> {
  return averageConsents.length > 0 ? { averageConsents } : {}
}

export function fromRange({ from, to }: { from: LocalDate; to: LocalDate | null }) {
  return { from_date: from, to_date: to }
}

export function toRange(row: { from_date: LocalDate; to_date: LocalDate | null }) {
  return { from: row.from_date, to: row.to_date }
}

function byPerson<R extends { person_id: string }, F>(rows: readonly R[], toFact: (row: R) => F) {
  const groups = Map.groupBy(rows, (row) => row.person_id)
  return (personId: string): F[] => (groups.get(personId) ?? []).map(toFact)
}

function fromEngagement(engagement: Engagement) {
  const { employer } = engagement
  return {
    ...fromRange(engagement),
    id: engagement.id,
    employer_kind: employer.kind,
    municipality_number: employer.kind === 'municipality' ? employer.number : null,
    form: engagement.form,
    fraction_percent: engagement.fractionPercent,
    extended_to: engagement.extendedTo ?? null,
  }
}

function toEngagement(row: Schema['engagement']): Engagement {
  return {
    ...toRange(row),
    id: row.id,
    employer:
      row.municipality_number === null
        ? { kind: 'service' }
        : { kind: 'municipality', number: row.municipality_number },
    form: row.form,
    fractionPercent: row.fraction_percent,
    ...(row.extended_to === null ? {} : { extendedTo: row.extended_to }),
  }
}

function fromTakingPart(part: TakingPart) {
  const { way } = part
  return {
    ...fromRange(part),
    kind: way.kind,
    minutes_per_period: way.kind === 'contracted-hours' ? way.minutesPerPeriod : null,
    windows: way.kind === 'offered-windows' ? toJson(way.windows) : null,
    least: part.least,
    most: part.most,
  }
}

function toTakingPart(row: Schema['taking_part']): TakingPart {
  return { ...toRange(row), way: toWay(row), least: row.least, most: row.most }
}

function toWay(row: Schema['taking_part']): TakingPart['way'] {
  if (row.kind === 'contracted-hours')
    return { kind: row.kind, minutesPerPeriod: row.minutes_per_period ?? 0 }
  if (row.kind === 'offered-windows') return { kind: row.kind, windows: fromJson(row.windows ?? '[]') }
  return { kind: row.kind }
}

function fromCompetence(competence: Competence) {
  const { route } = competence
  const decided = route.kind === 'transitional' ? route : null
  return {
    ...fromRange(competence),
    route: route.kind,
    may_work_alone: decided && Number(decided.mayWorkAlone),
    may_be_backup: decided && Number(decided.mayBeBackup),
    decided_on: decided?.decidedOn ?? null,
    emergency_course_on: competence.emergencyCourseOn,
    violence_course_on: competence.violenceCourseOn,
    evidence: competence.evidence,
    exception: competence.exception ?? null,
  }
}

function toCompetence(row: Schema['competence']): Competence {
  return {
    ...toRange(row),
    route: toRoute(row),
    emergencyCourseOn: row.emergency_course_on,
    violenceCourseOn: row.violence_course_on,
    evidence: row.evidence,
    ...(row.exception === null ? {} : { exception: row.exception }),
  }
}

function toRoute(row: Schema['competence']): CompetenceRoute {
  if (row.route !== 'transitional') return { kind: row.route }
  return {
    kind: 'transitional',
    mayWorkAlone: row.may_work_alone === 1,
    mayBeBackup: row.may_be_backup === 1,
    decidedOn: row.decided_on ?? '',
  }
}

function fromSurgery(surgery: Surgery) {
  const declared = surgery.kind === 'declared' ? surgery : null
  return {
    ...fromRange(surgery),
    kind: surgery.kind,
    timetable: declared && toJson(declared.timetable),
    source: declared?.source ?? null,
    declared_on: declared?.declaredOn ?? null,
  }
}

function toSurgery(row: Schema['surgery']): Surgery {
  if (row.kind === 'not-declared') return { ...toRange(row), kind: row.kind }
  return {
    ...toRange(row),
    kind: row.kind,
    timetable: fromJson(row.timetable ?? '[]'),
    source: row.source ?? '',
    declaredOn: row.declared_on ?? '',
  }
}

export function toExemption(row: Schema['exemption']): Exemption {
  return { ...toRange(row), id: row.id, scope: toScope(row) }
}

function toScope(row: Schema['exemption']): Exemption['scope'] {
  if (row.scope !== 'form') return { kind: row.scope }
  if (row.form === null) throw new Error(`exemption ${row.id} of ${row.district_id} has no form`)
  return { kind: 'form', form: row.form }
}
