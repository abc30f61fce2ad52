import type { DistrictId } from '../core/rota/person.ts'
import { type Account, findAccountByEmail, listMemberships } from '../data/account-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { invitationWrites } from '../data/invitation-store.ts'
import type { Role } from '../identity/policy.ts'
import { INVITATION_MINUTES, toEmail } from '../identity/sign-in.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import type { Invitation } from './invitation.ts'
import { done, invalid, type Result, refused } from './refusal.ts'
import { actorId, save } from './save.ts'

/** Roles of a district that only read; those that change or decide anything are given by another door. */
export const READER_ROLES = [
  'dispatch-centre',
  'service-manager',
  'union-representative',
  'payroll-reader',
] as const satisfies readonly Role[]

export type ReaderRole = (typeof READER_ROLES)[number]

export interface InviteReaderInput {
  readonly districtId: DistrictId
  readonly role: ReaderRole
  /** Where the account is sent its sign-in links later on. */
  readonly email: string
}

/**
 * A one-time link, good for seven days, by which somebody gets to read a district. An address without an account gets one by
 * it; one that has an account keeps it, and the link works for whoever is signed in there. Whether it has one is told to nobody.
 */
export async function inviteReader(
  ctx: Context,
  { districtId, role, email: given }: InviteReaderInput,
): Promise<Result<Invitation>> {
  const isRefused = gateFresh(ctx, 'invite-people', { kind: 'district', id: districtId })
  if (isRefused) return isRefused
  if (!READER_ROLES.includes(role)) return invalid('role', 'out-of-range')
  const email = toEmail(given)
  if (email === undefined) return invalid('email', given.trim() === '' ? 'missing' : 'not-an-address', given)
  const membership = { scopeKind: 'district', scopeId: districtId, role } as const
  const [district, account] = await Promise.all([
    findDistrict(ctx.db, districtId),
    findAccountByEmail(ctx.db, email),
  ])
  if (!district) return refused({ kind: 'not-found' })
  // A doctor's account is made for the doctor: an account of another make would have their address for good.
  const isOfDoctor = district.persons.some((person) => toEmail(person.email ?? '') === email)
  if (!account && isOfDoctor) return invalid('email', 'invite-doctor-first', given)
  if (account && (await hasRole(ctx, account, membership))) return invalid('email', 'has-role', given)
  const token = ctx.newSecret()
  const expiresAt = ctx.now + INVITATION_MINUTES
  const invitation = {
    hash: await ctx.hash(token),
    email,
    personId: null,
    accountId: null,
    isByInstallation: false,
    membership,
    invitedBy: actorId(ctx),
    createdAt: ctx.now,
    expiresAt,
    acceptedBy: null,
    acceptedAt: null,
  } as const
  const change = { districtId, action: 'invite-reader', subjectKind: 'role', subjectId: role }
  const failed = await save(ctx, change, invitationWrites(invitation))
  return failed ?? done({ path: `/sign-in/${token}`, expiresAt, mailedTo: null })
}

/** Only of the asker's own district, where who reads it is theirs to know. */
async function hasRole(
  ctx: Context,
  { id }: Account,
  { scopeId, role }: { readonly scopeId: DistrictId; readonly role: Role },
): Promise<boolean> {
  const held = await listMemberships(ctx.db, id)
  return held.some((own) => own.scopeKind === 'district' && own.scopeId === scopeId && own.role === role)
}
