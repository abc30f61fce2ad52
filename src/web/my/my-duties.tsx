import { toWall } from '../../core/time/oslo.ts'
import type { DutyValue } from '../../usecases/show-duty.ts'
import type { OwnUnconfirmed } from '../../usecases/show-my-changes.ts'
import type { MyDutiesValue, MyDuty } from '../../usecases/show-my-duties.ts'
import { Neighbour } from '../duty/duty.tsx'
import { ButtonLink, Empty, Heading, PageHeading } from '../heading.tsx'
import { LedgerTable } from '../hours/doctor-weeks.tsx'
import { OwnChangesBanner } from '../notices/banners.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'

interface MyDutiesProps {
  readonly value: MyDutiesValue
  /** The next duty with who stands around it. */
  readonly next: DutyValue | null
  readonly unconfirmed: OwnUnconfirmed
}

/** Next duty first, then all of them by month, then how to get them into one's own calendar. */
export function MyDuties({ value, next, unconfirmed }: MyDutiesProps) {
  const { calendar, exemptions, people, reportPages } = useText()
  const { myDuties } = people
  const [first] = value.duties
  return (
    <>
      <PageHeading title={myDuties.title} />
      <OwnChangesBanner unconfirmed={unconfirmed} />
      {first ? <Next own={value.personId} duty={first} detail={next} /> : <Empty>{myDuties.none}</Empty>}
      <section class="ds-card">
        <Heading>{calendar.mine.card}</Heading>
        <p>{calendar.mine.cardLead}</p>
        <ButtonLink href={paths.myCalendar} variant="secondary">
          {calendar.mine.title}
        </ButtonLink>
      </section>
      <section class="ds-card">
        <Heading>{exemptions.mine.link}</Heading>
        <p>{exemptions.mine.linkLead}</p>
        <ButtonLink href={paths.myExemptions} variant="secondary">
          {exemptions.mine.title}
        </ButtonLink>
      </section>
      <section class="ds-card">
        <Heading>{reportPages.mine.link}</Heading>
        <p>{reportPages.mine.linkLead}</p>
        <ButtonLink href={paths.myReports} variant="secondary">
          {reportPages.mine.title}
        </ButtonLink>
      </section>
      {value.duties.length > 0 && <All value={value} />}
      {value.past.length > 0 && <Past value={value} />}
      <OwnHours value={value} />
    </>
  )
}

function Next({ duty, detail, own }: { duty: MyDuty; detail: DutyValue | null; own: string }) {
  const { format, lines, people, words } = useText()
  const { myDuties } = people
  return (
    <section class="ds-card next" aria-labelledby="next">
      <Heading id="next">{myDuties.next}</Heading>
      <p class="big">{format.timeSpan(duty)}</p>
      <p>
        {`${duty.lineCode} ${duty.name}, ${format.list([...new Set(duty.pieces.map((piece) => words.forms[piece.form]))])}, ${duty.districtName}`}
      </p>
      {duty.place !== '' && <p>{`${lines.form.place}: ${duty.place}`}</p>}
      {detail && (
        <dl class="facts">
          <dt>{myDuties.before}</dt>
          <dd>
            <Neighbour
              duty={detail.before}
              district={detail.district}
              holders={[own]}
              same={myDuties.yourself}
            />
          </dd>
          <dt>{myDuties.after}</dt>
          <dd>
            <Neighbour
              duty={detail.after}
              district={detail.district}
              holders={[own]}
              same={myDuties.yourself}
            />
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
      {duty.mayReadRota ? (
        <ButtonLink href={withQuery(paths.rota(duty.districtId), { from: toWall(duty.start).date })}>
          {myDuties.seeRota}
        </ButtonLink>
      ) : (
        <p>{myDuties.notMember(duty.districtName)}</p>
      )}
    </section>
  )
}

function All({ value }: { value: MyDutiesValue }) {
  const { format, people } = useText()
  const months = Map.groupBy(value.duties, (duty) => toWall(duty.start).date.slice(0, 7))
  const closed = new Set(value.duties.flatMap((duty) => (duty.mayReadRota ? [] : [duty.districtName])))
  return (
    <section>
      <Heading>{people.myDuties.all}</Heading>
      {[...closed].map((name) => (
        <p>{people.myDuties.notMember(name)}</p>
      ))}
      {[...months].map(([month, duties]) => (
        <section class="month">
          <h3 class="ds-heading" data-size="2xs">
            {people.myDuties.month(format.month(`${month}-01`), duties.length)}
          </h3>
          <ul class="duty-list columns">
            {duties.map((duty) => (
              <Row duty={duty} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Row({ duty }: { duty: MyDuty }) {
  const { calendar, format, words } = useText()
  const when = format.timeSpan(duty)
  return (
    <li>
      {duty.mayReadRota ? (
        <a class="ds-link" href={paths.duty(duty.districtId, duty.needId, duty.seat)}>
          {when}
        </a>
      ) : (
        <b>{when}</b>
      )}
      <span>
        {`${duty.lineCode} ${duty.name}`}
        <small>{format.list([...new Set(duty.pieces.map((piece) => words.forms[piece.form]))])}</small>
        {duty.place !== '' && <small>{duty.place}</small>}
      </span>
      <span class="hint">
        {duty.districtName}{' '}
        <a
          class="ds-link file"
          href={paths.dutyFile(duty.districtId, duty.needId, duty.seat)}
          aria-label={calendar.files.dutyLabel(when)}
        >
          {calendar.files.download}
        </a>
      </span>
    </li>
  )
}

/** The last weeks' duties, to tell how they went. */
function Past({ value }: { value: MyDutiesValue }) {
  const { format, people } = useText()
  const { myDuties } = people
  return (
    <details class="more">
      <summary>{myDuties.past(value.past.length)}</summary>
      <p class="hint">{myDuties.pastLead}</p>
      <ul class="duty-list columns">
        {value.past.map((duty) => (
          <li>
            <a class="ds-link" href={`${paths.duty(duty.districtId, duty.needId, duty.seat)}#outcome`}>
              {format.timeSpan(duty)}
            </a>
            <span>{`${duty.lineCode} ${duty.name}`}</span>
            <span class="hint">{duty.isTold ? myDuties.told : myDuties.tell}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Folded: on a phone the duties themselves come first. */
function OwnHours({ value }: { value: MyDutiesValue }) {
  const { people } = useText()
  return (
    <>
      {value.hours.map(({ districtId, districtName, rows, mayReadHours }) => (
        <details class="more">
          <summary>{people.myDuties.hoursIn(districtName)}</summary>
          {mayReadHours && (
            <p>
              <a class="ds-link" href={paths.hours(districtId)}>
                {people.doctors.seeHours}
              </a>{' '}
              <a class="ds-link" href={paths.ledger(districtId)}>
                {people.hours.toLedger}
              </a>
            </p>
          )}
          <LedgerTable rows={rows} floorOf={undefined} label={people.myDuties.hoursIn(districtName)} />
        </details>
      ))}
    </>
  )
}
