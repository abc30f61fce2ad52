import type { ServeFeedInput } from '../../src/usecases/serve-feed.ts'

/** What a calendar program asks that has no copy yet. */
export function pollOf(secret: string, said: Partial<ServeFeedInput> = {}): ServeFeedInput {
  return {
    secret,
    address: 'own',
    isHead: false,
    ifNoneMatch: null,
    ifModifiedSince: null,
    userAgent: null,
    accept: null,
    ...said,
  }
}

/** The secret in the address of a link. */
export function secretIn(path: string): string {
  return path.split('/')[2] as string
}
