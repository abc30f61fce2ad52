import type { Notice } from '../core/plans/notices.ts'
import type { District } from '../core/rota/district.ts'
import { DUTIES_CHANGED, dutiesChangedKey } from '../data/duties-changed.ts'
import type { OutboxMessage } from '../data/outbox-store.ts'
import type { Context } from './context.ts'

/** Minutes that news which does not haste waits, so that a coordinator who corrects at once tells once. */
const CALM_MINUTES = 2

/**
 * To each doctor whose duties a revision changed a mail, if they have told an address; of urgent changes also a text message, where
 * the installation sends them and they have told a number. The words are made when it is sent. The same revision tells once.
 */
export function changeMessages(
  ctx: Context,
  district: District,
  revision: number,
  notices: readonly Pick<Notice, 'personId' | 'isUrgent'>[],
): OutboxMessage[] {
  const personOf = new Map(district.persons.map((person) => [person.id, person]))
  return notices.flatMap(({ personId, isUrgent }) => {
    const person = personOf.get(personId)
    const dueAt = isUrgent ? ctx.now : ctx.now + CALM_MINUTES
    const about = { district: district.name, revision }
    const message = (channel: 'mail' | 'sms', to: object): OutboxMessage => ({
      id: ctx.newId(),
      dedupKey: dutiesChangedKey({ districtId: district.id, revision, personId }, channel),
      districtId: district.id,
      kind: DUTIES_CHANGED,
      personId,
      accountId: null,
      payload: { ...about, ...to },
      createdAt: ctx.now,
      dueAt,
      channel,
    })
    const isRung = isUrgent && ctx.channels?.includes('sms') === true
    return [
      ...(person?.email ? [message('mail', { email: person.email })] : []),
      ...(isRung && person?.phone ? [message('sms', { phone: person.phone })] : []),
    ]
  })
}
