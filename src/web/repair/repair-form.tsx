import type { FieldProblem } from '../../usecases/refusal.ts'
import type { RepairsValue } from '../../usecases/show-repairs.ts'
import { InputField, Problems, SelectField, SubmitButton } from '../form.tsx'
import { useText } from '../text-context.ts'

/** What was asked for, as it stands in the address. */
export interface RepairAsked {
  readonly doctor: string
  readonly from: string
  /** The last day. */
  readonly to: string
  readonly reach: string
}

interface RepairFormProps {
  readonly value: RepairsValue
  readonly asked: RepairAsked
  readonly problems: readonly FieldProblem[]
}

/** Who is away and when; asked through the address, since nothing is stored by it. */
export function RepairForm({ value, asked, problems }: RepairFormProps) {
  const { repair } = useText()
  const { form } = repair
  const { doctors, persons } = value.district
  const names = doctors.map(
    ({ personId }) => [personId, persons.find(({ id }) => id === personId)?.name ?? personId] as const,
  )
  const sorted = names.toSorted((a, b) => (a[1] < b[1] ? -1 : 1))
  return (
    <form method="get" class="stack repair-form" novalidate>
      <Problems
        problems={problems}
        labels={{ doctor: form.doctor, from: form.from, to: form.to, changes: repair.title }}
      />
      <SelectField
        name="doctor"
        label={form.doctor}
        value={asked.doctor}
        options={[['', form.choose], ...sorted]}
        problems={problems}
      />
      <div class="side-by-side">
        <InputField name="from" type="date" label={form.from} value={asked.from} problems={problems} />
        <InputField name="to" type="date" label={form.to} value={asked.to} problems={problems} />
      </div>
      <SelectField
        name="reach"
        label={form.which}
        value={asked.reach}
        options={[
          ['all', form.all],
          ['forbidden', form.forbidden],
        ]}
        problems={problems}
      />
      <SubmitButton {...(value.found ? { variant: 'secondary' as const } : {})}>{form.submit}</SubmitButton>
    </form>
  )
}
