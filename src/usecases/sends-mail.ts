import type { Context } from './context.ts'

/** Whether the installation has a way to send mail; where that is not known, it has. Without it what is mailed only waits. */
export function sendsMail({ channels }: Pick<Context, 'channels'>): boolean {
  return channels?.includes('mail') !== false
}
