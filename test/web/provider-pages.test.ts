import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { pagesAs } from '../support/pages-as.ts'
import { unwrap } from '../support/plan-world.ts'
import { ADMINISTRATOR, BROWSER, ProviderWorld } from '../support/provider-world.ts'

const ORIGIN = 'https://vakt.example'
const KARI = { sub: 'kari', acr: 'high' }

let world: ProviderWorld
let one: FakeProvider

beforeEach(async () => {
  world = await ProviderWorld.make()
  one = await world.trust('one')
})

function ask(ctx: Context, path: string, form?: Readonly<Record<string, string>>, cookies = '') {
  const request = new Request(ORIGIN + path, {
    headers: { Cookie: `__Host-browser=${BROWSER}; ${cookies}` },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  return pagesAs(ctx).fetch(request)
}

const answerPath = (parameters: URLSearchParams) => `/sign-in/answer?${parameters}`

describe('the door of a provider', () => {
  it('goes on to the provider from a page of its own, since no form may lead to another site', async () => {
    const answer = await ask(world.nobody, '/sign-in/provider/one', { purpose: 'sign-in' })
    const refresh = answer.headers.get('Refresh') ?? ''
    expect([answer.status, refresh.startsWith(`0; url=${one.settings.issuer}/authorize?`)]).toEqual([
      200,
      true,
    ])
    expect(await answer.text()).toContain('Videre til Tjeneste one')
    expect(answer.headers.get('Set-Cookie')).toContain('__Host-browser=')
  })

  it('takes no answer that a picture, a frame or a script of another page brings', async () => {
    const { nobody } = world
    const parameters = await world.journey(nobody, KARI)
    for (const headers of [
      { 'Sec-Fetch-Dest': 'image' },
      { 'Sec-Fetch-Dest': 'iframe' },
      { 'Sec-Fetch-Mode': 'cors' },
    ]) {
      const cookies = { Cookie: `__Host-browser=${BROWSER}` }
      const request = new Request(ORIGIN + answerPath(parameters), { headers: { ...cookies, ...headers } })
      expect((await pagesAs(nobody).fetch(request)).status).toBe(404)
    }
    const said = await ask(nobody, answerPath(parameters))
    expect([said.status, said.headers.get('Location')]).toEqual([303, '/sign-in/answer?said=not-linked'])
  })

  it('starts nothing by being looked at', async () => {
    const answer = await ask(world.nobody, '/sign-in/provider/one')
    expect([answer.status, await world.count('provider_attempt')]).toEqual([404, 0])
  })

  it('has a button where people sign in, and none when the provider is closed', async () => {
    expect(await (await ask(world.nobody, '/sign-in')).text()).toContain('Logg inn via Tjeneste one')
    await world.nobody.db.d1.prepare('UPDATE issuer SET is_open = 0').run()
    expect(await (await ask(world.nobody, '/sign-in')).text()).not.toContain('Tjeneste one')
  })
})

it('an invitation is accepted by a provider from its own page', async () => {
  const token = await world.invite()
  const shown = await (await ask(world.nobody, `/sign-in/${token}`)).text()
  expect(shown).toContain('Ta imot via Tjeneste one')
  const sent = await ask(world.nobody, '/sign-in/provider/one', { purpose: 'accept', invitation: token })
  const address = (sent.headers.get('Refresh') ?? '').replace('0; url=', '')
  const { searchParams } = new URL(one.authorize(address, KARI))
  const answer = await ask(world.nobody, `/sign-in/answer?${searchParams}`)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/?start=yes'])
  expect(await world.count('identity')).toBe(1)
})

describe('the door of answers', () => {
  async function linked(): Promise<void> {
    unwrap(await world.go(await world.signedIn('kari'), KARI, { purpose: 'link' }))
  }

  it('begins a session and leaves the address that was worth something', async () => {
    await linked()
    const answer = await ask(world.nobody, answerPath(await world.journey(world.nobody, KARI)))
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/?start=yes'])
    const cookie = answer.headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/__Host-session=[\w-]{43}; .*HttpOnly; Secure; SameSite=Lax/)
  })

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', '/..//evil.example'])(
    'leads nowhere but home by way of %s',
    async (place) => {
      await linked()
      const parameters = await world.journey(world.nobody, KARI)
      for (const name of ['next', 'redirect_uri', 'return', 'said']) parameters.set(name, place)
      const asked = `asked-for=${encodeURIComponent(place)}`
      const answer = await ask(world.nobody, answerPath(parameters), undefined, asked)
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/?start=yes'])
    },
  )

  it('takes nothing for HEAD', async () => {
    await linked()
    const path = answerPath(await world.journey(world.nobody, KARI))
    const headers = { Cookie: `__Host-browser=${BROWSER}` }
    const looked = await pagesAs(world.nobody).fetch(new Request(ORIGIN + path, { method: 'HEAD', headers }))
    expect([looked.status, looked.headers.get('Set-Cookie')]).toEqual([404, null])
    expect((await ask(world.nobody, path)).status).toBe(303)
  })

  it('says the same of every forged answer, and shows nothing of it', async () => {
    await linked()
    const good = await world.journey(world.nobody, KARI)
    const forged = [...Array(4)].map(() => new URLSearchParams(good))
    forged[0]?.set('state', 'x')
    forged[1]?.delete('state')
    forged[2]?.set('iss', 'https://evil.example')
    forged[3]?.set('code', 'x')
    for (const parameters of forged) {
      const answer = await ask(world.nobody, answerPath(parameters))
      expect([answer.status, answer.headers.get('Location'), answer.headers.get('Set-Cookie')]).toEqual([
        303,
        '/sign-in/answer?said=provider-refused',
        null,
      ])
    }
    const page = await ask(world.nobody, '/sign-in/answer?said=provider-refused')
    expect([page.status, await page.text()]).toEqual([
      403,
      expect.stringContaining('Start innloggingen på nytt.'),
    ])
  })

  it('says in words that a provider is down, and that somebody is not linked', async () => {
    const unknown = await ask(world.nobody, answerPath(await world.journey(world.nobody, KARI)))
    expect(unknown.headers.get('Location')).toBe('/sign-in/answer?said=not-linked')
    one.answers.set('/par', () => new Response('', { status: 500 }))
    const down = await ask(world.nobody, '/sign-in/provider/one', { purpose: 'sign-in' })
    expect([down.status, await down.text()]).toEqual([
      503,
      expect.stringContaining('passnøkkel eller lenke på e-post'),
    ])
    expect((await ask(world.nobody, '/sign-in')).status).toBe(200)
  })
})

describe('the pages of an administrator', () => {
  it('add, change, try out and list a provider', async () => {
    const ctx = await world.signedIn('admin', { strength: 'strong', roles: [ADMINISTRATOR] })
    const form = await (await ask(ctx, '/installation/new-provider?kind=helseid')).text()
    expect(form).toContain('value="https://helseid-sts.nhn.no"')
    const given = {
      kind: 'helseid',
      url: 'https://helseid-sts.nhn.no',
      name: 'HelseID',
      clientId: 'c',
      scope: 'openid',
    }
    const refused = await ask(ctx, '/installation/new-provider', { ...given, url: 'https://127.0.0.1' })
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining('Den begynner med https://'),
    ])
    const saved = await ask(ctx, '/installation/new-provider', { ...given, strongAcr: '4' })
    expect([saved.status, saved.headers.get('Location')]).toEqual([
      303,
      '/installation/providers?done=issuer-saved',
    ])
    const list = await (await ask(ctx, '/installation/providers')).text()
    for (const text of ['HelseID', 'Stengt', 'https://vakt.example/sign-in/answer', '/.well-known/jwks.json'])
      expect(list).toContain(text)
    const tried = await (await ask(ctx, '/installation/providers/one/try', {})).text()
    expect(tried).toContain('Krever forespørselen på forhånd (PAR)')
    expect((await ask(world.nobody, '/installation/providers')).headers.get('Location')).toBe('/sign-in')
  })

  it('show one’s own links, with a button to link and to unlink', async () => {
    const ctx = await world.signedIn('kari')
    expect(await (await ask(ctx, '/me/access')).text()).toContain('Knytt til Tjeneste one')
    const { signedIn } = unwrap(await world.go(ctx, KARI, { purpose: 'link' }))
    const after = await world.by(signedIn?.secret ?? '')
    expect(await (await ask(after, '/me/access')).text()).toContain('Fjern innloggingen via Tjeneste one')
    const gone = await ask(after, '/me/access/providers/one', { act: 'unlink' })
    expect(gone.headers.get('Location')).toBe('/me/access?done=provider-unlinked')
  })
})
