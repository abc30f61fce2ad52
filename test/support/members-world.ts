import type { PersonId } from '../../src/core/rota/person.ts'
import { accountWrites, listMemberships, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import type { Role } from '../../src/identity/policy.ts'
import { findActor } from '../../src/identity/session.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type InviteMemberInput, inviteMember } from '../../src/usecases/invite-member.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import { PlanWorld, unwrap } from './plan-world.ts'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

export const DISTRICT = { kind: 'district', id: 'fjordane' } as const
export const MUNICIPALITY = { kind: 'municipality', number: '4645' } as const
export const INSTALLATION = { kind: 'installation' } as const

interface Said {
  readonly email?: string | null
  readonly personId?: PersonId | null
}

/** One district and whoever is let in to it: their accounts stored, with the roles that their sessions have. */
export class MembersWorld {
  readonly plan: PlanWorld
  readonly nobody: Context

  private constructor(plan: PlanWorld) {
    this.plan = plan
    this.nobody = { ...plan.ctx, actor: { kind: 'nobody' } }
  }

  static async make(): Promise<MembersWorld> {
    const plan = await PlanWorld.make()
    await plan.ctx.db.d1.prepare("delete from membership where account_id = 'a'").run()
    return new MembersWorld(plan)
  }

  get db() {
    return this.plan.ctx.db
  }

  /** Stores an account with a role and gives its session; its address is `<id>@example.test` unless told otherwise. */
  async member(
    id: string,
    scope: InviteMemberInput['scope'] | null,
    role: Role = 'coordinator',
    { email = `${id}@example.test`, personId = null }: Said = {},
  ): Promise<Context> {
    const { ctx } = this.plan
    const memberships = scope ? [{ ...stored(scope), role }] : []
    const roles = memberships.flatMap((own) => membershipWrites(id, own, 'test', ctx.now))
    const written = await writeAll(ctx.db, [
      ...accountWrites(accountOf(id, personId, email, ctx.now)),
      ...roles,
    ])
    if (written.kind !== 'written') throw new Error(`${id} was not stored: ${written.constraint}`)
    return this.again(id, personId)
  }

  /** The session of an account as it stands now. */
  async again(id: string, personId: PersonId | null = null): Promise<Context> {
    const { ctx } = this.plan
    const memberships = await listMemberships(ctx.db, id)
    const actor = { kind: 'account', accountId: id, personId, memberships, sessionHash: `s-${id}` } as const
    return { ...ctx, actor: { ...actor, ...WELL_SIGNED_IN } }
  }

  async invited(ctx: Context, input: InviteMemberInput): Promise<string> {
    return tokenIn(unwrap(await inviteMember(ctx, input)).path)
  }

  /** The context of whoever has used a link. */
  async entered(token: string, ctx: Context = this.nobody, browserSecret?: string): Promise<Context> {
    const { secret } = unwrap(await useSignInLink(ctx, { token, browserSecret }))
    return { ...ctx, actor: await findActor(ctx.db, await ctx.hash(secret), ctx.now) }
  }

  /** What waits to be sent, the oldest first, as 'kind address'. */
  async mails(): Promise<string[]> {
    const messages = await listLatestMessages(this.db)
    const told = messages.map(({ kind, payload }) => `${kind} ${(payload as { email?: string }).email}`)
    return told.reverse()
  }

  async rolesOf(accountId: string): Promise<string[]> {
    return (await listMemberships(this.db, accountId)).map(({ role, scopeId }) => `${role} ${scopeId}`)
  }
}

export function tokenIn(path: string): string {
  return path.split('/').at(-1) ?? ''
}

export function stored(scope: InviteMemberInput['scope']) {
  if (scope.kind === 'district') return { scopeKind: 'district', scopeId: scope.id } as const
  if (scope.kind === 'municipality') return { scopeKind: 'municipality', scopeId: scope.number } as const
  return { scopeKind: 'installation', scopeId: 'installation' } as const
}
