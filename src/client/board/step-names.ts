import { placesNamed, type Step } from '../../core/plans/step.ts'
import type { EditKind } from '../../core/rota/draft.ts'
import type { EditText } from '../../text/text.ts'
import type { SyncNews } from './sync-news.ts'

/** What undo would take back and redo bring again, by name: as far back as the page knows, and in plain words before that. */
export interface StepNames {
  /** Follows what comes of each step. */
  heard(news: SyncNews): void
}

interface Named {
  readonly name: string
  readonly step?: Step | undefined
}

/** `first` is what undo would take back before anything is done here. */
export function stepNamesOn(
  nameSteps: (undo: string | null, redo: string | null) => void,
  { words, boardEdit }: EditText,
  first: string | undefined,
): StepNames {
  let done: readonly Named[] = first === undefined ? [] : [{ name: first }]
  let undone: readonly Named[] = []
  const named = (kind: EditKind, places: number) => {
    const name = words.editKinds[kind]
    return places > 1 ? boardEdit.stepOnMany(name, places) : name
  }
  const show = () => nameSteps(done.at(-1)?.name ?? null, undone.at(-1)?.name ?? null)
  const hear = (news: SyncNews) => {
    if (news.kind === 'done') {
      done = [...done, { name: named(news.step.kind, placesNamed(news.step).length), step: news.step }]
      undone = []
    } else if (news.kind === 'dropped') {
      done = done.filter(({ step }) => step !== news.step)
      undone = undone.filter(({ step }) => step !== news.step)
    } else if (news.kind === 'reversed') {
      const from = news.what === 'undo' ? done : undone
      const name = named(news.step.kind, news.step.places)
      // What others have changed since is passed over, for good; what was done in another tab is not known here.
      const found = from.findLastIndex((own) => own.name === name)
      const rest = from.slice(0, found === -1 ? -1 : found)
      const moved = { name, step: from[found]?.step }
      done = news.what === 'undo' ? rest : [...done, moved]
      undone = news.what === 'undo' ? [...undone, moved] : rest
    } else if (news.kind === 'not-reversed' && news.why === 'nothing') {
      if (news.what === 'undo') done = []
      else undone = undone.slice(0, -1)
    }
  }
  show()
  return {
    heard(news) {
      hear(news)
      show()
    },
  }
}
