import { type DatedHoliday, specialHolidaysOf } from '../ledger/special-holiday.ts'
import { parameterOn, type SpecialHoliday } from '../rota/agreement.ts'
import type { PersonId } from '../rota/person.ts'
import type { Duty } from '../rota/rota.ts'
import { overlaps } from '../time/interval.ts'
import { yearOf } from '../time/local-date.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, type RotaView } from './view.ts'
import { type Violation, violation } from './violation.ts'

/**
 * Special holidays go by turns: whoever held one is spared the same for as many years as the agreement remembers (P27, P28;
 * agreed). A minute of duty holds it; shadowing does not. Looks back on what was published or entered before, and on the
 * rota itself; warns once per holiday and year.
 */
export const specialHolidays: Rule = {
  id: 'special-holidays',
  rows: ['P27', 'P28'],
  subject: 'person',
  source: 'even-sharing',
  kinds: ['same-holiday-again'],
  parameters: ['specialHolidays', 'holidayMemoryYears'],
  check: (view, personId) => {
    const held = holidaysIn(dutiesHeldBy(view, personId))
    if (held.length === 0) return []
    const before = heldBefore(view, personId)
    return held.flatMap((now) => {
      const found = judge(view, now, [...before, ...held])
      return found ? [found] : []
    })
  },
}

interface Held extends DatedHoliday {
  /** By start. */
  readonly duties: readonly Duty[]
}

function holidaysIn(duties: readonly Duty[]): Held[] {
  const first = duties[0]
  const last = duties.at(-1)
  if (!first || !last) return []
  const held: Held[] = []
  // New Year belongs to the year before, and a duty that starts in December may reach into the next.
  for (let year = yearOf(first.date) - 1; year <= yearOf(last.date) + 1; year++) {
    for (const dated of specialHolidaysOf(year)) {
      if (dated.end <= first.start || dated.start >= last.start + LONGEST_DUTY) continue
      const own = duties.filter((duty) => !duty.shadowing && overlaps(duty, dated))
      if (own.length > 0) held.push({ ...dated, duties: own })
    }
  }
  return held
}

/** Minutes: no duty is longer than 72 hours. */
const LONGEST_DUTY = 72 * 60

type Remembered = Pick<DatedHoliday, 'holiday' | 'year'>

function heldBefore({ rota }: RotaView, personId: PersonId): Remembered[] {
  return [...(rota.district.holidaysHeld ?? []), ...(rota.holidaysHeld ?? [])].filter(
    (held) => held.personId === personId,
  )
}

function judge(view: RotaView, now: Held, all: readonly Remembered[]): Violation | undefined {
  const { agreement } = view.rota.district
  const first = now.duties[0] as Duty
  const counted: readonly SpecialHoliday[] = parameterOn(agreement, 'specialHolidays', first.date)
  if (!counted.includes(now.holiday)) return undefined
  const memory = parameterOn(agreement, 'holidayMemoryYears', first.date)
  const years = all
    .filter(({ holiday, year }) => holiday === now.holiday && year < now.year && year >= now.year - memory)
    .map((held) => held.year)
  if (years.length === 0) return undefined
  const heldIn = Math.max(...years)
  return violation(
    {
      rule: 'special-holidays',
      personId: first.personId,
      needIds: [...new Set(now.duties.map((duty) => duty.needId))],
      span: { start: now.start, end: now.end },
      measured: now.year - heldIn,
      // Years that should lie between two turns.
      limit: memory + 1,
      unit: 'years',
    },
    { kind: 'same-holiday-again', holiday: now.holiday, heldIn },
  )
}
