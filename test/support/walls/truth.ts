import type { Lock, Way } from '../../../src/identity/lock.ts'
import { may, type Scope } from '../../../src/identity/policy.ts'
import { isFresh } from '../../../src/identity/session.ts'
import type { Answer, Route } from './asking.ts'
import { COMMON_MUNICIPALITY } from './sides.ts'
import { NOW, type Things, type WallActor } from './world.ts'

/** Whether somebody is to be let in at a door, by its row. `owner`: of what the address names, where only they may have it. */
export function isLetIn(
  lock: Lock,
  route: Route,
  { actor }: WallActor,
  things: Things,
  isOwner: boolean,
): boolean {
  if (lock.kind === 'open' || lock.kind === 'dev' || lock.kind === 'secret') return true
  const asksInVain = lock.asksAgain && !(actor.kind === 'account' && isFresh(actor, NOW))
  if (actor.kind !== 'account' || asksInVain) return false
  if (lock.kind === 'own') return isOwner
  return lock.ways.some((way) => {
    const [, action] = way.split(':') as ['', Parameters<typeof may>[1]]
    const isAllowed = scopesOf(way, route, things, actor).some((scope) => may(actor, action, scope))
    return isAllowed && (isOwner || !isOnlyOwn(way))
  })
}

type Account = Extract<WallActor['actor'], { kind: 'account' }>

const isOnlyOwn = (way: Way) => way.startsWith('person:') || way.includes('-own-')

function scopesOf(way: Way, { path }: Route, things: Things, { personId, memberships }: Account): Scope[] {
  if (way.startsWith('installation:')) return [{ kind: 'installation' }]
  if (way.startsWith('person:')) return personId === null ? [] : [{ kind: 'person', id: personId }]
  // A file that is brought in names its district itself.
  if (path === '/import') return memberships.map(({ scopeId }) => ({ kind: 'district', id: scopeId }))
  if (way.startsWith('district:')) return [{ kind: 'district', id: things.districtId ?? '' }]
  const own: Scope = { kind: 'municipality', number: things.number ?? '' }
  // What holds for a district is read by each of its municipalities.
  return path.includes(':number') || path.includes(':municipality')
    ? [own]
    : [own, { kind: 'municipality', number: COMMON_MUNICIPALITY }]
}

const DOORMATS = ['/sign-in', '/sign-in?lost=yes', '/sign-in?kept=yes', '/me/access', '/confirm']

/** Whether an answer is that of somebody let in: also where what they sent was wrong, or would have been stored. */
export function wasLetIn({ status, location }: Answer): boolean {
  if (status === 401 || status === 403 || status === 404) return false
  return !DOORMATS.some((mat) => location !== null && location === mat)
}
