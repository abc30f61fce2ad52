import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDelimited, toTabText } from '../../src/exchange/sheets/delimited.ts'
import { guarded, unguarded } from '../../src/exchange/sheets/guarded-cell.ts'
import { readTableFile } from '../../src/exchange/sheets/table-file.ts'
import { toXlsxFile } from '../../src/exchange/sheets/xlsx-file.ts'
import { zipEntries, zipped } from '../../src/exchange/sheets/zip.ts'
import { trimmed } from '../../src/exchange/table.ts'
import { sheetPart, sheetParts, workbook } from '../support/workbook.ts'

const SEED = 20261122
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isBig = false) => {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  ;[0xfeff, ...text].forEach((char, index) => {
    view.setUint16(index * 2, typeof char === 'number' ? char : char.charCodeAt(0), !isBig)
  })
  return bytes
}

async function rowsOf(bytes: Uint8Array, name = 'a.csv') {
  const read = await readTableFile(name, bytes)
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.fault))
  return read.sheets[0]?.table.rows
}

async function faultOf(bytes: Uint8Array, name = 'a.xlsx') {
  const read = await readTableFile(name, bytes)
  return read.kind === 'refused' ? read.fault.kind : read.sheets
}

describe('a text file', () => {
  const rows = [
    ['Dato', 'Lege'],
    ['4.1.', 'Bjørg Ærlig'],
  ]

  it.each([
    ['semicolons', utf8('Dato;Lege\r\n4.1.;Bjørg Ærlig\r\n')],
    ['commas', utf8('Dato,Lege\n4.1.,Bjørg Ærlig')],
    ['tabs', utf8('Dato\tLege\r4.1.\tBjørg Ærlig')],
    ['a byte order mark', utf8('\ufeffDato;Lege\n4.1.;Bjørg Ærlig')],
    ['UTF-16', utf16('Dato;Lege\n4.1.;Bjørg Ærlig')],
    ['UTF-16 the other way round', utf16('Dato;Lege\n4.1.;Bjørg Ærlig', true)],
    [
      'the alphabet of Windows',
      Uint8Array.from([...'Dato;Lege\n4.1.;Bjørg Ærlig'].map((c) => c.charCodeAt(0))),
    ],
    ['a line that names its separator', utf8('sep=;\nDato;Lege\n4.1.;Bjørg Ærlig')],
    ['quotes', utf8('"Dato";"Lege"\n"4.1.";"Bjørg Ærlig"')],
  ])('is read with %s', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(rows)
  })

  it('may hold lines, quotes and separators inside a cell', async () => {
    expect(await rowsOf(utf8('"KN\r\nOB";"han sa ""ja"";nei"\n5" rør;x'))).toEqual([
      ['KN\nOB', 'han sa "ja";nei'],
      ['5" rør', 'x'],
    ])
  })

  it('with a quote that never ends is read line by line', async () => {
    expect(await rowsOf(utf8('a;"b\nc;d'))).toEqual([
      ['a', '"b'],
      ['c', 'd'],
    ])
  })

  it.each([
    ['nothing', utf8(' \n;;\n'), 'empty'],
    ['no byte', new Uint8Array(), 'empty'],
    ['more than 2 MB', new Uint8Array(2 * 1024 * 1024 + 1).fill(65), 'file-too-large'],
    ['10 MB in one line', utf8('x'.repeat(10_000_000)), 'file-too-large'],
    ['a million signs and more', utf8(`${'x'.repeat(1_000_001)}`), 'too-much-text'],
    ['more than 5000 rows', utf8('x\n'.repeat(5001)), 'too-many-rows'],
    ['more than 400 columns', utf8(`${'x;'.repeat(400)}x`), 'too-many-columns'],
    ['a PDF', utf8('%PDF-1.7\n'), 'not-a-table'],
    [
      'a picture',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 1]),
      'not-a-table',
    ],
  ])('of %s is refused in a word', async (_, bytes, fault) => {
    expect(await faultOf(bytes, 'a.csv')).toBe(fault)
  })

  it('keeps NUL, marks that turn the text and names of the language’s own as text', async () => {
    expect(await rowsOf(utf8('__proto__;constructor\na\u0000b;\u202eKN'))).toEqual([
      ['__proto__', 'constructor'],
      ['a\u0000b', '\u202eKN'],
    ])
  })
})

const anyCell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    '+47',
    '-',
    '@x',
    '\t',
    "'=",
    "''-",
    '"',
    ';',
    'a\nb',
    '__proto__',
    '\u0000',
    '\u202e',
  ),
)
const anyRows = fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 8 })

describe('any table', () => {
  it('comes back from the text that its form carries', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const plain = rows.map((row) => row.map((cell) => cell.replaceAll(/\r\n?/g, '\n')))
        const table = trimmed(plain)
        if (table.rows[0]?.[0]?.startsWith('\ufeff')) return
        const read = readDelimited(toTabText(table))
        expect(read).toEqual({ kind: 'read', table })
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('comes back from a workbook, texts as they were and nothing reckoned', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const table = trimmed(rows)
        if (table.rows.length === 0) return
        const sheet = { name: 'Ark', heads: table.rows[0] ?? [], rows: table.rows.slice(1) }
        expect(trimmed((await rowsOf(await toXlsxFile(sheet), 'a.xlsx')) ?? [])).toEqual(table)
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  it('has a guard that comes off again, and stands before whatever a spreadsheet would reckon', () => {
    fc.assert(
      fc.property(anyCell, (text) => {
        expect(unguarded(guarded(text))).toBe(text)
        expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n]/)
      }),
      { seed: SEED, numRuns: 1000 },
    )
  })
})

describe('a workbook', () => {
  it('gives dates, times, numbers and answers of formulas as they are written', async () => {
    const cells =
      '<row r="3"><c r="B3" s="1"><v>46391</v></c><c r="C3" s="2"><v>0.8333333333</v></c><c r="D3" s="1"><v>46391.8333333333</v></c>' +
      '<c r="E3"><v>0.1</v></c><c r="F3" t="b"><v>1</v></c><c r="G3" t="str"><f>A1&amp;"x"</f><v>KN</v></c><c r="H3" t="s"><v>0</v></c>' +
      '<c r="I3" t="inlineStr"><is><r><t>K</t></r><r><t>N</t></r></is></c><c r="J3" t="e"><v>#REF!</v></c></row>'
    expect(await rowsOf(await workbook({ cells, strings: ['Øst &amp; vest'] }), 'a.xlsx')).toEqual([
      [],
      [],
      ['', '2027-01-04', '20:00', '2027-01-04 20:00', '0.1', 'x', 'KN', 'Øst & vest', 'KN', '#REF!'],
    ])
  })

  it('tells the cells that nobody has reckoned', async () => {
    const cells =
      '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>1+1</f></c><c r="C2" t="str"><f>A1</f></c></row>'
    const read = await readTableFile('a.xlsx', await workbook({ cells }))
    expect(read).toMatchObject({
      kind: 'read',
      sheets: [{ unreckoned: ['B2', 'C2'], table: { rows: [[], ['1']] } }],
    })
  })

  it('costs no rows for a colour far down, and is refused for a value there', async () => {
    const coloured =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576" s="1"><c r="XFD1048576" s="1"/></row>'
    expect(await rowsOf(await workbook({ cells: coloured }), 'a.xlsx')).toEqual([['1']])
    const far = '<row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    expect(await faultOf(await workbook({ cells: far }))).toBe('too-many-rows')
    expect(await faultOf(await workbook({ cells: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }))).toBe(
      'too-many-columns',
    )
  })

  it('has its visible sheets by name', async () => {
    const read = await readTableFile(
      'a.xlsx',
      await workbook({ cells: '<row r="1"><c r="A1"><v>1</v></c></row>', name: 'Jan &amp; feb' }),
    )
    expect(read).toMatchObject({ sheets: [{ name: 'Jan & feb' }] })
  })

  it.each([
    ['with macros', { extra: [['xl/vbaProject.bin', 'x']] as const }, 'macro-workbook'],
    [
      'that says it has macros',
      { types: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' },
      'macro-workbook',
    ],
    ['without its sheet', { cells: null }, 'broken-workbook'],
    ['that is no XML', { cells: '<row r="1"><c r="A1" t="s"><v>99</v></c></row>' }, 'broken-workbook'],
    ['that is empty', { cells: '' }, 'empty'],
  ])('%s is refused in a word', async (_, parts, fault) => {
    expect(await faultOf(await workbook(parts))).toBe(fault)
  })

  it('of another kind is told from one that is broken', async () => {
    const other = await zipped(
      [{ name: 'mimetype', bytes: utf8('application/vnd.oasis.opendocument.spreadsheet') }],
      true,
    )
    expect(await faultOf(other, 'a.ods')).toBe('other-workbook')
    expect(await faultOf(await zipped([{ name: 'a.txt', bytes: utf8('x') }], true), 'a.zip')).toBe(
      'not-a-table',
    )
    expect(await faultOf(utf8('PK\u0003\u0004 not a zip'))).toBe('broken-workbook')
    const old = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(500)])
    expect(await faultOf(old, 'a.xls')).toBe('old-xls')
    const locked = Uint8Array.from([
      ...old.slice(0, 100),
      ...utf16('EncryptedPackage').slice(2),
      ...old.slice(0, 50),
    ])
    expect(await faultOf(locked)).toBe('encrypted')
    expect(await faultOf(utf8('x'), 'a.xlsm')).toBe('macro-workbook')
  })

  it('that unpacks to much more than it may is refused before it is unpacked, also when it says otherwise', async () => {
    const bomb = await workbook({ cells: ' '.repeat(40_000_000) })
    expect(bomb.length).toBeLessThan(100_000)
    const started = performance.now()
    expect(await faultOf(bomb)).toBe('zip-bomb')
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
    expect(await faultOf(lying)).not.toBeTypeOf('object')
    expect(performance.now() - started).toBeLessThan(4000)
  })

  it.each([
    ['a cell that never ends', '<c>'.repeat(300_000)],
    ['tags that never end', '<c <v <is '.repeat(300_000)],
    ['a value that never ends', `<c r="A1">${'<v>'.repeat(500_000)}</c>`],
    ['an address that is none', '<row r="9999999999"><c r="ZZZZ99999999"><v>1</v></c></row>'],
  ])('with %s is read or refused in no long time', async (_, cells) => {
    const started = performance.now()
    await faultOf(await workbook({ cells }))
    expect(performance.now() - started).toBeLessThan(4000)
  })

  it('has what stands in each of its sheets, where it stands, with the texts they share', async () => {
    const second = '<row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2" t="s"><v>0</v></c></row>'
    const file = await workbook({
      cells: '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="C3"><v>7</v></c></row>',
      strings: ['KN', 'OB'],
      extra: [
        ...sheetParts([
          ['Jan', 'sheet1.xml'],
          ['Tom', 'empty.xml'],
          ['Feb', 'second.xml'],
        ]),
        sheetPart('empty.xml', ''),
        sheetPart('second.xml', second),
      ],
    })
    expect(await readTableFile('a.xlsx', file)).toMatchObject({
      sheets: [
        { name: 'Jan', table: { rows: [['KN'], [], ['', '', '7']] } },
        { name: 'Feb', table: { rows: [[], ['', 'OB', '', 'KN']] } },
      ],
    })
  })

  it('that counts its days from 1904 has the same dates', async () => {
    const parts = sheetParts([['Ark', 'sheet1.xml']], true)
    const cells = '<row r="1"><c r="A1" s="1"><v>44929</v></c></row>'
    expect(await rowsOf(await workbook({ cells, extra: parts }), 'a.xlsx')).toEqual([['2027-01-04']])
  })

  const one = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
  const many = (count: number, part: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => [`Ark ${index}`, part(index)] as const)
  const strings = (count: number) => Array.from({ length: count }, () => 'x')

  it('in which sixty sheets are one and the same has it once', async () => {
    const extra = sheetParts(many(60, () => 'sheet1.xml'))
    const read = await readTableFile(
      'a.xlsx',
      await workbook({ cells: one, extra, strings: strings(20_000) }),
    )
    expect(read).toMatchObject({ kind: 'read', sheets: [{ name: 'Ark 0', table: { rows: [['x']] } }] })
    expect(read).toHaveProperty('sheets.length', 1)
  })

  it('with sixty sheets of their own is read, with one more refused', async () => {
    const file = (count: number) =>
      workbook({
        strings: strings(1),
        extra: [
          ...sheetParts(many(count, (index) => `s${index}.xml`)),
          ...many(count, (index) => `s${index}.xml`).map(([, part]) => sheetPart(part, one)),
        ],
      })
    expect(await faultOf(await file(60))).toHaveLength(60)
    expect(await faultOf(await file(61))).toBe('too-many-sheets')
  })

  it.each([
    ['3000 names of one sheet', { extra: sheetParts(many(3000, () => 'sheet1.xml')) }, 'too-many-sheets'],
    ['more texts than cells', { strings: strings(60_001) }, 'too-many-cells'],
    [
      'a text in a million pieces',
      { extra: [['xl/sharedStrings.xml', `<sst><si>${'<r/>'.repeat(1_000_001)}</si></sst>`]] as const },
      'zip-bomb',
    ],
    [
      'styles without end',
      {
        extra: [
          [
            'xl/styles.xml',
            `<s>${Array.from({ length: 500_000 }, (_, id) => `<x a="${id % 997}"/>`).join('')}${'<y/>'.repeat(500_001)}</s>`,
          ],
        ] as const,
      },
      'too-many-cells',
    ],
    [
      'a value far out in every row',
      {
        cells: Array.from(
          { length: 2501 },
          (_, row) => `<row r="${row + 1}"><c r="OJ${row + 1}"><v>1</v></c></row>`,
        ).join(''),
      },
      'too-many-cells',
    ],
    [
      'one long text in many cells',
      {
        strings: ['x'.repeat(2000)],
        cells: Array.from({ length: 501 }, () => `<row><c t="s"><v>0</v></c></row>`).join(''),
      },
      'too-much-text',
    ],
    [
      'two values in one cell',
      { cells: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>' },
      'broken-workbook',
    ],
  ])('with %s is refused before its cells are read', async (_, parts, fault) => {
    expect(await faultOf(await workbook({ cells: one, ...parts }))).toBe(fault)
  })

  it('is read or refused, and never breaks, whatever is changed in it', async () => {
    const sheet = {
      name: 'Ark',
      heads: ['Dato', 'T'],
      rows: [
        ['4.1.', 'KN'],
        ['5.1.', 'OB'],
      ],
    }
    const sound = await toXlsxFile(sheet)
    expect(zipEntries(sound)).toHaveLength(6)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(sound.length),
        async (changes, cut) => {
          const bytes = sound.slice(0, cut % 3 === 0 ? cut : sound.length)
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
          expect(['read', 'refused']).toContain((await readTableFile('a.xlsx', bytes)).kind)
        },
      ),
      { seed: SEED, numRuns: 300 },
    )
  })
})

describe('any bytes', () => {
  it('are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xff, 0xfe], [0xfe, 0xff], [0xd0, 0xcf, 0x11, 0xe0]),
        async (bytes, start) => {
          const read = await readTableFile('a', Uint8Array.from([...start, ...bytes]))
          expect(['read', 'refused']).toContain(read.kind)
        },
      ),
      { seed: SEED, numRuns: 1000 },
    )
  })
})
