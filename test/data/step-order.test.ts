import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepToRedo, stepToUndo } from '../../src/core/plans/undo.ts'
import type { DraftEdit } from '../../src/core/rota/draft.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { writeAll } from '../../src/data/database.ts'
import { draftWrites, editWrites, listEditHeads } from '../../src/data/draft-store.ts'
import { findStandingStep } from '../../src/data/step-store.ts'
import { freshDatabase } from './fresh-database.ts'
import { enter, plannedDistrict } from './sample-timeline.ts'

const AT = '2026-11-22T12:00Z'
const DRAFT = { id: 'd', name: 'Vår', from: '2027-01-04', to: '2027-02-01', lineIds: ['plain'] }
const does = fc.constantFrom('assign', 'undo', 'redo')
const told = fc.array(fc.record({ by: fc.constantFrom('a', 'b'), does }), { minLength: 1, maxLength: 16 })

/** Both ask the store and the model the same after every step, and do what they say. */
async function bothTold(
  steps: readonly { readonly by: string; readonly does: 'assign' | 'undo' | 'redo' }[],
) {
  const db = freshDatabase()
  await enter(db, plannedDistrict('x'))
  const draft = { ...DRAFT, baseRevision: 0, status: 'draft' as const }
  await writeAll(db, draftWrites('x', draft, [], 'a', fromUtcText(AT)))
  for (const [index, { by, does: kind }] of steps.entries()) {
    const heads = await listEditHeads(db, 'x', 'd', 100)
    const [undo, redo] = [stepToUndo(heads, by)?.number, stepToRedo(heads, by)?.number]
    const stored = async (asked: 'undo' | 'redo') =>
      (await findStandingStep(db, 'x', 'd', by, asked, undefined))?.number
    expect([await stored('undo'), await stored('redo')]).toEqual([undo, redo])
    const undoes = kind === 'undo' ? undo : kind === 'redo' ? redo : null
    if (undoes === undefined) continue
    const place = { needId: `plain.2027-01-04.${index}`, seat: 0 }
    const before = { slices: [], locked: false, note: '' }
    const changes = [{ ...place, before, after: { ...before, note: 'x' } }]
    const edit: DraftEdit = { number: index + 1, kind, by, at: AT, undoes, changes }
    await writeAll(db, editWrites('x', 'd', edit, new Map()))
  }
}

describe('what undo and redo reach', () => {
  it('is the same in the database as where it is told in words, whatever two people do in turn', async () => {
    await fc.assert(fc.asyncProperty(told, bothTold), { numRuns: 20, seed: 19 })
  })
})
