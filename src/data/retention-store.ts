import { sql } from 'kysely'
import type { Keeping, RetentionClass, RetentionRule } from '../core/plans/retention.ts'
import { addMonths, type LocalDate } from '../core/time/local-date.ts'
import { MINUTES_PER_DAY, type Minute, toUtcText } from '../core/time/minute.ts'
import { toWall } from '../core/time/oslo.ts'
import { forgetChallengesWrites } from './challenge-store.ts'
import { type Database, readAll } from './database.ts'
import { type Forgetting, forgetting } from './forgetting.ts'
import { expiredHeldFormRemovals } from './held-form-store.ts'
import { forgetLinksWrites } from './login-link-store.ts'
import { forgetMessageWrites } from './outbox-store.ts'
import { forgetTriesWrites } from './rate-store.ts'
import { expiredSessionRemovals } from './session-store.ts'

type RetentionRules = Readonly<Record<RetentionClass, RetentionRule>>

export interface RetentionClock {
  readonly now: Minute
  /** A session that ran out stays so long that what was then sent with it can be given back. */
  readonly heldMinutes: Minute
}

/** All whose time is over by these rules, to be forgotten in one batch. */
export function forgetWrites(rules: RetentionRules, clock: RetentionClock): Forgetting[] {
  return classesOf(rules).flatMap((kind) => writesOf(kind, rules[kind].keeping, clock))
}

/** How many rows of each kind the same statements would take or empty now. */
export async function countGoing(
  db: Database,
  rules: RetentionRules,
  clock: RetentionClock,
): Promise<ReadonlyMap<RetentionClass, number>> {
  const asked = classesOf(rules).flatMap((kind) =>
    writesOf(kind, rules[kind].keeping, clock).map((write) => ({ kind, query: write.count })),
  )
  const found = await readAll(
    db,
    asked.map(({ query }) => ({ compile: () => query })),
  )
  const counts = new Map(classesOf(rules).map((kind) => [kind, 0]))
  for (const [place, { kind }] of asked.entries())
    counts.set(kind, (counts.get(kind) ?? 0) + (found[place]?.[0]?.amount ?? 0))
  return counts
}

// The keys of a record are the names of its type.
const classesOf = (rules: RetentionRules) => Object.keys(rules) as RetentionClass[]

function writesOf(kind: RetentionClass, keeping: Keeping, clock: RetentionClock): Forgetting[] {
  const { now } = clock
  if (keeping.kind === 'until-expiry') return expiredWrites(kind, clock)
  if (keeping.kind === 'days') return sinceInstant(kind, now - keeping.days * MINUTES_PER_DAY)
  if (keeping.kind === 'months') return sinceDate(kind, addMonths(toWall(now).date, -keeping.months))
  return []
}

function expiredWrites(kind: RetentionClass, { now, heldMinutes }: RetentionClock): Forgetting[] {
  const isOver = sql`expires_at <= ${toUtcText(now)}`
  if (kind === 'sessions') return expiredSessionRemovals(now - heldMinutes)
  if (kind === 'heldForms') return expiredHeldFormRemovals(now)
  if (kind === 'signInAttempts')
    return [
      ...forgetLinksWrites(now + 1),
      ...forgetChallengesWrites(now),
      forgetting('provider_attempt', isOver),
    ]
  return []
}

/** `last`: what is counted from then or earlier is over. */
function sinceInstant(kind: RetentionClass, last: Minute): Forgetting[] {
  const at = toUtcText(last)
  switch (kind) {
    case 'setUpChanges':
      return [forgetting('set_up_change', sql`parts is not null and at <= ${at}`, sql`parts = null`)]
    case 'endedRoles':
      return [forgetting('ended_membership', sql`ended_at <= ${at}`)]
    case 'reportOpenings':
      return [forgetting('report_opening', sql`at <= ${at}`)]
    case 'invitations':
      return [forgetting('invitation', sql`expires_at <= ${at}`)]
    case 'rateCounts':
      return forgetTriesWrites(last + 1)
    case 'calendarLinks':
      return [forgetting('feed_link', sql`revoked_at <= ${at} and ${HAS_DEVICE}`, NO_DEVICE)]
    case 'notices':
      return [forgetting('change_notice', sql`latest_at <= ${at}`)]
    case 'sentMessages':
      return forgetMessageWrites('sent', last + 1)
    case 'deadMessages':
      return forgetMessageWrites('dead', last + 1)
    default:
      return []
  }
}

/** A link that has ended keeps its row, so that its address is told for good that it has. */
const HAS_DEVICE = sql`(label <> '' or last_client is not null)`
const NO_DEVICE = sql`label = '', last_client = null, last_fetched_at = null, last_validator = null, last_etag = null`

/** `date`: what has ended by then, exclusive ends, is over. */
function sinceDate(kind: RetentionClass, date: LocalDate): Forgetting[] {
  if (kind === 'wishes') return [forgetting('wish', sql`${WISH_END} <= ${date}`)]
  if (kind === 'grounds') return [forgetting('exemption_ground', groundIsOver(date))]
  if (kind === 'comments')
    return [
      forgetting('draft_comment', isOfDraft(date)),
      forgetting('draft_circulation', sql`message <> '' and ${isOfDraft(date)}`, sql`message = ''`),
    ]
  return kind === 'discardedDrafts' ? discardedWrites(date) : []
}

/** Of a wish for one duty the day after it; of one that no rota knows, the end of the last draft that has it. */
const WISH_END = sql`coalesce(to_date,
  (select date(need.date, '+1 day') from need where need.district_id = wish.district_id and need.id = wish.need_id),
  (select max(draft.to_date) from draft_cell as cell
    join draft on draft.district_id = cell.district_id and draft.id = cell.draft_id
    where cell.district_id = wish.district_id and cell.need_id = wish.need_id))`

const groundIsOver = (date: LocalDate) => sql`exists (select 1 from exemption
  where exemption.district_id = exemption_ground.district_id and exemption.person_id = exemption_ground.person_id
    and exemption.id = exemption_ground.exemption_id and exemption.to_date <= ${date})`

const draftsOver = (date: LocalDate, isMeant = sql`true`) =>
  sql`select district_id, id from draft where to_date <= ${date} and ${isMeant}`

const isOfDraft = (date: LocalDate, isMeant = sql`true`) =>
  sql`(district_id, draft_id) in (${draftsOver(date, isMeant)})`

/** Children first: what was built, said and done in a draft belongs to it. */
function discardedWrites(date: LocalDate): Forgetting[] {
  const isDiscarded = sql`status = 'discarded'`
  const ofDraft = isOfDraft(date, isDiscarded)
  const ofBuild = sql`build_id in (select id from build where ${ofDraft})`
  return [
    forgetting('build_state', ofBuild),
    forgetting('build_order', ofBuild),
    ...(
      [
        'build',
        'draft_comment',
        'draft_circulation',
        'draft_edit_change',
        'draft_edit',
        'draft_cell',
      ] as const
    ).map((table) => forgetting(table, ofDraft)),
    forgetting('draft', sql`(district_id, id) in (${draftsOver(date, isDiscarded)})`),
  ]
}
