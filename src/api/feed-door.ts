import { type Context, Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { type FeedAnswer, serveFeed } from '../usecases/serve-feed.ts'

/** A calendar client follows no redirect, keeps no cookie and reads no page: everything it needs stands here. */
const HEADERS = {
  'Cache-Control': 'private, max-age=0, must-revalidate',
  'X-Robots-Tag': 'noindex',
} as const

/** `GET|HEAD /k/<secret>/vakter.ics`: one person's duties for a calendar program, by secret alone. */
export function feedDoor(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/k/:secret/vakter.ics', async (c) => {
    const answer = await serveFeed(c.get('ctx'), {
      secret: c.req.param('secret'),
      ifNoneMatch: c.req.header('If-None-Match') ?? null,
      ifModifiedSince: toMinute(c.req.header('If-Modified-Since')),
      userAgent: c.req.header('User-Agent') ?? null,
    })
    return toResponse(c, answer)
  })
}

function toResponse(c: Context<AppEnv>, answer: FeedAnswer): Response {
  if (answer.kind === 'unknown') return c.text('', 404, HEADERS)
  if (answer.kind === 'gone') return c.text('', 410, HEADERS)
  const validators = {
    ETag: answer.etag,
    'Last-Modified': new Date(answer.modifiedAt * 60_000).toUTCString(),
  }
  if (answer.kind === 'unchanged') return c.body(null, 304, { ...HEADERS, ...validators })
  return c.body(answer.body, 200, {
    ...HEADERS,
    ...validators,
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': 'inline; filename="vakter.ics"',
  })
}

function toMinute(httpDate: string | undefined): number | null {
  const instant = httpDate === undefined ? Number.NaN : Date.parse(httpDate)
  return Number.isNaN(instant) ? null : Math.floor(instant / 60_000)
}
