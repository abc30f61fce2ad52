import type { District } from '../../core/rota/district.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { LocalTime } from '../../core/time/local-time.ts'
import type { Text } from '../../text/text.ts'
import type { CutPoints, PayrollDoctor } from '../payroll.ts'
import type { ReportCell, ReportRow, ReportTable } from '../sheet.ts'
import { column, EMPTY, hours, number, words } from './cells.ts'

export interface PayrollValue {
  readonly district: Pick<District, 'id' | 'name'>
  readonly doctors: readonly PayrollDoctor[]
  /** Of the period, by date. */
  readonly cutPoints: readonly CutPoints[]
  readonly isClosed: boolean
}

/** Hours of each doctor, first in all and then by what pay tells apart. */
export function payrollTables(value: PayrollValue, text: Text): ReportTable[] {
  return [doctorsTable(value, text), segmentsTable(value, text)]
}

function doctorsTable({ doctors, isClosed }: PayrollValue, { payroll, words: common }: Text): ReportTable {
  const all = ({ minutes }: PayrollDoctor) => DUTY_FORMS.reduce((sum, form) => sum + minutes[form], 0)
  const sum = (of: (doctor: PayrollDoctor) => number) => doctors.reduce((total, own) => total + of(own), 0)
  const told = (value: number | null, cell: (value: number) => ReportCell) =>
    value === null ? EMPTY : cell(value)
  return {
    id: 'payroll-doctors',
    title: payroll.title,
    columns: [
      column('doctor', payroll.doctor, 'text'),
      column('initials', payroll.initials, 'text'),
      column('duties', payroll.duties, 'number'),
      ...DUTY_FORMS.map((form) => column(form, common.formTitles[form], 'hours')),
      column('all', payroll.all, 'hours'),
      column('weighted', payroll.weighted, 'hours'),
      column('active', payroll.active, 'hours'),
      column('callOuts', payroll.callOuts, 'number'),
    ],
    rows:
      doctors.length === 0
        ? []
        : [
            ...doctors.map(
              (own): ReportRow => ({
                kind: 'row',
                cells: [
                  words(own.name),
                  words(own.initials),
                  number(own.duties),
                  ...DUTY_FORMS.map((form) => hours(own.minutes[form])),
                  hours(all(own)),
                  hours(own.weightedMinutes),
                  told(own.activeMinutes, hours),
                  told(own.callOuts, number),
                ],
              }),
            ),
            {
              kind: 'sum',
              cells: [
                words(payroll.sum),
                EMPTY,
                number(sum(({ duties }) => duties)),
                ...DUTY_FORMS.map((form) => hours(sum(({ minutes }) => minutes[form]))),
                hours(sum(all)),
                hours(sum(({ weightedMinutes }) => weightedMinutes)),
                EMPTY,
                EMPTY,
              ],
            },
          ],
    notes: [
      ...(doctors.length === 0 ? [payroll.empty] : [payroll.how]),
      ...(doctors.some((own) => own.activeMinutes === null || own.callOuts === null)
        ? [payroll.notTold]
        : []),
      ...(isClosed ? [payroll.closed] : []),
    ],
  }
}

function segmentsTable({ doctors, cutPoints }: PayrollValue, text: Text): ReportTable {
  const { payroll, words: common, format, ledger } = text
  const hasClass = doctors.some(({ segments }) => segments.some(({ dutyClass }) => dutyClass !== null))
  const rows = doctors.flatMap(({ name, segments }) =>
    segments.map(
      (segment): ReportRow => ({
        kind: 'row',
        cells: [
          words(name),
          words(common.forms[segment.form]),
          ...(hasClass ? [segment.dutyClass === null ? EMPTY : number(segment.dutyClass)] : []),
          words(common.dayKinds[segment.dayKind]),
          words(spanFrom(segment.window, cutPoints, text)),
          words(
            segment.calendars.length === 0
              ? payroll.none
              : format.list(segment.calendars.map((calendar) => ledger.figures.calendarNames[calendar])),
          ),
          hours(segment.minutes),
        ],
      }),
    ),
  )
  const sum = doctors.flatMap(({ segments }) => segments).reduce((total, { minutes }) => total + minutes, 0)
  const blanks = Array.from({ length: hasClass ? 5 : 4 }, () => EMPTY)
  return {
    id: 'payroll-segments',
    title: payroll.segments,
    columns: [
      column('doctor', payroll.doctor, 'text'),
      column('form', payroll.form, 'text'),
      ...(hasClass ? [column('dutyClass', payroll.dutyClass, 'number')] : []),
      column('day', payroll.day, 'text'),
      column('window', payroll.window, 'text'),
      column('holidays', payroll.calendars, 'text'),
      column('hours', payroll.minutes, 'hours'),
    ],
    rows:
      rows.length === 0 ? [] : [...rows, { kind: 'sum', cells: [words(payroll.sum), ...blanks, hours(sum)] }],
    notes: rows.length === 0 ? [] : [...cutNotes(cutPoints, text), ...(hasClass ? [] : [payroll.noClass])],
  }
}

function cutNotes(cutPoints: readonly CutPoints[], { format, payroll }: Text): string[] {
  const [first, ...later] = cutPoints
  if (!first) return []
  return [
    payroll.cuts(format.list(first.times)),
    ...later.map(({ from, times }) => payroll.cutsFrom(format.dateOnly(from), format.list(times))),
  ]
}

/** To the next cut point of the day, else midnight; its start alone where that was agreed anew, or nobody knows it any longer. */
function spanFrom(window: LocalTime, cutPoints: readonly CutPoints[], { payroll }: Text): string {
  const held = cutPoints.filter(({ times }) => window === '00:00' || times.includes(window))
  const ends = new Set(held.map(({ times }) => times.find((time) => time > window) ?? '24:00'))
  const [end] = ends
  return ends.size === 1 ? `${window}–${end}` : payroll.since(window)
}
