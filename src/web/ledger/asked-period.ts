import { PERIOD_KINDS, type PeriodKind } from '../../core/ledger/period.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { isPlanDate } from '../../usecases/plan-dates.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'

export interface PeriodQuery {
  readonly kind: PeriodKind | null
  readonly date: LocalDate | null
}

/** Which period an address asks for, word by word. */
export interface AskedText {
  readonly kind?: string | undefined
  readonly date?: string | undefined
}

/** The period that an address or a form asks for; null where it says nothing that makes sense. */
export function toPeriodQuery(kind: string | undefined, date: string | undefined): PeriodQuery {
  return {
    kind: PERIOD_KINDS.find((known) => known === kind) ?? null,
    date: date !== undefined && isPlanDate(date) ? date : null,
  }
}

/** What of it can't be followed. A page says that it shows another period; a file can't. */
export function unreadIn({ kind, date }: AskedText): FieldProblem[] {
  const asked = toPeriodQuery(kind, date)
  return [
    ...(kind && asked.kind === null ? [{ field: 'kind', code: 'unknown-period', value: kind } as const] : []),
    ...(date && asked.date === null ? [{ field: 'date', code: 'not-a-date', value: date } as const] : []),
  ]
}
