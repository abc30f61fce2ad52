import { describe, expect, it } from 'vitest'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { saveDayNote } from '../../src/usecases/save-day-note.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { emptyInstallation, exampleFile } from '../support/installation.ts'

const districtId = 'fjordane'

async function fjordane(): Promise<Context> {
  const ctx = await emptyInstallation()
  await importDistrict(ctx, { text: writeDistrictFile({ ...exampleFile(districtId), timeline: null }) })
  return ctx
}

async function notesOf(ctx: Context) {
  const source = { kind: 'timeline' } as const
  const board = await showBoard(ctx, { districtId, source, from: '2027-03-15', days: 42 })
  return board.kind === 'done' ? [...(board.value.dayNotes ?? [])] : board.refusal
}

describe('a note on a day', () => {
  it('stands on the board until it is written anew or taken away', async () => {
    const ctx = await fjordane()
    const date = '2027-03-18'
    for (const text of ['Akuttkurs', ' Akuttkurs for tre '])
      expect((await saveDayNote(ctx, { districtId, date, text })).kind).toBe('done')
    expect(await notesOf(ctx)).toEqual([[date, 'Akuttkurs for tre']])
    await saveDayNote(ctx, { districtId, date, text: ' ' })
    expect(await notesOf(ctx)).toEqual([])
  })

  it.each([
    ['date', 'not-a-date', { date: '2027-02-29' }],
    ['text', 'too-long', { text: 'x'.repeat(201) }],
    ['text', 'hidden-character', { text: 'a\u200bb' }],
    ['text', 'hidden-character', { text: 'to\nlinjer' }],
  ])('is refused by its %s as %s', async (field, code, said) => {
    const input = { districtId, date: '2027-03-18', text: 'x'.repeat(200), ...said }
    const result = await saveDayNote(await fjordane(), input)
    expect(result).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'invalid', problems: [{ field, code }] },
    })
  })

  it('may have two hundred characters', async () => {
    const ctx = await fjordane()
    const saved = await saveDayNote(ctx, { districtId, date: '2027-03-18', text: 'å'.repeat(200) })
    expect(saved.kind).toBe('done')
  })
})
