import type { Context } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import type { Result } from '../usecases/refusal.ts'
import { toProblem } from './problem.ts'

export const NEVER_KEPT = { 'Cache-Control': 'no-store' }

/** Hands on what was posted, as JSON and no more bytes than it may be, and answers with what came of it. */
export async function takeJson(
  c: Context<AppEnv>,
  most: number,
  take: (text: string) => Promise<Result<object>>,
): Promise<Response> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('Content-Type') ?? ''))
    return c.body(null, 415, NEVER_KEPT)
  const text = await readText(c.req.raw, most)
  if (text === undefined) return c.body(null, 413, NEVER_KEPT)
  const result = await take(text)
  return result.kind === 'refused' ? toProblem(c, result.refusal) : c.json(result.value, 200, NEVER_KEPT)
}

/** The text of a request's body; undefined when it is more than `most` bytes, of which no more is kept. */
async function readText(request: Request, most: number): Promise<string | undefined> {
  if (Number(request.headers.get('Content-Length') ?? 0) > most) return undefined
  const reader = request.body?.getReader()
  const kept: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || value === undefined) return new Blob(kept).text()
    size += value.byteLength
    if (size > most) {
      await reader?.cancel()
      return undefined
    }
    kept.push(value)
  }
}
