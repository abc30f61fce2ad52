import type { Rota } from '../../core/rota/rota.ts'
import type { Background } from '../../core/rules/background.ts'
import { valueAt } from '../../core/rules/dated-values.ts'
import { clip, mergeIntervals, overlaps } from '../../core/time/interval.ts'
import { type IsoWeek, isoWeekInterval } from '../../core/time/iso-week.ts'
import type { WeekRest } from '../limits.ts'
import { WEEKS_PER_SLOT } from '../problem.ts'
import type { EncodedSlot } from './encode.ts'
import { toEdges } from './encode-staff.ts'

/** Surgery, duty of the forms named and duty elsewhere break a week's rest (P23; Working Environment Act §10-8(2)). */
export function weekRestOf(
  rota: Rota,
  background: Background,
  slots: readonly EncodedSlot[],
  weeks: readonly IsoWeek[],
): WeekRest | null {
  const lines = background.values('weeklyRest')
  const spans = weeks.map((week) => isoWeekInterval(week))
  const asked = spans.map((span) => valueAt(lines, span.start))
  if (asked.every((line) => line === undefined)) return null
  const from = new Int32Array(slots.length * WEEKS_PER_SLOT + 1)
  const breaks: number[] = []
  slots.forEach((slot, index) => {
    let part = 0
    const close = () => {
      from[index * WEEKS_PER_SLOT + ++part] = breaks.length
    }
    if (slot.kind !== 'elsewhere')
      spans.forEach((span, week) => {
        if (!overlaps(span, slot) || part === WEEKS_PER_SLOT) return
        const forms = asked[week]?.forms ?? []
        const breaking = slot.pieces.filter((piece) => forms.includes(piece.form))
        for (const { start, end } of mergeIntervals(clip(breaking, span))) breaks.push(start, end)
        close()
      })
    while (part < WEEKS_PER_SLOT) close()
  })
  const work = rota.district.doctors.map((doctor) => background.otherWorkOf(doctor))
  const elsewhere = Map.groupBy(rota.elsewhere, (busy) => busy.personId)
  return {
    least: Int32Array.from(asked, (line) => line?.minutes ?? 0),
    from,
    breaks: Int32Array.from(breaks),
    other: rota.district.doctors.map(({ personId }, person) =>
      toEdges([...work[person]!.surgery, ...(elsewhere.get(personId) ?? [])]),
    ),
    unknown: Uint8Array.from(
      work.flatMap(({ undeclared }) =>
        spans.map((span) => Number(undeclared.some((gap) => overlaps(gap, span)))),
      ),
    ),
  }
}
