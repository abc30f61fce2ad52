import type { PersonId } from '../../core/rota/person.ts'
import type { IsoWeek } from '../../core/time/iso-week.ts'
import type { HoursValue } from '../../usecases/show-hours.ts'
import { FlagList } from '../board/flag-list.tsx'
import { indexFlags } from '../board/flags.ts'
import { InputField, SelectField, SubmitButton } from '../form.tsx'
import { Empty, Heading, PageHeading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'
import { DoctorWeeks } from './doctor-weeks.tsx'
import { HoursSums } from './hours-sums.tsx'
import { WeekTotals } from './week-totals.tsx'

export interface HoursState {
  readonly from: IsoWeek
  readonly weeks: number
  /** The doctor whose weeks are shown one by one. */
  readonly personId: PersonId | null
  readonly draftId: string | null
}

export interface HoursProps {
  readonly value: HoursValue
  readonly state: HoursState
}

/** Who carries how much: sums, then weeks, then what is too much. */
export function Hours({ value, state }: HoursProps) {
  const { hours } = useText().people
  const only = value.hidesHours ? value.rows[0]?.personId : undefined
  const personId = state.personId ?? only
  const isEmpty = value.rows.every((row) => row.dutyMinutes === 0)
  return (
    <>
      <PageHeading title={hours.title} />
      <p class="lead">{hours.lead}</p>
      <WeeksForm value={value} state={state} />
      {isEmpty && <Empty>{hours.none}</Empty>}
      {value.hidesHours && <p class="hint">{hours.onlyOwn}</p>}
      {personId && <DoctorWeeks value={value} personId={personId} />}
      <HoursSums value={value} state={state} />
      {!value.hidesHours && <WeekTotals value={value} state={state} />}
      <section id="flags">
        <Heading>{hours.flags}</Heading>
        <FlagList
          flags={indexFlags(value.violations).flags}
          value={{ district: value.district, needs: [] }}
          hrefOf={({ needIds: [first] }) =>
            first && state.draftId === null ? paths.duty(value.district.id, first, 0) : undefined
          }
        />
      </section>
    </>
  )
}

const CHOICES = [4, 8, 13, 26, 53] as const

function WeeksForm({ value, state }: HoursProps) {
  const { hours } = useText().people
  return (
    <form method="get" action={paths.hours(value.district.id)} class="in-row filter">
      {state.draftId !== null && <input type="hidden" name="draft" value={state.draftId} />}
      {state.personId !== null && <input type="hidden" name="doctor" value={state.personId} />}
      <InputField name="from" type="week" label={hours.from} value={state.from} problems={[]} />
      <SelectField
        name="weeks"
        label={hours.weeks}
        value={String(state.weeks)}
        options={CHOICES.map((weeks) => [String(weeks), hours.weeksAmount(weeks)] as const)}
        problems={[]}
      />
      <SubmitButton variant="secondary">{hours.show}</SubmitButton>
    </form>
  )
}
