import { type ZipFile, zipped } from '../../src/exchange/sheets/zip.ts'

interface Parts {
  /** What stands in the sheet's data; null = there is no sheet. */
  readonly cells?: string | null
  readonly name?: string
  readonly strings?: readonly string[]
  readonly types?: string
  /** Beside the others, or in their place. */
  readonly extra?: readonly (readonly [name: string, text: string])[]
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The parts that name sheets and say where each lies. */
export function sheetParts(
  sheets: readonly (readonly [name: string, part: string])[],
  is1904 = false,
): (readonly [name: string, text: string])[] {
  const parts = [...new Set(sheets.map(([, part]) => part))]
  const tags = sheets.map(
    ([name, part], index) =>
      `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${parts.indexOf(part) + 1}"/>`,
  )
  const targets = parts.map(
    (part, index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/${part}"/>`,
  )
  const properties = is1904 ? '<workbookPr date1904="1"/>' : ''
  return [
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="${OFFICE}">${properties}<sheets>${tags.join('')}</sheets></workbook>`,
    ],
    ['xl/_rels/workbook.xml.rels', `<Relationships>${targets.join('')}</Relationships>`],
  ]
}

/** The data of one sheet as a part. */
export function sheetPart(name: string, cells: string): readonly [name: string, text: string] {
  return [`xl/worksheets/${name}`, `<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`]
}

/** A workbook as Excel lays it out, with whatever is wrong in it. Style 1 is a date, 2 a time of day. */
export function workbook({
  cells = '',
  name = 'Ark1',
  strings = [],
  types = 'x',
  extra = [],
}: Parts): Promise<Uint8Array> {
  const files: (readonly [string, string])[] = [
    ['[Content_Types].xml', `<Types><Override ContentType="${types}"/></Types>`],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/></cellXfs></styleSheet>`,
    ],
    [
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}">${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ],
    ...(cells === null
      ? []
      : [
          [
            'xl/worksheets/sheet1.xml',
            `<worksheet xmlns="${MAIN}"><sheetData>${cells}</sheetData></worksheet>`,
          ] as const,
        ]),
    ...extra,
  ]
  const encoder = new TextEncoder()
  return zipped(
    [...new Map(files)].map(([path, text]): ZipFile => ({ name: path, bytes: encoder.encode(text) })),
    true,
  )
}
