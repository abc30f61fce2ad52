import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { setUpExamples } from '../../src/usecases/set-up-examples.ts'
import { devPaths } from '../../src/web/dev-paths.ts'
import { bareAccount, newBrowser, sessionsOf } from '../support/signing-in.ts'
import { countRows, unwrap } from '../support/use-case-world.ts'

describe('the door of a development server', () => {
  it('lists the examples and signs in as one of them, as strongly as by a passkey', async () => {
    const browser = newBrowser()
    unwrap(await setUpExamples(await browser.ctx(), { districts: [] }))
    const page = await (await browser.get(devPaths.signIn)).text()
    const id = await env.DB.prepare(
      `SELECT id FROM account WHERE email = 'coordinator@example.test'`,
    ).first<string>('id')
    expect(page).toContain('coordinator@example.test')
    expect(page).toContain(`value="${id}"`)
    expect((await browser.post(devPaths.signIn, { account: id ?? '' })).status).toBe(303)
    expect((await browser.ctx()).actor).toMatchObject({ accountId: id, strength: 'strong' })
  })

  it('lets nobody look or in anywhere else, and in as no account but those of the examples', async () => {
    const example = await bareAccount()
    const real = await bareAccount()
    await env.DB.prepare('UPDATE account SET email = ? WHERE id = ?')
      .bind(`${real.id}@legevakt.no`, real.id)
      .run()
    const production = newBrowser({ mode: 'production' })
    const before = await countRows('session', 'audit')
    expect((await production.get(devPaths.signIn)).status).toBe(404)
    expect((await production.post(devPaths.signIn, { account: example.id })).status).toBe(404)
    for (const account of [real.id, '', 'nobody'])
      expect((await newBrowser().post(devPaths.signIn, { account })).status).toBe(404)
    expect(await countRows('session', 'audit')).toEqual(before)
    expect(await sessionsOf(real.id)).toBe(0)
  })
})
