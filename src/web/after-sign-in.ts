import { type Arrival, mustGrowStronger, type StartedSession } from '../usecases/begin-session.ts'
import { hasHeldForm } from '../usecases/show-held-form.ts'
import { hasNoWayBack } from '../usecases/show-passkeys.ts'
import { heldSecret } from './held-form.ts'
import type { PageContext } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { askedFor, isFile, takeAskedFor } from './return-address.ts'
import { startSession } from './session-cookie.ts'

/**
 * Where every way of showing who one is ends, also of showing it again: the browser gets its session, and goes to what was sent
 * before and is kept, to making signing in secure where a role asks for it or there is no way back in, to the page that was asked
 * for, or home; `otherwise` where home is not where they were.
 */
export async function afterSignIn(
  c: PageContext,
  started: StartedSession,
  arrival: Arrival,
  otherwise = withQuery(paths.home, { start: 'yes' }),
): Promise<Response> {
  startSession(c, started)
  return c.redirect((await nextAddress(c, started, arrival)) ?? otherwise, 303)
}

async function nextAddress(
  c: PageContext,
  started: StartedSession,
  arrival: Arrival,
): Promise<string | undefined> {
  if (await hasHeldForm(c.var.ctx, heldSecret(c), started.accountId)) return paths.heldForm
  if (mustGrowStronger(arrival)) return withQuery(paths.access, { first: 'yes' })
  if (arrival.strength === 'single' && (await hasNoWayBack(c.var.ctx, started.accountId))) return paths.access
  const asked = askedFor(c)
  if (asked !== undefined && isFile(asked)) return paths.confirmAgain
  return takeAskedFor(c)
}
