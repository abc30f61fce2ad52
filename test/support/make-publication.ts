import type { AmendmentInput } from '../../src/core/plans/amendment.ts'
import type { PublicationInput, PublicationPlan } from '../../src/core/plans/publication.ts'
import { type Assignment, cellKey, type Slice } from '../../src/core/rota/assignment.ts'
import type { DraftCell } from '../../src/core/rota/draft.ts'
import type { Need } from '../../src/core/rota/need.ts'
import type { PersonId } from '../../src/core/rota/person.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { at } from './make-district.ts'

/** Ids 'id-1', 'id-2' … in the order they are asked for. */
export function countingIds(): () => string {
  let last = 0
  return () => `id-${++last}`
}

/** Cells of a draft by need, seat 0; a person holds the whole duty. */
export function draftOf(
  holders: readonly (readonly [Need, PersonId | readonly Slice[]])[],
): Map<string, DraftCell> {
  const cells = holders.map(([need, holder]) => {
    const slices = typeof holder === 'string' ? [wholeSlice(need, holder)] : holder
    return { needId: need.id, seat: 0, slices, locked: false, note: '', edit: 1 }
  })
  return new Map(cells.map((cell) => [cellKey(cell), cell]))
}

export const stamp = { by: 'account-k', now: at('2026-12-01 10:00'), reason: 'første plan' } as const

/** Publishes line h for January 2027 onto an empty timeline, with nothing broken. */
export function makePublication(overrides: Partial<PublicationInput> = {}): PublicationInput {
  return {
    revision: 0,
    timeline: [],
    needs: [],
    published: [],
    clashes: [],
    draftCells: new Map(),
    draftId: 'draft',
    lineIds: ['h'],
    from: '2027-01-01',
    to: '2027-02-01',
    violationsBefore: [],
    violations: [],
    waivers: [],
    newId: countingIds(),
    ...stamp,
    ...overrides,
  }
}

/** Amends a duty that nobody holds yet, with nothing broken. */
export function makeAmendment(need: Need, overrides: Partial<AmendmentInput> = {}): AmendmentInput {
  return {
    revision: 4,
    need,
    seat: 0,
    current: [],
    slices: [],
    note: '',
    violationsBefore: [],
    violations: [],
    waivesBlocking: false,
    newId: countingIds(),
    ...stamp,
    reason: 'sykdom',
    ...overrides,
  }
}

/** The assignments that hold after a plan. */
export function afterPlan(timeline: readonly Assignment[], plan: PublicationPlan): Assignment[] {
  return [...timeline.filter((row) => !plan.close.includes(row.id)), ...plan.open]
}
