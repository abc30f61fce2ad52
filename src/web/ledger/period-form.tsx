import type { LedgerPeriod, PeriodKind } from '../../core/ledger/period.ts'
import { addDays } from '../../core/time/local-date.ts'
import { InputField, SelectField, SubmitButton } from '../form.tsx'
import { withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'

interface PeriodFormProps {
  /** Where the same is shown of another period. */
  readonly action: string
  readonly period: LedgerPeriod
  /** The kinds of period that there are on its dates. */
  readonly kinds: readonly PeriodKind[]
  /** What the links keep beside the period. */
  readonly kept?: Readonly<Record<string, string | null>>
}

/** Which period: its length and a day in it, or the one before or after. */
export function PeriodForm({ action, period, kinds, kept = {} }: PeriodFormProps) {
  const { ledger } = useText().ledger
  const beside = (date: string) => withQuery(action, { kind: period.kind, date, ...kept })
  return (
    <>
      <form method="get" action={action} class="in-row filter">
        <SelectField
          name="kind"
          label={ledger.kind}
          value={period.kind}
          options={kinds.map((kind) => [kind, ledger.kinds[kind]] as const)}
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
