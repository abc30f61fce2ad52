import { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { boardFacts } from './board-facts.ts'
import { builds } from './builds.ts'
import { drafts } from './drafts.ts'
import { feedDoor } from './feed-door.ts'
import { health } from './health.ts'
import { providerKeys } from './provider-keys.ts'
import { wellKnown } from './well-known.ts'

/** The doors for programs: health, what is well known, JSON, calendars. */
export function apiApp(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', health())
    .route('/', wellKnown())
    .route('/', providerKeys())
    .route('/', feedDoor())
    .route('/', builds())
    .route('/', drafts())
    .route('/', boardFacts())
}
