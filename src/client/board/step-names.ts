import { placesNamed, type Step } from '../../core/plans/step.ts'
import type { EditText } from '../../text/text.ts'
import type { Tools } from './tools.ts'

/** What undo would take back and redo bring again, by name: as far back as the page knows, and in plain words before that. */
export interface StepNames {
  did(step: Step): void
  undid(): void
  redid(): void
}

export function stepNamesOn(tools: Tools, { words, boardEdit }: EditText): StepNames {
  const first = nameOnPage()
  const done: string[] = first === undefined ? [] : [first]
  let undone: string[] = []
  const show = () => tools.nameSteps(done.at(-1) ?? null, undone.at(-1) ?? null)
  const carry = (from: string[], to: string[]) => {
    const name = from.pop()
    if (name !== undefined) to.push(name)
    show()
  }
  show()
  return {
    did(step) {
      const kind = words.editKinds[step.kind]
      const places = placesNamed(step).length
      done.push(places > 1 ? boardEdit.stepOnMany(kind, places) : kind)
      undone = []
      show()
    },
    undid: () => carry(done, undone),
    redid: () => carry(undone, done),
  }
}

/** The page's own button says what it would take back: 'Angre: bytte plass (2 vakter)'. */
function nameOnPage(): string | undefined {
  const button = document.querySelector('.actions > form[action$="/undo"] button')
  return button?.textContent?.split(': ').slice(1).join(': ').trim() || undefined
}
