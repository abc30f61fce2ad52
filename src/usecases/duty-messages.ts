import type { Notice } from '../core/plans/notices.ts'
import type { District } from '../core/rota/district.ts'
import type { Publication } from '../core/rota/publication.ts'
import type { OutboxMessage } from '../data/outbox-store.ts'
import type { Context } from './context.ts'

/** One message to each doctor who is to be told of a publication and has given an address; the same revision tells once. */
export function dutyMessages(
  ctx: Context,
  district: District,
  { revision }: Pick<Publication, 'revision'>,
  notices: readonly Notice[],
): OutboxMessage[] {
  return notices.flatMap(({ personId }) => {
    const email = district.persons.find((person) => person.id === personId)?.email ?? null
    if (email === null) return []
    const told = { district: district.name, districtId: district.id, revision, personId }
    return [
      {
        id: ctx.newId(),
        dedupKey: `duties-changed:${district.id}:${revision}:${personId}`,
        districtId: district.id,
        kind: 'duties-changed',
        personId,
        accountId: null,
        payload: { email, ...told, url: `${ctx.origin}/me/changes` },
        createdAt: ctx.now,
        dueAt: ctx.now,
      },
    ]
  })
}
