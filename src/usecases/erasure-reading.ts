import { formerInitials, formerName, type Mention, mentionIn, type Named } from '../core/plans/erasure.ts'
import type { District } from '../core/rota/district.ts'
import { toWall } from '../core/time/oslo.ts'
import { findDistrict, findDistrictHeads } from '../data/district-store.ts'
import { type ErasureFacts, findErasureFacts, listErasures, type PersonKey } from '../data/erasure-store.ts'
import { type FreeText, listFreeTexts } from '../data/free-text-store.ts'
import type { Context } from './context.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'

/** A text in which the person is named, or may be. */
export interface NamingText extends FreeText {
  /** What it goes by in a form. */
  readonly place: string
  readonly mention: Mention
}

export interface ErasureReading {
  readonly district: District
  readonly edition: number
  readonly named: Named
  readonly facts: ErasureFacts
  readonly former: { readonly name: string; readonly initials: string }
  readonly texts: readonly NamingText[]
  /** What stands in the way; empty: nothing. */
  readonly obstacles: readonly FieldProblem[]
  readonly isDone: boolean
}

/** All that forgetting a person of a district is decided by. The caller has asked the policy. */
export async function readErasure(ctx: Context, key: PersonKey): Promise<Result<ErasureReading>> {
  const { districtId, personId } = key
  const clock = { now: ctx.now, today: toWall(ctx.now).date }
  const [[head], district, facts, erasures, texts] = await Promise.all([
    findDistrictHeads(ctx.db, [districtId]),
    findDistrict(ctx.db, districtId),
    findErasureFacts(ctx.db, key, clock),
    listErasures(ctx.db, districtId),
    listFreeTexts(ctx.db, districtId),
  ])
  const person = district?.persons.find(({ id }) => id === personId)
  const doctor = district?.doctors.find((own) => own.personId === personId)
  if (!head || !district || !person || !doctor) return refused({ kind: 'not-found' })
  const named = { ...person, initials: doctor.initials, accountEmail: facts.accountEmail }
  const number = facts.erased + 1
  const taken = new Set(district.doctors.map(({ initials }) => initials))
  return done({
    district,
    edition: head.edition,
    named,
    facts,
    former: { name: formerName(number), initials: formerInitials(number, taken) },
    texts: namingTexts(texts, named, personId),
    obstacles: obstaclesOf(facts),
    isDone: erasures.some((one) => one.personId === personId && one.doneAt !== null),
  })
}

/** What the person was told themselves, or is a fact about them, goes as a whole and is no text of others. */
function namingTexts(texts: readonly FreeText[], named: Named, personId: string): NamingText[] {
  const OWN: readonly string[] = ['competence', 'surgery', 'other_task', 'change_notice']
  return texts
    .filter(({ table, key }) => !(OWN.includes(table) && key.includes(personId)))
    .flatMap((text) => {
      const mention = mentionIn(text.text, named)
      const place = JSON.stringify([text.table, text.column, ...text.key])
      return mention === undefined ? [] : [{ ...text, place, mention }]
    })
}

function obstaclesOf(facts: ErasureFacts): FieldProblem[] {
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
