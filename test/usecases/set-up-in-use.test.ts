import { describe, expect, it } from 'vitest'
import { writeAll } from '../../src/data/database.ts'
import { findDistrict } from '../../src/data/district-store.ts'
import { findLatestSetUpChange, setUpChangeWrites } from '../../src/data/set-up-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { circulateDraft } from '../../src/usecases/circulate-draft.ts'
import { commentDraft } from '../../src/usecases/comment-draft.ts'
import type { Context } from '../../src/usecases/context.ts'
import { discardDraft } from '../../src/usecases/discard-draft.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { saveDoctors } from '../../src/usecases/save-doctors.ts'
import { endLine, saveLine } from '../../src/usecases/save-line.ts'
import { showSetUp } from '../../src/usecases/show-set-up.ts'
import { undoSetUp } from '../../src/usecases/undo-set-up.ts'
import { FROM, PlanWorld, refusalOf, TO, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const DAY = '2027-01-05'
const window = {
  key: 'natt',
  name: 'Natt',
  dayKinds: ['weekday'],
  start: '23:00',
  end: '08:00',
  endDay: 1,
  number: 1,
  pieces: [],
  paid: null,
  block: null,
} as const
const line = {
  id: null,
  name: 'Nattlinje',
  code: 'N',
  form: 'home',
  behind: [],
  conditional: false,
  from: FROM,
  windows: [window],
} as const

async function undo(world: PlanWorld) {
  const { districtId, ctx } = world
  const { last } = unwrap(await showSetUp(ctx, { districtId }))
  return undoSetUp(ctx, { districtId, number: last?.number ?? 0 })
}

async function withNewDoctor(): Promise<{ world: PlanWorld; draftId: string; personId: string }> {
  const world = await PlanWorld.make()
  const doctor = { personId: null, name: 'Ny Lege', initials: 'NYL', from: '2027-01-01' }
  const { districtId } = world
  const { personIds } = unwrap(await saveDoctors(world.ctx, { districtId, doctors: [doctor] }))
  const draftId = await world.open()
  const personId = personIds[0] ?? ''
  await world.assign(draftId, DAY, personId)
  return { world, draftId, personId }
}

const doctorsOf = async ({ ctx, districtId }: PlanWorld) =>
  (await findDistrict(ctx.db, districtId))?.doctors.map((doctor) => doctor.personId)

describe('a doctor who stands in an open draft', () => {
  it('is not taken out with the change that added them; once the draft is put away, they are', async () => {
    const { world, draftId, personId } = await withNewDoctor()
    expect(refusalOf(await undo(world))).toBe('still-used')
    expect(await doctorsOf(world)).toContain(personId)
    unwrap(await discardDraft(world.ctx, { districtId: world.districtId, draftId }))
    unwrap(await undo(world))
    expect(await doctorsOf(world)).not.toContain(personId)
  })

  it('is not taken out by a file without them either', async () => {
    const { world, personId } = await withNewDoctor()
    const text = writeDistrictFile({ version: 1, district: world.district, timeline: null })
    expect(refusalOf(await importDistrict(world.ctx, { text }))).toBe('still-used')
    expect(await doctorsOf(world)).toContain(personId)
  })
})

describe('a doctor who has commented', () => {
  it('stays, since what was said of a draft stays; somebody who is no doctor here comments as nobody’s doctor', async () => {
    const { world, draftId, personId } = await withNewDoctor()
    const { districtId } = world
    const at = { districtId, draftId }
    unwrap(await circulateDraft(world.ctx, { ...at, message: '', answerBy: null }))
    const comment = async (role: 'doctor' | 'union-representative', of: string) => {
      const membership = { scopeKind: 'district', scopeId: districtId, role } as const
      const actor = {
        accountId: of,
        personId: of,
        memberships: [membership],
        sessionHash: 's',
        ...WELL_SIGNED_IN,
      }
      const ctx: Context = { ...world.ctx, actor: { kind: 'account', ...actor } }
      return commentDraft(ctx, { ...at, cell: null, text: 'Passer godt' })
    }
    unwrap(await comment('doctor', personId))
    unwrap(await comment('union-representative', 'doctor-elsewhere'))
    unwrap(await discardDraft(world.ctx, at))
    expect(refusalOf(await undo(world))).toBe('still-used')
  })
})

describe('a line that an open draft plans', () => {
  async function withPlannedLine() {
    const world = await PlanWorld.make()
    const { ctx, districtId } = world
    const { lineId } = unwrap(await saveLine(ctx, { districtId, line, seen: '' }))
    const plan = { districtId, name: 'Netter', from: FROM, to: TO, lineIds: [lineId] }
    const { draftId } = unwrap(await openDraft(ctx, plan))
    const lines = async () => (await findDistrict(ctx.db, districtId))?.lines ?? []
    return { world, lineId, draftId, lines }
  }

  it('is not taken out with the change that made it', async () => {
    const { world, lineId, lines } = await withPlannedLine()
    expect(refusalOf(await undo(world))).toBe('still-used')
    expect((await lines()).map(({ id }) => id)).toContain(lineId)
  })

  it('stays without duties when it is ended before it begins', async () => {
    const { world, lineId, draftId, lines } = await withPlannedLine()
    unwrap(await endLine(world.ctx, { districtId: world.districtId, lineId, on: FROM }))
    expect((await lines()).find(({ id }) => id === lineId)?.templates).toEqual([])
    expect((await world.draft(draftId)).draft.lineIds).toEqual([lineId])
  })
})

describe('a change too large to be kept', () => {
  it('is not taken back, and neither is the one before it', async () => {
    const world = await PlanWorld.make()
    const { ctx, districtId } = world
    const doctor = { personId: null, name: 'Ny Lege', initials: 'NYL', from: '2027-01-01' }
    unwrap(await saveDoctors(ctx, { districtId, doctors: [doctor] }))
    const before = await findLatestSetUpChange(ctx.db, districtId)
    const large = {
      list: 'head',
      key: '',
      place: 0,
      before: null,
      after: { name: 'x'.repeat(500_000) },
    } as const
    const change = { action: 'save-district', at: ctx.now, by: 'a', parts: [large] }
    expect(await writeAll(ctx.db, setUpChangeWrites(districtId, change))).toEqual({ kind: 'written' })
    expect(await findLatestSetUpChange(ctx.db, districtId)).toBeUndefined()
    expect(refusalOf(await undoSetUp(ctx, { districtId, number: before?.number ?? 0 }))).toBe(
      'nothing-to-undo',
    )
  })
})
