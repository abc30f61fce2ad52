import type { DutyLinks } from '../text/duty-messages.ts'
import type { Context } from './context.ts'

/** Where a message about duties leads: pages behind sign-in, never an address with a secret. */
export function dutyLinks({ origin }: Pick<Context, 'origin'>): DutyLinks {
  return {
    changes: `${origin}/me/changes`,
    duties: `${origin}/me/duties`,
    calendar: `${origin}/me/calendar`,
  }
}
