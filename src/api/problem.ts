import type { Context } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import type { Refusal } from '../usecases/refusal.ts'

/** The one table from refusals to HTTP for the JSON doors (RFC 9457). */
export const STATUS = {
  'not-signed-in': 401,
  'needs-strong-sign-in': 403,
  'confirm-again': 403,
  'too-many': 429,
  busy: 503,
  'not-allowed': 403,
  'not-found': 404,
  invalid: 422,
  'file-refused': 422,
  'invalid-slices': 422,
  'stale-revision': 409,
  'double-booked': 409,
  'cell-changed': 409,
  clashing: 409,
  locked: 409,
  'nothing-to-undo': 409,
  'draft-closed': 409,
  'draft-moved': 409,
  'nothing-to-redo': 409,
  'reload-needed': 409,
  'key-reused': 422,
  'rule-broken': 422,
  'nothing-changed': 409,
  'period-closed': 409,
  'already-closed': 409,
  'not-over': 409,
  'overlaps-closed': 409,
  'nothing-to-close': 409,
  'build-running': 409,
  'cannot-build': 422,
  'link-used': 404,
  'passkey-refused': 403,
  'too-many-passkeys': 409,
  'last-way-in': 409,
  'provider-refused': 403,
  'provider-cancelled': 403,
  'provider-down': 503,
  'not-linked': 403,
  'linked-elsewhere': 409,
  'link-made': 409,
  'not-empty': 409,
  'still-used': 409,
  'erased-person': 409,
  duplicate: 409,
  'invited-elsewhere-first': 409,
  'has-way-in': 409,
  'own-address-only': 409,
  'led-already': 409,
  'last-member': 409,
  'beyond-reach': 409,
  'own-account': 409,
} as const satisfies Record<Refusal['kind'], number>

/** A refusal as problem details: its kind, and what it carries. */
export function toProblem(c: Context<AppEnv>, refusal: Refusal): Response {
  const { kind, ...details } = refusal
  const status = STATUS[kind]
  return c.body(JSON.stringify({ title: kind, kind, status, ...details }), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  })
}
