import type { ShareMeasure } from '../core/rota/rota.ts'
import type { Json } from './schema-district.ts'
import type { Instant } from './schema-rota.ts'

interface OfDistrict {
  district_id: string
}

interface OfSnapshot extends OfDistrict {
  subject_kind: 'exemption' | 'absence'
  subject_id: string
  entry: number
}

/** Tables of migrations 0010–0011: closed periods, balances, and plans as they stood. All are appended only. */
export interface LedgerTables {
  closed_period: OfDistrict & {
    id: string
    kind: 'week' | 'month' | 'quarter' | 'year' | 'plan'
    name: string
    from_date: string
    to_date: string
    from_at: Instant
    to_at: Instant
    chunks: number
    closed_at: Instant
    closed_by: string
  }
  closed_period_figures: OfDistrict & {
    closing_id: string
    chunk: number
    kind: 'ledgers' | 'shares'
    list: Json
  }
  balance_entry: OfDistrict & {
    id: string
    person_id: string
    measure: ShareMeasure
    amount: number
    on_date: string
    kind: 'closing' | 'correction'
    closing_id: string | null
    reason: string
    by: string
    at: Instant
  }
  plan_snapshot: OfSnapshot & { person_id: string; taken_at: Instant; duties: number }
  plan_snapshot_duty: OfSnapshot & { ordinal: number; assignment_id: string }
}
