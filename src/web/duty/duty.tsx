import type { Assignment, Slice } from '../../core/rota/assignment.ts'
import type { District } from '../../core/rota/district.ts'
import type { DutyValue, NeighbourDuty } from '../../usecases/show-duty.ts'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { Outcomes } from './outcome.tsx'
import type { OutcomeForm } from './outcome-form.ts'
import { DutyWaivers } from './waivers.tsx'

interface DutyProps {
  readonly value: DutyValue
  readonly seat: number
}

interface OwnDutyProps {
  readonly outcome: OutcomeForm | null
  /** Whether it is the reader's own, to be taken to their calendar. */
  readonly isHeld: boolean
}

/** One published duty: when, who, after whom, before whom, who stands behind. */
export function Duty({ value, seat, outcome, isHeld }: DutyProps & OwnDutyProps) {
  const { calendar, format, lines, plans, why, words } = useText()
  const { need, district } = value
  const own = value.seats.find((candidate) => candidate.seat === seat)
  const others = value.seats.filter((candidate) => candidate.seat !== seat)
  const holders = (own?.assignments ?? []).map((slice) => slice.personId)
  return (
    <section class="duty">
      <dl class="facts">
        <dt>{plans.duty.holder}</dt>
        <dd class="holder">
          <Holders slices={own?.assignments ?? []} district={district} span={need} />
        </dd>
        <dt>{plans.duty.time}</dt>
        <dd>{format.timeSpan(need)}</dd>
        <dt>{plans.duty.length}</dt>
        <dd>{format.hours(need.end - need.start)}</dd>
        <dt>{plans.duty.form}</dt>
        <dd>
          {need.pieces.map((piece) => (
            <p>
              {words.forms[piece.form]} {need.pieces.length > 1 && format.clockSpan(piece)}
            </p>
          ))}
        </dd>
        {value.place !== '' && (
          <>
            <dt>{lines.form.place}</dt>
            <dd>{value.place}</dd>
          </>
        )}
        {others.map((other) => (
          <>
            <dt>{plans.duty.colleague}</dt>
            <dd>
              <Holders slices={other.assignments} district={district} span={need} />
            </dd>
          </>
        ))}
        <dt>{plans.duty.before}</dt>
        <dd>
          <Neighbour duty={value.before} district={district} holders={holders} />
        </dd>
        <dt>{plans.duty.after}</dt>
        <dd>
          <Neighbour duty={value.after} district={district} holders={holders} />
        </dd>
        {value.backup.map((backup) => (
          <>
            <dt>{plans.duty.backup}</dt>
            <dd>
              <Neighbour duty={backup} district={district} />
            </dd>
          </>
        ))}
      </dl>
      {isHeld && (
        <p>
          <a class="ds-link" href={paths.dutyFile(district.id, need.id, seat)}>
            {calendar.files.duty}
          </a>
        </p>
      )}
      <DutyWaivers value={value} />
      <Outcomes value={value} seat={seat} form={outcome} />
      {value.mayAmend && <History value={value} seat={seat} />}
      {value.mayAmend && (
        <p>
          <a class="ds-link" href={paths.whyPublished(district.id, need.id, seat)}>
            {why.link}
          </a>
        </p>
      )}
    </section>
  )
}

interface NeighbourProps {
  readonly duty: NeighbourDuty | null
  readonly district: District
  /** Who holds the duty beside it: nobody takes over from themselves. */
  readonly holders?: readonly (string | null)[]
  /** How the same person is called; "the same doctor" unless told. */
  readonly same?: string
}

export function Neighbour({ duty, district, holders = [], same }: NeighbourProps) {
  const { plans } = useText()
  if (!duty || duty.slices.length === 0) return <>{plans.duty.none}</>
  const isSame = duty.slices.every(({ personId }) => personId !== null && holders.includes(personId))
  if (isSame) return <>{same ?? plans.duty.same}</>
  return <Holders slices={duty.slices} district={district} span={duty.need} />
}

interface HoldersProps {
  readonly slices: readonly Slice[]
  readonly district: District
  readonly span: { readonly start: number; readonly end: number }
}

/** Who holds a duty, with the hours of each where they share it. */
export function Holders({ slices, district, span }: HoldersProps) {
  const { format, plans, words } = useText()
  if (slices.length === 0) return <>{plans.duty.nobody}</>
  return (
    <>
      {slices.map((slice) => {
        const person = district.persons.find((own) => own.id === slice.personId)
        const isPart = slice.start > span.start || slice.end < span.end
        return (
          <p>
            <b>{person?.name ?? words.locumToBeNamed}</b>
            {isPart && <small>{` ${format.clockSpan(slice)}`}</small>}
            {slice.shadowing && <small>{` (${words.shadowing})`}</small>}
          </p>
        )
      })}
    </>
  )
}

/** What was changed after it was first published: what holds now, then what held before, latest first. */
function History({ value, seat }: DutyProps) {
  const { plans } = useText()
  const earlier = value.history.filter((assignment) => assignment.seat === seat)
  const current = value.seats.find((own) => own.seat === seat)?.assignments ?? []
  const amended = current.filter((row) => row.reason !== '' || earlier.some((old) => old.id === row.replaces))
  return (
    <section>
      <Heading>{plans.duty.history}</Heading>
      {amended.length + earlier.length === 0 && <p>{plans.duty.noHistory}</p>}
      <ol class="ds-list">
        {amended.map((row) => (
          <Row row={row} value={value} isCurrent />
        ))}
        {earlier.map((row) => (
          <Row row={row} value={value} isCurrent={false} />
        ))}
      </ol>
    </section>
  )
}

function Row({ row, value, isCurrent }: { row: Assignment; value: DutyValue; isCurrent: boolean }) {
  const { format, people, words } = useText()
  const by = value.enteredBy[row.enteredBy]
  const facts = [
    format.timeSpan(row),
    words.origins[row.origin],
    // A note alone is entered anew and leaves the time that calendars follow.
    format.dateTime(value.enteredAt[row.revisionFrom] ?? row.modifiedAt),
    ...(by === undefined ? [] : [people.duty.enteredBy(by)]),
  ]
  return (
    <li>
      <b>{value.district.persons.find((own) => own.id === row.personId)?.name ?? words.locumToBeNamed}</b>
      {isCurrent && <span class="ds-tag now">{people.duty.now}</span>}
      <small>{` ${facts.join(' · ')}`}</small>
      {row.reason && <p>{row.reason}</p>}
    </li>
  )
}
