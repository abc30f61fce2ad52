import { isAskable } from './provider-address.ts'

/** As the platform's own; an input, since providers are other people's machines. */
export type Fetch = (address: string, asked?: Question) => Promise<Response>

/** What a provider is asked with. */
export interface Question {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: BodyInit | null | undefined
  readonly redirect?: 'manual'
  readonly signal?: AbortSignal | undefined
}

/** A provider did not answer as one that works does. */
export class ProviderDown extends Error {
  override readonly name = 'ProviderDown'
}

const MILLISECONDS_TO_ANSWER = 3000
/** Metadata and keys of the four known providers are a tenth of it. */
const MOST_BYTES = 100_000

/**
 * Asks as `ask` does, but only where one may, for three seconds at most, for no more than 100 kB, and never where an answer leads on
 * to. A whole answer or none: what comes back is read to its end.
 * @throws ProviderDown
 */
export function boundedFetch(
  ask: Fetch,
  mode: 'development' | 'production',
  limit = MILLISECONDS_TO_ANSWER,
): Fetch {
  return async (address, asked) => {
    if (!isAskable(address, mode)) throw new ProviderDown('the address may not be asked')
    const signal = AbortSignal.timeout(limit)
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new ProviderDown(`no whole answer in ${limit} ms`)))
    })
    late.catch(() => {})
    return Promise.race([late, wholeAnswer(ask, address, { ...asked, redirect: 'manual', signal })])
  }
}

async function wholeAnswer(ask: Fetch, address: string, asked: Question): Promise<Response> {
  let answer: Response
  try {
    answer = await ask(address, asked)
  } catch (cause) {
    throw new ProviderDown('no answer', { cause })
  }
  const { status, headers } = answer
  // Status 0 is how browsers and Node tell of a redirect that was not followed.
  if (status >= 500 || status < 200 || (status >= 300 && status < 400)) {
    await answer.body?.cancel().catch(() => {})
    throw new ProviderDown(`status ${status}`)
  }
  const body = await boundedBody(answer)
  return new Response(body, { status, headers: kept(headers) })
}

async function boundedBody({ body }: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return null
  const reader = body.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new ProviderDown('the answer broke off', { cause })
    })
    if (done) break
    length += value.length
    if (length > MOST_BYTES) {
      reader.cancel().catch(() => {})
      throw new ProviderDown(`more than ${MOST_BYTES} bytes`)
    }
    parts.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Those that are read: the length is of a body that may have been packed. */
const HEADERS = ['content-type', 'www-authenticate', 'dpop-nonce']

function kept(headers: Headers): Headers {
  const own = HEADERS.flatMap((name) => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value] as [string, string]]
  })
  return new Headers(own)
}
