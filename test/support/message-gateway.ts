import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Taken {
  readonly key: string
  readonly authorization: string
  readonly body: Record<string, unknown>
}

/** How the gateway answers a request: by a status with some words, by no answer at all, or by hanging up, before or after taking it. */
export type Manner =
  | { readonly status: number; readonly says?: string }
  | 'silent'
  | 'hang-up'
  | 'take-and-hang-up'

/** A gateway on this machine that remembers keys, as mail services do: the second time it says 409. */
export interface Gateway {
  readonly url: string
  /** What was accepted, in order. */
  readonly taken: Taken[]
  /** Requests, also refused ones. */
  asked: number
  /** For each request in turn; after these it accepts. */
  readonly manners: Manner[]
  readonly close: () => Promise<void>
}

export async function startGateway(): Promise<Gateway> {
  const taken: Taken[] = []
  const server = createServer((request, response) => void answer(gateway, request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  const gateway: Gateway = { url: `http://127.0.0.1:${port}/send`, taken, asked: 0, manners: [], close }
  return gateway
}

async function answer(gateway: Gateway, request: IncomingMessage, response: ServerResponse): Promise<void> {
  gateway.asked++
  const manner = gateway.manners.shift() ?? { status: 200 }
  let text = ''
  for await (const chunk of request) text += chunk
  if (manner === 'silent') return
  if (manner === 'hang-up') return void request.socket.destroy()
  const isTaking = manner === 'take-and-hang-up' || manner.status < 300
  const key = String(request.headers['idempotency-key'])
  const isKnown = gateway.taken.some((former) => former.key === key)
  if (isTaking && !isKnown)
    gateway.taken.push({
      key,
      authorization: request.headers.authorization ?? '',
      body: JSON.parse(text),
    })
  if (manner === 'take-and-hang-up') return void request.socket.destroy()
  response.writeHead(isTaking && isKnown ? 409 : manner.status)
  response.end(manner.says ?? '{}')
}
