import type { MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type AppEnv, sessionCookieOf } from '../usecases/context.ts'
import { holdForm as hold } from '../usecases/hold-form.ts'
import type { Refusal } from '../usecases/refusal.ts'
import { putBackHeldForm, takeHeldForm } from '../usecases/take-held-form.ts'
import type { PageContext } from './page.tsx'
import { paths } from './paths.ts'

/** The hidden field by which the page that shows a kept form has it sent; its value names the form. */
export const HELD_FIELD = 'held-form'

/** What is sent there is about signing in itself, and of no use later. */
const NEVER_HELD = /^\/(sign-in|sign-out|confirm|language|dev)(\/|$)|^\/me\/access\/passkeys/

/** What opens the form that this browser has kept; undefined when there is none. */
export function heldSecret(c: PageContext): string | undefined {
  return getCookie(c, nameOf(c))
}

/** Keeps what was posted and refused until its sender has shown who they are. Whether it was kept is told by the page after. */
export async function holdForm(c: PageContext, refusal: Refusal): Promise<boolean> {
  const { kind: why } = refusal
  const isAsked = why === 'not-signed-in' || why === 'confirm-again' || why === 'needs-strong-sign-in'
  if (c.req.method !== 'POST' || !isAsked || NEVER_HELD.test(c.req.path)) return false
  const entries = [...(await c.req.formData()).entries()]
  const fields = entries.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  // A file would be given back without its content.
  if (fields.length < entries.length) return false
  const form = { address: addressOf(c), fields, why }
  const held = await hold(c.var.ctx, { form, before: heldSecret(c) })
  if (held.kind === 'refused') return false
  const { secret, minutes } = held.value
  setCookie(c, nameOf(c), secret, { ...attributesOf(c), maxAge: minutes * 60 })
  return true
}

export function forgetHeld(c: PageContext): void {
  deleteCookie(c, nameOf(c), attributesOf(c))
}

/**
 * Before any page reads a posted form: one that was kept takes the place of the form that asks for it, whose sender sees the
 * answer as if it had never been away. It is given once; one that is not there any more leads to where that is told.
 */
export const giveBackHeld: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method !== 'POST' || NEVER_HELD.test(c.req.path)) return next()
  const name = (await c.req.formData()).get(HELD_FIELD)
  if (typeof name !== 'string') return next()
  const { ctx } = c.var
  const taken = await takeHeldForm(ctx, { secret: heldSecret(c), name, address: addressOf(c) })
  if (taken.kind === 'refused') return c.redirect(paths.heldForm, 303)
  const form = new FormData()
  for (const [field, value] of taken.value.form.fields) form.append(field, value)
  c.req.bodyCache.formData = form
  await next()
  if (c.error !== undefined || c.res.status >= 500) await putBackHeldForm(ctx, taken.value)
  else if (!holdsAnew(c)) forgetHeld(c)
}

/** Whether the answer keeps a form again, as one that must be confirmed once more. */
function holdsAnew(c: PageContext): boolean {
  return c.res.headers.getSetCookie().some((cookie) => cookie.startsWith(`${nameOf(c)}=`))
}

function addressOf(c: PageContext): string {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

/** As the session's cookie, see `sessionCookieOf`. */
function nameOf(c: PageContext): string {
  return sessionCookieOf(c.var.ctx.origin).isSecure ? '__Host-held' : 'held'
}

function attributesOf(c: PageContext) {
  const { isSecure } = sessionCookieOf(c.var.ctx.origin)
  return { path: '/', httpOnly: true, secure: isSecure, sameSite: 'Lax' } as const
}
