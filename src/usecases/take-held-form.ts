import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { findHeldForm, type HeldForm, heldFormWrites, takeHeldFormWrites } from '../data/held-form-store.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { type SentForm, unsealForm } from './sealed-form.ts'
import { heldName } from './show-held-form.ts'

export interface TakeHeldFormInput {
  readonly secret: string | undefined
  /** As the page named it that showed it. */
  readonly name: string
  /** Where it is sent now; null to throw it away. */
  readonly address: string | null
}

/** Kept so that a form can be put back whose sending broke down. */
export interface TakenForm {
  readonly form: SentForm
  readonly row: HeldForm
}

/** Gives a form back to its account, once, to be sent where it was sent before. Refused as `not-found` in every other case. */
export async function takeHeldForm(
  ctx: Context,
  { secret, name, address }: TakeHeldFormInput,
): Promise<Result<TakenForm>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const hash = await ctx.hash(secret ?? '')
  const key = { hash, accountId: actor.accountId }
  const row = secret === undefined ? undefined : await findHeldForm(ctx.db, key, ctx.now)
  const form = row && (await unsealForm(secret ?? '', row))
  const isThis = form && heldName(hash) === name && (address === null || form.address === address)
  if (!row || !isThis) return refused({ kind: 'not-found' })
  const action = address === null ? 'drop-held-form' : 'take-held-form'
  const change = { action, subjectKind: 'account', subjectId: actor.accountId }
  const isGone = await save(
    ctx,
    { districtId: INSTALLATION_CHAIN, ...change },
    takeHeldFormWrites(key, ctx.now),
  )
  return isGone ? refused({ kind: 'not-found' }) : done({ form, row })
}

/** After something broke down before the form was taken in. */
export async function putBackHeldForm(ctx: Context, { row }: TakenForm): Promise<Result<null>> {
  const change = { action: 'put-back-held-form', subjectKind: 'account', subjectId: row.accountId }
  return (await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, heldFormWrites(row))) ?? done(null)
}
