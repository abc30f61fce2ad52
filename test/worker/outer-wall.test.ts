import { env, exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

/** As in wrangler.toml, a minute; which may begin anew while this runs. */
const MOST_WRITES = 300

describe('the limit of the platform', () => {
  it('counts by key', async () => {
    const { READS, WRITES } = env as unknown as { READS: RateLimit; WRITES: RateLimit }
    expect(await READS.limit({ key: 'somebody' })).toEqual({ success: true })
    expect(await WRITES.limit({ key: 'somebody' })).toEqual({ success: true })
  })

  it('asks an address to wait that sends more than people do, and no calendar', async () => {
    const headers = { 'cf-connecting-ip': '192.0.2.77', Origin: 'http://localhost' }
    const { WRITES } = env as unknown as { WRITES: RateLimit }
    for (let sent = 0; sent < 2 * MOST_WRITES; sent++) await WRITES.limit({ key: 'from 192.0.2.77' })
    const answer = await exports.default.fetch(
      new Request('http://localhost/sign-out', { method: 'POST', headers }),
    )
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '60'])
    const feed = await exports.default.fetch(new Request('http://localhost/k/none/vakter.ics', { headers }))
    expect(feed.status).toBe(404)
  })
})
