import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Changes, Door, Failure, Reversed, Stored } from '../../src/client/board/door.ts'
import { type BoardModel, boardModel } from '../../src/client/board/model.ts'
import { queueOf } from '../../src/client/board/queue.ts'
import { SyncEngine } from '../../src/client/board/sync-engine.ts'
import type { SyncNews } from '../../src/client/board/sync-news.ts'
import { type BoardFacts, fromFactsJson } from '../../src/core/plans/board-facts.ts'
import { BOARD_VERSION, stepOf } from '../../src/core/plans/step.ts'
import { stepToRedo, stepToUndo } from '../../src/core/plans/undo.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { accountWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listEdits } from '../../src/data/draft-store.ts'
import { findReversible } from '../../src/data/step-store.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { below, seedChance } from '../../src/solver/search/chance.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import type { Refusal, Result } from '../../src/usecases/refusal.ts'
import { sendReversal, sendStep } from '../../src/usecases/send-step.ts'
import { showBoardFacts } from '../../src/usecases/show-board-facts.ts'
import { showChanges } from '../../src/usecases/show-changes.ts'
import { cellOn, PEOPLE, PlanWorld, unwrap } from '../support/plan-world.ts'

const DAYS = ['05', '06', '07', '08', '09', '10', '11', '12'].map((day) => `2027-01-${day}`)

/** A server that can be out of reach, lose an answer on its way, be newer, or have forgotten who is there. */
class Line {
  state: 'up' | 'down' | 'loses-answers' | 'signed-out' | 'unconfirmed' | 'newer' = 'up'
  asked = 0
  /** So many answers come; then the network is gone. */
  answersLeft = Number.POSITIVE_INFINITY
  readonly onTheWay = new Set<Promise<unknown>>()
}

function doorTo(ctx: Context, line: Line, place: { districtId: string; draftId: string }): Door {
  const through = async <T>(work: () => Promise<Result<T>>): Promise<{ value: T } | Failure> => {
    line.asked++
    const answer = answerTo(work)
    line.onTheWay.add(answer)
    return answer.finally(() => line.onTheWay.delete(answer))
  }
  const answerTo = async <T>(work: () => Promise<Result<T>>): Promise<{ value: T } | Failure> => {
    if (line.state === 'down' || line.answersLeft-- <= 0) return { kind: 'unreachable' }
    if (line.state === 'signed-out' || line.state === 'unconfirmed') return { kind: line.state }
    const result = await work()
    if (line.state === 'loses-answers') return { kind: 'unreachable' }
    return result.kind === 'done' ? { value: result.value } : failureOf(result.refusal)
  }
  const textOf = (said: object) =>
    JSON.stringify({ version: BOARD_VERSION + (line.state === 'newer' ? -1 : 0), ...said })
  return {
    async send({ key, step, seen }) {
      const answer = await through(() => sendStep(ctx, { ...place, text: textOf({ key, ...step, seen }) }))
      return 'kind' in answer ? answer : ({ ...answer.value, kind: 'stored' } satisfies Stored)
    },
    async reverse(kind, key) {
      const answer = await through(() => sendReversal(ctx, kind, { ...place, text: textOf({ key }) }))
      return 'kind' in answer ? answer : ({ ...answer.value, kind: 'stored' } satisfies Reversed)
    },
    async changes(after) {
      const answer = await through(() => showChanges(ctx, { ...place, after }))
      return 'kind' in answer ? answer : ({ ...answer.value, kind: 'changes' } satisfies Changes)
    },
  }
}

function failureOf(refusal: Refusal): Failure {
  if (refusal.kind === 'reload-needed') return { kind: 'outdated' }
  if (refusal.kind === 'stale-revision') return { kind: 'closed', isGone: false }
  if (refusal.kind === 'cell-changed' && refusal.now)
    return {
      kind: 'conflict',
      cell: '',
      by: refusal.by ?? null,
      isOwn: refusal.isOwn ?? false,
      now: refusal.now,
    }
  return { kind: 'refused', reason: refusal.kind }
}

class Memory implements Storage {
  readonly kept = new Map<string, string>()
  get length() {
    return this.kept.size
  }
  clear() {
    this.kept.clear()
  }
  getItem(key: string) {
    return this.kept.get(key) ?? null
  }
  key(index: number) {
    return [...this.kept.keys()][index] ?? null
  }
  removeItem(key: string) {
    this.kept.delete(key)
  }
  setItem(key: string, value: string) {
    this.kept.set(key, value)
  }
}

interface Place {
  readonly districtId: string
  readonly draftId: string
}

/** A page that one coordinator has open. Time stands still: what is due later is done when told. */
class Page {
  readonly model: BoardModel
  readonly engine: SyncEngine
  readonly news: SyncNews[] = []
  readonly line: Line
  due: (() => void) | undefined

  private constructor(ctx: Context, facts: BoardFacts, line: Line, storage: Storage, place: Place) {
    this.line = line
    this.model = boardModel(facts)
    this.engine = new SyncEngine({
      model: this.model,
      door: doorTo(ctx, line, place),
      queue: queueOf(storage, facts.accountId, place.districtId, place.draftId),
      tell: (news) => this.news.push(news),
      pace: () => 2500,
      later: (_, work) => {
        this.due = work
        return () => {
          if (this.due === work) this.due = undefined
        }
      },
      newKey,
      reload: () => {},
    })
  }

  static async open(
    ctx: Context,
    place: Place,
    { storage = new Memory(), line = new Line(), before = (_: BoardModel): unknown => undefined } = {},
  ) {
    const facts = fromFactsJson(unwrap(await showBoardFacts(ctx, place)))
    const page = new Page(ctx, facts, line, storage, place)
    before(page.model)
    page.engine.start()
    await page.quiet()
    return page
  }

  assign(date: string, personId: string): void {
    const step = stepOf({ kind: 'assign', cell: cellOn(date), personId })
    expect(this.model.apply(step, newKey()).kind).toBe('planned')
  }

  holder(date: string): string | undefined {
    return this.model.cells.get(cellKey(cellOn(date)))?.slices[0]?.personId ?? undefined
  }

  /** What is due is done, and all that is on its way has come. */
  async catchUp(): Promise<void> {
    this.engine.wake()
    await this.quiet()
  }

  async quiet(): Promise<void> {
    for (let asked = -1; asked !== this.line.asked || this.line.onTheWay.size > 0; ) {
      asked = this.line.asked
      await Promise.allSettled(this.line.onTheWay)
      await new Promise(setImmediate)
    }
  }

  told<K extends SyncNews['kind']>(kind: K) {
    return this.news.filter((news): news is Extract<SyncNews, { kind: K }> => news.kind === kind)
  }
}

const hash = async (text: string) => createHash('sha256').update(text).digest('hex')

let count = 0
const newKey = () => `key-${String(++count).padStart(8, '0')}`

describe('a board and its draft', () => {
  let world: PlanWorld
  let own: Context
  let other: Context
  let place: Place

  beforeEach(async () => {
    world = await PlanWorld.make()
    const now = world.ctx.now
    await writeAll(world.ctx.db, accountWrites(accountOf('b', 'b', null, now)))
    const { actor } = world.ctx
    if (actor.kind !== 'account') throw new Error('the world is seen by an account')
    own = { ...world.ctx, hash }
    other = { ...own, actor: { ...actor, accountId: 'b', personId: 'b', sessionHash: 'other' } }
    place = { districtId: world.districtId, draftId: await world.open() }
  })

  const stored = async () => {
    const facts = fromFactsJson(unwrap(await showBoardFacts(world.ctx, place)))
    return new Map([...facts.cells].map(([key, cell]) => [key, cell.slices[0]?.personId]))
  }
  const theirs = (date: string, personId: string) =>
    editDraft(other, { ...place, step: stepOf({ kind: 'assign', cell: cellOn(date), personId }), seen: {} })

  it('are the same after steps over each other that are done before the first is stored', async () => {
    const page = await Page.open(own, place)
    for (const [index, personId] of ['a', 'b', 'c', 'd'].entries()) {
      page.assign(DAYS[0]!, personId)
      page.assign(DAYS[index + 1]!, personId)
    }
    expect(page.model.pending.length).toBe(8)
    await page.quiet()
    expect(page.told('conflict')).toEqual([])
    expect(page.model.pending).toEqual([])
    expect((await stored()).get(cellKey(cellOn(DAYS[0]!)))).toBe('d')
    expect(page.model.edits).toBe(8)
  })

  it('keep what is done without a network, say so, and store it when it is back', async () => {
    const storage = new Memory()
    const page = await Page.open(own, place, { storage })
    page.line.state = 'down'
    page.assign(DAYS[0]!, 'a')
    page.assign(DAYS[1]!, 'b')
    await page.quiet()
    expect(page.news.at(-1)).toMatchObject({ kind: 'state', state: 'offline', waiting: 2 })
    expect(page.engine.isAtRisk).toBe(true)
    expect(storage.length).toBe(2)
    expect(page.holder(DAYS[0]!)).toBe('a')
    page.line.state = 'up'
    await page.catchUp()
    expect(page.news.at(-1)).toMatchObject({ kind: 'state', state: 'open', waiting: 0 })
    expect(storage.length).toBe(0)
    expect((await stored()).get(cellKey(cellOn(DAYS[1]!)))).toBe('b')
  })

  it('are the same after a reload with steps that were never sent, in their order', async () => {
    const storage = new Memory()
    const line = new Line()
    const page = await Page.open(own, place, { storage, line })
    line.state = 'down'
    page.assign(DAYS[0]!, 'a')
    page.assign(DAYS[0]!, 'b')
    page.assign(DAYS[1]!, 'c')
    await page.quiet()
    const again = await Page.open(own, place, { storage })
    expect(again.told('conflict')).toEqual([])
    expect([again.holder(DAYS[0]!), again.holder(DAYS[1]!)]).toEqual(['b', 'c'])
    expect(await stored()).toEqual(
      new Map([
        [cellKey(cellOn(DAYS[0]!)), 'b'],
        [cellKey(cellOn(DAYS[1]!)), 'c'],
      ]),
    )
    expect(storage.length).toBe(0)
  })

  it('store once a step whose answer was lost on the way, also over a reload', async () => {
    const storage = new Memory()
    const line = new Line()
    const page = await Page.open(own, place, { storage, line })
    line.state = 'loses-answers'
    page.assign(DAYS[0]!, 'a')
    page.assign(DAYS[0]!, 'b')
    await page.quiet()
    await page.catchUp()
    expect(page.model.pending.length).toBe(2)
    line.state = 'up'
    const again = await Page.open(own, place, { storage })
    await page.catchUp()
    for (const one of [page, again]) {
      expect(one.told('conflict')).toEqual([])
      expect(one.model.edits).toBe(2)
      expect(one.holder(DAYS[0]!)).toBe('b')
    }
  })

  it('take over what others do, and say who', async () => {
    const page = await Page.open(own, place)
    page.assign(DAYS[0]!, 'a')
    await page.quiet()
    unwrap(await theirs(DAYS[1]!, 'c'))
    unwrap(await theirs(DAYS[2]!, 'd'))
    await page.catchUp()
    expect([page.holder(DAYS[1]!), page.holder(DAYS[2]!)]).toEqual(['c', 'd'])
    expect(page.told('others')).toEqual([{ kind: 'others', name: 'Lege B', places: 2 }])
  })

  it('miss nothing that others did between two of one’s own steps', async () => {
    const page = await Page.open(own, place)
    unwrap(await theirs(DAYS[1]!, 'c'))
    page.assign(DAYS[0]!, 'a')
    await page.quiet()
    expect(page.model.edits).toBe(2)
    await page.catchUp()
    expect(page.holder(DAYS[1]!)).toBe('c')
  })

  it('say who was first at a place and what stands there, and let one do it anyway', async () => {
    const page = await Page.open(own, place)
    unwrap(await theirs(DAYS[0]!, 'c'))
    page.assign(DAYS[0]!, 'a')
    await page.quiet()
    const [told] = page.told('conflict')
    expect(told).toMatchObject({
      conflict: { by: 'Lege B', isOwn: false, now: { slices: [{ personId: 'c' }] } },
    })
    expect(page.holder(DAYS[0]!)).toBe('c')
    expect(page.model.pending).toEqual([])
    page.model.apply(told!.step, newKey())
    await page.quiet()
    expect((await stored()).get(cellKey(cellOn(DAYS[0]!)))).toBe('a')
  })

  it('keep what is done while signed out, signed in too weakly or while the page is old, and store it after', async () => {
    for (const [index, state] of (['signed-out', 'unconfirmed', 'newer'] as const).entries()) {
      const storage = new Memory()
      const line = new Line()
      const page = await Page.open(own, place, { storage, line })
      line.state = state
      page.assign(DAYS[index]!, 'a')
      await page.quiet()
      const now = state === 'newer' ? 'outdated' : state
      expect(page.news.at(-1)).toMatchObject({ kind: 'state', state: now, waiting: 1 })
      expect(storage.length).toBe(1)
      const again = await Page.open(own, place, { storage })
      expect(again.model.pending).toEqual([])
    }
    expect([...(await stored()).values()]).toEqual(['a', 'a', 'a'])
  })

  it('tell what can’t be stored any more once the draft is published, and keep it until it is discarded', async () => {
    const storage = new Memory()
    const page = await Page.open(own, place, { storage })
    page.assign(DAYS[0]!, 'a')
    await page.quiet()
    unwrap(await world.publish(place.draftId))
    page.assign(DAYS[1]!, 'b')
    await page.quiet()
    expect(page.told('closed')).toEqual([{ kind: 'closed', why: 'published' }])
    expect(page.told('left')).toMatchObject([{ steps: [{ step: { kind: 'assign' } }] }])
    const later = await Page.open(own, place, { storage })
    const [left] = later.told('left')
    expect(left?.steps.length).toBe(1)
    later.engine.forget(left!.steps)
    expect(storage.length).toBe(0)
  })

  it('undo and redo after what waits is stored, however fast the keys are pressed', async () => {
    const page = await Page.open(own, place)
    page.assign(DAYS[0]!, 'a')
    page.assign(DAYS[0]!, 'b')
    await Promise.all([page.engine.undo(), page.engine.undo(), page.engine.redo()])
    expect(page.holder(DAYS[0]!)).toBe('a')
    expect(page.told('reversed').map(({ what, step }) => [what, step.kind])).toEqual([
      ['undo', 'assign'],
      ['undo', 'assign'],
      ['redo', 'assign'],
    ])
    await page.engine.redo()
    await page.engine.redo()
    expect(page.holder(DAYS[0]!)).toBe('b')
    expect(page.told('not-reversed')).toMatchObject([{ what: 'redo', why: 'nothing' }])
  })

  it('refuse an undo of what somebody has changed since, and say who', async () => {
    const page = await Page.open(own, place)
    page.assign(DAYS[0]!, 'a')
    await page.quiet()
    unwrap(await theirs(DAYS[0]!, 'd'))
    await page.engine.undo()
    expect(page.told('not-reversed')).toMatchObject([{ what: 'undo', why: { by: 'Lege B' } }])
    expect(page.holder(DAYS[0]!)).toBe('d')
  })

  it('take back without a network what was never sent, and do it again', async () => {
    const page = await Page.open(own, place)
    page.line.state = 'down'
    page.assign(DAYS[0]!, 'a')
    await page.quiet()
    page.assign(DAYS[1]!, 'b')
    await page.engine.undo()
    expect(page.holder(DAYS[1]!)).toBeUndefined()
    await page.engine.undo()
    expect(page.told('not-reversed')).toMatchObject([{ what: 'undo', why: 'net' }])
    await page.engine.redo()
    expect(page.holder(DAYS[1]!)).toBe('b')
    page.line.state = 'up'
    await page.catchUp()
    expect((await stored()).size).toBe(2)
  })

  it('do again in the reverse order what was taken back, partly here and partly on the server', async () => {
    const page = await Page.open(own, place)
    page.line.state = 'down'
    page.assign(DAYS[0]!, 'a')
    page.assign(DAYS[0]!, 'b')
    await page.engine.undo()
    page.line.state = 'up'
    await page.catchUp()
    await page.engine.undo()
    expect(page.holder(DAYS[0]!)).toBeUndefined()
    await page.engine.redo()
    expect(page.holder(DAYS[0]!)).toBe('a')
    await page.engine.redo()
    await page.quiet()
    expect([...(await stored()).values()]).toEqual(['b'])
    expect(page.told('not-reversed')).toEqual([])
  })

  it('do not do again a step under one that is stored, while the server is out of reach', async () => {
    const page = await Page.open(own, place)
    page.line.state = 'down'
    page.assign(DAYS[0]!, 'a')
    page.assign(DAYS[0]!, 'b')
    await page.engine.undo()
    page.line.state = 'up'
    await page.catchUp()
    await page.engine.undo()
    page.line.state = 'down'
    await page.engine.redo()
    expect(page.holder(DAYS[0]!)).toBeUndefined()
    expect(page.told('not-reversed')).toMatchObject([{ what: 'redo', why: 'net' }])
    page.line.state = 'up'
    await page.catchUp()
    await page.engine.redo()
    expect(page.holder(DAYS[0]!)).toBe('a')
  })

  it('take back and do again steps that were left by a reload', async () => {
    const storage = new Memory()
    const line = new Line()
    line.state = 'down'
    const page = await Page.open(own, place, { storage, line })
    for (const [index, personId] of ['a', 'b', 'c'].entries()) page.assign(DAYS[index]!, personId)
    await page.quiet()
    line.state = 'signed-out'
    const again = await Page.open(own, place, { storage, line })
    await again.engine.undo()
    await again.engine.undo()
    await again.engine.redo()
    await again.engine.redo()
    expect(DAYS.slice(0, 3).map((date) => again.holder(date))).toEqual(['a', 'b', 'c'])
    expect(again.told('not-reversed')).toEqual([])
    line.state = 'up'
    await again.catchUp()
    expect((await stored()).size).toBe(3)
  })

  it('keep what was told as left until it is discarded, whatever is done meanwhile', async () => {
    const storage = new Memory()
    const kept = queueOf(storage, 'a', place.districtId, place.draftId)
    const gone = { needId: 'none.2027-01-05.none', seat: 0 }
    kept.keep([{ key: 'gone', step: stepOf({ kind: 'assign', cell: gone, personId: 'a' }), seen: {} }])
    const page = await Page.open(own, place, { storage })
    const [left] = page.told('left')
    expect(left?.steps.map(({ key }) => key)).toEqual(['gone'])
    page.assign(DAYS[0]!, 'a')
    await page.quiet()
    expect(storage.length).toBe(1)
    page.engine.forget(left!.steps)
    expect(storage.length).toBe(0)
  })

  it('keep in the browser what is done before anything is sent', async () => {
    const storage = new Memory()
    const line = new Line()
    line.state = 'down'
    const page = await Page.open(own, place, {
      storage,
      line,
      before: (model) =>
        model.apply(stepOf({ kind: 'assign', cell: cellOn(DAYS[0]!), personId: 'a' }), newKey()),
    })
    expect(page.model.pending.length).toBe(1)
    expect(storage.length).toBe(1)
  })

  it('tell of every step that is done, and of those that come to nothing', async () => {
    const page = await Page.open(own, place)
    unwrap(await theirs(DAYS[0]!, 'c'))
    page.assign(DAYS[0]!, 'a')
    page.assign(DAYS[1]!, 'a')
    await page.quiet()
    await page.engine.undo()
    await page.engine.redo()
    const cells = page.told('done').map(({ step }) => step.intents[0]?.cell)
    expect(cells).toEqual([cellOn(DAYS[0]!), cellOn(DAYS[1]!)])
    expect(page.told('dropped').map(({ step }) => step)).toEqual([page.told('conflict')[0]?.step])
  })

  it('say that nothing more is stored, and not why, where the reason can’t be asked', async () => {
    const page = await Page.open(own, place)
    page.assign(DAYS[0]!, 'a')
    await page.quiet()
    unwrap(await world.publish(place.draftId))
    page.line.answersLeft = 1
    page.assign(DAYS[1]!, 'a')
    await page.quiet()
    expect(page.told('closed')).toEqual([{ kind: 'closed', why: 'unknown' }])
  })

  it('are the same in two browsers after 400 steps, undos and breaks of the network by chance', async () => {
    const pages = [await Page.open(own, place), await Page.open(other, place)]
    const state = new Uint32Array(4)
    seedChance(state, 11)
    const pick = <T>(list: readonly T[]) => list[below(state, list.length)] as T
    for (let turn = 0; turn < 400; turn++) {
      const page = pick(pages)
      page.line.state = pick(['up', 'up', 'up', 'up', 'down', 'loses-answers'] as const)
      const act = below(state, 8)
      if (act === 0) void page.engine.undo()
      else if (act === 1) void page.engine.redo()
      else {
        const step = stepOf({ kind: 'assign', cell: cellOn(pick(DAYS)), personId: pick(PEOPLE) })
        page.model.apply(step, newKey())
      }
      if (below(state, 3) === 0) await page.quiet()
      if (below(state, 5) === 0) page.engine.wake()
    }
    for (const page of pages) page.line.state = 'up'
    for (let round = 0; round < 3; round++) for (const page of pages) await page.catchUp()
    for (const page of pages) await page.catchUp()
    const facts = fromFactsJson(unwrap(await showBoardFacts(world.ctx, place)))
    for (const page of pages) {
      expect(page.model.pending).toEqual([])
      for (const [key, cell] of facts.cells) expect(page.model.cells.get(key)).toEqual(cell)
    }
    expect(facts.edits).toBeGreaterThan(100)
    const { db } = own
    const edits = await listEdits(db, place.districtId, place.draftId, facts.edits)
    for (const by of ['a', 'b']) {
      const { undo, redo } = await findReversible(db, place.districtId, place.draftId, by)
      expect(undo?.number ?? 0).toBeLessThanOrEqual(stepToUndo(edits, by)?.number ?? 0)
      expect(redo?.number ?? 0).toBeLessThanOrEqual(stepToRedo(edits, by)?.number ?? 0)
    }
  })
})
