import { describe, expect, it } from 'vitest'
import { weeklyFloor } from '../../src/core/ledger/floor.ts'
import { ledgerOf } from '../../src/core/ledger/hours.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { BusyElsewhere, Rota } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { encodeRota } from '../../src/solver/encode/encode.ts'
import { scoreOf } from '../../src/solver/score/score.ts'
import { adopted } from '../support/held-duties.ts'
import {
  at,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makeRota,
  makeSurgery,
  weekdays,
} from '../support/make-district.ts'

/** Four hours elsewhere that the installation itself knows of, on the Tuesday. */
const known: BusyElsewhere = {
  personId: 'a',
  start: at('2027-01-05 16:00'),
  end: at('2027-01-05 20:00'),
  overlapClass: null,
}

/** A week in which doctor a, who holds nothing, has a surgery of 30 hours. */
function weekWith(facts: Partial<Doctor>, elsewhere: readonly BusyElsewhere[] = []): Rota {
  const a = makeDoctor('a', { surgery: [makeSurgery(weekdays('09:00', '15:00'))], ...facts })
  const needs = [makeNeed('2027-01-04 16:00', '2027-01-05 08:00')]
  const district = makeDistrict({ doctors: [a, makeDoctor('b'), makeDoctor('c')] })
  return makeRota({ district, needs, elsewhere, from: '2027-01-04', to: '2027-01-11' })
}

/** What the ledger, the floor and the builder each take doctor a to work beside duty, in hours. */
function besideDuty(rota: Rota) {
  const { problem } = encodeRota(rota, { lineIds: ['h'], locked: new Set(), keep: 'locked' })
  const total = ledgerOf(rota)[0]?.totalMinutes ?? null
  return {
    ledger: total === null ? null : total / 60,
    floor: (weeklyFloor(rota, '2027-W01').byPerson.get('a') ?? 0) / 60,
    builder: (problem.otherMinutes[0] ?? 0) / 60,
  }
}

/** What the rule, the floor and the builder each take doctor a to have of duty beside the duty here, in hours. */
function dutyBeside(rota: Rota) {
  const { problem } = encodeRota(rota, { lineIds: ['h'], locked: new Set(), keep: 'locked' })
  return {
    rule: dutyOf(rota) / 60,
    floor: (weeklyFloor(rota, '2027-W01', 'duty').byPerson.get('a') ?? 0) / 60,
    builder: (problem.otherDutyMinutes[0] ?? 0) / 60,
  }
}

/** As the rule measures it where any duty is too much; 0 where it finds nothing. */
function dutyOf(rota: Rota): number {
  const { agreement, ...district } = rota.district
  const capped = { ...district, agreement: [...agreement, adopted('weeklyDutyMinutes', 0)] }
  const found = checkRota({ ...rota, district: capped }).find(({ kind }) => kind === 'weekly-duty')
  return found?.measured ?? 0
}

const sameDuty = (hours: number) => ({ rule: hours, floor: hours, builder: hours })

const same = (hours: number) => ({ ledger: hours, floor: hours, builder: hours })

describe('hours that a locum has declared elsewhere', () => {
  it('are none while nothing is declared', () => {
    expect(besideDuty(weekWith({}))).toEqual(same(30))
  })

  it('count in the total, the floor and the builder alike', () => {
    expect(besideDuty(weekWith({ declaredOtherMinutesPerWeek: 600 }))).toEqual(same(40))
  })

  it('hold those that are known from another district', () => {
    const rota = weekWith({ declaredOtherMinutesPerWeek: 600 }, [known])
    expect(besideDuty(rota)).toEqual(same(40))
    expect(ledgerOf(rota)[0]).toMatchObject({ elsewhereMinutes: 240, declaredElsewhereMinutes: 360 })
  })

  it('are never less than those that are known', () => {
    const rota = weekWith({ declaredOtherMinutesPerWeek: 60 }, [known])
    expect(besideDuty(rota)).toEqual(same(34))
    expect(ledgerOf(rota)[0]).toMatchObject({ elsewhereMinutes: 240, declaredElsewhereMinutes: 0 })
  })

  it('count among the hours of duty, known ones and surgery aside', () => {
    const away: Partial<Doctor> = {
      absences: [{ id: 'x', from: '2027-01-04', certainFrom: '2027-01-04', to: '2027-01-11' }],
    }
    expect(dutyBeside(weekWith(away))).toEqual(sameDuty(0))
    expect(dutyBeside(weekWith({ ...away, declaredOtherMinutesPerWeek: 600 }))).toEqual(sameDuty(10))
    expect(dutyBeside(weekWith({ ...away, declaredOtherMinutesPerWeek: 600 }, [known]))).toEqual(sameDuty(10))
    expect(dutyBeside(weekWith({ ...away, declaredOtherMinutesPerWeek: 60 }, [known]))).toEqual(sameDuty(4))
  })

  it('weigh on the builder against the cap on duty as they do in the rule', () => {
    const overlapping = { ...known, start: at('2027-01-05 06:00'), end: at('2027-01-05 10:00') }
    const rota = weekWith({ declaredOtherMinutesPerWeek: 600 }, [overlapping])
    const { agreement, ...district } = rota.district
    const capped = { ...district, agreement: [...agreement, adopted('weeklyDutyMinutes', 20 * 60)] }
    const held = makeRota({ ...rota, district: capped, holders: { [rota.needs[0]?.id ?? '']: 'a' } })
    const { problem, slots } = encodeRota(held, { lineIds: ['h'], locked: new Set(), keep: 'locked' })
    const holders = Int16Array.from(slots, () => 0)
    // Sixteen hours here, two of them at the same time as the four there, and six more that are declared.
    expect(dutyOf(held)).toBe(24 * 60)
    expect(scoreOf(problem, holders).warnings.overWeekMinutes).toBe(4 * 60)
  })

  it('leave a total unknown where surgery is not declared', () => {
    const rota = weekWith({ declaredOtherMinutesPerWeek: 600, surgery: [] })
    expect(ledgerOf(rota)[0]).toMatchObject({ declaredElsewhereMinutes: 600, totalMinutes: null })
  })
})
