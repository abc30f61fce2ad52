import type { Load } from '../core/ledger/fair-share.ts'
import { DUTY_FORMS } from '../core/rota/line.ts'
import { formClass } from './face.ts'

/** Of the picture's own square; the style sheet says how large it is drawn. */
const WIDTH = 100
const HEIGHT = 10

export const LOAD_VIEW_BOX = `0 0 ${WIDTH} ${HEIGHT}`

export interface BarPart {
  readonly class: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Duty minutes by form as one bar, with a stroke where the share lies; null = nothing is to be shared. `scaleMinutes` lie at
 * the right end, the same for all bars of a board.
 */
export function barParts(load: Load, shareMinutes: number | null, scaleMinutes: number): BarPart[] {
  const x = (minutes: number) => Math.round((WIDTH * 10 * minutes) / Math.max(1, scaleMinutes)) / 10
  let left = 0
  const parts = DUTY_FORMS.flatMap((form): BarPart[] => {
    const start = left
    const minutes = load.minutes[form]
    left += minutes
    if (minutes === 0) return []
    return [{ class: formClass([form]), x: x(start), y: 1, width: x(minutes), height: HEIGHT - 2 }]
  })
  if (shareMinutes === null) return parts
  const share = { class: 'share', x: Math.max(0, x(shareMinutes) - 1), y: 0, width: 2, height: HEIGHT }
  return [...parts, share]
}

export function minutesIn(load: Load): number {
  return DUTY_FORMS.reduce((sum, form) => sum + load.minutes[form], 0)
}
