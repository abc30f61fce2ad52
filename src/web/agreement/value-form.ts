import type { NumberShape, Shape, TextShape } from '../../core/rota/parameter-shape.ts'
import { MINUTES_PER_HOUR } from '../../core/time/minute.ts'

/** What stands in a form's fields, by their names; a tick box that is not ticked is not there. */
export type FormTexts = Readonly<Record<string, readonly string[]>>

/** The ids that a value by line or by municipality may have parts for. */
export type ValueKeys = Readonly<Record<'by-line' | 'by-municipality', readonly string[]>>

/** The name of the field that a fault at `path` belongs to. */
export const VALUE = 'value'

/** A value as the texts of its fields; what it leaves out stays empty. */
export function toTexts(shape: Shape, value: unknown, name: string = VALUE): FormTexts {
  if (value === undefined || value === null) return {}
  switch (shape.kind) {
    case 'nullable':
      return toTexts(shape.of, value, name)
    case 'number':
      return numberTexts(shape, Number(value), name)
    case 'truth':
      return value === true ? { [name]: [YES] } : {}
    case 'text':
      return { [name]: [toShown(shape, String(value))] }
    case 'choice':
      return { [name]: [String(value)] }
    case 'list':
      return listTexts(shape, value as readonly unknown[], name)
    case 'fields':
      return merge(
        Object.entries(shape.fields).map(([field, own]) =>
          toTexts(own, (value as Readonly<Record<string, unknown>>)[field], `${name}.${field}`),
        ),
      )
    case 'by-line':
    case 'by-municipality':
      return merge(Object.entries(value).map(([id, own]) => toTexts(shape.of, own, `${name}.${id}`)))
  }
}

export const YES = 'yes'

/** How a list is entered: ticked, in an order, on one line, or row by row. */
export function entryOf({
  of,
  order,
}: Extract<Shape, { kind: 'list' }>): 'ticks' | 'order' | 'line' | 'rows' {
  if (of.kind === 'fields') return 'rows'
  if (of.kind !== 'choice') return 'line'
  return order === 'told' ? 'order' : 'ticks'
}

/**
 * The value that texts stand for, as far as they do: what is empty is left out, and a number that is none is NaN, so that
 * the value's own check names the field. Empty rows are dropped, and the texts come back with the rows counted anew.
 */
export function fromTexts(
  shape: Shape,
  texts: FormTexts,
  keys: ValueKeys,
): { readonly value: unknown; readonly texts: FormTexts } {
  const whole = withoutEmptyRows(shape, texts)
  return { value: read(shape, whole, VALUE, keys), texts: whole }
}

function read(shape: Shape, texts: FormTexts, name: string, keys: ValueKeys): unknown {
  const given = (texts[name]?.at(-1) ?? '').trim()
  switch (shape.kind) {
    case 'nullable':
      return read(shape.of, texts, name, keys) ?? null
    case 'number':
      return readNumber(shape, texts, name)
    case 'truth':
      return given === YES
    case 'text':
      return given === '' ? undefined : fromShown(shape, given)
    case 'choice':
      return shape.of.find((choice) => String(choice) === given)
    case 'list':
      return readList(shape, texts, name, keys)
    case 'fields':
      return readParts(Object.entries(shape.fields), texts, name, keys)
    case 'by-line':
    case 'by-municipality':
      return readParts(
        keys[shape.kind].map((id) => [id, shape.of] as const),
        texts,
        name,
        keys,
      )
  }
}

function readParts(
  parts: readonly (readonly [string, Shape])[],
  texts: FormTexts,
  name: string,
  keys: ValueKeys,
) {
  const values = parts.map(([part, own]) => {
    const value = read(own, texts, `${name}.${part}`, keys)
    return [part, isNothing(own, value) ? undefined : value] as const
  })
  return Object.fromEntries(values.filter(([, value]) => value !== undefined))
}

/** A part whose own parts may all be left out, and are, is left out itself. */
function isNothing(shape: Shape, value: unknown): boolean {
  return shape.kind === 'fields' && shape.isPartial && Object.keys(value as object).length === 0
}

function readList(
  shape: Extract<Shape, { kind: 'list' }>,
  texts: FormTexts,
  name: string,
  keys: ValueKeys,
): readonly unknown[] {
  const { of } = shape
  switch (entryOf(shape)) {
    case 'ticks':
      return of.kind === 'choice' ? of.of.filter((own) => texts[name]?.includes(String(own))) : []
    case 'order':
      return rowsOf(texts, name).flatMap((row) => read(of, texts, `${name}.${row}`, keys) ?? [])
    case 'line':
      return (texts[name]?.at(-1) ?? '')
        .split(/[,;\s]+/)
        .filter((part) => part !== '')
        .map((part) => read(of, { part: [part] }, 'part', keys))
    case 'rows':
      return rowsOf(texts, name).map((row) => read(of, texts, `${name}.${row}`, keys))
  }
}

function readNumber({ unit }: NumberShape, texts: FormTexts, name: string): number | undefined {
  if (unit === 'times') return readTimes(texts, name)
  if (unit !== 'minutes') return toNumber(texts[name]?.at(-1) ?? '')
  const hours = toNumber(texts[`${name}.h`]?.at(-1) ?? '')
  const minutes = toNumber(texts[`${name}.m`]?.at(-1) ?? '')
  if (hours === undefined && minutes === undefined) return undefined
  // Sixty minutes more is a slip: an hour more stands among the hours.
  if (minutes !== undefined && !isMinuteOfHour(minutes)) return Number.NaN
  const sum = (hours ?? 0) * MINUTES_PER_HOUR + (minutes ?? 0)
  // Seven and a half hours are whole minutes; 7,333 hours are not meant to be anything else.
  return Number.isNaN(sum) ? sum : Math.round(sum)
}

/** How many times as much as usual a thing may count, for those who do not care for numbers. */
export const STEPS = [0.25, 0.5, 1, 2, 4] as const
/** Chosen where a number of one's own stands beside. */
export const OWN_NUMBER = 'own'

/** The step that is chosen, or the number where that is what is chosen, or no step was asked about. */
function readTimes(texts: FormTexts, name: string): number | undefined {
  const step = texts[stepOf(name)]?.at(-1)
  const own = toNumber(texts[name]?.at(-1) ?? '')
  if (step === undefined) return own
  // A number that was promised and not given is none; it is not left out.
  return step === OWN_NUMBER ? (own ?? Number.NaN) : toNumber(step)
}

/** The field in which a step is chosen, beside that of the number. */
export function stepOf(name: string): string {
  return `${name}.step`
}

/** Whether a text of the minutes beside the hours is none that can stand there. */
export function isMinutesOff(text: string): boolean {
  const minutes = toNumber(text)
  return minutes !== undefined && !isMinuteOfHour(minutes)
}

function isMinuteOfHour(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 0 && minutes < MINUTES_PER_HOUR
}

/** '7,5', '7.5', '12 000' and '1/7'. Undefined when empty, NaN when it is no number. */
function toNumber(text: string): number | undefined {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.')
  if (plain === '') return undefined
  const [, over, under] = /^(\d{1,6})\/(\d{1,6})$/.exec(plain) ?? []
  if (over !== undefined && under !== undefined) return Number(over) / Number(under)
  return /^-?\d{1,9}(\.\d{1,9})?$/.test(plain) ? Number(plain) : Number.NaN
}

function numberTexts({ unit }: NumberShape, value: number, name: string): FormTexts {
  if (unit === 'times' && STEPS.some((step) => step === value)) return { [stepOf(name)]: [String(value)] }
  if (unit === 'times') return { [stepOf(name)]: [OWN_NUMBER], [name]: [shownNumber(value)] }
  if (unit !== 'minutes') return { [name]: [shownNumber(value)] }
  const minutes = value % MINUTES_PER_HOUR
  return {
    [`${name}.h`]: [String((value - minutes) / MINUTES_PER_HOUR)],
    [`${name}.m`]: [minutes === 0 ? '' : String(minutes)],
  }
}

const MOST_PARTS = 12

function shownNumber(value: number): string {
  if (Number.isInteger(value)) return String(value)
  for (let whole = 2; whole <= MOST_PARTS; whole++)
    if (Math.abs(value * whole - 1) < 1e-9) return `1/${whole}`
  return String(value).replace('.', ',')
}

function listTexts(
  shape: Extract<Shape, { kind: 'list' }>,
  items: readonly unknown[],
  name: string,
): FormTexts {
  const { of } = shape
  switch (entryOf(shape)) {
    case 'ticks':
      return { [name]: items.map(String) }
    case 'line':
      return { [name]: [items.map(String).join(', ')] }
    default:
      return merge(items.map((item, index) => toTexts(of, item, `${name}.${index}`)))
  }
}

/** Clock times may be written 8, 8.30, 0830 or 08:30, and days of the year 10.3. or 10/3. */
function fromShown({ of }: TextShape, text: string): string {
  if (of === 'time') {
    const [, hour, minute = '00'] = /^(\d{1,2})(?:[.:]?(\d\d))?$/.exec(text) ?? []
    return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`
  }
  if (of === 'day-of-year') {
    const [, day, month] = /^(\d{1,2})[./]\s?(\d{1,2})\.?$/.exec(text) ?? []
    return day === undefined || month === undefined
      ? text
      : `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  }
  return text
}

function toShown({ of }: TextShape, value: string): string {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(value) ?? []
  if (of !== 'day-of-year' || month === undefined || day === undefined) return value
  return `${Number(day)}.${Number(month)}.`
}

/** The rows of a list that something stands in, in their order. */
export function rowsOf(texts: FormTexts, name: string): readonly number[] {
  const rows = Object.entries(texts).flatMap(([key, values]) => {
    if (!key.startsWith(`${name}.`) || values.every((text) => text.trim() === '')) return []
    const [row = ''] = key.slice(name.length + 1).split('.')
    return /^\d{1,3}$/.test(row) ? [Number(row)] : []
  })
  return [...new Set(rows)].sort((a, b) => a - b)
}

/** Rows are only ever the whole value of a parameter. */
function withoutEmptyRows(shape: Shape, texts: FormTexts): FormTexts {
  if (shape.kind !== 'list' || !['rows', 'order'].includes(entryOf(shape))) return texts
  const rows = rowsOf(texts, VALUE)
  const renamed = Object.entries(texts).flatMap(([key, values]) => {
    const [, row, rest = ''] = /^value\.(\d{1,3})(\..*)?$/.exec(key) ?? []
    if (row === undefined) return [[key, values] as const]
    const index = rows.indexOf(Number(row))
    return index < 0 ? [] : [[`${VALUE}.${index}${rest}`, values] as const]
  })
  return Object.fromEntries(renamed)
}

function merge(texts: readonly FormTexts[]): FormTexts {
  return Object.assign({}, ...texts)
}
