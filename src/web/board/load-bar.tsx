import type { Load } from '../../core/ledger/fair-share.ts'
import { DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'
import { useText } from '../text-context.ts'

const WIDTH = 100
const HEIGHT = 10
const CLASSES: Readonly<Record<DutyForm, string>> = { home: 'h', 'on-site': 't', backup: 'b' }

export interface LoadBarProps {
  readonly load: Load
  readonly target: Load
  /** Minutes at the right end of the bar, the same for all bars of a board. */
  readonly scaleMinutes: number
}

/** Duty minutes by form as one bar, with a stroke where the fair share lies. */
export function LoadBar({ load, target, scaleMinutes }: LoadBarProps) {
  const { board, format } = useText()
  const x = (minutes: number) => Math.round((WIDTH * 10 * minutes) / Math.max(1, scaleMinutes)) / 10
  let left = 0
  return (
    <svg
      class="load"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={board.loadBar(format.hours(minutesIn(load)), format.hours(minutesIn(target)))}
    >
      {DUTY_FORMS.map((form) => {
        const start = left
        left += load.minutes[form]
        return load.minutes[form] > 0 ? (
          <rect class={CLASSES[form]} x={x(start)} y="1" width={x(load.minutes[form])} height={HEIGHT - 2} />
        ) : null
      })}
      <rect class="share" x={Math.max(0, x(minutesIn(target)) - 1)} y="0" width="2" height={HEIGHT} />
    </svg>
  )
}

export function minutesIn(load: Load): number {
  return DUTY_FORMS.reduce((sum, form) => sum + load.minutes[form], 0)
}
