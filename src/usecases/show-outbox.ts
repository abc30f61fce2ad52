import type { Minute } from '../core/time/minute.ts'
import { findKeptMessage, type KeptMessage, listLatestMessages } from '../data/outbox-store.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import type { Attachment, Told } from './told.ts'

/** A message as a development server shows it. */
export interface OutboxEntry extends Pick<KeptMessage, 'id' | 'kind' | 'status' | 'channel' | 'error'> {
  readonly createdAt: Minute
  readonly dueAt: Minute
  /** What was said; null for what still waits or was not sent. */
  readonly told: Told | null
}

/** In development only: the latest messages, the newest first. To everybody else this is not there. */
export async function showOutbox(ctx: Context): Promise<Result<OutboxEntry[]>> {
  if (ctx.mode !== 'development') return refused({ kind: 'not-found' })
  return done((await listLatestMessages(ctx.db)).map(toEntry))
}

/** In development only: one attachment of a message, counted from 0. */
export async function openAttachment(ctx: Context, id: string, index: number): Promise<Result<Attachment>> {
  if (ctx.mode !== 'development') return refused({ kind: 'not-found' })
  const message = await findKeptMessage(ctx.db, id)
  const attachment = message && toEntry(message).told?.attachments[index]
  return attachment ? done(attachment) : refused({ kind: 'not-found' })
}

function toEntry({ id, kind, status, channel, error, createdAt, dueAt, payload }: KeptMessage): OutboxEntry {
  // Written by the delivery of a development server, which keeps what it said.
  const told = (payload as { readonly told?: Told }).told ?? null
  return { id, kind, status, channel, error, createdAt, dueAt, told }
}
