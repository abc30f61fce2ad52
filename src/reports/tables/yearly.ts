import type { PersonId } from '../../core/rota/person.ts'
import type { ComingRight } from '../../core/rota/rights.ts'
import type { Text } from '../../text/text.ts'
import type { ReportCell, ReportTable } from '../sheet.ts'
import type { GrantCheck } from '../yearly/grants.ts'
import { type ExceptionUse, LAST_REPORTED_YEAR } from '../yearly/statutory.ts'
import { column, day, EMPTY, known, number, row, words } from './cells.ts'

/** What of it is told by name. */
export interface NamedYearly {
  readonly year: number
  readonly exceptions: readonly ExceptionUse[]
  /** Null where the reader may not see who comes of age. */
  readonly coming: {
    readonly age: number
    readonly rights: readonly ComingRight[]
    readonly unknown: number
  } | null
  readonly nameOf: (personId: PersonId) => string
}

/** What a municipality is asked for by calendar year. */
export interface Yearly extends NamedYearly {
  readonly grants: readonly GrantCheck[]
}

export function yearlyTables(value: Yearly, text: Text): ReportTable[] {
  return [...namedYearlyTables(value, text), grantsTable(value, text)]
}

export function namedYearlyTables(value: NamedYearly, text: Text): ReportTable[] {
  return [exceptionsTable(value, text), comingTable(value, text)]
}

function exceptionsTable({ year, exceptions, nameOf }: NamedYearly, { reportYearly }: Text): ReportTable {
  const { exceptions: own } = reportYearly
  const isAnyUnlimited = exceptions.some(({ limitDays }) => limitDays === null)
  return {
    id: 'competence-exceptions',
    title: own.title,
    columns: [
      column('doctor', own.doctor, 'text'),
      column('exception', own.exception, 'text'),
      column('days', own.days, 'number'),
      column('limit', own.limit, 'number'),
      column('left', own.left, 'number'),
    ],
    rows: exceptions.map(({ personId, exception, days, limitDays, isAll }) =>
      row([
        words(nameOf(personId)),
        words(own.names[exception]),
        number(days),
        known(limitDays, number),
        // What is left of a year in all rests on the years before too.
        exception === 'one-year' || !isAll ? EMPTY : known(limitDays, (limit) => number(limit - days)),
      ]),
    ),
    notes: [
      ...(exceptions.length === 0 ? [own.none] : [own.how]),
      ...(isAnyUnlimited ? [own.noLimit] : []),
      ...(exceptions.some(({ exception }) => exception === 'one-year') ? [own.oneYear] : []),
      year <= LAST_REPORTED_YEAR ? own.deadline(`${year + 1}-03-31`) : own.noDeadline,
      own.service,
    ],
  }
}

function comingTable({ coming, nameOf }: NamedYearly, { reportYearly }: Text): ReportTable {
  const { coming: own } = reportYearly
  const { age = 60, rights = [], unknown = 0 } = coming ?? {}
  return {
    id: 'coming-rights',
    title: own.title(age),
    columns: [column('doctor', own.doctor, 'text'), column('on', own.on, 'date')],
    rows: rights.map(({ personId, on }) => row([words(nameOf(personId)), day(on)])),
    notes:
      coming === null
        ? [own.closed]
        : [rights.length === 0 ? own.none : own.how, ...(unknown > 0 ? [own.unknown(unknown)] : [])],
  }
}

function grantsTable({ grants: checks }: Yearly, text: Text): ReportTable {
  const { grants: own } = text.reportYearly
  return {
    id: 'grants',
    title: own.title,
    columns: [
      column('year', own.year, 'text'),
      column('criteria', own.criteria, 'text'),
      column('population', own.population, 'number'),
      column('centrality', own.centrality, 'number'),
      column('meets', own.meets, 'text'),
      column('certainty', own.certainty, 'text'),
    ],
    rows: checks.map((check) =>
      row([
        words(String(check.year)),
        words(criteriaOf(check, text)),
        known(check.population, number),
        known(check.ownCentrality, number),
        known(check.meets, (meets): ReportCell => words(meets ? own.yes : own.no)),
        words(
          check.from === 'district'
            ? own.certainties.district(check.source ?? '')
            : own.certainties[check.from],
        ),
      ]),
    ),
    notes: [
      own.how,
      ...(checks.some(({ from }) => from === 'unverified') ? [own.unverified] : []),
      ...(checks.some(({ from }) => from === 'none') ? [own.later] : []),
    ],
  }
}

function criteriaOf(
  { populationBelow, centrality, from }: GrantCheck,
  { format, reportYearly }: Text,
): string {
  const { grants: own } = reportYearly
  if (from === 'none' || (populationBelow === null && centrality === null)) return own.noCriteria
  return format.list([
    populationBelow === null ? own.noPopulation : own.below(populationBelow),
    centrality === null ? own.noCentrality : own.classes(centrality.map(String)),
  ])
}
