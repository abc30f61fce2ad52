import { describe, expect, it } from 'vitest'
import { listAudit } from '../../src/data/audit-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { saveDayNote } from '../../src/usecases/save-day-note.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { showDayNote } from '../../src/usecases/show-day-note.ts'
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
    for (const [text, seen] of [
      ['Akuttkurs', ''],
      [' Akuttkurs for tre ', 'Akuttkurs'],
    ] as const)
      expect((await saveDayNote(ctx, { districtId, date, text, seen })).kind).toBe('done')
    expect(await notesOf(ctx)).toEqual([[date, 'Akuttkurs for tre']])
    await saveDayNote(ctx, { districtId, date, text: ' ', seen: 'Akuttkurs for tre' })
    expect(await notesOf(ctx)).toEqual([])
  })

  it('that somebody wrote meanwhile stands, and neither is written over nor taken away', async () => {
    const ctx = await fjordane()
    const date = '2027-03-18'
    await saveDayNote(ctx, { districtId, date, text: 'Akuttkurs', seen: '' })
    for (const text of ['Festival', ''])
      for (const seen of text === '' ? ['Festival'] : ['', 'akuttkurs'])
        expect(await saveDayNote(ctx, { districtId, date, text, seen })).toMatchObject({
          refusal: { kind: 'stale-revision' },
        })
    expect(await notesOf(ctx)).toEqual([[date, 'Akuttkurs']])
  })

  it('is not written over in the moment between reading and writing either', async () => {
    const ctx = await fjordane()
    const date = '2027-03-18'
    const saved = await Promise.all(
      ['Akuttkurs', 'Festival'].map((text) => saveDayNote(ctx, { districtId, date, text, seen: '' })),
    )
    expect(saved.map(({ kind }) => kind).sort()).toEqual(['done', 'refused'])
  })

  it.each([
    ['date', 'not-a-date', { date: '2027-02-29' }],
    ['text', 'too-long', { text: 'x'.repeat(201) }],
    ['text', 'hidden-character', { text: 'a\u200bb' }],
    ['text', 'hidden-character', { text: 'to\nlinjer' }],
  ])('is refused by its %s as %s', async (field, code, said) => {
    const input = { districtId, date: '2027-03-18', text: 'x'.repeat(200), seen: '', ...said }
    const result = await saveDayNote(await fjordane(), input)
    expect(result).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'invalid', problems: [{ field, code }] },
    })
  })

  it('is in the log by its date alone, so that its words can be taken away', async () => {
    const ctx = await fjordane()
    for (const [seen, text] of [
      ['', 'Kari syk'],
      ['Kari syk', ''],
    ] as const)
      expect((await saveDayNote(ctx, { districtId, date: '2027-03-18', text, seen })).kind).toBe('done')
    const rows = (await listAudit(ctx.db, districtId, 0, 100)).filter(
      ({ action }) => action === 'save-day-note',
    )
    expect(rows.map(({ subjectId, before, after }) => ({ subjectId, before, after }))).toEqual([
      { subjectId: '2027-03-18', before: { characters: 0 }, after: { characters: 8 } },
      { subjectId: '2027-03-18', before: { characters: 8 }, after: { characters: 0 } },
    ])
  })

  it('is read with the days it stands among, for a board or for its own form', async () => {
    const ctx = await fjordane()
    for (const date of ['2027-03-14', '2027-03-15', '2027-04-25', '2027-04-26'])
      expect(
        (await saveDayNote({ ...ctx, requestId: date }, { districtId, date, text: date, seen: '' })).kind,
      ).toBe('done')
    expect(await notesOf(ctx)).toEqual([
      ['2027-03-15', '2027-03-15'],
      ['2027-04-25', '2027-04-25'],
    ])
    const noteOn = async (date: string) => {
      const shown = await showDayNote(ctx, { districtId, date })
      return shown.kind === 'done' ? shown.value.note : shown.refusal
    }
    expect([await noteOn('2027-04-26'), await noteOn('2027-04-27'), await noteOn('')]).toEqual([
      '2027-04-26',
      '',
      '',
    ])
  })

  it('may have two hundred characters', async () => {
    const ctx = await fjordane()
    const saved = await saveDayNote(ctx, { districtId, date: '2027-03-18', text: 'å'.repeat(200), seen: '' })
    expect(saved.kind).toBe('done')
  })
})
