import type { Language } from '../../core/rota/district.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '../../text/language.ts'
import type { Invitation } from '../../usecases/invitation.ts'
import type { Role } from '../../usecases/member-scope.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { MembersValue, OpenInvitation, TakenRole } from '../../usecases/show-members.ts'
import { InputField, Problems, SelectField, SubmitButton, Tick } from '../form.tsx'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { SecretOnce } from '../secret-once.tsx'
import { useText } from '../text-context.ts'
import { calledIn, dayIn } from './naming.ts'

export interface InviteForm {
  readonly role: string
  readonly email: string
  readonly language: Language
  readonly problems: readonly FieldProblem[]
}

/** Roles that the page has a sentence for. */
type InvitedRole = Exclude<Role, 'doctor'>

interface InviteProps {
  readonly form: InviteForm
  readonly action: string
  readonly roles: readonly Role[]
}

/** Who is invited to what, and where the invitation goes. */
export function InviteFields({ form, action, roles }: InviteProps) {
  const { invite } = useText().members
  const { problems } = form
  const offered = roles.filter((role): role is InvitedRole => role !== 'doctor')
  return (
    <form method="post" action={action} class="stack" novalidate>
      <Problems problems={problems} labels={{ role: invite.role, email: invite.email }} />
      <fieldset class="ds-fieldset" id="f-role">
        <legend class="ds-label">{invite.role}</legend>
        {offered.map((role) => (
          <Tick
            type="radio"
            name="role"
            id={`f-role-${role}`}
            value={role}
            label={invite.roles[role]}
            isChecked={role === form.role || offered.length === 1}
          />
        ))}
      </fieldset>
      <AddressFields form={form} />
      <div>
        <SubmitButton>{invite.submit}</SubmitButton>
      </div>
    </form>
  )
}

/** Where an invitation goes, and in which language. */
export function AddressFields({ form, id = '' }: { form: InviteForm; id?: string }) {
  const { invite } = useText().members
  const suffix = id === '' ? {} : { id: `f-email-${id}` }
  return (
    <>
      <InputField
        name="email"
        type="email"
        label={invite.email}
        description={invite.emailHelp}
        value={form.email}
        problems={form.problems}
        autocomplete="off"
        {...suffix}
      />
      <SelectField
        name="language"
        label={invite.language}
        value={form.language}
        options={LANGUAGES.map((own) => [own, LANGUAGE_NAMES[own]] as const)}
        problems={[]}
        {...(id === '' ? {} : { id: `f-language-${id}` })}
      />
    </>
  )
}

interface MadeProps {
  readonly invitation: Invitation
  readonly origin: string
  readonly back: string
}

/** What became of an invitation: it is on its way, or its link is here, this once. */
export function InvitationMade({ invitation, origin, back }: MadeProps) {
  const { format, members } = useText()
  const { invite } = members
  const until = format.dateTime(invitation.expiresAt)
  const isShown = invitation.path !== ''
  const isMailed = invitation.mailedTo !== null
  return (
    <>
      <PageHeading title={isMailed ? invite.sentTitle : invite.madeTitle} />
      {invitation.mailedTo !== null && <p class="lead">{invite.sent(invitation.mailedTo, until)}</p>}
      {isShown && (
        <SecretOnce
          title={isMailed ? invite.copyTitle : invite.passOnTitle}
          lead={isMailed ? invite.copyLead : invite.madeOnce}
          label={invite.madeLink}
          value={`${origin}${invitation.path}`}
          note={isMailed ? '' : invite.madeNote(until)}
        />
      )}
      <p>
        <ButtonLink href={back} variant="secondary">
          {invite.back}
        </ButtonLink>
      </p>
    </>
  )
}

/** Invitations that nobody has accepted, each with a way to take it back. */
export function OpenInvitations({ value, base }: { value: MembersValue; base: string }) {
  const { open } = useText().members
  const { invitations } = value
  return (
    <section>
      <Heading id="invitations">{open.title}</Heading>
      {invitations.length === 0 ? (
        <p>{open.none}</p>
      ) : (
        <ul class="cards">
          {invitations.map((own) => (
            <OpenCard invitation={own} base={base} />
          ))}
        </ul>
      )}
    </section>
  )
}

function OpenCard({ invitation, base }: { invitation: OpenInvitation; base: string }) {
  const text = useText()
  const { open } = text.members
  const isNamed = invitation.name !== null || invitation.email !== null
  const who = isNamed ? calledIn(text, invitation) : open.nobody
  const until = text.format.dateTime(invitation.expiresAt)
  return (
    <li class="ds-card member">
      <h3 class="ds-heading" data-size="2xs">
        {who}
      </h3>
      <p class="hint">
        {invitation.isReopening ? open.reopening(until) : open.line(text.words.roles[invitation.role], until)}
      </p>
      <form method="post" action={paths.withdrawInvitation(base, invitation.id)}>
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
    </li>
  )
}

/** Roles taken away lately, each with a way to give it back; nothing when none was. */
export function TakenRoles({ value, base }: { value: MembersValue; base: string }) {
  const text = useText()
  const { taken } = text.members
  if (value.taken.length === 0 || !value.mayManage) return null
  return (
    <section>
      <Heading id="taken">{taken.title}</Heading>
      <p class="hint">{taken.lead}</p>
      <ul class="cards">
        {value.taken.map((own) => (
          <TakenCard taken={own} base={base} />
        ))}
      </ul>
    </section>
  )
}

function TakenCard({ taken, base }: { taken: TakenRole; base: string }) {
  const text = useText()
  const words = text.members.taken
  const name = calledIn(text, taken)
  const role = text.words.roles[taken.role]
  return (
    <li class="ds-card member">
      <h3 class="ds-heading" data-size="2xs">
        {name}
      </h3>
      <p class="hint">{words.line(role, dayIn(text, taken.at))}</p>
      <form method="post" action={paths.changeMember(base, taken.accountId, 'give-back')}>
        <input type="hidden" name="role" value={taken.role} />
        <button
          class="ds-button"
          data-variant="secondary"
          data-size="sm"
          type="submit"
          aria-label={words.giveBackOf(role, name)}
        >
          {words.giveBack}
        </button>
      </form>
    </li>
  )
}
