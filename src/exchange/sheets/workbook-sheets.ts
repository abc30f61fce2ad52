export interface ListedSheet {
  readonly name: string
  /** Of the part that holds its cells. */
  readonly path: string
}

/** The visible sheets of a workbook in their order, with where each lies. */
export function sheetsOf(parts: ReadonlyMap<string, string>): ListedSheet[] {
  const targets = new Map(
    tags(parts.get('xl/_rels/workbook.xml.rels') ?? '', 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      pathOf(attribute(tag, 'Target')),
    ]),
  )
  return tags(parts.get('xl/workbook.xml') ?? '', 'sheet').flatMap((tag) => {
    const path = targets.get(attribute(tag, '(?:\\w+:)?id'))
    const isShown = !/^(hidden|veryHidden)$/.test(attribute(tag, 'state'))
    return path !== undefined && isShown && path.startsWith('xl/worksheets/')
      ? [{ name: unescaped(attribute(tag, 'name')), path }]
      : []
  })
}

function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s([^<>]*)>`, 'g'))].map((match) => match[1] ?? '')
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
