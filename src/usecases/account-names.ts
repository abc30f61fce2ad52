import type { District } from '../core/rota/district.ts'
import { findAccount } from '../data/account-store.ts'
import type { Context } from './context.ts'

/**
 * Who stands behind accounts: a name, else an address for whoever may see those. Accounts that are gone, and work that no
 * person did, have none.
 */
export async function accountNames(
  { db }: Pick<Context, 'db'>,
  district: Pick<District, 'persons'>,
  accountIds: readonly string[],
  seesAddresses: boolean,
): Promise<Record<string, string>> {
  const accounts = await Promise.all([...new Set(accountIds)].map((id) => findAccount(db, id)))
  return Object.fromEntries(
    accounts.flatMap((account) => {
      if (!account) return []
      const person = district.persons.find(({ id }) => id === account.personId)
      const name = person?.name ?? (seesAddresses ? account.email : null)
      return name === null ? [] : [[account.id, name] as const]
    }),
  )
}
