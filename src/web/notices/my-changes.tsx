import type { MyChangesValue, MyNotice } from '../../usecases/show-my-changes.ts'
import { ButtonLink, Empty, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DutyChanges } from './duty-change.tsx'

/** What changed in a doctor's own duties: what waits for an answer first. */
export function MyChanges({ value }: { value: MyChangesValue }) {
  const { own } = useText().notices
  const waiting = value.notices.filter(({ state }) => state === 'open')
  const others = value.notices.filter(({ state }) => state !== 'open')
  return (
    <div class="narrow-column">
      <PageHeading title={own.title} />
      {waiting.length > 0 && (
        <section>
          <Heading>{own.waits(waiting.length)}</Heading>
          <p>{own.waitsLead}</p>
          {waiting.map((notice) => (
            <Notice notice={notice} all={value.notices} />
          ))}
        </section>
      )}
      {others.length > 0 && (
        <section>
          <Heading>{waiting.length > 0 ? own.rest : own.recent}</Heading>
          <p>{own.lead}</p>
          {others.map((notice) => (
            <Notice notice={notice} all={value.notices} />
          ))}
        </section>
      )}
      {value.notices.length === 0 && <Empty>{own.none}</Empty>}
      <p>
        <ButtonLink href={paths.myDuties} variant="secondary">
          {own.toDuties}
        </ButtonLink>
      </p>
    </div>
  )
}

interface NoticeProps {
  readonly notice: MyNotice
  /** All on the page: one of a district is confirmed with the older ones of it. */
  readonly all: readonly MyNotice[]
}

function Notice({ notice, all }: NoticeProps) {
  const { format } = useText()
  const { own } = useText().notices
  const isWaiting = notice.state === 'open'
  const isOpen = ({ confirmedAt }: MyNotice) => confirmedAt === null
  const confirmsOthers = all.some(
    (other) => isOpen(other) && other.districtId === notice.districtId && other.revision < notice.revision,
  )
  return (
    <article class="ds-card notice" data-state={notice.state}>
      <h3 class="ds-heading" data-size="2xs">
        {notice.districtName}
        {isWaiting && (
          <>
            {' '}
            <span class="ds-tag" data-color="warning">
              {own.mustConfirm}
            </span>
          </>
        )}
      </h3>
      <p class="hint">{own.published(format.dateTime(notice.at))}</p>
      <DutyChanges changes={notice.changes} urgent={notice.urgent} isOpen={isWaiting} isOwn={true} />
      {isOpen(notice) && confirmsOthers && <p class="hint">{own.confirmsEarlier}</p>}
      <Answer notice={notice} />
    </article>
  )
}

function Answer({ notice }: { notice: MyNotice }) {
  const { format } = useText()
  const { own } = useText().notices
  const { districtId, revision, state, confirmedAt, districtName } = notice
  const published = format.dateTime(notice.at)
  if (confirmedAt === null)
    return (
      <>
        {state === 'missed' && <p>{own.missed}</p>}
        <form method="post" action={paths.confirmChange(districtId, String(revision))}>
          <button
            class="ds-button"
            type="submit"
            data-variant={state === 'open' ? undefined : 'secondary'}
            data-size={state === 'open' ? 'lg' : undefined}
            aria-label={own.confirmLabel(published, districtName)}
          >
            {own.confirm}
          </button>
        </form>
      </>
    )
  const when = format.dateTime(confirmedAt)
  return (
    <>
      <p>{state === 'rung' ? own.rung(when) : own.seen(when)}</p>
      {notice.mayTakeBack && (
        <form method="post" action={paths.takeBackConfirmation(districtId, String(revision))}>
          <button
            class="ds-button"
            type="submit"
            data-variant="tertiary"
            aria-label={own.takeBackLabel(published, districtName)}
          >
            {own.takeBack}
          </button>
        </form>
      )}
    </>
  )
}
