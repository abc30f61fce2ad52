import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import * as text from '../text/nb/audit-cli.ts'
import {
  type ChainVerdict,
  type KeptHead,
  keptHeadsIn,
  keptLine,
  type StoredAudit,
  verifyAudit,
} from '../usecases/verify-audit.ts'

const WHOLE = 0
const BROKEN = 1
const BAD_INPUT = 2

/** `npm run audit:verify`: walks every chain of a database's log. Ends with 0 when all hold, 1 when one is broken, 2 when it can't be read. */
export async function auditVerify(args: readonly string[], say: (line: string) => void): Promise<number> {
  const asked = readArgs(args)
  if (!asked) return tell(say, text.usage, BAD_INPUT)
  const { file, heads, keep } = asked
  const kept = heads === undefined ? [] : readHeads(heads)
  if (typeof kept === 'string') return tell(say, kept, BAD_INPUT)
  const rows = readRows(file)
  if (typeof rows === 'string') return tell(say, rows, BAD_INPUT)
  const verdicts = await verifyAudit(rows, kept, async (hashed) =>
    createHash('sha256').update(hashed).digest('hex'),
  )
  for (const verdict of verdicts)
    say(verdict.fault ? text.broken(verdict, verdict.fault) : text.whole(verdict))
  const broken = verdicts.filter(({ fault }) => fault !== null).length
  say(broken > 0 ? text.someBroken(broken, verdicts.length) : text.allWhole(verdicts.length, rows.length))
  if (heads === undefined) say(text.withoutHeads)
  // What is broken is not kept as if it were whole.
  if (keep !== undefined && broken === 0) {
    writeFileSync(keep, headLines(verdicts))
    say(text.kept(keep))
  }
  return broken > 0 ? BROKEN : WHOLE
}

interface Asked {
  readonly file: string
  readonly heads: string | undefined
  readonly keep: string | undefined
}

function readArgs(args: readonly string[]): Asked | undefined {
  try {
    const options = { heads: { type: 'string' }, keep: { type: 'string' } } as const
    const { positionals, values } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [file, ...more] = positionals
    return file === undefined || more.length > 0
      ? undefined
      : { file, heads: values.heads, keep: values.keep }
  } catch {
    return undefined
  }
}

/** The ends in a file, or why there are none. */
function readHeads(file: string): readonly KeptHead[] | string {
  try {
    const heads = keptHeadsIn(readFileSync(file, 'utf8'))
    return heads.length > 0 ? heads : text.noHeads(file)
  } catch (fault) {
    return text.unreadable(file, reasonOf(fault))
  }
}

/** Every row of the log, or why it can't be read. The file itself is not written to. */
function readRows(file: string): readonly StoredAudit[] | string {
  if (!existsSync(file)) return text.unreadable(file, 'ENOENT')
  try {
    const db = file.endsWith('.sql') ? exportedDatabase(file) : new DatabaseSync(file, { readOnly: true })
    const has = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'audit'").get()
    // The columns are those of the table, whose shape the migrations hold.
    const rows = has && (db.prepare('select * from audit').all() as unknown as StoredAudit[])
    db.close()
    return rows ?? text.noLog(file)
  } catch (fault) {
    return text.unreadable(file, reasonOf(fault))
  }
}

/** A database in memory of what was exported; without its triggers, which would not let in the rows of a broken chain. */
function exportedDatabase(file: string): DatabaseSync {
  const db = new DatabaseSync(':memory:', { enableForeignKeyConstraints: false })
  db.exec(readFileSync(file, 'utf8').replaceAll(/^CREATE TRIGGER\b[\s\S]*?^END;$/gm, ''))
  return db
}

function headLines(verdicts: readonly ChainVerdict[]): string {
  return verdicts.map(({ chain, head }) => `${keptLine({ chain, ...head })}\n`).join('')
}

function reasonOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault)
}

function tell(say: (line: string) => void, line: string, code: number): number {
  say(line)
  return code
}

if (import.meta.main) process.exitCode = await auditVerify(process.argv.slice(2), (line) => console.log(line))
