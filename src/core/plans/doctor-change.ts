import type { Competence } from '../rota/competence.ts'
import { holdFrom } from '../rota/dated.ts'
import type { District } from '../rota/district.ts'
import { blankDoctor, type Doctor, type Surgery, type TakingPart } from '../rota/doctor.ts'
import type { Engagement, EngagementForm } from '../rota/engagement.ts'
import { freeInitials, isSameInitials } from '../rota/initials.ts'
import type { MunicipalityNumber, Person, PersonId } from '../rota/person.ts'
import { isHeldBy, type Position } from '../rota/position.ts'
import { type DateRange, holdsOn, type LocalDate } from '../time/local-date.ts'
import { sameText } from './changed-parts.ts'
import { endFaults, planned, type SetUpFault, type SetUpPlan, setUpFault } from './set-up-fault.ts'

type Undated<T> = T extends unknown ? Omit<T, 'from' | 'to'> : never

/** A contract as it is entered: null is the service itself. */
export interface EnteredEngagement {
  /** The one it takes the place of; left out = the one with the same employer, else the only one there is. */
  readonly replaces?: string
  readonly municipality: MunicipalityNumber | null
  readonly form: EngagementForm
  readonly fractionPercent: number
  /** Exclusive; null = until further notice. */
  readonly to: LocalDate | null
}

/** One doctor as somebody enters or changes them. What is left out stays as it is; a new doctor has none of it. */
export interface DoctorEntry {
  /** Of somebody in the district, else the id of a new person. */
  readonly personId: PersonId
  readonly name: string
  /** Empty = as they are, or made from the name of somebody new. */
  readonly initials: string
  readonly email?: string | null
  readonly phone?: string | null
  readonly hprNumber?: string | null
  readonly birthDate?: LocalDate | null
  /** From when the dated parts below hold; what held until then stays. */
  readonly from: LocalDate
  readonly engagement?: EnteredEngagement
  /** A place of one's own in the rota, with its weight in the fair share. */
  readonly position?: { readonly municipality: MunicipalityNumber; readonly share: number }
  readonly takingPart?: Undated<TakingPart>
  readonly competence?: Undated<Competence>
  readonly surgery?: Undated<Surgery>
}

/** A fault of one of several doctors, by its place in the list that was given. */
export interface DoctorFault extends SetUpFault {
  readonly row: number
}

export type DoctorsPlan =
  | { readonly kind: 'planned'; readonly after: District }
  | { readonly kind: 'refused'; readonly problems: readonly DoctorFault[] }

/**
 * The district with these doctors entered or changed, one after the other, or everything that is wrong with any of them.
 * Refused: no name, initials that another doctor has (with the name and free ones), a municipality that is not a member,
 * an end that is not after its start.
 */
export function planDoctors(
  district: District,
  entries: readonly DoctorEntry[],
  newId: () => string,
): DoctorsPlan {
  const problems: DoctorFault[] = []
  let after = district
  entries.forEach((entry, row) => {
    const plan = planDoctor(after, entry, newId)
    if (plan.kind === 'planned') after = plan.after
    else problems.push(...plan.problems.map((problem) => ({ ...problem, row })))
  })
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'planned', after }
}

function planDoctor(district: District, entry: DoctorEntry, newId: () => string): SetUpPlan<District> {
  const problems = faultsOf(district, entry)
  if (problems.length > 0) return { kind: 'refused', problems }
  const known = district.doctors.find(({ personId }) => personId === entry.personId)
  const person = personFrom(
    district.persons.find(({ id }) => id === entry.personId),
    entry,
  )
  const doctor = doctorFrom(known ?? blankDoctor(entry.personId), entry, district, newId)
  return planned({
    ...district,
    persons: put(district.persons, person, ({ id }) => id),
    doctors: put(district.doctors, doctor, ({ personId }) => personId),
    positions: positionsWith(district, entry, newId),
  })
}

function faultsOf(district: District, entry: DoctorEntry): SetUpFault[] {
  const members = new Set(district.municipalities.map(({ number }) => number))
  const { engagement, position } = entry
  const stranger = (field: string, number: string | null | undefined) =>
    number && !members.has(number) ? [setUpFault(field, 'not-a-member', number)] : []
  return [
    ...(entry.name.trim() === '' ? [setUpFault('name', 'missing')] : []),
    ...initialsFaults(district, entry),
    ...stranger('municipality', engagement?.municipality ?? position?.municipality),
    ...(engagement ? endFaults('to', entry.from, engagement.to) : []),
    ...percentFaults(engagement?.fractionPercent),
    ...shareFaults(position?.share),
    ...amountFaults(entry.takingPart),
  ]
}

function initialsFaults(district: District, { personId, initials, name }: DoctorEntry): SetUpFault[] {
  const wanted = initials.trim()
  if (wanted === '') return []
  const others = district.doctors.filter((doctor) => doctor.personId !== personId)
  const holder = others.find((doctor) => isSameInitials(doctor.initials, wanted))
  if (!holder) return []
  const held = district.persons.find(({ id }) => id === holder.personId)?.name ?? holder.initials
  const free = freeInitials(name, new Set(others.map((doctor) => doctor.initials)))
  return [setUpFault('initials', 'initials-taken', wanted, [held, free])]
}

const percentFaults = (percent: number | undefined) =>
  percent === undefined || (percent >= 0 && percent <= 100)
    ? []
    : [setUpFault('fraction', 'out-of-range', String(percent), ['0', '100'])]

const shareFaults = (share: number | undefined) =>
  share === undefined || (share >= 0 && share <= 100)
    ? []
    : [setUpFault('share', 'out-of-range', String(share), ['0', '100'])]

function amountFaults(part: DoctorEntry['takingPart']): SetUpFault[] {
  const { least = null, most = null } = part ?? {}
  return least !== null && most !== null && least > most
    ? [setUpFault('least', 'out-of-range', String(least), ['0', String(most)])]
    : []
}

function personFrom(known: Person | undefined, entry: DoctorEntry): Person {
  const { email, phone, hprNumber, birthDate } = entry
  return {
    id: entry.personId,
    name: entry.name.trim(),
    hprNumber: hprNumber === undefined ? (known?.hprNumber ?? null) : hprNumber,
    birthDate: birthDate === undefined ? (known?.birthDate ?? null) : birthDate,
    email: email === undefined ? (known?.email ?? null) : email,
    phone: phone === undefined ? (known?.phone ?? null) : phone,
  }
}

function doctorFrom(doctor: Doctor, entry: DoctorEntry, district: District, newId: () => string): Doctor {
  const { from, takingPart, competence, surgery } = entry
  return {
    ...doctor,
    initials: initialsOf(doctor, entry, district),
    engagements: entry.engagement
      ? engagementsWith(doctor.engagements, from, entry.engagement, newId)
      : doctor.engagements,
    takingPart: takingPart ? heldFrom(doctor.takingPart, from, takingPart) : doctor.takingPart,
    competences: competence ? heldFrom(doctor.competences, from, competence) : doctor.competences,
    surgery: surgery
      ? heldFrom<Surgery>(doctor.surgery, from, surgery as Omit<Surgery, 'from' | 'to'>)
      : doctor.surgery,
  }
}

/** The facts with one from a date, unless just that holds already. */
function heldFrom<T extends DateRange>(
  facts: readonly T[],
  from: LocalDate,
  said: Omit<T, 'from' | 'to'>,
): readonly T[] {
  const now = facts.find((fact) => holdsOn(fact, from))
  if (now && sameText({ ...now, from: '', to: null }) === sameText({ ...said, from: '', to: null }))
    return facts
  return holdFrom(facts, from, null, said)
}

function initialsOf(doctor: Doctor, { initials, name }: DoctorEntry, { doctors }: District): string {
  if (initials.trim() !== '') return initials.trim()
  if (doctor.initials !== '') return doctor.initials
  return freeInitials(name, new Set(doctors.map((other) => other.initials)))
}

/** Several contracts may hold at once: only the one that this takes the place of is cut. */
function engagementsWith(
  held: readonly Engagement[],
  from: LocalDate,
  said: EnteredEngagement,
  newId: () => string,
): readonly Engagement[] {
  const former = replacedBy(held, from, said)
  const { municipality, form, fractionPercent, to } = said
  const employer =
    municipality === null
      ? ({ kind: 'service' } as const)
      : ({ kind: 'municipality', number: municipality } as const)
  const isSame =
    former !== undefined &&
    numberOf(former) === municipality &&
    former.form === form &&
    former.fractionPercent === fractionPercent
  if (isSame) return held.map((own) => (own === former ? { ...own, to } : own))
  const extendedTo = former?.extendedTo === undefined ? {} : { extendedTo: former.extendedTo }
  const added: Engagement = { id: newId(), employer, form, fractionPercent, from, to, ...extendedTo }
  const rest = held.flatMap((own) => {
    if (own !== former) return [own]
    return own.from < from ? [{ ...own, to: from }] : []
  })
  return [...rest, added]
}

function replacedBy(held: readonly Engagement[], from: LocalDate, said: EnteredEngagement) {
  if (said.replaces !== undefined) return held.find(({ id }) => id === said.replaces)
  const now = held.filter((own) => holdsOn(own, from))
  return now.find((own) => numberOf(own) === said.municipality) ?? (now.length === 1 ? now[0] : undefined)
}

function numberOf({ employer }: Engagement): MunicipalityNumber | null {
  return employer.kind === 'municipality' ? employer.number : null
}

/** Fair share follows the position, whose weight has no dates: another weight from a date is another position from it. */
function positionsWith(
  { positions, municipalities }: District,
  { personId, from, position }: DoctorEntry,
  newId: () => string,
): readonly Position[] {
  if (!position) return positions
  const own = positions.find((held) => isHeldBy(held, personId, from))
  if (own && own.share === position.share && own.municipality === position.municipality) return positions
  const member = municipalities.find(({ number }) => number === position.municipality)
  const name = freeName(member?.name ?? position.municipality, positions)
  const holders = [{ kind: 'person', personId, from, to: null }] as const
  const added: Position = { id: newId(), name, ...position, holders }
  if (!own) return [...positions, added]
  // Nobody has had a share by it yet.
  if (own.holders.every((holder) => holder.from >= from))
    return positions.map((held) => (held === own ? { ...own, ...position } : held))
  const former = { ...own, holders: own.holders.flatMap((holder) => cutHolder(holder, from)) }
  return [...positions.map((held) => (held === own ? former : held)), added]
}

function cutHolder(holder: Position['holders'][number], date: LocalDate): Position['holders'] {
  if (!holdsOn(holder, date)) return [holder]
  return holder.from < date ? [{ ...holder, to: date }] : []
}

/** 'Askvoll 3', the first number that no position has. */
function freeName(municipality: string, positions: readonly Position[]): string {
  const taken = new Set(positions.map(({ name }) => name))
  for (let number = 1; ; number++)
    if (!taken.has(`${municipality} ${number}`)) return `${municipality} ${number}`
}

function put<T>(list: readonly T[], item: T, keyOf: (item: T) => string): readonly T[] {
  const key = keyOf(item)
  return list.some((own) => keyOf(own) === key)
    ? list.map((own) => (keyOf(own) === key ? item : own))
    : [...list, item]
}
