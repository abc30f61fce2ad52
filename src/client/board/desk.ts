import { type Plan, planOf } from '../../board/gestures.ts'
import type { NamedPerson } from '../../board/letters.ts'
import type { Step } from '../../core/plans/step.ts'
import { lineOf } from '../../core/rota/district.ts'
import type { Need, NeedId } from '../../core/rota/need.ts'
import type { EditText } from '../../text/text.ts'
import { type Bubble, bubbleIn } from './bubble.ts'
import { type Grid, linksIn, type Shown, type Spot, shownBy } from './grid.ts'
import type { BoardModel } from './model.ts'
import { runOf } from './runs.ts'
import { type Selection, selectionOf } from './selection.ts'
import { sayIn } from './words-in.ts'

/** What can be done once the facts and the words are there. */
export interface Ready {
  readonly model: BoardModel
  readonly words: EditText
  /** The draft as it stands now. */
  readonly plan: () => Plan
}

/** What keys, pointer and commands share: where somebody is on the board, what is selected, and the way to an edit. */
export interface Desk {
  readonly frame: HTMLElement
  readonly grid: Grid
  readonly selection: Selection
  readonly bubble: Bubble
  readonly persons: readonly NamedPerson[]
  readonly ready: Ready | undefined
  readonly words: EditText | undefined
  /** The doctor whom a sweep gives duties to. */
  hand: NamedPerson | undefined
  /** What is selected, as duties of the draft; where nothing is, the duty in focus. */
  targets(): Shown[]
  /** How much waits for the facts. */
  readonly waiting: number
  /** Does it at once, or in its turn when the facts have come; false where it is refused, since they can't be had. */
  whenReady(work: (ready: Ready) => void): boolean
  /** One step; what is refused is said, and nothing is stored. */
  act(step: Step, told: string): boolean
  say(sentence: string): void
  /** Says it to all, and shows it beside the cell in focus. */
  refuse(sentence: string): void
  setWords(words: EditText): void
  /** `begin` comes before all that waits. */
  setModel(model: BoardModel, begin: (ready: Ready) => void): void
  /** While the facts can't be had: what is done from now on is refused with this sentence, what waits goes on waiting. */
  setTrouble(sentence: string): void
  /** The draft takes nothing more, and what waits is given up. */
  close(): void
}

export function deskOf(frame: HTMLElement, grid: Grid): Desk {
  const selection = selectionOf(grid)
  const bubble = bubbleIn(frame)
  const live = frame.querySelector('#board-said')
  const waiting: ((ready: Ready) => void)[] = []
  let words: EditText | undefined
  let model: BoardModel | undefined
  let ready: Ready | undefined
  let trouble: string | undefined
  let attach: (ready: Ready) => void = () => {}
  let isClosed = false
  const begin = () => {
    if (isClosed && words) desk.setTrouble(words.boardEdit.notOpen)
    if (!words || !model) return
    ready = readyFor(model, words)
    attach(ready)
    if (waiting.length > 0) desk.say(words.boardEdit.ready)
    for (const work of waiting.splice(0)) work(ready)
  }
  const desk: Desk = {
    frame,
    grid,
    selection,
    bubble,
    persons: readPersons(frame),
    hand: undefined,
    get ready() {
      return ready
    },
    get words() {
      return words
    },
    targets() {
      const shown = shownIn(grid, selection)
      const now = ready
      return grid.view === 'weeks' && now ? shown.flatMap((own) => runOf(now, own)) : shown
    },
    get waiting() {
      return waiting.length
    },
    whenReady(work) {
      if (ready) work(ready)
      else if (trouble !== undefined) {
        desk.refuse(trouble)
        return false
      } else {
        waiting.push(work)
        if (words) desk.say(words.boardEdit.waiting(waiting.length))
      }
      return true
    },
    act(step, told) {
      if (!ready) throw new Error('an edit before the facts')
      const planned = ready.model.apply(step, crypto.randomUUID())
      if (planned.kind === 'refused') desk.refuse(ready.words.boardEdit.refused[planned.refusal.kind])
      else desk.say(told)
      return planned.kind === 'planned'
    },
    say(sentence) {
      if (live) sayIn(live, sentence)
    },
    refuse(sentence) {
      desk.say(sentence)
      const at = selection.spot && grid.elementAt(selection.spot)
      if (at) bubble.show(at, sentence, 'refused')
    },
    setWords(loaded) {
      words = loaded
      begin()
    },
    setModel(loaded, whenBegun) {
      model = loaded
      attach = whenBegun
      begin()
    },
    setTrouble(sentence) {
      if (ready) return
      trouble = sentence
      desk.say(sentence)
    },
    close() {
      isClosed = true
      waiting.length = 0
      begin()
    },
  }
  return desk
}

/** 'H1 natt man. 4. jan.'. */
export function nameOf({ model, words }: Ready, needId: NeedId): string {
  const need = model.needs.get(needId)
  if (!need) return needId
  const { code } = lineOf(model.facts.rota.district, need.lineId)
  return words.board.shortDutyName(code, need.name, words.format.shortDate(need.date))
}

export function shownAt(grid: Grid, spot: Spot): Shown | undefined {
  const element = grid.elementAt(spot)
  return element instanceof HTMLAnchorElement ? shownBy(element) : undefined
}

function shownIn(grid: Grid, { spot, cells }: Selection): Shown[] {
  if (cells.size > 1) return [...cells].flatMap((td) => linksIn(td).map(shownBy))
  const shown = spot && shownAt(grid, spot)
  return shown ? [shown] : []
}

function readyFor(model: BoardModel, words: EditText): Ready {
  const { rota, lineIds } = model.facts
  const isOwn = ({ date, lineId }: Need) => date >= rota.from && date < rota.to && lineIds.includes(lineId)
  const base = planOf(rota.needs.filter(isOwn), model.cells)
  return { model, words, plan: () => ({ ...base, cells: model.cells }) }
}

function readPersons(frame: HTMLElement): NamedPerson[] {
  const names: Record<string, readonly [string, string]> = JSON.parse(
    frame.querySelector('#board-names')?.textContent || '{}',
  )
  return Object.entries(names).map(([personId, [initials, name]]) => ({ personId, initials, name }))
}
