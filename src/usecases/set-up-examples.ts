import type { Context } from './context.ts'
import { type Result, refused } from './refusal.ts'

export interface SetUpExamplesInput {
  /** Parsed JSON of district files; stored when the installation holds no district. */
  readonly districts: readonly unknown[]
}

/** In development only: example districts, an account for each role, and a fresh sign-in link to the coordinator's. */
export async function setUpExamples(
  _ctx: Context,
  _input: SetUpExamplesInput,
): Promise<Result<{ readonly signInPath: string }>> {
  return refused({ kind: 'not-allowed' })
}
