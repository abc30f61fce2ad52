import type { District } from '../../core/rota/district.ts'
import { type Doctor, factOn } from '../../core/rota/doctor.ts'
import type { Engagement } from '../../core/rota/engagement.ts'
import type { Exemption } from '../../core/rota/exemption.ts'
import type { Need } from '../../core/rota/need.ts'
import { positionsHeldBy } from '../../core/rota/position.ts'
import type { Wish } from '../../core/rota/wish.ts'
import { addDays, holdsOn, type LocalDate } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import { dateCell, type OutCell, type OutSheet } from './out-table.ts'

/** The doctors as they stand on a date; dates of their own tell when the courses were held. */
export function doctorsSheet(
  district: District,
  date: LocalDate,
  words: Text['tables']['doctors'],
): OutSheet {
  const { from: _, ...heads } = words.heads
  const people = new Map(district.persons.map((person) => [person.id, person]))
  const rows = district.doctors.map((doctor): OutCell[] => {
    const person = people.get(doctor.personId)
    const engagement = currentOf(doctor.engagements, date)
    const competence = factOn(doctor.competences, date) ?? doctor.competences.at(-1)
    const way = (factOn(doctor.takingPart, date) ?? doctor.takingPart.at(-1))?.way.kind
    const [position] = positionsHeldBy(district.positions, doctor.personId, date)
    return [
      doctor.initials,
      person?.name ?? '',
      person?.hprNumber ?? '',
      dateCell(person?.birthDate ?? null),
      person?.email ?? '',
      person?.phone ?? '',
      engagement ? words.forms[engagement.form] : '',
      engagement ? employerOf(engagement, district, words.service) : '',
      engagement?.fractionPercent ?? null,
      position?.share ?? null,
      way ? words.ways[way] : '',
      competence ? words.routes[competence.route.kind] : '',
      dateCell(competence?.emergencyCourseOn ?? null),
      dateCell(competence?.violenceCourseOn ?? null),
    ]
  })
  return { name: words.sheet, heads: Object.values(heads), rows }
}

export function currentOf(engagements: readonly Engagement[], date: LocalDate): Engagement | undefined {
  return engagements.find((own) => holdsOn(own, date)) ?? engagements.at(-1)
}

function employerOf({ employer }: Engagement, { municipalities }: District, service: string): string {
  if (employer.kind === 'service') return service
  return municipalities.find(({ number }) => number === employer.number)?.name ?? employer.number
}

/** When doctors are away, and the effect and dates of exemptions; nobody's ground is in a district. */
export function absencesSheet({ persons, doctors }: District, words: Text['tables']['absences']): OutSheet {
  const names = new Map(persons.map(({ id, name }) => [id, name]))
  const row = (
    doctor: Doctor,
    from: LocalDate,
    to: LocalDate | null,
    certain: LocalDate,
    what: string,
  ): OutCell[] => [
    doctor.initials,
    names.get(doctor.personId) ?? '',
    dateCell(from),
    dateCell(to && addDays(to, -1)),
    dateCell(certain === from ? null : certain),
    what,
  ]
  const rows = doctors.flatMap((doctor) => [
    ...doctor.absences.map(({ from, to, certainFrom }) =>
      row(doctor, from, to, certainFrom, words.what.absence),
    ),
    ...doctor.exemptions.map((own) =>
      row(doctor, own.from, own.to, own.from, words.what[scopeKey(own.scope)]),
    ),
  ])
  return { name: words.sheet, heads: Object.values(words.heads), rows }
}

export function scopeKey(
  scope: Exemption['scope'],
): Exclude<keyof Text['tables']['absences']['what'], 'absence'> {
  return scope.kind === 'form' ? scope.form : scope.kind
}

/** Everybody's wishes. One about a duty has its date, line and name; `needOf` finds it. */
export function wishesSheet(
  { persons, doctors, wishes, lines }: District,
  needOf: (id: string) => Need | undefined,
  words: Text['tables']['wishes'],
): OutSheet {
  const names = new Map(persons.map(({ id, name }) => [id, name]))
  const initials = new Map(doctors.map((doctor) => [doctor.personId, doctor.initials]))
  const codes = new Map(lines.map(({ id, code }) => [id, code]))
  const rows = wishes.map(({ personId, about, stance, weight }): OutCell[] => [
    initials.get(personId) ?? '',
    names.get(personId) ?? '',
    ...aboutCells(about),
    words.stances[stance],
    words.weights[weight],
  ])
  return { name: words.sheet, heads: Object.values(words.heads), rows }

  function aboutCells(about: Wish['about']): OutCell[] {
    if (about.kind === 'duty') {
      const need = needOf(about.needId)
      if (!need) return [null, null, '', '', about.needId]
      return [dateCell(need.date), dateCell(need.date), '', codes.get(need.lineId) ?? '', need.name]
    }
    const weekdays =
      about.kind === 'pattern' ? about.weekdays.map((day) => words.weekdays[day - 1]).join(', ') : ''
    return [dateCell(about.from), dateCell(addDays(about.to, -1)), weekdays, '', '']
  }
}
