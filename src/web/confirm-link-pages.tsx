import type { Hono } from 'hono'
import { type ConfirmByLinkInput, confirmByLink } from '../usecases/confirm-by-link.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { requestConfirmation } from '../usecases/request-confirmation.ts'
import { showLink } from '../usecases/show-link.ts'
import { afterSignIn } from './after-sign-in.ts'
import { browserSecret, keepBrowserSecret } from './browser-cookie.ts'
import { CodeForm, readCode, ShownCode } from './code-form.tsx'
import { SubmitButton } from './form.tsx'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage, statusOf } from './problem.tsx'

/** Showing again who one is by a mailed link or its code; the page before these is in `confirm-pages.tsx`. */
export function confirmLinkPages(app: Hono<AppEnv>): void {
  app.post(paths.confirmMail, async (c) => {
    const result = await requestConfirmation(c.var.ctx, keepBrowserSecret(c))
    return result.kind === 'refused' ? problemPage(c, result.refusal) : c.redirect(paths.confirmCode, 303)
  })
  app.get(paths.confirmCode, (c) => codePage(c))
  app.post(paths.confirmCode, async (c) => {
    const code = await readCode(c)
    if (code === undefined) return codePage(c, 'missing')
    return confirmed(c, { kind: 'code', text: code }, () => codePage(c, 'wrong-code'))
  })
  app.get(paths.confirmLink(':token'), async (c) => {
    const asked = { token: c.req.param('token'), browserSecret: browserSecret(c) }
    const result = await showLink(c.var.ctx, { ...asked, purposes: ['confirm'] })
    if (result.kind === 'refused') return usedPage(c)
    return result.value.kind === 'here' ? linkPage(c) : elsewherePage(c, result.value.code)
  })
  app.post(paths.confirmLink(':token'), (c) =>
    confirmed(c, { kind: 'token', text: c.req.param('token') }, () => usedPage(c)),
  )
}

async function confirmed(
  c: PageContext,
  secret: ConfirmByLinkInput['secret'],
  notTaken: () => Response | Promise<Response>,
): Promise<Response> {
  const result = await confirmByLink(c.var.ctx, { secret, browserSecret: browserSecret(c) })
  if (result.kind === 'done') return afterSignIn(c, result.value, result.value)
  return result.refusal.kind === 'link-used' ? notTaken() : problemPage(c, result.refusal)
}

function codePage(c: PageContext, problem?: FieldProblem['code']) {
  const { confirm, sent } = textOf(c).signIn
  return page(
    c,
    { title: confirm.sentTitle, status: problem === undefined ? 200 : 422 },
    <div class="narrow-column">
      <PageHeading title={confirm.sentTitle} />
      <p class="lead">{confirm.sentLead}</p>
      <p>{confirm.here}</p>
      <p>{sent.elsewhere}</p>
      <CodeForm action={paths.confirmCode} use={confirm.use} problem={problem} />
      <p>
        <a class="ds-link" href={paths.confirmAgain}>
          {sent.again}
        </a>
      </p>
    </div>,
  )
}

/** Also here only the button uses the link up. */
function linkPage(c: PageContext) {
  const { confirm } = textOf(c).signIn
  return page(
    c,
    { title: confirm.title },
    <div class="narrow-column">
      <PageHeading title={confirm.title} />
      <p class="lead">{confirm.lead}</p>
      <form method="post">
        <SubmitButton>{confirm.use}</SubmitButton>
      </form>
    </div>,
  )
}

function elsewherePage(c: PageContext, code: string) {
  const { confirm, link } = textOf(c).signIn
  return page(
    c,
    { title: link.codeTitle },
    <div class="narrow-column">
      <PageHeading title={link.codeTitle} />
      <p class="lead">{confirm.codeLead}</p>
      <ShownCode code={code} />
      <p>{confirm.codeWarning}</p>
    </div>,
  )
}

function usedPage(c: PageContext) {
  const { signIn, pages } = textOf(c)
  return page(
    c,
    { title: signIn.used.title, status: statusOf({ kind: 'link-used' }) },
    <div class="narrow-column">
      <PageHeading title={signIn.used.title} />
      <p class="lead">{pages.refusals['link-used']}</p>
      <p>
        <a class="ds-button" href={paths.confirmAgain}>
          {signIn.confirm.askAgain}
        </a>
      </p>
    </div>,
  )
}
