import { apiApp } from '../../../src/api/app.ts'
import { frontDoor } from '../../../src/api/front-door.ts'
import type { Database } from '../../../src/data/database.ts'
import { unzipped } from '../../../src/exchange/sheets/zip.ts'
import { openContext } from '../../../src/usecases/context.ts'
import { webApp } from '../../../src/web/app.tsx'
import { faultPage, notFoundPage } from '../../../src/web/problem.tsx'
import { ORIGIN, type Things, type WallActor, type Walls } from './world.ts'

export interface Route {
  readonly method: string
  readonly path: string
}

/** Every route of pages and programs. */
export const ROUTES: readonly Route[] = [webApp(), apiApp()]
  .flatMap(({ routes }) => routes)
  .filter(({ path }) => path !== '/*')
  .map(({ method, path }) => ({ method, path }))

export interface Answer {
  readonly status: number
  readonly location: string | null
  /** Headers and body, what is packed unpacked. */
  readonly text: string
}

/** The whole product behind its front door, over the walls' database or a changed view of it. */
export function doorsOf(walls: Walls, d1: Database['d1'] = walls.db.d1) {
  return frontDoor({
    contextFor: (_c, session, language) => openContext({ ...walls.around, d1, language }, session),
    originOf: () => ORIGIN,
    asset: async () => new Response('', { status: 404 }),
    notFoundPage,
    faultPage,
    newRequestId: () => 'request-1',
  })
    .route('/', apiApp())
    .route('/', webApp())
}

export type Doors = ReturnType<typeof doorsOf>

/** Asks as somebody; a post comes from the product's own pages, with this form, or this JSON at a door for programs. */
export async function ask(
  doors: Doors,
  { secret }: Pick<WallActor, 'secret'>,
  method: string,
  address: string,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const headers = new Headers({ 'Sec-Fetch-Site': 'same-origin' })
  if (secret !== null) headers.set('Cookie', `session=${encodeURIComponent(secret)}`)
  const isJson = address.startsWith('/api/')
  if (method === 'POST') headers.set('Content-Type', isJson ? 'application/json' : FORM)
  const body =
    method === 'POST'
      ? isJson
        ? JSON.stringify(fields)
        : `${new URLSearchParams(fields as Record<string, string>)}`
      : null
  const answer = await doors.request(`${ORIGIN}${address}`, { method, headers, body })
  return toAnswer(answer)
}

const FORM = 'application/x-www-form-urlencoded'

async function toAnswer(answer: Response): Promise<Answer> {
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).sort()
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const text = [...headers, ...(await textsIn(bytes))].join('\n')
  return { status: answer.status, location: answer.headers.get('Location'), text }
}

async function textsIn(bytes: Uint8Array): Promise<string[]> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? unzippedTexts(bytes) : [new TextDecoder().decode(bytes)]
}

async function unzippedTexts(bytes: Uint8Array): Promise<string[]> {
  const { zipEntries } = await import('../../../src/exchange/sheets/zip.ts')
  const entries = zipEntries(bytes) ?? []
  const parts = await Promise.all(entries.map((entry) => unzipped(bytes, entry, 10_000_000)))
  return parts.map((part) => new TextDecoder().decode(part ?? new Uint8Array()))
}

/** A route's address with these things in it. @throws at a parameter that is not known, so that each new one is thought of. */
export function addressOf({ path }: Route, things: Things): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = things[nameIn(path, name)]
    if (value === undefined)
      throw new Error(`${path} asks for :${name}: say in walls/world.ts what stands there`)
    return encodeURIComponent(value)
  })
}

function nameIn(path: string, name: string): string {
  if (name === 'draftId' && path.includes('/circulated/')) return 'circulatedId'
  if (name === 'invitationId' && path.startsWith('/installation/invitations'))
    return 'invitationId of leaders'
  const of = /^\/(districts|municipalities|installation)\//.exec(path)?.[1]
  if (of !== undefined && (name === 'accountId' || name === 'invitationId'))
    return path.startsWith('/installation/accounts') ? 'loneAccountId' : `${name} in ${of}`
  if (name === 'messageId' && path.startsWith('/undelivered')) return 'looseMessageId'
  return name === 'feedId' && path.startsWith('/districts/') ? 'sharedFeedId' : name
}

/** Drawn anew for each answer: the secret of a cookie. */
const DRAWN = /=[\w-]{43}(?=;)/g

/** An answer without what the request itself carried, in whatever way it is written there. */
export function without(text: string, carried: readonly string[]): string {
  const written = carried.flatMap((value) => [
    value,
    encodeURIComponent(value),
    encodeURIComponent(encodeURIComponent(value)),
  ])
  const longestFirst = [...new Set(written)]
    .filter((value) => value.length > 1)
    .sort((a, b) => b.length - a.length)
  return longestFirst.reduce((left, value) => left.replaceAll(value, '…'), text.replaceAll(DRAWN, '=…'))
}
