import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface InvitePersonInput {
  readonly districtId: DistrictId
  readonly personId: PersonId
}

export interface Invitation {
  /** '/sign-in/<token>', told this once. */
  readonly path: string
  readonly expiresAt: Minute
}

/** A one-time link, good for seven days, by which a doctor of the district gets an account. */
export async function invitePerson(_ctx: Context, _input: InvitePersonInput): Promise<Result<Invitation>> {
  return refused({ kind: 'not-found' })
}
