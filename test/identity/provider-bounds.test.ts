import { describe, expect, it } from 'vitest'
import { isAskable } from '../../src/identity/provider-address.ts'
import { boundedFetch, type Fetch, ProviderDown } from '../../src/identity/provider-fetch.ts'
import { keyTaken, providerKeysOf, publicKeySet } from '../../src/identity/provider-keys.ts'
import { clientKey } from '../support/fake-provider.ts'

describe('an address that a provider may have', () => {
  it.each([
    'https://ansattporten.no',
    'https://login.microsoftonline.com/2f0ab7e2-5a2f-4bd1-9d0c-6f5b8a4f4c11/v2.0',
    'https://helseid-sts.nhn.no/connect/token',
  ])('is %s', (address) => {
    expect(isAskable(address, 'production')).toBe(true)
  })

  it.each([
    'http://ansattporten.no',
    'https://localhost/',
    'https://localhost./',
    'https://127.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.8/',
    'https://intranett/',
    'https://idp.internal/',
    'https://idp.local/',
    'https://idp.LAN./',
    'https://user:secret@ansattporten.no/',
    'https://ansattporten.no:8443/',
    'https://ansattporten.no/#x',
    'file:///etc/passwd',
    'ansattporten.no',
    '',
  ])('is not %s', (address) => {
    expect(isAskable(address, 'production')).toBe(false)
  })

  it('is on one’s own machine in development alone', () => {
    for (const address of ['http://localhost:9000', 'http://127.0.0.1:9000/oidc']) {
      expect(isAskable(address, 'development')).toBe(true)
      expect(isAskable(address, 'production')).toBe(false)
    }
    expect(isAskable('http://192.168.0.1', 'development')).toBe(false)
  })
})

describe('asking a provider', () => {
  const at = 'https://provider.example/'

  it('ends in time when it does not answer, and when it answers drop by drop', async () => {
    const never: Fetch = () => new Promise(() => {})
    const drops: Fetch = async () =>
      new Response(new ReadableStream({ start: (stream) => stream.enqueue(new Uint8Array(1)) }))
    for (const ask of [never, drops])
      await expect(boundedFetch(ask, 'production', 20)(at)).rejects.toThrow('no whole answer in 20 ms')
  })

  it('takes 100 kB and not a byte more, also of an answer that has no end', async () => {
    const sized = (bytes: number) => boundedFetch(async () => new Response('x'.repeat(bytes)), 'production')
    expect((await (await sized(100_000)(at)).text()).length).toBe(100_000)
    await expect(sized(100_001)(at)).rejects.toThrow(ProviderDown)
    let given = 0
    const endless = new ReadableStream({
      pull: (stream) => {
        given += 10_000
        stream.enqueue(new Uint8Array(10_000))
      },
    })
    await expect(boundedFetch(async () => new Response(endless), 'production')(at)).rejects.toThrow(
      ProviderDown,
    )
    expect(given).toBeLessThan(200_000)
  })

  it('asks nothing where it may not, and follows nothing', async () => {
    const asked: unknown[] = []
    const ask: Fetch = async (address, how) => {
      asked.push([address, how?.redirect])
      return new Response('{}')
    }
    await boundedFetch(ask, 'production')(at)
    await expect(boundedFetch(ask, 'production')('https://169.254.169.254/')).rejects.toThrow(ProviderDown)
    expect(asked).toEqual([[at, 'manual']])
  })
})

describe('the keys that providers know the installation by', () => {
  it('are none where none are given', () => {
    expect(providerKeysOf(undefined)).toEqual([])
    expect(providerKeysOf(' ')).toEqual([])
  })

  it('show nothing that signs', async () => {
    const { secret, jwk } = await clientKey()
    const set = publicKeySet(providerKeysOf(secret))
    expect(set).toEqual({ keys: [{ ...jwk, use: 'sig' }] })
    const { d } = (JSON.parse(secret) as [{ d: string }])[0]
    expect(JSON.stringify(set)).not.toContain(d)
  })

  it('are refused in words that show nothing of them', async () => {
    const { secret } = await clientKey()
    const [key] = JSON.parse(secret) as [Record<string, string>]
    const without = (name: string) =>
      JSON.stringify([Object.fromEntries(Object.entries(key).filter(([own]) => own !== name))])
    const rsa = { kty: 'RSA', kid: 'a', alg: 'RS256', n: 'x'.repeat(100), e: 'AQAB', d: 'secret-part' }
    const bad: readonly (readonly [string, string])[] = [
      [`${key.d} is not JSON`, 'is not JSON'],
      [JSON.stringify(key), 'is no list'],
      [without('kid'), 'key 1 of OIDC_KEYS has no kid'],
      [without('alg'), 'key 1 of OIDC_KEYS has no alg'],
      [without('d'), 'key 1 of OIDC_KEYS is not private'],
      [without('x'), 'key 1 of OIDC_KEYS is no key on P-256'],
      [JSON.stringify([{ ...key, alg: 'HS256' }]), 'key 1 of OIDC_KEYS has no alg'],
      [JSON.stringify([key, rsa]), 'key 2 of OIDC_KEYS is shorter than 2048 bits'],
      [JSON.stringify([key, key]), 'key 2 of OIDC_KEYS has the kid of another'],
    ]
    for (const [text, why] of bad) {
      expect(() => providerKeysOf(text)).toThrow(why)
      expect(() => providerKeysOf(text)).not.toThrow(key.d ?? 'secret-part')
    }
  })

  it('are chosen by what a provider takes, the newest first', async () => {
    const [first, second] = [await clientKey('first'), await clientKey('second')]
    const joined = [...(JSON.parse(first.secret) as object[]), ...(JSON.parse(second.secret) as object[])]
    const keys = providerKeysOf(JSON.stringify(joined))
    expect(keyTaken(keys, [], false)?.kid).toBe('first')
    expect(keyTaken(keys, ['ES256'], false)?.kid).toBe('first')
    expect(keyTaken(keys, ['RS256'], false)).toBeUndefined()
    expect(keyTaken(keys, [], true)).toBeUndefined()
  })
})
