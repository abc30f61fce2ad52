import { doorOf } from './door.ts'
import { fetchFacts } from './facts.ts'
import { type BoardModel, boardModel } from './model.ts'
import { hasLeft, queueOf } from './queue.ts'
import { SyncEngine } from './sync-engine.ts'
import type { SyncNews } from './sync-news.ts'
import { noticeIn } from './sync-notice.ts'
import { loadSyncWords } from './sync-words.ts'

/** Takes back and does again, and keeps what is done on its way to the server. */
export interface Sync {
  undo(): void
  redo(): void
}

/** Milliseconds between questions after what others do: at work, looking on, and with the page out of sight. */
const PACE = { active: 2500, idle: 10_000, hidden: 60_000 }
const ACTIVE_FOR = 60_000

/** On a draft that is closed: tells what somebody did here and could not store, to be copied. */
export async function tellLeft(frame: HTMLElement): Promise<void> {
  const { district = '', draft = '' } = frame.dataset
  if (hasLeft(localStorage, district, draft)) startSync(boardModel(await fetchFacts(frame)), frame)
}

/** Keeps the board and its draft on the server the same, and says on the page how that goes. */
export function startSync(model: BoardModel, frame: HTMLElement): Sync {
  const { district = '', draft = '' } = frame.dataset
  const { accountId } = model.facts
  let used = performance.now()
  let tell: (news: SyncNews) => void = () => {}
  const early: SyncNews[] = []
  const engine = new SyncEngine({
    model,
    door: doorOf(district, draft, accountId),
    queue: queueOf(localStorage, accountId, district, draft),
    tell: (news) => tell(news),
    pace() {
      if (document.hidden) return PACE.hidden
      return performance.now() - used < ACTIVE_FOR ? PACE.active : PACE.idle
    },
    later(milliseconds, work) {
      const timer = setTimeout(work, milliseconds)
      return () => clearTimeout(timer)
    },
    newKey: () => crypto.randomUUID(),
    reload: () => location.reload(),
  })
  tell = (news) => early.push(news)
  loadSyncWords().then((words) => {
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
  engine.start()
  return {
    undo: () => void engine.undo(),
    redo: () => void engine.redo(),
  }
}
