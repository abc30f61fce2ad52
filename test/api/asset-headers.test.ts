import { describe, expect, it } from 'vitest'
import { assetHeaders, frontDoor } from '../../src/api/front-door.ts'
import type { Context } from '../../src/usecases/context.ts'

const door = frontDoor({
  contextFor: () => Promise.reject<Context>(new Error('a built file needs no context')),
  originOf: () => 'http://localhost',
  asset: async ({ req }) => new Response(req.path, { status: req.path.includes('none') ? 404 : 200 }),
  notFoundPage: () => new Response('', { status: 404 }),
  faultPage: () => new Response('', { status: 500 }),
  newRequestId: () => 'request-1',
})

/** What the platform makes of the file: rules by turns, `!` lets go of a header. */
function byPlatform(path: string): Map<string, string> {
  const headers = new Map<string, string>()
  let isMeant = false
  for (const line of assetHeaders().split('\n')) {
    if (line.startsWith('/'))
      isMeant = path.startsWith(line.replace(/\*$/, '')) && (line.endsWith('*') || line === path)
    if (!isMeant || !line.startsWith('  ')) continue
    const [name = '', ...value] = line.trim().split(': ')
    if (name.startsWith('! ')) headers.delete(name.slice(2))
    else headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value.join(': ')}` : value.join(': '))
  }
  return headers
}

describe('a built file', () => {
  it.each(['app.css', 'build-worker.js', 'polish-worker.js', 'build-island.js', 'parts/sync-ABCDEFGH.js'])(
    'has the same headers from the platform as from the code: %s',
    async (name) => {
      const { headers } = await door.request(`/assets/${name}`)
      const told = byPlatform(`/assets/${name}`)
      expect(told.size).toBeGreaterThan(4)
      for (const [header, value] of told) expect([header, headers.get(header)]).toEqual([header, value])
      expect(told.get('Content-Security-Policy')?.includes('wasm-unsafe-eval')).toBe(
        name.startsWith('polish'),
      )
    },
  )

  it('is sent again only when it is another, and no other answer is kept', async () => {
    const first = await door.request('/assets/app.css')
    expect(first.headers.get('Cache-Control')).toBe('no-cache')
    const tag = first.headers.get('ETag') ?? ''
    const again = await door.request('/assets/app.css', { headers: { 'If-None-Match': tag } })
    expect([again.status, again.headers.get('Cache-Control')]).toEqual([304, 'no-cache'])
    const other = await door.request('/assets/app.css', { headers: { 'If-None-Match': '"other"' } })
    expect(other.status).toBe(200)
    expect((await door.request('/assets/none.css')).headers.get('Cache-Control')).toBe('no-store')
  })
})
