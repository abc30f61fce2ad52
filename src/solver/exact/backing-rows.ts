import { BACKS_UP, BACKUP_LINE, FIRST_LINE, NONE, type Problem, WORKS_ALONE } from '../problem.ts'
import type { Together } from './clashes.ts'
import { addColumn, addRow, type Term } from './linear.ts'
import type { Draft } from './model.ts'

/** Somebody behind each first-line slot whose holder may not work alone, and a price for backups held for nobody. */
export function addBacking(draft: Draft, together: readonly Together[]): void {
  const { problem, places } = draft
  for (let slot = 0; slot < problem.slots; slot++) {
    const place = places.placeOf[slot]!
    const isFirst = place === NONE || places.slots[place]![0] === slot
    if (!isFirst) continue
    if (problem.role[slot] === FIRST_LINE) addNeed(draft, together, slot, place)
    if (problem.role[slot] === BACKUP_LINE && problem.conditional[slot] === 1) addIdle(draft, slot, place)
  }
}

/** Who could stand behind one part of a slot. */
interface Cover {
  /** Persons behind it in any case. */
  readonly fixed: readonly number[]
  readonly chosen: readonly { readonly person: number; readonly column: number }[]
}

function addNeed(draft: Draft, together: readonly Together[], slot: number, place: number): void {
  const { problem, places } = draft
  const covers = coversOf(draft, slot)
  const persons = needersOf(draft, slot, place)
  if (place === NONE) {
    for (const person of persons) addFixedNeed(draft, covers, person)
    return
  }
  const column = (person: number) => places.column[person * places.slots.length + place]!
  const isSingle = places.slots[place]!.length === 1
  for (const cover of covers) {
    const alone: number[] = []
    for (const person of persons) {
      if (cover.fixed.some((other) => other !== person)) continue
      const own = cover.chosen.filter((choice) => choice.person === person)
      const isApart = own.every((choice) => together[person]!.get(column(person))?.has(choice.column))
      if (isSingle && isApart) alone.push(person)
      else addNeedRow(draft, [person], cover, column)
    }
    if (alone.length > 0) addNeedRow(draft, alone, cover, column, problem.staff)
  }
}

/** At most one of the persons holds the slot. Where each of them can't be behind it as well, all who are behind it count. */
function addNeedRow(
  { linear }: Draft,
  persons: readonly number[],
  { chosen }: Cover,
  column: (person: number) => number,
  staff = 0,
): void {
  const behind = chosen.filter(({ person }) => staff > 0 || person !== persons[0])
  addRow(
    linear,
    [
      ...persons.map((person): Term => [1, column(person)]),
      ...behind.map((choice): Term => [-1, choice.column]),
    ],
    -Infinity,
    0,
  )
}

function addFixedNeed(draft: Draft, covers: readonly Cover[], person: number): void {
  const rows = covers
    .filter(({ fixed }) => fixed.every((other) => other === person))
    .map(({ chosen }) => chosen.filter((choice) => choice.person !== person))
  if (rows.some((choices) => choices.length === 0)) draft.unmendable++
  else {
    for (const choices of rows)
      addRow(
        draft.linear,
        choices.map(({ column }): Term => [1, column]),
        1,
        Infinity,
      )
  }
}

/** Those who may (or do) hold a first-line slot and may not do so alone. */
function needersOf({ problem, places }: Draft, slot: number, place: number): number[] {
  const persons: number[] = []
  for (let person = 0; person < problem.staff; person++) {
    if ((problem.able[person * problem.slots + slot]! & WORKS_ALONE) !== 0) continue
    const mayHold =
      place === NONE
        ? places.held[slot] === person
        : places.column[person * places.slots.length + place] !== NONE
    if (mayHold) persons.push(person)
  }
  return persons
}

/** The slot cut wherever a backup begins or ends, and who could be behind each part. */
function coversOf({ problem, places }: Draft, slot: number): Cover[] {
  const { start, end } = problem
  const backers = [
    ...problem.backers.items.subarray(problem.backers.from[slot], problem.backers.from[slot + 1]),
  ]
  const cuts = new Set([start[slot]!, end[slot]!])
  for (const backup of backers) {
    for (const time of [start[backup]!, end[backup]!])
      if (time > start[slot]! && time < end[slot]!) cuts.add(time)
  }
  const times = [...cuts].sort((a, b) => a - b)
  return times.slice(0, -1).map((from) => {
    const fixed: number[] = []
    const chosen: { person: number; column: number }[] = []
    const seen = new Set<number>()
    for (const backup of backers) {
      if (start[backup]! > from || end[backup]! <= from) continue
      const place = places.placeOf[backup]!
      if (place === NONE) {
        const person = places.held[backup]!
        if (person !== NONE && isAble(problem, person, backup)) fixed.push(person)
      } else if (!seen.has(place)) {
        seen.add(place)
        for (let person = 0; person < problem.staff; person++) {
          const column = places.column[person * places.slots.length + place]!
          if (column !== NONE && isAble(problem, person, backup)) chosen.push({ person, column })
        }
      }
    }
    return { fixed, chosen }
  })
}

function isAble(problem: Problem, person: number, backup: number): boolean {
  return (problem.able[person * problem.slots + backup]! & BACKS_UP) !== 0
}

/** A conditional backup costs while it is held and nobody in front of it needs one. */
function addIdle(draft: Draft, slot: number, place: number): void {
  const { problem, linear, places } = draft
  const cost = problem.weights.idleBackup
  if (!draft.isCosted || cost === 0 || (place === NONE && places.held[slot] === NONE)) return
  const members = place === NONE ? 1 : places.slots[place]!.length
  const { from, items } = problem.fronts
  const asked: Term[] = []
  const seen = new Set<number>()
  for (const front of items.subarray(from[slot], from[slot + 1])) {
    const other = places.placeOf[front]!
    const persons = needersOf(draft, front, other)
    if (other === NONE && persons.length > 0) return
    if (other === NONE || seen.has(other)) continue
    seen.add(other)
    for (const person of persons) asked.push([members, places.column[person * places.slots.length + other]!])
  }
  const held: Term[] = []
  if (place !== NONE) {
    for (let at = place; at < places.column.length; at += places.slots.length) {
      if (places.column[at] !== NONE) held.push([-1, places.column[at]!])
    }
  }
  const idle = addColumn(linear, { upper: members, cost, grain: 1 })
  addRow(linear, [[1, idle], ...asked, ...held], place === NONE ? 1 : 0, Infinity)
}
