import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weeklyFloor } from '../../../src/core/ledger/floor.ts'
import { floorsOver } from '../../../src/core/ledger/floor-over.ts'
import { otherHoursOver } from '../../../src/core/ledger/other-hours.ts'
import { otherWorkOver } from '../../../src/core/ledger/other-work.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { isoWeekInterval } from '../../../src/core/time/iso-week.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { adopted } from '../../support/held-duties.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makeRota,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'

function floorsOf(rota: Rota) {
  const dates = { from: '2026-12-28', to: '2027-02-01' }
  return floorsOver(rota, (doctor, basis) =>
    otherHoursOver(
      doctor,
      otherWorkOver(doctor, dates),
      rota.elsewhere.filter(({ personId }) => personId === doctor.personId),
      dates,
    )(basis),
  )
}

const lines = [
  makeLine(),
  makeLine({ id: 'x', overlapClass: 'both' }),
  makeLine({ id: 'y', overlapClass: 'both' }),
  makeLine({ id: 'c', conditional: true, behind: ['h'] }),
]
const doctor = fc.record({ start: fc.integer({ min: 7, max: 12 }), hours: fc.integer({ min: 1, max: 8 }) })
const need = fc.record({
  day: fc.integer({ min: 0, max: 20 }),
  start: fc.integer({ min: 0, max: 23 }),
  hours: fc.integer({ min: 1, max: 40 }),
  lineId: fc.constantFrom('h', 'x', 'y', 'c'),
  number: fc.integer({ min: 1, max: 2 }),
})

describe('the floor of any span', () => {
  it('is that of the week where the span is one', () => {
    fc.assert(
      fc.property(
        fc.array(doctor, { minLength: 1, maxLength: 4 }),
        fc.array(need, { maxLength: 8 }),
        (told, asked) => {
          const doctors = told.map(({ start, hours }, index) =>
            makeDoctor(`d${index}`, {
              surgery: [
                makeSurgery(
                  weekdays(
                    `${String(start).padStart(2, '0')}:00`,
                    `${start + hours < 24 ? String(start + hours).padStart(2, '0') : '24'}:00`,
                  ),
                ),
              ],
            }),
          )
          const needs = asked.map(({ day, start, hours, lineId, number }, index) => {
            const from = at(`${addDays('2027-01-04', day)} 00:00`) + start * 60
            const span = { start: from, end: from + hours * 60 }
            return {
              ...makeNeed('2027-01-04 00:00', '2027-01-04 01:00', { lineId, number }),
              ...span,
              id: `n${index}`,
              date: addDays('2027-01-04', day),
              pieces: [{ form: 'home' as const, ...span }],
            }
          })
          const district = makeDistrict({ doctors, lines })
          const elsewhere = [
            {
              personId: 'd0',
              start: at('2027-01-12 18:00'),
              end: at('2027-01-13 06:00'),
              overlapClass: null,
            },
          ]
          const rota = makeRota({ district, needs, elsewhere, from: '2027-01-04', to: '2027-01-25' })
          const floors = floorsOf(rota)
          for (const week of ['2027-W01', '2027-W02', '2027-W03'])
            for (const basis of ['total', 'duty'] as const) {
              const weekly = weeklyFloor(rota, week, basis).byPerson
              for (const { personId } of doctors)
                expect(floors(personId, isoWeekInterval(week), basis)).toBe(weekly.get(personId))
            }
        },
      ),
      { seed: 5, numRuns: 80 },
    )
  })

  const night = makeNeed('2027-01-08 16:00', '2027-01-11 16:00', { lineId: 's', form: 'on-site' })
  const home = makeNeed('2027-01-08 16:00', '2027-01-11 16:00')
  const span = { start: at('2027-01-06 00:00'), end: at('2027-01-13 00:00') }
  const rotaOf = (extra: Partial<Parameters<typeof makeDistrict>[0]> = {}) =>
    makeRota({
      needs: [night, home],
      district: makeDistrict({
        lines: [makeLine(), makeLine({ id: 's', form: 'on-site' })],
        doctors: [makeDoctor('a'), makeDoctor('b')],
        ...extra,
      }),
    })

  it('shares demand that lies over two weeks, by the weight of its form under the act', () => {
    // 72 hours on each line: 144 / 2 = 72 in all, and (72 + 72 / 7) / 2 = 41.14 hours, 2469 minutes, under the act.
    const floors = floorsOf(rotaOf())
    expect(floors('a', span, 'total')).toBe(72 * 60)
    expect(floors('a', span, 'duty')).toBe(72 * 60)
    expect(floors('a', span, 'act')).toBe(2469)
  })

  it('takes the weights that the district has agreed', () => {
    const agreement = [adopted('hourWeights', { home: 1 / 2, 'on-site': 1, backup: 0 })]
    expect(floorsOf(rotaOf({ agreement }))('a', span, 'act')).toBe(54 * 60)
  })

  it('is not known for whom surgery that counts is not declared, and counts as none for the others', () => {
    const doctors = [makeDoctor('a', { surgery: [{ ...always, kind: 'not-declared' }] }), makeDoctor('b')]
    const floors = floorsOf(rotaOf({ doctors }))
    expect(floors('a', span, 'total')).toBeNull()
    expect(floors('a', span, 'act')).toBe(2469)
    expect(floors('b', span, 'total')).toBe(72 * 60)
  })

  it('is a doctor’s own other work where they can take no duty', () => {
    const away = [{ id: 'x', from: '2026-12-01', certainFrom: '2026-12-01', to: null }]
    const doctors = [makeDoctor('a', { absences: away }), makeDoctor('b')]
    const floors = floorsOf(rotaOf({ doctors }))
    expect(floors('a', span, 'total')).toBe(0)
    expect(floors('b', span, 'total')).toBe(144 * 60)
  })

  it('is not known for somebody who is no doctor of the district', () => {
    expect(floorsOf(rotaOf())('stranger', span, 'total')).toBeNull()
  })
})
