import type { Text } from '../../text/text.ts'
import { type DutyAmount, HOLDER_KINDS } from '../load/coverage.ts'
import type { LoadReport } from '../load/load-report.ts'
import type { HiddenSum, OthersRow } from '../load/others-load.ts'
import type { ReportCell, ReportTable } from '../sheet.ts'
import { column, EMPTY, HIDDEN, hours, number, row, sumRow, words } from './cells.ts'

/** The district's other doctors as sums: what the rota shows, and beside it hours that it does not. */
export function othersTable({ others }: LoadReport, text: Text): ReportTable {
  const { columns, notes, titles } = text.report
  const isQuarter = others.all.hidden !== null
  const cells = (own: OthersRow, name: string) => [
    words(name),
    number(own.doctors),
    ...openCells(own),
    ...(own.hidden === null ? [] : hiddenCells(own.hidden)),
  ]
  return {
    id: 'others',
    title: titles.others,
    columns: [
      column('municipality', columns.municipality, 'text'),
      column('doctors', columns.doctors, 'number'),
      column('duties', columns.duties, 'number'),
      column('nights', columns.nights, 'number'),
      column('weekends', columns.weekends, 'number'),
      column('publicHolidays', columns.publicHolidays, 'number'),
      column('home', columns.home, 'hours'),
      column('onSite', columns.onSite, 'hours'),
      column('backup', columns.backup, 'hours'),
      column('duty', columns.duty, 'hours'),
      ...(isQuarter
        ? [
            column('knownDoctors', columns.knownDoctors, 'number'),
            column('surgery', columns.surgery, 'hours'),
            column('tasks', columns.tasks, 'hours'),
            column('total', columns.total, 'hours'),
            column('meanTotal', columns.meanTotal, 'hours'),
          ]
        : []),
    ],
    rows:
      others.all.doctors === 0
        ? []
        : [
            ...others.municipalities.map((own) =>
              row(
                cells(own, own.name ?? ''),
                own.municipality === null ? undefined : { duties: { doctorsOf: own.municipality } },
              ),
            ),
            sumRow(cells(others.all, text.report.allOthers)),
          ],
    notes: others.all.doctors === 0 ? [] : [notes.others, ...(isQuarter ? [] : [notes.notQuarter])],
  }
}

function openCells({ load }: OthersRow): ReportCell[] {
  return [
    number(load.duties),
    number(load.nights),
    number(load.weekendsAny),
    number(load.publicHolidays),
    hours(load.minutes.home),
    hours(load.minutes['on-site']),
    hours(load.minutes.backup),
    hours(load.dutyMinutes),
  ]
}

function hiddenCells(sum: HiddenSum): ReportCell[] {
  if (sum.kind === 'hidden') return [HIDDEN, HIDDEN, HIDDEN, HIDDEN, HIDDEN]
  return [
    number(sum.doctors),
    hours(sum.surgeryMinutes),
    hours(sum.taskMinutes),
    hours(sum.totalMinutes),
    hours(sum.meanTotalMinutes),
  ]
}

/** Who held the district's duties, the open ones, and how many are exempt. */
export function coverageTable({ coverage, exempt }: LoadReport, text: Text): ReportTable {
  const { columns, exempt: said, holders, notes, titles } = text.report
  const { all, held, open } = coverage
  const cells = (name: string, { duties, minutes }: DutyAmount) => [
    words(name),
    number(duties),
    hours(minutes),
    all.minutes === 0 ? EMPTY : { kind: 'share' as const, share: minutes / all.minutes },
  ]
  const exemptNote =
    exempt === null || exempt.of === 0
      ? []
      : exempt.exempt.kind === 'few'
        ? [
            exempt.of < exempt.exempt.below
              ? said.fewInAll(exempt.exempt.below)
              : said.few(exempt.exempt.below, exempt.of),
          ]
        : [said.known(exempt.exempt.doctors, exempt.of)]
  return {
    id: 'coverage',
    title: titles.coverage,
    columns: [
      column('holder', columns.who, 'text'),
      column('duties', columns.duties, 'number'),
      column('duty', columns.duty, 'hours'),
      column('share', columns.share, 'percent'),
    ],
    rows:
      all.duties + all.minutes === 0
        ? []
        : [
            ...HOLDER_KINDS.map((kind) => row(cells(holders[kind], held[kind]))),
            row(cells(holders.open, open), { duties: { only: 'open' } }),
            sumRow(cells(holders.all, all)),
          ],
    notes: [notes.coverage, ...exemptNote],
  }
}
