import type { DistrictId } from '../core/rota/person.ts'
import type { NoticeKey } from './notice-store.ts'
import type { Schema } from './schema.ts'

/** Of these messages, one tells one person all that has changed in one district and was in no other, and what waits then need not go. */
export const DUTIES_CHANGED = 'duties-changed'

/** What the message about one notice is stored under, by one channel. */
export function dutiesChangedKey(
  { districtId, revision, personId }: NoticeKey,
  channel: Schema['outbox']['channel'],
): string {
  return `${prefixOf(districtId)}${revision}:${personId}${channel === 'sms' ? ':sms' : ''}`
}

/** The revision in such a key of this district; undefined for any other key. */
export function revisionInKey(dedupKey: string, districtId: DistrictId): number | undefined {
  const prefix = prefixOf(districtId)
  const rest = dedupKey.startsWith(prefix) ? dedupKey.slice(prefix.length) : ''
  const digits = /^(\d+):/.exec(rest)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function prefixOf(districtId: DistrictId): string {
  return `${DUTIES_CHANGED}:${districtId}:`
}
