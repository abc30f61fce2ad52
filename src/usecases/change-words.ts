import { isUrgentChange } from '../core/plans/urgent-change.ts'
import { type DutyChange, withPlaceAhead } from '../core/rota/duty-change.ts'
import { overlaps } from '../core/time/interval.ts'
import { loadDutyChanges } from '../data/notice-store.ts'
import { type ClaimedMessage, findLatestRevision, type Tells, TOLD_BY_ANOTHER } from '../data/outbox-store.ts'
import { isPlanPublished } from '../data/publication-store.ts'
import type { Text } from '../text/text.ts'
import type { Context } from './context.ts'
import { changeFile } from './duty-files.ts'
import { dutyLinks } from './duty-links.ts'
import { fromText } from './text-message.ts'
import { type Attachment, BROKEN, mail, textsIn, type Words } from './told.ts'

/** The mail about changed duties: what changed in the revisions that it tells of, as far as it still stands. */
export async function changeMailWords(ctx: Context, message: ClaimedMessage, text: Text): Promise<Words> {
  const said = textsIn(message.payload, 'email', 'district')
  const found = said && (await findUntold(ctx, message))
  if (!said || !found) return BROKEN
  if (found.kind === 'unneeded') return found
  const { changes } = found
  const [files, isPublished] = await Promise.all([fileOf(ctx, message, found), isOfPlan(ctx, message, found)])
  const told = {
    district: said.district,
    isPublished,
    urgent: changes.filter(isUrgentChange),
    other: changes.filter((change) => !isUrgentChange(change)),
    links: dutyLinks(ctx),
  }
  return mail(said.email, text.messages.dutiesChanged(told), files)
}

/** Whether a plan was published in it, or single duties were changed alone. */
async function isOfPlan(ctx: Context, { districtId }: ClaimedMessage, { tells }: Changed) {
  return districtId !== null && isPlanPublished(ctx.db, districtId, tells)
}

/** What has changed as a file for a calendar program, unless it shows nothing. */
async function fileOf(
  ctx: Context,
  { districtId, personId, language }: ClaimedMessage,
  { tells: { after, to } }: Changed,
): Promise<Attachment[]> {
  if (districtId === null || personId === null) return []
  const asked = { districtId, personId, after, revision: to, language: language ?? ('nb' as const) }
  const file = await changeFile(ctx, asked)
  if (file.kind === 'refused') throw new Error(`the file of ${to} was refused: ${file.refusal.kind}`)
  const { filename, body } = file.value
  return body === null ? [] : [{ filename, type: 'text/calendar; charset=utf-8', text: body }]
}

/** The same on a phone, of urgent changes that have not begun: how many, which day, and where to say that they are seen. */
export async function changeSmsWords(ctx: Context, message: ClaimedMessage, text: Text): Promise<Words> {
  const said = textsIn(message.payload, 'phone', 'district')
  const found = said && (await findUntold(ctx, message))
  if (!said || !found) return BROKEN
  if (found.kind === 'unneeded') return found
  const coming = found.changes.filter((change) => isUrgentChange(change) && endOf(change) > ctx.now)
  if (coming.length === 0) return { kind: 'unneeded', why: 'nothing of it is urgent any more' }
  const body = text.messages.urgentSms(said.district, coming, dutyLinks(ctx).changes)
  return { kind: 'told', to: said.phone, subject: '', body: fromText(body), attachments: [] }
}

interface Changed {
  readonly kind: 'changed'
  readonly changes: readonly DutyChange[]
  readonly tells: Tells
}

type Untold = Changed | { readonly kind: 'unneeded'; readonly why: string }

/** Undefined for a payload that names no change. */
async function findUntold(ctx: Context, message: ClaimedMessage): Promise<Untold | undefined> {
  const { districtId, personId, tells } = message
  const revision = revisionIn(message.payload)
  if (districtId === null || personId === null || revision === undefined || tells === null) return undefined
  const latest = await findLatestRevision(ctx.db, districtId)
  const [all, later] = await Promise.all([
    loadDutyChanges(ctx.db, districtId, tells.to, personId, tells.after),
    // What changed again is told by a message of its own.
    loadDutyChanges(ctx.db, districtId, latest, personId, tells.to),
  ])
  const stands = all.filter((change) => !later.some((next) => overtakes(next, change)))
  // What was told too late to matter is no news; what was changed afterwards, as who really worked, is.
  const changes = stands.filter((change) => endOf(change) > ctx.now || endOf(change) <= change.at)
  const isTold = tells.after >= revision
  if (changes.length === 0)
    return { kind: 'unneeded', why: isTold ? TOLD_BY_ANOTHER : 'nothing of it stands any more' }
  return { kind: 'changed', changes: changes.map((change) => withPlaceAhead(change, ctx.now)), tells }
}

/** Whether a later change of the same duty tells what became of what the former gave, or gives again what it took. */
function overtakes(later: DutyChange, { needId, before, after }: DutyChange): boolean {
  if (later.needId !== needId) return false
  const [left, right] = after ? [later.before, after] : [later.after, before]
  return left !== null && right !== null && overlaps(left, right)
}

function revisionIn(payload: unknown): number | undefined {
  const revision = typeof payload === 'object' && payload !== null && Reflect.get(payload, 'revision')
  return typeof revision === 'number' ? revision : undefined
}

function endOf({ before, after }: DutyChange): number {
  return Math.max(before?.end ?? 0, after?.end ?? 0)
}
