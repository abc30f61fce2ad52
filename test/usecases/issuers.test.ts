import { beforeEach, describe, expect, it } from 'vitest'
import { MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import { checkHealth } from '../../src/usecases/check-health.ts'
import type { Context } from '../../src/usecases/context.ts'
import { type SaveIssuerInput, saveIssuer } from '../../src/usecases/save-issuer.ts'
import { showIssuers } from '../../src/usecases/show-issuers.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { tryIssuer } from '../../src/usecases/try-issuer.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'
import { ADMINISTRATOR, ProviderWorld } from '../support/provider-world.ts'

const TENANT = '2f0ab7e2-5a2f-4bd1-9d0c-6f5b8a4f4c11'
const GIVEN: SaveIssuerInput = {
  id: null,
  kind: 'ansattporten',
  url: 'https://ansattporten.no',
  tenant: '',
  name: 'Ansattporten',
  clientId: 'client-1',
  scope: 'openid',
  acrValues: 'substantial',
  strongAcr: 'substantial high',
  isOpen: true,
}

let world: ProviderWorld
let administrator: Context

beforeEach(async () => {
  world = await ProviderWorld.make()
  administrator = await world.signedIn('admin', { strength: 'strong', roles: [ADMINISTRATOR] })
})

async function problemsOf(said: Partial<SaveIssuerInput>, ctx = administrator): Promise<unknown> {
  const result = await saveIssuer(ctx, { ...GIVEN, ...said })
  return result.kind === 'refused' && result.refusal.kind === 'invalid'
    ? result.refusal.problems.map(({ field, code }) => `${field} ${code}`)
    : result
}

describe('a provider that an administrator adds', () => {
  it('is offered, with its own word in addresses, and can be closed', async () => {
    const { id } = unwrap(await saveIssuer(administrator, GIVEN))
    expect(id).toBe('ansattporten')
    unwrap(await saveIssuer(administrator, { ...GIVEN, id, name: 'Portalen', isOpen: false }))
    const { issuers } = unwrap(await showIssuers(administrator))
    expect(issuers).toMatchObject([
      { id, name: 'Portalen', isOpen: false, strongAcr: ['substantial', 'high'] },
    ])
    const log = await listAudit(world.nobody.db, 'installation', 0, 10)
    expect(log.map(({ action }) => action)).toEqual(['add-issuer', 'change-issuer'])
  })

  it('of Entra ID is found by its tenant, and by no word for all of them', async () => {
    const entra = { kind: 'entra-id', tenant: TENANT.toUpperCase(), url: '', strongAcr: 'c1' } as const
    unwrap(await saveIssuer(administrator, { ...GIVEN, ...entra }))
    expect(unwrap(await showIssuers(administrator)).issuers).toMatchObject([
      { id: 'entra-id', tenant: TENANT, url: `https://login.microsoftonline.com/${TENANT}/v2.0` },
    ])
    for (const tenant of ['common', 'organizations', 'consumers', '', `${TENANT}/../common`])
      expect(await problemsOf({ ...entra, tenant })).toEqual(['tenant not-a-tenant'])
  })

  it('keeps its address, kind and tenant for good: people are linked under them', async () => {
    const { id } = unwrap(await saveIssuer(administrator, GIVEN))
    const changed = { id, url: 'https://evil.example', kind: 'entra-id', tenant: TENANT } as const
    unwrap(await saveIssuer(administrator, { ...GIVEN, ...changed }))
    expect(unwrap(await showIssuers(administrator)).issuers).toMatchObject([
      { id, url: GIVEN.url, kind: 'ansattporten', tenant: null },
    ])
  })

  it.each([
    'http://ansattporten.no',
    'https://localhost',
    'https://10.0.0.1',
    'https://169.254.169.254/latest',
    'https://idp.internal',
    'https://ansattporten.no?x=1',
    'javascript:alert(1)',
    '',
  ])('is not asked for at %j', async (url) => {
    expect(await problemsOf({ url })).toEqual(['url not-a-provider'])
    expect(await world.count('issuer')).toBe(0)
  })

  it('needs a name, our word there and openid, in plain letters', async () => {
    expect(await problemsOf({ name: ' ', clientId: '', scope: 'profile' })).toEqual([
      'name missing',
      'clientId missing',
      'scope no-openid',
    ])
    expect(await problemsOf({ scope: 'x'.repeat(201) })).toEqual(['scope too-long'])
    expect(await problemsOf({ name: 'Portal\u202e', clientId: 'x'.repeat(201) })).toEqual([
      'name hidden-character',
      'clientId too-long',
    ])
  })

  it('is not opened without a key of our own, and may wait closed', async () => {
    const bare = { ...administrator, providerKeys: [] }
    expect(await problemsOf({}, bare)).toEqual(['isOpen no-provider-key'])
    unwrap(await saveIssuer(bare, { ...GIVEN, isOpen: false }))
  })

  it('twice is refused at one address, and has a number of its own at another', async () => {
    unwrap(await saveIssuer(administrator, GIVEN))
    expect(refusalOf(await saveIssuer(administrator, GIVEN))).toBe('duplicate')
    const { id } = unwrap(await saveIssuer(administrator, { ...GIVEN, url: 'https://test.ansattporten.no' }))
    expect(id).toBe('ansattporten-2')
  })

  it('is nobody’s but an administrator’s, who has shown lately who they are', async () => {
    const stale = { ...administrator, now: administrator.now + 10 }
    const weak = await world.signedIn('admin', { roles: [ADMINISTRATOR], isNew: false })
    const other = await world.signedIn('other', { strength: 'strong' })
    expect(refusalOf(await saveIssuer(stale, GIVEN))).toBe('confirm-again')
    expect(refusalOf(await tryIssuer(stale, { id: 'one' }))).toBe('confirm-again')
    for (const [ctx, kind] of [
      [weak, 'needs-strong-sign-in'],
      [other, 'not-found'],
      [world.nobody, 'not-signed-in'],
    ] as const) {
      expect(refusalOf(await saveIssuer(ctx, GIVEN))).toBe(kind)
      expect(refusalOf(await showIssuers(ctx))).toBe(kind)
      expect(refusalOf(await tryIssuer(ctx, { id: 'one' }))).toBe(kind)
    }
    expect(await world.count('issuer')).toBe(0)
  })
})

describe('trying a provider out', () => {
  it('tells what it can and stores nothing', async () => {
    await world.trust('one')
    const before = [await world.count('audit'), await world.count('provider_attempt')]
    expect(unwrap(await tryIssuer(administrator, { id: 'one' }))).toMatchObject({
      kind: 'answers',
      description: { hasPushedRequests: true, takesOurKey: true, levels: ['high', 'substantial'] },
    })
    expect([await world.count('audit'), await world.count('provider_attempt')]).toEqual(before)
  })

  it('tells why it cannot be used', async () => {
    const provider = await world.trust('one')
    provider.answers.set('/.well-known/openid-configuration', () => new Response('', { status: 500 }))
    expect(unwrap(await tryIssuer(administrator, { id: 'one' }))).toMatchObject({
      kind: 'down',
      why: 'status 500',
    })
    expect(refusalOf(await tryIssuer(administrator, { id: 'unknown' }))).toBe('not-found')
  })

  it('is for sixty times an hour: each asks another machine', async () => {
    await world.trust('one')
    const tries = Array.from({ length: 61 }, () => tryIssuer(administrator, { id: 'one' }))
    const refusals = (await Promise.all(tries)).filter(({ kind }) => kind === 'refused')
    expect(refusals.map(refusalOf)).toEqual(['too-many'])
  })
})

it('attempts that ran out are forgotten at night', async () => {
  await world.trust('one')
  await world.journey(world.nobody, { sub: 'kari' })
  const job = {
    ...world.nobody,
    actor: { kind: 'job', name: 'nightly' },
    now: world.nobody.now + MINUTES_PER_DAY,
  } as const
  unwrap(await sweep(job, {}))
  expect(await world.count('provider_attempt')).toBe(0)
})

it('an installation that has lost its key is not well while a provider is open', async () => {
  const bare = { ...world.nobody, providerKeys: [] }
  await checkHealth(bare)
  await world.trust('one')
  await checkHealth(world.nobody)
  await expect(checkHealth(bare)).rejects.toThrow('OIDC_KEYS is not set')
})
