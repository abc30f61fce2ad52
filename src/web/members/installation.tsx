import type { FoundAccount } from '../../usecases/find-account.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { InstallationValue } from '../../usecases/show-installation.ts'
import { InputField, Problems, SubmitButton } from '../form.tsx'
import { ButtonLink, Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { AddressFields, type InviteForm } from './invitations.tsx'

/** What was sent of a form that invites the first who leads something. */
export interface LeaderForm extends InviteForm {
  readonly kind: string
  readonly id: string
}

interface LedProps {
  readonly kind: 'district' | 'municipality'
  readonly led: InstallationValue['districts'][number]
  readonly form: LeaderForm | null
  readonly empty: InviteForm
  readonly invitations: InstallationValue['invitations']
}

/** A district or municipality and how many lead it; where nobody does, a form to invite the first. */
function LedCard(props: LedProps) {
  const { kind, led, invitations } = props
  const { installation } = useText().members
  const none = kind === 'district' ? installation.noCoordinator : installation.noDecider
  const some = kind === 'district' ? installation.coordinators : installation.deciders
  return (
    <li class="ds-card member" id={`${kind}-${led.id}`}>
      <h3 class="ds-heading" data-size="2xs">
        {led.name}
      </h3>
      <p class="hint">
        {led.leaders === 0 ? none : some(led.leaders)}
        {led.invited > 0 && `; ${installation.invited}`}
      </p>
      {invitations
        .filter((own) => own.kind === kind && own.scopeId === led.id)
        .map((invitation) => (
          <Offered invitation={invitation} />
        ))}
      {led.leaders === 0 && <InviteFirst {...props} />}
    </li>
  )
}

/** Who is to lead it and has not accepted, with a way to take it back. */
function Offered({ invitation }: { invitation: InstallationValue['invitations'][number] }) {
  const { format, members } = useText()
  const { open } = members
  const who = invitation.email ?? open.nobody
  return (
    <form method="post" action={paths.withdrawLeader(invitation.id)} class="in-row">
      <span>
        {who} ({open.until(format.dateTime(invitation.expiresAt))})
      </span>
      <button
        class="ds-button"
        data-variant="tertiary"
        data-size="sm"
        type="submit"
        aria-label={open.withdrawOf(who)}
      >
        {open.withdraw}
      </button>
    </form>
  )
}

function InviteFirst({ kind, led, form, empty }: LedProps) {
  const { installation, invite } = useText().members
  const own = form?.kind === kind && form.id === led.id ? form : null
  return (
    <details class="more" open={own !== null}>
      <summary aria-label={installation.inviteFirstOf(led.name)}>{installation.inviteFirst}</summary>
      <form method="post" action={paths.inviteLeader} class="stack" novalidate>
        <p>{installation.inviteFirstLead}</p>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={led.id} />
        <AddressFields form={own ?? empty} id={own ? '' : `${kind}-${led.id}`} />
        <div>
          <SubmitButton>{invite.submit}</SubmitButton>
        </div>
      </form>
    </details>
  )
}

interface LeadersProps {
  readonly value: InstallationValue
  readonly form: LeaderForm | null
  readonly empty: InviteForm
}

export function Leaders({ value, form, empty }: LeadersProps) {
  const { installation } = useText().members
  return (
    <>
      <section>
        <Heading id="districts">{installation.districts}</Heading>
        {value.districts.length === 0 && <p>{installation.noDistricts}</p>}
        <ul class="cards">
          {value.districts.map((led) => (
            <LedCard kind="district" led={led} form={form} empty={empty} invitations={value.invitations} />
          ))}
        </ul>
      </section>
      {value.municipalities.length > 0 && (
        <section>
          <Heading id="municipalities">{installation.municipalities}</Heading>
          <ul class="cards">
            {value.municipalities.map((led) => (
              <LedCard
                kind="municipality"
                led={led}
                form={form}
                empty={empty}
                invitations={value.invitations}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** What was looked for, and what was found: undefined when nothing was looked for, null when nothing is there. */
export interface Search {
  readonly email: string
  readonly found?: FoundAccount | null
  readonly problems: readonly FieldProblem[]
}

export function AccountSearch({ search }: { search: Search }) {
  const { installation, invite } = useText().members
  const { email, found, problems } = search
  return (
    <section class="stack narrow-column">
      <Heading id="accounts">{installation.accounts}</Heading>
      <p class="hint">{installation.accountsLead}</p>
      <Problems problems={problems} labels={{ email: invite.email }} />
      <form method="post" action={paths.findAccount} class="stack" novalidate>
        <InputField
          name="email"
          id={problems.length > 0 ? 'f-email' : 'f-find-email'}
          type="email"
          label={invite.email}
          value={email}
          problems={problems}
          autocomplete="off"
        />
        <div>
          <SubmitButton variant="secondary">{installation.find}</SubmitButton>
        </div>
      </form>
      {found === null && <p role="status">{installation.notFound(email)}</p>}
      {found && <Found account={found} />}
    </section>
  )
}

function Found({ account }: { account: FoundAccount }) {
  const { members, words } = useText()
  const { installation } = members
  const { accountId } = account
  return (
    <section class="ds-card stack" aria-labelledby="found">
      <h3 class="ds-heading" data-size="2xs" id="found">
        {installation.found(account.email)}
      </h3>
      {account.roles.length === 0 && <p>{installation.noRoles}</p>}
      <ul class="plain">
        {account.roles.map(({ role, scopeName }) => (
          <li>{scopeName === '' ? words.roles[role] : `${words.roles[role]}, ${scopeName}`}</li>
        ))}
      </ul>
      {account.isActive ? (
        <>
          <div class="stack">
            <p>{installation.resetLead}</p>
            <div>
              <ButtonLink href={paths.changeAccount(accountId, 'reset')} variant="secondary">
                {installation.reset}
              </ButtonLink>
            </div>
          </div>
          <form method="post" action={paths.changeAccount(accountId, 'disable')} class="stack">
            <p>{installation.disableLead}</p>
            <div>
              <button class="ds-button" data-variant="secondary" data-color="danger" type="submit">
                {installation.disable}
              </button>
            </div>
          </form>
        </>
      ) : (
        <form method="post" action={paths.changeAccount(accountId, 'enable')} class="stack">
          <p>{installation.isDisabled}</p>
          <div>
            <SubmitButton variant="secondary">{installation.enable}</SubmitButton>
          </div>
        </form>
      )}
    </section>
  )
}

export function DisabledAccounts({ value }: { value: InstallationValue }) {
  const { members } = useText()
  const { installation, list } = members
  return (
    <section>
      <Heading id="disabled">{installation.disabledTitle}</Heading>
      {value.disabled.length === 0 && <p>{installation.noneDisabled}</p>}
      <ul class="cards">
        {value.disabled.map(({ id, email }) => (
          <li class="ds-card member">
            <h3 class="ds-heading" data-size="2xs">
              {email ?? list.nameless}
            </h3>
            <form method="post" action={paths.changeAccount(id, 'enable')}>
              <button
                class="ds-button"
                data-variant="secondary"
                data-size="sm"
                type="submit"
                aria-label={installation.enableOf(email ?? list.nameless)}
              >
                {installation.enable}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The administrator's other pages. */
export function Elsewhere() {
  const { members, privacy, providers } = useText()
  const { installation } = members
  const links = [
    [paths.startDistrict, installation.start],
    [paths.importDistrict, installation.import],
    [paths.issuers, providers.issuers.title],
    [paths.undelivered, installation.undelivered],
    [paths.installationAudit, installation.log],
    [paths.retention, privacy.retention.title],
  ] as const
  return (
    <section>
      <Heading id="elsewhere">{installation.elsewhere}</Heading>
      <ul class="plain">
        {links.map(([href, label]) => (
          <li>
            <a class="ds-link" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
