import type { Minute } from '../core/time/minute.ts'
import { findHeldForm } from '../data/held-form-store.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { type SentForm, unsealForm } from './sealed-form.ts'

export interface ShownForm extends SentForm {
  /** Tells it from others that the same browser may have kept since. */
  readonly name: string
  readonly expiresAt: Minute
}

/** What one's own account has kept in this browser; for every other secret, and every other account, `not-found`. */
export async function showHeldForm(ctx: Context, secret: string | undefined): Promise<Result<ShownForm>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const held = secret === undefined ? undefined : await openHeldForm(ctx, secret, actor.accountId)
  return held ? done(held) : refused({ kind: 'not-found' })
}

/** Whether a form waits in this browser for an account that has just signed in. */
export async function hasHeldForm(
  ctx: Context,
  secret: string | undefined,
  accountId: string,
): Promise<boolean> {
  return secret !== undefined && (await openHeldForm(ctx, secret, accountId)) !== undefined
}

async function openHeldForm(ctx: Context, secret: string, accountId: string): Promise<ShownForm | undefined> {
  const row = await findHeldForm(ctx.db, { hash: await ctx.hash(secret), accountId }, ctx.now)
  const form = row && (await unsealForm(secret, row))
  return row && form && { ...form, name: heldName(row.hash), expiresAt: row.expiresAt }
}

/** As the page that shows it names it. */
export function heldName(hash: string): string {
  return hash.slice(0, 16)
}
