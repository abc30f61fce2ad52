import { DatabaseSync, StatementSync } from 'node:sqlite'

/** What has been asked of SQLite by this process: statements one by one, and transactions. */
export interface SqlAccount {
  readonly statements: readonly string[]
  readonly transactions: number
}

let statements: string[] = []
let transactions = 0

/** From now on every statement of this process is counted, whoever asks it. */
export function countSql(): void {
  for (const name of ['all', 'run', 'get'] as const) {
    const plain = StatementSync.prototype[name] as (this: StatementSync, ...values: never[]) => unknown
    const counted = function (this: StatementSync, ...values: never[]) {
      statements.push(this.sourceSQL)
      return plain.apply(this, values)
    }
    Object.defineProperty(StatementSync.prototype, name, { value: counted })
  }
  const { exec } = DatabaseSync.prototype
  DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
    if (/^begin/i.test(sql)) transactions++
    return exec.call(this, sql)
  }
}

/** What `act` asks. */
export async function sqlOf(act: () => Promise<unknown>): Promise<SqlAccount> {
  statements = []
  transactions = 0
  await act()
  return { statements, transactions }
}
