import { MINUTES_PER_HOUR } from '../core/time/minute.ts'
import type { Text } from '../text/text.ts'
import type { HiddenFigure } from './hidden-figure.ts'
import type { DoctorLoad, Load, LoadReport, OthersLoad } from './load-report.ts'

export type ReportText = Text['report']

/** Spreadsheets take a cell that begins with one of these for a formula (OWASP, CSV injection). */
const FORMULA_START = /^[=+\-@\t\r\n]/

/** Tells spreadsheets that the file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * The report's table for a spreadsheet in Norwegian: BOM, semicolons, CRLF, decimal comma. Hours have two decimals, which
 * tell every whole minute apart. Text that could be a formula gets an apostrophe before it.
 */
export function toCsv(report: LoadReport, text: ReportText): string {
  const rows = [
    heads(text).map(textCell),
    ...report.doctors.map((doctor) => doctorRow(doctor, text)),
    sumRow(report, text),
    othersRow(report.others, text),
  ]
  return `${BYTE_ORDER_MARK}${rows.map((cells) => `${cells.join(';')}\r\n`).join('')}`
}

function heads({ columns, inHours }: ReportText): string[] {
  const { doctor, initials, form, weeks, duties, nights, weekends, publicHolidays, flags } = columns
  const { home, onSite, backup, duty, weighted, surgery, tasks, meanTotal } = columns
  return [
    ...[doctor, initials, form, weeks],
    ...[home, onSite, backup, duty, weighted].map(inHours),
    ...[duties, nights, weekends, publicHolidays],
    ...[surgery, tasks, meanTotal].map(inHours),
    flags,
  ]
}

function doctorRow(doctor: DoctorLoad, text: ReportText): string[] {
  const { load, meanTotalMinutes } = doctor
  return [
    ...[doctor.name, doctor.initials, text.formName(doctor.form)].map(textCell),
    String(doctor.weeks),
    ...openCells(load),
    ...hiddenCells(load, text),
    knownCell(meanTotalMinutes, text),
    String(doctor.flags.length),
  ]
}

function sumRow({ sum, doctors }: LoadReport, text: ReportText): string[] {
  const flags = doctors.reduce((total, doctor) => total + doctor.flags.length, 0)
  return [textCell(text.sum), '', '', '', ...openCells(sum), ...hiddenCells(sum, text), '', String(flags)]
}

function othersRow({ doctors, load, meanTotal }: OthersLoad, text: ReportText): string[] {
  return [
    textCell(text.others(doctors)),
    '',
    '',
    '',
    ...openCells(load),
    '',
    '',
    figureCell(meanTotal, text),
    '',
  ]
}

function openCells(load: OthersLoad['load']): string[] {
  const { minutes, dutyMinutes, weightedMinutes, duties, nights, weekends, publicHolidays } = load
  return [
    ...[minutes.home, minutes['on-site'], minutes.backup, dutyMinutes, weightedMinutes].map(hoursCell),
    ...[duties, nights, weekends, publicHolidays].map(String),
  ]
}

function hiddenCells({ surgeryMinutes, taskMinutes }: Load, text: ReportText): string[] {
  return [knownCell(surgeryMinutes, text), hoursCell(taskMinutes)]
}

function knownCell(minutes: number | null, text: ReportText): string {
  return minutes === null ? textCell(text.notKnown) : hoursCell(minutes)
}

function figureCell(figure: HiddenFigure, text: ReportText): string {
  if (figure.kind === 'known') return hoursCell(figure.minutes)
  return textCell(figure.kind === 'not-known' ? text.notKnown : text.suppressed)
}

function hoursCell(minutes: number): string {
  return (minutes / MINUTES_PER_HOUR).toFixed(2).replace('.', ',')
}

function textCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
