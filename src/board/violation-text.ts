import type { LedgerRow } from '../core/ledger/hours.ts'
import type { District } from '../core/rota/district.ts'
import type { Need, NeedId } from '../core/rota/need.ts'
import type { Violation } from '../core/rules/violation.ts'
import { isoWeekOf } from '../core/time/iso-week.ts'
import { toWall } from '../core/time/oslo.ts'
import type { BoardText } from '../text/text.ts'
import { dutyNameOfId, shortDutyName } from './duty-names.ts'

/** What a sentence about a violation needs to name people and duties; duties that are not here are found by their templates. */
export interface FlagContext {
  readonly district: Pick<District, 'persons' | 'lines' | 'agreement'>
  readonly needs: readonly Need[]
  /** Where they are known, the parts of a week's hours are told. */
  readonly ledger?: readonly LedgerRow[]
}

export interface ViolationText {
  /** What is wrong, with its numbers. */
  readonly statement: (violation: Violation) => string
  /** How it adds up, and where its rule comes from. */
  readonly why: (violation: Violation) => string
}

/** The sentences of violations in one language. */
export function violationText(context: FlagContext, text: BoardText): ViolationText {
  const { district, needs } = context
  const names = namesIn(district, needs, text)
  const { statement, sourceOf } = text.violations
  return {
    statement: (violation) => statement(violation, names),
    why: (violation) =>
      [...sumOf(violation, context, text), sourceOf(violation, district.agreement)].join(' '),
  }
}

/** The parts of a week's total; none while one of them is not known or another week is meant. */
function sumOf(violation: Violation, { ledger = [] }: FlagContext, text: BoardText): string[] {
  if (violation.kind !== 'weekly-total') return []
  const week = isoWeekOf(toWall(violation.span.start).date)
  const row = ledger.find((own) => own.personId === violation.personId && own.week === week)
  if (!row || row.surgeryMinutes === null || row.totalMinutes !== violation.measured) return []
  return [
    text.violations.sumOf({
      duty: row.dutyMinutes,
      surgery: row.surgeryMinutes,
      tasks: row.taskMinutes,
      elsewhere: row.elsewhereMinutes + row.declaredElsewhereMinutes,
    }),
  ]
}

function namesIn(district: FlagContext['district'], needs: readonly Need[], text: BoardText) {
  const persons = new Map(district.persons.map((person) => [person.id, person.name]))
  const byId = new Map(needs.map((need) => [need.id, need]))
  return {
    person: (id: string) => persons.get(id) ?? text.words.notKnown,
    line: (id: string) => district.lines.find((line) => line.id === id)?.name ?? id,
    need: (id: NeedId) => {
      const need = byId.get(id)
      return need ? shortDutyName(district, need, text) : dutyNameOfId(district, id, text)
    },
  }
}
