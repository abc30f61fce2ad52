import type { DistrictId, PersonId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import { findAccountOfPerson } from '../data/account-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { invitationWrites } from '../data/invitation-store.ts'
import { findPersonStanding } from '../data/person-store.ts'
import { INVITATION_MINUTES } from '../identity/sign-in.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

export interface InvitePersonInput {
  readonly districtId: DistrictId
  readonly personId: PersonId
}

export interface Invitation {
  /** '/sign-in/<token>', told this once. */
  readonly path: string
  readonly expiresAt: Minute
}

/**
 * A one-time link, good for seven days, by which a doctor of the district gets an account. Somebody who has an account
 * with other roles, or a place in other districts, uses it while signed in there, since whoever made the link has seen it.
 * The first account of a person comes from the district that entered them (`invited-elsewhere-first`).
 */
export async function invitePerson(
  ctx: Context,
  { districtId, personId }: InvitePersonInput,
): Promise<Result<Invitation>> {
  const isRefused = gate(ctx, 'invite-people', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  const district = await findDistrict(ctx.db, districtId)
  const isDoctor = district?.doctors.some((doctor) => doctor.personId === personId)
  if (!district || !isDoctor) return refused({ kind: 'not-found' })
  const [{ isEnteredHere }, account] = await Promise.all([
    findPersonStanding(ctx.db, districtId, personId),
    findAccountOfPerson(ctx.db, personId),
  ])
  if (!isEnteredHere && !account) return refused({ kind: 'invited-elsewhere-first' })
  const token = ctx.newSecret()
  const expiresAt = ctx.now + INVITATION_MINUTES
  const invitation = {
    hash: await ctx.hash(token),
    email: district.persons.find((person) => person.id === personId)?.email ?? null,
    personId,
    membership: { scopeKind: 'district', scopeId: districtId, role: 'doctor' },
    invitedBy: actorId(ctx),
    createdAt: ctx.now,
    expiresAt,
    acceptedBy: null,
    acceptedAt: null,
  } as const
  const change = { districtId, action: 'invite-person', subjectKind: 'person', subjectId: personId }
  const failed = await save(ctx, change, invitationWrites(invitation))
  return failed ?? done({ path: `/sign-in/${token}`, expiresAt })
}
