import { expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { accountWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { addWish } from '../../src/usecases/add-wish.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import { chooseMessages } from '../../src/usecases/choose-messages.ts'
import type { Context } from '../../src/usecases/context.ts'
import { decideExemption } from '../../src/usecases/decide-exemption.ts'
import { bringBackDraft, discardDraft } from '../../src/usecases/discard-draft.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { enterUnavailability } from '../../src/usecases/enter-unavailability.ts'
import { redoEdit } from '../../src/usecases/redo-edit.ts'
import { removeWish } from '../../src/usecases/remove-wish.ts'
import { renameDraft } from '../../src/usecases/rename-draft.ts'
import { saveDayNote } from '../../src/usecases/save-day-note.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { type StoredAudit, verifyAudit } from '../../src/usecases/verify-audit.ts'
import { cellOn, PEOPLE, PlanWorld } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const ACTIONS = 10_000
const DAYS = ['04', '05', '06', '07', '08', '09', '10', '11', '12'].map((day) => `2027-01-${day}`)

/** The same each time: a step of the generator of Park and Miller. */
function chanceFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

it(`is one whole chain each after ${ACTIONS} random actions, some at once and some refused`, async () => {
  const world = await PlanWorld.make()
  const { districtId } = world
  const chance = chanceFrom(20_270_104)
  const pick = <T>(list: readonly T[]): T => list[chance(list.length)] as T
  await writeAll(world.ctx.db, accountWrites(accountOf('other', null, null, world.ctx.now)))
  const stranger: Context = as(world.ctx, 'stranger', [])
  const decider = as(world.ctx, 'decider', [
    { scopeKind: 'municipality', scopeId: '4645', role: 'municipality-decider' },
  ])
  const second = as(world.ctx, 'other', world.ctx.actor.kind === 'account' ? world.ctx.actor.memberships : [])
  const drafts = [await world.open(), await world.open()]
  const wishes: string[] = []
  const notes = new Map<string, string>()
  const asWhom = () => pick([world.ctx, world.ctx, second, second, stranger])

  const acts: (() => Promise<unknown>)[] = [
    () => chooseLanguage(pick([world.ctx, second]), { language: pick(['nb', 'nn', 'en']) }),
    () => chooseMessages(pick([world.ctx, second]), { weeklyDigest: chance(2) === 0 }),
    async () => {
      const about = { kind: 'dates', from: pick(DAYS), to: '2027-01-20' } as const
      const wish = { districtId, personId: pick(PEOPLE), about, stance: 'wish', weight: 1 } as const
      const added = await addWish(asWhom(), wish)
      if (added.kind === 'done') wishes.push(added.value.wishId)
    },
    () =>
      removeWish(asWhom(), { districtId, wishId: wishes.splice(chance(wishes.length + 1), 1)[0] ?? 'none' }),
    async () => {
      const [date, text] = [pick(DAYS), pick(['', 'Møte', 'Kurs'])]
      const saved = await saveDayNote(asWhom(), { districtId, date, text, seen: notes.get(date) ?? '' })
      if (saved.kind === 'done') notes.set(date, text)
    },
    () => renameDraft(asWhom(), { districtId, draftId: pick(drafts), name: `Utkast ${chance(1000)}` }),
    () => {
      const change = { kind: 'assign', cell: cellOn(pick(DAYS)), personId: pick(PEOPLE) } as const
      return editDraft(asWhom(), { districtId, draftId: pick(drafts), step: stepOf(change), seen: {} })
    },
    () => undoEdit(asWhom(), { districtId, draftId: pick(drafts) }),
    () => redoEdit(asWhom(), { districtId, draftId: pick(drafts) }),
    () => pick([discardDraft, bringBackDraft])(asWhom(), { districtId, draftId: pick(drafts) }),
  ]
  /** Slower, and so once in a while. */
  const rare: (() => Promise<unknown>)[] = [
    () => {
      const away = { kind: 'absence', from: pick(DAYS), certainFrom: '2027-01-20', to: '2027-01-21' } as const
      return enterUnavailability(asWhom(), { districtId, personId: pick(PEOPLE), away, isConfirmed: true })
    },
    () => {
      const ground = { kind: 'discretionary', reason: 'health', decidedOn: '2026-11-01' } as const
      const key = {
        municipality: '4645',
        districtId,
        personId: pick(PEOPLE),
        from: pick(DAYS),
        to: '2027-01-20',
      }
      const scope = { kind: 'nights' } as const
      return decideExemption(decider, { ...key, scope, ground, isConfirmed: true })
    },
    async () => world.publish(await world.open(second), {}, second),
  ]
  const began = performance.now()
  for (let done = 0; done < ACTIONS; ) {
    const together = chance(20) === 0 ? Math.min(4, ACTIONS - done) : 1
    await Promise.all(Array.from({ length: together }, () => (chance(100) === 0 ? pick(rare) : pick(acts))()))
    done += together
  }
  const acted = performance.now()
  const { results } = await world.ctx.db.d1.prepare('select * from audit').all<StoredAudit>()
  const verdicts = await verifyAudit(results, [], world.ctx.hash)
  const verified = performance.now()
  expect(verdicts.map(({ chain, fault }) => [chain, fault])).toEqual([
    ['fjordane', null],
    ['installation', null],
    ['municipality:4645', null],
  ])
  expect(results.length).toBeGreaterThan(ACTIONS / 3)
  expect(new Set(results.map(({ action }) => action)).size).toBeGreaterThanOrEqual(14)
  const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1)
  console.info(
    `${ACTIONS} actions in ${seconds(began, acted)} s, ${results.length} rows verified in ${seconds(acted, verified)} s`,
  )
  // Any one row changed is found.
  const at = chance(results.length)
  const changed = results.map((row, index) => (index === at ? { ...row, session: `${row.session}0` } : row))
  const found = (await verifyAudit(changed, [], world.ctx.hash)).filter(({ fault }) => fault !== null)
  expect(found).toMatchObject([
    { chain: results[at]?.district_id, fault: { kind: 'changed', seq: results[at]?.seq } },
  ])
}, 180_000)

function as(
  ctx: Context,
  accountId: string,
  memberships: Extract<Context['actor'], { kind: 'account' }>['memberships'],
): Context {
  const actor = {
    accountId,
    personId: null,
    memberships,
    sessionHash: `session-${accountId}`,
    ...WELL_SIGNED_IN,
  }
  return { ...ctx, actor: { kind: 'account', ...actor } }
}
