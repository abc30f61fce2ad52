import type { OwnSession } from '../../usecases/show-sessions.ts'
import { SubmitButton } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** Where one is signed in now, each with a way to end it. */
export function SessionSection({ sessions }: { sessions: readonly OwnSession[] }) {
  const text = useText().access.sessions
  const others = sessions.filter(({ isThis }) => !isThis)
  return (
    <section>
      <Heading id="sessions">{text.title}</Heading>
      <p>{others.length === 0 ? text.onlyThis : text.lead}</p>
      <ul class="passkeys">
        {sessions.map((session) => (
          <SessionCard session={session} />
        ))}
      </ul>
      {others.length > 1 && (
        <form method="post" action={paths.endOtherSessions} class="passkey-way">
          <SubmitButton variant="secondary">{text.endOthers}</SubmitButton>
        </form>
      )}
    </section>
  )
}

function SessionCard({ session }: { session: OwnSession }) {
  const text = useText().access.sessions
  const { since, lastSeenAt, isThis } = session
  const client = session.client === '' ? text.unknownClient : session.client
  const methods: Readonly<Record<string, string>> = text.methods
  const method = Object.hasOwn(methods, session.method) ? (methods[session.method] ?? '') : ''
  return (
    <li class="ds-card">
      <strong>{client}</strong> {isThis && <span class="ds-tag">{text.isThis}</span>}
      <p class="hint">
        {text.since(method, text.at(since))}
        <br />
        {text.seen(text.at(lastSeenAt))}
      </p>
      {!isThis && <EndButton session={session} client={client} />}
    </li>
  )
}

function EndButton({ session, client }: { session: OwnSession; client: string }) {
  const text = useText().access.sessions
  return (
    <form method="post" action={paths.endSession(session.name)}>
      <button
        class="ds-button"
        data-variant="secondary"
        type="submit"
        aria-label={text.endOf(client, text.at(session.since))}
      >
        {text.end}
      </button>
    </form>
  )
}
