import type { IsoWeek } from '../../core/time/iso-week.ts'
import { InputField, SelectField, SubmitButton } from '../form.tsx'
import { useText } from '../text-context.ts'

interface WeeksFormProps {
  readonly action: string
  readonly weeks: readonly IsoWeek[]
  /** Stays in the address; null is left out. */
  readonly kept: Readonly<Record<string, string | null>>
}

const CHOICES = [4, 8, 13, 26, 53] as const

/** Which weeks a page shows: the first, and how many. */
export function WeeksForm({ action, weeks, kept }: WeeksFormProps) {
  const { hours } = useText().people
  const choices = [...new Set([...CHOICES, weeks.length])].sort((a, b) => a - b)
  return (
    <form method="get" action={action} class="in-row filter">
      {Object.entries(kept).map(
        ([name, value]) => value !== null && <input type="hidden" name={name} value={value} />,
      )}
      <InputField name="from" type="week" label={hours.from} value={weeks[0] ?? ''} problems={[]} />
      <SelectField
        name="weeks"
        label={hours.weeks}
        value={String(weeks.length)}
        options={choices.map((amount) => [String(amount), hours.weeksAmount(amount)] as const)}
        problems={[]}
      />
      <SubmitButton variant="secondary">{hours.show}</SubmitButton>
    </form>
  )
}
