import type { Hono } from 'hono'
import { answerProvider } from '../usecases/answer-provider.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { Refusal, Result } from '../usecases/refusal.ts'
import { type Sent, startProvider } from '../usecases/start-provider.ts'
import { unlinkProvider } from '../usecases/unlink-provider.ts'
import { afterSignIn } from './after-sign-in.ts'
import { browserSecret, keepBrowserSecret } from './browser-cookie.ts'
import { readForm } from './form.tsx'
import { ButtonLink, PageHeading } from './heading.tsx'
import { chosenHere } from './language-pages.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { notFoundPage, problemPage, refusalSentence, statusOf } from './problem.tsx'

export function providerPages(app: Hono<AppEnv>): void {
  app.post(paths.signInProvider(':issuer'), async (c) => {
    const { values } = await readForm(c)
    const { purpose, invitation } = values
    const asked = { issuerId: c.req.param('issuer'), browserSecret: keepBrowserSecret(c) }
    const result = await startProvider(c.var.ctx, {
      ...asked,
      ...(purpose === 'accept' && invitation !== undefined
        ? { purpose: 'link', invitationToken: invitation }
        : { purpose: purpose === 'confirm' ? 'confirm' : 'sign-in' }),
    })
    return goingPage(c, result)
  })
  app.post(paths.linkProvider(':issuer'), async (c) => {
    const { values } = await readForm(c)
    const issuerId = c.req.param('issuer')
    if (values.act === 'unlink') return unlink(c, issuerId)
    const asked = { issuerId, purpose: 'link', browserSecret: keepBrowserSecret(c) } as const
    return goingPage(c, await startProvider(c.var.ctx, asked))
  })
  app.get(paths.providerAnswer, (c) => {
    const said = FAILURES.find((kind) => kind === c.req.query('said'))
    if (said !== undefined) return failedPage(c, said)
    return c.req.method === 'GET' ? answer(c) : notFoundPage(c)
  })
}

/**
 * The policy lets no form of ours lead to another site, also not by being sent on; so this page is its answer, and the browser goes
 * on from it.
 */
async function goingPage(c: PageContext, result: Result<Sent>): Promise<Response> {
  if (result.kind === 'refused') {
    return result.refusal.kind === 'provider-down'
      ? failedPage(c, 'provider-down')
      : problemPage(c, result.refusal)
  }
  const { address, name } = result.value
  const { going } = textOf(c).providers
  c.header('Refresh', `0; url=${address}`)
  return page(
    c,
    { title: going.title(name) },
    <div class="narrow-column">
      <PageHeading title={going.title(name)} />
      <p class="lead">{going.lead(name)}</p>
      <p>
        <ButtonLink href={address}>{going.go(name)}</ButtonLink>
      </p>
    </div>,
  )
}

async function unlink(c: PageContext, issuerId: string): Promise<Response> {
  const result = await unlinkProvider(c.var.ctx, { issuerId })
  if (result.kind === 'refused') return problemPage(c, result.refusal)
  return redirectDone(c, paths.access, 'provider-unlinked')
}

/** What stands in the address is worth something until it is used: whatever comes of it, the browser goes on to another. */
async function answer(c: PageContext): Promise<Response> {
  if (!isNavigation(c)) return notFoundPage(c)
  const result = await answerProvider(c.var.ctx, {
    parameters: new URL(c.req.url).searchParams,
    browserSecret: browserSecret(c),
    language: chosenHere(c) ?? null,
  })
  if (result.kind === 'refused') {
    const said = FAILURES.find((kind) => kind === result.refusal.kind)
    if (said === undefined) return problemPage(c, result.refusal)
    return c.redirect(withQuery(paths.providerAnswer, { said }), 303)
  }
  const { signedIn } = result.value
  if (signedIn !== null) return afterSignIn(c, signedIn, signedIn)
  return redirectDone(c, paths.access, 'provider-linked')
}

/** Where the browser says so: no picture, frame or script of another page brings an answer. */
function isNavigation({ req }: PageContext): boolean {
  const [mode = 'navigate', dest = 'document'] = [req.header('Sec-Fetch-Mode'), req.header('Sec-Fetch-Dest')]
  return mode === 'navigate' && dest === 'document'
}

/** Sentences of our own, picked by a code in the address. */
const FAILURES = [
  'provider-refused',
  'provider-cancelled',
  'provider-down',
  'not-linked',
  'linked-elsewhere',
  'needs-strong-sign-in',
] as const satisfies readonly Refusal['kind'][]

function failedPage(c: PageContext, kind: (typeof FAILURES)[number]): Response | Promise<Response> {
  const { failed } = textOf(c).providers
  const isSignedIn = c.var.ctx.actor.kind === 'account'
  return page(
    c,
    { title: failed.title, status: statusOf({ kind }) },
    <div class="narrow-column">
      <PageHeading title={failed.title} />
      <p class="lead">{refusalSentence(c, { kind })}</p>
      <p>
        <ButtonLink href={isSignedIn ? paths.access : paths.signIn}>
          {isSignedIn ? failed.access : failed.again}
        </ButtonLink>
      </p>
    </div>,
  )
}
