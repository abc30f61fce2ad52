import type { Line } from '../core/rota/line.ts'
import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import type { Interval } from '../core/time/interval.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { type DistrictCalendar, type DistrictDuty, districtCalendar } from '../data/district-duty-store.ts'
import { listPhones } from '../data/person-store.ts'
import { may } from '../identity/policy.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { openPartsOf } from './open-parts.ts'
import { done, type Result, refused } from './refusal.ts'

/** Whoever has a part of a duty. A locum is one who is still to be named; nobody at all = it is open. */
export type NowHolder =
  | { readonly kind: 'doctor'; readonly name: string; readonly phone: string | null }
  | { readonly kind: 'locum' }
  | { readonly kind: 'open' }

/** Part of a duty with one holder. */
export interface DutyPart extends Interval {
  readonly need: Pick<Need, 'name' | 'pieces'>
  readonly holder: NowHolder
}

export interface LineNow extends Pick<Line, 'id' | 'name' | 'code' | 'areas'> {
  readonly place: string
  /** At this minute, by start; empty while the line has no duty. */
  readonly now: readonly DutyPart[]
  /** All that begin at the next minute at which any begins; empty when none does within `DAYS_AHEAD`. */
  readonly next: readonly DutyPart[]
}

export interface DutyNowValue {
  readonly district: { readonly id: DistrictId; readonly name: string }
  readonly now: Minute
  /** Lines that have a duty now or soon, in the district's order. */
  readonly lines: readonly LineNow[]
  /** Whether telephone numbers are among what is told. */
  readonly hasPhones: boolean
}

/** Days in which the next duty of a line is looked for. */
export const DAYS_AHEAD = 7

/** Who is on duty at this minute and who is next, line by line. Nobody else is in it, and numbers only for those who may call. */
export async function showDutyNow(
  ctx: Context,
  { districtId }: { readonly districtId: DistrictId },
): Promise<Result<DutyNowValue>> {
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'read-rota', scope)
  if (isRefused) return isRefused
  const { now } = ctx
  const within = { from: now, to: now + DAYS_AHEAD * MINUTES_PER_DAY }
  const part = { scope: { kind: 'all' }, ...within } as const
  const calendar = await districtCalendar(ctx.db, districtId, part)
  if (calendar.districtName === '') return refused({ kind: 'not-found' })
  const shown = calendar.lines.map((line) => ({
    line,
    ...nowAndNext(partsOf(calendar, line.id, within), now),
  }))
  const hasPhones = may(ctx.actor, 'read-duty-phones', scope)
  const held = shown.flatMap(({ now: on, next }) => [...on, ...next])
  const ids = new Set(held.flatMap(({ duty }) => duty?.assignment.personId ?? []))
  const phones = hasPhones ? await listPhones(ctx.db, districtId, [...ids]) : new Map<string, string>()
  const tell = ({ start, end, need, duty }: Part): DutyPart => ({
    start,
    end,
    need: { name: need.name, pieces: need.pieces },
    holder: holderOf(duty, phones),
  })
  const lines = shown
    .filter(({ now: on, next }) => on.length + next.length > 0)
    .map(({ line: { id, name, code, areas, place }, now: on, next }) => ({
      ...{ id, name, code, areas, place },
      now: on.map(tell),
      next: next.map(tell),
    }))
  return done({ district: { id: districtId, name: calendar.districtName }, now, lines, hasPhones })
}

interface Part extends Interval {
  readonly need: Need
  /** Null = open. */
  readonly duty: DistrictDuty | null
}

/** What is held and what is open of one line, by start. Whoever only learns beside another is not called. */
function partsOf(calendar: DistrictCalendar, lineId: string, within: { from: Minute; to: Minute }): Part[] {
  const held = calendar.duties.filter(({ assignment }) => !assignment.shadowing)
  const open = openPartsOf(calendar.open, calendar.duties, within)
  return [
    ...held.map((duty) => ({ ...spanOf(duty.assignment), need: duty.need, duty })),
    ...open.map((hole) => ({ ...spanOf(hole), need: hole.need, duty: null })),
  ]
    .filter(({ need }) => need.lineId === lineId)
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

function spanOf({ start, end }: Interval): Interval {
  return { start, end }
}

function nowAndNext(parts: readonly Part[], now: Minute) {
  const soonest = Math.min(...parts.filter(({ start }) => start > now).map(({ start }) => start))
  return {
    now: parts.filter(({ start, end }) => start <= now && now < end),
    next: parts.filter(({ start }) => start === soonest && start < now + DAYS_AHEAD * MINUTES_PER_DAY),
  }
}

function holderOf(duty: DistrictDuty | null, phones: ReadonlyMap<string, string>): NowHolder {
  if (!duty) return { kind: 'open' }
  const { personId } = duty.assignment
  if (personId === null) return { kind: 'locum' }
  return { kind: 'doctor', name: duty.holder.name, phone: phones.get(personId) ?? null }
}
