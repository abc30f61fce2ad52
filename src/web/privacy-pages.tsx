import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { showRetention } from '../usecases/show-retention.ts'
import { page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { PrivacyPage } from './privacy/privacy-page.tsx'
import { RetentionPage } from './privacy/retention-page.tsx'
import { problemPage } from './problem.tsx'

/** What is kept of people: told to everybody, and to the administrator what of it the night forgets. */
export function privacyPages(app: Hono<AppEnv>): void {
  app.get(paths.privacy, (c) =>
    page(
      c,
      { title: textOf(c).privacy.page.title },
      <PrivacyPage isSignedIn={c.var.ctx.actor.kind === 'account'} />,
    ),
  )
  app.get(paths.retention, async (c) => {
    const result = await showRetention(c.var.ctx)
    if (result.kind === 'refused') return problemPage(c, result.refusal)
    const { members, privacy } = textOf(c)
    const { title } = privacy.retention
    const crumbs = [{ label: members.installation.title, href: paths.installation }]
    return page(c, { title, crumbs }, <RetentionPage lines={result.value} />)
  })
}
