import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { decideExemption } from '../../src/usecases/decide-exemption.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { exportTable } from '../../src/usecases/export-table.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { PlanWorld, refusalOf } from '../support/plan-world.ts'

const world = await PlanWorld.make()
const { districtId } = world
const draftId = await world.open()

/** The same actor, who showed who they are so many minutes ago. */
function signedInAgo(minutes: number): Context {
  const { ctx } = world
  if (ctx.actor.kind !== 'account') throw new Error('the world is seen by somebody')
  return { ...ctx, actor: { ...ctx.actor, authenticatedAt: ctx.now - minutes } }
}

const table = { table: 'doctors', form: 'csv', draftId: null, dates: null } as const

const verbs = {
  'publish a draft': (ctx: Context) =>
    publishDraft(ctx, {
      districtId,
      draftId,
      lineIds: null,
      from: null,
      to: null,
      expectedRevision: 0,
      reason: '',
      waivers: [],
    }),
  'publish a part of a draft': (ctx: Context) =>
    publishDraft(ctx, {
      districtId,
      draftId,
      lineIds: null,
      from: '2027-01-04',
      to: '2027-01-05',
      expectedRevision: 0,
      reason: '',
      waivers: [],
    }),
  'take the district out': (ctx: Context) => exportDistrict(ctx, { districtId }),
  'take a table out': (ctx: Context) => exportTable(ctx, { districtId, ...table }),
} as const

describe('who showed who they are ten minutes ago', () => {
  it.each(Object.entries(verbs))('is asked again to %s', async (_name, verb) => {
    expect(refusalOf(await verb(signedInAgo(10)))).toBe('confirm-again')
    expect(refusalOf(await verb(signedInAgo(9)))).not.toBe('confirm-again')
  })

  it('is told nothing of what they may not do anyway', async () => {
    const stranger = signedInAgo(10)
    if (stranger.actor.kind !== 'account') throw new Error('an account')
    const none = { ...stranger, actor: { ...stranger.actor, memberships: [] } }
    for (const verb of Object.values(verbs)) expect(refusalOf(await verb(none))).toBe('not-found')
    const weak = { ...stranger, actor: { ...stranger.actor, strength: 'single' as const } }
    for (const verb of Object.values(verbs)) expect(refusalOf(await verb(weak))).toBe('needs-strong-sign-in')
  })
})

describe('a decider of exemptions', () => {
  it('is asked again to decide one', async () => {
    const stale = signedInAgo(10)
    const { actor } = stale
    if (actor.kind !== 'account') throw new Error('an account')
    const municipality = world.district.positions[0]?.municipality ?? ''
    const role = { scopeKind: 'municipality', scopeId: municipality, role: 'municipality-decider' } as const
    const decide = (minutesAgo: number) => {
      const decider = { ...actor, memberships: [role], authenticatedAt: stale.now - minutesAgo }
      const ground = { kind: 'discretionary', reason: 'health', decidedOn: '2026-12-01' } as const
      const dates = { from: '2027-01-04', to: '2027-02-01' } as const
      const asked = { districtId, personId: 'a', municipality, ground, isConfirmed: false }
      return decideExemption(
        { ...stale, actor: decider },
        { ...asked, ...dates, scope: { kind: 'out-of-hours' } },
      )
    }
    expect(refusalOf(await decide(10))).toBe('confirm-again')
    expect(refusalOf(await decide(9))).not.toBe('confirm-again')
  })
})
