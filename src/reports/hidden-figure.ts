import { parameterOn } from '../core/rota/agreement.ts'
import type { District } from '../core/rota/district.ts'
import { type IsoWeek, isoWeekStart } from '../core/time/iso-week.ts'

/** Fewest persons whose hidden hours may stand as one figure, as agreed when the period begins (domain reference P42). */
export function leastGroup({ agreement }: Pick<District, 'agreement'>, [first]: readonly IsoWeek[]): number {
  if (first === undefined) throw new Error('a report over no weeks has no group to hide')
  return parameterOn(agreement, 'leastGroup', isoWeekStart(first))
}

/** A figure over hours that the published rota does not show: surgery, tasks and totals. */
export type HiddenFigure =
  | { readonly kind: 'known'; readonly minutes: number; readonly doctors: number }
  | { readonly kind: 'not-known' }
  /** So few persons that the figure would come too near one of them. */
  | { readonly kind: 'suppressed' }
