import type { District } from '../../core/rota/district.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { InputField, SubmitButton } from '../form.tsx'
import { paths } from '../paths.ts'
import { useText } from '../text-context.ts'

/** Which form was sent, what was in it, and what was wrong with it. */
export interface SettingsState {
  readonly step: string
  readonly id: string
  readonly values: Readonly<Record<string, string>>
  readonly weekdays: readonly string[]
  readonly languages: readonly string[]
  readonly problems: readonly FieldProblem[]
}

export interface SettingsProps {
  readonly district: District
  readonly today: LocalDate
  /** First day that a change may hold from. */
  readonly from: LocalDate
  readonly seen: string
  /** Null on a page that nothing was sent to. */
  readonly state: SettingsState | null
}

/** The problems and the values of the one form that was sent. */
export function sentTo(state: SettingsState | null, step: string, id: string) {
  const isOwn = state !== null && state.step === step && state.id === id
  return { problems: isOwn ? state.problems : [], values: isOwn ? state.values : {}, isOwn }
}

export function Hidden({ seen, step, id = '' }: { seen: string; step: string; id?: string }) {
  return (
    <>
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="id" value={id} />
    </>
  )
}

interface EndProps extends Pick<SettingsProps, 'district' | 'seen' | 'state' | 'today'> {
  readonly step: string
  readonly id: string
  readonly label: string
  readonly field: string
}

export function EndForm({ district, seen, state, today, step, id, label, field }: EndProps) {
  const { settings } = useText().setup
  const { problems, values, isOwn } = sentTo(state, step, id)
  return (
    <details class="more" open={isOwn}>
      <summary aria-label={label}>{settings.end}</summary>
      <form method="post" action={paths.settings(district.id)} class="stack" novalidate>
        <Hidden seen={seen} step={step} id={id} />
        <InputField
          name="on"
          id={isOwn ? 'f-on' : `f-on-${id}`}
          type="date"
          label={field}
          value={values.on ?? today}
          problems={problems}
        />
        <SubmitButton variant="secondary">{settings.end}</SubmitButton>
      </form>
    </details>
  )
}
