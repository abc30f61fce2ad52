import type { District } from '../../core/rota/district.ts'
import { DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'
import type { Text } from '../../text/text.ts'
import { minutesByForm } from '../between/held-duty.ts'
import type { Carried, TrailDuty, TrailList } from '../between/trail.ts'
import type { ReportCell, ReportRow, ReportTable, Trail } from '../sheet.ts'
import { column, day, EMPTY, hours, number, words, øre } from './cells.ts'

interface TrailTableInput {
  readonly district: Pick<District, 'lines' | 'persons' | 'municipalities'>
  readonly trail: Trail
  readonly list: TrailList
  /** How a duty came is told of the municipality's own doctors alone: cover for an illness tells of it. */
  readonly isOwn: (personId: string, date: string) => boolean
}

/** The duties behind a figure, with their sum. */
export function trailTable(input: TrailTableInput, text: Text): ReportTable {
  const { trail, list } = input
  const { reportShares, words: common } = text
  const { trail: own } = reportShares
  const isCounted = trail.only !== undefined && trail.only !== 'open'
  const forms = isCounted ? [] : DUTY_FORMS.filter((form) => list.minutes[form] > 0)
  const ofOne = trail.personId !== undefined
  const { carried } = list
  const carriedCells = (own: Carried['parts'][number] | undefined) => [
    ...(own ? [hours(own.weightedMinutes)] : []),
    ...(own && own.costØre !== null ? [øre(own.costØre)] : []),
  ]
  const isCosted = carried !== null && carried.costØre !== null
  const rows = list.duties.map((duty, index) =>
    rowOf(input, duty, [...formCells(duty, forms), ...carriedCells(carried?.parts[index])], text),
  )
  const sum: ReportRow = {
    kind: 'sum',
    cells: [
      words(own.sum),
      EMPTY,
      EMPTY,
      EMPTY,
      number(list.count),
      ...forms.map((form) => hours(list.minutes[form])),
      ...carriedCells(carried ?? undefined),
      EMPTY,
    ],
  }
  return {
    id: 'duties',
    title: own.title,
    columns: [
      column('date', own.date, 'date'),
      column('line', own.line, 'text'),
      column('span', own.span, 'text'),
      column('doctor', own.who, 'text'),
      column('count', isCounted ? own.count[trail.only] : own.count.duties, 'number'),
      ...forms.map((form) => column(form, common.formTitles[form], 'hours')),
      ...(carried ? [column('weighted', reportShares.shares.weighted, 'hours')] : []),
      ...(isCosted ? [column('cost', own.cost, 'kroner')] : []),
      column('origin', own.origin, 'text'),
    ],
    rows: rows.length === 0 ? [] : [...rows, sum],
    notes: [
      own.lead(described(input, text)),
      ...(rows.length === 0 ? [own.none] : []),
      ...(ofOne && trail.municipality === undefined ? [own.ownNote] : []),
      ...(isCounted ? [own.groupNote] : [own.partNote]),
      ...(carried ? [own.weightedNote] : []),
      ...(isCosted ? [own.costNote] : []),
      ...(trail.only === 'open' ? [] : [own.originNote]),
    ],
  }
}

function formCells({ held }: TrailDuty, forms: readonly DutyForm[]): ReportCell[] {
  const minutes = minutesByForm(held)
  return forms.map((form) => hours(minutes[form]))
}

function rowOf(
  { district, isOwn, trail }: TrailTableInput,
  duty: TrailDuty,
  figures: readonly ReportCell[],
  text: Text,
): ReportRow {
  const { trail: own } = text.reportShares
  const line = district.lines.find(({ id }) => id === duty.lineId)
  const person = district.persons.find(({ id }) => id === duty.personId)
  const nobody = trail.only === 'open' ? own.nobody : own.unnamed
  const isTold = duty.personId !== null && duty.origin !== null && isOwn(duty.personId, duty.date)
  return {
    kind: 'row',
    cells: [
      day(duty.date),
      words(line?.name ?? duty.lineId),
      words(text.format.timeSpan(duty)),
      words(duty.personId === null ? nobody : (person?.name ?? duty.personId)),
      number(duty.count),
      ...figures,
      isTold && duty.origin ? words(text.words.origins[duty.origin]) : EMPTY,
    ],
  }
}

/** 'vaktene til Kari, bare netter'. */
function described({ district, trail }: TrailTableInput, text: Text): string {
  const { trail: own } = text.reportShares
  const { personId, municipality, doctorsOf, form, only } = trail
  const person = district.persons.find(({ id }) => id === personId)
  const nameOf = (own: string | null | undefined) =>
    district.municipalities.find((member) => member.number === own)?.name
  const memberName = nameOf(municipality)
  const doctorsName = nameOf(doctorsOf)
  const whose = person
    ? own.doctor(person.name)
    : municipality === null
      ? own.noMunicipality
      : memberName
        ? own.municipality(memberName)
        : doctorsName
          ? own.doctorsOf(doctorsName)
          : own.everything
  const kind = only === undefined ? whose : own.only[only](whose)
  return form === undefined ? kind : own.ofForm(kind, text.words.forms[form])
}
