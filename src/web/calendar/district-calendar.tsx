import type { Text } from '../../text/text.ts'
import type { CalendarDevice } from '../../usecases/calendar-device.ts'
import type { DistrictCalendarValue, Subscriber } from '../../usecases/show-district-calendar.ts'
import type { SubscribedDistrict } from '../../usecases/subscribed-district.ts'
import { ButtonLink, Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { Confirm, Device } from './devices.tsx'
import type { DistrictOptions, LinkForm } from './link-fields.ts'
import { DistrictLinkForm, scopeWords } from './link-form.tsx'

interface DistrictCalendarProps {
  readonly value: DistrictCalendarValue
  readonly form: LinkForm<DistrictOptions>
  /** Whether the reader has duties, and a calendar of their own. */
  readonly isDoctor: boolean
}

/** Subscribing to a district: what is told, a new link, one's own links, and for its coordinator everybody's. */
export function DistrictCalendar({ value, form, isDoctor }: DistrictCalendarProps) {
  const { calendar, dutyNow } = useText()
  const { district: words, link } = calendar
  const { district } = value
  return (
    <>
      <PageHeading title={words.title} />
      <p class="lead">{words.lead(district.name)}</p>
      <p>
        {`${words.names[district.calendarNames]} ${words.decided}`}
        {isDoctor && (
          <>
            {' '}
            <a class="ds-link" href={paths.myCalendar}>
              {words.ownInstead}
            </a>
          </>
        )}
      </p>
      <p>
        <a class="ds-link" href={paths.dutyNow(district.id)}>
          {dutyNow.link}
        </a>
      </p>
      {value.own.length > 0 && <Own value={value} />}
      <section class="ds-card new-link">
        <Heading>{link.make}</Heading>
        <DistrictLinkForm
          action={paths.districtCalendar(district.id)}
          form={form}
          district={district}
          submit={link.create}
          hasKinds={value.maySubscribeDispatch}
        />
      </section>
      {value.mayInvite && <Invite districtId={district.id} />}
      {value.subscribers && <Subscribers subscribers={value.subscribers} district={district} />}
    </>
  )
}

/** Those who need the calendar besides get an account, and make a link of their own. */
function Invite({ districtId }: { districtId: string }) {
  const { invite } = useText().members
  return (
    <section class="ds-card new-link">
      <Heading>{invite.dispatchTitle}</Heading>
      <p>{invite.dispatchLead}</p>
      <ButtonLink
        href={withQuery(paths.members(districtId), { role: 'dispatch-centre' })}
        variant="secondary"
      >
        {invite.dispatchDo}
      </ButtonLink>
    </section>
  )
}

function Own({ value }: { value: DistrictCalendarValue }) {
  const text = useText()
  return (
    <section>
      <Heading>{text.calendar.district.own}</Heading>
      <ul class="cards devices">
        {value.own.map((device) => (
          <Device
            device={device}
            now={value.now}
            shows={choiceWords(text, value.district, device.choice)}
            changes={null}
          />
        ))}
      </ul>
    </section>
  )
}

function choiceWords(text: Text, district: SubscribedDistrict, choice: CalendarDevice['choice']): string {
  if (choice.kind === 'own') return ''
  const { showsDispatch } = text.calendar.district
  const scope = scopeWords(text, district, choice.options.scope)
  return choice.kind === 'dispatch' ? showsDispatch(scope) : scope
}

interface SubscribersProps {
  readonly subscribers: readonly Subscriber[]
  readonly district: SubscribedDistrict
}

function Subscribers({ subscribers, district }: SubscribersProps) {
  const { calendar } = useText()
  const words = calendar.district
  return (
    <section>
      <Heading>{words.subscribers(subscribers.length)}</Heading>
      <p class="hint">{subscribers.length === 0 ? words.subscribersNone : words.subscribersLead}</p>
      <ul class="cards devices">
        {subscribers.map((subscriber) => (
          <SubscriberCard subscriber={subscriber} district={district} />
        ))}
      </ul>
    </section>
  )
}

function SubscriberCard({ subscriber, district }: { subscriber: Subscriber; district: SubscribedDistrict }) {
  const text = useText()
  const { calendar, format } = text
  const words = calendar.district
  const { feedId, label, lastFetchedAt } = subscriber
  const who = subscriberName(text, subscriber)
  return (
    <li class="ds-card">
      <h3 class="ds-heading" data-size="2xs">
        {who}
      </h3>
      {!subscriber.isOn && <p class="copy warned">{words.notOn}</p>}
      <dl class="facts">
        {subscriber.name !== null && subscriber.roles.length > 0 && (
          <>
            <dt>{words.role}</dt>
            <dd>{rolesText(text, subscriber)}</dd>
          </>
        )}
        <dt>{words.device}</dt>
        <dd>{label}</dd>
        <dt>{words.shows}</dt>
        <dd>{choiceWords(text, district, subscriber.choice)}</dd>
        <dt>{words.fetched}</dt>
        <dd>{lastFetchedAt === null ? words.neverFetched : format.dateTime(lastFetchedAt)}</dd>
      </dl>
      <Confirm
        action={paths.endSubscription(district.id, feedId)}
        name={words.end}
        warning={words.endWarning(label)}
        label={words.endLabel(label, who)}
      >
        {words.endDo}
      </Confirm>
    </li>
  )
}

/** By name, else by address; an account that has told neither by what it is here. */
function subscriberName(text: Text, subscriber: Subscriber): string {
  return subscriber.name ?? (rolesText(text, subscriber) || text.calendar.district.noRole)
}

function rolesText({ format, words }: Text, { roles }: Subscriber): string {
  const told = format.list(roles.map((role) => words.roles[role]))
  return `${told.slice(0, 1).toUpperCase()}${told.slice(1)}`
}
