import type { Slice } from '../../core/rota/assignment.ts'
import { sliceFault } from '../../core/rota/assignment.ts'
import type { Need } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { PositionId } from '../../core/rota/position.ts'
import type { Interval } from '../../core/time/interval.ts'
import { addDays, daysBetween, type LocalDate } from '../../core/time/local-date.ts'
import { fromMinuteOfDay } from '../../core/time/local-time.ts'
import { MINUTES_PER_DAY, type Minute } from '../../core/time/minute.ts'
import {
  FIRST_CLOCK_DATE,
  fromOffsetText,
  fromWall,
  isFolded,
  isInGap,
  LAST_CLOCK_DATE,
  toOffsetText,
  toWall,
} from '../../core/time/oslo.ts'
import type { TimeMark } from './cell-names.ts'

/** Who a name in a cell turned out to be: a doctor, or a position whose locum is still to be named. */
export interface Holder {
  readonly personId: PersonId | null
  readonly positionId: PositionId | null
}

export interface HeldPart {
  readonly holder: Holder
  readonly from: TimeMark | null
  readonly to: TimeMark | null
  readonly shadowing: boolean
}

export interface Place {
  readonly need: Need
  readonly seat: number
}

export type SharedOut =
  | { readonly kind: 'shared'; readonly places: readonly (Place & { readonly slices: readonly Slice[] })[] }
  | { readonly kind: 'other-number' }
  | { readonly kind: 'outside-duty' }
  | { readonly kind: 'overlapping' }
  | ClockFault

/** A time that the clock does not show on that date, or shows twice and nothing says which. */
export interface ClockFault {
  readonly kind: 'no-such-time' | 'time-twice'
  readonly date: LocalDate
  readonly minuteOfDay: number
}

type Group = readonly HeldPart[] | null

/**
 * Shares the names of one day out to its places. As many groups as places go one to each; fewer go to the first seats of one
 * need; one group alone has every duty of the day, cut where its times say so.
 */
export function shareOut(groups: readonly Group[], places: readonly Place[]): SharedOut {
  const isSliced = groups.some((group) => group?.some(({ from, to }) => from || to))
  const last = groups.findLastIndex((group) => group !== null)
  const own = spread(groups.length === places.length ? groups : groups.slice(0, last + 1), places, isSliced)
  if (own === undefined) return { kind: 'other-number' }
  const shared: (Place & { slices: Slice[] })[] = []
  for (const [group, targets] of own) {
    const span = { start: targets[0]?.need.start ?? 0, end: targets.at(-1)?.need.end ?? 0 }
    const date = targets[0]?.need.date ?? ''
    const fault = group.map((part) => clockFault(part, span, date)).find((found) => found !== undefined)
    if (fault) return fault
    const parts = intervalsOf(group, span, date)
    if (!parts) return { kind: 'outside-duty' }
    for (const { need, seat } of targets) {
      const slices = parts
        .flatMap(({ interval, part }) => clipped(interval, part, need))
        .sort((a, b) => a.start - b.start)
      if (slices.length === 0 && targets.length > 1) continue
      if (sliceFault(need, slices) || slices.length === 0) return { kind: 'overlapping' }
      shared.push({ need, seat, slices })
    }
  }
  return { kind: 'shared', places: shared }
}

/** Which group is for which places; undefined when nothing tells. */
function spread(
  groups: readonly Group[],
  places: readonly Place[],
  isSliced: boolean,
): (readonly [readonly HeldPart[], readonly Place[]])[] | undefined {
  const paired = (list: readonly Group[]) =>
    list.flatMap((group, index) => (group ? [[group, [places[index] as Place]] as const] : []))
  const held = groups.flatMap((group) => group ?? [])
  if (groups.length === places.length && !(places.length === 1 && held.length > 1 && !isSliced))
    return paired(groups)
  if (places.length === 1) return isSliced || held.length === 1 ? [[held, places]] : undefined
  const [only] = groups
  if (groups.length === 1 && only) {
    // «KN, OB» without times are two doctors.
    if (only.length > 1 && !isSliced)
      return spread(
        only.map((part) => [part]),
        places,
        false,
      )
    return [[only, places.filter(({ seat }) => seat === 0)]]
  }
  const isOneNeed = new Set(places.map(({ need }) => need.id)).size === 1
  return isOneNeed && groups.length < places.length ? paired(groups) : undefined
}

interface TimedPart {
  readonly interval: Interval
  readonly part: HeldPart
}

/** Each name's time; one that has none has what the others leave. Undefined when a time is not inside the span. */
function intervalsOf(group: readonly HeldPart[], span: Interval, date: string): TimedPart[] | undefined {
  const timed: TimedPart[] = []
  const rest: HeldPart[] = []
  for (const part of group) {
    if (!part.from && !part.to) {
      rest.push(part)
      continue
    }
    const interval = intervalIn(part, span, date)
    if (!interval) return undefined
    timed.push({ interval, part })
  }
  const counting = timed.filter(({ part }) => !part.shadowing).map(({ interval }) => interval)
  const left = rest.flatMap((part) =>
    (part.shadowing ? [span] : gapsIn(span, counting)).map((interval) => ({ interval, part })),
  )
  return [...timed, ...left]
}

/** The part of a span that begins on `date` between two marks; undefined when it is not inside, or empty. */
export function intervalIn(
  { from, to }: Pick<HeldPart, 'from' | 'to'>,
  span: Interval,
  date: LocalDate,
): Interval | undefined {
  const start = from ? minuteIn(from, span, date, 'start') : span.start
  const end = to ? minuteIn(to, { start, end: span.end }, date, 'end') : span.end
  return start >= span.start && end <= span.end && end > start ? { start, end } : undefined
}

/** What the clock says against the times of a part of a span that begins on `date`; undefined for nothing. */
export function clockFault(
  { from, to }: Pick<HeldPart, 'from' | 'to'>,
  span: Interval,
  date: LocalDate,
): ClockFault | undefined {
  const start = from ? minuteIn(from, span, date, 'start') : span.start
  const end = to ? minuteIn(to, { start, end: span.end }, date, 'end') : span.end
  return (from ? faultAt(from, start, span) : undefined) ?? (to ? faultAt(to, end, span) : undefined)
}

/** A duty that itself begins or ends in the hour that comes twice says which one is meant. */
function faultAt(mark: TimeMark, at: Minute, span: Interval): ClockFault | undefined {
  if (!Number.isFinite(at) || mark.minuteOfDay === MINUTES_PER_DAY) return undefined
  const { date, minuteOfDay } = toWall(at)
  const said = { date: mark.date ?? date, minuteOfDay: mark.minuteOfDay }
  if (mark.offset !== null)
    return toOffsetText(at).endsWith(mark.offset) ? undefined : { kind: 'no-such-time', ...said }
  if (isInGap(said.date, mark.minuteOfDay)) return { kind: 'no-such-time', ...said }
  const isOwnEdge = at === span.start || at === span.end
  return isFolded(date, minuteOfDay) && !isOwnEdge ? { kind: 'time-twice', ...said } : undefined
}

/** The first time after the span's start at which the clock shows this; NaN for a date that the clock does not know. */
function minuteIn(mark: TimeMark, span: Interval, date: string, edge: 'start' | 'end'): Minute {
  if (mark.date !== null) return minuteAt(mark.date, mark)
  const first = minuteAt(date, mark)
  const isBefore = edge === 'start' ? first < span.start : first <= span.start
  if (!isBefore) return first
  const days = Math.max(1, daysBetween(date, toWall(span.start).date))
  const later = minuteAt(addDays(date, days), mark)
  return later > span.start || (edge === 'start' && later === span.start)
    ? later
    : minuteAt(addDays(date, days + 1), mark)
}

function minuteAt(date: string, { minuteOfDay, offset }: TimeMark): Minute {
  if (date < FIRST_CLOCK_DATE || date > LAST_CLOCK_DATE) return Number.NaN
  if (minuteOfDay === MINUTES_PER_DAY) return fromWall(addDays(date, 1), 0)
  return offset === null
    ? fromWall(date, minuteOfDay)
    : fromOffsetText(`${date}T${fromMinuteOfDay(minuteOfDay)}${offset}`)
}

function gapsIn({ start, end }: Interval, taken: readonly Interval[]): Interval[] {
  const gaps: Interval[] = []
  let at = start
  for (const interval of [...taken].sort((a, b) => a.start - b.start)) {
    if (interval.start > at) gaps.push({ start: at, end: interval.start })
    at = Math.max(at, interval.end)
  }
  return at < end ? [...gaps, { start: at, end }] : gaps
}

function clipped(interval: Interval, { holder, shadowing }: HeldPart, need: Need): Slice[] {
  const start = Math.max(interval.start, need.start)
  const end = Math.min(interval.end, need.end)
  if (end <= start) return []
  return [{ start, end, ...holder, origin: holder.personId === null ? 'locum' : 'share', shadowing }]
}
