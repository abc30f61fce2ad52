import type { ExportedJWKSCache } from 'oauth4webapi'
import { beforeAll, describe, expect, it } from 'vitest'
import { fromUtcText } from '../../src/core/time/minute.ts'
import type { Issuer } from '../../src/data/issuer-store.ts'
import { readAnswer } from '../../src/identity/provider-answer.ts'
import type { ProviderClient } from '../../src/identity/provider-client.ts'
import { providerKeysOf } from '../../src/identity/provider-keys.ts'
import { keepKeys, keysKept } from '../../src/identity/provider-metadata.ts'
import { describeProvider, sendingAddress } from '../../src/identity/provider-sending.ts'
import {
  clientKey,
  type FakePerson,
  FakeProvider,
  type FakeSettings,
  type Forgery,
} from '../support/fake-provider.ts'

const NOW = fromUtcText('2026-12-01T12:00Z')
const KARI: FakePerson = { sub: 'kari', acr: 'high', email: 'kari@example.test' }
const TENANT = '2f0ab7e2-5a2f-4bd1-9d0c-6f5b8a4f4c11'

let ours: Awaited<ReturnType<typeof clientKey>>
let count = 0

beforeAll(async () => {
  ours = await clientKey()
})

interface Standing {
  readonly provider: FakeProvider
  readonly client: ProviderClient
}

/** A provider that nobody else asks, and the installation as its client. */
async function standing(settings: Partial<FakeSettings> = {}, said: Partial<Issuer> = {}): Promise<Standing> {
  const url = `https://provider-${count++}.example/oidc`
  const provider = await FakeProvider.start({ issuer: url, clientKeys: () => [ours.jwk], ...settings })
  const issuer: Issuer = {
    id: 'one',
    name: 'Innloggingen',
    kind: 'ansattporten',
    url: provider.settings.issuer,
    clientId: 'legevaktplan',
    scope: 'openid',
    acrValues: 'high',
    strongAcr: ['high'],
    tenant: null,
    isOpen: true,
    ordinal: 1,
    ...said,
  }
  const client: ProviderClient = {
    issuer,
    keys: providerKeysOf(ours.secret),
    ask: (address, asked) => provider.fetch(address, asked as RequestInit),
    redirectUri: 'https://vakt.example/sign-in/answer',
    now: NOW,
    mode: 'production',
  }
  return { provider, client }
}

const secrets = { state: 's'.repeat(43), nonce: 'n'.repeat(43), verifier: 'v'.repeat(43) }
const sending = { ...secrets, isAgain: false, language: 'nb' }

async function address(client: ProviderClient, said: Partial<typeof sending> = {}): Promise<string> {
  const sent = await sendingAddress(client, { ...sending, ...said })
  if (sent.kind !== 'done') throw new Error(JSON.stringify(sent))
  return sent.value
}

/** Signs Kari in there and gives back what the browser brings; the answer itself may be altered. */
async function answerOf({ provider, client }: Standing, person = KARI): Promise<URLSearchParams> {
  return new URL(provider.authorize(await address(client), person)).searchParams
}

async function read(
  here: Standing,
  parameters: URLSearchParams,
  said: Partial<Parameters<typeof readAnswer>[1]> = {},
) {
  return readAnswer(here.client, { ...secrets, parameters, mostSeconds: null, ...said })
}

async function readForged(forgery: Forgery, said: Partial<Issuer> = {}, person = KARI) {
  const here = await standing({}, said)
  const parameters = await answerOf(here, person)
  here.provider.forgery = forgery
  return read(here, parameters)
}

const claim = (changed: Record<string, unknown>): Forgery => ({
  claims: (claims) => ({ ...claims, ...changed }),
})

describe('somebody who is sent to a provider', () => {
  it('comes back as whom it says, at the level it says', async () => {
    const here = await standing()
    const told = await read(here, await answerOf(here))
    expect(told).toMatchObject({ kind: 'done', value: { subject: 'kari', levels: ['high'] } })
    expect(here.provider.asked).toEqual(['/.well-known/openid-configuration', '/par', '/token', '/jwks'])
  })

  it('is sent with what was pushed beforehand, so that the address tells nothing', async () => {
    const here = await standing({}, { scope: 'openid helseid://scopes/identity/security_level' })
    const url = new URL(await address(here.client))
    expect([...url.searchParams.keys()].toSorted()).toEqual(['client_id', 'request_uri'])
    expect(Object.fromEntries(here.provider.requested(url.href))).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      acr_values: 'high',
      nonce: secrets.nonce,
      redirect_uri: 'https://vakt.example/sign-in/answer',
      scope: 'openid helseid://scopes/identity/security_level',
    })
  })

  it('is sent openly where the provider takes nothing beforehand', async () => {
    const here = await standing({ hasPushedRequests: false })
    expect(new URL(await address(here.client)).searchParams.get('code_challenge_method')).toBe('S256')
    expect(await read(here, await answerOf(here))).toMatchObject({ kind: 'done' })
  })

  it('is never sent openly when the pushing fails, or is demanded and has no place', async () => {
    const here = await standing()
    here.provider.answers.set('/par', () => new Response('', { status: 503 }))
    expect(await sendingAddress(here.client, sending)).toMatchObject({ kind: 'down' })
    const demanding = await standing({
      hasPushedRequests: false,
      metadata: { require_pushed_authorization_requests: true },
    })
    expect(await sendingAddress(demanding.client, sending)).toMatchObject({ kind: 'down' })
  })

  it('must show who they are again where that is asked', async () => {
    const here = await standing()
    const asked = here.provider.requested(await address(here.client, { isAgain: true }))
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0'])
  })
})

describe('an answer is refused when', () => {
  it.each<[string, Forgery, string]>([
    ['its nonce is another’s', claim({ nonce: 'another' }), 'OAUTH_JWT_CLAIM_COMPARISON_FAILED nonce'],
    ['it has no nonce', claim({ nonce: undefined }), 'OAUTH_INVALID_RESPONSE'],
    [
      'its issuer is another',
      claim({ iss: 'https://evil.example' }),
      'OAUTH_JWT_CLAIM_COMPARISON_FAILED iss',
    ],
    ['it is meant for another', claim({ aud: 'another' }), 'OAUTH_JWT_CLAIM_COMPARISON_FAILED aud'],
    [
      'it is meant for another too, who asked for it',
      claim({ aud: ['legevaktplan', 'another'], azp: 'another' }),
      'OAUTH_JWT_CLAIM_COMPARISON_FAILED azp',
    ],
    ['it was asked for by another', claim({ azp: 'another' }), 'claim azp'],
    ['a key signed it that the provider does not publish', { isWrongKey: true }, 'OAUTH_INVALID_RESPONSE'],
    [
      'it says that it is not signed',
      { header: (header) => ({ ...header, alg: 'none' }), hasNoSignature: true },
      'OAUTH_INVALID_RESPONSE',
    ],
    ['its signature is missing', { hasNoSignature: true }, 'OAUTH_INVALID_RESPONSE'],
    [
      'it is signed with what everybody knows of us',
      { header: (header) => ({ ...header, alg: 'HS256' }), hmacKey: 'legevaktplan' },
      'OAUTH_INVALID_RESPONSE',
    ],
    ['it has run out', claim({ exp: 1_700_000_000 }), 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED exp'],
    ['it never runs out', claim({ exp: undefined }), 'OAUTH_INVALID_RESPONSE'],
    ['it was made long ago', claim({ iat: 1_700_000_000 }), 'claim iat'],
    ['it was made in the future', claim({ iat: 4_000_000_000 }), 'claim iat'],
    ['it names nobody', claim({ sub: '' }), 'claim sub'],
    [
      'its key is unknown',
      { header: (header) => ({ ...header, kid: 'unknown' }) },
      'OAUTH_KEY_SELECTION_FAILED',
    ],
    [
      'it asks for what we do not know',
      { header: (header) => ({ ...header, crit: ['exp'] }) },
      'OAUTH_UNSUPPORTED_OPERATION',
    ],
  ])('%s', async (_, forgery, why) => {
    expect(await readForged(forgery)).toEqual({ kind: 'refused', why })
  })

  it('its state is another’s, or missing', async () => {
    const here = await standing()
    const parameters = await answerOf(here)
    expect(await read(here, parameters, { state: 'x'.repeat(43) })).toMatchObject({ kind: 'refused' })
    parameters.delete('state')
    expect(await read(here, parameters)).toMatchObject({ kind: 'refused' })
    expect(here.provider.asked).not.toContain('/token')
  })

  it('it comes from another provider than was asked, or does not say from which', async () => {
    const here = await standing()
    const parameters = await answerOf(here)
    parameters.set('iss', 'https://other.example')
    expect(await read(here, parameters)).toMatchObject({ kind: 'refused' })
    parameters.delete('iss')
    expect(await read(here, parameters)).toMatchObject({ kind: 'refused' })
    expect(here.provider.asked).not.toContain('/token')
  })

  it('it is brought to another provider than the one that gave it', async () => {
    const [here, there] = [await standing({ namesItself: false }), await standing({ namesItself: false })]
    const parameters = await answerOf(here)
    expect(await read({ ...here, client: there.client }, parameters)).toEqual({
      kind: 'refused',
      why: 'invalid_grant',
    })
  })

  it('its verifier is not of what was asked', async () => {
    const here = await standing()
    const parameters = await answerOf(here)
    const told = await read(here, parameters, { verifier: 'w'.repeat(43) })
    expect(told).toEqual({ kind: 'refused', why: 'invalid_grant' })
  })

  it('it is brought a second time', async () => {
    const here = await standing()
    const parameters = await answerOf(here)
    expect(await read(here, parameters)).toMatchObject({ kind: 'done' })
    expect(await read(here, parameters)).toEqual({ kind: 'refused', why: 'invalid_grant' })
  })

  it('it brings a token of the address itself', async () => {
    const here = await standing()
    const parameters = await answerOf(here)
    parameters.set('id_token', 'a.b.c')
    expect(await read(here, parameters)).toMatchObject({ kind: 'refused' })
  })

  it('there is no ID token in it', async () => {
    const here = await standing()
    const parameters = await answerOf(here)
    here.provider.answers.set('/token', () => Response.json({ access_token: 'a', token_type: 'Bearer' }))
    expect(await read(here, parameters)).toMatchObject({ kind: 'refused' })
  })
})

describe('an answer of Entra ID', () => {
  const entra = { kind: 'entra-id', tenant: TENANT, strongAcr: ['c1'], acrValues: 'c1' } as const

  /** Known by its certificate. */
  async function certified(person: FakePerson) {
    const here = await standing({ hasPushedRequests: false }, entra)
    const keys = providerKeysOf(ours.secret.replace('"kid"', '"x5t#S256":"thumb","kid"'))
    const known = { ...here, client: { ...here.client, keys } }
    return { here: known, parameters: await answerOf(known, person) }
  }

  it('is taken from the tenant that is pinned, with its authentication contexts as levels', async () => {
    const { here, parameters } = await certified({ sub: 'kari', tid: TENANT, acrs: ['c1'] })
    expect(await read(here, parameters)).toMatchObject({ kind: 'done', value: { levels: ['c1'] } })
  })

  it.each([
    ['another tenant', { tid: '00000000-0000-0000-0000-000000000000' }],
    ['none', {}],
  ])('is refused from %s', async (_, claims) => {
    const { here, parameters } = await certified({ sub: 'kari', acrs: ['c1'], ...claims })
    expect(await read(here, parameters)).toEqual({ kind: 'refused', why: 'claim tid' })
  })

  it('cannot be asked for with a key that has no certificate', async () => {
    const here = await standing({ hasPushedRequests: false }, entra)
    const parameters = await answerOf(here)
    expect(await read(here, parameters)).toMatchObject({ kind: 'down', why: 'takes none of our keys' })
  })
})

describe('an answer of HelseID', () => {
  it('is traded with a proof of possession, with the word that the provider asks for', async () => {
    const here = await standing({ demandsProof: true }, { kind: 'helseid', strongAcr: ['4'] })
    const level = { 'helseid://claims/identity/security_level': '4' }
    const parameters = await answerOf(here, { sub: 'kari', ...level })
    expect(await read(here, parameters)).toMatchObject({ kind: 'done', value: { levels: ['4'] } })
    expect(here.provider.asked.filter((path) => path === '/token')).toHaveLength(2)
  })
})

describe('showing again who one is', () => {
  const shown = (secondsAgo: number) => ({ ...KARI, auth_time: Math.floor(Date.now() / 1000) - secondsAgo })

  it('must have been after it was asked for', async () => {
    const here = await standing()
    const lately = await answerOf(here, shown(20))
    expect(await read(here, lately, { mostSeconds: 60 })).toMatchObject({ kind: 'done' })
    const before = await answerOf(here, shown(3600))
    expect(await read(here, before, { mostSeconds: 60 })).toMatchObject({
      kind: 'refused',
      why: 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED auth_time',
    })
  })

  it('must be told with its time, which is not to come', async () => {
    const here = await standing()
    const untold = await answerOf(here, { ...KARI, auth_time: undefined })
    expect(await read(here, untold, { mostSeconds: 60 })).toMatchObject({ kind: 'refused' })
    const later = await answerOf(here, shown(-600))
    expect(await read(here, later)).toEqual({ kind: 'refused', why: 'claim auth_time' })
  })
})

describe('a provider that', () => {
  it('says no is told apart from one that cannot', async () => {
    const here = await standing()
    const saying = (error: string) =>
      new URLSearchParams({ state: secrets.state, iss: here.client.issuer.url, error })
    expect(await read(here, saying('access_denied'))).toEqual({ kind: 'cancelled' })
    expect(await read(here, saying('server_error'))).toEqual({ kind: 'down', why: 'server_error' })
    expect(await read(here, saying('login_required\nforged line'))).toEqual({
      kind: 'refused',
      why: 'login_required?forged?line',
    })
  })

  it.each<[string, () => Response | Promise<Response>]>([
    ['breaks', () => new Response('', { status: 500 })],
    [
      'sends on elsewhere',
      () => new Response('', { status: 302, headers: { Location: 'https://evil.example' } }),
    ],
    [
      'tells too much',
      () => new Response('x'.repeat(100_001), { headers: { 'Content-Type': 'application/json' } }),
    ],
    ['tells no JSON', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['is not reached', () => Promise.reject(new TypeError('connect ECONNREFUSED'))],
    ['names another issuer', () => Response.json({ issuer: 'https://evil.example' })],
    ['has no metadata', () => new Response('', { status: 404 })],
  ])('%s is down, and nobody is sent there', async (_, answer) => {
    const { client, provider } = await standing()
    provider.answers.set('/.well-known/openid-configuration', answer)
    expect(await sendingAddress(client, sending)).toMatchObject({ kind: 'down' })
  })

  it('names itself in other letters than we keep identities under is not used', async () => {
    const { client, provider } = await standing()
    const { url } = client.issuer
    const metadata = (await (
      await provider.fetch(`${url}/.well-known/openid-configuration`)
    ).json()) as object
    provider.answers.set('/.well-known/openid-configuration', () =>
      Response.json({ ...metadata, issuer: url.replace('https://provider', 'https://PROVIDER') }),
    )
    expect(await sendingAddress(client, sending)).toMatchObject({ kind: 'down' })
  })

  it('names a place on the own network in its metadata is not asked there', async () => {
    for (const place of [
      'token_endpoint',
      'jwks_uri',
      'authorization_endpoint',
      'pushed_authorization_request_endpoint',
    ]) {
      const asked: string[] = []
      const { client, provider } = await standing()
      const real = client.ask
      const ask: typeof real = (to, how) => {
        asked.push(to)
        return real(to, how)
      }
      const metadata = (await (
        await provider.fetch(`${client.issuer.url}/.well-known/openid-configuration`)
      ).json()) as object
      provider.answers.set('/.well-known/openid-configuration', () =>
        Response.json({ ...metadata, [place]: 'https://169.254.169.254/latest' }),
      )
      const here = { provider, client: { ...client, ask } }
      const sent = await sendingAddress(here.client, sending)
      if (sent.kind === 'done') {
        const parameters = new URL(provider.authorize(sent.value, KARI)).searchParams
        expect(await read(here, parameters)).toMatchObject({ kind: 'down' })
      }
      expect(asked.filter((to) => to.includes('169.254'))).toEqual([])
    }
  })

  it('signs with a new key is asked for its keys once more, when a minute has gone since the last time', async () => {
    const here = await standing()
    const { url } = here.client.issuer
    const reads = () => here.provider.asked.filter((path) => path === '/jwks').length
    expect(await read(here, await answerOf(here))).toMatchObject({ kind: 'done' })
    await here.provider.rotate()
    expect(await read(here, await answerOf(here))).toMatchObject({ kind: 'refused' })
    expect(reads()).toBe(1)
    const keys = keysKept(url) as ExportedJWKSCache
    keepKeys(url, { ...keys, uat: keys.uat - 61 })
    expect(await read(here, await answerOf(here))).toMatchObject({ kind: 'done' })
    expect(reads()).toBe(2)
    keepKeys(url, { ...keys, uat: keys.uat - 61 })
    here.provider.forgery = { header: (header) => ({ ...header, kid: 'unknown' }) }
    expect(await read(here, await answerOf(here))).toMatchObject({ kind: 'refused' })
    expect(await read(here, await answerOf(here))).toMatchObject({ kind: 'refused' })
    expect(reads()).toBe(3)
  })

  it('is asked for its metadata once in ten minutes', async () => {
    const here = await standing()
    const reads = () => here.provider.asked.filter((path) => path.startsWith('/.well-known')).length
    await address(here.client)
    await address({ ...here.client, now: NOW + 9 })
    expect(reads()).toBe(1)
    await address({ ...here.client, now: NOW + 10 })
    expect(reads()).toBe(2)
  })

  it('was down is asked again at once when it is back', async () => {
    const { client, provider } = await standing()
    provider.answers.set('/.well-known/openid-configuration', () => new Response('', { status: 503 }))
    expect(await sendingAddress(client, sending)).toMatchObject({ kind: 'down' })
    provider.answers.clear()
    expect(await sendingAddress(client, sending)).toMatchObject({ kind: 'done' })
  })

  it('is tried out tells what it can', async () => {
    const { client } = await standing()
    expect(await describeProvider(client)).toEqual({
      kind: 'done',
      value: {
        hasPushedRequests: true,
        demandsPushedRequests: true,
        namesItself: true,
        signsWith: ['RS256'],
        levels: ['high', 'substantial'],
        takesOurWay: true,
        takesOurKey: true,
      },
    })
  })
})
