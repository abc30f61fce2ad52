import type { PersonId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { done, type Result, refused } from './refusal.ts'
import { ownPersonId } from './wish-rights.ts'

/** The person who asks for their own duties and what changes in them; not found for an account that is nobody's. */
export function ownReader(ctx: Context): Result<PersonId> {
  const personId = ownPersonId(ctx)
  if (ctx.actor.kind === 'nobody') return refused({ kind: 'not-signed-in' })
  if (personId === null) return refused({ kind: 'not-found' })
  return gate(ctx, 'read-own-duties', { kind: 'person', id: personId }) ?? done(personId)
}
