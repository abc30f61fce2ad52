import type { Notice } from '../core/plans/notices.ts'
import type { District } from '../core/rota/district.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Context } from './context.ts'
import { sendsMail } from './sends-mail.ts'

/** A doctor whose duties a change is about to change, and how they would hear of it. */
export interface ToldDoctor {
  readonly personId: PersonId
  readonly name: string
  /** Whether they are told at once: what does not haste waits some minutes. */
  readonly isUrgent: boolean
  /** Not asked of whoever makes the change. */
  readonly mustConfirm: boolean
  readonly byMail: boolean
  readonly bySms: boolean
}

/** By person id, as the notices come. */
export function whomTold(
  ctx: Pick<Context, 'actor' | 'channels'>,
  { persons }: Pick<District, 'persons'>,
  notices: readonly Notice[],
): ToldDoctor[] {
  const { actor, channels } = ctx
  const self = actor.kind === 'account' ? actor.personId : null
  return notices.map(({ personId, isUrgent }) => {
    const person = persons.find(({ id }) => id === personId)
    return {
      personId,
      name: person?.name ?? '',
      isUrgent,
      mustConfirm: isUrgent && personId !== self,
      byMail: Boolean(person?.email) && sendsMail(ctx),
      bySms: isUrgent && Boolean(person?.phone) && channels?.includes('sms') === true,
    }
  })
}
