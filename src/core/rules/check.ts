import type { Cell } from '../rota/assignment.ts'
import { cellKey } from '../rota/assignment.ts'
import type { LineId } from '../rota/line.ts'
import type { PersonId } from '../rota/person.ts'
import type { Rota } from '../rota/rota.ts'
import { ofLine, ofPerson, ofRota, ofWhole } from './facts.ts'
import { RULES } from './index.ts'
import type { RuleSubject } from './rule.ts'
import { RULE_PLACES } from './rule-order.ts'
import {
  concernsPeriod,
  dutiesIn,
  linesTouched,
  personsOf,
  type RotaView,
  viewOf,
  withCells,
} from './view.ts'
import type { Violation } from './violation.ts'

/** What is to be checked, beside the period as a whole. No edit touches the district as a whole. */
export interface Subjects {
  readonly persons: readonly PersonId[]
  readonly lines: readonly LineId[]
  readonly isWithDistrict?: boolean
  /** Where many choices are tried and what moves for everybody at each of them is not asked about. */
  readonly isWithoutPeriod?: boolean
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
  const found = [
    ...subjects.persons.map((id) => byPerson(view, id)),
    ...subjects.lines.map((id) => byLine(view, id)),
    ...(subjects.isWithDistrict ? [byDistrict(view)] : []),
    ...(subjects.isWithoutPeriod ? [] : [byPeriod(view)]),
  ]
  return inOrder(found.flat())
}

/** Those whose violations can change when these cells are replaced: the holders before and after, and the first lines concerned. */
export function subjectsOf(view: RotaView, cells: readonly Cell[]): Subjects {
  const duties = cells.flatMap((cell) => [
    ...dutiesIn(view, cell),
    ...dutiesIn(view, view.rota.cells.get(cellKey(cell)) ?? cell),
  ])
  return { persons: personsOf(duties), lines: linesTouched(view, cells) }
}

/** What the subjects of an edit broke before it and break after it. What all others break stays as it was. */
export interface Recheck {
  readonly view: RotaView
  readonly subjects: Subjects
  readonly before: readonly Violation[]
  readonly after: readonly Violation[]
}

/** The view after some cells are replaced, with only what they touch checked again; the period as a whole too, unless told otherwise. */
export function recheck(view: RotaView, cells: readonly Cell[], isWithoutPeriod = false): Recheck {
  const subjects = { ...subjectsOf(view, cells), isWithoutPeriod }
  const next = withCells(view, cells)
  return {
    view: next,
    subjects,
    before: checkSubjects(view, subjects),
    after: checkSubjects(next, subjects),
  }
}

const byPerson = ofPerson((view, id) => breachesBy('person', view, id))
const byLine = ofLine((view, id) => breachesBy('line', view, id))
const byPeriod = ofWhole((view) => breachesBy('period', view, view.rota.district.id))
const byDistrict = ofRota((view) => breachesBy('district', view, view.rota.district.id))

function breachesBy(subject: RuleSubject, view: RotaView, id: string): Violation[] {
  return (BY_SUBJECT.get(subject) ?? [])
    .flatMap((rule) => rule.check(view, id))
    .filter((found) => concernsPeriod(view, found.needIds))
}

const BY_SUBJECT = Map.groupBy(RULES, (rule) => rule.subject)

/**
 * By start, then as the rules stand in the registry, then as found. All three make one number, since a city's year has
 * thousands of violations and sorting numbers costs a tenth of comparing them.
 */
function inOrder(found: readonly Violation[]): Violation[] {
  const keys = new Float64Array(found.length)
  found.forEach(({ span, rule }, index) => {
    keys[index] = (span.start * MOST_RULES + RULE_PLACES[rule]) * MOST_VIOLATIONS + index
  })
  return Array.from(keys.sort(), (key) => found[key % MOST_VIOLATIONS] as Violation)
}

/** Minutes up to 2099 take 27 bits, and a number holds 53. */
const MOST_RULES = 2 ** 6
const MOST_VIOLATIONS = 2 ** 20
