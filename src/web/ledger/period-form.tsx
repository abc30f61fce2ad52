import { addDays } from '../../core/time/local-date.ts'
import type { LedgerValue } from '../../usecases/show-ledger.ts'
import { InputField, SelectField, SubmitButton } from '../form.tsx'
import { paths, withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import type { LedgerState } from './ledger.tsx'

interface PeriodFormProps {
  readonly value: LedgerValue
  readonly state: LedgerState
}

/** Which period: its length and a day in it, or the one before or after. */
export function PeriodForm({ value, state }: PeriodFormProps) {
  const { ledger } = useText().ledger
  const { district, period } = value
  const action = addressOf(district.id, state)
  const beside = (date: string) =>
    withQuery(action, { kind: period.kind, date, sort: state.sort, dir: state.dir })
  return (
    <>
      <form method="get" action={action} class="in-row filter">
        <SelectField
          name="kind"
          label={ledger.kind}
          value={period.kind}
          options={value.kinds.map((kind) => [kind, ledger.kinds[kind]] as const)}
          problems={[]}
        />
        <InputField name="date" type="date" label={ledger.date} value={period.from} problems={[]} />
        <SubmitButton variant="secondary">{ledger.show}</SubmitButton>
      </form>
      <p class="in-row">
        <a class="ds-link" href={beside(addDays(period.from, -1))} rel="prev">
          {ledger.before}
        </a>
        <a class="ds-link" href={beside(period.to)} rel="next">
          {ledger.after}
        </a>
      </p>
    </>
  )
}

/** Of the district's ledger, or of one doctor's. */
function addressOf(districtId: string, { personId }: LedgerState): string {
  return personId === null ? paths.ledger(districtId) : paths.doctorLedger(districtId, personId)
}
