import type { PersonId } from '../../core/rota/person.ts'
import type { LedgerValue, SignedEntry } from '../../usecases/show-ledger.ts'
import { InputField, RefusalAlert, SelectField, SubmitButton } from '../form.tsx'
import { Heading } from '../heading.tsx'
import { paths } from '../paths.ts'
import { Scroll } from '../scroll.tsx'
import { useText } from '../text-context.ts'
import { useAmountText } from './amount-text.ts'
import type { CorrectionForm } from './ledger.tsx'
import { MEASURES } from './shares.tsx'

interface BalanceProps {
  readonly value: LedgerValue
  readonly personId: PersonId
  readonly form: CorrectionForm | null
}

/** Everything that was carried over or corrected, with who signed it, and the form for another entry. */
export function Balance({ value, personId, form }: BalanceProps) {
  const { ledger } = useText()
  return (
    <section id="balance">
      <Heading>{ledger.balance.title}</Heading>
      <p class="hint">{ledger.balance.lead}</p>
      {value.entries.length === 0 ? <p>{ledger.balance.none}</p> : <Entries entries={value.entries} />}
      {value.mayCorrect && <Correct value={value} personId={personId} form={form} />}
    </section>
  )
}

function Entries({ entries }: { entries: readonly SignedEntry[] }) {
  const { format, ledger } = useText()
  const { balance, share } = ledger
  const tell = useAmountText()
  return (
    <Scroll label={balance.title}>
      <table class="ds-table entries">
        <thead>
          <tr>
            {[balance.on, balance.what, balance.amount, balance.why, balance.signed].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr>
              <td>{format.dateOnly(entry.on)}</td>
              <td>{share.measures[entry.measure]}</td>
              <td>{tell.signed(entry.measure, entry.amount)}</td>
              <td>{entry.kind === 'closing' ? balance.carriedOver : entry.reason}</td>
              <td>{balance.by(entry.by, format.dateTime(entry.at))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Correct({ value, personId, form }: BalanceProps) {
  const { ledger } = useText()
  const { balance, share } = ledger
  const { values = {}, problems = [] } = form ?? {}
  return (
    <details class="more" open={form !== null}>
      <summary>{balance.correct}</summary>
      {problems.length > 0 && <RefusalAlert>{ledger.outcome.refused}</RefusalAlert>}
      <form method="post" action={paths.corrections(value.district.id)} class="stack" novalidate>
        <input type="hidden" name="personId" value={personId} />
        <input type="hidden" name="kind" value={value.period.kind} />
        <input type="hidden" name="date" value={value.period.from} />
        <SelectField
          name="measure"
          label={balance.what}
          value={values.measure ?? 'home'}
          options={MEASURES.map((measure) => [measure, share.measures[measure]] as const)}
          problems={problems}
        />
        <SelectField
          name="sign"
          label={balance.sign}
          value={values.sign ?? 'more'}
          options={[
            ['more', balance.more],
            ['less', balance.less],
          ]}
          problems={problems}
        />
        <InputField
          name="amount"
          label={balance.amount}
          description={balance.hoursHelp}
          value={values.amount ?? ''}
          problems={problems}
        />
        <InputField
          name="on"
          type="date"
          label={balance.on}
          value={values.on ?? value.period.to}
          problems={problems}
        />
        <InputField
          name="reason"
          label={balance.reason}
          isFree
          value={values.reason ?? ''}
          problems={problems}
        />
        <SubmitButton>{balance.save}</SubmitButton>
      </form>
    </details>
  )
}
