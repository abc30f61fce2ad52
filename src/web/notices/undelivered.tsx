import type { Undelivered, UndeliveredElsewhere, UndeliveredIn } from '../../usecases/list-undelivered.ts'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { PhoneLink } from './phone-link.tsx'

/** A district's: what each was about, why it was given up, and what can be done. */
export function UndeliveredPage({ value }: { value: UndeliveredIn }) {
  const { undelivered } = useText().messages
  const { district, messages, maySendAgain } = value
  return (
    <>
      <PageHeading title={undelivered.title} />
      <p>{undelivered.lead}</p>
      {messages.length === 0 ? (
        <Empty>{undelivered.none}</Empty>
      ) : (
        <Table messages={messages} districtId={district.id} maySendAgain={maySendAgain} />
      )}
    </>
  )
}

/** What belongs to no district, and the way to the reader's own districts' lists. */
export function UndeliveredElsewherePage({ value }: { value: UndeliveredElsewhere }) {
  const { undelivered } = useText().messages
  const { messages, districts } = value
  return (
    <>
      <PageHeading title={undelivered.elsewhere} />
      <p>{undelivered.elsewhereLead}</p>
      {messages.length === 0 ? (
        <Empty>{undelivered.elsewhereNone}</Empty>
      ) : (
        <Table messages={messages} districtId={null} maySendAgain={true} />
      )}
      {districts.length > 0 && (
        <section>
          <Heading>{undelivered.inDistricts}</Heading>
          <ul class="ds-list">
            {districts.map(({ id, name, amount }) => (
              <li>
                <a class="ds-link" href={paths.undeliveredIn(id)}>
                  {name}
                </a>
                {`: ${undelivered.amount(amount)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface TableProps {
  readonly messages: readonly Undelivered[]
  readonly districtId: string | null
  readonly maySendAgain: boolean
}

function Table({ messages, ...place }: TableProps) {
  const { undelivered } = useText().messages
  const heads = [undelivered.message, undelivered.why, undelivered.again, undelivered.made]
  return (
    <Scroll label={undelivered.title}>
      <table class="ds-table undelivered">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <Row message={message} {...place} />
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

interface RowProps extends Omit<TableProps, 'messages'> {
  readonly message: Undelivered
}

function Row(props: RowProps) {
  const { format } = useText()
  const { undelivered, kinds, channels } = useText().messages
  const { kind, channel, createdAt, cause, why, person } = props.message
  const name = Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kinds.other
  return (
    <tr>
      <td>
        <p>{undelivered.by(name, channels[channel])}</p>
        {person && props.districtId !== null && (
          <p>
            <a class="ds-link" href={paths.doctor(props.districtId, person.id)}>
              {person.name}
            </a>
            {', '}
            <PhoneLink name={person.name} phone={person.phone} />
          </p>
        )}
      </td>
      <td>
        <p>{undelivered.causes[cause]}</p>
        {why !== '' && (
          <details>
            <summary>{undelivered.answer}</summary>
            <code>{why}</code>
          </details>
        )}
      </td>
      <td>
        <SendAgain {...props} />
      </td>
      <td>{format.dateTime(createdAt)}</td>
    </tr>
  )
}

function SendAgain({ message, districtId, maySendAgain }: RowProps) {
  const { undelivered } = useText().messages
  const { id, again, person } = message
  if (again !== 'possible') return <p>{undelivered.standing[again]}</p>
  if (!maySendAgain) return null
  const action = districtId === null ? paths.sendAgain(id) : paths.sendAgainIn(districtId, id)
  return (
    <form method="post" action={action}>
      <button
        class="ds-button"
        data-variant="secondary"
        data-size="sm"
        type="submit"
        aria-label={person ? undelivered.sendAgainTo(person.name) : undefined}
      >
        {undelivered.sendAgain}
      </button>
    </form>
  )
}
