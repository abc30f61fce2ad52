import { toEmail } from '../core/rota/email.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { findAccountOfPerson, listMemberships } from '../data/account-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { findWaysIn } from '../data/member-store.ts'
import { findPersonStanding } from '../data/person-store.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { type Invitation, limitInvitations, newInvitation } from './invitation.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface InvitePersonInput {
  readonly districtId: DistrictId
  readonly personId: PersonId
}

/**
 * A one-time link, good for seven days, by which a doctor of the district gets an account; by mail where the district knows an
 * address. Somebody who has an account with a way in, other roles or a place in other districts uses it while signed in there.
 * The first account of a person comes from the district that entered them (`invited-elsewhere-first`); one who has a role
 * here and can sign in needs none (`has-way-in`).
 */
export async function invitePerson(
  ctx: Context,
  { districtId, personId }: InvitePersonInput,
): Promise<Result<Invitation>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gateFresh(ctx, 'invite-people', scope)
  if (isRefused) return isRefused
  const district = await findDistrict(ctx.db, districtId)
  const isDoctor = district?.doctors.some((doctor) => doctor.personId === personId)
  if (!district || !isDoctor) return refused({ kind: 'not-found' })
  const [{ isEnteredHere }, account] = await Promise.all([
    findPersonStanding(ctx.db, districtId, personId),
    findAccountOfPerson(ctx.db, personId),
  ])
  if (!isEnteredHere && !account) return refused({ kind: 'invited-elsewhere-first' })
  if (account && (await canSignInHere(ctx, account.id, districtId))) return refused({ kind: 'has-way-in' })
  const tooMany = await limitInvitations(ctx, scope)
  if (tooMany) return tooMany
  const person = district.persons.find(({ id }) => id === personId)
  const made = await newInvitation(ctx, {
    membership: { scopeKind: 'district', scopeId: districtId, role: 'doctor' },
    email: toEmail(person?.email ?? '') ?? null,
    personId,
    scopeName: district.name,
  })
  const change = {
    districtId,
    action: 'invite-person',
    subjectKind: 'person',
    subjectId: personId,
    after: { invitation: made.id },
  }
  const failed = await save(ctx, change, made.writes)
  return failed ?? done(made.invitation)
}

/** Only of a doctor of the asker's own district, whose account the page of members shows them too. */
async function canSignInHere(ctx: Context, accountId: string, districtId: DistrictId): Promise<boolean> {
  const [held, ways] = await Promise.all([listMemberships(ctx.db, accountId), findWaysIn(ctx.db, accountId)])
  const isHere = held.some(({ scopeKind, scopeId }) => scopeKind === 'district' && scopeId === districtId)
  return isHere && (ways.hasEmail || ways.passkeys > 0 || ways.identities > 0)
}
