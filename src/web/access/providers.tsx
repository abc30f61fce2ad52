import type { LinkedProvider, OfferedProvider, OwnProviders } from '../../usecases/show-providers.ts'
import { SubmitButton } from '../form.tsx'
import { ButtonLink, Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface ButtonsProps {
  readonly purpose: 'sign-in' | 'confirm' | 'accept'
  readonly providers: readonly OfferedProvider[]
  /** The token of the invitation that is accepted by it. */
  readonly invitation?: string
}

/** A button for each provider; nothing where there is none. */
export function ProviderButtons({ purpose, providers, invitation }: ButtonsProps) {
  const { buttons } = useText().providers
  const words = { 'sign-in': buttons.signIn, confirm: buttons.confirm, accept: buttons.accept }[purpose]
  return (
    <>
      {providers.map(({ id, name }) => (
        <form method="post" action={paths.signInProvider(id)}>
          <input type="hidden" name="purpose" value={purpose} />
          {invitation !== undefined && <input type="hidden" name="invitation" value={invitation} />}
          <SubmitButton variant="secondary">{words(name)}</SubmitButton>
        </form>
      ))}
    </>
  )
}

/** One's own links to providers, and those that could be made; nothing where the installation has no provider. */
export function ProviderSection({ own }: { own: OwnProviders }) {
  const text = useText().providers.own
  const { linked, linkable, barred } = own
  if (linked.length === 0 && linkable.length === 0) return null
  return (
    <section class="stack">
      <Heading id="providers">{text.title}</Heading>
      <p>{text.lead}</p>
      {linked.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <ul class="passkeys">
          {linked.map((provider) => (
            <Linked provider={provider} />
          ))}
        </ul>
      )}
      {linkable.length > 0 && barred === 'needs-strong-sign-in' && <p class="hint">{text.mustBeStrong}</p>}
      {linkable.length > 0 && barred === 'confirm-again' && (
        <>
          <p class="hint">{text.mustConfirm}</p>
          <p>
            <ButtonLink href={paths.confirmAgain} variant="secondary">
              {text.confirm}
            </ButtonLink>
          </p>
        </>
      )}
      {barred === undefined && linkable.map((provider) => <LinkForm provider={provider} />)}
    </section>
  )
}

function Linked({ provider }: { provider: LinkedProvider }) {
  const text = useText().providers.own
  const { id, name, linkedAt, isStrong, isOpen } = provider
  return (
    <li class="ds-card">
      <strong>{name}</strong>
      <p class="hint">
        {text.linkedAt(linkedAt)}
        <br />
        {isOpen ? (isStrong ? text.strong : text.weak) : text.closed}
      </p>
      <form method="post" action={paths.linkProvider(id)}>
        <input type="hidden" name="act" value="unlink" />
        <button class="ds-button" data-variant="tertiary" type="submit" aria-label={text.unlinkOf(name)}>
          {text.unlink}
        </button>
      </form>
    </li>
  )
}

function LinkForm({ provider: { id, name } }: { provider: OfferedProvider }) {
  const text = useText().providers.own
  return (
    <form method="post" action={paths.linkProvider(id)}>
      <input type="hidden" name="act" value="link" />
      <SubmitButton variant="secondary">{text.link(name)}</SubmitButton>
    </form>
  )
}
