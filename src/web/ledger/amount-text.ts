import type { ShareMeasure } from '../../core/rota/rota.ts'
import { useText } from '../text-context.ts'

interface AmountText {
  readonly amount: (measure: ShareMeasure, amount: number) => string
  /** With its sign: above 0 has carried more. */
  readonly signed: (measure: ShareMeasure, amount: number) => string
  readonly difference: (measure: ShareMeasure, amount: number) => string
}

/** Minutes as hours, counts with a decimal where they have one. */
export function useAmountText(): AmountText {
  const { format, ledger } = useText()
  const amount = (measure: ShareMeasure, value: number) =>
    isCount(measure) ? ledger.amount(value) : format.hours(value)
  return {
    amount,
    signed: (measure, value) => ledger.signed(amount(measure, value), value),
    difference: (measure, value) => {
      const told = amount(measure, Math.abs(value))
      if (told === amount(measure, 0)) return ledger.share.even
      return value > 0 ? ledger.share.over(told) : ledger.share.under(told)
    },
  }
}

export function isCount(measure: ShareMeasure): boolean {
  return measure === 'nights' || measure === 'weekends' || measure === 'holidays'
}
