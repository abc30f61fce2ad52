import type { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import * as z from 'zod'
import { type AppEnv, sessionCookieOf } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { requestSignIn } from '../usecases/request-sign-in.ts'
import { signOut } from '../usecases/sign-out.ts'
import { useSignInLink as useLink } from '../usecases/use-sign-in-link.ts'
import { InputField, parseFields, readForm, SubmitButton } from './form.tsx'
import { PageHeading } from './heading.tsx'
import { chosenHere } from './language-pages.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { takeAskedFor } from './return-address.ts'
import { startSession } from './session-cookie.ts'
import { useText } from './text-context.ts'

const emailForm = z.object({
  email: z
    .string()
    .trim()
    .max(254, 'too-long')
    .regex(/^\S+@\S+\.\S+$/, 'not-an-address'),
})

export function signInPages(app: Hono<AppEnv>): void {
  app.get(paths.signIn, (c) => signInPage(c, '', []))
  app.post(paths.signIn, async (c) => {
    const { values } = await readForm(c)
    const parsed = parseFields(emailForm, values)
    if (parsed.kind === 'invalid') return signInPage(c, values.email ?? '', parsed.problems)
    const result = await requestSignIn(c.var.ctx, parsed.value)
    return result.kind === 'refused' ? problemPage(c, result.refusal) : sentPage(c)
  })
  app.get(paths.signInLink(':token'), (c) => linkPage(c))
  app.post(paths.signInLink(':token'), async (c) => {
    const language = chosenHere(c) ?? null
    const result = await useLink(c.var.ctx, { token: c.req.param('token'), language })
    if (result.kind === 'refused') return usedPage(c, statusOf(result.refusal))
    startSession(c, result.value)
    return c.redirect(takeAskedFor(c) ?? withQuery(paths.home, { start: 'yes' }), 303)
  })
  app.post(paths.signOut, async (c) => {
    await signOut(c.var.ctx, {})
    const cookie = sessionCookieOf(c.var.ctx.origin)
    deleteCookie(c, cookie.name, { path: '/', secure: cookie.isSecure })
    c.header('Clear-Site-Data', '"cache", "storage"')
    return redirectDone(c, paths.signIn, 'signed-out')
  })
}

function signInPage(c: PageContext, email: string, problems: readonly FieldProblem[]) {
  const { title } = textOf(c).pages.signIn
  const status = problems.length > 0 ? 422 : 200
  return page(c, { title, status }, <SignIn email={email} problems={problems} />)
}

function SignIn({ email, problems }: { email: string; problems: readonly FieldProblem[] }) {
  const { signIn } = useText().pages
  return (
    <div class="narrow-column">
      <PageHeading title={signIn.title} />
      <p class="lead">{signIn.lead}</p>
      <form method="post" action={paths.signIn} class="stack" novalidate>
        <InputField
          name="email"
          type="email"
          label={signIn.email}
          value={email}
          problems={problems}
          autocomplete="email"
          isRequired
        />
        <SubmitButton>{signIn.send}</SubmitButton>
      </form>
    </div>
  )
}

function sentPage(c: PageContext) {
  const { signIn } = textOf(c).pages
  return page(
    c,
    { title: signIn.sentTitle },
    <div class="narrow-column">
      <PageHeading title={signIn.sentTitle} />
      <p class="lead">{signIn.sent}</p>
      <p>
        <a class="ds-link" href={paths.signIn}>
          {signIn.again}
        </a>
      </p>
    </div>,
  )
}

/** Mail scanners follow links: only the button uses the link up. */
function linkPage(c: PageContext) {
  const { signIn } = textOf(c).pages
  return page(
    c,
    { title: signIn.linkTitle },
    <div class="narrow-column">
      <PageHeading title={signIn.linkTitle} />
      <p class="lead">{signIn.linkLead}</p>
      <form method="post">
        <SubmitButton>{signIn.use}</SubmitButton>
      </form>
    </div>,
  )
}

function usedPage(c: PageContext, status: ReturnType<typeof statusOf>) {
  const { signIn, refusals } = textOf(c).pages
  return page(
    c,
    { title: signIn.usedTitle, status },
    <div class="narrow-column">
      <PageHeading title={signIn.usedTitle} />
      <p class="lead">{refusals['link-used']}</p>
      <p>
        <a class="ds-button" href={paths.signIn}>
          {signIn.askAgain}
        </a>
      </p>
    </div>,
  )
}
