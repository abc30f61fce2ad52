import { type FlagIndex, indexFlags } from '../../board/flags.ts'
import type { Cell } from '../../core/rota/assignment.ts'
import type { Rota } from '../../core/rota/rota.ts'
import { checkSubjects, checkView, subjectsOf } from '../../core/rules/check.ts'
import { sumOfVerdict } from '../../core/rules/verdict-sum.ts'
import { type RotaView, viewOf, withCells } from '../../core/rules/view.ts'
import type { Violation } from '../../core/rules/violation.ts'

/** What the subjects of an edit broke before it and break after it. */
export interface Change {
  readonly before: readonly Violation[]
  readonly after: readonly Violation[]
}

/** A draft judged in the browser by the rules that the server judges it by; each edit anew, and only by what it touches. */
export interface Judge {
  readonly view: RotaView
  /** All breaches of the draft's period, as `checkRota` gives them. */
  readonly violations: readonly Violation[]
  readonly flags: FlagIndex
  /** To be held against the server's. */
  readonly sum: () => string
  readonly change: (cells: readonly Cell[]) => Change
  /** Takes the server's verdict in place of its own, until the next change. */
  readonly take: (violations: readonly Violation[]) => void
}

/**
 * The first judgement of a draft, doctor by doctor, so that whoever asks can pause between them: what is found of each is
 * remembered in the view, and the judge at the end has only to gather it.
 */
export function* judging(rota: Rota): Generator<undefined, Judge> {
  const view = viewOf(rota)
  yield
  for (const { personId } of rota.district.doctors) {
    checkSubjects(view, { persons: [personId], lines: [], isWithoutPeriod: true })
    yield
  }
  for (const { id } of rota.district.lines) {
    checkSubjects(view, { persons: [], lines: [id], isWithoutPeriod: true })
    yield
  }
  return judgeIn(view)
}

export function judgeOf(rota: Rota): Judge {
  return judgeIn(viewOf(rota))
}

function judgeIn(first: RotaView): Judge {
  let view = first
  let violations: readonly Violation[] = checkView(view)
  let flags: FlagIndex | undefined
  const set = (next: readonly Violation[]) => {
    violations = next
    flags = undefined
  }
  return {
    get view() {
      return view
    },
    get violations() {
      return violations
    },
    get flags() {
      flags ??= indexFlags(violations)
      return flags
    },
    sum: () => sumOfVerdict(violations),
    change: (cells) => {
      const subjects = subjectsOf(view, cells)
      const before = checkSubjects(view, subjects)
      view = withCells(view, cells)
      const after = checkSubjects(view, subjects)
      // What all others break is remembered in the view, so that gathering everything costs little more than sorting it.
      set(checkView(view))
      return { before, after }
    },
    take: set,
  }
}
