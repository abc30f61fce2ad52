import { indexFlags } from '../../board/flags.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { isoWeekStart } from '../../core/time/iso-week.ts'
import { addDays } from '../../core/time/local-date.ts'
import type { HoursValue } from '../../usecases/show-hours.ts'
import { FlagList } from '../board/flag-list.tsx'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DoctorWeeks } from './doctor-weeks.tsx'
import { HoursSums } from './hours-sums.tsx'
import { Lines, Unchecked } from './lines.tsx'
import { ShownFindings } from './shown-findings.tsx'
import { WeekTotals } from './week-totals.tsx'
import { WeeksForm } from './weeks-form.tsx'

export interface HoursState {
  /** The doctor whose weeks are shown one by one. */
  readonly personId: PersonId | null
  readonly draftId: string | null
}

export interface HoursProps {
  readonly value: HoursValue
  readonly state: HoursState
}

/** Who carries how much: sums, then weeks, then what is too much, then what is only told. */
export function Hours({ value, state }: HoursProps) {
  const { format, people } = useText()
  const { hours } = people
  const only = value.hidesHours ? value.rows[0]?.personId : undefined
  const personId = state.personId ?? only
  const isEmpty = value.rows.every((row) => row.dutyMinutes === 0)
  const hrefOf = ({ needIds: [first] }: HoursValue['violations'][number]) =>
    first && state.draftId === null ? paths.duty(value.district.id, first, 0) : undefined
  return (
    <>
      <PageHeading title={hours.title}>
        <a class="ds-link" href={withQuery(paths.ledger(value.district.id), {})}>
          {hours.toLedger}
        </a>
      </PageHeading>
      <p class="lead">{hours.lead}</p>
      <WeeksForm
        action={paths.hours(value.district.id)}
        weeks={value.weeks}
        kept={{ draft: state.draftId, doctor: state.personId }}
      />
      <p class="hint">{format.dateRange(datesOf(value))}</p>
      {isEmpty && <Empty>{hours.none}</Empty>}
      {value.hidesHours && <p class="hint">{hours.onlyOwn}</p>}
      {personId && <DoctorWeeks value={value} personId={personId} />}
      <HoursSums value={value} state={state} />
      {!value.hidesHours && <WeekTotals value={value} state={state} />}
      <Lines value={value} />
      <section id="flags">
        <Heading>{hours.flags}</Heading>
        <FlagList
          flags={indexFlags(value.violations).flags}
          value={{ district: value.district, needs: [] }}
          hrefOf={hrefOf}
        />
      </section>
      <ShownFindings
        violations={value.violations}
        value={{ district: value.district, needs: [] }}
        hrefOf={hrefOf}
      />
      <Unchecked value={value} />
    </>
  )
}

function datesOf({ weeks }: HoursValue) {
  const [first = '', ...others] = weeks
  return { from: isoWeekStart(first), to: addDays(isoWeekStart(others.at(-1) ?? first), 7) }
}
