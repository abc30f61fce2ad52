import type { EditText } from '../../text/text.ts'
import type { Checks } from './checks.ts'
import type { Commands } from './commands.ts'
import type { Desk, Ready } from './desk.ts'
import { linksIn, shownBy } from './grid.ts'
import { insist } from './insist.ts'
import { type Painter, painterOf } from './paint.ts'
import type { Sync, syncOf } from './sync.ts'
import type { SyncNews } from './sync-news.ts'

/** What a board has once it can be edited. */
export interface Alive {
  /** Undefined until the rules are there. */
  readonly checks: Checks | undefined
  readonly storing: () => Sync
}

interface Around {
  readonly desk: Desk
  readonly commands: Commands
  /** Loaded before anything can be edited: what is drawn is stored. */
  readonly syncOf: typeof syncOf
  readonly heard: (news: SyncNews) => void
}

/** Milliseconds after which storing begins, whether or not the first marks are drawn. */
const LONGEST_UNSTORED = 5000

/** Draws and stores every edit from here on, and judges it as soon as the rules have come. */
export function bringAlive({ desk, commands, syncOf, heard }: Around, ready: Ready): Alive {
  const { frame, grid } = desk
  const { model } = ready
  const painter = painterOf(desk, ready)
  let checks: Checks | undefined
  let sync: Sync | undefined
  const storing = () => {
    if (sync) return sync
    sync = syncOf(model, frame, heard)
    sync.start()
    return sync
  }
  model.onChange((changed) => repaint(desk, painter, changed))
  model.onChange(storing)
  // What was edited after the page was made and before the facts were read.
  const late = [...model.cells.values()].filter(({ edit }) => edit > Number(frame.dataset.edits))
  if (late.length > 0) repaint(desk, painter, late)
  performance.mark('board-ready')
  // After the first marks, which are waited for, unless something is to be stored before.
  if (late.length > 0) storing()
  else setTimeout(storing, LONGEST_UNSTORED)
  const failing = noticeOn(desk, ready.words)
  insist(
    () => import('./checks.ts'),
    () => failing(true),
  ).then(({ startChecks }) => {
    failing(false)
    const board = {
      frame,
      model,
      mark: painter.mark,
      apply: desk.act,
      go: (cell: string, part: { readonly start: number } | null) =>
        goToDuty(desk, cell, part?.start ?? null),
      run: commands.run,
    }
    checks = startChecks(board, failing)
    checks.judged.then(storing)
  })
  if (grid.view === 'doctors')
    insist(() => import('./sums.ts')).then(({ followSums }) => followSums(grid.table, ready))
  return {
    get checks() {
      return checks
    },
    storing,
  }
}

/** Says that nothing is judged for as long as it is so. */
function noticeOn({ frame, say }: Desk, { boardEdit }: EditText): (isFailing: boolean) => void {
  const notice = document.createElement('p')
  notice.className = 'ds-alert board-notice'
  notice.dataset.color = 'warning'
  notice.textContent = boardEdit.notJudged
  return (isFailing) => {
    if (!isFailing) notice.remove()
    else if (!notice.isConnected) {
      const tools = frame.querySelector('.board-tools')
      if (tools) tools.after(notice)
      else frame.prepend(notice)
      say(boardEdit.notJudged)
    }
  }
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
