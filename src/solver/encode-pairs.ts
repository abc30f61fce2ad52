import { isNight } from '../core/ledger/count.ts'
import { workOf } from '../core/ledger/work.ts'
import { parameterOn } from '../core/rota/agreement.ts'
import { type Doctor, factOn } from '../core/rota/doctor.ts'
import { isInPeriod, type Rota } from '../core/rota/rota.ts'
import { type Interval, minutesOf, overlaps } from '../core/time/interval.ts'
import { addDays } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import { bitsOf, type Eligibility, eligibilityFor } from './eligibility.ts'
import type { EncodedSlot } from './encode.ts'
import type { Quota } from './encode-staff.ts'
import { BACKS_UP, NONE, type ProblemData, WORKS_ALONE } from './problem.ts'
import { wishPoints } from './wish-points.ts'

/** Everything that depends on one doctor and one slot. */
export function encodePairs(
  data: ProblemData,
  rota: Rota,
  slots: readonly EncodedSlot[],
  quotas: readonly Quota[],
): void {
  rota.district.doctors.forEach((doctor, person) => {
    const known = new Map<string, Eligibility>()
    const taken = rota.elsewhere.filter((busy) => busy.personId === doctor.personId)
    slots.forEach((slot, index) => {
      const pair = person * data.slots + index
      if (slot.kind === 'elsewhere' || (slot.kind === 'slice' && slot.personId !== doctor.personId)) return
      const key = `${slot.need.id} ${slot.start} ${slot.end} ${slot.shadowing}`
      const found =
        known.get(key) ??
        eligibilityFor(rota.district, doctor, { ...slot, isBackup: slot.line.behind.length > 0 })
      known.set(key, found)
      const isTaken = slot.kind === 'place' && taken.some((busy) => isDouble(slot, busy))
      data.refusal[pair] = found.refusal | (isTaken ? bitsOf(['overlap']) : 0)
      data.able[pair] =
        (found.ability.mayWorkAlone ? WORKS_ALONE : 0) | (found.ability.mayBeBackup ? BACKS_UP : 0)
      data.warnMinutes[pair] = found.isAtRisk ? minutesOf(slot) : 0
      data.heavy[pair] = Number(isHeavy(rota, doctor, slot))
      data.quota[pair] = quotaFor(rota, doctor, person, slot, quotas)
    })
  })
  encodeWishes(data, rota, slots)
}

function isDouble(
  slot: Interval & { readonly overlapClass: string | null },
  busy: Interval & { readonly overlapClass: string | null },
): boolean {
  return overlaps(slot, busy) && (slot.overlapClass === null || slot.overlapClass !== busy.overlapClass)
}

type DutySlot = Exclude<EncodedSlot, { kind: 'elsewhere' }>

/** A night in a form that the agreement names, with surgery hours on the date it ends. */
function isHeavy(rota: Rota, doctor: Doctor, slot: DutySlot): boolean {
  const { agreement } = rota.district
  if (!isNight(slot, parameterOn(agreement, 'night', slot.date))) return false
  const forms = parameterOn(agreement, 'officeDayAfterNight', slot.date)
  if (!slot.pieces.some((piece) => forms[piece.form])) return false
  const { date } = toWall(slot.end)
  const work = workOf(doctor, { from: date, to: addDays(date, 1) })
  return (work.surgery ?? []).length > 0
}

function quotaFor(
  rota: Rota,
  doctor: Doctor,
  person: number,
  slot: DutySlot,
  quotas: readonly Quota[],
): number {
  if (!isInPeriod(rota, slot.need) || slot.shadowing) return NONE
  const part = factOn(doctor.takingPart, slot.date)
  return quotas.findIndex((quota) => quota.person === person && quota.part === part)
}

function encodeWishes(data: ProblemData, rota: Rota, slots: readonly EncodedSlot[]): void {
  for (const wish of rota.district.wishes) {
    const person = rota.district.doctors.findIndex((doctor) => doctor.personId === wish.personId)
    if (person < 0) continue
    slots.forEach((slot, index) => {
      if (slot.kind === 'place') data.wishPoints[person * data.slots + index]! += wishPoints(wish, slot.need)
    })
  }
}
