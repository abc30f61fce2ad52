import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasLeft, leftOn, planDoctorEnd } from '../../../src/core/plans/doctor-end.ts'
import { doctorOf } from '../../../src/core/rota/district.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { makeDistrict } from '../../support/make-district.ts'

const district = makeDistrict()
const [doctor] = district.doctors as [Doctor, ...Doctor[]]

function endedOn(on: string, start = district) {
  const plan = planDoctorEnd(start, { personId: doctor.personId, on, place: 'vacant' })
  if (plan.kind === 'refused') throw new Error(JSON.stringify(plan.problems))
  return plan.after
}

const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2027-01-01', days))
const range = fc.tuple(day, fc.option(day)).map(([from, to]) => ({ from, to }))
const noDates = { way: { kind: 'offered-windows', windows: [] }, least: null, most: null } as const

describe('the day that a doctor has left from', () => {
  it('is the one that was entered', () => {
    expect(leftOn(doctorOf(endedOn('2027-03-28'), doctor.personId))).toBe('2027-03-28')
    expect(leftOn(doctor)).toBe(null)
  })

  it('is the earlier of two that were entered', () => {
    expect(leftOn(doctorOf(endedOn('2027-02-01', endedOn('2027-03-28')), doctor.personId))).toBe('2027-02-01')
  })

  it('is none for one who comes back, and none where nobody said that they take part no more', () => {
    const gone = doctorOf(endedOn('2027-02-01'), doctor.personId)
    const again = {
      from: '2027-09-01',
      to: null,
      way: { kind: 'by-share' },
      least: null,
      most: null,
    } as const
    const back: Doctor = {
      ...gone,
      takingPart: [...gone.takingPart.map((part) => ({ ...part, to: part.to ?? again.from })), again],
    }
    expect(leftOn(back)).toBe(null)
    const expired = doctor.engagements.map((own) => ({ ...own, to: '2027-02-01' }))
    expect(leftOn({ ...doctor, engagements: expired })).toBe(null)
  })

  it('begins the time in which they have left for good, whatever stands of them', () => {
    const facts = fc.record({
      engagements: fc.array(range, { maxLength: 3 }),
      takingPart: fc.array(fc.tuple(range, fc.boolean()), { maxLength: 4 }),
    })
    fc.assert(
      fc.property(facts, ({ engagements, takingPart }) => {
        const own: Doctor = {
          ...doctor,
          engagements: engagements.map((dates, index) => ({
            ...(doctor.engagements[0] as Doctor['engagements'][number]),
            ...dates,
            id: `e${index}`,
          })),
          takingPart: takingPart.map(([dates, isOut]) => ({
            ...(isOut ? noDates : { way: { kind: 'by-share' } as const, least: null, most: null }),
            ...dates,
          })),
        }
        const on = leftOn(own)
        const dates = Array.from({ length: 420 }, (_, days) => addDays('2026-12-25', days))
        const last = dates.findLastIndex((date) => !hasLeft(own, date))
        expect(on).toBe(dates[last + 1] ?? null)
      }),
      { seed: 6, numRuns: 200 },
    )
  })
})
