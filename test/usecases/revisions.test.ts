import { describe, expect, it } from 'vitest'
import { listEdits } from '../../src/data/draft-store.ts'
import { compareRevisions } from '../../src/usecases/compare-revisions.ts'
import { listRevisions } from '../../src/usecases/list-revisions.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { restoreRevision } from '../../src/usecases/restore-revision.ts'
import { showRevision } from '../../src/usecases/show-revision.ts'
import { undoEdit } from '../../src/usecases/undo-edit.ts'
import { FROM, needOn, PlanWorld, refusalOf, TO, unwrap } from '../support/plan-world.ts'

const DAY = '2027-01-05'
const OTHER = '2027-01-12'
const LINES = ['fjordane-home']

/** Revision 1: a and b; revision 2: c in a's place; revision 3: one week from another draft, with d for b. */
async function history(): Promise<PlanWorld> {
  const world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, DAY, 'a')
  await world.assign(draftId, OTHER, 'b')
  unwrap(await world.publish(draftId))
  unwrap(await world.amend(DAY, 'c'))
  const next = await world.open()
  await world.assign(next, OTHER, 'd')
  unwrap(await world.publish(next, { from: '2027-01-11', to: TO }))
  return world
}

/** With everything accepted that can be. */
async function publishAnyhow(world: PlanWorld, draftId: string): Promise<void> {
  const part = { districtId: world.districtId, draftId, lineIds: null, from: null, to: null }
  const { violations, revision } = unwrap(await previewPublication(world.ctx, part))
  const waivers = violations.map(({ rule, personId, needIds }) => ({
    rule,
    personId,
    needIds,
    reason: 'Avtalt',
  }))
  unwrap(await publishDraft(world.ctx, { ...part, expectedRevision: revision, reason: '', waivers }))
}

const between = (world: PlanWorld, before: number, after: number) =>
  compareRevisions(world.ctx, { districtId: world.districtId, before, after, from: null, to: null })

async function holders(world: PlanWorld, revision: number) {
  const input = { districtId: world.districtId, revision, from: FROM, days: 14 }
  const { board } = unwrap(await showRevision(world.ctx, input))
  return [DAY, OTHER].map((date) =>
    board.rota.cells.get(`${needOn(date)}#0`)?.slices.map(({ personId }) => personId),
  )
}

describe('the revisions of the rota', () => {
  it('are listed with what each was about and how much it touched', async () => {
    const world = await history()
    const { revisions, revision } = unwrap(
      await listRevisions(world.ctx, { districtId: world.districtId, before: null }),
    )
    expect(revision).toBe(3)
    expect(revisions.map((own) => [own.revision, own.kind, own.duties, own.doctors])).toEqual([
      [3, 'publication', 1, 2],
      [2, 'amendment', 1, 2],
      [1, 'publication', 2, 2],
    ])
    expect(revisions[0]).toMatchObject({ from: '2027-01-11', to: TO, lineIds: LINES })
    const older = unwrap(await listRevisions(world.ctx, { districtId: world.districtId, before: 2 }))
    expect(older.revisions.map((own) => own.revision)).toEqual([1])
  })

  it('stand as they stood', async () => {
    const world = await history()
    expect(await holders(world, 1)).toEqual([['a'], ['b']])
    expect(await holders(world, 2)).toEqual([['c'], ['b']])
    expect(await holders(world, 3)).toEqual([['c'], ['d']])
  })

  it('are compared, any two of them, per doctor and per duty', async () => {
    const world = await history()
    const all = unwrap(await between(world, 1, 3))
    expect(all.persons).toEqual([
      { personId: 'a', gained: [], lost: [needOn(DAY)], moved: [] },
      { personId: 'b', gained: [], lost: [needOn(OTHER)], moved: [] },
      { personId: 'c', gained: [needOn(DAY)], lost: [], moved: [] },
      { personId: 'd', gained: [needOn(OTHER)], lost: [], moved: [] },
    ])
    expect(unwrap(await between(world, 2, 3)).places.map(({ needId }) => needId)).toEqual([needOn(OTHER)])
    const fromNothing = unwrap(await between(world, 0, 1))
    expect(fromNothing.places).toHaveLength(14)
    expect(fromNothing.places.every(({ before }) => before === null)).toBe(true)
  })

  it('say what a duty asked for then, and do not know one that came later or was taken out', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, DAY, 'a')
    unwrap(await world.publish(draftId))
    const change = (end: string, days: readonly string[] | null) =>
      world.reimport((district) => ({
        ...district,
        lines: district.lines.map((line) => ({
          ...line,
          templates: line.templates.map((template) => ({
            ...template,
            windows: template.windows.map((window) => ({
              ...window,
              end,
              dayKinds: days ? window.dayKinds.filter((kind) => days.includes(kind)) : window.dayKinds,
            })),
          })),
        })),
      }))
    await change('07:00', ['weekday'])
    const next = await world.open()
    await publishAnyhow(world, next)
    const boardOf = async (revision: number) => {
      const input = { districtId: world.districtId, revision, from: FROM, days: 14 }
      return unwrap(await showRevision(world.ctx, input)).board.rota.needs
    }
    const [had, has] = [await boardOf(1), await boardOf(2)]
    expect([had.length, has.length]).toEqual([14, 10])
    const length = (needs: typeof had) => needs.map(({ start, end }) => end - start)
    expect([new Set(length(had)), new Set(length(has))]).toEqual([new Set([16 * 60]), new Set([15 * 60])])
    const { persons, places } = unwrap(await between(world, 1, 2))
    expect(persons).toEqual([{ personId: 'a', gained: [], lost: [], moved: [needOn(DAY)] }])
    expect(places.filter(({ after }) => after === null)).toHaveLength(4)
  })

  it('tell what later ones were about the same days, and would go with them', async () => {
    const world = await history()
    const laterThan = async (revision: number) => {
      const input = { districtId: world.districtId, revision, from: null, days: 7 }
      return unwrap(await showRevision(world.ctx, input)).later.map((own) => [own.revision, own.kind])
    }
    expect(await laterThan(1)).toEqual([
      [2, 'amendment'],
      [3, 'publication'],
    ])
    expect(await laterThan(2)).toEqual([])
    expect(await laterThan(3)).toEqual([])
  })

  it.each([
    ['the same twice', 2, 2, 'invalid'],
    ['the later first', 3, 1, 'invalid'],
    ['one that is not there', 1, 9, 'not-found'],
  ])('of which %s is asked for are refused', async (_name, before, after, kind) => {
    expect(refusalOf(await between(await history(), before, after))).toBe(kind)
  })
})

describe('fetching a revision back', () => {
  const restore = (world: PlanWorld, said: object = {}) =>
    restoreRevision(world.ctx, {
      districtId: world.districtId,
      revision: 1,
      name: 'Fra utgave 1',
      lineIds: LINES,
      from: FROM,
      to: TO,
      ...said,
    })

  it('opens a draft that holds what stood then, as one step over what stands now', async () => {
    const world = await history()
    const { draftId, lost } = unwrap(await restore(world))
    expect(lost).toBe(0)
    const { edits, held, clashes } = await world.draft(draftId)
    expect(edits.map(({ kind, places }) => [kind, places])).toEqual([['restore', 2]])
    expect([held, clashes.length]).toEqual([2, 0])
    expect(await holders(world, 3)).toEqual([['c'], ['d']])
  })

  it('and publishing it undoes what came after; taking the step back leaves what stands', async () => {
    const world = await history()
    const { draftId } = unwrap(await restore(world))
    unwrap(await world.publish(draftId))
    expect(await holders(world, 4)).toEqual([['a'], ['b']])
    expect(unwrap(await between(world, 1, 4)).places).toEqual([])
    const other = await history()
    const again = unwrap(await restore(other)).draftId
    unwrap(await undoEdit(other.ctx, { districtId: other.districtId, draftId: again }))
    expect(refusalOf(await other.publish(again))).toBe('nothing-changed')
  })

  it('of before anything was published leaves the duties open', async () => {
    const world = await history()
    const { draftId } = unwrap(await restore(world, { revision: 0 }))
    expect((await world.draft(draftId)).held).toBe(0)
  })

  it('leaves what has begun as it is', async () => {
    const world = await history()
    const later = world.at('2027-01-10T12:00Z')
    const input = {
      districtId: world.districtId,
      revision: 1,
      name: 'Sent',
      lineIds: LINES,
      from: FROM,
      to: TO,
    }
    const { draftId } = unwrap(await restoreRevision(later, input))
    const [edit] = await listEdits(world.ctx.db, world.districtId, draftId)
    expect(edit?.changes.map(({ needId }) => needId)).toEqual([needOn(OTHER)])
  })

  it.each([
    ['when it stands already', { revision: 3 }, 'nothing-changed'],
    ['of a revision that is not there', { revision: 7 }, 'not-found'],
    ['of a revision before the first', { revision: -1 }, 'not-found'],
    ['of half a revision', { revision: 0.5 }, 'not-found'],
    ['of what is no number', { revision: Number.NaN }, 'not-found'],
    ['without a name', { name: ' ' }, 'invalid'],
    ['without a line', { lineIds: [] }, 'invalid'],
    ['of a line that is not there', { lineIds: ['x'] }, 'invalid'],
    ['of more than 54 weeks', { to: '2028-03-01' }, 'invalid'],
  ])('%s is refused, and opens nothing', async (_name, said, kind) => {
    const world = await history()
    expect(refusalOf(await restore(world, said))).toBe(kind)
    const rows = await world.ctx.db.d1.prepare('select count(*) as n from draft').all<{ n: number }>()
    expect(rows.results[0]?.n).toBe(2)
  })
})
