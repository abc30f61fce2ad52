import type { District } from '../../core/rota/district.ts'
import type { NeedId } from '../../core/rota/need.ts'
import type { Violation } from '../../core/rules/violation.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import type { Breach, BreachDuty } from '../load/breach-cause.ts'
import type { DoctorLoad, OwnLoad } from '../load/load-report.ts'
import type { ReportTable } from '../sheet.ts'
import { column, EMPTY, row, words } from './cells.ts'

/** What sentences of breaches name. */
export type Named = Pick<District, 'lines' | 'persons'> & {
  readonly needs: readonly { readonly id: NeedId; readonly date: LocalDate; readonly lineId: string }[]
}

/** Every breach by an own doctor, by doctor and start: which duties, how they came, whether less was possible, and who accepted it. */
export function breachTable({ doctors }: OwnLoad, named: Named, text: Text): ReportTable {
  const { columns, notes, titles } = text.report
  const statement = statementIn(named, text)
  const rows = doctors.flatMap((doctor) =>
    doctor.flags.map((breach) => {
      const { violation, duties } = breach
      return row([
        words(doctor.name),
        words(text.violations.ruleNames[violation.rule]),
        words(statement(violation)),
        duties.length === 0 ? EMPTY : words(text.format.list(duties.map(dutyIn(named, text)))),
        roomCell(breach, text),
        waiverCell(breach, text),
      ])
    }),
  )
  return {
    id: 'flags',
    title: titles.flags,
    columns: [
      column('doctor', columns.doctor, 'text'),
      column('rule', columns.rule, 'text'),
      column('breach', columns.breach, 'text'),
      column('duties', columns.cause, 'text'),
      column('avoidable', columns.room, 'text'),
      column('accepted', columns.waived, 'text'),
    ],
    rows,
    notes: [
      ...(rows.length === 0 && doctors.length > 0 ? [notes.noBreaches] : []),
      ...(doctors.some((doctor) => doctor.hasOtherDays) ? [notes.crossing] : []),
    ],
  }
}

/** What is told without being a flag. */
export function shownTable({ doctors }: OwnLoad, named: Named, text: Text): ReportTable {
  const { columns, titles } = text.report
  const statement = statementIn(named, text)
  const told = (doctor: DoctorLoad) =>
    doctor.shown.map((found) =>
      row([words(doctor.name), words(text.violations.ruleNames[found.rule]), words(statement(found))]),
    )
  return {
    id: 'shown',
    title: titles.shown,
    columns: [
      column('doctor', columns.doctor, 'text'),
      column('rule', columns.rule, 'text'),
      column('breach', columns.breach, 'text'),
    ],
    rows: doctors.flatMap(told),
    notes: [],
  }
}

function statementIn({ persons, lines, needs }: Named, text: Text): (violation: Violation) => string {
  const people = new Map(persons.map(({ id, name }) => [id, name]))
  const lineNames = new Map(lines.map(({ id, name }) => [id, name]))
  const byId = new Map(needs.map((need) => [need.id, need]))
  const lineOf = (id: string) => lineNames.get(id) ?? id
  const names = {
    person: (id: string) => people.get(id) ?? text.words.notKnown,
    line: lineOf,
    need: (id: NeedId) => {
      const need = byId.get(id)
      return need ? `${lineOf(need.lineId)} ${text.format.shortDate(need.date)}` : id
    },
  }
  return (violation) => text.violations.statement(violation, names)
}

function dutyIn({ lines }: Named, { format, report, words: said }: Text): (duty: BreachDuty) => string {
  const lineNames = new Map(lines.map(({ id, name }) => [id, name]))
  return ({ date, lineId, origins }) =>
    report.cellOf.duty(
      format.shortDate(date),
      lineNames.get(lineId) ?? lineId,
      format.list(origins.map((origin) => said.origins[origin])),
    )
}

function roomCell({ room }: Breach, { report }: Text) {
  if (room.kind === 'not-known') return EMPTY
  return words(room.kind === 'at-floor' ? report.cellOf.atFloor : report.cellOf.avoidable)
}

function waiverCell({ waiver }: Breach, { format, report }: Text) {
  if (waiver === null) return EMPTY
  return words(report.breach.waived(waiver.by, format.dateTime(waiver.at), waiver.reason))
}
