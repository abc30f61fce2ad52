import type { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import { type AppEnv, sessionCookieOf } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { requestSignIn } from '../usecases/request-sign-in.ts'
import { sendsMail } from '../usecases/sends-mail.ts'
import { type OfferedRole, showLink } from '../usecases/show-link.ts'
import { type OfferedProvider, offerProviders } from '../usecases/show-providers.ts'
import { signOut } from '../usecases/sign-out.ts'
import { useSignInCode as useCode } from '../usecases/use-sign-in-code.ts'
import { useSignInLink as useLink } from '../usecases/use-sign-in-link.ts'
import { LostPasskey, PASSKEY_ISLAND, PasskeyButton } from './access/passkeys.tsx'
import { ProviderButtons } from './access/providers.tsx'
import { afterSignIn } from './after-sign-in.ts'
import { browserSecret, keepBrowserSecret } from './browser-cookie.ts'
import { CodeForm, readCode, ShownCode } from './code-form.tsx'
import { emailForm, InputField, parseFields, readForm, SubmitButton } from './form.tsx'
import { Heading, PageHeading } from './heading.tsx'
import { chosenHere } from './language-pages.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'
import { useText } from './text-context.ts'

/** Registered after every other door below /sign-in: what none of them takes is the token of a link. */
export function signInPages(app: Hono<AppEnv>): void {
  app.get(paths.signIn, (c) => signInPage(c, '', []))
  app.post(paths.signIn, async (c) => {
    const { values } = await readForm(c)
    const parsed = parseFields(emailForm, values)
    if (parsed.kind === 'invalid') return signInPage(c, values.email ?? '', parsed.problems)
    const result = await requestSignIn(c.var.ctx, { ...parsed.value, browserSecret: keepBrowserSecret(c) })
    return result.kind === 'refused' ? problemPage(c, result.refusal) : c.redirect(paths.signInCode, 303)
  })
  app.get(paths.signInCode, (c) => codePage(c))
  app.post(paths.signInCode, async (c) => {
    const code = await readCode(c)
    if (code === undefined) return codePage(c, 'missing')
    const result = await useCode(c.var.ctx, {
      code,
      browserSecret: browserSecret(c),
      language: chosenHere(c) ?? null,
    })
    if (result.kind === 'done') return afterSignIn(c, result.value, result.value)
    return result.refusal.kind === 'link-used' ? codePage(c, 'wrong-code') : problemPage(c, result.refusal)
  })
  app.get(paths.signInLink(':token'), async (c) => {
    const asked = { token: c.req.param('token'), browserSecret: browserSecret(c) }
    const result = await showLink(c.var.ctx, { ...asked, purposes: ['mailed', 'printed'] })
    if (result.kind === 'refused') return usedPage(c, statusOf(result.refusal))
    if (result.value.kind === 'elsewhere') return elsewherePage(c, result.value.code)
    return linkPage(c, asked.token, result.value.invitation)
  })
  app.post(paths.signInLink(':token'), async (c) => {
    const asked = { token: c.req.param('token'), browserSecret: browserSecret(c) }
    const result = await useLink(c.var.ctx, { ...asked, language: chosenHere(c) ?? null })
    if (result.kind === 'done') return afterSignIn(c, result.value, result.value)
    if (result.refusal.kind !== 'link-used') return problemPage(c, result.refusal)
    return usedPage(c, statusOf(result.refusal))
  })
  app.post(paths.signOut, async (c) => {
    await signOut(c.var.ctx, {})
    const cookie = sessionCookieOf(c.var.ctx.origin)
    deleteCookie(c, cookie.name, { path: '/', secure: cookie.isSecure })
    c.header('Clear-Site-Data', '"cache", "storage"')
    return redirectDone(c, paths.signIn, 'signed-out')
  })
}

async function signInPage(c: PageContext, email: string, problems: readonly FieldProblem[]) {
  const providers = await offerProviders(c.var.ctx, { purpose: 'sign-in' })
  const { title } = textOf(c).signIn.page
  const status = problems.length > 0 ? 422 : 200
  return page(
    c,
    { title, status, islands: [PASSKEY_ISLAND] },
    <SignIn
      email={email}
      problems={problems}
      providers={providers}
      isKept={c.req.query('kept') === 'yes'}
      isLost={c.req.query('lost') === 'yes'}
      isMailed={sendsMail(c.var.ctx)}
    />,
  )
}

interface SignInProps {
  readonly email: string
  readonly problems: readonly FieldProblem[]
  readonly providers: readonly OfferedProvider[]
  /** What was sent when the session had run out is given back after signing in. */
  readonly isKept: boolean
  /** What was sent could not be kept: the session it was sent by was ended, or nobody knows it. */
  readonly isLost: boolean
  /** Whether the installation sends mail. */
  readonly isMailed: boolean
}

function SignIn({ email, problems, providers, isKept, isLost, isMailed }: SignInProps) {
  const words = useText().signIn.page
  return (
    <div class="narrow-column">
      <PageHeading title={words.title} />
      {isKept && (
        <div class="ds-alert" data-color="info" role="status">
          {words.kept}
        </div>
      )}
      {isLost && (
        <div class="ds-alert" data-color="warning" role="alert">
          {words.lost}
        </div>
      )}
      <PasskeyButton purpose="sign-in" />
      <ProviderButtons purpose="sign-in" providers={providers} />
      <Heading>{words.byMail}</Heading>
      <p>{isMailed ? words.lead : words.noMail}</p>
      {isMailed && (
        <form method="post" action={paths.signIn} class="stack" novalidate>
          <InputField
            name="email"
            type="email"
            label={words.email}
            value={email}
            problems={problems}
            autocomplete="email"
            isRequired
          />
          <SubmitButton>{words.send}</SubmitButton>
        </form>
      )}
      <LostPasskey />
    </div>
  )
}

/** Waits for the mail: open in the browser that asked while the mail may be opened elsewhere. */
function codePage(c: PageContext, problem?: FieldProblem['code']) {
  const { sent } = textOf(c).signIn
  return page(
    c,
    { title: sent.title, status: problem === undefined ? 200 : 422 },
    <div class="narrow-column">
      <PageHeading title={sent.title} />
      <p class="lead">{sent.lead}</p>
      <p>{sent.here}</p>
      <p>{sent.elsewhere}</p>
      <CodeForm action={paths.signInCode} use={sent.use} problem={problem} />
      <p>
        <a class="ds-link" href={paths.signIn}>
          {sent.again}
        </a>
      </p>
    </div>,
  )
}

/** Mail scanners follow links: only the button uses the link up. An invitation says what it is to. */
async function linkPage(c: PageContext, token: string, offered: OfferedRole | null) {
  const providers = offered === null ? [] : await offerProviders(c.var.ctx, { purpose: 'accept' })
  const { members, signIn, words } = textOf(c)
  const { title, use } = offered === null ? signIn.link : signIn.invited
  const lead =
    offered === null ? signIn.link.lead : signIn.invited.lead(words.roles[offered.role], offered.scopeName)
  return page(
    c,
    { title },
    <div class="narrow-column">
      <PageHeading title={title} />
      <p class="lead">{lead}</p>
      {c.var.ctx.actor.kind === 'account' && <p>{members.invite.whileSignedIn}</p>}
      <form method="post">
        <SubmitButton>{use}</SubmitButton>
      </form>
      <ProviderButtons purpose="accept" providers={providers} invitation={offered === null ? '' : token} />
    </div>,
  )
}

function elsewherePage(c: PageContext, code: string) {
  const { link } = textOf(c).signIn
  return page(
    c,
    { title: link.codeTitle },
    <div class="narrow-column">
      <PageHeading title={link.codeTitle} />
      <p class="lead">{link.codeLead}</p>
      <ShownCode code={code} />
      <p>{link.codeWarning}</p>
      <p>
        <a class="ds-link" href={paths.signIn}>
          {link.codeLost}
        </a>
      </p>
    </div>,
  )
}

function usedPage(c: PageContext, status: ReturnType<typeof statusOf>) {
  const { signIn, pages } = textOf(c)
  return page(
    c,
    { title: signIn.used.title, status },
    <div class="narrow-column">
      <PageHeading title={signIn.used.title} />
      <p class="lead">{pages.refusals['link-used']}</p>
      <p>{signIn.used.invited}</p>
      <p>
        <a class="ds-button" href={paths.signIn}>
          {signIn.used.askAgain}
        </a>
      </p>
    </div>,
  )
}
