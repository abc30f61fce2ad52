import type { Doctor } from '../../core/rota/doctor.ts'
import { type BusyElsewhere, isInPeriod, type Rota } from '../../core/rota/rota.ts'
import { minutesOf, overlaps } from '../../core/time/interval.ts'
import { holdsOn } from '../../core/time/local-date.ts'
import { BACKS_UP, type ProblemData, WORKS_ALONE } from '../problem.ts'
import { bitsOf, type Eligibility, eligibilityFor } from './eligibility.ts'
import { type DutySlot, type EncodedSlot, isBackupLine } from './encode.ts'
import type { Quota } from './encode-staff.ts'
import { officeDaysOf } from './office-days.ts'
import { wishPoints } from './wish-points.ts'

/** Everything that depends on one doctor and one slot. */
export function encodePairs(
  data: ProblemData,
  rota: Rota,
  slots: readonly EncodedSlot[],
  quotas: readonly Quota[],
): void {
  rota.district.doctors.forEach((doctor, person) => {
    encodeDoctor(data, rota, doctor, person, slots, quotas)
  })
  encodeWishes(data, rota, slots)
}

function encodeDoctor(
  data: ProblemData,
  rota: Rota,
  doctor: Doctor,
  person: number,
  slots: readonly EncodedSlot[],
  quotas: readonly Quota[],
): void {
  const { persons } = rota.district
  const birthDate = persons.find((known) => known.id === doctor.personId)?.birthDate ?? null
  const eligibility = remembered((slot: DutySlot) =>
    eligibilityFor(rota.district, doctor, birthDate, { ...slot, isBackup: isBackupLine(slot.line) }),
  )
  const isHeavy = officeDaysOf(rota.district.agreement, doctor)
  const taken = rota.elsewhere.filter((busy) => busy.personId === doctor.personId)
  const own = quotas.flatMap((quota, number) => (quota.person === person ? [{ ...quota, number }] : []))
  const countedNeeds = new Set<string>()
  slots.forEach((slot, index) => {
    if (slot.kind === 'elsewhere' || (slot.kind === 'slice' && slot.personId !== doctor.personId)) return
    const pair = person * data.slots + index
    const { refusal, isAtRisk, ability } = eligibility(slot)
    const isTaken = slot.kind === 'place' && taken.some((busy) => isDoubleBooked(slot, busy))
    data.able[pair] = (ability.mayWorkAlone ? WORKS_ALONE : 0) | (ability.mayBeBackup ? BACKS_UP : 0)
    if (!isInPeriod(rota, slot.need)) return
    data.refusal[pair] = refusal | (isTaken ? bitsOf(['overlap']) : 0)
    data.warnMinutes[pair] = isAtRisk ? minutesOf(slot) : 0
    data.heavy[pair] = Number(isHeavy(slot))
    const quota = slot.shadowing ? undefined : own.find(({ part }) => holdsOn(part, slot.date))
    // Slices of one need in one pair of hands are one duty.
    if (quota === undefined || (slot.kind === 'slice' && countedNeeds.has(slot.need.id))) return
    data.quota[pair] = quota.number
    if (slot.kind === 'slice') countedNeeds.add(slot.need.id)
  })
}

function isDoubleBooked(slot: DutySlot, busy: BusyElsewhere): boolean {
  return overlaps(slot, busy) && (slot.overlapClass === null || slot.overlapClass !== busy.overlapClass)
}

/** Seats of one need, and only they, share an answer. */
function remembered(ask: (slot: DutySlot) => Eligibility): (slot: DutySlot) => Eligibility {
  const known = new Map<string, Eligibility>()
  return (slot) => {
    const key = `${slot.need.id} ${slot.start} ${slot.end} ${slot.shadowing}`
    const found = known.get(key) ?? ask(slot)
    known.set(key, found)
    return found
  }
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
