import type { FeedChoice, FeedScope, OwnFeedOptions } from '../core/rota/feed-choice.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { type FeedLink, listFeeds } from '../data/feed-store.ts'
import { isPlainLine } from '../text/plain-text.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type FieldProblem, type Refused, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

const LONGEST_LABEL = 60
/** The longest alarm that a calendar is asked for: a week before. */
const LONGEST_ALARM = 7 * MINUTES_PER_DAY

/** What a link was made for is again asked of the policy whenever it is changed or made anew. */
type Kind = Pick<FeedChoice, 'kind'> & { readonly districtId?: DistrictId }

/** Whether the actor may have such a link: one's own needs a person, a district's a role in it. */
export function linkGate(ctx: Context, choice: Kind): Refused | undefined {
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (choice.kind !== 'own') {
    const action = choice.kind === 'district' ? 'subscribe-district' : 'subscribe-dispatch'
    return gate(ctx, action, { kind: 'district', id: choice.districtId ?? '' })
  }
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind !== 'account' || personId === null) return refused({ kind: 'not-found' })
  return gate(ctx, 'manage-own-feeds', { kind: 'person', id: personId })
}

/** A living link of the actor's own account; any other is answered as one that does not exist. */
export async function ownLink(ctx: Context, feedId: string): Promise<Result<FeedLink>> {
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (ctx.actor.kind !== 'account') return refused({ kind: 'not-found' })
  const link = (await listFeeds(ctx.db, ctx.actor.accountId)).find(({ id }) => id === feedId)
  return link && link.revokedAt === null ? done(link) : refused({ kind: 'not-found' })
}

/** The log that a link's changes stand in: the district's, or the installation's for calendars of one's own. */
export function chainOf(choice: Kind): DistrictId {
  return choice.districtId ?? INSTALLATION_CHAIN
}

/** Where a calendar is fetched from; told once, since only the hash of the secret is stored. */
export interface FeedAddress {
  readonly feedId: string
  readonly label: string
  readonly kind: FeedChoice['kind']
  readonly path: string
  readonly url: string
}

export function feedAddress(
  { origin }: Pick<Context, 'origin'>,
  { id, label, kind }: Pick<FeedLink, 'id' | 'label' | 'kind'>,
  secret: string,
): FeedAddress {
  const path = kind === 'own' ? `/k/${secret}/vakter.ics` : `/d/${secret}/distrikt.ics`
  return { feedId: id, label, kind, path, url: `${origin}${path}` }
}

/** What is wrong with the name of a device: one line of what can be seen, given trimmed. */
export function labelProblem(label: string): FieldProblem | undefined {
  if (label === '') return { field: 'label', code: 'missing', value: '' }
  if (!isPlainLine(label)) return { field: 'label', code: 'hidden-character', value: label }
  return label.length > LONGEST_LABEL ? { field: 'label', code: 'too-long', value: label } : undefined
}

export function optionsProblem({ alarmMinutesBefore: alarm, monthsBack }: OwnFeedOptions) {
  const isAlarm = alarm === null || (Number.isSafeInteger(alarm) && alarm >= 1 && alarm <= LONGEST_ALARM)
  if (!isAlarm) return { field: 'alarm', code: 'out-of-range', value: String(alarm) } as const
  if (monthsBack !== 3 && monthsBack !== 12)
    return { field: 'months', code: 'out-of-range', value: String(monthsBack) } as const
  return undefined
}

/** Whether the district has the line or municipality that a calendar is to be of. The district must exist. */
export async function scopeProblem(
  ctx: Context,
  districtId: DistrictId,
  scope: FeedScope,
): Promise<FieldProblem | undefined> {
  if (scope.kind === 'all') return undefined
  const district = await findDistrict(ctx.db, districtId)
  if (!district) throw new Error(`district ${districtId}, which a role is held in, is not stored`)
  if (scope.kind === 'line')
    return district.lines.some(({ id }) => id === scope.lineId)
      ? undefined
      : { field: 'scope', code: 'unknown-line', value: scope.lineId }
  return district.municipalities.some(({ number }) => number === scope.number)
    ? undefined
    : { field: 'scope', code: 'not-a-member', value: scope.number }
}
