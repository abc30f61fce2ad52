import type { Hono } from 'hono'
import type { AppEnv } from '../usecases/context.ts'
import { type Confirmation, showConfirmation } from '../usecases/show-confirmation.ts'
import { showHeldForm } from '../usecases/show-held-form.ts'
import { type OfferedProvider, offerProviders } from '../usecases/show-providers.ts'
import { LostPasskey, PASSKEY_ISLAND, PasskeyButton } from './access/passkeys.tsx'
import { ProviderButtons } from './access/providers.tsx'
import { SubmitButton } from './form.tsx'
import { ButtonLink, PageHeading } from './heading.tsx'
import { heldSecret } from './held-form.ts'
import { type PageContext, page, textOf } from './page.tsx'
import { paths, withQuery } from './paths.ts'
import { problemPage } from './problem.tsx'
import { askedFor, isFile } from './return-address.ts'
import { useText } from './text-context.ts'

/** Where somebody who is signed in shows again who they are, by what their account has. */
export function confirmPages(app: Hono<AppEnv>): void {
  app.get(paths.confirmAgain, async (c) => {
    const shown = await showConfirmation(c.var.ctx)
    if (shown.kind === 'refused') return problemPage(c, shown.refusal)
    const { title } = textOf(c).access.confirm
    const held = await showHeldForm(c.var.ctx, heldSecret(c))
    if (shown.value.isDone)
      return page(c, { title }, <Confirmed next={nextOf(c, shown.value, held.kind === 'done')} />)
    const islands = shown.value.hasPasskey ? [PASSKEY_ISLAND] : []
    const providers = await offerProviders(c.var.ctx, { purpose: 'confirm' })
    return page(
      c,
      { title, islands },
      <Confirm ways={shown.value} providers={providers} isHeld={held.kind === 'done'} />,
    )
  })
}

function nextOf(c: PageContext, { mustGrow }: Confirmation, isHeld: boolean): string {
  if (mustGrow) return withQuery(paths.access, { first: 'yes' })
  return isHeld ? paths.heldForm : (askedFor(c) ?? paths.home)
}

interface ConfirmProps {
  readonly ways: Confirmation
  readonly providers: readonly OfferedProvider[]
  readonly isHeld: boolean
}

function Confirm({ ways, providers, isHeld }: ConfirmProps) {
  const { confirm } = useText().access
  const { hasPasskey, hasMail } = ways
  return (
    <div class="narrow-column">
      <PageHeading title={confirm.title} />
      <p class="lead">{ways.isWeak ? confirm.weakLead : confirm.lead}</p>
      {isHeld && <p>{confirm.heldLead}</p>}
      {hasPasskey && <PasskeyButton purpose="confirm" />}
      <ProviderButtons purpose="confirm" providers={providers} />
      {hasMail && <ByMail />}
      {!hasPasskey && !hasMail && providers.length === 0 && <p>{confirm.none}</p>}
      {hasPasskey && <LostPasskey />}
      <p>
        <a class="ds-link" href={paths.home}>
          {confirm.back}
        </a>
      </p>
    </div>
  )
}

function ByMail() {
  const { confirm } = useText().access
  return (
    <form method="post" action={paths.confirmMail} class="stack">
      <p>{confirm.mailLead}</p>
      <SubmitButton>{confirm.send}</SubmitButton>
    </form>
  )
}

function Confirmed({ next }: { next: string }) {
  const { confirm } = useText().access
  return (
    <div class="narrow-column">
      <PageHeading title={confirm.title} />
      <p class="lead">{confirm.doneLead}</p>
      <p>
        <ButtonLink href={next}>{isFile(next) ? confirm.fetchFile : confirm.goOn}</ButtonLink>
      </p>
    </div>
  )
}
