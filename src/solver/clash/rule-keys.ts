import type { Problem } from '../problem.ts'
import type { ClashRule } from './clash.ts'

export function ruleKey(rule: ClashRule): string {
  return rule.kind === 'window' ? `window ${rule.pattern} ${rule.window}` : rule.kind
}

/** Every hard rule that a problem has, apart from what keeps single persons from single slots. */
export function rulesOf(problem: Problem): ClashRule[] {
  if (problem.grid === null)
    return [{ kind: 'backup' }, { kind: 'quota' }, { kind: 'rest' }, { kind: 'one-at-a-time' }]
  const windows = problem.grid.patterns.flatMap((pattern, p) =>
    pattern.windows.flatMap((window, w) =>
      window.breach === 1 ? [{ kind: 'window', pattern: p, window: w } as const] : [],
    ),
  )
  return [
    { kind: 'backup' },
    { kind: 'pairs' },
    { kind: 'budget' },
    ...windows,
    { kind: 'rest' },
    { kind: 'one-at-a-time' },
  ]
}
