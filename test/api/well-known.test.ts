import { describe, expect, it } from 'vitest'
import { fromUtcText } from '../../src/core/time/minute.ts'
import type { Context } from '../../src/usecases/context.ts'
import { emptyInstallation } from '../support/installation.ts'
import { doorsWith } from '../support/served-feeds.ts'

async function ask(path: string, said: Partial<Context> = {}): Promise<Response> {
  const ctx = await emptyInstallation()
  return doorsWith(async () => ({ ...ctx, actor: { kind: 'nobody' }, ...said })).request(path)
}

const security = (securityContact?: string, now = '2027-03-28T01:30Z') =>
  ask('/.well-known/security.txt', { securityContact, now: fromUtcText(now) })

const fieldOf = (text: string, name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1]

describe('whom to tell of a hole', () => {
  it.each([
    ['sikkerhet@example.test', 'mailto:sikkerhet@example.test'],
    ['mailto:sikkerhet@example.test', 'mailto:sikkerhet@example.test'],
    ['https://example.test/sikkerhet', 'https://example.test/sikkerhet'],
  ])('is told as an address that a program can follow: %s', async (told, contact) => {
    const answer = await security(told)
    const text = await answer.text()
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(fieldOf(text, 'Contact')).toBe(contact)
    expect(fieldOf(text, 'Canonical')).toBe('http://localhost:8787/.well-known/security.txt')
    expect(text.endsWith('\n')).toBe(true)
  })

  it.each(['2026-11-22T12:00Z', '2027-03-28T01:30Z', '2028-02-29T23:59Z'])(
    'runs out in less than a year and more than a month, whenever it is read: %s',
    async (now) => {
      const expires = fieldOf(await (await security('a@b.no', now)).text(), 'Expires') ?? ''
      expect(expires).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
      const days = (Date.parse(expires) - fromUtcText(now) * 60_000) / 86_400_000
      expect(days).toBeGreaterThan(30)
      expect(days).toBeLessThan(365)
    },
  )

  it.each([
    undefined,
    '',
    ' ',
    'ring oss',
    'http://example.test',
    'a@b\nExpires: never',
    'javascript:alert(1)',
  ])('is not told where the installation says none that can be used: %s', async (told) => {
    const answer = await security(told)
    expect([answer.status, await answer.text()]).toEqual([404, ''])
  })
})

it('search engines are sent away from everything', async () => {
  const answer = await ask('/robots.txt')
  expect([answer.status, await answer.text()]).toEqual([200, 'User-agent: *\nDisallow: /\n'])
})
