import { agreedOn, agreedWeeks } from '../../core/ledger/agreed-week.ts'
import { isNight } from '../../core/ledger/count.ts'
import { isHolidayDuty } from '../../core/ledger/holiday-duty.ts'
import { nightsHeld } from '../../core/ledger/night-duty.ts'
import { parameterOn } from '../../core/rota/agreement.ts'
import { lineOf } from '../../core/rota/district.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { isInPeriod, type Rota } from '../../core/rota/rota.ts'
import { timesOf } from '../../core/rules/covered-elsewhere.ts'
import { intersection, minutesOf, overlaps, subtractIntervals } from '../../core/time/interval.ts'
import { type IsoWeek, isoWeekInterval, isoWeekStart } from '../../core/time/iso-week.ts'
import { addDays } from '../../core/time/local-date.ts'
import {
  BACKUP_LINE,
  COUNTERS,
  ELSEWHERE,
  FIRST_LINE,
  HOLIDAYS,
  NIGHTS,
  NO_CAP,
  NONE,
  type ProblemData,
  SHADOW,
} from '../problem.ts'
import { blockKey, type DutySlot, type EncodedSlot, isBackupLine } from './encode.ts'

export function encodeSlots(
  data: ProblemData,
  rota: Rota,
  slots: readonly EncodedSlot[],
  staff: readonly PersonId[],
  weeks: readonly IsoWeek[],
  blocks: ReadonlyMap<string, number>,
): void {
  encodeWeeks(data, rota, weeks)
  const lines = rota.district.lines.map((line) => line.id)
  for (const line of rota.district.lines) {
    data.behind.set(
      lines.indexOf(line.id),
      line.behind.map((first) => lines.indexOf(first)),
    )
  }
  const classes = numbering(slots.flatMap((slot) => slot.overlapClass ?? []))
  const needs = numbering(rota.needs.map((need) => need.id))
  const kinds = numbering(slots.map(likeness))
  slots.forEach((slot, index) => {
    data.start[index] = slot.start
    data.end[index] = slot.end
    data.overlapClass[index] = slot.overlapClass === null ? NONE : classes.get(slot.overlapClass)!
    data.fixedTo[index] = slot.kind === 'place' ? NONE : staff.indexOf(slot.personId)
    data.alike[index] = kinds.get(likeness(slot))!
    data.role[index] = ELSEWHERE
    data.need[index] = NONE - index
    if (slot.kind === 'elsewhere') return
    data.role[index] = roleOf(rota, slot)
    data.context[index] = Number(!isInPeriod(rota, slot.need))
    data.need[index] = needs.get(slot.need.id)!
    data.line[index] = lines.indexOf(slot.line.id)
    data.conditional[index] = Number(slot.line.conditional)
    const key = blockKey(slot)
    if (key !== undefined) data.block[index] = blocks.get(key)!
    encodeRest(data, rota, slot, index)
    if (isInPeriod(rota, slot.need) && !slot.shadowing) encodeCounts(data, rota, slot, index, weeks)
  })
}

function roleOf(rota: Rota, slot: DutySlot): number {
  if (slot.shadowing) return SHADOW
  if (isBackupLine(slot.line)) return BACKUP_LINE
  if (isBackedElsewhere(rota, slot)) return SHADOW
  return isInPeriod(rota, slot.need) || mayBeBackedInPeriod(rota, slot) ? FIRST_LINE : SHADOW
}

/** A duty that another service stands behind from end to end asks for no backup here; one backed in part is left to our own. */
function isBackedElsewhere(rota: Rota, slot: DutySlot): boolean {
  const windows = rota.district.coveredElsewhere
    .filter((covered) => covered.behind?.includes(slot.line.id))
    .flatMap((covered) => timesOf(covered, slot.date, addDays(slot.date, DAYS_OF_DUTY)))
  return subtractIntervals([{ start: slot.start, end: slot.end }], windows).length === 0
}

/** A duty lasts at most 72 hours, so it ends at the latest on the third day after its first. */
const DAYS_OF_DUTY = 4

/** A duty outside the period asks for backup here only where a backup of the period reaches into it. */
function mayBeBackedInPeriod(rota: Rota, slot: DutySlot): boolean {
  return rota.needs.some((need) => {
    if (!isInPeriod(rota, need) || !overlaps(need, slot)) return false
    return lineOf(rota.district, need.lineId).behind.includes(slot.line.id)
  })
}

function encodeWeeks(data: ProblemData, rota: Rota, weeks: readonly IsoWeek[]): void {
  const { agreement } = rota.district
  weeks.forEach((week, index) => {
    const monday = isoWeekStart(week)
    const { start, end } = isoWeekInterval(week)
    data.weekStart[index] = start
    data.weekStart[index + 1] = end
    data.weekTotalCap[index] = parameterOn(agreement, 'weeklyTotalMinutes', monday) ?? NO_CAP
    data.weekDutyCap[index] = parameterOn(agreement, 'weeklyDutyMinutes', monday) ?? NO_CAP
    data.weekendLeast[index] = Math.max(1, agreedOn(agreement, monday).weekend.leastMinutes)
  })
}

function encodeRest(data: ProblemData, rota: Rota, slot: DutySlot, index: number): void {
  const { agreement } = rota.district
  const { night } = agreedOn(agreement, slot.date)
  const after = parameterOn(agreement, 'restAfterMinutes', slot.date)
  const onSiteNight = slot.pieces.some((piece) => piece.form === 'on-site' && isNight(piece, night))
  if (onSiteNight)
    data.restAfterHard[index] = parameterOn(agreement, 'restAfterOnSiteNightMinutes', slot.date)
  data.restAfterSoft[index] = Math.max(0, ...slot.pieces.map((piece) => after[piece.form] ?? 0))
  if (isNight(slot, night))
    data.restBefore[index] = parameterOn(agreement, 'restBeforeNightMinutes', slot.date) ?? 0
}

/**
 * What a slot adds to its holder's counts. Nights and duties on holidays are added up slot by slot, which is near enough to
 * search by: the ledger counts a night that two duties of one doctor share once.
 */
function encodeCounts(
  data: ProblemData,
  rota: Rota,
  slot: DutySlot,
  index: number,
  weeks: readonly IsoWeek[],
): void {
  const weekOf = agreedWeeks(rota.district.agreement)
  for (const piece of slot.pieces) {
    data.amounts[index * COUNTERS + DUTY_FORMS.indexOf(piece.form)]! += minutesOf(piece)
  }
  data.amounts[index * COUNTERS + NIGHTS] = nightsHeld([slot], weekOf).length
  data.amounts[index * COUNTERS + HOLIDAYS] = Number(isHolidayDuty(slot, weekOf))
  weeks.forEach((week, number) => {
    if (data.weekStart[number]! > slot.end || slot.start > data.weekStart[number + 1]! + 1440) return
    const part = intersection(agreedOn(rota.district.agreement, isoWeekStart(week)).weekendSpan, slot)
    if (part === undefined) return
    data.weekend[index] = number
    data.weekendMinutes[index] = minutesOf(part)
  })
}

/** Slots with one text are alike: of one line, as long, and at the same place of the week. */
function likeness(slot: EncodedSlot): string {
  if (slot.kind !== 'place') return ''
  const ofWeek = (slot.start % (7 * 1440)) - (slot.start % 60)
  return `${slot.line.id} ${slot.end - slot.start} ${ofWeek}`
}

function numbering(keys: readonly string[]): Map<string, number> {
  return new Map([...new Set(keys)].map((key, index) => [key, index]))
}
