import type { MiddlewareHandler } from 'hono'
import type { Text } from '../text/text.ts'
import type { AppEnv } from '../usecases/context.ts'
import { devPaths } from './dev-paths.ts'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'

/** As in `app.tsx`. */
declare const WITH_DEV_DOORS: boolean | undefined

/** Fields of a form: no page has a tenth of it, and reading very many takes minutes on Node. */
const MOST_FIELDS = 5_000
const AMPERSAND = 0x26

/** Bytes that a form may hold: a district file with its frame, the development set-up, and any other form. */
const MOST_IN_IMPORT = 3_000_000
/** A spreadsheet of 2 MB with its frame, or the text of its sheets. */
const MOST_IN_PASTE = 4_000_000
const MOST_IN_SET_UP = 10_000_000
const MOST_IN_FORM = 200_000
/** A browser hears the answer only when it has sent all; what is still more than this is cut off. */
const MOST_DROPPED = 50_000_000

type BodyFault = keyof Text['door']['refusedBody']

const STATUS = { 'too-large': 413, 'no-form': 415, 'broken-form': 400 } as const satisfies Record<
  BodyFault,
  number
>

/** Before any page reads a posted form: no more is kept than a page can need, and what is no form is refused in plain words. */
export const onlyForms: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method !== 'POST') return next()
  // Not by a name of its own, which the bundler would not look through.
  const isSetUp =
    (typeof WITH_DEV_DOORS === 'undefined' || WITH_DEV_DOORS) &&
    c.req.path === devPaths.setUp &&
    c.var.ctx.mode === 'development'
  const body = await readBody(c.req.raw, mostIn(c.req.path, isSetUp))
  if (body === undefined) return refuse(c, 'too-large')
  if (isSetUp) {
    const { url, headers } = c.req.raw
    c.req.raw = new Request(url, { method: 'POST', headers, body })
    return next()
  }
  const form = await readFormData(body, c.req.header('Content-Type') ?? '')
  if (typeof form === 'string') return refuse(c, form)
  c.req.bodyCache.formData = form
  return next()
}

function mostIn(path: string, isSetUp: boolean): number {
  if (isSetUp) return MOST_IN_SET_UP
  if (/\/paste(\/|$)/.test(path)) return MOST_IN_PASTE
  return path === paths.importDistrict ? MOST_IN_IMPORT : MOST_IN_FORM
}

/** Undefined when there is more than `most`; the rest is then read and dropped. */
async function readBody({ body, headers }: Request, most: number): Promise<ArrayBuffer | undefined> {
  if (Number(headers.get('Content-Length') ?? 0) > MOST_DROPPED) return undefined
  const reader = body?.getReader()
  const kept: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || value === undefined) break
    size += value.byteLength
    if (size > most) kept.length = 0
    else kept.push(value)
    if (size > MOST_DROPPED) {
      await reader?.cancel()
      break
    }
  }
  return size > most ? undefined : new Blob(kept).arrayBuffer()
}

/** A form without fields comes without a body, and some clients then name no type. */
async function readFormData(body: ArrayBuffer, type: string): Promise<FormData | BodyFault> {
  if (body.byteLength === 0) return new FormData()
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(type)) return 'no-form'
  // Of the other type the bytes of a file may be any.
  if (/urlencoded/i.test(type) && fieldsIn(body) > MOST_FIELDS) return 'too-large'
  try {
    return await new Response(body, { headers: { 'Content-Type': type } }).formData()
  } catch {
    return 'broken-form'
  }
}

function fieldsIn(body: ArrayBuffer): number {
  return new Uint8Array(body).reduce((count, byte) => (byte === AMPERSAND ? count + 1 : count), 1)
}

function refuse(c: PageContext, fault: BodyFault): Response | Promise<Response> {
  const { title, sentence } = textOf(c).door.refusedBody[fault]
  return page(
    c,
    { title, status: STATUS[fault] },
    <>
      <PageHeading title={title} />
      <p class="lead">{sentence}</p>
    </>,
  )
}
