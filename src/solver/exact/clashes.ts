import { NONE } from '../problem.ts'
import { addRow, type Linear } from './linear.ts'
import type { Clash, Entry, Places } from './places.ts'

/** Which columns of one person cannot be held together. */
export type Together = ReadonlyMap<number, ReadonlySet<number>>

/**
 * One row for each set of a person's places of which at most one can be held: far stronger than a row for each two. Later entries
 * than `reach` tells need not be looked at.
 */
export function addClashes(
  linear: Linear,
  places: Places,
  clashes: Clash,
  reach: (before: number, after: number) => boolean,
): Together[] {
  return places.entries.map((entries) => {
    const open = entries.filter(({ column }) => column !== NONE)
    const together = clashesAmong(open, clashes, reach)
    for (const clique of cliquesOf(open, together)) {
      addRow(
        linear,
        clique.map((column) => [1, column] as const),
        -Infinity,
        1,
      )
    }
    return together
  })
}

function clashesAmong(
  open: readonly Entry[],
  clashes: Clash,
  reach: (before: number, after: number) => boolean,
): Map<number, Set<number>> {
  const found = new Map(open.map(({ column }) => [column, new Set<number>()]))
  open.forEach((before, index) => {
    for (let i = index + 1; i < open.length; i++) {
      const after = open[i]!
      if (!reach(before.slot, after.slot)) break
      if (!clashes(before.slot, after.slot)) continue
      found.get(before.column)?.add(after.column)
      found.get(after.column)?.add(before.column)
    }
  })
  return found
}

/** Cliques that cover every clash, each grown as long as something fits: first what stands later, then what stands before. */
function cliquesOf(open: readonly Entry[], together: Together): number[][] {
  const covered = new Set<string>()
  const cliques: number[][] = []
  for (const { column: a } of open) {
    const near = [...(together.get(a) ?? [])].sort((x, y) => x - y)
    for (const b of near) {
      if (b < a || covered.has(`${a} ${b}`)) continue
      const clique = [a, b]
      const later = near.filter((c) => c >= b)
      const before = near.filter((c) => c < b).reverse()
      for (const c of [...later, ...before]) {
        if (clique.every((member) => together.get(c)?.has(member))) clique.push(c)
      }
      clique.sort((x, y) => x - y)
      clique.forEach((x, i) => {
        for (const y of clique.slice(i + 1)) covered.add(`${x} ${y}`)
      })
      cliques.push(clique)
    }
  }
  return cliques
}

/** Whether at most one of some columns can be held. */
export function areApart(together: Together, columns: readonly number[]): boolean {
  return columns.every((a, index) => columns.slice(index + 1).every((b) => together.get(a)?.has(b)))
}
