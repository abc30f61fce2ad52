import type { ExemptionGround } from '../../src/core/rota/exemption.ts'
import type { Database, Write } from '../../src/data/database.ts'
import type { ExemptionKey } from '../../src/data/ground-store.ts'
import { keysOf } from '../../src/identity/secrets.ts'
import {
  type GroundEntered,
  type GroundEntry,
  readGroundHistory,
  sealedGroundWrites,
} from '../../src/usecases/sealed-ground.ts'

const groundKeys = keysOf('GROUND_KEYS', {}, 'development')

/** Stores a ground as the `entry`th of an exemption, sealed as development servers do for Askvoll. */
export function toldGroundWrites(
  key: ExemptionKey,
  entry: number,
  ground: ExemptionGround,
  entered: GroundEntered,
): Promise<Write[]> {
  return sealedGroundWrites({ groundKeys }, key, entry, { ground, entered, sealedFor: '4645' })
}

/** What was stored so, the oldest first. */
export function toldGrounds(db: Database, key: ExemptionKey): Promise<GroundEntry[]> {
  return readGroundHistory({ db, groundKeys }, key)
}
