import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { showSessions } from '../usecases/show-sessions.ts'
import { PageHeading } from './heading.tsx'
import { page, textOf } from './page.tsx'
import { paths } from './paths.ts'
import { problemPage } from './problem.tsx'
import { useText } from './text-context.ts'

/** Where somebody who is signed in shows again who they are, by what their account has. */
export function confirmPages(app: Hono<AppEnv>): void {
  app.get(paths.confirmAgain, async (c) => {
    const signedIn = await showSessions(c.var.ctx)
    if (signedIn.kind === 'refused') return problemPage(c, signedIn.refusal)
    return page(c, { title: textOf(c).access.confirm.title }, <ConfirmPage />)
  })
}

function ConfirmPage() {
  const { confirm } = useText().access
  return (
    <div class="narrow-column">
      <PageHeading title={confirm.title} />
      <p class="lead">{confirm.lead}</p>
    </div>
  )
}
