import { placesNamed } from '../../core/plans/step.ts'
import type { DraftStatus } from '../../core/rota/draft.ts'
import type { Changes, Door, Failure, Reversed, Stored } from './door.ts'
import type { BoardModel, Pending } from './model.ts'
import type { Queue } from './queue.ts'
import type { SyncNews, SyncState, WhyClosed } from './sync-news.ts'

export interface Surroundings {
  readonly model: BoardModel
  readonly door: Door
  readonly queue: Queue
  readonly tell: (news: SyncNews) => void
  /** Milliseconds until others' changes are asked for again, by how the page is used. */
  readonly pace: () => number
  /** Calls once after so many milliseconds; the answer takes that back. */
  readonly later: (milliseconds: number, work: () => void) => () => void
  readonly newKey: () => string
  readonly reload: () => void
}

const FIRST_RETRY = 1000
const LONGEST_RETRY = 30_000
/** Signing in takes a while, and the page is woken when it is looked at again. */
const SIGNED_OUT_RETRY = 15_000

/**
 * Keeps a board and its draft on the server the same: sends what is done in its order, one step at a time; takes over what
 * others do; and loses nothing when the network, the session or the server goes away.
 */
export class SyncEngine {
  readonly #around: Surroundings
  #state: SyncState = 'open'
  /** Everything up to this edit is known here. */
  #cursor: number
  #sends = 0
  #failures = 0
  /** Others have edited what is not read yet. */
  #hasNews = false
  #isPolling = false
  #hasToldMoved = false
  #busy: Promise<void> | undefined
  #reversals: Promise<void> = Promise.resolve()
  #cancel = () => {}
  /** Steps of which it is not known whether they are stored. */
  readonly #attempted = new Set<string>()
  readonly #known = new Set<string>()
  /** What redo would do again, the latest last: steps taken back before they were sent, and steps that the server took back. */
  readonly #undone: (Pending | 'stored')[] = []
  #isRedoing = false
  #isLeaving = false

  constructor(around: Surroundings) {
    this.#around = around
    this.#cursor = around.model.edits
  }

  get state(): SyncState {
    return this.#state
  }

  /** Takes up what was left when the page was last closed, and begins to listen for what others do. */
  start(): void {
    const { model, queue, tell } = this.#around
    const left = queue.read()
    if (!isOpen(model.facts.status)) {
      this.#state = 'closed'
      if (left.length > 0) tell({ kind: 'left', steps: left })
      this.#report()
      return
    }
    model.onChange(() => this.#changed())
    const fitting = left.filter((pending) => isFitting(pending, model))
    const lost = left.filter((pending) => !fitting.includes(pending))
    if (lost.length > 0) tell({ kind: 'left', steps: lost })
    if (fitting.length > 0) model.restore(fitting)
    // What was done before anybody listened here, too.
    this.#meet()
    queue.keep(model.pending)
    this.#work()
  }

  undo(): Promise<void> {
    return this.#reverse('undo')
  }

  redo(): Promise<void> {
    return this.#reverse('redo')
  }

  /** The network is back, or somebody looks at the page again: asks at once. */
  wake(): void {
    this.#cancel()
    if (!this.#busy && !this.#isOver()) this.#ask()
  }

  /** What was told as left is of no more use. */
  forget(left: readonly Pending[]): void {
    const { model, queue } = this.#around
    queue.forget(left.map(({ key }) => key))
    for (const { key } of left) model.drop(key, [])
  }

  /** Whether something could be lost if the page were left now: more waits than a request that is on its way. */
  get isAtRisk(): boolean {
    const waiting = this.#around.model.pending.length
    return !this.#isLeaving && waiting > 0 && (waiting > 1 || this.#state !== 'open')
  }

  /** Loads the page again; what waits is kept, and sent from there. */
  leave(): void {
    this.#isLeaving = true
    this.#around.reload()
  }

  #report(): void {
    const { model, tell } = this.#around
    const isSending = this.#busy !== undefined
    tell({ kind: 'state', state: this.#state, waiting: model.pending.length, isSending })
  }

  #schedule(): void {
    this.#cancel()
    if (!this.#isOver()) this.#cancel = this.#around.later(this.#delay(), () => this.#ask())
  }

  #delay(): number {
    if (this.#state === 'signed-out' || this.#state === 'unconfirmed') return SIGNED_OUT_RETRY
    if (this.#failures > 0) return Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (this.#failures - 1))
    return this.#hasNews ? 0 : this.#around.pace()
  }

  #ask(): void {
    if (this.#around.model.pending.length > 0) this.#work()
    else this.#poll()
  }

  #isOver(): boolean {
    return this.#state === 'outdated' || this.#state === 'closed'
  }

  #changed(): void {
    const { model, queue } = this.#around
    if (model.pending.length === 0) return
    // A new step ends what could be done again.
    if (this.#meet() && !this.#isRedoing) this.#undone.length = 0
    queue.keep(model.pending)
    if (this.#state === 'open') this.#work()
    else this.#report()
  }

  /** Whether there are steps that were not known before. */
  #meet(): boolean {
    const { model, tell } = this.#around
    const fresh = model.pending.filter(({ key }) => !this.#known.has(key))
    for (const { key, step } of fresh) {
      this.#known.add(key)
      if (!this.#isRedoing) tell({ kind: 'done', step })
    }
    return fresh.length > 0
  }

  #work(): Promise<void> {
    if (this.#busy) return this.#busy
    if (this.#isOver()) return Promise.resolve()
    return this.#during(this.#sendAll())
  }

  /** While something is on its way that changes the draft, nothing else is asked. */
  #during(work: Promise<void>): Promise<void> {
    this.#busy = work.finally(() => {
      this.#busy = undefined
      this.#report()
      this.#schedule()
    })
    this.#report()
    return this.#busy
  }

  async #sendAll(): Promise<void> {
    const { model, door } = this.#around
    for (let next = model.pending[0]; next; next = model.pending[0]) {
      this.#sends++
      this.#attempted.add(next.key)
      if (!this.#take(next, await door.send(next))) return
    }
  }

  /** Whether the next step may go. */
  #take({ key, step }: Pending, answer: Stored | Failure): boolean {
    const { model, queue, tell } = this.#around
    if (answer.kind === 'stored') {
      this.#heard(answer)
      model.settle(key, answer.cells, answer.edits)
    } else if (answer.kind === 'conflict') {
      this.#recover()
      this.#hasNews = true
      model.drop(key, [answer.now])
      tell({ kind: 'dropped', step })
      tell({ kind: 'conflict', conflict: answer, step })
    } else if (answer.kind === 'refused') {
      this.#recover()
      model.drop(key, [])
      tell({ kind: 'dropped', step })
      if (answer.reason !== 'nothing-changed') tell({ kind: 'refused', step })
    } else {
      this.#fail(answer)
      return false
    }
    this.#attempted.delete(key)
    queue.keep(model.pending)
    return true
  }

  /** An own step that follows everything known here; anything between came from somebody else. */
  #heard({ edits }: Stored): void {
    this.#recover()
    if (edits === this.#cursor + 1) this.#cursor = edits
    else if (edits > this.#cursor) this.#hasNews = true
  }

  #recover(): void {
    this.#failures = 0
    this.#state = 'open'
  }

  #fail(failure: Failure): void {
    if (failure.kind === 'unreachable') {
      this.#failures++
      this.#state = 'offline'
    } else if (failure.kind === 'closed') this.#closeFor(failure.isGone)
    else if (failure.kind !== 'conflict' && failure.kind !== 'refused') this.#state = failure.kind
  }

  #closeFor(isGone: boolean): void {
    this.#state = 'closed'
    if (isGone) this.#close('gone')
    else
      this.#around.door.changes(this.#cursor).then((answer) => {
        this.#close(answer.kind === 'changes' ? whyClosed(answer.status) : 'unknown')
      })
  }

  #close(why: WhyClosed): void {
    const { model, tell } = this.#around
    this.#state = 'closed'
    tell({ kind: 'closed', why })
    if (model.pending.length > 0) tell({ kind: 'left', steps: model.pending })
  }

  async #poll(): Promise<void> {
    if (this.#busy || this.#isPolling || this.#isOver()) return
    this.#isPolling = true
    const before = this.#sends
    const answer = await this.#around.door.changes(this.#cursor)
    this.#isPolling = false
    if (answer.kind !== 'changes') this.#fail(answer)
    // Where something was sent meanwhile, it may be in the answer or not: it is asked again.
    else if (this.#sends === before) this.#adopt(answer)
    if (this.#busy) return
    this.#report()
    this.#schedule()
  }

  #adopt(changes: Changes): void {
    const { model, tell } = this.#around
    this.#recover()
    this.#hasNews = false
    this.#cursor = Math.max(this.#cursor, changes.edits)
    model.adopt(changes.cells, changes.edits)
    for (const news of tellOthers(changes, model.facts.accountId)) tell(news)
    if (!isOpen(changes.status)) this.#close(whyClosed(changes.status))
    else if (changes.revision !== model.facts.revision && !this.#hasToldMoved) {
      this.#hasToldMoved = true
      tell({ kind: 'moved' })
    }
  }

  /** One after the other, however fast the keys are pressed, and each after what was done before it is stored. */
  #reverse(what: 'undo' | 'redo'): Promise<void> {
    const { model, door, newKey } = this.#around
    this.#reversals = this.#reversals.then(async () => {
      while (this.#busy) await this.#busy
      if (model.pending.length > 0 && this.#state === 'open') await this.#work()
      const isHere = this.#state !== 'open' || model.pending.length > 0
      const next = this.#undone.at(-1)
      if (isHere || (what === 'redo' && next !== undefined && next !== 'stored'))
        return this.#reverseHere(what)
      this.#sends++
      await this.#during(door.reverse(what, newKey()).then((answer) => this.#takeReversal(what, answer)))
      if (model.pending.length > 0) this.#work()
    })
    return this.#reversals
  }

  #takeReversal(what: 'undo' | 'redo', answer: Reversed | Failure): void {
    const { model, tell } = this.#around
    if (answer.kind === 'stored') {
      this.#heard(answer)
      model.adopt(answer.cells, answer.edits)
      if (what === 'undo') this.#undone.push('stored')
      else this.#undone.pop()
      tell({ kind: 'reversed', what, step: answer.step, needId: answer.cells[0]?.needId })
    } else if (answer.kind === 'conflict') {
      this.#hasNews = true
      model.adopt([answer.now], model.edits)
      tell({ kind: 'not-reversed', what, why: answer })
    } else if (answer.kind === 'refused') {
      // What was taken back here is no more to be had from there; what lies under it still is.
      if (what === 'redo') this.#undone.pop()
      tell({ kind: 'not-reversed', what, why: 'nothing' })
    } else {
      this.#fail(answer)
      tell({ kind: 'not-reversed', what, why: 'net' })
    }
  }

  /** Without the server, what was never sent can still be taken back, and done again. */
  #reverseHere(what: 'undo' | 'redo'): void {
    const { model, queue, tell } = this.#around
    const last = (what === 'undo' ? model.pending : this.#undone).at(-1)
    if (last === undefined || last === 'stored' || this.#attempted.has(last.key)) {
      tell({ kind: 'not-reversed', what, why: 'net' })
      return
    }
    if (what === 'undo') {
      this.#undone.push(last)
      model.drop(last.key, [])
      queue.keep(model.pending)
    } else if (!this.#redoHere(last)) return
    const places = placesNamed(last.step)
    const step = { kind: last.step.kind, places: places.length }
    tell({ kind: 'reversed', what, step, needId: places[0]?.needId })
    this.#report()
  }

  /** Whether the step still fits. */
  #redoHere({ step }: Pending): boolean {
    const { model, tell, newKey } = this.#around
    this.#undone.pop()
    this.#isRedoing = true
    const planned = model.apply(step, newKey())
    this.#isRedoing = false
    if (planned.kind === 'planned') return true
    tell({ kind: 'dropped', step })
    tell({ kind: 'refused', step })
    return false
  }
}

function isOpen(status: DraftStatus): boolean {
  return status === 'draft' || status === 'circulated'
}

function whyClosed(status: DraftStatus): WhyClosed {
  return status === 'published' || status === 'discarded' ? status : 'unknown'
}

/** Whether the draft still has the duties that a step was about. */
function isFitting({ step }: Pending, { needs }: BoardModel): boolean {
  try {
    return placesNamed(step).every(({ needId }) => needs.has(needId))
  } catch {
    return false
  }
}

/** Once for each person. */
function tellOthers({ steps }: Changes, accountId: string): SyncNews[] {
  const byName = Map.groupBy(
    steps.filter(({ by }) => by !== accountId),
    ({ name }) => name,
  )
  return [...byName].map(([name, own]) => ({
    kind: 'others',
    name,
    places: own.reduce((sum, { places }) => sum + places, 0),
  }))
}
