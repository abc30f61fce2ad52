import { shortDutyName } from '../../../board/duty-names.ts'
import { violationText } from '../../../board/violation-text.ts'
import { type CellRef, cellKey } from '../../../core/rota/assignment.ts'
import type { Need, NeedId } from '../../../core/rota/need.ts'
import type { PersonId } from '../../../core/rota/person.ts'
import type { Violation } from '../../../core/rules/violation.ts'
import { isoWeekOf } from '../../../core/time/iso-week.ts'
import { toWall } from '../../../core/time/oslo.ts'
import type { BoardText } from '../../../text/text.ts'
import type { CheckedBoard } from '../checks.ts'
import type { Judge } from '../judge.ts'

/** What every panel works with. */
export interface PanelDesk {
  readonly board: CheckedBoard
  readonly judge: Judge
  readonly words: BoardText
  /** Read out politely. */
  readonly say: (sentence: string) => void
}

export function nameOf({ judge }: PanelDesk, personId: PersonId | null): string | undefined {
  return judge.view.rota.district.persons.find((person) => person.id === personId)?.name
}

/** 'H1 natt man. 4. jan.'. */
export function dutyOf({ judge, words }: PanelDesk, needId: NeedId): string {
  const need = judge.view.needs.get(needId)
  return need ? shortDutyName(judge.view.rota.district, need, words) : needId
}

/** What is wrong with its numbers, and how it adds up and where its rule comes from. */
export function sentencesOf({ judge, words }: PanelDesk, found: Violation) {
  const { view } = judge
  const needs = found.needIds.flatMap((id) => view.needs.get(id) ?? [])
  const isWeek = found.kind === 'weekly-total' && found.personId !== null
  const ledger = isWeek ? [view.rowOf(found.personId, isoWeekOf(toWall(found.span.start).date))] : []
  const told = violationText({ district: view.rota.district, needs, ledger }, words)
  return { statement: told.statement(found), why: () => told.why(found) }
}

/** Whether a need is the draft's to fill: on its lines and days. */
export function isOwn({ board }: Pick<PanelDesk, 'board'>, need: Need): boolean {
  const { rota, lineIds } = board.model.facts
  return need.date >= rota.from && need.date < rota.to && lineIds.includes(need.lineId)
}

/** Whether a place may get other holders: the draft's own and not locked. */
export function mayChange(desk: PanelDesk, place: CellRef): boolean {
  const need = desk.judge.view.needs.get(place.needId)
  return need !== undefined && isOwn(desk, need) && !desk.judge.view.rota.cells.get(cellKey(place))?.locked
}
