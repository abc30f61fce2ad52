import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { Duty } from '../rota/rota.ts'
import { clip, type Interval, mergeIntervals } from '../time/interval.ts'
import type { SegmentSum } from './person-ledger.ts'
import { type DaySlot, daySlots, walkSlots } from './segment.ts'

type Kind = Pick<SegmentSum, 'dayKind' | 'calendars' | 'window'>
type DutyClass = SegmentSum['dutyClass']

/**
 * Sums the minutes of one doctor's duties within a span by form, class and kind of segment. Two overlapping duties of one
 * form and class count once, so that without classes the sums of a form are its minutes.
 */
export function segmentSums(agreement: Agreement): (duties: readonly Duty[], span: Interval) => SegmentSum[] {
  const slotsOn = daySlots(agreement)
  const kindOf = kinds()
  const classOf = dutyClasses(agreement)
  return (duties, span) => {
    const byClass = Map.groupBy(duties, classOf)
    const sums = DUTY_FORMS.flatMap((form) =>
      [...byClass].flatMap(([dutyClass, own]) => {
        const minutes = new Map<Kind, number>()
        for (const held of heldAs(form, own, span)) {
          walkSlots(held, slotsOn, (slot, start, end) => {
            const kind = kindOf(slot)
            minutes.set(kind, (minutes.get(kind) ?? 0) + end - start)
          })
        }
        return [...minutes].map(([kind, sum]) => ({ form, dutyClass, ...kind, minutes: sum }))
      }),
    )
    return sums.sort(inOrder)
  }
}

function heldAs(form: DutyForm, duties: readonly Duty[], span: Interval): Interval[] {
  const pieces = duties.flatMap((duty) => duty.pieces).filter((piece) => piece.form === form)
  return mergeIntervals(clip(pieces, span))
}

/** One object for all slots of a kind. */
function kinds(): (slot: DaySlot) => Kind {
  const known = new Map<DaySlot, Kind>()
  const byText = new Map<string, Kind>()
  return (slot) => {
    const found = known.get(slot)
    if (found) return found
    const { dayKind, calendars, window } = slot
    const text = `${dayKind} ${window} ${calendars.join(' ')}`
    const kind = byText.get(text) ?? { dayKind, calendars, window }
    byText.set(text, kind)
    known.set(slot, kind)
    return kind
  }
}

function dutyClasses(agreement: Agreement): (duty: Duty) => DutyClass {
  const isAnyAdopted = agreement.some((entry) => entry.parameter === 'dutyClasses')
  if (!isAnyAdopted) return () => null
  return ({ lineId, date }) => parameterOn(agreement, 'dutyClasses', date)?.[lineId] ?? null
}

function inOrder(a: SegmentSum, b: SegmentSum): number {
  const [first, second] = [keyOf(a), keyOf(b)]
  return first < second ? -1 : Number(first > second)
}

function keyOf({ form, dutyClass, dayKind, window, calendars }: SegmentSum): string {
  return `${DUTY_FORMS.indexOf(form)} ${dutyClass ?? 0} ${dayKind} ${window} ${calendars.join(' ')}`
}
