import type { Person } from '../core/rota/person.ts'
import { findAccount } from '../data/account-store.ts'
import { textFor } from '../text/text.ts'
import type { Context } from './context.ts'

/**
 * Who stands behind accounts: the name of a person of the district, else the role for whoever is told of those, and never an
 * address. Accounts that are gone, and work that no person did, have none.
 */
export async function accountNames(
  { db, language }: Pick<Context, 'db' | 'language'>,
  { persons }: { readonly persons: readonly Pick<Person, 'id' | 'name'>[] },
  accountIds: readonly string[],
  seesRoles: boolean,
): Promise<Record<string, string>> {
  const accounts = await Promise.all([...new Set(accountIds)].map((id) => findAccount(db, id)))
  const role = seesRoles ? textFor(language).words.roles.coordinator : null
  return Object.fromEntries(
    accounts.flatMap((account) => {
      if (!account) return []
      const name = persons.find(({ id }) => id === account.personId)?.name ?? role
      return name === null ? [] : [[account.id, name] as const]
    }),
  )
}
