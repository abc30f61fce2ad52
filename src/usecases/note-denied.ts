import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Context } from './context.ts'
import { limit } from './limit.ts'
import { done, type Result } from './refusal.ts'
import { save } from './save.ts'

export interface NoteDeniedInput {
  /** Method and pattern of the address, so that no id and no text of the sender gets into the log. */
  readonly door: string
}

/** Of one account in an hour: enough to see that somebody tries doors, too few to fill the log by it. */
const MOST_NOTED = 5

/** Keeps in the log that somebody who is signed in asked for what is not theirs, or is not there (OWASP ASVS 16.3.2). */
export async function noteDenied(ctx: Context, { door }: NoteDeniedInput): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return done(null)
  const { accountId } = actor
  if (await limit(ctx, { key: `denied:${accountId}`, most: MOST_NOTED, perMinutes: 60 })) return done(null)
  const change = { action: 'access-refused', subjectKind: 'account', subjectId: accountId, after: { door } }
  return (await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, [])) ?? done(null)
}
