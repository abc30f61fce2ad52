import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { type ExampleAccount, showExampleAccounts, signInExample } from '../usecases/sign-in-example.ts'
import { afterSignIn } from './after-sign-in.ts'
import { devPaths } from './dev-paths.ts'
import { readForm, SubmitButton } from './form.tsx'
import { Empty, PageHeading } from './heading.tsx'
import { page, textOf } from './page.tsx'
import { useText } from './text-context.ts'

/** The examples' accounts, each a button away; left out of production as all that `dev-pages.tsx` registers. */
export function devSignIn(app: Hono<AppEnv>): void {
  app.get(devPaths.signIn, async (c, next) => {
    const result = await showExampleAccounts(c.var.ctx)
    if (result.kind === 'refused') return next()
    const { title } = textOf(c).signIn.examples
    return page(c, { title }, <Accounts accounts={result.value} />)
  })
  app.post(devPaths.signIn, async (c, next) => {
    const { values } = await readForm(c)
    const result = await signInExample(c.var.ctx, values.account ?? '')
    return result.kind === 'refused' ? next() : afterSignIn(c, result.value, result.value)
  })
}

function Accounts({ accounts }: { accounts: readonly ExampleAccount[] }) {
  const { examples } = useText().signIn
  return (
    <div class="narrow-column">
      <PageHeading title={examples.title} />
      <p class="lead">{examples.lead}</p>
      {accounts.length === 0 && <Empty>{examples.none}</Empty>}
      {accounts.map((account) => (
        <Account account={account} />
      ))}
      <p>
        <a class="ds-link" href={devPaths.outbox}>
          {examples.mail}
        </a>
      </p>
    </div>
  )
}

function Account({ account: { id, email, memberships } }: { account: ExampleAccount }) {
  const { words, signIn } = useText()
  const roles = [...new Set(memberships.map(({ role }) => words.roles[role]))]
  return (
    <form method="post" class="stack">
      <input type="hidden" name="account" value={id} />
      <SubmitButton variant="secondary">{signIn.examples.signInAs(email ?? '', roles)}</SubmitButton>
    </form>
  )
}
