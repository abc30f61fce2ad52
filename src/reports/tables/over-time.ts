import type { ShareMeasure } from '../../core/rota/rota.ts'
import type { Text } from '../../text/text.ts'
import type { ReportCell, ReportRow, ReportTable } from '../sheet.ts'
import type { DoctorOverTime, OverTime, Spread, WeekLoad } from '../weeks/over-time.ts'
import { column, EMPTY, hours, number, row, share, sumRow, words } from './cells.ts'

/** Everything that the pictures over time show, one table a picture, in the order of the page. */
export function overTimeTables(value: OverTime, text: Text): ReportTable[] {
  return [
    trendTable(value, text),
    distributionTable(value, text),
    weekendTable(value, text),
    ...heatTables(value, text),
    ...balanceTables(value, text),
  ]
}

export function trendTable({ trend: weeks }: OverTime, { format, reportTime }: Text): ReportTable {
  const { trend } = reportTime
  return {
    id: 'weeks',
    title: trend.title,
    columns: [
      column('week', trend.week, 'text'),
      column('doctors', trend.doctors, 'number'),
      column('dutyMean', trend.dutyMean, 'hours'),
      column('dutyLeast', trend.dutyLeast, 'hours'),
      column('dutyMost', trend.dutyMost, 'hours'),
      column('totalMean', trend.totalMean, 'hours'),
      column('totalLeast', trend.totalLeast, 'hours'),
      column('totalMost', trend.totalMost, 'hours'),
      column('unknown', trend.unknown, 'number'),
    ],
    rows: weeks.map(({ week, doctors, duty, total, unknown }) =>
      row([
        words(format.week(week)),
        number(doctors),
        ...spread(duty, 'empty'),
        ...spread(total, doctors === 0 ? 'empty' : 'not-known'),
        number(unknown),
      ]),
    ),
    notes: [trend.note],
  }
}

function spread(of: Spread | null, otherwise: 'empty' | 'not-known'): ReportCell[] {
  if (of === null) return [{ kind: otherwise }, { kind: otherwise }, { kind: otherwise }]
  return [of.mean, of.least, of.most].map(hours)
}

export function distributionTable(value: OverTime, { reportTime }: Text): ReportTable {
  const { distribution } = reportTime
  const all = value.distribution.reduce((sum, { weeks }) => sum + weeks, 0)
  return {
    id: 'week-distribution',
    title: distribution.title,
    columns: [
      column('hours', distribution.hours, 'text'),
      column('weeks', distribution.weeks, 'number'),
      column('part', distribution.part, 'percent'),
    ],
    rows: [
      ...value.distribution.map(({ fromMinutes, toMinutes, weeks }) =>
        row([words(distribution.bin(fromMinutes, toMinutes)), number(weeks), share(weeks / all)]),
      ),
      ...(all === 0 ? [] : [sumRow([words(distribution.sum), number(all), share(1)])]),
    ],
    notes: [
      all > 0 ? distribution.note : value.unknownWeeks > 0 ? distribution.none : reportTime.none,
      ...(value.unknownWeeks > 0 && all > 0 ? [distribution.unknown(value.unknownWeeks)] : []),
    ],
  }
}

export function weekendTable({ doctors }: OverTime, { ledger, reportTime }: Text): ReportTable {
  const { weekends } = reportTime
  return {
    id: 'weekends',
    title: weekends.title,
    columns: [
      column('doctor', weekends.doctor, 'text'),
      column('worked', weekends.worked, 'number'),
      column('all', weekends.all, 'number'),
      column('often', weekends.often, 'text'),
    ],
    rows: doctors.map(({ name, personId, weekends: { worked, of } }) => ({
      kind: 'row',
      cells: [
        words(name),
        number(worked),
        number(of),
        words(ledger.figures.everyNthWeekend(worked === 0 ? null : of / worked)),
      ],
      trails: { worked: { personId, only: 'weekends' } },
    })),
    notes: [],
  }
}

/** Weeks down and doctors across: many weeks fit on paper, and few municipalities have many doctors. */
export function heatTables(value: OverTime, { format, reportTime }: Text): ReportTable[] {
  const { heat, trend } = reportTime
  const columns = [
    column('week', trend.week, 'text'),
    ...value.doctors.map(({ personId, name }) => column(personId, name, 'hours')),
  ]
  const table = (id: string, title: string, cell: (load: WeekLoad) => ReportCell): ReportTable => ({
    id,
    title,
    columns,
    rows: value.weeks.map((week, index) =>
      row([
        words(format.week(week)),
        ...value.doctors.map(({ weeks }): ReportCell => {
          const load = weeks[index] ?? null
          return load === null ? EMPTY : cell(load)
        }),
      ]),
    ),
    notes: [],
  })
  return [
    table('week-totals', heat.totals, ({ totalMinutes }) => hours(totalMinutes)),
    table('week-duty', heat.duties, ({ dutyMinutes }) => hours(dutyMinutes)),
  ]
}

/** Hours apart from counts: a column holds one kind of figure. */
export function balanceTables(value: OverTime, text: Text): ReportTable[] {
  const { balance } = text.reportTime
  const isCount = (measure: ShareMeasure) =>
    measure === 'nights' || measure === 'weekends' || measure === 'holidays'
  const used = value.measures
  const inHours = used.filter((measure) => !isCount(measure))
  const counted = used.filter(isCount)
  const outside = value.doctors.filter((doctor) => doctor.balance === null).length
  const nothing = outside < value.doctors.length ? balance.noDuties : balance.none
  const notes = used.length === 0 ? [nothing] : outside > 0 ? [balance.outside(outside)] : []
  return [
    balanceTable('balance-hours', balance.hours, 'hours', { value, measures: inHours, notes }, text),
    balanceTable('balance-counts', balance.counts, 'number', { value, measures: counted, notes: [] }, text),
  ]
}

interface BalanceRows {
  readonly value: OverTime
  readonly measures: readonly ShareMeasure[]
  readonly notes: readonly string[]
}

function balanceTable(
  id: string,
  title: string,
  kind: 'hours' | 'number',
  { value, measures, notes }: BalanceRows,
  { ledger, reportTime }: Text,
): ReportTable {
  const { balance, weekends } = reportTime
  const figure = kind === 'hours' ? hours : number
  return {
    id,
    title,
    columns: [
      column('doctor', weekends.doctor, 'text'),
      column('what', balance.what, 'text'),
      column('held', balance.held, kind),
      column('share', balance.share, kind),
      column('difference', balance.difference, kind),
    ],
    rows: value.doctors.flatMap((doctor) =>
      measures.flatMap((measure) => balanceRow(doctor, measure, ledger.share.measures[measure], figure)),
    ),
    notes,
  }
}

function balanceRow(
  { name, balance }: DoctorOverTime,
  measure: ShareMeasure,
  what: string,
  figure: (value: number) => ReportCell,
): ReportRow[] {
  if (balance === null) return []
  const { held, share: due } = balance[measure]
  return [row([words(name), words(what), figure(held), figure(due), figure(held - due)])]
}
