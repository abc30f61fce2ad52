import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type NodeApp, openNodeApp, serverFor } from '../../src/node.ts'
import { advanceWork, isFinished, openWork, resultOf } from '../../src/solver/order.ts'
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

describe('the app on Node', { timeout: 60_000 }, () => {
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

  it('sends a browser its order and takes its rota as JSON alone, and no more of it than a rota can be', async () => {
    const lineId: string = district.district.lines[0].id
    const plan = { name: 'Februar', from: '2027-02-01', to: '2027-02-28', line: lineId }
    const draftId = idAtEnd(await submit(paths.newDraft(id), plan))
    const started = await submit(paths.startBuild(id, draftId), { place: 'browser', effort: 'short' })
    const buildPath = new URL(started.headers.get('Location') ?? '', ORIGIN).pathname
    const address = paths.buildJson(id, idAtEnd(started))
    await app.idle()
    const shown = await get(buildPath)
    expect(shown.headers.get('Content-Security-Policy')).toMatch(
      /worker-src 'self'; trusted-types build-worker$/,
    )
    expect(await shown.text()).toContain(`data-build="${address}" data-here=""`)

    const order = await get(`${address}/order`)
    expect(order.headers.get('Content-Type')).toBe('application/json')
    const work = openWork(await order.text(), null)
    while (!isFinished(work)) advanceWork(work, 1000)
    const cells = resultOf(work).cells.flatMap(({ needId, seat, slices: [slice] }) =>
      slice ? [[needId, seat, slice.personId]] : [],
    )
    const result = JSON.stringify({ version: 1, seed: 1, iterations: 10, cells, multipliers: [] })
    const json = { Cookie: cookie, 'Content-Type': 'application/json' }
    const send = async (to: string, body: string, headers: Record<string, string>) =>
      (await post(`${address}/${to}`, body, headers)).status
    expect(await send('result', result, { Cookie: cookie, 'Content-Type': 'text/plain' })).toBe(415)
    expect(await send('result', result, { ...json, Origin: 'https://elsewhere.test' })).toBe(403)
    expect(await send('result', result, { 'Content-Type': 'application/json' })).toBe(401)
    expect(await send('result', ' '.repeat(4_000_001), json)).toBe(413)
    expect(await send('progress', ' '.repeat(1001), json)).toBe(413)
    expect(await send('progress', '{}', json)).toBe(422)
    expect(await send('result', '{}', json)).toBe(422)
    expect(await send('progress', '{"done":1,"open":0,"cost":1}', json)).toBe(200)
    expect(await send('result', result, json)).toBe(200)
    expect(await send('result', result, json)).toBe(404)
    const done = await get(buildPath)
    expect(done.headers.get('Content-Security-Policy')).toMatch(/trusted-types 'none'$/)
    expect(await done.text()).toContain('Vaktlista er bygd')
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
