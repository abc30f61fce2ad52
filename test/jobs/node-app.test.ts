import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeApp, openNodeApp, serverFor } from '../../src/node.ts'
import { paths } from '../../src/web/paths.ts'

const ORIGIN = 'http://localhost:8787'
const district = JSON.parse(readFileSync('examples/nordoey.json', 'utf8'))
const { id } = district.district

let app: NodeApp
let cookie: string

beforeAll(async () => {
  app = openNodeApp({
    database: ':memory:',
    migrationsFolder: 'migrations',
    clientFolder: 'src/client',
    origin: ORIGIN,
    mode: 'development',
  })
  const setUp = await post('/dev/setup', JSON.stringify({ districts: [district] }), {
    'Content-Type': 'application/json',
  })
  const { signInPath } = (await setUp.json()) as { signInPath: string }
  cookie = (await post(signInPath, '')).headers.get('Set-Cookie')?.split(';')[0] ?? ''
})

afterAll(() => app.close())

const get = (path: string) => app.fetch(new Request(`${ORIGIN}${path}`, { headers: { Cookie: cookie } }))

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  app.fetch(
    new Request(`${ORIGIN}${path}`, { method: 'POST', headers: { Origin: ORIGIN, ...headers }, body }),
  )

const submit = (path: string, form: Record<string, string>) =>
  post(path, new URLSearchParams(form).toString(), {
    Cookie: cookie,
    'Content-Type': 'application/x-www-form-urlencoded',
  })

describe('the app on Node', () => {
  it('signs in and shows the district', async () => {
    expect(cookie).toMatch(/^session=[\w-]{43}$/)
    const page = await get('/')
    expect([page.status, (await page.text()).includes(district.district.name)]).toEqual([200, true])
  })

  it('builds a draft between requests and tells how it goes', async () => {
    const lineId: string = district.district.lines[0].id
    const opened = await submit(paths.newDraft(id), {
      name: 'Januar',
      from: '2027-01-04',
      to: '2027-01-31',
      line: lineId,
    })
    expect(opened.status).toBe(303)
    const draftId = idAtEnd(opened)
    const started = await submit(paths.startBuild(id, draftId), {})
    expect(started.status).toBe(303)
    const buildId = idAtEnd(started)
    await app.idle()
    const progress = await get(paths.buildJson(id, buildId))
    expect(await progress.json()).toMatchObject({ status: 'done', keptCells: 0, score: { hard: 0 } })
  })

  it('is served over HTTP, with its bodies, cookies and statuses', async () => {
    const server = serverFor(app, ORIGIN)
    await new Promise<void>((resolve) => server.listen(0, resolve))
    const { port } = server.address() as AddressInfo
    const base = `http://localhost:${port}`
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
    const style = await fetch(`${base}/assets/nothing.css`)
    expect(style.status).toBe(404)
    const refused = await fetch(`${base}/sign-in`, { method: 'POST', body: 'email=a%40b.no' })
    expect(refused.status).toBe(403)
    const asked = await fetch(`${base}/sign-in`, {
      method: 'POST',
      headers: { Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'email=a%40b.no',
    })
    expect(asked.status).toBe(200)
    await new Promise((resolve) => server.close(resolve))
  })
})

/** The last part of the address that an answer leads to. */
function idAtEnd(answer: Response): string {
  return new URL(answer.headers.get('Location') ?? '', ORIGIN).pathname.split('/').at(-1) as string
}
