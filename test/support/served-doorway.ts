import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { buildClient } from '../../scripts/build-client.ts'
import { Doorway } from './doorway.ts'

/** A doorway that a real browser meets, on a port of its own. */
export interface ServedDoorway {
  readonly door: Doorway
  readonly stop: () => Promise<void>
}

const MEDIA: Readonly<Record<string, string>> = { '.css': 'text/css', '.js': 'text/javascript' }

export async function serveDoorway(): Promise<ServedDoorway> {
  const folder = mkdtempSync(join(tmpdir(), 'doorway-'))
  await buildClient(folder)
  const server = createServer(async (asked, answer) => {
    const path = asked.url ?? '/'
    const file = join(folder, path)
    if (path.startsWith('/assets/') && existsSync(file)) {
      answer.writeHead(200, { 'Content-Type': MEDIA[extname(file)] ?? 'application/octet-stream' })
      answer.end(readFileSync(file))
      return
    }
    const response = await door.fetch(await toRequest(asked, door.origin))
    const cookies = response.headers.getSetCookie()
    const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== 'set-cookie'))
    answer.writeHead(response.status, {
      ...headers,
      ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
    })
    answer.end(Buffer.from(await response.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('no free port')
  const door = await Doorway.make(`http://localhost:${place.port}`)
  // The pages of a real browser are about days near its own clock.
  door.now = Math.floor(Date.now() / 60_000)
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    rmSync(folder, { recursive: true, force: true })
  }
  return { door, stop }
}

async function toRequest(asked: IncomingMessage, origin: string): Promise<Request> {
  const chunks: Uint8Array[] = []
  for await (const chunk of asked) chunks.push(chunk)
  const { method = 'GET', url = '/' } = asked
  const headers = new Headers()
  for (const [name, value] of Object.entries(asked.headers))
    if (typeof value === 'string') headers.set(name, value)
  const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}
  return new Request(`${origin}${url}`, { method, headers, ...body })
}
