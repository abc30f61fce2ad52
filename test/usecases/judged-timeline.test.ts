import { describe, expect, it } from 'vitest'
import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import { isInPeriod } from '../../src/core/rota/rota.ts'
import { contextFrom } from '../../src/core/rules/context.ts'
import { balanceEntryWrites } from '../../src/data/balance-store.ts'
import { closingWrites } from '../../src/data/closing-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { loadPeriodRecord } from '../../src/data/period-record.ts'
import { findPublication } from '../../src/data/publication-store.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { readPart } from '../../src/usecases/plan-part.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { readDraft, readSource } from '../../src/usecases/read-source.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { closingOf, correctionOf } from '../data/sample-ledger.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

const meanOver26Weeks: AgreementEntry = {
  from: '2026-01-01',
  to: null,
  parameter: 'averageDuty',
  value: { minutes: 2400, weeks: 26 },
  status: 'adopted',
  source: 'Vedtak',
  author: 'Styret',
  decidedOn: '2026-01-01',
}

/** Two weeks of January published with one duty in them, and a draft of June beside. */
async function januaryAndJune() {
  const world = await PlanWorld.make((district) => ({ ...district, agreement: [meanOver26Weeks] }))
  const january = await world.open()
  await world.assign(january, '2027-01-05', 'a')
  unwrap(await world.publish(january))
  const { districtId } = world
  const plan = { districtId, name: 'Juni', from: '2027-06-07', to: '2027-06-21', lineIds: ['fjordane-home'] }
  const { draftId } = unwrap(await openDraft(world.ctx, plan))
  return { world, districtId, draftId, january }
}

describe('a rota that is judged', () => {
  it.each(['draft', 'timeline'] as const)(
    'holds what was published as far back as its rules look: %s',
    async (kind) => {
      const { world, districtId, draftId } = await januaryAndJune()
      const source = kind === 'draft' ? { kind, draftId } : { kind }
      const days = { from: '2027-06-07', to: '2027-06-21' }
      const reading = await readSource(world.ctx, districtId, source, days)
      const rota = reading!.rota
      const back = contextFrom(rota.district.agreement, days.from)
      expect(back < '2027-01-04').toBe(true)
      const early = rota.needs.filter(({ date }) => date < '2027-05-24')
      expect(early.map(({ date }) => date)).toEqual(
        Array.from({ length: 14 }, (_, day) => `2027-01-${String(4 + day).padStart(2, '0')}`),
      )
      expect(rota.cells.get('fjordane-home.2027-01-05.n#0')?.slices[0]?.personId).toBe('a')
      // What nobody has published further back is not asked for.
      expect(rota.needs.filter((need) => isInPeriod(rota, need))).toHaveLength(14)
      expect(rota.needs.filter(({ date }) => date >= '2027-01-18' && date < '2027-05-24')).toEqual([])
    },
  )

  it('shows on the board no more than its days and those beside them', async () => {
    const { world, districtId, draftId } = await januaryAndJune()
    const source = { kind: 'draft', draftId } as const
    const board = unwrap(await showBoard(world.ctx, { districtId, source, from: '2027-06-07', days: 7 }))
    const dates = board.rota.needs.map(({ date }) => date)
    expect([dates[0], dates.at(-1)]).toEqual(['2027-06-04', '2027-06-16'])
  })

  it('shares on the board the duties of the plan alone, though its weeks reach past the plan', async () => {
    const { world, districtId } = await januaryAndJune()
    const plan = {
      districtId,
      name: 'Neste',
      from: '2027-01-18',
      to: '2027-02-01',
      lineIds: ['fjordane-home'],
    }
    const next = unwrap(await openDraft(world.ctx, plan)).draftId
    await world.assign(next, '2027-01-20', 'a')
    unwrap(await world.publish(next))
    const source = { kind: 'timeline' } as const
    const asked = { districtId, source, from: '2027-01-04', days: 42 }
    const { shares } = unwrap(await showBoard(world.ctx, asked))
    expect(shares[0]).toMatchObject({ personId: 'a', actual: { minutes: { home: 16 * 60 } } })
    expect(shares).toEqual(unwrap(await showBoard(world.ctx, { ...asked, days: 14 })).shares)
  })

  it('brings holidays held and balances up to its first day', async () => {
    const { world, districtId, draftId } = await januaryAndJune()
    const { db } = world.ctx
    const entries = [
      correctionOf('b1', 'a', { on: '2027-06-07', amount: 2 }),
      correctionOf('b2', 'a', { on: '2027-06-08', amount: 5 }),
    ]
    await writeAll(db, balanceEntryWrites(districtId, entries))
    const plan = { districtId, name: 'Mai', from: '2027-05-10', to: '2027-05-24', lineIds: ['fjordane-home'] }
    const may = unwrap(await openDraft(world.ctx, plan)).draftId
    await world.assign(may, '2027-05-17', 'b')
    unwrap(await world.publish(may))
    const reading = await readDraft(world.ctx, districtId, draftId)
    expect(reading?.rota.balances).toEqual([{ personId: 'a', measure: 'nights', amount: 2 }])
    expect(reading?.rota.holidaysHeld).toEqual([{ personId: 'b', holiday: 'constitution-day', year: 2027 }])
    expect(reading?.rota.publishing).toBeUndefined()
  })
})

describe('a plan that is published', () => {
  const whole = { lineIds: null, from: null, to: null }

  it('is judged as published today, and keeps when it was discussed', async () => {
    const { world, districtId, draftId } = await januaryAndJune()
    await world.assign(draftId, '2027-06-08', 'a')
    const part = { ...whole, districtId, draftId, discussedOn: '2026-11-20' }
    const read = unwrap(await readPart(world.ctx, part))
    expect(read.rota.publishing).toEqual({ on: '2026-12-01', discussedOn: '2026-11-20' })
    const input = { ...part, expectedRevision: 1, reason: '', waivers: [] }
    expect(unwrap(await publishDraft(world.ctx, input)).revision).toBe(2)
    expect((await findPublication(world.ctx.db, districtId, 2))?.discussedOn).toBe('2026-11-20')
    expect(await findPublication(world.ctx.db, districtId, 1)).not.toHaveProperty('discussedOn')
  })

  it.each([
    ['2026-12-02', 'in-the-future'],
    ['2026-02-30', 'not-a-date'],
  ])('is refused when it was discussed on %s', async (discussedOn, code) => {
    const { world, districtId, draftId } = await januaryAndJune()
    await world.assign(draftId, '2027-06-08', 'a')
    const part = { ...whole, districtId, draftId, discussedOn }
    const answer = await publishDraft(world.ctx, { ...part, expectedRevision: 1, reason: '', waivers: [] })
    const problems = [{ field: 'discussedOn', code, value: discussedOn }]
    expect(answer).toEqual({ kind: 'refused', refusal: { kind: 'invalid', problems } })
  })
})

describe('a duty in a closed period', () => {
  it('is neither published anew nor amended', async () => {
    const { world, districtId } = await januaryAndJune()
    const { db } = world.ctx
    const again = await world.open()
    await world.assign(again, '2027-01-06', 'b')
    const seen = await loadPeriodRecord(db, districtId, '2027-01-01', '2027-02-01')
    const closing = closingOf('c', '2027-01-01', '2027-02-01', { ledgers: [], shares: [] })
    expect(await writeAll(db, closingWrites(districtId, closing, [], seen))).toEqual({ kind: 'written' })
    expect(refusalOf(await world.publish(again))).toBe('period-closed')
    expect(refusalOf(await world.amend('2027-01-05', 'b', true))).toBe('period-closed')
    const held = await world.dutiesOf('a')
    expect(held.map(({ date }) => date)).toEqual(['2027-01-05'])
  })
})
