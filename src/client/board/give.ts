import { type Gesture, give, type Target, wholeTarget } from '../../board/gestures.ts'
import type { NamedPerson } from '../../board/letters.ts'
import type { Step, StepKind } from '../../core/plans/step.ts'
import type { CellRef } from '../../core/rota/assignment.ts'
import { type Desk, nameOf, type Ready } from './desk.ts'

/** Gives duties or parts of them to a doctor: one, or many at once as a sweep. */
export function giveTo(
  desk: Desk,
  ready: Ready,
  targets: readonly Target[],
  person: NamedPerson,
  many: StepKind = 'sweep',
): boolean {
  const gesture = give(ready.plan(), targets, person.personId)
  const { boardEdit } = ready.words
  const [first] = gesture.intents
  const told =
    first && gesture.intents.length === 1
      ? boardEdit.given(person.name, nameOf(ready, first.cell.needId))
      : boardEdit.givenMany(person.name, gesture.intents.length)
  return finish(desk, ready, many, gesture, told)
}

export function clearAll(desk: Desk, ready: Ready, targets: readonly Target[]): boolean {
  const { boardEdit } = ready.words
  const gesture = give(ready.plan(), targets, null)
  const [first] = gesture.intents
  const told =
    first && gesture.intents.length === 1
      ? boardEdit.cleared(nameOf(ready, first.cell.needId))
      : boardEdit.clearedMany(gesture.intents.length)
  return finish(desk, ready, 'clear', gesture, told)
}

export function giveWhole(
  desk: Desk,
  ready: Ready,
  places: readonly CellRef[],
  person: NamedPerson,
  many: StepKind,
): boolean {
  const plan = ready.plan()
  return giveTo(
    desk,
    ready,
    places.map((place) => wholeTarget(plan, place)),
    person,
    many,
  )
}

/** Makes one step of a gesture. What was left alone is told with what was done; where nothing is left to do, that is refused. */
export function finish(
  desk: Desk,
  { words }: Ready,
  many: StepKind,
  { intents, locked, missing }: Gesture,
  told: string,
): boolean {
  const { boardEdit } = words
  const left = [
    locked.length > 0 ? boardEdit.leftLocked(locked.length) : '',
    missing > 0 ? boardEdit.leftMissing(missing) : '',
  ]
  const [first] = intents
  if (!first) {
    const why =
      locked.length === 1 ? boardEdit.refused.locked : locked.length > 1 ? boardEdit.allLocked : left[1]
    desk.refuse(why || boardEdit.noDuty)
    return false
  }
  const kind = intents.length === 1 && (many === 'sweep' || many === 'clear') ? first.kind : many
  const step: Step = { kind, intents }
  return desk.act(step, [told, ...left].filter(Boolean).join(' '))
}
