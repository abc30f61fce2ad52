import { firstOpenDate } from '../core/plans/agreement-change.ts'
import type { Unavailability } from '../core/plans/exemption-duties.ts'
import type { District } from '../core/rota/district.ts'
import type { Doctor } from '../core/rota/doctor.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import { dayInterval } from '../core/time/oslo.ts'
import { listClosings } from '../data/closing-store.ts'
import type { Write } from '../data/database.ts'
import { findDistrict, findDistrictHeads } from '../data/district-store.ts'
import { editionGuard } from '../data/edition.ts'
import { absenceWrites, exemptionWrites } from '../data/exemption-store.ts'
import { openDatesGuard } from '../data/open-dates.ts'
import type { PersonDuty } from '../data/person-duty-store.ts'
import { planSnapshotWrites } from '../data/plan-snapshot-store.ts'
import { cellProblem } from '../text/table-problem.ts'
import type { Context } from './context.ts'
import { dateProblem, plannedAway } from './enter-unavailability.ts'
import { allInside, closedRefusal, type DoctorReading, dutiesFrom } from './exemption-reading.ts'
import { gate } from './gate.ts'
import { type PastedAbsence, readPastedAbsences } from './pasted-absences.ts'
import {
  NOTHING_READ,
  type PastedSheet,
  readPaste,
  type SheetProblem,
  type SheetReading,
  toChosenNames,
} from './pasted-table.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { municipalityDecides } from './show-unavailability.ts'

export interface PasteAbsencesInput {
  readonly districtId: DistrictId
  readonly sheet: PastedSheet
  readonly names: ReadonlyMap<string, PersonId | null>
  readonly isConfirmed: boolean
}

export interface NewAbsence {
  readonly personId: PersonId
  readonly away: Unavailability
  /** Published duties that it reaches, those that are over too: they stay until they are replaced. */
  readonly duties: number
}

export interface PastedAbsences extends SheetReading {
  readonly district: District
  readonly added: readonly NewAbsence[]
}

/** More is a wrong paste: sixty doctors with sixteen each. */
const MOST_ROWS = 1000

/**
 * Absences, and the effect and dates of exemptions, many at once: every row is held to what one entered by hand is held to, and
 * all are stored in one batch or none. What stands already is left alone. No reason is read.
 */
export async function pasteAbsences(
  ctx: Context,
  input: PasteAbsencesInput,
): Promise<Result<PastedAbsences>> {
  const { districtId, sheet, names, isConfirmed } = input
  const isRefused = gate(ctx, 'change-availability', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const [[head], district, closings] = await Promise.all([
    findDistrictHeads(ctx.db, [districtId]),
    findDistrict(ctx.db, districtId),
    listClosings(ctx.db, districtId),
  ])
  if (!head || !district) return refused({ kind: 'not-found' })
  const blank = { ...NOTHING_READ, district, added: [] }
  const pasted = readPaste(sheet)
  if (pasted.kind === 'fault') return done({ ...blank, fault: pasted.fault })
  const { rows, people } = readPastedAbsences(district, pasted.table, toChosenNames(names))
  const wanted = rows.flatMap((row) => (row.kind === 'away' ? [row] : []))
  const tooMany =
    wanted.length > MOST_ROWS
      ? [cellProblem('', 'too-many-rows', String(wanted.length), String(MOST_ROWS))]
      : []
  const reading = { district, edition: head.edition, openFrom: firstOpenDate(closings) }
  const { planned, problems, same } = await planAll(ctx, reading, tooMany.length > 0 ? [] : wanted)
  const wrong = rows.flatMap((row) => (row.kind === 'problem' ? [row.problem] : []))
  const read = {
    ...blank,
    same,
    problems: [...tooMany, ...pasted.problems, ...wrong, ...people.problems, ...problems],
    unknownNames: people.unknown,
    added: planned.map(({ personId, away, inside }) => ({ personId, away, duties: inside })),
  }
  if (!isConfirmed || read.problems.length > 0 || planned.length === 0) return done(read)
  return (await store(ctx, reading, planned)) ?? done({ ...read, isStored: true })
}

type Reading = Pick<DoctorReading, 'district' | 'edition' | 'openFrom'>

interface PlannedAway {
  readonly personId: PersonId
  readonly away: Unavailability
  /** The doctor's published duties from its first day on, and how many of them it reaches. */
  readonly kept: readonly PersonDuty[]
  readonly inside: number
}

interface Planned {
  readonly planned: readonly PlannedAway[]
  readonly problems: readonly SheetProblem[]
  readonly same: number
}

/** Each row over what the doctor has and what the rows before it add. */
async function planAll(ctx: Context, reading: Reading, wanted: readonly PastedAbsence[]): Promise<Planned> {
  const facts = await factsOf(ctx, reading, wanted)
  const planned: PlannedAway[] = []
  const problems: SheetProblem[] = []
  let same = 0
  for (const row of wanted) {
    const own = facts.get(row.personId)
    if (!own)
      throw new Error(
        `district ${reading.district.id} has no doctor ${row.personId}, whom a sheet was matched to`,
      )
    if (isKnown(own.doctor, row.away)) {
      same += 1
      continue
    }
    const away = judged(ctx, { ...reading, doctor: own.doctor, person: own.person }, row, own.isMunicipalitys)
    if (away.kind === 'refused') {
      problems.push(...problemsAt(row, away))
      continue
    }
    own.doctor = withAway(own.doctor, away.value)
    const kept = own.duties.filter(({ assignment }) => assignment.end > dayInterval(row.away.from).start)
    const inside = allInside({ ...reading, doctor: own.doctor, person: own.person }, kept, away.value).length
    planned.push({ personId: row.personId, away: away.value, kept, inside })
  }
  return { planned, problems, same }
}

interface DoctorFacts {
  doctor: Doctor
  readonly person: DoctorReading['person']
  readonly duties: readonly PersonDuty[]
  readonly isMunicipalitys: boolean
}

/** What is held against each doctor's rows, read for all of them in one trip. */
async function factsOf(
  ctx: Context,
  { district, ...reading }: Reading,
  wanted: readonly PastedAbsence[],
): Promise<ReadonlyMap<PersonId, DoctorFacts>> {
  const firsts = new Map<PersonId, LocalDate>()
  for (const { personId, away } of wanted) {
    const first = firsts.get(personId)
    if (!dateProblem(away) && (first === undefined || away.from < first)) firsts.set(personId, away.from)
  }
  const ids = [...new Set(wanted.map(({ personId }) => personId))]
  const facts = await Promise.all(
    ids.map(async (personId) => {
      const doctor = district.doctors.find((own) => own.personId === personId) as Doctor
      const person = district.persons.find((own) => own.id === personId) as DoctorReading['person']
      const from = firsts.get(personId)
      const [duties, isMunicipalitys] = await Promise.all([
        from === undefined ? [] : dutiesFrom(ctx, { districtId: district.id, personId }, from),
        municipalityDecides(ctx, { district, ...reading, doctor, person }),
      ])
      return [personId, { doctor, person, duties, isMunicipalitys }] as const
    }),
  )
  return new Map(facts)
}

/** As for one entered by hand: a date that can be planned, no closed one, and nothing that the doctor has already. */
function judged(
  ctx: Context,
  reading: DoctorReading,
  { away }: PastedAbsence,
  isMunicipalitys: boolean,
): Result<Unavailability> {
  const problem = dateProblem(away)
  if (problem) return refused({ kind: 'invalid', problems: [problem] })
  if (away.kind === 'exemption' && isMunicipalitys)
    return refused({
      kind: 'invalid',
      problems: [{ field: 'kind', code: 'municipality-decides', value: '' }],
    })
  return closedRefusal(reading, 'from', away.from) ?? plannedAway(ctx, reading, away)
}

function problemsAt({ addresses }: PastedAbsence, { refusal }: Refused): SheetProblem[] {
  if (refusal.kind !== 'invalid') throw new Error(`a pasted absence was refused as ${refusal.kind}`)
  return refusal.problems.map((field) => ({
    address: Object.hasOwn(addresses, field.field)
      ? addresses[field.field as keyof typeof addresses]
      : addresses.from,
    field,
  }))
}

function isKnown({ absences, exemptions }: Doctor, away: PastedAbsence['away']): boolean {
  if (away.kind === 'absence')
    return absences.some(
      ({ from, to, certainFrom }) => from === away.from && to === away.to && certainFrom === away.certainFrom,
    )
  const scope = JSON.stringify(away.scope)
  return exemptions.some(
    (own) => own.from === away.from && own.to === away.to && JSON.stringify(own.scope) === scope,
  )
}

function withAway(doctor: Doctor, away: Unavailability): Doctor {
  return away.kind === 'absence'
    ? { ...doctor, absences: [...doctor.absences, away.absence] }
    : { ...doctor, exemptions: [...doctor.exemptions, away.exemption] }
}

async function store(
  ctx: Context,
  { district, edition }: Reading,
  planned: readonly PlannedAway[],
): Promise<Refused | undefined> {
  const { id } = district
  const firsts = planned.map(({ away }) => rangeOf(away).from).sort()
  const writes = [
    ...editionGuard(id, edition),
    openDatesGuard(id, firsts[0] as LocalDate),
    ...planned.flatMap((row) => awayWrites(ctx, id, row)),
  ]
  const after = planned.map(({ personId, away }) => {
    const { id: awayId, from, to } = rangeOf(away)
    return { kind: away.kind, id: awayId, personId, from, to }
  })
  const change = { districtId: id, action: 'paste-absences', subjectKind: 'district', subjectId: id }
  return save(ctx, { ...change, after: { away: after } }, writes)
}

function rangeOf(away: Unavailability) {
  return away.kind === 'absence' ? away.absence : away.exemption
}

/** The doctor's plan is kept as it stands, as when one is entered by hand. */
function awayWrites(ctx: Context, districtId: DistrictId, { personId, away, kept }: PlannedAway): Write[] {
  const stored =
    away.kind === 'absence'
      ? absenceWrites(districtId, personId, away.absence)
      : exemptionWrites(districtId, personId, { exemption: away.exemption, keptBy: 'district' })
  const snapshot = {
    subject: { kind: away.kind, id: rangeOf(away).id },
    personId,
    at: ctx.now,
    assignments: kept.map(({ assignment }) => assignment),
  }
  return [...stored, ...planSnapshotWrites(districtId, snapshot)]
}
