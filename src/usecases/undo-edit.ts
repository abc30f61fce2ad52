import type { Context } from './context.ts'
import type { Result } from './refusal.ts'
import { type ReverseStepInput, reverseStep } from './reverse-step.ts'
import type { StoredStep } from './store-step.ts'

/** Takes back one's own latest step, without limit until the draft is published; refused when a place in it has changed since. */
export function undoEdit(ctx: Context, input: ReverseStepInput): Promise<Result<StoredStep>> {
  return reverseStep(ctx, 'undo', input)
}
