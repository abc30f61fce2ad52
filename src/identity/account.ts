import type { PersonId } from '../core/rota/person.ts'
import type { Minute } from '../core/time/minute.ts'
import type { Account } from '../data/account-store.ts'

export function accountOf(
  id: string,
  personId: PersonId | null,
  email: string | null,
  createdAt: Minute,
): Account {
  return { id, email, personId, status: 'active', createdAt }
}
