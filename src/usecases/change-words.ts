import { isUrgentChange } from '../core/plans/urgent-change.ts'
import type { DutyChange } from '../core/rota/duty-change.ts'
import { listDutyChanges, loadDutyChanges } from '../data/notice-store.ts'
import { type ClaimedMessage, findLatestRevision, findToldTo, TOLD_BY_ANOTHER } from '../data/outbox-store.ts'
import type { Text } from '../text/text.ts'
import type { Context } from './context.ts'
import { changeFile } from './duty-files.ts'
import { dutyLinks } from './duty-links.ts'
import { fromText } from './text-message.ts'
import { type Attachment, BROKEN, mail, textsIn, type Words } from './told.ts'

/** The mail about changed duties: what has changed since the last one, as it stands now. */
export async function changeMailWords(ctx: Context, message: ClaimedMessage, text: Text): Promise<Words> {
  const said = textsIn(message.payload, 'email', 'district')
  const found = said && (await findUntold(ctx, message))
  if (!said || !found) return BROKEN
  if (found.kind === 'unneeded') return found
  const { changes, toldTo } = found
  const files = await fileOf(ctx, message, found)
  const told = {
    district: said.district,
    urgent: changes.filter(isUrgentChange),
    other: changes.filter((change) => !isUrgentChange(change)),
    links: dutyLinks(ctx),
  }
  return { ...mail(said.email, text.messages.dutiesChanged(told), files), toldTo }
}

/** What has changed as a file for a calendar program, unless it shows nothing. */
async function fileOf(
  ctx: Context,
  { districtId, personId, language }: ClaimedMessage,
  { after, toldTo }: Changed,
): Promise<Attachment[]> {
  if (districtId === null || personId === null) return []
  const asked = { districtId, personId, after, revision: toldTo, language: language ?? ('nb' as const) }
  const file = await changeFile(ctx, asked)
  if (file.kind === 'refused') throw new Error(`the file of ${toldTo} was refused: ${file.refusal.kind}`)
  const { filename, body } = file.value
  return body === null ? [] : [{ filename, type: 'text/calendar; charset=utf-8', text: body }]
}

/** The same on a phone, of urgent changes that have not begun: how many, which day, and where to say that they are seen. */
export async function changeSmsWords(ctx: Context, message: ClaimedMessage, text: Text): Promise<Words> {
  const said = textsIn(message.payload, 'phone', 'district')
  const found = said && (await findUntold(ctx, message))
  if (!said || !found) return BROKEN
  if (found.kind === 'unneeded') return found
  const { toldTo } = found
  const coming = found.changes.filter((change) => isUrgentChange(change) && endOf(change) > ctx.now)
  if (coming.length === 0) return { kind: 'unneeded', why: 'nothing of it is urgent any more', toldTo }
  const body = text.messages.urgentSms(said.district, coming, dutyLinks(ctx).changes)
  return { kind: 'told', to: said.phone, subject: '', body: fromText(body), attachments: [], toldTo }
}

interface Changed {
  readonly kind: 'changed'
  readonly changes: readonly DutyChange[]
  /** The revisions that it tells of: those after `after`, up to `toldTo`. */
  readonly after: number
  readonly toldTo: number
}

type Untold = Changed | { readonly kind: 'unneeded'; readonly why: string; readonly toldTo?: number }

/** Undefined for a payload that names no change. */
async function findUntold(ctx: Context, message: ClaimedMessage): Promise<Untold | undefined> {
  const { districtId, personId } = message
  const revision = revisionIn(message.payload)
  if (districtId === null || personId === null || revision === undefined) return undefined
  const [told, latest, all, own] = await Promise.all([
    findToldTo(ctx.db, message),
    findLatestRevision(ctx.db, districtId),
    listDutyChanges(ctx.db, personId, message.untoldSince - 1),
    loadDutyChanges(ctx.db, districtId, revision, personId),
  ])
  if (told && told.revision >= revision) return { kind: 'unneeded', why: TOLD_BY_ANOTHER }
  // Within one minute the instants of publications don't tell which of them was told: then this one's changes are told as such.
  const stands =
    told && told.at >= message.untoldSince ? own : all.filter((change) => change.districtId === districtId)
  // What was told too late to matter is no news; what was changed afterwards, as who really worked, is.
  const changes = stands.filter((change) => endOf(change) > ctx.now || endOf(change) <= change.at)
  if (changes.length === 0) return { kind: 'unneeded', why: 'nothing of it stands any more', toldTo: latest }
  const after = Math.max(told?.revision ?? 0, (message.untoldFrom ?? revision) - 1)
  return { kind: 'changed', changes, after, toldTo: latest }
}

function revisionIn(payload: unknown): number | undefined {
  const revision = typeof payload === 'object' && payload !== null && Reflect.get(payload, 'revision')
  return typeof revision === 'number' ? revision : undefined
}

function endOf({ before, after }: DutyChange): number {
  return Math.max(before?.end ?? 0, after?.end ?? 0)
}
