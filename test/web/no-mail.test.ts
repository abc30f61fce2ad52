import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { PlanWorld } from '../support/plan-world.ts'

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
