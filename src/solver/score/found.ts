import { TOLD, type ToldKind } from '../limits.ts'

/** What a look at one or more persons has found: points, and by kind the findings and how far they are past their limits. */
export interface Found {
  cost: number
  readonly count: Record<ToldKind, number>
  readonly over: Record<ToldKind, number>
}

export function nothingFound(): Found {
  const none = () => Object.fromEntries(TOLD.map((kind) => [kind, 0])) as Record<ToldKind, number>
  return { cost: 0, count: none(), over: none() }
}

export function addFinding(found: Found, kind: ToldKind, over: number, cost: number): void {
  found.cost += cost
  found.count[kind]++
  found.over[kind] += over
}
