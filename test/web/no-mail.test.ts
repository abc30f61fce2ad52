import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { invitationWrites } from '../../src/data/invitation-store.ts'
import type { Context } from '../../src/usecases/context.ts'
import { paths } from '../../src/web/paths.ts'
import { Doorway } from '../support/doorway.ts'
import { pagesAs } from '../support/pages-as.ts'
import { PlanWorld } from '../support/plan-world.ts'

describe('a doctor who comes in by an invitation alone', () => {
  it('is led to a passkey first, which is the only way back in', async () => {
    const door = await Doorway.make()
    const token = door.ctx.newSecret()
    await door.write(
      invitationWrites({
        hash: await door.ctx.hash(token),
        email: null,
        personId: 'sigrid-hovland-eide',
        accountId: null,
        isByInstallation: false,
        membership: { scopeKind: 'district', scopeId: 'fjordane', role: 'doctor' },
        invitedBy: 'kari',
        createdAt: door.now,
        expiresAt: door.now + 60,
        acceptedBy: null,
        acceptedAt: null,
      }),
    )
    const browser = door.browser()
    const answer = await browser.post(paths.signInLink(token), [])
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.access])
    const warning = 'Du har ingen måte å logge inn på igjen.'
    expect(await (await browser.get(paths.access)).text()).toContain(warning)
    await door.write([
      CompiledQuery.raw(
        `update account set email = 'a@example.test' where person_id = 'sigrid-hovland-eide'`,
        [],
      ),
    ])
    expect(await (await browser.get(paths.access)).text()).not.toContain(warning)
  })
})

describe('an installation that sends no mail', () => {
  const textOf = async (ctx: Context, path: string) => (await pagesAs(ctx).request(path)).text()

  it.each<[string, Partial<Context>, string, string]>([
    ['to sign in', { actor: { kind: 'nobody' } }, paths.signIn, paths.signIn],
    ['for a new address of one’s own', {}, paths.contact, paths.askAddress],
  ])('promises none %s', async (_, asker, path, action) => {
    const ctx = { ...(await PlanWorld.make()).ctx, ...asker }
    const form = `action="${action}"`
    expect(await textOf(ctx, path)).toContain(form)
    const without = await textOf({ ...ctx, channels: [] }, path)
    expect(without).not.toContain(form)
    expect(without).toContain('ikke satt opp til å sende e-post her ennå')
  })
})
