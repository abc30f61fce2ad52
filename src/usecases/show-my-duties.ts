import type { LedgerRow } from '../core/ledger/hours.ts'
import type { Assignment } from '../core/rota/assignment.ts'
import type { FormPiece } from '../core/rota/need.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { viewOf } from '../core/rules/view.ts'
import { clip, type Interval } from '../core/time/interval.ts'
import { addDays, addMonths, type Dates, type LocalDate } from '../core/time/local-date.ts'
import { dayInterval, toWall } from '../core/time/oslo.ts'
import { findDistrict, listDistrictsOfPerson } from '../data/district-store.ts'
import { listOutcomes } from '../data/outcome-store.ts'
import { assignmentsOfPerson, type PersonDuty } from '../data/person-duty-store.ts'
import { loadTimeline } from '../data/rota-store.ts'
import { may } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { withContext } from './plan-dates.ts'
import { mayRecord } from './record-outcome.ts'
import { done, type Result, refused } from './refusal.ts'
import { timelineRota } from './rota-reading.ts'
import { ownPersonId } from './wish-rights.ts'

export interface MyDuty extends Interval {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly needId: string
  readonly seat: number
  readonly lineName: string
  readonly lineCode: string
  /** Where one meets; '' = not told, or the duty is over: one told since says nothing of where it was. */
  readonly place: string
  readonly name: string
  readonly pieces: readonly FormPiece[]
  readonly origin: Assignment['origin']
  /** False in a district that the person has duties in and is not yet invited to. */
  readonly mayReadRota: boolean
}

/** A duty that has begun, of which its holder may tell how it went. */
export interface MyPastDuty extends MyDuty {
  readonly isTold: boolean
}

export interface MyHours {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly rows: readonly LedgerRow[]
  /** As on a duty: without an invitation the district's own page of hours is shut. */
  readonly mayReadHours: boolean
}

export interface MyDutiesValue {
  readonly personId: PersonId
  readonly personName: string
  /** From today to 18 months ahead, across districts, by start. */
  readonly duties: readonly MyDuty[]
  /** Begun in the last four weeks, the latest first; only where the doctor may tell how they went. */
  readonly past: readonly MyPastDuty[]
  /** Own rows of the last four and the next thirteen weeks in each district. */
  readonly hours: readonly MyHours[]
}

const MONTHS_AHEAD = 18
const DAYS_BACK = 28
const DAYS_AHEAD = 91

/** A doctor's own duties and hours, across districts. */
export async function showMyDuties(
  ctx: Context,
  _input: Record<never, never>,
): Promise<Result<MyDutiesValue>> {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (ctx.actor.kind !== 'account' || personId === null) return refused({ kind: 'not-found' })
  const isRefused = gate(ctx, 'read-own-duties', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const today = toWall(ctx.now).date
  const from = dayInterval(today).start
  const to = dayInterval(addMonths(today, MONTHS_AHEAD)).start
  const [duties, districtIds] = await Promise.all([
    assignmentsOfPerson(ctx.db, personId, dayInterval(addDays(today, -DAYS_BACK)).start, to),
    listDistrictsOfPerson(ctx.db, personId),
  ])
  const places = await Promise.all(districtIds.map((id) => placeIn(ctx, id, personId, today)))
  const known = places.flatMap((place) => place ?? [])
  return done({
    personId,
    personName: known[0]?.personName ?? '',
    duties: duties.filter(({ assignment }) => assignment.end > from).map((duty) => toMyDuty(ctx, duty)),
    past: pastOf(ctx, duties, new Set(known.flatMap((place) => place.told))),
    hours: known.map(({ districtId, districtName, rows }) => ({
      districtId,
      districtName,
      rows,
      mayReadHours: may(ctx.actor, 'read-own-hours', { kind: 'district', id: districtId }),
    })),
  })
}

interface PlaceInDistrict {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly personName: string
  readonly rows: readonly LedgerRow[]
  /** Assignments of the district of which it is told how they went. */
  readonly told: readonly string[]
}

async function placeIn(
  ctx: Context,
  districtId: DistrictId,
  personId: PersonId,
  today: LocalDate,
): Promise<PlaceInDistrict | undefined> {
  const period: Dates = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) }
  const context = withContext(period)
  const [district, timeline, outcomes] = await Promise.all([
    findDistrict(ctx.db, districtId),
    loadTimeline(ctx.db, districtId, context.from, context.to),
    listOutcomes(ctx.db, districtId, context.from, addDays(today, 1)),
  ])
  if (!district) return undefined
  const isDoctor = district.doctors.some((doctor) => doctor.personId === personId)
  const view = viewOf(timelineRota(district, timeline, period, context))
  return {
    districtId,
    districtName: district.name,
    personName: district.persons.find((person) => person.id === personId)?.name ?? '',
    told: outcomes.map((outcome) => outcome.assignmentId),
    rows: isDoctor ? view.weeks.map(({ week }) => view.rowOf(personId, week)) : [],
  }
}

function pastOf(ctx: Context, duties: readonly PersonDuty[], told: ReadonlySet<string>): MyPastDuty[] {
  return duties
    .filter(({ assignment }) => assignment.start <= ctx.now)
    .filter(({ line, assignment }) => mayRecord(ctx, line.districtId, assignment))
    .map((duty) => ({ ...toMyDuty(ctx, duty), isTold: told.has(duty.assignment.id) }))
    .reverse()
}

function toMyDuty(ctx: Context, { line, need, assignment }: PersonDuty): MyDuty {
  return {
    start: assignment.start,
    end: assignment.end,
    districtId: line.districtId,
    districtName: line.districtName,
    needId: need.id,
    seat: assignment.seat,
    lineName: line.name,
    lineCode: line.code,
    place: assignment.end > ctx.now ? line.place : '',
    name: need.name,
    pieces: need.pieces.flatMap((piece) =>
      clip([piece], assignment).map((part) => ({ form: piece.form, ...part })),
    ),
    origin: assignment.origin,
    mayReadRota: may(ctx.actor, 'read-rota', { kind: 'district', id: line.districtId }),
  }
}
