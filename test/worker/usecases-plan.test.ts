import { describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { listDrafts } from '../../src/usecases/list-drafts.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showCandidates } from '../../src/usecases/show-candidates.ts'
import { showDraft } from '../../src/usecases/show-draft.ts'
import { showDuty } from '../../src/usecases/show-duty.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { countRows, logOf, makeWorld, refusalOf, unwrap, type World } from '../support/use-case-world.ts'

const FROM = '2027-01-04'
const TO = '2027-01-18'
const TABLES = ['draft', 'draft_edit', 'publication', 'assignment', 'audit', 'outbox', 'wish', 'build']

const needId = (world: World, date: string) => `${world.lineId}.${date}.n`
const cellOn = (world: World, date: string) => ({ needId: needId(world, date), seat: 0 })
const person = (world: World, index: number) => world.people[index] as string

async function open(world: World, ctx: Context = world.coordinator): Promise<string> {
  const { district, lineId } = world
  const input = { districtId: district.id, name: 'Januar', from: FROM, to: TO, lineIds: [lineId] }
  return unwrap(await openDraft(ctx, input)).draftId
}

async function assign(world: World, draftId: string, date: string, index: number) {
  return editDraft(world.coordinator, {
    districtId: world.district.id,
    draftId,
    step: stepOf({ kind: 'assign', cell: cellOn(world, date), personId: person(world, index) }),
    seen: {},
  })
}

async function publish(world: World, draftId: string, expectedRevision: number) {
  return publishDraft(world.coordinator, {
    districtId: world.district.id,
    draftId,
    lineIds: null,
    from: null,
    to: null,
    expectedRevision,
    reason: '',
    waivers: [],
  })
}

/** A published fortnight in which the first two doctors take turns over two days. */
async function published(world: World): Promise<string> {
  const draftId = await open(world)
  unwrap(await assign(world, draftId, '2027-01-05', 0))
  unwrap(await assign(world, draftId, '2027-01-06', 1))
  unwrap(await publish(world, draftId, 0))
  return draftId
}

describe('a draft', () => {
  it('is opened, edited, taken back a step, and seen by the coordinator', async () => {
    const world = await makeWorld()
    const { district, coordinator } = world
    const draftId = await open(world)
    const place = { districtId: district.id, draftId }
    const { edit } = unwrap(await assign(world, draftId, '2027-01-05', 0))
    expect(edit.number).toBe(1)
    unwrap(await assign(world, draftId, '2027-01-06', 1))
    const before = unwrap(await showDraft(coordinator, place))
    expect([before.places, before.open.length, before.edits.length]).toEqual([14, 12, 2])
    expect(unwrap(await undoEdit(coordinator, place)).edit.undoes).toBe(2)
    const after = unwrap(await showDraft(coordinator, place))
    expect(after.open.length).toBe(13)
    const board = unwrap(
      await showBoard(coordinator, {
        districtId: district.id,
        source: { kind: 'draft', draftId },
        from: FROM,
        days: 14,
      }),
    )
    expect(board.rota.cells.get(cellKey(cellOn(world, '2027-01-05')))?.slices[0]?.personId).toBe(
      person(world, 0),
    )
    expect(unwrap(await listDrafts(coordinator, { districtId: district.id })).drafts).toHaveLength(1)
    expect(await logOf(district.id)).toEqual([
      'create-district',
      'open-draft',
      'edit-draft',
      'edit-draft',
      'undo-edit',
    ])
  })
})

describe('a publication', () => {
  it('is previewed, published, amended, and told to those it touches', async () => {
    const world = await makeWorld()
    const { district, coordinator } = world
    const draftId = await open(world)
    unwrap(await assign(world, draftId, '2027-01-05', 0))
    const part = { districtId: district.id, draftId, lineIds: null, from: null, to: null }
    const preview = unwrap(await previewPublication(coordinator, part))
    expect(preview.differences).toEqual([
      { personId: person(world, 0), gained: [needId(world, '2027-01-05')], lost: [], moved: [] },
    ])
    expect(preview.violations.filter((found) => found.grade !== 'warns')).toEqual([])
    expect(unwrap(await publish(world, draftId, preview.revision)).revision).toBe(1)
    const candidates = unwrap(
      await showCandidates(coordinator, {
        districtId: district.id,
        source: { kind: 'timeline' },
        ...cellOn(world, '2027-01-05'),
        part: null,
      }),
    )
    expect(candidates.candidates.map(({ personId }) => personId)).not.toContain(person(world, 0))
    const amended = await amendDuty(coordinator, {
      districtId: district.id,
      ...cellOn(world, '2027-01-05'),
      expectedRevision: 1,
      holder: { kind: 'person', personId: person(world, 2), origin: 'sick-cover' },
      reason: 'Syk',
      waivesBlocking: false,
    })
    expect(unwrap(amended).revision).toBe(2)
    const duty = unwrap(
      await showDuty(coordinator, { districtId: district.id, needId: needId(world, '2027-01-05') }),
    )
    expect(duty.seats[0]?.assignments.map((row) => row.personId)).toEqual([person(world, 2)])
    expect(duty.history.map((row) => row.personId)).toEqual([person(world, 0)])
  })
})

describe('a plan', () => {
  it('refuses a blocking breach until it is waived with a reason', async () => {
    const world = await makeWorld((district) => ({
      ...district,
      doctors: district.doctors.map((doctor, index) =>
        index === 0
          ? {
              ...doctor,
              absences: [{ id: 'leave', from: '2027-01-01', certainFrom: '2027-01-01', to: '2027-02-01' }],
            }
          : doctor,
      ),
    }))
    const draftId = await open(world)
    unwrap(await assign(world, draftId, '2027-01-05', 0))
    const before = await countRows(...TABLES)
    const refused = await publish(world, draftId, 0)
    expect(refused).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'rule-broken', violations: [{ kind: 'not-available', personId: person(world, 0) }] },
    })
    expect(await countRows(...TABLES)).toEqual(before)
    const waiver = {
      rule: 'availability',
      personId: person(world, 0),
      needIds: [needId(world, '2027-01-05')],
      reason: 'Avtalt med legen',
    }
    const waived = await publishDraft(world.coordinator, {
      ...partOf(world, draftId),
      expectedRevision: 0,
      reason: '',
      waivers: [waiver],
    })
    expect(unwrap(waived).revision).toBe(1)
  })

  it('refuses what is published by a number that is not the latest, and a draft that was published already', async () => {
    const world = await makeWorld()
    const draftId = await published(world)
    const before = await countRows(...TABLES)
    expect(refusalOf(await publish(world, draftId, 1))).toBe('stale-revision')
    const next = await open(world)
    const opened = await countRows(...TABLES)
    expect(refusalOf(await publish(world, next, 0))).toBe('stale-revision')
    expect(refusalOf(await publish(world, next, 1))).toBe('nothing-changed')
    expect(await countRows(...TABLES)).toEqual(opened)
    expect(opened).not.toEqual(before)
  })

  it('refuses an edit of a published draft, of a place touched since, and of one that does not exist', async () => {
    const world = await makeWorld()
    const { district, coordinator } = world
    const draftId = await open(world)
    unwrap(await assign(world, draftId, '2027-01-05', 0))
    const place = { districtId: district.id, draftId }
    const change = { kind: 'clear', cell: cellOn(world, '2027-01-05') } as const
    const before = await countRows(...TABLES)
    expect(
      refusalOf(
        await editDraft(coordinator, { ...place, step: stepOf(change), seen: { [cellKey(change.cell)]: 0 } }),
      ),
    ).toBe('cell-changed')
    const elsewhere = { kind: 'clear', cell: cellOn(world, '2027-03-05') } as const
    expect(refusalOf(await editDraft(coordinator, { ...place, step: stepOf(elsewhere), seen: {} }))).toBe(
      'invalid',
    )
    const stranger = { kind: 'assign', cell: cellOn(world, '2027-01-06'), personId: 'nobody' } as const
    expect(refusalOf(await editDraft(coordinator, { ...place, step: stepOf(stranger), seen: {} }))).toBe(
      'invalid',
    )
    expect(await countRows(...TABLES)).toEqual(before)
    unwrap(await publish(world, draftId, 0))
    expect(refusalOf(await editDraft(coordinator, { ...place, step: stepOf(change), seen: {} }))).toBe(
      'stale-revision',
    )
  })

  it('is published line by line and day by day from one draft', async () => {
    const world = await makeWorld()
    const { district, coordinator } = world
    const draftId = await open(world)
    unwrap(await assign(world, draftId, '2027-01-05', 0))
    unwrap(await assign(world, draftId, '2027-01-12', 1))
    const part = { ...partOf(world, draftId), reason: '', waivers: [] }
    const first = await publishDraft(coordinator, { ...part, to: '2027-01-11', expectedRevision: 0 })
    expect(unwrap(first).revision).toBe(1)
    const half = unwrap(await showDraft(coordinator, { districtId: district.id, draftId }))
    expect([half.draft.status, half.draft.baseRevision]).toEqual(['draft', 1])
    const board = await timeline(world)
    expect([...board.rota.cells.keys()]).toEqual([cellKey(cellOn(world, '2027-01-05'))])
    const rest = await publishDraft(coordinator, { ...part, from: '2027-01-11', expectedRevision: 1 })
    expect(unwrap(rest).revision).toBe(2)
    expect((await timeline(world)).rota.cells.size).toBe(2)
  })
})

describe('at the same time', { timeout: 60_000 }, () => {
  it('fifty publications of one revision store one', async () => {
    const world = await makeWorld()
    const drafts = await Promise.all([open(world), open(world)])
    for (const [index, draftId] of drafts.entries()) unwrap(await assign(world, draftId, '2027-01-05', index))
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => publish(world, drafts[index % 2] as string, 0)),
    )
    expect(answers.filter((answer) => answer.kind === 'done')).toHaveLength(1)
    expect(new Set(answers.map(refusalOf))).toEqual(new Set([undefined, 'stale-revision']))
    expect(await logOf(world.district.id)).toHaveLength(6)
    expect((await timeline(world)).revision).toBe(1)
  })

  it('a hundred amendments in two districts give a shared doctor one of two overlapping duties', async () => {
    const world = await makeWorld()
    const shared = world.people.at(-1) as string
    await published(world)
    await publishOther(world)
    const amendments = Array.from({ length: 100 }, (_, index) => {
      const isNorth = index % 2 === 0
      const district = isNorth ? world.district : world.other
      return amendDuty(isNorth ? world.coordinator : world.otherCoordinator, {
        districtId: district.id,
        needId: `${district.id}-home.2027-01-07.n`,
        seat: 0,
        expectedRevision: 1,
        holder: { kind: 'person', personId: shared, origin: 'voluntary' },
        reason: 'Ledig vakt',
        waivesBlocking: true,
      })
    })
    const answers = await Promise.all(amendments)
    expect(answers.filter((answer) => answer.kind === 'done')).toHaveLength(1)
    const expected = [undefined, 'stale-revision', 'double-booked', 'rule-broken']
    expect(answers.map(refusalOf).filter((kind) => !expected.includes(kind))).toEqual([])
  })

  it('two people edit different places of one draft and both are kept', async () => {
    const world = await makeWorld()
    const draftId = await open(world)
    const dates = ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-01-09']
    const answers = await Promise.all(dates.map((date, index) => assign(world, draftId, date, index % 4)))
    expect(answers.map(refusalOf)).toEqual(dates.map(() => undefined))
    const draft = unwrap(await showDraft(world.coordinator, { districtId: world.district.id, draftId }))
    expect(draft.open).toHaveLength(14 - dates.length)
    expect(draft.edits.map((edit) => edit.number)).toEqual([6, 5, 4, 3, 2, 1])
  })
})

function partOf(world: World, draftId: string) {
  return { districtId: world.district.id, draftId, lineIds: null, from: null, to: null }
}

async function timeline(world: World) {
  const source = { kind: 'timeline' } as const
  return unwrap(
    await showBoard(world.coordinator, { districtId: world.district.id, source, from: FROM, days: 14 }),
  )
}

async function publishOther(world: World): Promise<void> {
  const { other, otherCoordinator } = world
  const input = { districtId: other.id, name: 'Januar', from: FROM, to: TO, lineIds: [`${other.id}-home`] }
  const { draftId } = unwrap(await openDraft(otherCoordinator, input))
  const place = { districtId: other.id, draftId }
  const cell = { needId: `${other.id}-home.2027-01-05.n`, seat: 0 }
  const personId = other.persons[0]?.id as string
  unwrap(
    await editDraft(otherCoordinator, {
      ...place,
      step: stepOf({ kind: 'assign', cell, personId }),
      seen: {},
    }),
  )
  const part = { ...place, lineIds: null, from: null, to: null }
  unwrap(await publishDraft(otherCoordinator, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
}
