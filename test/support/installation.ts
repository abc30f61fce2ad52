import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fromUtcText, type Minute } from '../../src/core/time/minute.ts'
import { accountWrites } from '../../src/data/account-store.ts'
import { type Database, writeAll } from '../../src/data/database.ts'
import { type DistrictFile, parseDistrictFile } from '../../src/exchange/district-file.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import type { Context } from '../../src/usecases/context.ts'
import { freshDatabase } from '../data/fresh-database.ts'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

const NOW: Minute = fromUtcText('2026-12-01T12:00Z')

/** An empty installation on node:sqlite, seen by its administrator, who also plans in Fjordane. */
export async function emptyInstallation(db: Database = freshDatabase()): Promise<Context> {
  const memberships = [
    { scopeKind: 'installation', scopeId: 'installation', role: 'installation-administrator' },
    { scopeKind: 'district', scopeId: 'fjordane', role: 'coordinator' },
  ] as const
  await writeAll(db, accountWrites(accountOf('a', null, null, NOW)))
  let ids = 0
  return {
    db,
    actor: {
      kind: 'account',
      accountId: 'a',
      personId: null,
      memberships,
      sessionHash: 'session',
      ...WELL_SIGNED_IN,
    },
    language: 'nb',
    now: NOW,
    mode: 'development',
    origin: 'http://localhost:8787',
    requestId: 'r',
    newId: () => `id-${ids++}`,
    newSecret: () => `secret-${ids++}`,
    hash: async (text) => createHash('sha256').update(text).digest('hex'),
    feedKeys: ['a key of tests that is no secret at all'],
    groundKeys: ['a key of tests that is no secret at all'],
    startBuild: async () => {},
  }
}

/** @throws with the problems when the example is not a district file. */
export function exampleFile(name: string): DistrictFile {
  const parsed = parseDistrictFile(readFileSync(`examples/${name}.json`, 'utf8'))
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems))
  return parsed.file
}
