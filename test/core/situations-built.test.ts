import { describe, expect, it } from 'vitest'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking } from '../../src/core/rules/violation.ts'
import { buildRota } from '../../src/solver/build.ts'
import { SITUATION_NAMES, situationOf } from '../support/situations.ts'

/** Places that stay open because the only doctor is exempt or away; every other place of every situation can be filled. */
const OPEN: Readonly<Record<string, readonly string[]>> = {
  claimed: ['first.2027-02-02.n', 'first.2027-06-08.n'],
  leave: ['first.2027-06-22.n'],
}

describe('the builder, given the needs of a situation and no holders', () => {
  it.each(SITUATION_NAMES.map((name) => [name]))(
    'fills what can be filled and breaks nothing: %s',
    (name) => {
      const { rota, neighbours } = situationOf(name)
      for (const one of [rota, ...neighbours]) {
        const { district } = one
        const lineIds = district.lines.map((line) => line.id)
        const empty = { ...one, cells: new Map() }
        const built = buildRota({ rota: empty, lineIds, locked: new Set(), seed: 1, iterations: 2000 })
        const cells = new Map(built.cells.map((cell) => [cellKey(cell), cell]))
        expect(checkRota({ ...one, cells }).filter(isBlocking)).toEqual([])
        expect(built.open.map((open) => open.needId).toSorted()).toEqual(OPEN[district.id] ?? [])
      }
    },
  )
})
