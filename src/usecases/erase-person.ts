import { withoutMentions } from '../core/plans/erasure.ts'
import type { District } from '../core/rota/district.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { calendarChangeWrites } from '../data/calendar-change-store.ts'
import type { Write } from '../data/database.ts'
import { editionGuard } from '../data/edition.ts'
import {
  beginErasureWrites,
  emptyAccountWrites,
  endErasureWrites,
  leaveDistrictWrites,
  type PersonKey,
  unlinkAccountWrites,
  unnamePersonWrites,
  unnameWrites,
} from '../data/erasure-store.ts'
import { freeTextWrites } from '../data/free-text-store.ts'
import type { Context } from './context.ts'
import { type ErasureReading, readErasure } from './erasure-reading.ts'
import { gateFresh } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId, type Change, saveInChains } from './save.ts'

export interface ErasePersonInput extends PersonKey {
  /** The person's name as the district has it, typed by whoever does it: this can't be undone. */
  readonly typed: string
  /** Places of texts in which it is the person who may be named; what surely names them goes anyhow. */
  readonly places: readonly string[]
}

/**
 * Forgets a person in one district for good. Duties, hours and all that is counted stay, under the name of a former doctor.
 * Refused while duties lie ahead, an agreement runs or they hold another role in the district.
 */
export async function erasePerson(ctx: Context, input: ErasePersonInput): Promise<Result<null>> {
  const { districtId, personId } = input
  const isRefused = gateFresh(ctx, 'erase-people', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const read = await readErasure(ctx, input)
  if (read.kind === 'refused') return read
  const reading = read.value
  if (reading.isDone) return refused({ kind: 'nothing-changed' })
  if (reading.obstacles.length > 0) return refused({ kind: 'invalid', problems: reading.obstacles })
  if (input.typed.trim() !== reading.named.name) return invalid('typed', 'not-the-name', input.typed)
  const change = { action: 'erase-person', subjectKind: 'person', subjectId: personId }
  const changes: Change[] = [INSTALLATION_CHAIN, districtId].map((chain) => ({
    districtId: chain,
    ...change,
  }))
  return (await saveInChains(ctx, changes, erasureWrites(ctx, input, reading))) ?? done(null)
}

function erasureWrites(ctx: Context, input: ErasePersonInput, reading: ErasureReading): Write[] {
  const key = { districtId: input.districtId, personId: input.personId }
  const former = { ...key, ...reading.former, at: ctx.now, by: actorId(ctx) }
  return [
    ...editionGuard(key.districtId, reading.edition),
    ...beginErasureWrites(former),
    // While the names stand, so that calendars that show them get new ones.
    ...calendarChangeWrites(renamed(reading.district, key.personId, reading.former), ctx.now),
    ...accountWrites(ctx, key, reading),
    ...freeTextWrites(key.districtId, textsWithout(input, reading)),
    ...unnameWrites(former),
    ...unnamePersonWrites(key, reading.facts.elsewhere),
    ...endErasureWrites(key),
  ]
}

function accountWrites({ now }: Context, key: PersonKey, { facts }: ErasureReading): Write[] {
  const { accountId } = facts
  if (accountId === null) return []
  const left = leaveDistrictWrites(accountId, key, now)
  if (facts.elsewhere.length > 0) return left
  const last = facts.rolesElsewhere > 0 ? unlinkAccountWrites : emptyAccountWrites
  return [...left, ...last(accountId, now)]
}

function textsWithout({ places }: ErasePersonInput, { texts, named, former }: ErasureReading) {
  return texts
    .filter(({ mention, place }) => mention === 'sure' || places.includes(place))
    .map((one) => ({
      ...one,
      text: withoutMentions(one.text, named, former.name, places.includes(one.place)),
    }))
}

function renamed(
  district: District,
  personId: string,
  { name, initials }: ErasureReading['former'],
): District {
  return {
    ...district,
    persons: district.persons.map((own) => (own.id === personId ? { ...own, name } : own)),
    doctors: district.doctors.map((own) => (own.personId === personId ? { ...own, initials } : own)),
  }
}
