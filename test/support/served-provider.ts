import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type FakePerson, FakeProvider } from './fake-provider.ts'

export interface ServedProvider {
  readonly provider: FakeProvider
  readonly stop: () => Promise<void>
}

/** The fake provider behind a server of its own, with a page to sign in at: one button for each of its people. */
export async function serveProvider(
  people: Readonly<Record<string, () => FakePerson>>,
  clientKeys: () => Promise<readonly JsonWebKey[]>,
): Promise<ServedProvider> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming)
      .then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers))
        outgoing.end(Buffer.from(await response.arrayBuffer()))
      })
      .catch(() => outgoing.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const { port } = server.address() as AddressInfo
  const issuer = `http://localhost:${port}`
  const provider = await FakeProvider.start({ issuer, clientKeys })
  const answer = async (incoming: IncomingMessage): Promise<Response> => {
    const url = new URL(incoming.url ?? '/', issuer)
    if (url.pathname === '/authorize') return signInPage(url)
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    const body = parts.length > 0 ? Buffer.concat(parts) : null
    const headers = new Headers(incoming.headers as Record<string, string>)
    return provider.answer(new Request(url, { method: incoming.method ?? 'GET', headers, body }))
  }
  const signInPage = (url: URL): Response => {
    const name = url.searchParams.get('as')
    const person = name === null ? undefined : people[name]
    if (person) {
      url.searchParams.delete('as')
      return new Response(null, {
        status: 302,
        headers: { Location: provider.authorize(url.href, person()) },
      })
    }
    const links = Object.keys(people).map((own) => {
      url.searchParams.set('as', own)
      return `<a href="${url.href.replaceAll('&', '&amp;')}">${own}</a>`
    })
    const text = `<!doctype html><html lang="nb"><title>Testporten</title><h1>Testporten</h1>${links.join('<br>')}</html>`
    return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
  }
  return { provider, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
