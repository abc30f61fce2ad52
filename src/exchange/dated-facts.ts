import { type DateRange, rangesOverlap } from '../core/time/local-date.ts'
import { toMinuteOfDay } from '../core/time/local-time.ts'
import { MINUTES_PER_DAY } from '../core/time/minute.ts'
import type { FileProblem } from '../text/file-problem.ts'
import { type Place, problemAt } from './problem-place.ts'

/** Lists of which only one item can hold on a date; in the others several may. */
const ONE_AT_A_TIME: ReadonlySet<string> = new Set([
  'templates',
  'holders',
  'takingPart',
  'competences',
  'surgery',
  'capacities',
  'rotations',
  'averageConsents',
  'facts',
  'participation',
])

/** Ranges and spans that end before they start, and dated facts that contradict each other, wherever they stand. */
export function datedFactProblems(value: unknown, place: Place = []): FileProblem[] {
  if (typeof value !== 'object' || value === null) return []
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => datedFactProblems(item, [...place, index]))
    : Object.entries(value).flatMap(([key, item]) => datedFactProblems(item, [...place, key]))
  const own = Array.isArray(value) ? overlapsIn(value, place) : rangeProblems(value, place)
  return [...own, ...inside]
}

function rangeProblems(value: object, place: Place): FileProblem[] {
  const { from, to, start, end, startDay = 0, endDay, certainFrom } = value as Record<string, unknown>
  const problems: FileProblem[] = []
  // A span with clock times on both dates may lie within one date.
  const isTimed = isText(start) && isText(end)
  // A value of the agreement that was taken back before it began keeps its place and no date.
  const isTakenBack = place.at(-2) === 'agreement' && to === from
  if (
    isText(from) &&
    isText(to) &&
    !isTakenBack &&
    (isTimed ? `${to} ${end}` <= `${from} ${start}` : to <= from)
  )
    problems.push(problemAt([...place, 'to'], 'ends-before-start', to, from))
  if (isText(start) && isText(end) && typeof endDay === 'number') {
    const length = minuteOf(endDay, end) - minuteOf(Number(startDay), start)
    if (length <= 0) problems.push(problemAt([...place, 'end'], 'ends-before-start', end, start))
  }
  if (isText(certainFrom) && isText(from) && (certainFrom < from || (isText(to) && certainFrom > to)))
    problems.push(
      problemAt([...place, 'certainFrom'], 'certain-outside-absence', certainFrom, `${from}–${to ?? ''}`),
    )
  return problems
}

function overlapsIn(items: readonly unknown[], place: Place): FileProblem[] {
  if (!ONE_AT_A_TIME.has(String(place.at(-1)))) return []
  const ranges = (items as readonly DateRange[])
    .map((range, index) => ({ range, index }))
    .sort((a, b) => (a.range.from < b.range.from ? -1 : 1))
  return ranges.flatMap(({ range, index }, order) => {
    const before = ranges[order - 1]
    if (!before || !rangesOverlap(before.range, range)) return []
    return [problemAt([...place, index, 'from'], 'dates-overlap', range.from, shownRange(before.range))]
  })
}

function shownRange(range: DateRange): string {
  return `${range.from}–${range.to ?? ''}`
}

function minuteOf(day: number, clock: string): number {
  return day * MINUTES_PER_DAY + toMinuteOfDay(clock)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
