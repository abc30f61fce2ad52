import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgerOf } from '../../../src/core/ledger/hours.ts'
import type { LedgerPeriod, PeriodKind } from '../../../src/core/ledger/period.ts'
import { type Figures, personLedgers } from '../../../src/core/ledger/person-ledger.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { DUTY_FORMS } from '../../../src/core/rota/line.ts'
import type { PersonId } from '../../../src/core/rota/person.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import type { LocalDate } from '../../../src/core/time/local-date.ts'
import { periodsWithin } from '../../support/ledger-periods.ts'
import { DOCTORS, rotaOver } from '../../support/ledger-world.ts'

/** Mondays; between them New Year 2027 and week 53, and Easter 2027 with the clock change; and the autumn change. */
const WINTER = { from: '2026-12-14', to: '2027-04-12' } as const
const AUTUMN = { from: '2027-10-04', to: '2027-11-29' } as const

const RUNS = { numRuns: 6, seed: 20270328 }
/** Milliseconds, on a machine that is busy with other things. */
const PATIENT = { timeout: 30_000 }

const figuresOf = (rota: Rota, period: LedgerPeriod) =>
  new Map(
    personLedgers({ rota, period, assignments: [], outcomes: [] }).map(({ personId, planned }) => [
      personId,
      planned,
    ]),
  )

const whole = (range: { readonly from: LocalDate; readonly to: LocalDate }): LedgerPeriod => ({
  kind: 'plan',
  name: 'plan',
  ...range,
})

/** Everything in the figures of which the parts of a period make its whole. */
function additive(figures: Figures): Record<string, number> {
  const { minutes, minutesByOrigin } = figures
  return {
    ...Object.fromEntries(DUTY_FORMS.map((form) => [form, minutes[form]])),
    ...Object.fromEntries(Object.entries(minutesByOrigin).map(([origin, sum]) => [`by ${origin}`, sum])),
    weighted: figures.weightedMinutes,
    duty: figures.dutyMinutes,
    elsewhere: figures.elsewhereMinutes,
    declared: figures.declaredElsewhereMinutes,
    tasks: figures.taskMinutes,
    known: figures.knownMinutes,
    duties: figures.duties,
    nights: figures.nights,
    weekends: figures.weekendsAny,
    'full weekends': figures.weekendsFull,
    holidays: figures.publicHolidays,
    'days after': figures.daysAfterNight,
  }
}

const sumOf = (all: readonly Record<string, number>[]): Record<string, number> => {
  const sums: Record<string, number> = {}
  for (const one of all)
    for (const [name, value] of Object.entries(one)) sums[name] = (sums[name] ?? 0) + value
  return sums
}

const nearly = (values: Record<string, number>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, expect.closeTo(value, 5)]))

describe('the parts of a period make its whole', PATIENT, () => {
  it.each([
    ['week', WINTER, WINTER],
    ['week', AUTUMN, AUTUMN],
    ['month', { from: '2027-01-01', to: '2027-04-01' }, WINTER],
    ['month', { from: '2027-10-01', to: '2027-12-01' }, AUTUMN],
  ] as const)('%s by %s', (kind: PeriodKind, range, world) => {
    fc.assert(
      fc.property(rotaOver(world.from, world.to), (rota) => {
        const all = figuresOf(rota, whole(range))
        const parts = periodsWithin(kind, range).map((period) => figuresOf(rota, period))
        for (const personId of DOCTORS) {
          const figures = all.get(personId) as Figures
          const own = parts.map((part) => part.get(personId) as Figures)
          expect(sumOf(own.map(additive))).toEqual(nearly(additive(figures)))
          expect(Math.max(...own.map((part) => part.longestPeriodMinutes))).toBe(figures.longestPeriodMinutes)
          expect(Math.min(...own.map((part) => part.shortestRestMinutes ?? Infinity))).toBe(
            figures.shortestRestMinutes ?? Infinity,
          )
          expect([...new Set(own.flatMap((part) => part.specialHolidays))].sort()).toEqual(
            [...figures.specialHolidays].sort(),
          )
          const surgery = own.map((part) => part.surgeryMinutes)
          expect(figures.surgeryMinutes).toBe(
            surgery.includes(null) ? null : surgery.reduce((sum: number, part) => sum + (part ?? 0), 0),
          )
        }
      }),
      RUNS,
    )
  })
})

describe('the ledger of a week', PATIENT, () => {
  it('is what the row of the week says, wherever both say it', () => {
    fc.assert(
      fc.property(rotaOver(WINTER.from, WINTER.to), (rota) => {
        for (const week of periodsWithin('week', WINTER)) {
          const ledgers = figuresOf(rota, week)
          for (const row of ledgerOf(rota, [week.name])) {
            const figures = ledgers.get(row.personId) as Figures
            expect(figures).toMatchObject({
              minutes: row.minutes,
              dutyMinutes: row.dutyMinutes,
              elsewhereMinutes: row.elsewhereMinutes,
              surgeryMinutes: row.surgeryMinutes,
              nights: row.nights,
              weekendsAny: row.weekends,
              publicHolidays: row.publicHolidays,
              specialHolidays: row.specialHolidays,
            })
            expect(figures.weightedMinutes).toBeCloseTo(row.weightedMinutes, 5)
            expect(figures.taskMinutes).toBeCloseTo(row.taskMinutes, 5)
            expect(figures.totalMinutes ?? -1).toBeCloseTo(row.totalMinutes ?? -1, 5)
          }
        }
      }),
      RUNS,
    )
  })
})

describe('a swap', PATIENT, () => {
  const swapped = (rota: Rota, one: PersonId, other: PersonId): Rota => {
    const name = (personId: PersonId | null) =>
      personId === one ? other : personId === other ? one : personId
    const cells = [...rota.cells].map(([key, cell]) => {
      const slices = cell.slices.map((slice) => ({ ...slice, personId: name(slice.personId) }))
      return [key, { ...cell, slices }] as const
    })
    return { ...rota, cells: new Map(cells) }
  }
  const minutesOfAll = (rota: Rota, period: LedgerPeriod) =>
    sumOf([...figuresOf(rota, period).values()].map(({ minutes }) => ({ ...minutes })))

  it('of any two duties keeps the sum of minutes of each form, in every period', () => {
    const drawn = fc.tuple(rotaOver(WINTER.from, WINTER.to), fc.nat(), fc.nat())
    fc.assert(
      fc.property(drawn, ([rota, first, second]) => {
        const keys = [...rota.cells.keys()]
        const [one, other] = [first, second].map((index) => keys[index % keys.length] as string)
        const cells = new Map(rota.cells)
        const holder = (key: string | undefined) => rota.cells.get(key as string)?.slices[0]?.personId ?? null
        for (const [key, personId] of [
          [one, holder(other)],
          [other, holder(one)],
        ] as const) {
          const cell = rota.cells.get(key as string)
          if (!cell) continue
          const slices = cell.slices.map((slice, index) => (index === 0 ? { ...slice, personId } : slice))
          cells.set(key as string, { ...cell, slices })
        }
        const after = { ...rota, cells }
        for (const period of periodsWithin('week', WINTER))
          expect(minutesOfAll(after, period)).toEqual(minutesOfAll(rota, period))
      }),
      RUNS,
    )
  })

  it('of everything between two doctors exchanges their ledgers of duty', () => {
    fc.assert(
      fc.property(rotaOver(AUTUMN.from, AUTUMN.to), (rota) => {
        const before = figuresOf(rota, whole(AUTUMN))
        const after = figuresOf(swapped(rota, 'a', 'b'), whole(AUTUMN))
        const duty = ({ minutes, minutesByOrigin, duties, nights, weekendsAny, weekendsFull }: Figures) => ({
          ...{ minutes, minutesByOrigin, duties, nights, weekendsAny, weekendsFull },
        })
        expect(duty(after.get('a') as Figures)).toEqual(duty(before.get('b') as Figures))
        expect(duty(after.get('b') as Figures)).toEqual(duty(before.get('a') as Figures))
      }),
      RUNS,
    )
  })
})

describe('a week that is over', PATIENT, () => {
  const later = (entry: object, from: LocalDate) =>
    ({
      from,
      to: null,
      status: 'adopted',
      source: '',
      author: '',
      decidedOn: from,
      ...entry,
    }) as AgreementEntry
  const changes = (from: LocalDate): AgreementEntry[] => [
    later({ parameter: 'hourWeights', value: { home: 0.5, 'on-site': 2, backup: 0 } }, from),
    later({ parameter: 'night', value: { start: '22:00', end: '07:00', leastMinutes: 1 } }, from),
    later(
      { parameter: 'weekend', value: { fridayStart: '12:00', mondayEnd: '12:00', leastMinutes: 1 } },
      from,
    ),
    later({ parameter: 'cutPoints', value: ['07:30'] }, from),
    later({ parameter: 'specialHolidays', value: [] }, from),
    later({ parameter: 'officeDayAfterNight', value: { home: false, 'on-site': false, backup: true } }, from),
    later({ parameter: 'dutyClasses', value: { h: 4 } }, from),
    later(
      {
        parameter: 'agreementHolidays',
        value: [{ from: '2026-12-14', start: '00:00', to: '2027-06-01', end: '00:00' }],
      },
      from,
    ),
  ]

  it("keeps its figures under today's agreement, to the last digit", () => {
    const weeks = periodsWithin('week', WINTER)
    fc.assert(
      fc.property(rotaOver(WINTER.from, WINTER.to), fc.constantFrom(...weeks), (rota, period) => {
        const input = { period, assignments: [], outcomes: [] }
        const stored = JSON.stringify(personLedgers({ ...input, rota }))
        const agreement = [...rota.district.agreement, ...changes(period.to)]
        const today = { ...rota, district: { ...rota.district, agreement } }
        expect(JSON.stringify(personLedgers({ ...input, rota: today }))).toBe(stored)
      }),
      { ...RUNS, numRuns: 60 },
    )
  })

  it('has other figures when the agreement changed a day before its end', () => {
    const period = { kind: 'week', name: '2027-W12', from: '2027-03-22', to: '2027-03-29' } as const
    const [rota] = fc.sample(rotaOver(WINTER.from, WINTER.to), { numRuns: 1, seed: 20270328 })
    const { district } = rota as Rota
    const agreement = changes('2027-03-28')
    const input = { period, assignments: [], outcomes: [] }
    const changed = personLedgers({
      ...input,
      rota: { ...(rota as Rota), district: { ...district, agreement } },
    })
    expect(changed).not.toEqual(personLedgers({ ...input, rota: rota as Rota }))
  })
})
