import type { Child } from 'hono/jsx'
import type { DutyChange } from '../../core/rota/duty-change.ts'
import type { OwnFeedOptions } from '../../core/rota/feed-choice.ts'
import type { Minute } from '../../core/time/minute.ts'
import type { Text } from '../../text/text.ts'
import type { CalendarDevice } from '../../usecases/calendar-device.ts'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

interface DeviceProps {
  readonly device: CalendarDevice
  readonly now: Minute
  /** What its calendar shows, in words. */
  readonly shows: string
  /** What has moved since it fetched; null where that is not told duty by duty. */
  readonly changes: readonly DutyChange[] | null
}

/** One link: what its device has and how old that is, and what can be done with it. */
export function Device({ device, now, shows, changes }: DeviceProps) {
  const text = useText()
  const { calendar, format } = text
  const { devices } = calendar
  return (
    <li class="ds-card">
      <h3 class="ds-heading" data-size="2xs">
        {device.label}
      </h3>
      <Copy device={device} now={now} changes={changes} />
      <p class="hint">
        {`${devices.shows}: ${shows}`}
        <br />
        {devices.made(format.dateTime(device.createdAt))}
        {device.lastFetchedAt !== null && (
          <>
            <br />
            {`${devices.fetched(format.dateTime(device.lastFetchedAt))}. ${devices.habit(device.program)}`}
          </>
        )}
      </p>
      <div class="actions">
        <a
          class="ds-link"
          href={paths.changeCalendar(device.id)}
          aria-label={calendar.link.changeLabel(device.label)}
        >
          {calendar.link.change}
        </a>
        <Confirm
          action={paths.replaceCalendar(device.id)}
          name={devices.replace}
          warning={devices.replaceWarning}
          label={devices.replaceLabel(device.label)}
        >
          {devices.replaceDo}
        </Confirm>
        <Confirm
          action={paths.revokeCalendar(device.id)}
          name={devices.revoke}
          warning={devices.revokeWarning}
          label={devices.revokeLabel(device.label)}
        >
          {devices.revokeDo}
        </Confirm>
      </div>
    </li>
  )
}

function Copy({ device, now, changes }: Pick<DeviceProps, 'device' | 'now' | 'changes'>) {
  const { devices } = useText().calendar
  const { lastFetchedAt, program } = device
  if (!device.isOn) return <p class="copy warned">{devices.off}</p>
  if (lastFetchedAt === null) return <p class="copy">{devices.never}</p>
  const age = Math.max(0, now - lastFetchedAt)
  const silent = device.isSilent && <p class="copy warned">{devices.silent(age)}</p>
  if (device.isUpToDate)
    return (
      <>
        <p class="copy">{devices.upToDate(program, age)}</p>
        {silent}
      </>
    )
  return (
    <>
      <p class={changes?.length === 0 ? 'copy' : 'copy warned'}>
        {changes ? devices.behind(program, age, changes.length) : devices.behindDistrict(program, age)}
      </p>
      {changes && <Moved changes={changes.slice(0, SHOWN)} />}
      {changes && changes.length > SHOWN && (
        <details class="more">
          <summary>{devices.more(changes.length - SHOWN)}</summary>
          <Moved changes={changes.slice(SHOWN)} />
        </details>
      )}
      {silent}
    </>
  )
}

/** As many changes as a telephone shows at once. */
const SHOWN = 4

function Moved({ changes }: { changes: readonly DutyChange[] }) {
  const text = useText()
  if (changes.length === 0) return null
  return (
    <ul class="ds-list moved">
      {changes.map((change) => (
        <li>{changeSentence(text, change)}</li>
      ))}
    </ul>
  )
}

/** What became of one duty, with its old and new time. */
export function changeSentence({ calendar, format }: Text, change: DutyChange): string {
  const { devices } = calendar
  const { before, after, line, name } = change
  const duty = `${line.code} ${name}`.trim()
  if (before && after)
    return before.start === after.start && before.end === after.end
      ? `${devices.altered(format.timeSpan(after))}, ${duty}`
      : `${duty}: ${devices.moved(format.timeSpan(before), format.timeSpan(after))}`
  if (after) return `${devices.gained(format.timeSpan(after))}, ${duty}`
  return before ? `${devices.lost(format.timeSpan(before))}, ${duty}` : duty
}

/** What a calendar of one's own shows. */
export function ownWords({ calendar }: Text, options: OwnFeedOptions): string {
  const { devices } = calendar
  const { alarmMinutesBefore: alarm } = options
  return [
    devices.ownDuties,
    ...(options.backup ? [devices.withBackup] : []),
    options.busyAtHome ? devices.homeBusy : devices.homeFree,
    ...(options.monthsBack === 12 ? [devices.yearBack] : []),
    ...(alarm === null ? [] : [devices.withAlarm(alarm)]),
  ].join(', ')
}

interface ConfirmProps {
  readonly action: string
  /** What opens the question. */
  readonly name: string
  readonly warning: string
  /** The button's name where the page has several of the same. */
  readonly label: string
  readonly children: Child
}

/** What can't be undone is told before its button is there, also without script. */
export function Confirm({ action, name, warning, label, children }: ConfirmProps) {
  return (
    <details class="more">
      <summary>{name}</summary>
      <p>{warning}</p>
      <form method="post" action={action}>
        <button class="ds-button" data-color="danger" type="submit" aria-label={label}>
          {children}
        </button>
      </form>
    </details>
  )
}
