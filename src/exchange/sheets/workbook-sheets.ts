export interface ListedSheet {
  readonly name: string
  /** Of the part that holds its cells. */
  readonly path: string
}

/** Tags of one name that are looked at in a workbook's own parts: its sheets, hidden ones too, and what they point at. */
const MOST_TAGS = 1000

/** The visible sheets of a workbook in their order, with where each lies; two names of one part are one. Undefined for too many. */
export function sheetsOf(parts: ReadonlyMap<string, string>): ListedSheet[] | undefined {
  const relations = tags(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship')
  const sheets = tags(parts.get('xl/workbook.xml') ?? '', 'sheet')
  if (!relations || !sheets) return undefined
  const targets = new Map(relations.map((tag) => [attribute(tag, 'Id'), pathOf(attribute(tag, 'Target'))]))
  const listed = new Map<string, ListedSheet>()
  for (const tag of sheets) {
    const path = targets.get(attribute(tag, '(?:\\w+:)?id'))
    const isShown = !/^(hidden|veryHidden)$/.test(attribute(tag, 'state'))
    if (path?.startsWith('xl/worksheets/') && isShown && !listed.has(path))
      listed.set(path, { name: unescaped(attribute(tag, 'name')), path })
  }
  return [...listed.values()]
}

/** Whether a workbook counts its days from 1904 and not from 1900. */
export function countsFrom1904(parts: ReadonlyMap<string, string>): boolean {
  const [, properties = ''] = /<(?:\w+:)?workbookPr\b([^<>]*)>/.exec(parts.get('xl/workbook.xml') ?? '') ?? []
  return /^(1|true)$/.test(attribute(properties, 'date1904'))
}

/** Undefined for more than are looked at. */
function tags(xml: string, name: string): string[] | undefined {
  const found: string[] = []
  for (const match of xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, 'g'))) {
    if (found.length === MOST_TAGS) return undefined
    found.push(match[1] ?? '')
  }
  return found
}

function attribute(tag: string, name: string): string {
  const [, , value = ''] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`).exec(tag) ?? []
  return value
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return (Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? whole
  })
}
