import { raw } from 'hono/html'
import type { Load } from '../../core/ledger/fair-share.ts'
import { DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../text-context.ts'
import { escaped } from './markup.ts'

const WIDTH = 100
const HEIGHT = 10
const CLASSES: Readonly<Record<DutyForm, string>> = { home: 'h', 'on-site': 't', backup: 'b' }

export interface LoadBarProps {
  readonly load: Load
  readonly target: Load
  /** Minutes at the right end of the bar, the same for all bars of a board. */
  readonly scaleMinutes: number
}

export function LoadBar(props: LoadBarProps) {
  return raw(loadBar(props, useText()))
}

/** Duty minutes by form as one bar, with a stroke where the fair share lies. */
export function loadBar({ load, target, scaleMinutes }: LoadBarProps, { board, format }: Text): string {
  const x = (minutes: number) => Math.round((WIDTH * 10 * minutes) / Math.max(1, scaleMinutes)) / 10
  const label = board.loadBar(format.hours(minutesIn(load)), format.hours(minutesIn(target)))
  let left = 0
  const parts = DUTY_FORMS.map((form) => {
    const start = left
    left += load.minutes[form]
    if (load.minutes[form] === 0) return ''
    return `<rect class="${CLASSES[form]}" x="${x(start)}" y="1" width="${x(load.minutes[form])}" height="${HEIGHT - 2}"/>`
  })
  const share = `<rect class="share" x="${Math.max(0, x(minutesIn(target)) - 1)}" y="0" width="2" height="${HEIGHT}"/>`
  const frame = `viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" role="img"`
  return `<svg class="load" ${frame} aria-label="${escaped(label)}">${parts.join('')}${share}</svg>`
}

export function minutesIn(load: Load): number {
  return DUTY_FORMS.reduce((sum, form) => sum + load.minutes[form], 0)
}
