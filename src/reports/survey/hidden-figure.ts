/** A figure over hours that the published rota does not show: surgery, tasks and totals. */
export type HiddenFigure =
  | { readonly kind: 'known'; readonly minutes: number; readonly doctors: number }
  /** So few persons that the figure would come too near one of them. */
  | { readonly kind: 'hidden' }
