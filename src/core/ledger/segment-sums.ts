import { type Agreement, parameterOn } from '../rota/agreement.ts'
import { DUTY_FORMS, type DutyForm } from '../rota/line.ts'
import type { Duty } from '../rota/rota.ts'
import type { Interval } from '../time/interval.ts'
import { heldByForm } from './form-minutes.ts'
import type { SegmentSum } from './person-ledger.ts'
import { type DaySlot, daySlots, walkSlots } from './segment.ts'

type DutyClass = SegmentSum['dutyClass']

/**
 * Sums the minutes of one doctor's duties within a span by form, class and kind of segment, sorted by them. Two overlapping
 * duties of one form and class count once, so that without classes the sums of a form are its minutes.
 */
export function segmentSums(agreement: Agreement): (duties: readonly Duty[], span: Interval) => SegmentSum[] {
  const slotsOn = daySlots(agreement)
  const kindOf = kinds()
  const classOf = dutyClasses(agreement)
  return (duties, span) => {
    const byClass = [...Map.groupBy(duties, classOf)].sort(([a], [b]) => (a ?? 0) - (b ?? 0))
    const byForm = byClass.map(([dutyClass, own]) => [dutyClass, heldByForm(own, span)] as const)
    return DUTY_FORMS.flatMap((form) =>
      byForm.flatMap(([dutyClass, own]) => {
        const minutes = new Map<Kind, number>()
        for (const held of own[form]) {
          walkSlots(held, slotsOn, (slot, start, end) => {
            const kind = kindOf(slot)
            minutes.set(kind, (minutes.get(kind) ?? 0) + end - start)
          })
        }
        return [...minutes].sort(inOrder).map(([kind, sum]) => toSum(form, dutyClass, kind, sum))
      }),
    )
  }
}

/** What is alike in many slots, and a text of it. */
interface Kind {
  readonly slot: DaySlot
  readonly text: string
}

function inOrder([a]: readonly [Kind, number], [b]: readonly [Kind, number]): number {
  return a.text < b.text ? -1 : Number(a.text > b.text)
}

function toSum(form: DutyForm, dutyClass: DutyClass, { slot }: Kind, minutes: number): SegmentSum {
  const { dayKind, calendars, window } = slot
  return { form, dutyClass, dayKind, calendars, window, minutes }
}

/** One object for all slots of a kind. */
function kinds(): (slot: DaySlot) => Kind {
  const known = new Map<DaySlot, Kind>()
  const byText = new Map<string, Kind>()
  return (slot) => {
    const found = known.get(slot)
    if (found) return found
    const text = `${slot.dayKind} ${slot.window} ${slot.calendars.join(' ')}`
    const kind = byText.get(text) ?? { slot, text }
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
