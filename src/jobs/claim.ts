import { type ClaimState, checkClaim, makeAdminLink } from '../usecases/claim-installation.ts'
import type { Context } from '../usecases/context.ts'

export type { ClaimState }

/** Whether somebody looks after the installation, as both entries ask before they serve anybody. */
export function claimOf(ctx: Context): Promise<ClaimState> {
  return checkClaim(ctx)
}

/** What is said where it does not run, by how a new link is made there. */
export function unclaimedSentence(command: string): string {
  return `Nobody who can sign in administers this installation, and it is more than an hour old, so it does not run. Make an administrator link and use it within 15 minutes: ${command}`
}

/** @throws in production when the installation has stood unclaimed for an hour; true once it is claimed. */
export async function demandClaim(ctx: Context, command: string): Promise<boolean> {
  const state = await checkClaim(ctx)
  if (state === 'shut') throw new Error(unclaimedSentence(command))
  return state === 'claimed'
}

/** A new address by which whoever reads it becomes administrator, once. */
export async function adminLink(ctx: Context): Promise<string> {
  const made = await makeAdminLink(ctx)
  if (made.kind === 'refused') throw new Error(`no administrator link was made: ${made.refusal.kind}`)
  return `${ctx.origin}${made.value.path}`
}
