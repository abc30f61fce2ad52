import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import { everyNthWeekend, type Load } from '../load/load.ts'
import type { DoctorLoad, OwnLoad, OwnSum } from '../load/load-report.ts'
import type { ReportCell, ReportRow, ReportTable, Trail } from '../sheet.ts'
import { column, EMPTY, hours, number, row, sumRow, words } from './cells.ts'

/** What wears: an average week, and duties, nights, weekends and rest. */
export function doctorsTable(report: OwnLoad, text: Text): ReportTable {
  const { columns, titles } = text.report
  return {
    id: 'doctors',
    title: titles.doctors,
    columns: [
      column('doctor', columns.doctor, 'text'),
      column('meanTotal', columns.meanTotal, 'hours'),
      column('duties', columns.duties, 'number'),
      column('nights', columns.nights, 'number'),
      column('weekends', columns.weekends, 'number'),
      column('weekendsFull', columns.weekendsFull, 'number'),
      column('everyNth', columns.everyNth, 'text'),
      column('publicHolidays', columns.publicHolidays, 'number'),
      column('daysAfterNight', columns.daysAfterNight, 'number'),
      column('longest', columns.longest, 'hours'),
      column('shortest', columns.shortest, 'hours'),
      column('givenAway', columns.givenAway, 'number'),
      column('taken', columns.taken, 'number'),
      column('form', columns.form, 'text'),
    ],
    rows: rowsOf(report, text, wear, ({ personId }) => ({
      duties: { personId },
      nights: { personId, only: 'nights' },
      weekends: { personId, only: 'weekends' },
      publicHolidays: { personId, only: 'public-holidays' },
    })),
    notes: notesOf(report, text),
  }
}

function wear(own: DoctorLoad | OwnSum, text: Text): ReportCell[] {
  const { worked, meanTotalMinutes, givenAway, taken } = own
  const { weekendsAny, weekendsFull, longestPeriodMinutes, shortestRestMinutes } = worked
  return [
    hours(meanTotalMinutes),
    number(worked.duties),
    number(worked.nights),
    number(weekendsAny),
    number(weekendsFull),
    words(text.ledger.figures.everyNthWeekend(everyNthWeekend(worked))),
    number(worked.publicHolidays),
    number(worked.daysAfterNight),
    longestPeriodMinutes === 0 ? EMPTY : hours(longestPeriodMinutes),
    shortestRestMinutes === null ? EMPTY : hours(shortestRestMinutes),
    number(givenAway),
    number(taken),
  ]
}

/** What the weeks are made of, in hours of the whole period. */
export function hoursTable(report: OwnLoad, text: Text): ReportTable {
  const { columns, notes, titles } = text.report
  return {
    id: 'hours',
    title: titles.hours,
    columns: [
      column('doctor', columns.doctor, 'text'),
      column('home', columns.home, 'hours'),
      column('onSite', columns.onSite, 'hours'),
      column('backup', columns.backup, 'hours'),
      column('duty', columns.duty, 'hours'),
      column('weighted', columns.weighted, 'hours'),
      column('elsewhere', columns.elsewhere, 'hours'),
      column('surgery', columns.surgery, 'hours'),
      column('tasks', columns.tasks, 'hours'),
      column('total', columns.total, 'hours'),
      column('form', columns.form, 'text'),
    ],
    rows: rowsOf(
      report,
      text,
      ({ worked }) => partsOf(worked),
      ({ personId }) => ({
        home: { personId, form: 'home' },
        onSite: { personId, form: 'on-site' },
        backup: { personId, form: 'backup' },
        duty: { personId },
      }),
    ),
    notes: report.doctors.length === 0 ? [] : [notes.hours],
  }
}

function partsOf(load: Load): ReportCell[] {
  return [
    hours(load.minutes.home),
    hours(load.minutes['on-site']),
    hours(load.minutes.backup),
    hours(load.dutyMinutes),
    hours(load.weightedMinutes),
    hours(load.elsewhereMinutes + load.declaredElsewhereMinutes),
    hours(load.surgeryMinutes),
    hours(load.taskMinutes),
    hours(load.totalMinutes),
  ]
}

function rowsOf(
  { doctors, sum }: OwnLoad,
  text: Text,
  cells: (own: DoctorLoad | OwnSum, text: Text) => ReportCell[],
  trails: (doctor: DoctorLoad) => Readonly<Record<string, Trail>>,
): ReportRow[] {
  if (doctors.length === 0) return []
  return [
    ...doctors.map((doctor) =>
      row(
        [words(doctor.name), ...cells(doctor, text), words(text.report.formName(doctor.form))],
        trails(doctor),
      ),
    ),
    sumRow([words(text.report.sum), ...cells(sum, text), EMPTY]),
  ]
}

/** What must be read with every figure of the report. */
function notesOf(report: OwnLoad, { agreementWords, format, report: said }: Text): string[] {
  const { doctors, changes, isClosed, isEmpty } = report
  const unknown = doctors.filter(({ worked }) => worked.totalMinutes === null)
  const moved = doctors.filter((doctor) => !doctor.isThroughout)
  return [
    ...(doctors.length === 0 ? [said.noDoctors] : [said.notes.doctors]),
    ...(isEmpty ? [doctors.length === 0 ? said.empty : `${said.empty} ${said.emptyCounted}`] : []),
    ...(isClosed ? [said.closed] : []),
    ...(unknown.length > 0 ? [said.unknown(format.list(unknown.map(({ name }) => name)))] : []),
    ...moved.map(({ name, dates }) => said.moved(name, format.list(dates.map(format.dateRange)))),
    ...changes.map(({ parameter, on }) => said.changed(agreementWords.names[parameter], format.dateOnly(on))),
  ]
}

/** Planned beside worked, only where they differ. */
export function workedTable({ doctors }: OwnLoad, text: Text): ReportTable {
  const { columns, measures, notes, titles } = text.report
  const rows = doctors.flatMap(({ name, planned, worked }) =>
    [
      ...DUTY_FORMS.map((form) => [measures[form], planned.minutes[form], worked.minutes[form]] as const),
      [measures.duty, planned.dutyMinutes, worked.dutyMinutes] as const,
      [measures.total, planned.totalMinutes, worked.totalMinutes] as const,
    ].flatMap(([what, before, after]) =>
      before === null || after === null || before === after
        ? []
        : [row([words(name), words(what), hours(before), hours(after), hours(after - before)])],
    ),
  )
  return {
    id: 'worked',
    title: titles.worked,
    columns: [
      column('doctor', columns.doctor, 'text'),
      column('what', columns.what, 'text'),
      column('planned', columns.planned, 'hours'),
      column('worked', columns.worked, 'hours'),
      column('difference', columns.difference, 'hours'),
    ],
    rows,
    notes: rows.length === 0 && doctors.length > 0 ? [notes.worked] : [],
  }
}
