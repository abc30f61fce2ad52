import { type BoardFactsJson, fromFactsJson } from '../../core/plans/board-facts.ts'
import { BOARD_VERSION } from '../../core/plans/step.ts'
import { cellKey } from '../../core/rota/assignment.ts'
import { sumOfVerdict } from '../../core/rules/verdict-sum.ts'
import type { Violation } from '../../core/rules/violation.ts'
import { type Judge, judgeOf } from './judge.ts'
import type { BoardModel } from './model.ts'

interface Verdict {
  readonly edits: number
  readonly revision: number
  /** Null where the server found the same. */
  readonly violations: readonly Violation[] | null
}

/** What came of asking the server: what the draft is judged by had changed, or the two judge differently. */
export type Disagreement = 'moved' | 'differs'

interface Confirmed {
  /** Is told the number of the edits that are confirmed. */
  readonly frame: { readonly dataset: Record<string, string | undefined> }
  readonly model: BoardModel
}

interface Outcome {
  readonly replace: (judge: Judge) => void
  readonly said: (kind: Disagreement) => void
}

export interface Confirmer {
  /** Asks once everything is stored and the hands have rested a little. */
  readonly soon: () => void
}

/** So long do the hands rest before the server is asked. */
const REST_MILLISECONDS = 800
const MOST_RETRIES = 5

/**
 * Holds what the page found against what the server finds of the draft as it is stored. Where they differ the page fetches
 * anew what it judges by; where they differ still, it shows what the server found and says so.
 */
export function confirmerOf(
  { frame, model }: Confirmed,
  judge: () => Judge | undefined,
  outcome: Outcome,
): Confirmer {
  const address = `/api/districts/${frame.dataset.district}/drafts/${frame.dataset.draft}`
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  const later = () => {
    clearTimeout(timer)
    // A draft that is changed by others all the time, or a lost network, is asked about again at the next edit.
    timer = setTimeout(() => ask().catch(() => {}), REST_MILLISECONDS)
  }
  const soon = () => {
    asked = 0
    later()
  }
  const again = () => {
    if (asked++ < MOST_RETRIES) later()
  }
  /** Whether what is on the page is what was judged by the server. */
  const isOf = (edits: number) => model.pending.length === 0 && model.edits === edits
  const ask = async () => {
    const own = judge()
    if (!own) return
    if (model.pending.length > 0) return later()
    const sum = own.sum()
    const found = await fetched<Verdict>(`${address}/verdict?sum=${sum}`)
    if (!found) return
    // Something was done meanwhile, or what was stored is not known here yet.
    if (own !== judge() || own.sum() !== sum || !isOf(found.edits)) return again()
    if (found.violations && !(await settle(found.violations))) return again()
    frame.dataset.judged = String(found.edits)
  }
  /** Whether it was found out who is right. */
  const settle = async (violations: readonly Violation[]): Promise<boolean> => {
    const facts = await fetched<BoardFactsJson>(`${address}/facts`)
    if (!facts || facts.version !== BOARD_VERSION || !isOf(facts.edits)) return false
    const { rota } = fromFactsJson(facts)
    const next = judgeOf(rota)
    const ahead = [...model.cells.values()].filter((cell) => !rota.cells.has(cellKey(cell)))
    if (ahead.length > 0) next.change(ahead)
    const isSame = next.sum() === sumOfVerdict(violations)
    if (!isSame) next.take(violations)
    outcome.replace(next)
    outcome.said(isSame ? 'moved' : 'differs')
    return true
  }
  return { soon }
}

async function fetched<T>(address: string): Promise<T | undefined> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } })
  return response.ok ? response.json() : undefined
}
