import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, it, vi } from 'vitest'
import worker, { type Env } from '../../src/index.ts'

const KEY = 'a key of tests that is no secret at all'

/** The status of an answer by the Worker in production, with these keys, and what it logs of it. */
async function answerWith(keys: Partial<Env>, path: string) {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  // The tests' bindings are the Worker's own, and typed by the platform alone.
  const bindings = {
    ...(env as unknown as Env),
    MODE: 'production',
    ORIGIN: 'https://legevaktplan.example.test',
  }
  const given = { ...bindings, ...keys }
  const { status } = await worker.fetch(
    new Request(`https://legevaktplan.example.test${path}`) as Parameters<typeof worker.fetch>[0],
    given,
    createExecutionContext(),
  )
  const lines = logged.mock.calls.map((call) => call.map(String).join(' '))
  logged.mockRestore()
  return { status, lines }
}

describe('the Worker in production', () => {
  it.each([
    ['without keys for calendars', { GROUND_KEYS: KEY }, 'FEED_KEYS is not set'],
    ['with a short key', { FEED_KEYS: `${KEY},short` }, 'key 2 of FEED_KEYS is shorter than 32 characters'],
    ['without keys for grounds', { FEED_KEYS: KEY }, 'GROUND_KEYS is not set'],
    [
      'with a key of one letter',
      { FEED_KEYS: KEY, GROUND_KEYS: 'k'.repeat(64) },
      'key 1 of GROUND_KEYS is easily',
    ],
  ])('answers nothing %s, and says why in its log', async (_name, keys, why) => {
    for (const path of ['/healthz', '/', `/k/${'A'.repeat(64)}/vakter.ics`]) {
      const { status, lines } = await answerWith(keys, path)
      expect([path, status]).toEqual([path, 500])
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain(why)
      expect(lines.join()).not.toContain('AAAA')
    }
  })

  it('answers with good keys', async () => {
    expect(await answerWith({ FEED_KEYS: `${KEY}, ${KEY}2`, GROUND_KEYS: KEY }, '/healthz')).toEqual({
      status: 200,
      lines: [],
    })
    expect(await answerWith({ FEED_KEYS: KEY, GROUND_KEYS: KEY }, `/k/${'A'.repeat(64)}/vakter.ics`)).toEqual(
      { status: 404, lines: [] },
    )
  })
})
