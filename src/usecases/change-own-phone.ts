import { listOwnContacts, ownContactWrites } from '../data/own-contact-store.ts'
import { isPlainLine } from '../text/plain-text.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { type Change, saveInChains } from './save.ts'
import { ownPersonId } from './wish-rights.ts'

/** Digits as people group them, with a country's code or without; '' = none. */
const PHONE = /^(?:\+?\d[\d ]{4,18}\d)?$/

/** One's own telephone number in every district of one's own. */
export async function changeOwnPhone(
  ctx: Context,
  { phone }: { readonly phone: string },
): Promise<Result<null>> {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (personId === null) return refused({ kind: 'not-found' })
  const isRefused = gateFresh(ctx, 'read-own-duties', { kind: 'person', id: personId })
  if (isRefused) return isRefused
  const number = phone.trim()
  if (!PHONE.test(number) || !isPlainLine(number)) return invalid('phone', 'not-a-phone-number', phone)
  const contacts = await listOwnContacts(ctx.db, personId, ctx.now)
  const told = number === '' ? null : number
  if (contacts.every((contact) => contact.phone === told)) return refused({ kind: 'nothing-changed' })
  const change = { action: 'change-own-phone', subjectKind: 'person', subjectId: personId }
  const changes: Change[] = contacts.map(({ districtId }) => ({ districtId, ...change }))
  return (
    (await saveInChains(ctx, changes, ownContactWrites(personId, { phone: told }, ctx.now))) ?? done(null)
  )
}
