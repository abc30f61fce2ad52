import { type Context, Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { type FeedAnswer, type ServeFeedInput, serveFeed } from '../usecases/serve-feed.ts'
import { fromHttpDate, toHttpDate } from './http-date.ts'
import { logFault } from './log-fault.ts'

/** A calendar program follows no redirect, keeps no cookie and reads no page: everything it needs stands here. */
const HEADERS = {
  'Cache-Control': 'private, max-age=0, must-revalidate',
  'X-Robots-Tag': 'noindex',
} as const

type Address = ServeFeedInput['address']

const FILES: Readonly<Record<Address, string>> = { own: 'vakter.ics', district: 'distrikt.ics' }

/**
 * `GET|HEAD /k/<secret>/vakter.ics`, one's own duties, and `/d/<secret>/distrikt.ics`, those of a district: for calendar programs,
 * by secret alone. Whatever else is asked for below is told nothing about a secret.
 */
export function feedDoor(): Hono<AppEnv> {
  const door = new Hono<AppEnv>()
  for (const [prefix, address] of [['/k', 'own'] as const, ['/d', 'district'] as const]) {
    door.get(`${prefix}/:secret/${FILES[address]}`, (c) => answer(c, address))
    door.all(`${prefix}/*`, refuse)
  }
  return door
}

/** An address that is no calendar's, and whatever is not asked for by GET or HEAD; other programs look for a CalDAV server so. */
function refuse(c: Context<AppEnv>): Response {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.text('', 404, HEADERS)
  return c.text('', 405, { ...HEADERS, Allow: 'GET, HEAD' })
}

async function answer(c: Context<AppEnv>, address: Address): Promise<Response> {
  const input = toInput(c, address)
  try {
    return toResponse(c, await serveFeed(c.get('ctx'), input), address)
  } catch (fault) {
    logFault(c, fault)
    return toFaultAnswer(c, input)
  }
}

function toInput(c: Context<AppEnv>, address: Address): ServeFeedInput {
  const header = (name: string) => c.req.header(name) ?? null
  return {
    secret: c.req.param('secret') ?? '',
    address,
    isHead: c.req.method === 'HEAD',
    ifNoneMatch: header('If-None-Match'),
    ifModifiedSince: fromHttpDate(c.req.header('If-Modified-Since')),
    userAgent: header('User-Agent'),
    accept: header('Accept'),
  }
}

function toResponse(c: Context<AppEnv>, answer: FeedAnswer, address: Address): Response {
  if (answer.kind === 'unknown') return c.text('', 404, HEADERS)
  if (answer.kind === 'gone') return c.text('', 410, HEADERS)
  const validators = { ETag: answer.etag, 'Last-Modified': toHttpDate(answer.modifiedAt) }
  if (answer.kind === 'unchanged') return c.body(null, 304, { ...HEADERS, ...validators })
  return c.body(answer.body, 200, {
    ...HEADERS,
    ...validators,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `inline; filename="${FILES[address]}"`,
  })
}

/**
 * A program that has a copy keeps it, whatever it is told here. Told 500, Thunderbird asks no more until it is started again; so
 * it is told to keep what it has, and asks again in its own time. The page about the link shows how old that copy is.
 */
function toFaultAnswer(c: Context<AppEnv>, { ifNoneMatch, ifModifiedSince }: ServeFeedInput): Response {
  const hasCopy = ifNoneMatch !== null || ifModifiedSince !== null
  return hasCopy ? c.body(null, 304, HEADERS) : c.text('', 500, { ...HEADERS, 'Cache-Control': 'no-store' })
}
