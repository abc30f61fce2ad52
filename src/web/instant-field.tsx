import type { Minute } from '../core/time/minute.ts'
import { fromWall, fromWallText, toWall, toWallText } from '../core/time/oslo.ts'
import type { FieldProblem } from '../usecases/refusal.ts'
import { InputField } from './form.tsx'

interface InstantFieldProps {
  readonly name: string
  readonly label: string
  readonly id?: string
  /** What was given, else `at` as the clock shows it. */
  readonly value: string | undefined
  readonly at: Minute
  readonly problems: readonly FieldProblem[]
}

/** A date and time on the wall; of the hour that comes twice in autumn, the first. */
export function InstantField({ at, value, ...field }: InstantFieldProps) {
  return <InputField {...field} type="datetime-local" value={value ?? toWallText(toWall(at))} />
}

/** Undefined for a text that is no date and time. */
export function readInstant(text: string): Minute | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined
  try {
    const wall = fromWallText(text, 0)
    return fromWall(wall.date, wall.minuteOfDay, wall.fold)
  } catch {
    // Well formed, yet no date of the calendar.
    return undefined
  }
}
