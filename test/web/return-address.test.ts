import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeApp, openNodeApp } from '../../src/node.ts'
import { paths } from '../../src/web/paths.ts'

const ORIGIN = 'http://localhost:8787'
const example = JSON.parse(readFileSync('examples/nordoey.json', 'utf8'))
const circulated = `${paths.circulatedDraft(example.district.id, 'k')}?from=2027-01-04&view=lines`

let app: NodeApp

beforeAll(() => {
  app = openNodeApp({
    database: ':memory:',
    migrationsFolder: 'migrations',
    clientFolder: 'src/client',
    origin: ORIGIN,
    mode: 'development',
  })
})

afterAll(() => app.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  app.fetch(new Request(`${ORIGIN}${path}`, { headers }))

const post = (path: string, body = '', headers: Record<string, string> = {}) =>
  app.fetch(
    new Request(`${ORIGIN}${path}`, { method: 'POST', headers: { Origin: ORIGIN, ...headers }, body }),
  )

async function signInWith(cookie: string): Promise<Response> {
  const body = JSON.stringify({ districts: [example] })
  const setUp = await post('/dev/setup', body, { 'Content-Type': 'application/json' })
  const { signInPath } = (await setUp.json()) as { signInPath: string }
  return post(signInPath, '', { Cookie: cookie })
}

/** What a browser keeps of the cookies it was given, without what is said about them. */
const kept = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')

describe('somebody who opens a page before signing in', () => {
  it('comes to that page once signed in, and not a second time', async () => {
    const sentAway = await get(circulated)
    expect([sentAway.status, sentAway.headers.get('Location')]).toEqual([303, paths.signIn])
    expect(sentAway.headers.get('Set-Cookie')).toMatch(/Max-Age=1800; Path=\/; HttpOnly; SameSite=Lax$/)
    const signedIn = await signInWith(kept(sentAway))
    expect([signedIn.status, signedIn.headers.get('Location')]).toEqual([303, circulated])
    expect(signedIn.headers.getSetCookie()).toContainEqual(expect.stringMatching(/^asked-for=; Max-Age=0/))
  })

  it('comes home when it was the home page, a form, or what a page’s script asked for', async () => {
    const nothing = [
      await get(paths.home),
      await post(circulated),
      await get(circulated, { 'Sec-Fetch-Dest': 'empty' }),
    ]
    expect(nothing.map(kept)).toEqual(['', '', ''])
    expect((await signInWith('')).headers.get('Location')).toBe(`${paths.home}?start=yes`)
  })

  it('is never sent to another site, whatever the browser has been made to keep', async () => {
    for (const address of [
      'https://other.example/',
      '//other.example/',
      '/\\other.example',
      '/x/..//other.example',
    ])
      expect((await signInWith(`asked-for=${encodeURIComponent(address)}`)).headers.get('Location')).toBe(
        `${paths.home}?start=yes`,
      )
  })
})
