import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { type CellKey, cellKey, type Slice } from '../../src/core/rota/assignment.ts'
import { type CellContent, type Draft, type DraftEdit, EMPTY_CONTENT } from '../../src/core/rota/draft.ts'
import type { Need } from '../../src/core/rota/need.ts'
import {
  buildOrderWrites,
  buildStateWrites,
  findBuildOrder,
  findBuildState,
} from '../../src/data/build-order-store.ts'
import {
  buildGuard,
  buildProgressWrites,
  buildSeedWrites,
  buildStopWrites,
  buildWrites,
  findBuild,
  findLatestBuild,
  listBuildsUnderWay,
  NOTHING_DONE,
  type StoredBuild,
} from '../../src/data/build-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import {
  draftWrites,
  editWrites,
  findDraft,
  judgedGuard,
  listDrafts,
  listEditHeads,
  listEdits,
  rebaseWrites,
  statusWrites,
} from '../../src/data/draft-store.ts'
import { enter, needAt, plannedDistrict, sliceOf } from '../data/sample-timeline.ts'

const db = openDatabase(env.DB)
const written = { kind: 'written' }
const cellChanged = { kind: 'refused', constraint: 'cell-changed' }
const stale = { kind: 'refused', constraint: 'stale-revision' }
const monday = needAt('2027-01-04T15:00Z', 16)
const other = needAt('2027-01-04T15:00Z', 16, 'other')

const january: Draft = {
  id: 'first',
  name: 'Januar',
  from: '2027-01-04',
  to: '2027-02-01',
  lineIds: ['plain', 'other'],
  baseRevision: 0,
  status: 'draft',
}

async function withDraft(districtId: string, said: Partial<Draft> = {}): Promise<void> {
  await enter(db, plannedDistrict(districtId))
  await open(districtId, said)
}

async function open(districtId: string, said: Partial<Draft> = {}): Promise<void> {
  const answer = await writeAll(
    db,
    draftWrites(districtId, { ...january, ...said }, [], 'account-1', 29_000_000),
  )
  expect(answer).toEqual(written)
}

function assigned(need: Need, personId: string, said: Partial<Slice> = {}): CellContent {
  return { slices: [{ ...sliceOf(need, personId), ...said }], locked: false, note: '' }
}

function editOf(need: Need, after: CellContent, before: CellContent = EMPTY_CONTENT): DraftEdit {
  const changes = [{ needId: need.id, seat: 0, before, after }]
  return { number: 0, kind: 'assign', by: 'account-1', at: '2026-12-01T12:00Z', changes, undoes: null }
}

const seen = (need: Need, edit: number): ReadonlyMap<CellKey, number> =>
  new Map([[cellKey({ needId: need.id, seat: 0 }), edit]])

describe('two drafts of one period', () => {
  it('may give one doctor two duties at once and one duty to two doctors', async () => {
    await withDraft('disagree')
    await open('disagree', { id: 'second' })
    const edits = [
      ['first', editOf(monday, assigned(monday, 'disagree.a'))],
      ['first', editOf(other, assigned(other, 'disagree.a'))],
      ['second', editOf(monday, assigned(monday, 'disagree.b'))],
    ] as const
    for (const [draft, edit] of edits)
      expect(await writeAll(db, editWrites('disagree', draft, edit, new Map()))).toEqual(written)
    const holders = async (draft: string) =>
      (await findDraft(db, 'disagree', draft))?.cells.map((cell) => [cell.needId, cell.slices[0]?.personId])
    expect(await holders('first')).toEqual([
      [other.id, 'disagree.a'],
      [monday.id, 'disagree.a'],
    ])
    expect(await holders('second')).toEqual([[monday.id, 'disagree.b']])
  })
})

describe('an edit', () => {
  it('is stored with what stood before and after, and becomes what stands', async () => {
    await withDraft('edit')
    const halves = {
      slices: [
        { ...sliceOf(monday, 'edit.a'), end: monday.start + 300, shadowing: true },
        {
          ...sliceOf(monday, ''),
          start: monday.start + 300,
          personId: null,
          positionId: 'askvoll-2',
          origin: 'locum' as const,
        },
      ],
      locked: true,
      note: 'Æ "ring" først',
    }
    const first = { ...editOf(monday, halves), kind: 'slice' as const }
    const undo = { ...editOf(monday, EMPTY_CONTENT, halves), kind: 'undo' as const, undoes: 1 }
    await writeAll(db, editWrites('edit', 'first', first, new Map()))
    const cell = { needId: monday.id, seat: 0 }
    expect((await findDraft(db, 'edit', 'first'))?.cells).toStrictEqual([{ ...cell, ...halves, edit: 1 }])
    await writeAll(db, editWrites('edit', 'first', undo, seen(monday, 1)))
    const found = await findDraft(db, 'edit', 'first')
    expect(found?.cells).toStrictEqual([{ ...cell, ...EMPTY_CONTENT, edit: 2 }])
    expect(found?.draft.edits).toBe(2)
    expect(await listEdits(db, 'edit', 'first')).toStrictEqual([
      { ...undo, number: 2 },
      { ...first, number: 1 },
    ])
    expect((await listEditHeads(db, 'edit', 'first', 1)).map((head) => [head.number, head.undoes])).toEqual([
      [2, 1],
    ])
  })

  it('keeps a slice that ends in the second of two equal hours', async () => {
    await withDraft('autumn')
    const night = needAt('2027-10-30T21:00Z', 10)
    const content = assigned(night, 'autumn.a', { start: night.start + 225, end: night.start + 255 })
    await writeAll(db, editWrites('autumn', 'first', editOf(night, content), new Map()))
    expect((await findDraft(db, 'autumn', 'first'))?.cells[0]?.slices).toStrictEqual(content.slices)
  })

  it('of a cell that has been touched since is refused, and nothing of it is stored', async () => {
    await withDraft('stale')
    await writeAll(db, editWrites('stale', 'first', editOf(monday, assigned(monday, 'stale.a')), new Map()))
    const before = await findDraft(db, 'stale', 'first')
    const late = editOf(monday, assigned(monday, 'stale.b'))
    const both = { ...late, changes: [...editOf(other, assigned(other, 'stale.b')).changes, ...late.changes] }
    expect(await writeAll(db, editWrites('stale', 'first', both, new Map()))).toEqual(cellChanged)
    expect(await findDraft(db, 'stale', 'first')).toEqual(before)
    expect(await listEdits(db, 'stale', 'first')).toHaveLength(1)
    expect(await writeAll(db, editWrites('stale', 'first', late, seen(monday, 1)))).toEqual(written)
  })

  it('of one cell is stored once when fifty are tried at once', async () => {
    await withDraft('race')
    const edits = Array.from({ length: 50 }, (_, index) =>
      editOf(monday, { ...EMPTY_CONTENT, note: `${index}` }),
    )
    const answers = await Promise.all(
      edits.map((edit) => writeAll(db, editWrites('race', 'first', edit, new Map()))),
    )
    expect(answers.filter((answer) => answer.kind === 'written')).toHaveLength(1)
    expect(answers.filter((answer) => answer.kind === 'refused')).toEqual(Array(49).fill(cellChanged))
    expect(await listEdits(db, 'race', 'first', 100)).toHaveLength(1)
  })

  it('of different cells is kept fifty times of fifty, each with its number', async () => {
    await withDraft('apart')
    const needs = Array.from({ length: 50 }, (_, index) => needAt(`2027-01-04T15:${10 + (index % 50)}Z`))
    const edits = needs.map((need) => editOf(need, assigned(need, 'apart.a')))
    const answers = await Promise.all(
      edits.map((edit) => writeAll(db, editWrites('apart', 'first', edit, new Map()))),
    )
    expect(answers).toEqual(Array(50).fill(written))
    const numbers = (await findDraft(db, 'apart', 'first'))?.cells.map((cell) => cell.edit)
    expect(numbers?.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  })

  it('of eight thousand cells, as a build makes, is one edit', async () => {
    await withDraft('large')
    const note = 'x'.repeat(100)
    const changes = Array.from({ length: 8000 }, (_, index) => ({
      needId: `plain.${index}`,
      seat: 0,
      before: EMPTY_CONTENT,
      after: { ...assigned(monday, 'large.a'), note },
    }))
    const edit = { ...editOf(monday, EMPTY_CONTENT), kind: 'build' as const, changes }
    expect(await writeAll(db, editWrites('large', 'first', edit, new Map()))).toEqual(written)
    const cells = (await findDraft(db, 'large', 'first'))?.cells ?? []
    expect(cells).toHaveLength(8000)
    expect(new Set(cells.map((cell) => cell.edit))).toEqual(new Set([1]))
    expect((await listEdits(db, 'large', 'first'))[0]?.changes).toStrictEqual(changes)
  })

  it.each(['published', 'discarded'] as const)('is refused once the draft is %s', async (status) => {
    await withDraft(status)
    await writeAll(db, statusWrites(status, 'first', status))
    const edit = editOf(monday, assigned(monday, `${status}.a`))
    expect(await writeAll(db, editWrites(status, 'first', edit, new Map()))).toEqual(stale)
  })

  it('of another district’s draft is refused', async () => {
    await withDraft('mine')
    await enter(db, plannedDistrict('theirs'))
    const edit = editOf(monday, assigned(monday, 'theirs.a'))
    expect(await writeAll(db, editWrites('theirs', 'first', edit, new Map()))).toEqual(stale)
    expect(await findDraft(db, 'theirs', 'first')).toBeUndefined()
  })
})

describe('a draft', () => {
  it('comes back as it was opened, with the cells it started from', async () => {
    await enter(db, plannedDistrict('opened'))
    const cells = [{ needId: monday.id, seat: 0, ...assigned(monday, 'opened.a'), edit: 0 }]
    await writeAll(db, draftWrites('opened', january, cells, 'account-1', 29_000_000))
    const draft = { ...january, edits: 0, openedBy: 'account-1', openedAt: 29_000_000 }
    expect(await findDraft(db, 'opened', 'first')).toStrictEqual({ draft, cells })
    expect(await listDrafts(db, 'opened')).toStrictEqual([draft])
  })

  it('is published only as it was judged', async () => {
    await withDraft('judged')
    await writeAll(db, editWrites('judged', 'first', editOf(monday, assigned(monday, 'judged.a')), new Map()))
    expect(await writeAll(db, [judgedGuard('judged', 'first', 0)])).toEqual(stale)
    expect(await writeAll(db, [judgedGuard('judged', 'first', 1)])).toEqual(written)
    await writeAll(db, statusWrites('judged', 'first', 'discarded'))
    expect(await writeAll(db, [judgedGuard('judged', 'first', 1)])).toEqual(stale)
  })

  it('leaves the list when it is discarded', async () => {
    await withDraft('gone')
    await writeAll(db, statusWrites('gone', 'first', 'discarded'))
    expect(await listDrafts(db, 'gone')).toEqual([])
  })

  it('can be set upon a newer timeline', async () => {
    await withDraft('rebased')
    await writeAll(db, rebaseWrites('rebased', 'first', 7))
    expect((await findDraft(db, 'rebased', 'first'))?.draft.baseRevision).toBe(7)
  })
})

describe('a build', () => {
  const buildOf = (districtId: string, id: string): StoredBuild => ({
    ...NOTHING_DONE,
    id,
    districtId,
    draftId: 'first',
    seed: 1,
    iterations: 2_000_000,
    keep: 'filled',
    change: 'few',
    place: 'browser',
    stop: null,
    baseEdit: 0,
    requestedBy: 'account-1',
    requestedAt: 29_000_000,
    touchedAt: 29_000_000,
  })

  it('keeps its progress and result', async () => {
    await withDraft('progress')
    const build = buildOf('progress', 'b1')
    await writeAll(db, buildWrites(build))
    const progress = {
      done: 2_000_000,
      status: 'done' as const,
      score: { hard: 0, fairness: { hours: 0.1 + 0.2 } },
      openDuties: [{ needId: monday.id, reasons: [] }],
      keptCells: 3,
      openNow: 1,
      costNow: 12_345.5,
      bound: -0.25,
      evenness: { hours: { furthest: 60, least: 0.5 } },
      touchedAt: 29_000_010,
    }
    await writeAll(db, buildProgressWrites('b1', build.place, progress))
    expect(await findBuild(db, 'b1')).toStrictEqual({ ...build, ...progress })
    expect(await findBuild(db, 'b2')).toBeUndefined()
  })

  it('runs alone on its draft, and another may follow', async () => {
    await withDraft('alone')
    expect(await writeAll(db, buildWrites(buildOf('alone', 'one')))).toEqual(written)
    const second = buildWrites({ ...buildOf('alone', 'two'), requestedAt: 29_000_001 })
    expect(await writeAll(db, second)).toEqual({ kind: 'refused', constraint: 'build-running' })
    await writeAll(
      db,
      buildProgressWrites('one', 'browser', { ...buildOf('alone', 'one'), status: 'failed' }),
    )
    expect(await writeAll(db, second)).toEqual(written)
    expect((await findLatestBuild(db, 'alone', 'first'))?.id).toBe('two')
  })

  it('that is over stays as it ended, whatever is told of it later', async () => {
    await withDraft('over')
    const build = buildOf('over', 'gone')
    await writeAll(db, buildWrites(build))
    await writeAll(db, buildStopWrites('gone', 'discard', 29_000_002))
    const over = { ...build, status: 'failed', stop: 'discard', touchedAt: 29_000_002 }
    expect(await findBuild(db, 'gone')).toStrictEqual(over)
    await writeAll(db, buildProgressWrites('gone', 'browser', { ...build, status: 'done', done: 5 }))
    await writeAll(db, buildStopWrites('gone', 'keep', 29_000_003))
    await writeAll(db, buildSeedWrites('gone', 9))
    expect(await findBuild(db, 'gone')).toStrictEqual(over)
    expect(await writeAll(db, [buildGuard('gone', 'browser')])).toEqual({
      kind: 'refused',
      constraint: 'stale-revision',
    })
    expect((await listBuildsUnderWay(db)).map(({ id }) => id)).not.toContain('gone')
  })

  it('gives back its order and state byte for byte, until it is over', async () => {
    await withDraft('order')
    await writeAll(db, buildWrites(buildOf('order', 'o')))
    expect([await findBuildOrder(db, 'o'), await findBuildState(db, 'o')]).toEqual([undefined, undefined])
    const text = '«å» '.repeat(300_000)
    const bytes = Uint8Array.from({ length: 1_500_000 }, (_, index) => index % 251)
    await writeAll(db, [...buildOrderWrites('o', text), ...buildStateWrites('o', new Uint8Array(10))])
    await writeAll(db, buildStateWrites('o', bytes))
    expect((await findBuildOrder(db, 'o')) === text).toBe(true)
    expect(await findBuildState(db, 'o')).toEqual(bytes)
    expect((await listBuildsUnderWay(db)).map(({ id }) => id)).toContain('o')
    // A job that believes the build to be its own takes nothing from the browser that has it.
    await writeAll(db, buildProgressWrites('o', 'server', { ...buildOf('order', 'o'), status: 'done' }))
    expect(await findBuildState(db, 'o')).toEqual(bytes)
    await writeAll(db, buildProgressWrites('o', 'browser', { ...buildOf('order', 'o'), status: 'done' }))
    expect([await findBuildOrder(db, 'o'), await findBuildState(db, 'o')]).toEqual([undefined, undefined])
  })
})
