import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { dropHeldFormWrites, heldFormWrites } from '../data/held-form-store.ts'
import { HELD_MINUTES } from '../identity/session.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { type SentForm, sealForm } from './sealed-form.ts'

export interface HoldFormInput {
  readonly form: SentForm
  /** What opens the form that this browser had kept before, which this one takes the place of. */
  readonly before: string | undefined
}

export interface KeptForm {
  /** Opens it, and is in the browser alone. */
  readonly secret: string
  readonly minutes: number
}

/** Bytes of a form that is kept, with its names and address. */
const MOST_BYTES = 100_000
/** Forms of one account in an hour, and from one network, where many accounts may be at work. */
const MOST_FORMS = 30
const MOST_FROM_NETWORK = 300

/**
 * Keeps a form that was sent by somebody whose session had run out, or who must first show who they are; gives what alone
 * opens it. Refused as `not-found` for whoever is not known to have been signed in.
 */
export async function holdForm(ctx: Context, { form, before }: HoldFormInput): Promise<Result<KeptForm>> {
  const { now } = ctx
  const accountId = (ctx.actor.kind === 'account' ? ctx.actor : ctx.lapsed)?.accountId
  if (accountId === undefined) return refused({ kind: 'not-found' })
  if (new TextEncoder().encode(JSON.stringify(form)).byteLength > MOST_BYTES)
    return refused({ kind: 'invalid', problems: [] })
  const isRefused = await limitForms(ctx, accountId)
  if (isRefused) return isRefused
  const secret = ctx.newSecret()
  const row = { hash: await ctx.hash(secret), accountId, createdAt: now, expiresAt: now + HELD_MINUTES }
  const sealed = await sealForm(secret, row, form)
  const replaced = before === undefined ? [] : dropHeldFormWrites(await ctx.hash(before))
  const change = { action: 'hold-form', subjectKind: 'account', subjectId: accountId }
  const writes = [...replaced, ...heldFormWrites({ ...row, sealed })]
  return (
    (await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, writes)) ??
    done({ secret, minutes: HELD_MINUTES })
  )
}

/** The network first: who has used up its share uses up no account's. */
async function limitForms(ctx: Context, accountId: string): Promise<Refused | undefined> {
  const ofNetwork = { key: `hold-form-from:${ctx.from}`, most: MOST_FROM_NETWORK, perMinutes: 60 }
  const isRefused = ctx.from === undefined ? undefined : await limit(ctx, ofNetwork)
  return isRefused ?? limit(ctx, { key: `hold-form:${accountId}`, most: MOST_FORMS, perMinutes: 60 })
}
