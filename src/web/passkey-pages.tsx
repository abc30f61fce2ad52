import type { Hono } from 'hono'
import { addPasskey } from '../usecases/add-passkey.ts'
import { askPasskey } from '../usecases/ask-passkey.ts'
import { mustGrowStronger } from '../usecases/begin-session.ts'
import type { AppEnv } from '../usecases/context.ts'
import type { FieldProblem, Refusal } from '../usecases/refusal.ts'
import { removePasskey } from '../usecases/remove-passkey.ts'
import { renamePasskey } from '../usecases/rename-passkey.ts'
import { showPasskeys } from '../usecases/show-passkeys.ts'
import { offerProviders } from '../usecases/show-providers.ts'
import { usePasskey as takePasskey } from '../usecases/use-passkey.ts'
import { ChangePasskey } from './access/change-passkey.tsx'
import { NewPasskey, PASSKEY_ISLAND } from './access/passkeys.tsx'
import { afterSignIn } from './after-sign-in.ts'
import { browserSecret, keepBrowserSecret } from './browser-cookie.ts'
import { readForm } from './form.tsx'
import { ButtonLink, PageHeading } from './heading.tsx'
import { chosenHere } from './language-pages.ts'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage, refusalSentence, statusOf } from './problem.tsx'
import { rememberAskedFor } from './return-address.ts'

export function passkeyPages(app: Hono<AppEnv>): void {
  app.post(paths.passkeyOptions, options)
  app.post(paths.signInPasskey, signIn)
  app.get(paths.addPasskey, newPasskey)
  app.post(paths.addPasskey, add)
  app.get(paths.changePasskey(':credential'), (c) => changePage(c, c.req.param('credential')))
  app.post(paths.changePasskey(':credential'), async (c) => {
    const { values } = await readForm(c)
    const label = values.label ?? ''
    const result = await renamePasskey(c.var.ctx, { credentialId: c.req.param('credential'), label })
    if (result.kind === 'done') return redirectDone(c, paths.access, 'passkey-renamed')
    if (result.refusal.kind !== 'invalid') return problemPage(c, result.refusal)
    return changePage(c, c.req.param('credential'), { label, refusal: result.refusal })
  })
  app.post(paths.removePasskey(':credential'), async (c) => {
    const credentialId = c.req.param('credential')
    const result = await removePasskey(c.var.ctx, { credentialId })
    if (result.kind === 'done') return redirectDone(c, paths.access, 'passkey-removed')
    if (result.refusal.kind !== 'last-way-in') return problemPage(c, result.refusal)
    return changePage(c, credentialId, { refusal: result.refusal })
  })
}

const PURPOSES = ['sign-in', 'confirm', 'register'] as const

/** Asked by the script alone, as a form, so that it passes the same doors as every other. */
async function options(c: PageContext): Promise<Response> {
  const { values } = await readForm(c)
  const purpose = PURPOSES.find((known) => known === values.purpose)
  c.header('Cache-Control', 'no-store')
  if (purpose === undefined) return c.json({ kind: 'invalid' }, 422)
  const secret = keepBrowserSecret(c)
  const result = await askPasskey(c.var.ctx, { purpose, browserSecret: secret })
  if (result.kind === 'done') return c.json(result.value)
  return c.json({ kind: result.refusal.kind }, statusOf(result.refusal))
}

async function signIn(c: PageContext): Promise<Response> {
  const { values } = await readForm(c)
  const purpose = values.purpose === 'confirm' ? 'confirm' : 'sign-in'
  const result = await takePasskey(c.var.ctx, {
    purpose,
    response: values.response ?? '',
    browserSecret: browserSecret(c),
    language: chosenHere(c) ?? null,
  })
  if (result.kind === 'refused') return refusedPage(c, result.refusal, purpose)
  const { started, memberships } = result.value
  return afterSignIn(c, started, { strength: 'strong', memberships })
}

async function refusedPage(
  c: PageContext,
  refusal: Refusal,
  purpose: 'sign-in' | 'confirm',
): Promise<Response> {
  if (refusal.kind !== 'passkey-refused') return problemPage(c, refusal)
  const { refusedTitle, tryAgain } = textOf(c).passkeys
  return page(
    c,
    { title: refusedTitle, status: statusOf(refusal) },
    <div class="narrow-column">
      <PageHeading title={refusedTitle} />
      <p class="lead">{refusalSentence(c, refusal)}</p>
      <p>
        <ButtonLink href={purpose === 'confirm' ? paths.confirmAgain : paths.signIn}>{tryAgain}</ButtonLink>
      </p>
    </div>,
  )
}

async function newPasskey(c: PageContext): Promise<Response> {
  const shown = await showPasskeys(c.var.ctx)
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  if (shown.value.refusal !== null) {
    rememberAskedFor(c)
    return c.redirect(paths.confirmAgain, 303)
  }
  return newPage(c, { label: shown.value.suggested })
}

async function add(c: PageContext): Promise<Response> {
  const { values } = await readForm(c)
  const { label = '', response = '' } = values
  const { ctx } = c.var
  const result = await addPasskey(ctx, { label, response, browserSecret: browserSecret(c) })
  if (result.kind === 'done') {
    const { started, memberships } = result.value
    const arrival = { strength: 'strong', memberships } as const
    // Whoever was sent here to come in goes on home; others see what they have made.
    const wasSent = ctx.actor.kind === 'account' && mustGrowStronger(ctx.actor)
    const shown = wasSent ? undefined : withQuery(paths.access, { done: 'passkey-added' })
    if (started) return afterSignIn(c, started, arrival, shown)
    return redirectDone(c, paths.access, 'passkey-added')
  }
  const { refusal } = result
  if (refusal.kind === 'invalid') return newPage(c, { label, response, refusal })
  const isShownHere = refusal.kind === 'passkey-refused' || refusal.kind === 'too-many-passkeys'
  return isShownHere ? newPage(c, { label, refusal }) : problemPage(c, refusal)
}

interface Given {
  readonly label?: string
  readonly response?: string
  readonly refusal?: Refusal
}

async function newPage(c: PageContext, { label = '', response = '', refusal }: Given): Promise<Response> {
  const providers = await offerProviders(c.var.ctx, { purpose: 'sign-in' })
  const text = textOf(c)
  const { adding } = text.passkeys
  const crumbs = [{ label: text.access.access.title, href: paths.access }]
  const status = refusal ? statusOf(refusal) : 200
  return page(
    c,
    { title: adding.title, crumbs, status, islands: [PASSKEY_ISLAND] },
    <div class="narrow-column">
      <PageHeading title={adding.title} />
      <Refused c={c} refusal={refusal} />
      <p class="lead">{adding.lead}</p>
      <NewPasskey
        label={label}
        problems={problemsOf(refusal)}
        response={response}
        hasProviders={providers.length > 0}
      />
    </div>,
  )
}

async function changePage(c: PageContext, credentialId: string, given: Given = {}): Promise<Response> {
  const shown = await showPasskeys(c.var.ctx)
  if (shown.kind === 'refused') return problemPage(c, shown.refusal)
  const passkey = shown.value.passkeys.find((own) => own.credentialId === credentialId)
  if (!passkey) return problemPage(c, { kind: 'not-found' })
  const text = textOf(c)
  const title = text.passkeys.changing.title(passkey.label)
  const { refusal, label = passkey.label } = given
  const crumbs = [{ label: text.access.access.title, href: paths.access }]
  return page(
    c,
    { title, crumbs, status: refusal ? statusOf(refusal) : 200 },
    <div class="narrow-column">
      <PageHeading title={title} />
      <Refused c={c} refusal={refusal} />
      <ChangePasskey credentialId={credentialId} label={label} problems={problemsOf(refusal)} />
    </div>,
  )
}

/** What stood in the way, where no field can show it. */
function Refused({ c, refusal }: { c: PageContext; refusal: Refusal | undefined }) {
  if (!refusal || refusal.kind === 'invalid') return null
  return (
    <div class="ds-alert" data-color="danger" role="alert">
      {refusalSentence(c, refusal)}
    </div>
  )
}

function problemsOf(refusal: Refusal | undefined): readonly FieldProblem[] {
  return refusal?.kind === 'invalid' ? refusal.problems : []
}
