import type { Context } from '../usecases/context.ts'
import { deliverMessages } from '../usecases/deliver-messages.ts'

/**
 * The channel of development, where mail goes nowhere: the links that people ask for are printed, the rest is taken as
 * sent. On standard error, since `npm start` lets nothing else of the server through.
 */
export async function printMessages(ctx: Context): Promise<void> {
  await deliverMessages(ctx, {
    send: async (to, { body }, kind) => {
      if (kind === 'sign-in-link') console.error(`\n${to}\n${body}\n`)
    },
  })
}
