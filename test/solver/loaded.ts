import type { Problem } from '../../src/solver/problem.ts'
import { loadState, type SearchState } from '../../src/solver/search/search.ts'

/** The search that the bytes hold; they are known to be of this problem. */
export function loadedFrom(problem: Problem, bytes: Uint8Array): SearchState {
  const loaded = loadState(problem, bytes)
  if (loaded.kind === 'refused') throw new Error(`${loaded.reason}: ${loaded.found}, not ${loaded.wanted}`)
  return loaded.state
}
