import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Language } from '../core/rota/district.ts'
import { toLanguage } from '../text/language.ts'
import { chooseLanguage } from '../usecases/choose-language.ts'
import { type AppEnv, LANGUAGE_COOKIE, sessionCookieOf } from '../usecases/context.ts'
import { readForm } from './form.tsx'
import { toOwnAddress } from './own-address.ts'
import type { PageContext } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'

const SECONDS_PER_YEAR = 365 * 24 * 60 * 60

/** The switch of every page: remembered with the account and in the browser, then back to where it stood. */
export function languagePages(app: Hono<AppEnv>): void {
  app.post(paths.language, async (c) => {
    const { values } = await readForm(c)
    const language = toLanguage(values.language)
    if (language) {
      const result = await chooseLanguage(c.var.ctx, { language })
      if (result.kind === 'refused') return problemPage(c, result.refusal)
      remember(c, language)
    }
    return c.redirect(toOwnAddress(values.next ?? '') ?? paths.home, 303)
  })
}

/** What was chosen in this browser, or undefined. */
export function chosenHere(c: PageContext): Language | undefined {
  return toLanguage(getCookie(c, LANGUAGE_COOKIE))
}

function remember(c: PageContext, language: Language): void {
  setCookie(c, LANGUAGE_COOKIE, language, {
    path: '/',
    httpOnly: true,
    secure: sessionCookieOf(c.var.ctx.origin).isSecure,
    sameSite: 'Lax',
    maxAge: SECONDS_PER_YEAR,
  })
}
