import { Hono } from 'hono'
import { beforeAll, describe, expect, it } from 'vitest'
import { outerWall, type RequestClass } from '../../src/api/outer-wall.ts'
import type { AppEnv, Context } from '../../src/usecases/context.ts'
import { problemPage } from '../../src/web/problem.tsx'
import { emptyInstallation } from '../support/installation.ts'

let ctx: Context
beforeAll(async () => {
  ctx = await emptyInstallation()
})

/** Doors behind a wall that lets each key by `most` times, and what was counted. */
function walled(said: Partial<Context>, most = 2) {
  const counted: string[] = []
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    c.set('ctx', { ...ctx, ...said })
    await next()
  })
  const isOver = async (_c: unknown, kind: RequestClass, key: string) => {
    counted.push(`${kind} ${key}`)
    return counted.filter((one) => one === `${kind} ${key}`).length > most
  }
  app.use(
    outerWall({ isOver, tooManyPage: (c) => problemPage(c, { kind: 'too-many', retryAfterMinutes: 1 }) }),
  )
  app.all('*', (c) => c.text('in'))
  return { app, counted }
}

describe('the outer wall', () => {
  it('asks whoever asks too often to wait, in words and for how long', async () => {
    const { app } = walled({})
    const answers = [await app.request('/'), await app.request('/'), await app.request('/')]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
    expect(answers[2]?.headers.get('Retry-After')).toBe('60')
    expect(await answers[2]?.text()).toContain('Vent litt')
  })

  it('counts reading and writing apart, an account wherever it is, and whoever is nobody by their address', async () => {
    const known = walled({ from: '192.0.2.1' })
    await known.app.request('/')
    await known.app.request('/', { method: 'POST' })
    expect(known.counted).toEqual(['read account a', 'write account a'])
    const unknown = walled({ actor: { kind: 'nobody' }, from: '2001:db8:0:1::/64' })
    await unknown.app.request('/sign-in')
    expect(unknown.counted).toEqual(['read from 2001:db8:0:1::/64'])
  })

  it('counts nobody of whom neither is known, no calendar and no monitor', async () => {
    const { app, counted } = walled({ actor: { kind: 'nobody' } }, 0)
    expect((await app.request('/')).status).toBe(200)
    const other = walled({}, 0)
    for (const path of ['/k/x/vakter.ics', '/d/x/distrikt.ics', '/healthz'])
      expect((await other.app.request(path)).status).toBe(200)
    expect([...counted, ...other.counted]).toEqual([])
  })
})
