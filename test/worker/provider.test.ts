import { expect, it } from 'vitest'
import { writeAll } from '../../src/data/database.ts'
import { issuerWrites } from '../../src/data/issuer-store.ts'
import { providerKeysOf } from '../../src/identity/provider-keys.ts'
import { answerProvider } from '../../src/usecases/answer-provider.ts'
import type { Context } from '../../src/usecases/context.ts'
import { startProvider } from '../../src/usecases/start-provider.ts'
import { clientKey, FakeProvider } from '../support/fake-provider.ts'
import { contextOf, makeActor, refusalOf, unwrap } from '../support/use-case-world.ts'

it('on the platform itself a provider links, signs in once, and a token signed by another key is refused', async () => {
  const { secret, jwk } = await clientKey()
  const id = `idp-${crypto.randomUUID()}`
  const provider = await FakeProvider.start({ issuer: `https://${id}.example`, clientKeys: () => [jwk] })
  const said = {
    providerKeys: providerKeysOf(secret),
    askProvider: (address: string, asked?: object) => provider.fetch(address, asked as RequestInit),
  }
  const own = await contextOf(await makeActor([]), {})
  const now = own.actor.kind === 'account' ? own.actor.authenticatedAt : own.now
  const ctx: Context = { ...own, ...said, now }
  const nobody: Context = { ...ctx, actor: { kind: 'nobody' } }
  const issuer = {
    id,
    name: 'Innloggingen',
    kind: 'other',
    url: provider.settings.issuer,
    clientId: 'legevaktplan',
    scope: 'openid',
    acrValues: '',
    strongAcr: ['high'],
    tenant: null,
    isOpen: true,
    ordinal: 1,
  } as const
  expect(await writeAll(ctx.db, issuerWrites(issuer))).toEqual({ kind: 'written' })
  const browserSecret = ctx.newSecret()
  const journey = async (by: Context, purpose: 'sign-in' | 'link') => {
    const sent = unwrap(await startProvider(by, { issuerId: id, purpose, browserSecret }))
    return new URL(provider.authorize(sent.address, { sub: 'kari', acr: 'high' })).searchParams
  }
  unwrap(await answerProvider(ctx, { parameters: await journey(ctx, 'link'), browserSecret }))
  const parameters = await journey(nobody, 'sign-in')
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => answerProvider(nobody, { parameters, browserSecret })),
  )
  const signedIn = answers.flatMap((answer) => (answer.kind === 'done' ? [answer.value.signedIn] : []))
  expect(signedIn).toMatchObject([{ strength: 'strong' }])
  provider.forgery = { isWrongKey: true }
  const forged = { parameters: await journey(nobody, 'sign-in'), browserSecret }
  expect(refusalOf(await answerProvider(nobody, forged))).toBe('provider-refused')
})
