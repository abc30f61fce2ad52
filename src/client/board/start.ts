import type { Checks } from './checks.ts'
import { commandsOf, type Outside } from './commands.ts'
import { type Desk, deskOf } from './desk.ts'
import { loadEditWords } from './edit-words.ts'
import { fetchFacts } from './facts.ts'
import { type Grid, linksIn, readGrid, shownBy } from './grid.ts'
import { type Keyed, listenToKeys } from './keys.ts'
import { boardModel } from './model.ts'
import { listenToMoves } from './moves.ts'
import { type Painter, painterOf } from './paint.ts'
import { listenToPointer } from './pointer.ts'
import { keepScroll } from './scroll.ts'
import { type Selection, selectionOf } from './selection.ts'
import { type StepNames, stepNamesOn } from './step-names.ts'
import type { Sync } from './sync.ts'
import { type Tools, toolsIn } from './tools.ts'
import { typingOn } from './typing.ts'

/** Brings a board to life: keys and pointer at once, edits when the facts are there. */
export function startBoard(frame: HTMLElement): void {
  closeFolds()
  const grid = readGrid(frame)
  if (!grid) return
  const scroller = frame.querySelector<HTMLElement>('.board')
  if (scroller) keepScroll(scroller)
  scroller?.removeAttribute('tabindex')
  const links = linksIn(grid.table)
  for (const link of links) link.tabIndex = -1
  // A draft that is not open any more links to its published duties.
  const isOpen = frame.dataset.draft !== undefined && (links[0]?.search.includes('cell=') ?? true)
  // A doctor's half year tells numbers of duties by week: it is for seeing, and for going on to the weeks.
  const isNumbers = frame.dataset.view === 'doctors' && frame.dataset.span === '26'
  if (isOpen && !isNumbers) startEditing(deskOf(frame, grid))
  else {
    const selection = selectionOf(grid)
    settle(grid, selection)
    listenToMoves(grid, selection)
    if (frame.dataset.draft !== undefined) import('./sync.ts').then(({ tellLeft }) => tellLeft(frame))
  }
}

/** What opens over the board closes by Escape, and by a press anywhere else. */
function closeFolds(): void {
  const folds = () => document.querySelectorAll<HTMLDetailsElement>('details.fold[open]')
  addEventListener('click', ({ target }) => {
    for (const fold of folds()) if (!fold.contains(target as Node)) fold.open = false
  })
  addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape') return
    for (const fold of folds()) {
      if (fold.contains(target as Node)) fold.querySelector('summary')?.focus()
      fold.open = false
    }
  })
}

/** The one tab stop stands on the duty that the page has open, else on the first. */
function settle(grid: Grid, selection: Selection): void {
  const link = grid.table.querySelector('tbody a.d[aria-current]') ?? grid.table.querySelector('tbody a.d')
  const spot = (link && grid.spotOf(link)) ?? { row: 0, column: 0, entry: 0 }
  selection.go(spot, { isQuiet: true })
}

function startEditing(desk: Desk): void {
  const { frame, grid } = desk
  grid.table.setAttribute('aria-multiselectable', 'true')
  frame.classList.add('live')
  settle(grid, desk.selection)
  let tools: Tools | undefined
  let checks: Checks | undefined
  let sync: Promise<Sync> | undefined
  let names: StepNames | undefined
  let storing: (() => Promise<Sync>) | undefined
  const outside: Outside = {
    pick(shown, isFocused) {
      if (checks) checks.open(shown.key, shown.part, isFocused)
      // The server's own panel, where the browser's cannot be had.
      else if (isFocused) location.assign(shown.link.href)
    },
    undo: () =>
      desk.whenReady(() => {
        storing?.().then((own) => own.undo())
        names?.undid()
      }),
    redo: () =>
      desk.whenReady(() => {
        storing?.().then((own) => own.redo())
        names?.redid()
      }),
  }
  const commands = commandsOf(desk, outside)
  const keyed: Keyed = {
    desk,
    commands,
    typing: typingOn(desk),
    goToTools: () => tools?.focus(),
    closePanel: () => checks?.close(),
    isPanelOpen: () => (document.getElementById('board-panel')?.childElementCount ?? 0) > 0,
  }
  desk.onStep((step) => names?.did(step))
  listenToKeys(keyed)
  listenToPointer(keyed)
  frame.querySelector('.board')?.addEventListener('scroll', () => desk.bubble.hide(), { passive: true })
  performance.mark('board-usable')
  const place = document.getElementById('board-tools')
  loadEditWords().then((words) => {
    if (place) tools = toolsIn(place, desk, commands, words)
    if (tools) names = stepNamesOn(tools, words)
    // The page's own button for taking back does not follow what is done here.
    document.documentElement.classList.add('board-live')
    desk.setWords(words)
  })
  fetchFacts(frame).then(
    (facts) => {
      if (facts.status !== 'draft' && facts.status !== 'circulated') return
      const model = boardModel(facts)
      desk.whenReady(async (ready) => {
        const painter = painterOf(desk, ready)
        model.onChange((changed) => repaint(desk, painter, changed))
        // What was edited after the page was made and before the facts were read.
        const late = [...model.cells.values()].filter(({ edit }) => edit > Number(frame.dataset.edits))
        if (late.length > 0) repaint(desk, painter, late)
        performance.mark('board-ready')
        // After the first marks, which are waited for, unless something is to be stored before.
        storing = () => {
          sync ??= import('./sync.ts').then(({ startSync }) => startSync(model, frame))
          return sync
        }
        model.onChange(() => storing?.())
        if (late.length > 0) storing()
        const { startChecks } = await import('./checks.ts')
        checks = startChecks({
          frame,
          model,
          mark: painter.mark,
          apply: desk.act,
          go: (cell, part) => goToDuty(desk, cell, part?.start ?? null),
          run: commands.run,
        })
        checks.judged.then(() => storing?.())
        if (grid.view !== 'doctors') return
        const { followSums } = await import('./sums.ts')
        followSums(grid.table, ready)
      })
      desk.setModel(model)
    },
    () => desk.words && desk.refuse(desk.words.boardEdit.notLoaded),
  )
}

/** The focus stays where it was, also when the duty that held it has gone to another row. */
function repaint(
  { grid, selection }: Desk,
  painter: Painter,
  changed: Parameters<Painter['paint']>[0],
): void {
  const hadFocus = grid.table.contains(document.activeElement)
  painter.paint(changed)
  if (selection.spot === undefined) return
  const element = grid.elementAt(selection.spot)
  if (!element || element.getAttribute('tabindex') === '0') return
  const isLost = hadFocus && !grid.table.contains(document.activeElement)
  selection.go(selection.spot, { isQuiet: !isLost, isExtending: selection.cells.size > 0 })
}

/** The keyboard back to a duty in the grid; false where it is not in sight. */
function goToDuty({ grid, selection }: Desk, key: string, start: number | null): boolean {
  const own = linksIn(grid.table).filter((link) => link.dataset.cell === key)
  const link = own.find((candidate) => shownBy(candidate).part.start === start) ?? own[0]
  const spot = link && grid.spotOf(link)
  if (spot) selection.go(spot)
  return spot !== undefined
}
