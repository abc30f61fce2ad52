import { type FlagContext, type ViolationText, violationText } from '../../board/violation-text.ts'
import { useText } from '../text-context.ts'

/** The sentences of violations in the language of the page. */
export function useViolationText(context: FlagContext): ViolationText {
  return violationText(context, useText())
}
