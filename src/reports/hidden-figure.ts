/** Fewest persons whose hidden hours may stand as one figure (domain reference P42). */
export const SMALLEST_GROUP = 5

/** A figure over hours that the published rota does not show: surgery, tasks and totals. */
export type HiddenFigure =
  | { readonly kind: 'known'; readonly minutes: number; readonly doctors: number }
  | { readonly kind: 'not-known' }
  /** So few persons that the figure would come too near one of them. */
  | { readonly kind: 'suppressed' }
