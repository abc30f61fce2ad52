import type { AgreementEntry } from '../core/rota/agreement.ts'
import type { CoveredElsewhere, District } from '../core/rota/district.ts'
import type { Line, LineId, TemplateVersion } from '../core/rota/line.ts'
import type { MemberMunicipality } from '../core/rota/municipality.ts'
import type { DistrictId, Person } from '../core/rota/person.ts'
import type { Position, PositionHolder } from '../core/rota/position.ts'
import type { HolidayHeld } from '../core/rota/rota.ts'
import { compiler } from './database.ts'
import { fromRange, toRange } from './doctor-rows.ts'
import { fromJson, toJson } from './rows.ts'
import type { Schema } from './schema.ts'

/** The rows of everything a district says of its municipalities, lines, positions and agreement. */
export function districtRows(district: District) {
  const district_id = district.id
  const members = district.municipalities
  return {
    district_person: district.persons.map((person, ordinal) => ({
      district_id,
      person_id: person.id,
      ordinal,
      name: person.name,
      hpr_number: person.hprNumber,
      birth_date: person.birthDate,
      email: person.email,
      phone: person.phone,
    })),
    district_member: members.map(({ number, name }, ordinal) => ({
      district_id,
      municipality_number: number,
      name,
      ordinal,
    })),
    municipality_fact: members.flatMap(({ number, facts }) =>
      facts.map((fact, ordinal) => ({
        district_id,
        municipality_number: number,
        ordinal,
        ...fromRange(fact),
        population: fact.population,
        centrality: fact.centrality,
      })),
    ),
    participation: members.flatMap(({ number, participation }) =>
      participation.map((part, ordinal) => ({
        district_id,
        municipality_number: number,
        ordinal,
        ...fromRange(part),
        windows: part.windows && toJson(part.windows),
        quota: part.quota,
      })),
    ),
    doctor: district.doctors.map((doctor, ordinal) => ({
      district_id,
      person_id: doctor.personId,
      ordinal,
      initials: doctor.initials,
      declared_other_minutes_per_week: doctor.declaredOtherMinutesPerWeek,
    })),
    line: district.lines.map((line, ordinal) => fromLine(district_id, line, ordinal)),
    line_served: district.lines.flatMap((line) =>
      line.serves.map((served_district_id, ordinal) => ({
        district_id,
        line_id: line.id,
        ordinal,
        served_district_id,
      })),
    ),
    line_template: district.lines.flatMap((line) =>
      line.templates.map((version, ordinal) => ({
        district_id,
        line_id: line.id,
        ordinal,
        ...fromRange(version),
        windows: toJson(version.windows),
        overrides: toJson(version.overrides),
        summer_from: version.summer?.from ?? null,
        summer_to: version.summer?.to ?? null,
      })),
    ),
    covered_elsewhere: district.coveredElsewhere.map((covered, ordinal) => ({
      district_id,
      id: covered.id,
      ordinal,
      name: covered.name,
      ...fromRange(covered),
      windows: toJson(covered.windows),
      on_public_holidays: Number(covered.onPublicHolidays),
      behind: covered.behind ? toJson(covered.behind) : null,
    })),
    position: district.positions.map((position, ordinal) => ({
      district_id,
      id: position.id,
      ordinal,
      name: position.name,
      municipality_number: position.municipality,
      share: position.share,
    })),
    position_holder: district.positions.flatMap((position) =>
      position.holders.map((holder, ordinal) => ({
        district_id,
        position_id: position.id,
        ordinal,
        ...fromRange(holder),
        kind: holder.kind,
        person_id: holder.kind === 'person' ? holder.personId : null,
      })),
    ),
    agreement_entry: district.agreement.map((entry, ordinal) => agreementRow(district_id, entry, ordinal)),
    holiday_held: (district.holidaysHeld ?? []).map((held, ordinal) => ({
      district_id,
      ordinal,
      person_id: held.personId,
      holiday: held.holiday,
      year: held.year,
    })),
  }
}

export function agreementRow(district_id: DistrictId, entry: AgreementEntry, ordinal: number) {
  return {
    district_id,
    ordinal,
    parameter: entry.parameter,
    value: toJson(entry.value),
    status: entry.status,
    source: entry.source,
    author: entry.author,
    decided_on: entry.decidedOn,
    ...fromRange(entry),
  }
}

/** The reads of the same, in the order `findDistrict` takes them. */
export const districtQueries = (id: DistrictId) =>
  [
    compiler.selectFrom('district').selectAll().where('id', '=', id),
    compiler.selectFrom('district_member').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('municipality_fact').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('participation').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('line').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('line_served').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('line_template').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('covered_elsewhere').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('district_person').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('position').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('position_holder').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('agreement_entry').selectAll().where('district_id', '=', id).orderBy('ordinal'),
    compiler.selectFrom('holiday_held').selectAll().where('district_id', '=', id).orderBy('ordinal'),
  ] as const

export function toMembers(
  rows: readonly Schema['district_member'][],
  factRows: readonly Schema['municipality_fact'][],
  participationRows: readonly Schema['participation'][],
): MemberMunicipality[] {
  const facts = Map.groupBy(factRows, (row) => row.municipality_number)
  const participation = Map.groupBy(participationRows, (row) => row.municipality_number)
  return rows.map(({ municipality_number: number, name }) => ({
    number,
    name,
    facts: (facts.get(number) ?? []).map((row) => ({
      ...toRange(row),
      population: row.population,
      centrality: row.centrality,
    })),
    participation: (participation.get(number) ?? []).map((row) => ({
      ...toRange(row),
      windows: row.windows === null ? null : fromJson(row.windows),
      quota: row.quota,
    })),
  }))
}

export function toLines(
  rows: readonly Schema['line'][],
  servedRows: readonly Schema['line_served'][],
  templateRows: readonly Schema['line_template'][],
): Line[] {
  const served = Map.groupBy(servedRows, (row) => row.line_id)
  const templates = Map.groupBy(templateRows, (row) => row.line_id)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    code: row.code,
    form: row.form,
    areas: fromJson(row.areas),
    ...(row.place === '' ? {} : { place: row.place }),
    serves: (served.get(row.id) ?? []).map((line) => line.served_district_id),
    overlapClass: row.overlap_class,
    behind: fromJson(row.behind),
    conditional: row.conditional === 1,
    templates: (templates.get(row.id) ?? []).map(toTemplate),
  }))
}

export function toCovered(row: Schema['covered_elsewhere']): CoveredElsewhere {
  return {
    ...toRange(row),
    id: row.id,
    name: row.name,
    windows: fromJson(row.windows),
    onPublicHolidays: row.on_public_holidays === 1,
    ...(row.behind === null ? {} : { behind: fromJson<LineId[]>(row.behind) }),
  }
}

/** A person as this district entered them, whatever others know. */
export function toPerson(row: Schema['district_person']): Person {
  return {
    id: row.person_id,
    name: row.name,
    hprNumber: row.hpr_number,
    birthDate: row.birth_date,
    email: row.email,
    phone: row.phone,
  }
}

export function toPositions(
  rows: readonly Schema['position'][],
  holderRows: readonly Schema['position_holder'][],
): Position[] {
  const holders = Map.groupBy(holderRows, (row) => row.position_id)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    municipality: row.municipality_number,
    share: row.share,
    holders: (holders.get(row.id) ?? []).map(toHolder),
  }))
}

export function toAgreementEntry(row: Schema['agreement_entry']): AgreementEntry {
  const entry = {
    ...toRange(row),
    parameter: row.parameter,
    value: fromJson(row.value),
    status: row.status,
    source: row.source,
    author: row.author,
    decidedOn: row.decided_on,
  }
  // The value's type follows the parameter's name, as it did when the entry was stored.
  return entry as AgreementEntry
}

export function toHolidayHeld(row: Schema['holiday_held']): HolidayHeld {
  return { personId: row.person_id, holiday: row.holiday, year: row.year }
}

function fromLine(district_id: DistrictId, line: Line, ordinal: number) {
  return {
    district_id,
    id: line.id,
    ordinal,
    name: line.name,
    code: line.code,
    form: line.form,
    areas: toJson(line.areas),
    overlap_class: line.overlapClass,
    behind: toJson(line.behind),
    conditional: Number(line.conditional),
    place: line.place ?? '',
  }
}

function toTemplate(row: Schema['line_template']): TemplateVersion {
  const { summer_from: from, summer_to: to } = row
  return {
    ...toRange(row),
    windows: fromJson(row.windows),
    overrides: fromJson(row.overrides),
    summer: from === null || to === null ? null : { from, to },
  }
}

function toHolder(row: Schema['position_holder']): PositionHolder {
  if (row.kind !== 'person') return { ...toRange(row), kind: row.kind }
  if (row.person_id === null) throw new Error(`a holder of position ${row.position_id} has no person`)
  return { ...toRange(row), kind: 'person', personId: row.person_id }
}
