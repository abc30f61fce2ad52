import type { District } from '../core/rota/district.ts'
import type { Line, LineId } from '../core/rota/line.ts'
import { rangesOverlap } from '../core/time/local-date.ts'
import type { FileProblem, FileProblemCode } from '../text/file-problem.ts'
import { type Place, pathOf, problemAt } from './problem-place.ts'

/** What is said twice, and what points at something that is not there. */
export function referenceProblems(district: District): FileProblem[] {
  return [
    ...municipalityProblems(district),
    ...personProblems(district),
    ...doctorProblems(district),
    ...positionProblems(district),
    ...lineProblems(district),
    ...wishProblems(district),
    ...coveredProblems(district),
    ...agreementProblems(district),
    ...holidayProblems(district),
  ]
}

function municipalityProblems({ municipalities }: District): FileProblem[] {
  return twice(municipalities, (item) => item.number, ['municipalities'], 'number', 'municipality-twice')
}

function personProblems({ persons, doctors }: District): FileProblem[] {
  const known = new Set(doctors.map((doctor) => doctor.personId))
  return [
    ...twice(persons, (person) => person.id, ['persons'], 'id', 'person-twice'),
    ...twice(persons, (person) => person.hprNumber, ['persons'], 'hprNumber', 'hpr-number-twice'),
    ...persons.flatMap((person, index) =>
      known.has(person.id) ? [] : [at(['persons', index, 'id'], 'person-without-doctor', person.id)],
    ),
  ]
}

function doctorProblems({ persons, doctors }: District): FileProblem[] {
  const known = new Set(persons.map((person) => person.id))
  const idsOf = (key: 'engagements' | 'absences' | 'exemptions') =>
    twiceAmong(
      doctors.flatMap((doctor, index) =>
        doctor[key].map((fact, number) => ({
          name: fact.id,
          place: ['district', 'doctors', index, key, number, 'id'],
        })),
      ),
      'id-twice',
    )
  return [
    ...twice(doctors, (doctor) => doctor.personId, ['doctors'], 'personId', 'doctor-twice'),
    ...twice(doctors, (doctor) => doctor.initials, ['doctors'], 'initials', 'initials-twice'),
    ...doctors.flatMap(({ personId, engagements, takingPart }, index) => [
      ...engagements.flatMap(({ from, extendedTo }, number) =>
        extendedTo !== undefined && extendedTo <= from
          ? [
              at(
                ['doctors', index, 'engagements', number, 'extendedTo'],
                'ends-before-start',
                extendedTo,
                from,
              ),
            ]
          : [],
      ),
      ...(known.has(personId) ? [] : [at(['doctors', index, 'personId'], 'unknown-person', personId)]),
      ...takingPart.flatMap(({ least, most }, number) =>
        least !== null && most !== null && least > most
          ? [at(['doctors', index, 'takingPart', number, 'least'], 'least-above-most', least, String(most))]
          : [],
      ),
    ]),
    ...idsOf('engagements'),
    ...idsOf('absences'),
    ...idsOf('exemptions'),
  ]
}

function positionProblems({ positions, municipalities, doctors }: District): FileProblem[] {
  const members = new Set(municipalities.map((member) => member.number))
  const known = new Set(doctors.map((doctor) => doctor.personId))
  return [
    ...twice(positions, (position) => position.id, ['positions'], 'id', 'id-twice'),
    ...positions.flatMap(({ municipality, holders }, index) => [
      ...(members.has(municipality)
        ? []
        : [at(['positions', index, 'municipality'], 'unknown-member-municipality', municipality)]),
      ...holders.flatMap((holder, number) =>
        holder.kind === 'person' && !known.has(holder.personId)
          ? [at(['positions', index, 'holders', number, 'personId'], 'unknown-doctor', holder.personId)]
          : [],
      ),
    ]),
  ]
}

function lineProblems({ lines }: District): FileProblem[] {
  return [
    ...twice(lines, (line) => line.id, ['lines'], 'id', 'id-twice'),
    ...lines.flatMap((line, index) => behindProblems(lines, line, index)),
  ]
}

function coveredProblems({ coveredElsewhere, lines }: District): FileProblem[] {
  return [
    ...twice(coveredElsewhere, (item) => item.id, ['coveredElsewhere'], 'id', 'id-twice'),
    ...coveredElsewhere.flatMap(({ behind = [] }, index) =>
      behind.flatMap((lineId, number) =>
        notFirst(lines, lineId, ['coveredElsewhere', index, 'behind', number]),
      ),
    ),
  ]
}

/** Two values of one parameter and status hold on one date; which of them counts would be chance. */
function agreementProblems({ agreement, lines, municipalities }: District): FileProblem[] {
  const members = new Set(municipalities.map(({ number }) => number))
  const lineIds = new Set(lines.map((line) => line.id))
  return agreement.flatMap((entry, index) => {
    const rival = agreement.find(
      (other, before) =>
        before < index &&
        other.parameter === entry.parameter &&
        other.status === entry.status &&
        other.to !== other.from &&
        entry.to !== entry.from &&
        rangesOverlap(other, entry),
    )
    const held = rival ? `${rival.from}–${rival.to ?? ''}` : ''
    return [
      ...(rival ? [at(['agreement', index, 'from'], 'dates-overlap', entry.from, held)] : []),
      ...(entry.parameter === 'dutyClasses' ? Object.keys(entry.value) : []).flatMap((lineId) =>
        lineIds.has(lineId) ? [] : [at(['agreement', index, 'value', lineId], 'unknown-line', lineId)],
      ),
      ...(entry.parameter === 'municipalityKey' ? Object.keys(entry.value.shares) : []).flatMap((number) =>
        members.has(number)
          ? []
          : [at(['agreement', index, 'value', 'shares', number], 'unknown-member-municipality', number)],
      ),
    ]
  })
}

function holidayProblems({ holidaysHeld = [], doctors }: District): FileProblem[] {
  const known = new Set(doctors.map((doctor) => doctor.personId))
  const named = holidaysHeld.map(({ personId, holiday, year }, index) => ({
    name: `${personId} ${holiday} ${year}`,
    place: ['district', 'holidaysHeld', index],
  }))
  return [
    ...twiceAmong(named, 'holiday-twice'),
    ...holidaysHeld.flatMap(({ personId }, index) =>
      known.has(personId) ? [] : [at(['holidaysHeld', index, 'personId'], 'unknown-doctor', personId)],
    ),
  ]
}

function behindProblems(lines: readonly Line[], line: Line, index: number): FileProblem[] {
  const isBackup = line.form === 'backup' || line.conditional
  const nothing =
    isBackup && line.behind.length === 0 ? [at(['lines', index, 'behind'], 'backup-behind-nothing', [])] : []
  const wrong = line.behind.flatMap((lineId, number) => {
    const place = ['lines', index, 'behind', number]
    return lineId === line.id ? [at(place, 'behind-itself', lineId)] : notFirst(lines, lineId, place)
  })
  return [...nothing, ...wrong]
}

function notFirst(lines: readonly Line[], lineId: LineId, place: Place): FileProblem[] {
  const first = lines.find((candidate) => candidate.id === lineId)
  if (!first) return [at(place, 'unknown-line', lineId)]
  return first.form === 'backup' || first.behind.length > 0 ? [at(place, 'behind-backup', lineId)] : []
}

function wishProblems({ wishes, doctors, lines }: District): FileProblem[] {
  const known = new Set(doctors.map((doctor) => doctor.personId))
  const lineIds = new Set(lines.map((line) => line.id))
  return [
    ...twice(wishes, (wish) => wish.id, ['wishes'], 'id', 'id-twice'),
    ...wishes.flatMap(({ personId, about }, index) => [
      ...(known.has(personId) ? [] : [at(['wishes', index, 'personId'], 'unknown-doctor', personId)]),
      ...(about.kind === 'duty' && !lineIds.has(lineOfNeed(about.needId))
        ? [at(['wishes', index, 'about', 'needId'], 'unknown-duty', about.needId)]
        : []),
    ]),
  ]
}

/** A need's id begins with its line's (core/rota/need.ts), and a line's id holds no full stop. */
function lineOfNeed(needId: string): string {
  return needId.split('.', 1)[0] as string
}

function twice<T>(
  items: readonly T[],
  nameOf: (item: T) => string | null,
  place: Place,
  key: string,
  code: FileProblemCode,
): FileProblem[] {
  const named = items.map((item, index) => ({
    name: nameOf(item),
    place: ['district', ...place, index, key],
  }))
  return twiceAmong(named, code)
}

/** Each name that was seen before, held against the place where it was seen first. */
export function twiceAmong(
  named: readonly { readonly name: string | null; readonly place: Place }[],
  code: FileProblemCode,
): FileProblem[] {
  const first = new Map<string, Place>()
  return named.flatMap(({ name, place }) => {
    if (name === null) return []
    const before = first.get(name)
    if (before) return [problemAt(place, code, name, pathOf(before))]
    first.set(name, place)
    return []
  })
}

function at(place: Place, code: FileProblemCode, value: unknown, against = ''): FileProblem {
  return problemAt(['district', ...place], code, value, against)
}
