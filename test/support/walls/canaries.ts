import type { Database } from '../../../src/data/database.ts'

type Row = Record<string, string | number | Uint8Array | null>

interface Column {
  readonly name: string
  readonly type: string
  readonly isNeeded: boolean
}

interface ForeignKey {
  readonly table: string
  readonly columns: readonly (readonly [from: string, to: string])[]
}

export interface Table {
  readonly name: string
  readonly columns: readonly Column[]
  readonly keys: readonly ForeignKey[]
  readonly ddl: string
}

type D1 = Database['d1']

async function all(d1: D1, sql: string, ...values: unknown[]): Promise<Row[]> {
  const found = await d1
    .prepare(sql)
    .bind(...values)
    .all<Row>()
  return found.results
}

/** Every table of the schema, what it refers to before it. */
export async function tablesOf(d1: D1): Promise<readonly Table[]> {
  const masters = await all(d1, "select name, sql from sqlite_master where type = 'table' order by name")
  const own = masters.filter(({ name }) => !/^(sqlite_|d1_|_cf)/.test(`${name}`))
  const tables = await Promise.all(own.map(({ name, sql }) => tableOf(d1, `${name}`, `${sql}`)))
  const placed = new Map<string, Table>()
  const place = (table: Table, above: readonly string[]): void => {
    if (placed.has(table.name) || above.includes(table.name)) return
    for (const key of table.keys) {
      const parent = tables.find(({ name }) => name === key.table)
      if (parent) place(parent, [...above, table.name])
    }
    placed.set(table.name, table)
  }
  for (const table of tables) place(table, [])
  return [...placed.values()]
}

async function tableOf(d1: D1, name: string, ddl: string): Promise<Table> {
  const columns = await all(
    d1,
    `select name, type, "notnull" as needed, pk from pragma_table_info('${name}')`,
  )
  const parts = await all(
    d1,
    `select id, seq, "table" as parent, "from" as own, "to" as theirs from pragma_foreign_key_list('${name}') order by id, seq`,
  )
  const ids = [...new Set(parts.map(({ id }) => id))]
  return {
    name,
    ddl,
    columns: columns.map((column) => ({
      name: `${column.name}`,
      type: `${column.type}`,
      isNeeded: column.needed === 1 || column.pk !== 0,
    })),
    keys: ids.map((id) => {
      const own = parts.filter((part) => part.id === id)
      return {
        table: `${own[0]?.parent}`,
        columns: own.map((part) => [`${part.own}`, `${part.theirs}`] as const),
      }
    }),
  }
}

/** What can't hold a word, since it is one of a few words or a number in text: they tell nothing that is not told of everybody. */
const NO_WORD =
  /(^|_)(at|on|date|from|to|until|by_date|start|end|local|window_start|anchor|summer_from|summer_to|number|phone|week|time_zone|month|day|answer_by)$/

/** The district itself is there already, with its own texts; a second of its side would hold what is planted apart from it. */
const STANDING = ['district']

/** Of the installation: of no side, and named to everybody at the door. */
const OF_ALL = ['issuer']

/** Words of a short list that the schema itself does not know. */
const WORDS_OF_A_LIST = [
  'provider_attempt.issuer_id',
  'district.legal_form',
  'district.languages',
  'district.calendar_names',
  'plan_snapshot_duty.subject_kind',
]

export function canHoldWord(table: Table, column: string): boolean {
  return (
    !NO_WORD.test(column) &&
    !isOneOfFew(table.ddl, column) &&
    !WORDS_OF_A_LIST.includes(`${table.name}.${column}`)
  )
}

function isOneOfFew(ddl: string, column: string): boolean {
  return new RegExp(`\\b${column} TEXT[^,]*CHECK \\((${column} IS NULL OR )?${column} IN \\(`).test(ddl)
}

const isJson = (ddl: string, column: string) =>
  new RegExp(`json_valid\\(${column}\\)`).test(ddl) ||
  /^(pieces|paid|payload|body|windows|timetable|weekdays|before|after)$/.test(column)

/**
 * One more row in every table, all of whose texts hold the mark and name their column. It refers to what is marked already, so
 * that it belongs to that side; conditions of single columns and triggers are put aside while it is stored.
 */
export async function plantIn(
  d1: D1,
  tables: readonly Table[],
  { mark, districtId }: { readonly mark: string; readonly districtId: string },
): Promise<void> {
  const triggers = await all(d1, "select name, sql from sqlite_master where type = 'trigger'")
  for (const { name } of triggers) await d1.prepare(`drop trigger "${name}"`).run()
  await d1.prepare('pragma ignore_check_constraints = on').run()
  for (const [index, table] of tables.entries())
    if (![...STANDING, ...OF_ALL].includes(table.name)) await plantRow(d1, table, { mark, districtId }, index)
  await d1.prepare('pragma ignore_check_constraints = off').run()
  for (const { sql } of triggers) await d1.prepare(`${sql}`).run()
}

interface Planted {
  readonly mark: string
  readonly districtId: string
}

async function plantRow(d1: D1, table: Table, { mark, districtId }: Planted, index: number): Promise<void> {
  const row: Row = {}
  for (const key of table.keys) {
    if (key.table === table.name) continue
    const parent = await markedRow(d1, key, row, mark)
    for (const [own, theirs] of key.columns) row[own] = parent?.[theirs] ?? null
  }
  for (const column of table.columns) {
    if (row[column.name] !== undefined && row[column.name] !== null) continue
    if (isSelfReference(table, column.name)) continue
    row[column.name] = valueFor(table, column, { mark, districtId }, index)
  }
  const stored = table.columns.map(({ name }) => name)
  const names = stored.filter((name) => row[name] !== undefined)
  const marks = names.map(() => '?').join(', ')
  await d1
    .prepare(
      `insert or ignore into "${table.name}" (${names.map((name) => `"${name}"`).join(', ')}) values (${marks})`,
    )
    .bind(...names.map((name) => row[name]))
    .run()
}

function isSelfReference(table: Table, column: string): boolean {
  return table.keys.some(
    (key) =>
      key.table === table.name && key.columns.some(([own]) => own === column) && column !== 'district_id',
  )
}

/** A row that is the side's own, and agrees with what has been chosen. */
async function markedRow(d1: D1, key: ForeignKey, chosen: Row, mark: string): Promise<Row | undefined> {
  const rows = await all(d1, `select * from "${key.table}"`)
  const fitting = rows.filter((row) =>
    key.columns.every(
      ([own, theirs]) => chosen[own] === undefined || chosen[own] === null || chosen[own] === row[theirs],
    ),
  )
  const holds = (row: Row) =>
    Object.values(row).some((value) => typeof value === 'string' && value.includes(mark))
  // What was stored last is the planted one, which every other planted row then hangs on.
  return fitting.findLast(holds) ?? fitting[0]
}

function valueFor(
  table: Table,
  { name, type }: Column,
  { mark, districtId }: Planted,
  index: number,
): string | number | Uint8Array {
  if (type === 'BLOB') return new Uint8Array([1])
  if (type !== 'TEXT')
    return type === 'INTEGER' && /^(ordinal|number|revision.*|seq|part)$/.test(name) ? 900 + index : 1
  const few = new RegExp(`\\b${name} TEXT[^,]*CHECK \\((?:${name} IS NULL OR )?${name} IN \\('([^']*)'`).exec(
    table.ddl,
  )?.[1]
  if (few !== undefined) return few
  if (name === 'phone') return '+4790000000'
  if (/_at$|^at$|window_start/.test(name)) return '2026-11-01T12:00Z'
  if (!canHoldWord(table, name)) return '2027-01-05'
  // Ids of districts that refer to nothing, as in what outlives them: a district's id is its mark.
  if (name === 'district_id' || name === 'scope_id') return districtId
  const word = `${mark}.${table.name}.${name}`
  return isJson(table.ddl, name) ? JSON.stringify([word]) : word
}

/** Columns of text that hold the mark in no row though they could. */
export async function unplanted(d1: D1, tables: readonly Table[], mark: string): Promise<string[]> {
  const missing: string[] = []
  for (const table of tables)
    for (const { name, type } of table.columns) {
      if (type !== 'TEXT' || OF_ALL.includes(table.name) || !canHoldWord(table, name)) continue
      const [row] = await all(
        d1,
        `select count(*) as n from "${table.name}" where instr("${name}", ?) > 0`,
        mark,
      )
      if (row?.n === 0) missing.push(`${table.name}.${name}`)
    }
  return missing
}

/** Every row of every table as text, by table: what is stored, to be held against what was. */
export async function everyRow(
  d1: D1,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const stored = new Map<string, readonly string[]>()
  for (const { name } of tables) {
    const rows = await all(d1, `select * from "${name}"`)
    stored.set(name, rows.map((row) => JSON.stringify(row)).sort())
  }
  return stored
}
