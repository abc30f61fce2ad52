import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { accountWrites, findAccountByEmail, listMemberships } from '../../src/data/account-store.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { findActor } from '../../src/identity/session.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type InviteReaderInput, inviteReader } from '../../src/usecases/invite-reader.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const districtId = 'fjordane'
const email = 'centre@example.test'
const dispatch = { districtId, role: 'dispatch-centre', email } as const

let world: PlanWorld
let nobody: Context

beforeEach(async () => {
  world = await PlanWorld.make()
  nobody = { ...world.ctx, actor: { kind: 'nobody' } }
})

async function invited(input: InviteReaderInput = dispatch): Promise<string> {
  const { path } = unwrap(await inviteReader(world.ctx, input))
  return path.split('/').at(-1) ?? ''
}

/** The context of whoever has opened a session. */
async function signedIn(token: string, ctx: Context = nobody): Promise<Context> {
  const { secret } = unwrap(await useSignInLink(ctx, { token }))
  return { ...ctx, actor: await findActor(ctx.db, await ctx.hash(secret), ctx.now) }
}

const problemOf = async (input: Partial<Record<keyof InviteReaderInput, string>>) => {
  const result = await inviteReader(world.ctx, { ...dispatch, ...input } as InviteReaderInput)
  return result.kind === 'refused' && result.refusal.kind === 'invalid'
    ? result.refusal.problems.map(({ field, code }) => `${field} ${code}`)
    : result
}

describe('an invitation to read a district', () => {
  it.each(['dispatch-centre', 'service-manager', 'union-representative', 'payroll-reader'] as const)(
    'gives an account with its address one role, %s, once',
    async (role) => {
      const token = await invited({ ...dispatch, role, email: ' Centre@Example.test ' })
      const { actor } = await signedIn(token)
      const memberships = [{ scopeKind: 'district', scopeId: districtId, role }]
      expect(actor).toMatchObject({ kind: 'account', personId: null, memberships })
      expect(await findAccountByEmail(world.ctx.db, email)).toMatchObject({ status: 'active' })
      expect(refusalOf(await useSignInLink(nobody, { token }))).toBe('link-used')
    },
  )

  it('used twenty times at once opens one account', async () => {
    const token = await invited()
    const answers = await Promise.all(Array.from({ length: 20 }, () => useSignInLink(nobody, { token })))
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1)
  })

  it('runs out after seven days', async () => {
    const token = await invited()
    const late = { ...nobody, now: nobody.now + 7 * MINUTES_PER_DAY }
    expect(refusalOf(await useSignInLink(late, { token }))).toBe('link-used')
    expect(await findAccountByEmail(world.ctx.db, email)).toBeUndefined()
  })

  it('gives an account that has the address the role only where somebody is signed in to it', async () => {
    const { ctx } = world
    await writeAll(ctx.db, accountWrites(accountOf('known', null, email, ctx.now)))
    const token = await invited()
    expect(refusalOf(await useSignInLink(nobody, { token }))).toBe('link-used')
    expect(refusalOf(await useSignInLink(ctx, { token }))).toBe('link-used')
    expect(await listMemberships(ctx.db, 'known')).toEqual([])
    const own = {
      kind: 'account',
      accountId: 'known',
      personId: null,
      memberships: [],
      sessionHash: 's',
      ...WELL_SIGNED_IN,
    } as const
    const { actor } = await signedIn(token, { ...ctx, actor: own })
    expect(actor).toMatchObject({ accountId: 'known', memberships: [{ role: 'dispatch-centre' }] })
  })

  it('is refused for an address that has the role, and a second one changes nothing', async () => {
    const [first, second] = [await invited(), await invited()]
    const reader = await signedIn(first)
    expect(refusalOf(await useSignInLink(nobody, { token: second }))).toBe('link-used')
    expect((await signedIn(second, reader)).actor).toMatchObject({
      memberships: [{ role: 'dispatch-centre' }],
    })
    expect(await problemOf({})).toEqual(['email has-role'])
    unwrap(await inviteReader(world.ctx, { ...dispatch, role: 'payroll-reader' }))
  })

  it.each([
    'coordinator',
    'doctor',
    'municipality-reader',
    'municipality-decider',
    'installation-administrator',
  ])('gives nobody the role %s', async (role) => {
    expect(await problemOf({ role })).toEqual(['role out-of-range'])
  })

  it('asks for an address, and not for one of a doctor who has no account yet', async () => {
    expect(await problemOf({ email: ' ' })).toEqual(['email missing'])
    expect(await problemOf({ email: 'centre' })).toEqual(['email not-an-address'])
    expect(await problemOf({ email: 'A@example.test' })).toEqual(['email invite-doctor-first'])
    await writeAll(world.ctx.db, accountWrites(accountOf('doctor', 'a', 'a@example.test', world.ctx.now)))
    unwrap(
      await inviteReader(world.ctx, { ...dispatch, role: 'union-representative', email: 'a@example.test' }),
    )
  })

  it('is made by the coordinator alone, and written down by its role without the address', async () => {
    const reader = await signedIn(await invited())
    expect(refusalOf(await inviteReader(reader, dispatch))).toBe('not-allowed')
    expect(refusalOf(await inviteReader(nobody, dispatch))).toBe('not-signed-in')
    expect(refusalOf(await inviteReader(world.ctx, { ...dispatch, districtId: 'elsewhere' }))).toBe(
      'not-found',
    )
    const log = await listAudit(world.ctx.db, districtId, 0, 100)
    const made = log.filter(({ action }) => action === 'invite-reader')
    expect(made).toMatchObject([{ subjectKind: 'role', subjectId: 'dispatch-centre' }])
    expect(JSON.stringify(log)).not.toContain(email)
  })
})
