import { describe, expect, it } from 'vitest'
import { unzipped, zipEntries } from '../../src/exchange/sheets/zip.ts'
import { readXlsx } from '../../src/exchange/xlsx.ts'
import type { ReportTable } from '../../src/reports/sheet.ts'
import { en } from '../../src/text/en.ts'
import { nb } from '../../src/text/nb.ts'
import type { Text } from '../../src/text/text.ts'
import { reportFile } from '../../src/usecases/report-file.ts'

const DOCTORS: ReportTable = {
  id: 'doctors',
  title: 'Kommunens leger',
  columns: [
    { id: 'doctor', head: 'Lege', kind: 'text' },
    { id: 'home', head: 'Hjemmevakt', kind: 'hours' },
    { id: 'total', head: 'Samlet', kind: 'hours' },
    { id: 'duties', head: 'Vakter', kind: 'number' },
    { id: 'share', head: 'Andel', kind: 'percent' },
    { id: 'cost', head: 'Kostnad', kind: 'kroner' },
    { id: 'from', head: 'Fra', kind: 'date' },
  ],
  rows: [
    {
      kind: 'row',
      cells: [
        { kind: 'text', text: '=HYPERLINK("x";"Kari; Nordmann")' },
        { kind: 'minutes', minutes: 10_001 },
        { kind: 'not-known' },
        { kind: 'number', value: 2.5 },
        { kind: 'share', share: 1 / 3 },
        { kind: 'øre', øre: 123_456 },
        { kind: 'date', date: '2027-01-04' },
      ],
    },
    {
      kind: 'sum',
      cells: [
        { kind: 'text', text: 'Sum' },
        { kind: 'minutes', minutes: 0 },
        { kind: 'hidden' },
        { kind: 'empty' },
      ],
    },
  ],
  notes: ['Alle timer er klokketimer.'],
}
const OTHER: ReportTable = {
  id: 'open',
  title: 'Kommunens leger',
  columns: [{ id: 'line', head: 'Vaktlinje', kind: 'text' }],
  rows: [],
  notes: [],
}
const FACTS = {
  format: 'legevaktplan-load-report',
  municipality: '4645',
  from: '2027-01-01',
  to: '2027-04-01',
}
const ABOUT = { title: 'Belastningsrapport for Bø & Å. Fjordane, januar–mars 2027', facts: FACTS }

const textOf = async (form: 'csv' | 'json', text: Text = nb) =>
  new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(
    await reportFile([DOCTORS, OTHER], form, ABOUT, text),
  )

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const decoder = new TextDecoder()
  const parts = (zipEntries(bytes) ?? []).map(
    async (entry) => [entry.name, decoder.decode(await unzipped(bytes, entry, 1_000_000))] as const,
  )
  return new Map(await Promise.all(parts))
}

describe('a report as a file', () => {
  it('is for Norwegian spreadsheets as CSV: byte order mark, semicolons, decimal comma, units in the heads, no formula', async () => {
    expect((await textOf('csv')).split('\r\n')).toEqual([
      '\ufeffKommunens leger',
      'Lege;Hjemmevakt (timer);Samlet (timer);Vakter;Andel (%);Kostnad (kr);Fra',
      `"'=HYPERLINK(""x"";""Kari; Nordmann"")";166,68;ikke kjent;2,5;33,3;1234,56;2027-01-04`,
      'Sum;0,00;vises ikke;;;;',
      'Alle timer er klokketimer.',
      '',
      'Kommunens leger',
      'Vaktlinje',
      '',
    ])
  })

  it('tells every minute apart in hours of two decimals', async () => {
    const hours = Array.from({ length: 60 }, (_, minutes) => minutes)
    const rows = hours.map((minutes) => ({
      kind: 'row' as const,
      cells: [{ kind: 'minutes' as const, minutes }],
    }))
    const table: ReportTable = { ...OTHER, columns: [{ id: 'h', head: 'H', kind: 'hours' }], rows }
    const csv = new TextDecoder().decode(await reportFile([table], 'csv', ABOUT, nb))
    const told = csv.split('\r\n').slice(2, -1)
    expect(told.map((text) => Math.round(Number(text.replace(',', '.')) * 60))).toEqual(hours)
  })

  it('has no less than nothing where a difference is rounded away, as on the page', async () => {
    const cells = [
      { kind: 'minutes', minutes: 480 - 480.00000000000006 },
      { kind: 'share', share: -0.0004 },
      { kind: 'minutes', minutes: -1 },
    ] as const
    const columns = (['hours', 'percent', 'hours'] as const).map((kind) => ({ id: kind, head: kind, kind }))
    const table: ReportTable = { ...OTHER, columns, rows: [{ kind: 'row', cells }] }
    const csv = new TextDecoder().decode(await reportFile([table], 'csv', ABOUT, nb))
    expect(csv.split('\r\n')[2]).toBe('0,00;0,0;-0,02')
  })

  it('has a sheet for each table in a workbook, none named twice, with numbers that are numbers and texts that stay texts', async () => {
    const read = await readXlsx(await reportFile([DOCTORS, OTHER], 'xlsx', ABOUT, nb))
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.fault))
    expect(read.sheets.map(({ name }) => name)).toEqual(['Kommunens leger', 'Kommunens leger 2'])
    const [first] = read.sheets
    expect(first?.unreckoned).toEqual([])
    const [heads, row, sum] = first?.table.rows ?? []
    expect(heads?.slice(0, 2)).toEqual(['Lege', 'Hjemmevakt (timer)'])
    expect(row?.[0]).toBe('=HYPERLINK("x";"Kari; Nordmann")')
    expect(Math.round(Number(String(row?.[1]).replace(',', '.')) * 60)).toBe(10_001)
    expect(row?.[2]).toBe('ikke kjent')
    expect(sum?.slice(0, 3)).toEqual(['Sum', '0', 'vises ikke'])
  })

  it('says in each sheet of a workbook what it is of, and of whom and when, also on paper, which is as wide as the rows', async () => {
    const bytes = await reportFile([DOCTORS, OTHER], 'xlsx', ABOUT, nb)
    const read = await readXlsx(bytes)
    if (read.kind === 'refused') throw new Error(JSON.stringify(read.fault))
    expect(read.sheets.map(({ table }) => table.rows.flat().filter((cell) => cell === ABOUT.title))).toEqual([
      [ABOUT.title],
      [ABOUT.title],
    ])
    const parts = await partsOf(bytes)
    for (const name of ['sheet1', 'sheet2'])
      expect(parts.get(`xl/worksheets/${name}.xml`)).toMatch(
        /fitToPage="1".*orientation="landscape" fitToHeight="0".*<oddHeader>&amp;LBelastningsrapport for Bø &amp;&amp; Å\. Fjordane, januar–mars 2027&amp;R&amp;A</s,
      )
    expect(parts.get('xl/workbook.xml')).toContain(`localSheetId="1">'Kommunens leger 2'!$1:$1<`)
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      '<mergeCell ref="A5:G5"/><mergeCell ref="A6:G6"/>',
    )
  })

  it('says in JSON what its numbers count, by ids that are the same in every language', async () => {
    const told = JSON.parse(await textOf('json', en))
    expect(told).toMatchObject({ version: 1, ...FACTS })
    expect(told.tables[0].columns[1]).toEqual({ id: 'home', head: 'Hjemmevakt', unit: 'minutes' })
    expect(told.tables[0].rows[0]).toEqual({
      kind: 'row',
      cells: {
        doctor: '=HYPERLINK("x";"Kari; Nordmann")',
        home: 10_001,
        total: { missing: 'not-known' },
        duties: 2.5,
        share: 1 / 3,
        cost: 123_456,
        from: '2027-01-04',
      },
    })
    expect(told.tables[0].rows[1].cells).toMatchObject({ total: { missing: 'hidden' }, duties: null })
  })
})
