import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { endOtherSessions } from '../usecases/end-other-sessions.ts'
import { endSession } from '../usecases/end-session.ts'
import { showConfirmation } from '../usecases/show-confirmation.ts'
import { type OwnPasskeys, showPasskeys } from '../usecases/show-passkeys.ts'
import { type OwnProviders, showProviders } from '../usecases/show-providers.ts'
import { type OwnSession, showSessions } from '../usecases/show-sessions.ts'
import { PASSKEY_ISLAND, PasskeySection } from './access/passkeys.tsx'
import { ProviderSection } from './access/providers.tsx'
import { SessionSection } from './access/sessions.tsx'
import { PageHeading } from './heading.tsx'
import { type PageContext, page, redirectDone, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { useText } from './text-context.ts'

/** One's own ways in, and where one is signed in now. */
export function accessPages(app: Hono<AppEnv>): void {
  app.get(paths.access, async (c) => {
    const [sessions, passkeys, providers] = await Promise.all([
      showSessions(c.var.ctx),
      showPasskeys(c.var.ctx),
      showProviders(c.var.ctx),
    ])
    if (sessions.kind === 'refused') return problemPage(c, sessions.refusal)
    if (passkeys.kind === 'refused') return problemPage(c, passkeys.refusal)
    if (providers.kind === 'refused') return problemPage(c, providers.refusal)
    const isFirst = c.req.query('first') === 'yes'
    // Who has what it takes is to use it, not to make another.
    if (isFirst && (await isWeakHere(c))) return c.redirect(paths.confirmAgain, 303)
    const { access } = textOf(c).access
    const title = isFirst ? access.firstTitle : access.title
    return page(
      c,
      { title, islands: [PASSKEY_ISLAND] },
      <AccessPage
        isFirst={isFirst}
        passkeys={passkeys.value}
        providers={providers.value}
        sessions={sessions.value}
      />,
    )
  })
  app.post(paths.endSession(':session'), async (c) => {
    const result = await endSession(c.var.ctx, c.req.param())
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.access, 'session-ended')
  })
  app.post(paths.endOtherSessions, async (c) => {
    const result = await endOtherSessions(c.var.ctx, {})
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    return redirectDone(c, paths.access, 'sessions-ended')
  })
}

async function isWeakHere(c: PageContext): Promise<boolean> {
  const shown = await showConfirmation(c.var.ctx)
  return shown.kind === 'done' && shown.value.isWeak
}

interface AccessProps {
  /** Whether somebody was sent here since their role asks for more than they signed in with. */
  readonly isFirst: boolean
  readonly passkeys: OwnPasskeys
  readonly providers: OwnProviders
  readonly sessions: readonly OwnSession[]
}

function AccessPage({ isFirst, passkeys, providers, sessions }: AccessProps) {
  const { access: words, ownData } = useText()
  const { access } = words
  return (
    <>
      <PageHeading title={isFirst ? access.firstTitle : access.title} />
      <p class="lead">{isFirst ? access.firstLead : access.lead}</p>
      <PasskeySection own={passkeys} hasProviders={providers.linkable.length > 0} isFirst={isFirst} />
      <ProviderSection own={providers} />
      <SessionSection sessions={sessions} />
      <p>
        <a class="ds-link" href={paths.contact}>
          {ownData.contact.title}
        </a>
      </p>
      <p>
        <a class="ds-link" href={paths.myData}>
          {ownData.page.title}
        </a>
      </p>
    </>
  )
}
