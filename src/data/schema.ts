import type { AccessTables } from './schema-access.ts'
import type { DistrictTables } from './schema-district.ts'
import type { LedgerTables } from './schema-ledger.ts'
import type { RotaTables } from './schema-rota.ts'

/** Every table, as the migrations make it. Stores are held to both by saving and loading every value they map. */
export interface Schema extends DistrictTables, RotaTables, LedgerTables, AccessTables {}

export type Table = keyof Schema & string
