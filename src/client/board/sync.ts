import { doorOf } from './door.ts'
import { fetchFacts } from './facts.ts'
import { insist } from './insist.ts'
import { type BoardModel, boardModel } from './model.ts'
import { hasLeft, queueOf } from './queue.ts'
import { SyncEngine } from './sync-engine.ts'
import type { SyncNews } from './sync-news.ts'
import { noticeIn } from './sync-notice.ts'
import { loadSyncWords } from './sync-words.ts'

/** Takes back and does again, and keeps what is done on its way to the server. */
export interface Sync {
  /** Takes up what was left when the page was last closed, sends it and what is done, and asks what others do. */
  start(): void
  undo(): void
  redo(): void
}

/** Milliseconds between questions after what others do: at work, looking on, and with the page out of sight. */
const PACE = { active: 2500, idle: 10_000, hidden: 60_000 }
const ACTIVE_FOR = 60_000

/** On a draft that is closed: tells what somebody did here and could not store, to be copied. */
export async function tellLeft(frame: HTMLElement): Promise<void> {
  const { district = '', draft = '' } = frame.dataset
  if (!hasLeft(localStorage, district, draft)) return
  const model = boardModel(await insist(() => fetchFacts(frame)))
  syncOf(model, frame, () => {}).start()
}

/** Keeps the board and its draft on the server the same, and says on the page how that goes; `heard` is told it, too. */
export function syncOf(model: BoardModel, frame: HTMLElement, heard: (news: SyncNews) => void): Sync {
  const { district = '', draft = '' } = frame.dataset
  const { accountId } = model.facts
  let used = performance.now()
  const isUsed = () => performance.now() - used < ACTIVE_FOR
  let tell: (news: SyncNews) => void = () => {}
  const early: SyncNews[] = []
  const engine = new SyncEngine({
    model,
    door: doorOf(district, draft, accountId, isUsed),
    queue: queueOf(localStorage, accountId, district, draft),
    tell(news) {
      heard(news)
      tell(news)
    },
    pace() {
      if (document.hidden) return PACE.hidden
      return isUsed() ? PACE.active : PACE.idle
    },
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
    newKey: () => crypto.randomUUID(),
    reload: () => location.reload(),
  })
  tell = (news) => early.push(news)
  insist(loadSyncWords).then((words) => {
    tell = noticeIn(frame, model, engine, words)
    for (const news of early) tell(news)
  })
  const touch = () => {
    used = performance.now()
  }
  addEventListener('pointerdown', touch, { passive: true })
  addEventListener('keydown', touch, { passive: true })
  addEventListener('online', () => engine.wake())
  addEventListener('focus', () => engine.wake())
  addEventListener('pageshow', (event) => event.persisted && engine.wake())
  document.addEventListener('visibilitychange', () => document.hidden || engine.wake())
  addEventListener('beforeunload', (event) => {
    if (engine.isAtRisk) event.preventDefault()
  })
  return {
    start: () => engine.start(),
    undo: () => void engine.undo(),
    redo: () => void engine.redo(),
  }
}
