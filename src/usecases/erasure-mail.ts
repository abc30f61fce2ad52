import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { ClaimedMessage, OutboxMessage } from '../data/outbox-store.ts'
import { listAccountsToTell } from '../data/told-account-store.ts'
import { toLanguage } from '../text/language.ts'
import { type Text, textFor } from '../text/text.ts'
import type { Context } from './context.ts'
import { BROKEN, mail, textsIn, type Words } from './told.ts'

/** Kinds of messages about being forgotten. */
export const ERASURE_ASKED = 'erasure-asked'
export const ERASURE_DONE = 'erasure-done'

/** To each coordinator: somebody asks to be forgotten. Not who: that is read behind sign-in. Once, however often it is taken back and asked. */
export async function erasureAskedMessages(
  ctx: Context,
  districtId: DistrictId,
  personId: PersonId,
): Promise<OutboxMessage[]> {
  const told = await listAccountsToTell(ctx.db, districtId, 'coordinator')
  const url = `${ctx.origin}/districts/${encodeURIComponent(districtId)}/doctors`
  return told.map(({ accountId, email, districtName }) => ({
    id: ctx.newId(),
    dedupKey: `${ERASURE_ASKED}:${districtId}:${personId}:${accountId}`,
    districtId,
    kind: ERASURE_ASKED,
    personId: null,
    accountId,
    payload: { email, district: districtName, url },
    createdAt: ctx.now,
    dueAt: ctx.now,
  }))
}

/** To whoever was forgotten, the last that is sent them. It belongs to nobody: their address goes with it once it is sent or given up. */
export function erasureDoneMessage(
  ctx: Context,
  said: { readonly email: string; readonly district: string; readonly language: string },
): OutboxMessage {
  const id = ctx.newId()
  const nobody = { districtId: null, personId: null, accountId: null }
  const when = { createdAt: ctx.now, dueAt: ctx.now }
  return { id, dedupKey: `${ERASURE_DONE}:${id}`, kind: ERASURE_DONE, ...nobody, payload: said, ...when }
}

export function erasureAskedWords({ payload }: ClaimedMessage, { ownData }: Text): Words {
  const said = textsIn(payload, 'email', 'district', 'url')
  return said ? mail(said.email, ownData.mails.erasureAsked(said.district, said.url)) : BROKEN
}

export function erasureDoneWords({ payload }: ClaimedMessage): Words {
  const said = textsIn(payload, 'email', 'district', 'language')
  if (!said) return BROKEN
  return mail(said.email, textFor(toLanguage(said.language) ?? 'nb').ownData.mails.erasureDone(said.district))
}
