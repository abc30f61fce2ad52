import { formerInitials, formerName, type Mention, mentionIn, type Named } from '../core/plans/erasure.ts'
import type { District } from '../core/rota/district.ts'
import type { LocalDate } from '../core/time/local-date.ts'
import type { Minute } from '../core/time/minute.ts'
import { toWall } from '../core/time/oslo.ts'
import { type AuditHead, findAuditHead } from '../data/audit-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { type ErasureFacts, findErasureFacts, listErasures, type PersonKey } from '../data/erasure-store.ts'
import { type FreeText, listFreeTexts } from '../data/free-text-store.ts'
import type { Context } from './context.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'

/** A text in which the person is named, or may be. */
export interface NamingText extends FreeText {
  /** What it goes by in a form. */
  readonly place: string
  readonly mention: Mention
  /** Of the place and its words as they are: other words have another. */
  readonly mark: string
}

export interface ErasureReading {
  readonly district: District
  /** Nothing may have changed in the district's log, facts and messages since, when this is acted on. */
  readonly seen: ErasureSeen
  readonly named: Named
  readonly facts: ErasureFacts
  readonly former: { readonly name: string; readonly initials: string }
  readonly texts: readonly NamingText[]
  /** What stands in the way; empty: nothing. */
  readonly obstacles: readonly FieldProblem[]
  readonly isDone: boolean
}

interface ErasureSeen {
  readonly log: AuditHead
  readonly clock: { readonly now: Minute; readonly today: LocalDate }
  /** Id and last fault, as text. */
  readonly messages: readonly (readonly string[])[]
}

/** All that forgetting a person of a district is decided by. The caller has asked the policy. */
export async function readErasure(ctx: Context, key: PersonKey): Promise<Result<ErasureReading>> {
  const { districtId, personId } = key
  const clock = { now: ctx.now, today: toWall(ctx.now).date }
  const [log, district, facts, erasures, texts] = await Promise.all([
    findAuditHead(ctx.db, districtId),
    findDistrict(ctx.db, districtId),
    findErasureFacts(ctx.db, key, clock),
    listErasures(ctx.db, districtId),
    listFreeTexts(ctx.db, districtId),
  ])
  const person = district?.persons.find(({ id }) => id === personId)
  const doctor = district?.doctors.find((own) => own.personId === personId)
  if (!district || !person || !doctor) return refused({ kind: 'not-found' })
  const named = { ...person, initials: doctor.initials, accountEmail: facts.accountEmail }
  const number = facts.erased + 1
  const taken = new Set(district.doctors.map(({ initials }) => initials))
  return done({
    district,
    seen: { log, clock, messages: messagesOf(texts) },
    named,
    facts,
    former: { name: formerName(number), initials: formerInitials(number, taken) },
    texts: await namingTexts(ctx, texts, named, personId),
    obstacles: obstaclesOf(facts),
    isDone: erasures.some((one) => one.personId === personId && one.doneAt !== null),
  })
}

function messagesOf(texts: readonly FreeText[]): string[][] {
  const messages = texts.filter(({ table }) => table === 'outbox')
  const faults = new Map(
    messages.filter(({ column }) => column === 'last_error').map(({ key, text }) => [key[0], text]),
  )
  return messages
    .filter(({ column }) => column === 'payload')
    .map(({ key: [id] }) => [String(id), faults.get(id) ?? ''])
}

/** What the person was told themselves, or is a fact about them, goes as a whole and is no text of others. */
async function namingTexts(
  ctx: Context,
  texts: readonly FreeText[],
  named: Named,
  personId: string,
): Promise<NamingText[]> {
  const OWN: readonly string[] = ['competence', 'surgery', 'other_task', 'change_notice']
  const naming = texts
    .filter(({ table, key }) => !(OWN.includes(table) && key.includes(personId)))
    .flatMap((text) => {
      const mention = mentionIn(text.text, named)
      const place = JSON.stringify([text.table, text.column, ...text.key])
      return mention === undefined ? [] : [{ ...text, place, mention }]
    })
  return Promise.all(
    naming.map(async (text) => ({ ...text, mark: await ctx.hash(`${text.place} ${text.text}`) })),
  )
}

/** What stands in the way of forgetting somebody, each with how many there are of it. */
export function obstaclesOf(facts: ErasureFacts): FieldProblem[] {
  const told = [
    ['duties-ahead', facts.dutiesAhead],
    ['agreement-runs', facts.running],
    ['holds-role', facts.rolesHere],
    ['build-runs', facts.buildsRunning],
  ] as const
  return told
    .filter(([, amount]) => amount > 0)
    .map(([code, amount]) => ({ field: 'person', code, value: String(amount) }))
}
