import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, SelectField } from '../form.tsx'
import { useText } from '../text-context.ts'
import { type FormTexts, OWN_NUMBER, STEPS, stepOf } from './value-form.ts'

interface TimesFieldProps {
  readonly field: string
  readonly label: string
  readonly hint: string
  readonly texts: FormTexts
  readonly problems: readonly FieldProblem[]
}

/** How much a thing counts, in steps from much less to much more; a number of one's own is asked for where that is chosen. */
export function TimesField({ field, label, hint, texts, problems }: TimesFieldProps) {
  const { form } = useText().agreement
  const at = (name: string) => texts[name]?.at(-1)
  const chosen = at(stepOf(field)) ?? (at(field) === undefined ? '1' : OWN_NUMBER)
  const step = STEPS.some((known) => String(known) === chosen) ? chosen : OWN_NUMBER
  const options = [
    ...STEPS.map((known) => [String(known), form.steps[known]] as const),
    [OWN_NUMBER, form.ownNumber] as const,
  ]
  return (
    <div class="times">
      <SelectField name={stepOf(field)} label={label} value={step} options={options} problems={[]} />
      <div class="own-number">
        <InputField
          name={field}
          label={form.numberFor(label)}
          description={hint}
          value={at(field) ?? (step === OWN_NUMBER ? chosen : '')}
          problems={problems}
        />
      </div>
    </div>
  )
}
