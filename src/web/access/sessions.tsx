import type { OwnSession } from '../../usecases/show-sessions.ts'
import { SubmitButton } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'

/** Where one is signed in now, each with a way to end it. */
export function SessionSection({ sessions }: { sessions: readonly OwnSession[] }) {
  const text = useText().access.sessions
  const others = sessions.filter(({ isThis }) => !isThis)
  return (
    <section class="stack">
      <Heading id="sessions">{text.title}</Heading>
      <p>{others.length === 0 ? text.onlyThis : text.lead}</p>
      <Scroll label={text.title}>
        <table class="ds-table">
          <thead>
            <tr>
              {[text.where, text.how, text.since, text.seen, text.action].map((heading) => (
                <th scope="col">{heading}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <SessionRow session={session} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {others.length > 1 && (
        <form method="post" action={paths.endOtherSessions}>
          <SubmitButton variant="secondary">{text.endOthers}</SubmitButton>
        </form>
      )}
    </section>
  )
}

function SessionRow({ session }: { session: OwnSession }) {
  const text = useText().access.sessions
  const client = session.client === '' ? text.unknownClient : session.client
  const methods: Readonly<Record<string, string>> = text.methods
  return (
    <tr>
      <th scope="row">
        {client}
        {session.isThis && <span class="ds-tag">{text.isThis}</span>}
      </th>
      <td>{Object.hasOwn(methods, session.method) ? methods[session.method] : ''}</td>
      <td>{text.at(session.since)}</td>
      <td>{text.at(session.lastSeenAt)}</td>
      <td>{!session.isThis && <EndButton session={session} client={client} />}</td>
    </tr>
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
