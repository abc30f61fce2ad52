import type { Cell } from '../rota/assignment.ts'
import { cellKey } from '../rota/assignment.ts'
import type { LineId } from '../rota/line.ts'
import type { PersonId } from '../rota/person.ts'
import type { Rota } from '../rota/rota.ts'
import { RULES } from './index.ts'
import type { RuleSubject } from './rule.ts'
import { concernsPeriod, dutiesIn, isBackupLine, lineIn, type RotaView, viewOf, withCells } from './view.ts'
import type { RuleId, Violation } from './violation.ts'

/** What is to be checked, beside the period as a whole, which always is. No edit touches the district as a whole. */
export interface Subjects {
  readonly persons: readonly PersonId[]
  readonly lines: readonly LineId[]
  readonly isWithDistrict?: boolean
}

/** Every breach in the rota's period, by start. Duties outside the period only count as context. */
export function checkRota(rota: Rota): Violation[] {
  return checkView(viewOf(rota))
}

export function checkView(view: RotaView): Violation[] {
  const { doctors, lines } = view.rota.district
  return checkSubjects(view, {
    persons: doctors.map((doctor) => doctor.personId),
    lines: lines.map((line) => line.id),
    isWithDistrict: true,
  })
}

/** The breaches by these persons and lines, as `checkRota` would give them. */
export function checkSubjects(view: RotaView, subjects: Subjects): Violation[] {
  const ids = {
    person: subjects.persons,
    line: subjects.lines,
    district: subjects.isWithDistrict ? [view.rota.district.id] : [],
    period: [view.rota.district.id],
  }
  return RULES.flatMap((rule) => ids[rule.subject].flatMap((id) => rule.check(view, id)))
    .filter((found) => concernsPeriod(view, found.needIds))
    .sort((a, b) => a.span.start - b.span.start)
}

/** Those whose violations can change when these cells are replaced: the holders before and after, and the first lines concerned. */
export function subjectsOf(view: RotaView, cells: readonly Cell[]): Subjects {
  const duties = cells.flatMap((cell) => [
    ...dutiesIn(view, cell),
    ...dutiesIn(view, view.rota.cells.get(cellKey(cell)) ?? cell),
  ])
  const lines = cells.flatMap((cell) => {
    const need = view.needs.get(cell.needId)
    if (!need) return []
    const line = lineIn(view, need.lineId)
    return isBackupLine(line) ? line.behind : [line.id]
  })
  return { persons: [...new Set(duties.map((duty) => duty.personId))], lines: [...new Set(lines)] }
}

/** The view and the violations after some cells are replaced, given those before: only what the cells touch is checked again. */
export function recheck(
  view: RotaView,
  violations: readonly Violation[],
  cells: readonly Cell[],
): { readonly view: RotaView; readonly violations: Violation[] } {
  const subjects = subjectsOf(view, cells)
  const next = withCells(view, cells)
  const kept = violations.filter((found) => !isAbout(found, subjects))
  const fresh = checkSubjects(next, subjects)
  return { view: next, violations: [...kept, ...fresh].sort((a, b) => a.span.start - b.span.start) }
}

const SUBJECT_OF = Object.fromEntries(RULES.map((rule) => [rule.id, rule.subject])) as Readonly<
  Record<RuleId, RuleSubject>
>

/** True when the violation belongs to one of these subjects. */
export function isAbout(found: Violation, subjects: Subjects): boolean {
  const subject = SUBJECT_OF[found.rule]
  if (subject === 'person') return found.personId !== null && subjects.persons.includes(found.personId)
  if (subject === 'line') return found.lineId !== null && subjects.lines.includes(found.lineId)
  return subject === 'period' || subjects.isWithDistrict === true
}
