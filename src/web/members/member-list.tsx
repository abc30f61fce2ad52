import type { Text } from '../../text/text.ts'
import type { HeldRole, Member, MembersValue } from '../../usecases/show-members.ts'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { calledIn, dayIn, giverIn } from './naming.ts'

export interface MemberListProps {
  readonly value: MembersValue
  /** Where the scope's members are. */
  readonly base: string
}

/** Everybody with a role, what they have, and how they come in. */
export function MemberList(props: MemberListProps) {
  const text = useText()
  const { members, scope } = props.value
  const { installation, list } = text.members
  const isInstallation = scope.kind === 'installation'
  return (
    <section>
      <Heading id="members">
        {isInstallation ? installation.administrators : list.membersTitle(members.length)}
      </Heading>
      <ul class="cards">
        {members.map((member) => (
          <MemberCard {...props} member={member} />
        ))}
      </ul>
    </section>
  )
}

type CardProps = MemberListProps & { readonly member: Member }

function MemberCard(props: CardProps) {
  const text = useText()
  const { list } = text.members
  const { member, value } = props
  const name = calledIn(text, member)
  return (
    <li class="ds-card member">
      <h3 class="ds-heading" data-size="2xs">
        {name}
        {member.isSelf && <span class="ds-tag">{list.self}</span>}
        {!member.isActive && (
          <span class="ds-tag" data-color="warning">
            {list.disabled}
          </span>
        )}
      </h3>
      {member.name !== null && member.email !== null && <p class="hint">{member.email}</p>}
      <ul class="roles">
        {member.roles.map((held) => (
          <RoleLine {...props} held={held} name={name} />
        ))}
      </ul>
      <p class="hint">{waysText(text, member)}</p>
      <p class="hint">{signedInText(text, member)}</p>
      {value.mayManage && !member.isSelf && <MoreForms {...props} name={name} />}
    </li>
  )
}

function RoleLine({ base, value, member, held, name }: CardProps & { held: HeldRole; name: string }) {
  const text = useText()
  const { list } = text.members
  const role = text.words.roles[held.role]
  const told = [list.roleSince(dayIn(text, held.since)), giverIn(text, held.by)].filter(Boolean).join(', ')
  return (
    <li>
      <div>
        <strong class="role">{role}</strong> <span class="hint">{told}</span>
        {held.hasLeft && <p class="hint">{list.left}</p>}
      </div>
      {value.mayManage && (
        <form method="post" action={paths.changeMember(base, member.accountId, 'remove')}>
          <input type="hidden" name="role" value={held.role} />
          <button
            class="ds-button"
            data-variant="tertiary"
            data-size="sm"
            type="submit"
            aria-label={member.isSelf ? list.giveUpOf(role) : list.takeOf(role, name)}
          >
            {member.isSelf ? list.giveUp : list.take}
          </button>
        </form>
      )}
    </li>
  )
}

function waysText({ members }: Text, { ways }: Member): string {
  const { list } = members
  if (ways.length === 0) return list.noWay
  const named = ways.length === 1 && ways[0] === 'mail' ? [list.onlyMail] : ways.map((way) => list.ways[way])
  return `${list.waysTitle}: ${named.join(', ')}`
}

function signedInText(text: Text, { signedInAt, isSignedIn }: Member): string {
  const { list } = text.members
  const last = signedInAt === null ? list.neverSignedIn : list.signedIn(dayIn(text, signedInAt))
  return isSignedIn ? `${last} ${list.signedInNow}` : last
}

/** Only of somebody who is signed in somewhere: else there is nothing to end. */
function EndSessions({ base, accountId, name }: { base: string; accountId: string; name: string }) {
  const { list } = useText().members
  return (
    <form method="post" action={paths.changeMember(base, accountId, 'end-sessions')} class="stack">
      <p>{list.endSessionsLead}</p>
      <div>
        <button
          class="ds-button"
          data-variant="secondary"
          type="submit"
          aria-label={list.endSessionsOf(name)}
        >
          {list.endSessions}
        </button>
      </div>
    </form>
  )
}

function MoreForms({ base, member, name }: CardProps & { name: string }) {
  const { list } = useText().members
  const { accountId } = member
  return (
    <details class="more">
      <summary aria-label={list.moreOf(name)}>{list.more}</summary>
      {member.isSignedIn && <EndSessions base={base} accountId={accountId} name={name} />}
      <div class="stack">
        <p>{list.resetLead}</p>
        <div>
          <a
            class="ds-button"
            data-variant="secondary"
            href={paths.changeMember(base, accountId, 'reset')}
            aria-label={list.resetOf(name)}
          >
            {list.reset}
          </a>
        </div>
      </div>
    </details>
  )
}
