import type { DutyValue } from '../../usecases/show-duty.ts'
import type { MyDutiesValue, MyDuty } from '../../usecases/show-my-duties.ts'
import { Neighbour } from '../duty/duty.tsx'
import { ButtonLink, Empty, Heading, PageHeading } from '../heading.tsx'
import { LedgerTable } from '../hours/doctor-weeks.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'

interface MyDutiesProps {
  readonly value: MyDutiesValue
  /** The next duty with who stands around it. */
  readonly next: DutyValue | null
}

/** Next duty first, then all of them, then how to get them into one's own calendar. */
export function MyDuties({ value, next }: MyDutiesProps) {
  const { myDuties } = useText().people
  const [first] = value.duties
  return (
    <>
      <PageHeading title={myDuties.title} />
      {first ? <Next duty={first} detail={next} /> : <Empty>{myDuties.none}</Empty>}
      <section class="ds-card">
        <Heading>{myDuties.calendar}</Heading>
        <p>{myDuties.calendarLead}</p>
        <ButtonLink href={paths.myCalendar} variant="secondary">
          {myDuties.calendarTitle}
        </ButtonLink>
      </section>
      {value.duties.length > 0 && <All value={value} />}
      <OwnHours value={value} />
    </>
  )
}

function Next({ duty, detail }: { duty: MyDuty; detail: DutyValue | null }) {
  const { format, people, words } = useText()
  const { myDuties } = people
  return (
    <section class="ds-card next" aria-labelledby="next">
      <Heading id="next">{myDuties.next}</Heading>
      <p class="big">{format.timeSpan(duty)}</p>
      <p>
        {`${duty.lineCode} ${duty.name}, ${format.list([...new Set(duty.pieces.map((piece) => words.forms[piece.form]))])}, ${duty.districtName}`}
      </p>
      {detail && (
        <dl class="facts">
          <dt>{myDuties.before}</dt>
          <dd>
            <Neighbour duty={detail.before} district={detail.district} />
          </dd>
          <dt>{myDuties.after}</dt>
          <dd>
            <Neighbour duty={detail.after} district={detail.district} />
          </dd>
          {detail.backup.map((backup) => (
            <>
              <dt>{myDuties.backup}</dt>
              <dd>
                <Neighbour duty={backup} district={detail.district} />
              </dd>
            </>
          ))}
        </dl>
      )}
      <ButtonLink href={withQuery(paths.rota(duty.districtId), { from: detail?.need.date })}>
        {myDuties.seeRota}
      </ButtonLink>
    </section>
  )
}

function All({ value }: { value: MyDutiesValue }) {
  const { format, people, words } = useText()
  return (
    <section>
      <Heading>{people.myDuties.all}</Heading>
      <ul class="duty-list columns">
        {value.duties.map((duty) => (
          <li>
            <a class="ds-link" href={paths.duty(duty.districtId, duty.needId, duty.seat)}>
              {format.timeSpan(duty)}
            </a>
            <span>
              {`${duty.lineCode} ${duty.name}`}
              <small>{format.list([...new Set(duty.pieces.map((piece) => words.forms[piece.form]))])}</small>
            </span>
            <span class="hint">{duty.districtName}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OwnHours({ value }: { value: MyDutiesValue }) {
  const { people } = useText()
  return (
    <>
      {value.hours.map(({ districtId, rows }) => (
        <section>
          <Heading>{people.myDuties.hours}</Heading>
          <p>
            <a class="ds-link" href={paths.hours(districtId)}>
              {value.duties.find((duty) => duty.districtId === districtId)?.districtName ??
                people.doctors.seeHours}
            </a>
          </p>
          <LedgerTable rows={rows} floorOf={undefined} label={people.myDuties.hours} />
        </section>
      ))}
    </>
  )
}
