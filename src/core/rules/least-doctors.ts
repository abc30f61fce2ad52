import { availabilityFor, isUnavailable } from '../ledger/availability.ts'
import { isDaytime } from '../ledger/floor.ts'
import { parameterOn, type RotaKind } from '../rota/agreement.ts'
import { abilityOn } from '../rota/competence.ts'
import type { District } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import { isPastAgreement } from '../rota/engagement.ts'
import type { Line } from '../rota/line.ts'
import type { Need } from '../rota/need.ts'
import { isInPeriod, type Rota } from '../rota/rota.ts'
import { rangesOverlap } from '../time/local-date.ts'
import { toMinuteOfDay } from '../time/local-time.ts'
import { MINUTES_PER_DAY } from '../time/minute.ts'
import { dayInterval } from '../time/oslo.ts'
import { isSentOutside } from './participation.ts'
import type { Rule } from './rule.ts'
import { isBackupLine } from './view.ts'
import { violation } from './violation.ts'

/**
 * Least number of doctors who share a line, by its kind, once the district has entered it (P26; SFS 2305 as of 2024, whose
 * numbers are not public). A doctor shares the line who takes part by share or contract and could hold at least one of its
 * duties in the period: able, available, sent by a municipality that takes part. Locums by offered dates, learners and those
 * who only back do not. Follows from the district alone, never from who holds what; backup lines are not judged.
 */
export const leastDoctors: Rule = {
  id: 'least-doctors',
  rows: ['P26'],
  subject: 'district',
  source: 'sfs-2305-2024',
  kinds: ['too-few-doctors'],
  parameters: ['leastDoctors'],
  check: ({ rota }) => {
    const least = parameterOn(rota.district.agreement, 'leastDoctors', rota.from)
    if (least === undefined) return []
    const inPeriod = Map.groupBy(
      rota.needs.filter((need) => isInPeriod(rota, need)),
      (need) => need.lineId,
    )
    const span = { start: dayInterval(rota.from).start, end: dayInterval(rota.to).start }
    return rota.district.lines.flatMap((line) => {
      const needs = inPeriod.get(line.id) ?? []
      const rotaKind = rotaKindOf(line, rota)
      const limit = least[rotaKind] ?? 0
      if (isBackupLine(line) || limit === 0 || needs.length === 0) return []
      const measured = sharersOf(rota.district, needs, limit)
      if (measured >= limit) return []
      const facts = { rule: 'least-doctors', personId: null, lineId: line.id, needIds: [], span } as const
      return [
        violation({ ...facts, measured, limit, unit: 'doctors' }, { kind: 'too-few-doctors', rotaKind }),
      ]
    })
  },
}

/** A line is of full days when any of its duties in the period's templates lasts 24 hours by the clock, else of its form. */
function rotaKindOf(line: Line, period: Pick<Rota, 'from' | 'to'>): RotaKind {
  const isFullDay = line.templates
    .filter((version) => rangesOverlap(version, period))
    .flatMap((version) => version.windows)
    .some(
      ({ start, end, endDay }) =>
        endDay * MINUTES_PER_DAY + toMinuteOfDay(end) - toMinuteOfDay(start) >= MINUTES_PER_DAY,
    )
  if (isFullDay) return 'full-day'
  return line.form === 'on-site' ? 'on-site' : 'home'
}

/** How many share the duties; those past `enough` are not looked for. */
function sharersOf(district: District, needs: readonly Need[], enough: number): number {
  const birthDates = new Map(district.persons.map((person) => [person.id, person.birthDate]))
  const daytime = needs.filter((need) => isDaytime({ district }, need))
  let found = 0
  for (const doctor of district.doctors) {
    if (found === enough) break
    const birthDate = birthDates.get(doctor.personId) ?? null
    const possible = isExemptThroughout(doctor, needs) ? daytime : needs
    if (possible.some((need) => couldHold(district, doctor, birthDate, need))) found++
  }
  return found
}

/** Saves asking at each need of those who hold no duty out of hours at all. */
function isExemptThroughout(doctor: Doctor, needs: readonly Need[]): boolean {
  const first = needs[0]?.date ?? ''
  const last = needs.at(-1)?.date ?? ''
  return doctor.exemptions.some(
    ({ scope, from, to }) => scope.kind === 'out-of-hours' && from <= first && (to === null || to > last),
  )
}

function couldHold(district: District, doctor: Doctor, birthDate: string | null, need: Need): boolean {
  const { agreement } = district
  const way = factOn(doctor.takingPart, need.date)?.way.kind ?? 'by-share'
  if (way !== 'by-share' && way !== 'contracted-hours') return false
  if (!abilityOn(doctor, agreement, need.date).mayHoldDuty) return false
  if (birthDate !== null && isPastAgreement(doctor.engagements, birthDate, agreement, need.date)) return false
  if (isSentOutside(district, doctor, need)) return false
  return !isUnavailable(availabilityFor(doctor, agreement, need))
}
