import { raw } from 'hono/html'
import { barParts, LOAD_VIEW_BOX, minutesIn } from '../../board/load-bar.ts'
import type { Load } from '../../core/ledger/fair-share.ts'
import type { Text } from '../../text/text.ts'
import { useText } from '../text-context.ts'
import { escaped } from './markup.ts'

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
  const share = minutesIn(target)
  const label = board.loadBar(format.hours(minutesIn(load)), format.hours(share))
  const parts = barParts(load, share, scaleMinutes).map(
    (part) =>
      `<rect class="${part.class}" x="${part.x}" y="${part.y}" width="${part.width}" height="${part.height}"/>`,
  )
  const frame = `viewBox="${LOAD_VIEW_BOX}" preserveAspectRatio="none" role="img"`
  return `<svg class="load" ${frame} aria-label="${escaped(label)}">${parts.join('')}</svg>`
}
