import { describe, expect, it } from 'vitest'
import { weeklyFloor } from '../../src/core/ledger/floor.ts'
import { ledgerOf } from '../../src/core/ledger/hours.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { BusyElsewhere, Rota } from '../../src/core/rota/rota.ts'
import { encodeRota } from '../../src/solver/encode.ts'
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

  it('leave a total unknown where surgery is not declared', () => {
    const rota = weekWith({ declaredOtherMinutesPerWeek: 600, surgery: [] })
    expect(ledgerOf(rota)[0]).toMatchObject({ declaredElsewhereMinutes: 600, totalMinutes: null })
  })
})
