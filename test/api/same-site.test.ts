import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { doorsWith } from '../support/served-feeds.ts'

/** Posts as a browser that tells only where the page stands; behind the guard stands no such door. */
async function statusOf(address: string, origin: string): Promise<number> {
  const doors = doorsWith(async () => ({}) as Context)
  return (await doors.request(address, { method: 'POST', headers: { Origin: origin } })).status
}

describe('the guard against other sites', () => {
  it.each([
    ['http://evil.example/sign-in', 'http://evil.example', 403],
    ['http://localhost:8787/sign-in', 'http://evil.example', 403],
    ['http://behind-a-proxy:3000/sign-in', 'http://localhost:8787', 404],
  ])('holds a post to %s from %s against the installation’s own origin', async (address, origin, status) => {
    expect(await statusOf(address, origin)).toBe(status)
  })
})
