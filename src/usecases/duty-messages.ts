import type { District } from '../core/rota/district.ts'
import type { Publication } from '../core/rota/publication.ts'
import type { OutboxMessage } from '../data/outbox-store.ts'
import type { Context } from './context.ts'

/** One message to each doctor whose duties a publication changed, if they have told an address; the same revision tells once. */
export function dutyMessages(
  ctx: Context,
  district: District,
  { revision, differences }: Publication,
): OutboxMessage[] {
  return differences.flatMap(({ personId }) => {
    const email = district.persons.find((person) => person.id === personId)?.email ?? null
    if (email === null) return []
    return [
      {
        id: ctx.newId(),
        dedupKey: `duties-changed:${district.id}:${revision}:${personId}`,
        districtId: district.id,
        kind: 'duties-changed',
        personId,
        accountId: null,
        payload: { email, district: district.name, url: `${ctx.origin}/me/duties` },
        createdAt: ctx.now,
        dueAt: ctx.now,
      },
    ]
  })
}
