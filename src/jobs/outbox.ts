import type { Context } from '../usecases/context.ts'
import { deliverMessages } from '../usecases/deliver-messages.ts'

/** Prints waiting messages to the terminal: the channel of development, where mail goes nowhere. */
export async function printMessages(ctx: Context): Promise<void> {
  await deliverMessages(ctx, {
    send: async (to, { subject, body }) => console.log(`\n${to}\n${subject}\n${body}\n`),
  })
}
