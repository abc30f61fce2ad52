import { type FlagContext, type ViolationText, violationText } from '../../board/violation-text.ts'
import type { Text } from '../../text/text.ts'
import type { BoardValue } from '../../usecases/show-board.ts'
import { useText } from '../text-context.ts'

/** Kept for each context, since a list asks for them once for each of its sentences. */
const TOLD = new WeakMap<FlagContext, { readonly text: Text; readonly told: ViolationText }>()

/** The sentences of violations in the language of the page. */
export function useViolationText(context: FlagContext): ViolationText {
  const text = useText()
  const known = TOLD.get(context)
  if (known?.text === text) return known.told
  const told = violationText(context, text)
  TOLD.set(context, { text, told })
  return told
}

/** What sentences about a board's violations need. The hours are worked out only where one of them tells of hours. */
export function flagContext(value: BoardValue): FlagContext {
  return {
    district: value.district,
    needs: value.rota.needs,
    get ledger() {
      return value.ledger
    },
  }
}
