import type { District } from '../core/rota/district.ts'
import type { ExemptionScope } from '../core/rota/exemption.ts'
import type { PersonId } from '../core/rota/person.ts'
import { addDays } from '../core/time/local-date.ts'
import { listColumns } from '../exchange/sheets/list-heads.ts'
import type { ChosenNames } from '../exchange/sheets/names.ts'
import { type PeopleInSheet, peopleInSheet } from '../exchange/sheets/people-in-sheet.ts'
import { addressOf, cellAt, type Table } from '../exchange/table.ts'
import { visible } from '../text/plain-text.ts'
import { ABSENCE_HEADS, AWAY_WORDS } from '../text/sheet-words.ts'
import { cellProblem } from '../text/table-problem.ts'
import type { WantedUnavailability } from './enter-unavailability.ts'
import { readPastedDates } from './pasted-dates.ts'
import type { SheetProblem } from './pasted-table.ts'
import type { FieldProblem } from './refusal.ts'

export interface PastedAbsence {
  readonly kind: 'away'
  readonly personId: PersonId
  readonly away: WantedUnavailability
  /** Where each of its dates stands. */
  readonly addresses: Readonly<Record<'from' | 'certainFrom' | 'to' | 'kind', string>>
}

type Row =
  | PastedAbsence
  | { readonly kind: 'problem'; readonly problem: SheetProblem }
  | { readonly kind: 'nobody' }

type Head = keyof typeof ABSENCE_HEADS

const IN_ORDER: ReadonlyMap<Head, number> = new Map([
  ['initials', 0],
  ['from', 1],
  ['to', 2],
  ['what', 3],
])

/**
 * Reads rows of doctor, first day, last day (included; empty = not known) and what it is about: absence, or the effect of an
 * exemption. By their headings, else in this order. A column of reasons is neither read nor kept.
 */
export function readPastedAbsences(
  district: District,
  table: Table,
  chosen: ChosenNames,
): { readonly rows: readonly Row[]; readonly people: PeopleInSheet } {
  const heads = listColumns<Head>(table, ABSENCE_HEADS, [['initials', 'name'], ['from']])
  const people = peopleInSheet({ district }, chosen)
  const columns = heads?.columns ?? IN_ORDER
  const rows = table.rows.flatMap((cells, row) =>
    row <= (heads?.row ?? -1) || cells.every((cell) => cell.trim() === '')
      ? []
      : [readRow(table, people, columns, row)],
  )
  return { rows, people }
}

function readRow(table: Table, people: PeopleInSheet, columns: ReadonlyMap<Head, number>, row: number): Row {
  const cell = (head: Head) => {
    const column = columns.get(head)
    return column === undefined
      ? { text: '', address: addressOf(row, 0) }
      : { text: cellAt(table, row, column), address: addressOf(row, column) }
  }
  const who = cell('initials').text === '' ? cell('name') : cell('initials')
  if (who.text === '') return { kind: 'problem', problem: cellProblem(who.address, 'missing') }
  const holder = people.find(who.text, who.address)
  if (!holder?.personId) return { kind: 'nobody' }
  const [first, last, certain, what] = [cell('from'), cell('to'), cell('certainFrom'), cell('what')]
  const from = readPastedDates(first.text)
  if (!from) return wrong(first, 'not-a-date')
  // A range in the first cell tells both ends; one day alone with no last day is open-ended only where a column asks for it.
  const isRange = from.last !== from.first
  const to = last.text === '' ? (isRange ? from : null) : readPastedDates(last.text)
  if (to === undefined) return wrong(last, 'not-a-date')
  if (to && to.last < from.first) return wrong(last, 'ends-before-start')
  const certainFrom = certain.text === '' ? from : readPastedDates(certain.text)
  if (!certainFrom) return wrong(certain, 'not-a-date')
  const kind = AWAY_WORDS.get(what.text.toLowerCase())
  if (kind === undefined)
    return { kind: 'problem', problem: cellProblem(what.address, 'unknown-word', visible(what.text)) }
  const dates = { from: from.first, to: to && addDays(to.last, 1) }
  const away: WantedUnavailability =
    kind === 'absence'
      ? { kind, ...dates, certainFrom: certainFrom.first }
      : { kind: 'exemption', ...dates, scope: scopeOf(kind) }
  const addresses = {
    from: first.address,
    certainFrom: certain.address,
    to: last.address,
    kind: what.address,
  }
  return { kind: 'away', personId: holder.personId, away, addresses }
}

function scopeOf(kind: 'out-of-hours' | 'nights' | 'home' | 'on-site' | 'backup'): ExemptionScope {
  return kind === 'out-of-hours' || kind === 'nights' ? { kind } : { kind: 'form', form: kind }
}

function wrong({ text, address }: { text: string; address: string }, code: FieldProblem['code']): Row {
  return { kind: 'problem', problem: { address, field: { field: address, code, value: visible(text) } } }
}
