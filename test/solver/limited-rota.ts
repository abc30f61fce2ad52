import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { always } from '../support/make-district.ts'
import { drawerOf, randomRota } from './random-district.ts'

/** A random district in which most limits on what one person holds are adopted, and tight. */
export function limitedRota(seed: number): Rota {
  const rota = randomRota(seed)
  const draw = drawerOf(seed + 7)
  const entry = { ...always, status: 'adopted', source: '', author: '', decidedOn: null } as const
  const half = { ...entry, to: addDays(rota.from, draw(2, 9)) }
  const entries: AgreementEntry[] = [
    { ...entry, parameter: 'rollingTotalMinutes', value: draw(20, 60) * 60 },
    { ...entry, parameter: 'averageUnderAct', value: [{ weeks: draw(1, 2), minutes: draw(5, 40) * 60 }] },
    { ...entry, parameter: 'averageDuty', value: { weeks: draw(1, 2), minutes: draw(10, 40) * 60 } },
    {
      ...entry,
      parameter: 'longUnderAct',
      value: { weekMinutes: draw(10, 69) * 60, dayMinutes: draw(4, 16) * 60 },
    },
    { ...entry, parameter: 'longestPeriodMinutes', value: draw(9, 40) * 60 },
    { ...entry, parameter: 'nightsInARow', value: draw(1, 3) },
    { ...entry, parameter: 'sundaysInARow', value: draw(1, 2) },
    {
      ...entry,
      parameter: 'weekendFrequency',
      value: { oneOf: 2, weeks: draw(2, 4), freeAmong: draw(2, 3) },
    },
    { ...half, parameter: 'rollingTotalMinutes', value: draw(20, 60) * 60 },
    { ...half, parameter: 'longestPeriodMinutes', value: draw(9, 40) * 60 },
    { ...entry, parameter: 'secondRestMinutes', value: { 'on-site': 11 * 60, home: draw(0, 20) * 60 } },
  ]
  // Sevenths do not add up exactly, and of stretches that are as bad as each other either may then be told of.
  const weights = { home: 0.25, 'on-site': 1, backup: 0.125 }
  const exact: AgreementEntry = { ...entry, parameter: 'hourWeights', value: weights }
  const own = [...entries.filter(() => draw(0, 2) > 0), exact]
  const ids = rota.district.doctors.map((doctor) => doctor.personId)
  const holidaysHeld = ids.flatMap((personId) =>
    draw(0, 1) === 0 ? [] : [{ personId, holiday: 'easter' as const, year: draw(2023, 2026) }],
  )
  return {
    ...rota,
    holidaysHeld,
    district: { ...rota.district, agreement: [...rota.district.agreement, ...own] },
  }
}
