import type { FieldProblem } from '../../usecases/refusal.ts'
import type { DistrictNotice, DoctorNotices, NoticesValue } from '../../usecases/show-notices.ts'
import { InputField, Problems } from '../form.tsx'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DutyChanges } from './duty-change.tsx'
import { MessageStates } from './message-states.tsx'
import { NoticeMonth } from './notice-month.tsx'
import { PhoneLink } from './phone-link.tsx'

/** A refused call: of whom, what was written, and what is wrong with it. */
export interface RefusedCall {
  readonly personId: string
  readonly note: string
  readonly problems: readonly FieldProblem[]
}

interface DistrictNoticesProps {
  readonly value: NoticesValue
  readonly refused: RefusedCall | null
}

/** Who must be rung first, then who was not reached, who has confirmed, and each month's changes. */
export function DistrictNotices({ value, refused }: DistrictNoticesProps) {
  const words = useText().notices.district
  const { undelivered } = useText().messages
  const { open, missed, confirmed } = value
  return (
    <>
      <PageHeading title={words.title} />
      <Problems problems={refused?.problems ?? []} labels={{ note: words.note }} />
      <p class="lead">{words.lead}</p>
      <section>
        <Heading>{words.open}</Heading>
        {open.length === 0 && <Empty>{words.openNone}</Empty>}
        {open.map((doctor) => (
          <Doctor doctor={doctor} value={value} refused={refused} />
        ))}
      </section>
      {missed.length > 0 && (
        <section>
          <Heading>{words.missed}</Heading>
          <p class="hint">{words.missedLead}</p>
          {missed.map((doctor) => (
            <Doctor doctor={doctor} value={value} refused={null} />
          ))}
        </section>
      )}
      {confirmed.length > 0 && (
        <details class="confirmed">
          <summary>{words.confirmed(confirmed.length)}</summary>
          {confirmed.map((doctor) => (
            <Doctor doctor={doctor} value={value} refused={null} />
          ))}
        </details>
      )}
      <NoticeMonth value={value} />
      <p>
        <a class="ds-link" href={paths.undeliveredIn(value.district.id)}>
          {undelivered.title}
        </a>
      </p>
    </>
  )
}

interface DoctorProps extends DistrictNoticesProps {
  readonly doctor: DoctorNotices
}

function Doctor({ doctor, value, refused }: DoctorProps) {
  const { format } = useText()
  const words = useText().notices.district
  const { newest, urgent } = doctor
  const older = doctor.older
    .map((notice) => ({ ...notice, changes: notice.changes.filter((change) => !urgent.includes(change)) }))
    .filter(({ changes }) => changes.length > 0)
  const isOpen = newest.state === 'open'
  return (
    <article class="ds-card notice" data-state={newest.state}>
      <h3 class="ds-heading" data-size="2xs">
        <a class="ds-link" href={paths.doctor(value.district.id, doctor.personId)}>
          {doctor.personName}
        </a>
      </h3>
      {isOpen && (
        <p class="big">
          {doctor.soonestAt > value.now
            ? words.startsIn(format.hours(doctor.soonestAt - value.now))
            : words.started}
        </p>
      )}
      <DutyChanges changes={newest.changes} urgent={urgent} isOpen={isOpen} isOwn={false} />
      <dl class="facts">
        {isOpen && (
          <>
            <dt>{words.phone}</dt>
            <dd>
              <PhoneLink name={doctor.personName} phone={doctor.phone} />
            </dd>
          </>
        )}
        <dt>{words.told}</dt>
        <dd>
          <MessageStates messages={newest.messages} hasAddress={doctor.email !== null} />
        </dd>
        <dt>{words.published}</dt>
        <dd>{format.dateTime(newest.at)}</dd>
        {!isOpen && (
          <>
            <dt>{words.answer}</dt>
            <dd>
              <Answer notice={newest} />
            </dd>
          </>
        )}
      </dl>
      {older.length > 0 && (
        <details>
          <summary>{words.older(older.length)}</summary>
          {older.map((notice) => (
            <>
              <p class="hint">{format.dateTime(notice.at)}</p>
              <DutyChanges changes={notice.changes} urgent={[]} isOpen={false} isOwn={false} />
            </>
          ))}
        </details>
      )}
      {value.mayConfirm && <Acts doctor={doctor} value={value} refused={refused} />}
    </article>
  )
}

/** In words: confirmed by whom, when and how, and what was noted. */
export function Answer({ notice }: { notice: DistrictNotice }) {
  const { format } = useText()
  const words = useText().notices.district
  const { state, confirmedAt, rungBy, note } = notice
  const isRung = state === 'rung' && rungBy !== null
  const said = isRung ? words.by(words.states[state], rungBy) : words.states[state]
  return (
    <>
      {confirmedAt === null ? said : words.stateAt(said, format.dateTime(confirmedAt))}
      {note !== '' && <q class="call-note">{note}</q>}
    </>
  )
}

function Acts({ doctor, value, refused }: DoctorProps) {
  const words = useText().notices.district
  const { personId, personName, newest } = doctor
  const place = [value.district.id, String(newest.revision), personId] as const
  if (newest.state === 'open') {
    const own = refused?.personId === personId ? refused : null
    return (
      <form method="post" action={paths.confirmNotice(...place)} class="stack" novalidate>
        <InputField
          name="note"
          id={own ? 'f-note' : `note-${newest.revision}-${personId}`}
          label={words.note}
          description={words.noteHelp}
          isFree
          value={own?.note ?? ''}
          problems={own?.problems ?? []}
        />
        {doctor.older.length > 0 && <p class="hint">{words.confirmsEarlier}</p>}
        <button class="ds-button" type="submit" aria-label={words.rangLabel(personName)}>
          {words.rang}
        </button>
      </form>
    )
  }
  // The doctor's own answer stands; only that somebody rang can be taken back.
  if (!newest.isRung) return null
  return (
    <form method="post" action={paths.reopenNotice(...place)}>
      <button
        class="ds-button"
        data-variant="tertiary"
        type="submit"
        aria-label={words.reopenLabel(personName)}
      >
        {words.reopen}
      </button>
    </form>
  )
}
