import type { Context } from './context.ts'
import type { Result } from './refusal.ts'
import { type ReverseStepInput, reverseStep } from './reverse-step.ts'
import type { StoredStep } from './store-step.ts'

/** Brings back what one last took back, unless one has done something new since; refused when a place in it has changed since. */
export function redoEdit(ctx: Context, input: ReverseStepInput): Promise<Result<StoredStep>> {
  return reverseStep(ctx, 'redo', input)
}
