import { withoutMentions } from '../core/plans/erasure.ts'
import type { District } from '../core/rota/district.ts'
import { toEmail } from '../core/rota/email.ts'
import { INSTALLATION_CHAIN, unchangedSinceGuard } from '../data/audit-store.ts'
import { calendarChangeWrites } from '../data/calendar-change-store.ts'
import type { Write } from '../data/database.ts'
import {
  beginErasureWrites,
  emptyAccountWrites,
  endErasureWrites,
  erasureFactsGuard,
  leaveDistrictWrites,
  type PersonKey,
  unlinkAccountWrites,
  unnamePersonWrites,
  unnameWrites,
  unreadMessagesGuard,
} from '../data/erasure-store.ts'
import { freeTextWrites } from '../data/free-text-store.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { erasureDoneMessage } from './erasure-mail.ts'
import { type ErasureReading, readErasure } from './erasure-reading.ts'
import { gateFresh } from './gate.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { actorId, type Change, saveInChains } from './save.ts'

export interface ErasePersonInput extends PersonKey {
  /** The person's name as the district has it, typed by whoever does it: this can't be undone. */
  readonly typed: string
  /** Places of texts in which it is the person who may be named; what surely names them goes anyhow. */
  readonly places: readonly string[]
  /** Marks of the texts that were shown: what was written since is looked over before it is gone over. */
  readonly shown: readonly string[]
}

/**
 * Forgets a person in one district for good. Duties, hours and all that is counted stay, under the name of a former doctor.
 * Refused while duties lie ahead, an agreement runs or they hold another role in the district, where a text names them that was
 * not shown, and as `stale-revision` where any of that changes, or anybody writes anything in the district, in this very moment.
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
  const problems = unsure(input, reading)
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  const change = { action: 'erase-person', subjectKind: 'person', subjectId: personId }
  const changes: Change[] = [INSTALLATION_CHAIN, districtId].map((chain) => ({
    districtId: chain,
    ...change,
  }))
  return (await saveInChains(ctx, changes, erasureWrites(ctx, input, reading))) ?? done(null)
}

function unsure({ typed, shown }: ErasePersonInput, { named, texts }: ErasureReading): FieldProblem[] {
  const isAllShown = texts.every(({ mark }) => shown.includes(mark))
  return [
    ...(isAllShown ? [] : [{ field: 'texts', code: 'written-since', value: '' } as const]),
    ...(typed.trim() === named.name ? [] : [{ field: 'typed', code: 'not-the-name', value: typed } as const]),
  ]
}

function erasureWrites(ctx: Context, input: ErasePersonInput, reading: ErasureReading): Write[] {
  const key = { districtId: input.districtId, personId: input.personId }
  const former = { ...key, ...reading.former, at: ctx.now, by: actorId(ctx) }
  return [
    ...unchangedGuards(key, reading),
    ...beginErasureWrites(former),
    // While the names stand, so that calendars that show them get new ones.
    ...calendarChangeWrites(renamed(reading.district, key.personId, reading.former), ctx.now),
    ...accountWrites(ctx, key, reading),
    ...freeTextWrites(key.districtId, textsWithout(input, reading)),
    ...unnameWrites(former),
    ...unnamePersonWrites(key, reading.facts.elsewhere),
    ...endErasureWrites(key),
    ...outboxWrites(tellPerson(ctx, reading)),
  ]
}

/** What was decided by must still be so: a duty, role, contract or text that came since is not gone over unseen. */
function unchangedGuards(key: PersonKey, { seen, facts }: ErasureReading): Write[] {
  return [
    ...unchangedSinceGuard(key.districtId, seen.log),
    ...erasureFactsGuard(key, seen.clock, facts),
    ...unreadMessagesGuard(key.districtId, seen.messages),
  ]
}

function tellPerson(ctx: Context, { named, district, facts }: ErasureReading) {
  const email = facts.accountEmail ?? toEmail(named.email ?? '')
  if (email === undefined) return []
  return [erasureDoneMessage(ctx, { email, district: district.name, language: facts.language ?? 'nb' })]
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
