import type { FieldProblem } from '../../usecases/refusal.ts'
import type { OwnPasskeys, ShownPasskey } from '../../usecases/show-passkeys.ts'
import { InputField } from '../form.tsx'
import { ButtonLink, Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { PasskeyForm } from './passkey-form.tsx'

/** Named by every page that shows a button of a passkey, in its `islands`. */
export const PASSKEY_ISLAND = 'passkey'

interface SectionProps {
  readonly own: OwnPasskeys
  /** Whether the installation has another way of two factors to offer. */
  readonly hasProviders: boolean
  /** Whether somebody was sent here since their role asks for more than they signed in with: then the first is made right here. */
  readonly isFirst?: boolean
}

/** One's own passkeys, and the way to another. */
export function PasskeySection({ own, hasProviders, isFirst = false }: SectionProps) {
  const { section } = useText().passkeys
  const { passkeys } = own
  if (isFirst && own.refusal === null && passkeys.length === 0)
    return <FirstPasskey own={own} hasProviders={hasProviders} />
  return (
    <section>
      <Heading id="passkeys">{section.title}</Heading>
      {own.hasNoWayBack && (
        <div class="ds-alert" data-color="warning" role="alert">
          {section.noWayBack}
        </div>
      )}
      <p>{section.lead}</p>
      {passkeys.length === 0 ? <p>{section.none}</p> : <PasskeyList passkeys={passkeys} />}
      {passkeys.length === 1 && <p class="hint">{section.spare}</p>}
      {own.hasRoom ? (
        <p>
          <ButtonLink href={paths.addPasskey} variant="secondary">
            {section.add}
          </ButtonLink>
        </p>
      ) : (
        <p class="hint">{section.full}</p>
      )}
    </section>
  )
}

function FirstPasskey({ own, hasProviders }: Pick<SectionProps, 'own' | 'hasProviders'>) {
  const { adding } = useText().passkeys
  return (
    <section>
      <Heading id="passkeys">{adding.firstHeading}</Heading>
      <NewPasskey label={own.suggested} problems={[]} response="" hasProviders={hasProviders} />
    </section>
  )
}

function PasskeyList({ passkeys }: { passkeys: readonly ShownPasskey[] }) {
  const { section } = useText().passkeys
  return (
    <ul class="passkeys">
      {passkeys.map(({ credentialId, label, createdAt, lastUsedAt }) => (
        <li class="ds-card">
          <strong>{label}</strong>
          <p class="hint">
            {section.made(section.dateTime(createdAt))}
            <br />
            {lastUsedAt === null ? section.neverUsed : section.used(section.dateTime(lastUsedAt))}
          </p>
          <a class="ds-link" href={paths.changePasskey(credentialId)} aria-label={section.changeOf(label)}>
            {section.change}
          </a>
        </li>
      ))}
    </ul>
  )
}

interface NewProps {
  readonly label: string
  readonly problems: readonly FieldProblem[]
  /** What the browser sent already, for a form whose name was refused: nobody makes a passkey twice for a name. */
  readonly response: string
  /** Whether the installation has another way of two factors to offer. */
  readonly hasProviders: boolean
}

/** The steps of making a passkey, and what to do where the computer does not let one. */
export function NewPasskey({ label, problems, response, hasProviders }: NewProps) {
  const { adding } = useText().passkeys
  return (
    <>
      <ol class="ds-list">
        {adding.steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <PasskeyForm purpose="register" action={paths.addPasskey} response={response} button={adding.make}>
        <InputField
          name="label"
          label={adding.label}
          description={adding.labelHint}
          value={label}
          problems={problems}
          autocomplete="off"
          isRequired
        />
      </PasskeyForm>
      <h3 class="ds-heading" data-size="2xs">
        {adding.phoneHeading}
      </h3>
      <p class="hint">{adding.phone}</p>
      <h3 class="ds-heading" data-size="2xs">
        {adding.cannotHeading}
      </h3>
      <p class="hint">
        {adding.cannot}
        {hasProviders && ` ${adding.cannotProvider}`}
      </p>
    </>
  )
}

/** To sign in by a passkey, or to show again who one is; the page names `PASSKEY_ISLAND`. */
export function PasskeyButton({ purpose }: { purpose: 'sign-in' | 'confirm' }) {
  const { button } = useText().passkeys
  return (
    <div class="passkey-way">
      <PasskeyForm
        purpose={purpose}
        action={paths.signInPasskey}
        response=""
        button={purpose === 'confirm' ? button.confirm : button.signIn}
      />
      <p class="hint">{button.hint}</p>
    </div>
  )
}

/** Who lets somebody in again whose passkey is gone: the same words for everybody, known or not. */
export function LostPasskey() {
  const { lostPasskey } = useText().signIn
  return (
    <details class="more">
      <summary>{lostPasskey.title}</summary>
      {lostPasskey.lines.map((line) => (
        <p>{line}</p>
      ))}
    </details>
  )
}
