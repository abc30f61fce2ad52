import { beforeAll, describe, expect, it } from 'vitest'
import { judgeOf } from '../../src/client/board/judge.ts'
import { fromFactsJson } from '../../src/core/plans/board-facts.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { sumOfVerdict } from '../../src/core/rules/verdict-sum.ts'
import { confirmVerdict } from '../../src/usecases/confirm-verdict.ts'
import type { Context } from '../../src/usecases/context.ts'
import { showBoardFacts } from '../../src/usecases/show-board-facts.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'

const districtId = 'fjordane'

let world: PlanWorld
let draftId: string

beforeAll(async () => {
  world = await PlanWorld.make((district) => ({
    ...district,
    persons: district.persons.map((person, index) =>
      index === 0 ? { ...person, birthDate: '1957-01-10' } : person,
    ),
    doctors: district.doctors.map((doctor, index) => {
      if (index !== 1) return doctor
      const away = { id: 'canary-absence', from: '2027-01-06', certainFrom: '2027-01-06', to: '2027-01-09' }
      return { ...doctor, absences: [away] }
    }),
  }))
  draftId = await world.open()
  await world.assign(draftId, '2027-01-06', 'b')
  await world.assign(draftId, '2027-01-12', 'a')
})

const facts = async (ctx: Context = world.ctx) => showBoardFacts(ctx, { districtId, draftId })

/** As the browser has it. */
const judged = async () => judgeOf(fromFactsJson(JSON.parse(JSON.stringify(unwrap(await facts())))).rota)

describe('the facts of a draft for its board', () => {
  it('give the browser the verdict of the server, absences and the end of an agreement by age among it', async () => {
    const { violations, view } = await judged()
    expect(violations.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['not-available', 'agreement-ended']),
    )
    expect(violations).toEqual(checkRota(view.rota))
    expect(
      unwrap(await confirmVerdict(world.ctx, { districtId, draftId, sum: sumOfVerdict(violations) })),
    ).toMatchObject({ edits: 2, violations: null })
  })

  it('carry what the draft holds, with the edit that last touched each place', async () => {
    const { cells, edits, lineIds } = fromFactsJson(unwrap(await facts()))
    expect(edits).toBe(2)
    expect(lineIds).toEqual(['fjordane-home'])
    const own = [...cells.values()].map(({ needId, edit, slices }) => [needId, edit, slices[0]?.personId])
    expect(own).toEqual([
      ['fjordane-home.2027-01-06.n', 1, 'b'],
      ['fjordane-home.2027-01-12.n', 2, 'a'],
    ])
  })

  it('tell of people only their names and working facts, and one date of birth: of the doctor whose agreement ends', async () => {
    const text = JSON.stringify(unwrap(await facts()))
    expect(text).not.toMatch(/canary|@example|99900000/)
    expect([...text.matchAll(/"birthDate":"([^"]*)"/g)].map(([, date]) => date)).toEqual(['1957-01-10'])
    expect(text).not.toMatch(/"hprNumber":"/)
  })

  it('are for those who edit drafts, and nobody else', async () => {
    const { actor } = world.ctx
    if (actor.kind !== 'account') throw new Error('the coordinator is an account')
    const as = (role: 'coordinator' | 'doctor' | 'service-manager' | 'union-representative'): Context => ({
      ...world.ctx,
      actor: { ...actor, memberships: [{ scopeKind: 'district', scopeId: districtId, role }] },
    })
    expect(await facts(as('coordinator'))).toMatchObject({ kind: 'done' })
    for (const role of ['doctor', 'service-manager', 'union-representative'] as const) {
      const refusal = { refusal: { kind: 'not-allowed' } }
      expect(await facts(as(role))).toMatchObject(refusal)
      expect(await confirmVerdict(as(role), { districtId, draftId, sum: '' })).toMatchObject(refusal)
    }
    const nowhere = { districtId, draftId: 'none' }
    expect(await showBoardFacts(world.ctx, nowhere)).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})

describe('the server’s word on a verdict', () => {
  it('is every breach where the page found something else', async () => {
    const { violations } = await judged()
    const answer = unwrap(await confirmVerdict(world.ctx, { districtId, draftId, sum: '0-0-0' }))
    expect(answer.violations?.map(({ kind, needIds }) => [kind, needIds])).toEqual(
      violations.map(({ kind, needIds }) => [kind, needIds]),
    )
  })
})
