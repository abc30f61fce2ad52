import { sql } from 'kysely'
import { type Minute, toUtcText } from '../core/time/minute.ts'
import { compiler, type Write } from './database.ts'

/**
 * Scheduled: empties mails that still wait to be sent, and whose link or invitation ran out by `now`. What is used or taken back
 * before that empties its mail itself.
 */
export function forgetLinkMessagesWrites(now: Minute): Write[] {
  const at = toUtcText(now)
  // A message's key is its kind, a colon and the hash of what it opens.
  const hash = sql`substr(outbox.dedup_key, length(kind) + 2)`
  const isOver = sql`exists (select 1 from login_link where login_link.hash = ${hash} and expires_at <= ${at})
    or exists (select 1 from invitation where invitation.hash = ${hash} and expires_at <= ${at})`
  return [
    sql`update outbox set status = 'sent', sent_at = ${at}, last_error = 'the link has run out', payload = '{}'
      where status = 'waiting' and kind in ('sign-in-link', 'confirm-link', 'invitation') and (${isOver})`.compile(
      compiler,
    ),
  ]
}
