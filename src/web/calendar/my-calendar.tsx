import type { OwnFeedOptions } from '../../core/rota/feed-choice.ts'
import { addMonths } from '../../core/time/local-date.ts'
import { toWall } from '../../core/time/oslo.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import type { MyCalendarValue } from '../../usecases/show-my-calendar.ts'
import { InputField, Problems, SubmitButton, Tick } from '../form.tsx'
import { Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { Device, ownWords } from './devices.tsx'
import type { LinkForm } from './link-fields.ts'
import { OwnLinkForm } from './link-form.tsx'

export interface PeriodForm {
  readonly from: string
  readonly to: string
  readonly problems: readonly FieldProblem[]
}

interface MyCalendarProps {
  readonly value: MyCalendarValue
  readonly form: LinkForm<OwnFeedOptions>
  readonly period: PeriodForm | null
}

/** How duties get into one's own calendar: by links, each device's told with what it has, or as files. */
export function MyCalendar({ value, form, period }: MyCalendarProps) {
  const text = useText()
  const { calendar } = text
  const hasLinks = value.own.length > 0
  return (
    <>
      <PageHeading title={calendar.mine.title} />
      <Problems
        problems={[...form.problems, ...(period?.problems ?? [])]}
        labels={{ label: calendar.link.label, from: calendar.files.from, to: calendar.files.to }}
      />
      <p class="lead">{calendar.mine.lead}</p>
      {hasLinks && <Own value={value} />}
      <section class="ds-card new-link">
        <Heading>{calendar.link.make}</Heading>
        <OwnLinkForm action={paths.myCalendar} form={form} submit={calendar.link.create} isOpen={false} />
      </section>
      {value.subscribed.length > 0 && <Subscribed value={value} />}
      <Told value={value} />
      <Files value={value} period={period} />
    </>
  )
}

function Own({ value }: { value: MyCalendarValue }) {
  const text = useText()
  return (
    <section>
      <Heading>{text.calendar.devices.title}</Heading>
      <ul class="cards devices">
        {value.own.map((device) => (
          <Device
            device={device}
            now={value.now}
            shows={device.choice.kind === 'own' ? ownWords(text, device.choice.options) : ''}
            changes={device.changes}
          />
        ))}
      </ul>
    </section>
  )
}

function Subscribed({ value }: { value: MyCalendarValue }) {
  const { mine } = useText().calendar
  return (
    <section>
      <Heading>{mine.districts}</Heading>
      <p class="hint">{mine.districtsLead}</p>
      <ul class="cards devices">
        {value.subscribed.map((device) => (
          <Device device={device} now={value.now} shows={device.districtName} changes={null} />
        ))}
      </ul>
    </section>
  )
}

/** What is told besides the calendar, since no calendar is quick enough. */
function Told({ value }: { value: MyCalendarValue }) {
  const { told } = useText().calendar
  return (
    <section>
      <Heading>{told.title}</Heading>
      <p class="told">{told.lead}</p>
      <p>
        <a class="ds-link" href={paths.myChanges}>
          {told.changes}
        </a>
      </p>
      <form method="post" action={paths.chooseMessages} class="stack">
        <Tick
          id="f-digest"
          name="digest"
          value="yes"
          label={told.digest}
          isChecked={value.messages.weeklyDigest}
        />
        <SubmitButton variant="secondary">{told.save}</SubmitButton>
      </form>
    </section>
  )
}

/** How far ahead a file reaches unless something else is asked for. */
const MONTHS_OFFERED = 6

function Files({ value, period }: { value: MyCalendarValue; period: PeriodForm | null }) {
  const { files } = useText().calendar
  const today = toWall(value.now).date
  const { from, to, problems } = period ?? {
    from: today,
    to: addMonths(today, MONTHS_OFFERED),
    problems: [],
  }
  return (
    <section>
      <Heading>{files.title}</Heading>
      <p class="hint">{files.lead}</p>
      <form method="get" action={paths.periodFile} class="in-row filter">
        <InputField type="date" name="from" label={files.from} value={from} problems={problems} />
        <InputField type="date" name="to" label={files.to} value={to} problems={problems} />
        <SubmitButton variant="secondary">{files.download}</SubmitButton>
      </form>
    </section>
  )
}
