import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/core/ledger/period.ts'
import { countedRota, personLedgers } from '../../../src/core/ledger/person-ledger.ts'
import type { AgreementEntry, AgreementParameters } from '../../../src/core/rota/agreement.ts'
import type { District } from '../../../src/core/rota/district.ts'
import { DUTY_FORMS } from '../../../src/core/rota/line.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { minutesOf } from '../../../src/core/time/interval.ts'
import { between } from '../../../src/reports/between/between.ts'
import { ratedMinutes } from '../../../src/reports/between/duty-cost.ts'
import { trailOf } from '../../../src/reports/between/trail.ts'
import { wholeParts } from '../../../src/reports/between/whole-parts.ts'
import { sharesTables } from '../../../src/reports/tables/shares.ts'
import { trailTable } from '../../../src/reports/tables/trail.ts'
import { nb } from '../../../src/text/nb.ts'
import { rotaOver } from '../../support/ledger-world.ts'
import {
  always,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makePosition,
  makeRota,
  makeSlice,
} from '../../support/make-district.ts'

const HOUR = 60
const HERE = '4601'
const THERE = '4602'
const MARCH = periodOf('month', '2027-03-01')
const JANUARY = periodOf('month', '2027-01-04')

function agreed<K extends keyof AgreementParameters>(
  parameter: K,
  value: AgreementParameters[K],
  from = '2020-01-01',
): AgreementEntry {
  const told = { status: 'adopted', source: 'Sak 4/27', author: 'Kari', decidedOn: '2026-12-01' }
  return { parameter, value, from, to: null, ...told } as unknown as AgreementEntry
}

const member = (number: string, name: string, population: number, from = '2020-01-01') => ({
  number,
  name,
  facts: [{ ...always, population, centrality: 6 }],
  participation: [{ from, to: null, windows: null, quota: null }],
})

function engaged(personId: string, number: string | null) {
  const [held] = makeDoctor(personId).engagements
  const employer = number === null ? { kind: 'service' as const } : { kind: 'municipality' as const, number }
  return makeDoctor(personId, { engagements: held ? [{ ...held, employer }] : [] })
}

/** Doctor a of Lillevik (3000), b of Storevik (1000), c of the service alone. */
function twoMunicipalities(agreement: readonly AgreementEntry[] = [], joined = '2020-01-01'): District {
  return makeDistrict({
    municipalities: [member(HERE, 'Lillevik', 3000), member(THERE, 'Storevik', 1000, joined)],
    doctors: [engaged('a', HERE), engaged('b', THERE), engaged('c', null)],
    positions: [makePosition('a'), makePosition('b', { municipality: THERE })],
    agreement,
  })
}

const counted = (rota: Rota) => countedRota({ rota, assignments: [], outcomes: [] })
const sharesOf = (rota: Rota, period = MARCH) => between(rota, period, counted(rota))
const KEY = agreed('municipalityKey', { kind: 'population', shares: {} })
const RATES = agreed('dutyRates', {
  home: { ordinary: 100, weekend: 200, publicHoliday: 300 },
  'on-site': { ordinary: 400.55, weekend: 500, publicHoliday: 600 },
})

describe('duties between municipalities', () => {
  // Saturday 27 March 2027 20:00 to Easter Sunday 08:00, through the hour that is skipped at 02:00: 4 h of weekend and 7 h of
  // holiday. Friday 19 March 12–20 at the surgery's site: 4 h ordinary until 16:00, then 4 h of weekend.
  const night = makeNeed('2027-03-27 20:00', '2027-03-28 08:00')
  const friday = makeNeed('2027-03-19 12:00', '2027-03-19 20:00', { form: 'on-site' })
  const monday = makeNeed('2027-03-01 16:00', '2027-03-01 20:00')
  const needs = [night, friday, monday]
  const rota = (agreement: readonly AgreementEntry[]) =>
    makeRota({
      district: twoMunicipalities(agreement),
      from: MARCH.from,
      to: MARCH.to,
      needs,
      holders: { [night.id]: 'a', [friday.id]: 'b', [monday.id]: 'c' },
    })

  it('count a night over the Saturday, Easter and the changed clock by hand', () => {
    const { shares, missingRates } = sharesOf(rota([KEY, RATES]))
    expect(shares.map(({ municipality, duties, minutes }) => [municipality, duties, minutes])).toEqual([
      [HERE, 1, { home: 11 * HOUR, 'on-site': 0, backup: 0 }],
      [THERE, 1, { home: 0, 'on-site': 8 * HOUR, backup: 0 }],
      [null, 1, { home: 4 * HOUR, 'on-site': 0, backup: 0 }],
    ])
    expect(shares[0]?.rated).toEqual([
      { form: 'home', rateClass: 'weekend', rateØre: 20_000, minutes: 4 * HOUR },
      { form: 'home', rateClass: 'publicHoliday', rateØre: 30_000, minutes: 7 * HOUR },
    ])
    // 4·200 + 7·300 = 2900; 4·400.55 + 4·500 = 3602.20; 4·100 = 400. Together 6902.20, three parts of it and one.
    expect(shares.map(({ costØre }) => costØre)).toEqual([290_000, 360_220, 40_000])
    expect(shares.map(({ keyShare }) => keyShare)).toEqual([0.75, 0.25, null])
    expect(shares.map(({ owedØre }) => owedØre)).toEqual([517_665 - 290_000, 172_555 - 360_220, -40_000])
    expect(missingRates).toEqual([])
    // Weighted: 11/7, 8 and 4/7 hours.
    expect(shares.map(({ share }) => share)).toEqual(
      [11 / 7, 8, 4 / 7].map((own) => expect.closeTo(own / (15 / 7 + 8), 9)),
    )
  })

  it('weigh and cost, duty by duty, what the municipality is told to have carried', () => {
    const march = rota([KEY, RATES])
    const ground = { rota: march, period: MARCH, counted: counted(march), municipality: HERE }
    const listOf = (municipality: string | null) => trailOf(ground, { municipality })
    expect(listOf(HERE).carried).toEqual({
      parts: [{ weightedMinutes: expect.closeTo((11 * HOUR) / 7, 9), costØre: 290_000 }],
      weightedMinutes: expect.closeTo((11 * HOUR) / 7, 9),
      costØre: 290_000,
    })
    expect([listOf(THERE).carried?.costØre, listOf(null).carried?.costØre]).toEqual([360_220, 40_000])
    const input = { district: march.district, trail: { municipality: HERE }, isOwn: () => true }
    const table = trailTable({ ...input, list: listOf(HERE) }, nb)
    expect(table.columns.map(({ id }) => id)).toEqual([
      'date',
      'line',
      'span',
      'doctor',
      'count',
      'home',
      'weighted',
      'cost',
      'origin',
    ])
    for (const { cells } of table.rows) expect(cells[7]).toEqual({ kind: 'øre', øre: 290_000 })

    const unrated = rota([KEY])
    const list = trailOf({ ...ground, rota: unrated, counted: counted(unrated) }, { municipality: HERE })
    expect(list.carried?.costØre).toBeNull()
    const ids = trailTable({ ...input, list }, nb).columns.map(({ id }) => id)
    expect([ids.includes('weighted'), ids.includes('cost')]).toEqual([true, false])
    expect(trailOf(ground, { personId: 'a' }).carried).toBeNull()
  })

  it('count the night of the autumn change with its hour more', () => {
    const long = makeNeed('2027-10-30 23:00', '2027-10-31 08:00')
    const october = periodOf('month', '2027-10-31')
    const autumn = makeRota({
      district: twoMunicipalities([RATES]),
      from: october.from,
      to: october.to,
      needs: [long],
      holders: { [long.id]: 'a' },
    })
    expect(sharesOf(autumn, october).shares[0]).toMatchObject({
      minutes: { home: 10 * HOUR },
      costØre: 10 * 20_000,
    })
  })

  it('name the rate that is missing, and settle nothing without it', () => {
    const rates = agreed('dutyRates', {
      home: { ordinary: 100, publicHoliday: 300 },
      'on-site': { ordinary: 400 },
    })
    const { shares, missingRates } = sharesOf(rota([KEY, rates]))
    expect(shares.map(({ costØre, owedØre }) => [costØre, owedØre])).toEqual([
      [null, null],
      [null, null],
      [40_000, null],
    ])
    expect(missingRates).toEqual([
      { form: 'home', rateClass: 'weekend' },
      { form: 'on-site', rateClass: 'weekend' },
    ])
    const cost = sharesTables(sharesOf(rota([KEY, rates])), nb).find(({ id }) => id === 'cost')
    expect(cost?.notes[0]).toContain('hjemmevakt, helg og tilstedevakt, helg')
  })

  it('weigh a municipality that joins halfway by its days', () => {
    const half = makeRota({
      district: twoMunicipalities(
        [agreed('municipalityKey', { kind: 'agreed', shares: { [HERE]: 1, [THERE]: 1 } })],
        '2027-06-01',
      ),
      from: '2027-05-01',
      to: '2027-07-01',
      needs: [],
    })
    const value = sharesOf(half, { kind: 'plan', name: 'Vår', from: '2027-05-01', to: '2027-07-01' })
    // 31 days alone and 30 days by two.
    expect(value.shares.map(({ keyShare }) => keyShare)).toEqual([
      expect.closeTo(46 / 61, 12),
      expect.closeTo(15 / 61, 12),
    ])
    expect(value.isKeyMixed).toBe(true)
  })

  it.each([
    [
      'another population under a key by agreement',
      { kind: 'agreed', shares: { [HERE]: 3, [THERE]: 1 } },
      false,
    ],
    ['another population under a key by population', { kind: 'population', shares: {} }, true],
  ] as const)('tell with %s only what it changes', (_, key, isMixed) => {
    const district = twoMunicipalities([agreed('municipalityKey', key)])
    const [here, there] = district.municipalities
    if (!here || !there) throw new Error('no municipalities')
    const facts = [
      { from: '2020-01-01', to: '2027-03-10', population: 3000, centrality: 6 },
      { from: '2027-03-10', to: null, population: 3100, centrality: 6 },
    ]
    const changed = { ...district, municipalities: [{ ...here, facts }, there] }
    const value = sharesOf(makeRota({ district: changed, from: MARCH.from, to: MARCH.to, needs: [] }))
    expect(value.key).not.toBeNull()
    expect(value.isKeyMixed).toBe(isMixed)
  })

  it('tell that the key changed where another takes its place, also of the same shares', () => {
    const value = { kind: 'population', shares: {} } as const
    const [before] = [agreed('municipalityKey', value)]
    const keys = [
      { ...before, to: '2027-03-10' } as AgreementEntry,
      agreed('municipalityKey', value, '2027-03-10'),
    ]
    expect(sharesOf(rota(keys)).isKeyMixed).toBe(true)
  })

  it.each([
    ['none', [], 'none', null],
    [
      'one that begins within the period',
      [agreed('municipalityKey', { kind: 'population', shares: {} }, '2027-03-10')],
      'part-of-period',
      null,
    ],
    [
      'one without a member',
      [agreed('municipalityKey', { kind: 'agreed', shares: { [HERE]: 2 } })],
      'no-share',
      'Storevik',
    ],
    [
      'one of nothing',
      [agreed('municipalityKey', { kind: 'agreed', shares: { [HERE]: 0, [THERE]: 0 } })],
      'sums-to-nothing',
      null,
    ],
  ] as const)('say why there is no key where there is %s', (_, agreement, kind, name) => {
    const value = sharesOf(rota(agreement))
    expect(value.keyGap).toEqual({ kind, name })
    expect(value.shares.every(({ keyShare, owedØre }) => keyShare === null && owedØre === null)).toBe(true)
    expect(JSON.stringify(sharesTables(value, nb))).not.toContain('NaN')
  })

  it('say plainly that nobody took part and nothing was held', () => {
    const empty = makeRota({
      district: makeDistrict({ municipalities: [], doctors: [], positions: [] }),
      needs: [],
    })
    const value = sharesOf(empty, JANUARY)
    expect(value.shares).toEqual([])
    const [first] = sharesTables(value, nb)
    expect([first?.rows, first?.notes]).toEqual([
      [],
      [nb.reportShares.shares.noMembers, nb.reportShares.key.gap.none()],
    ])
    const still = sharesTables(sharesOf(makeRota({ needs: [] }), JANUARY), nb)
    expect(still[0]?.notes[0]).toBe(nb.reportShares.shares.empty)
    expect(JSON.stringify(still)).not.toMatch(/NaN|Infinity|null/)
  })

  it('follow the place a duty was held in before who held it, and leave out who learns beside', () => {
    const need = makeNeed('2027-03-02 16:00', '2027-03-03 08:00')
    const slices = [
      makeSlice('a', '2027-03-02 16:00', '2027-03-02 20:00', { positionId: 'position-b' }),
      makeSlice('a', '2027-03-02 20:00', '2027-03-03 08:00', { origin: 'swap' }),
      makeSlice('c', '2027-03-02 16:00', '2027-03-03 08:00', { shadowing: true }),
    ]
    const split = makeRota({
      district: twoMunicipalities(),
      from: MARCH.from,
      to: MARCH.to,
      needs: [need],
      holders: { [need.id]: slices },
    })
    expect(
      sharesOf(split).shares.map(({ municipality, duties, minutes }) => [municipality, duties, minutes.home]),
    ).toEqual([
      [HERE, 0.75, 12 * HOUR],
      [THERE, 0.25, 4 * HOUR],
    ])
  })

  it('take the GP agreement’s municipality of several, then the larger post', () => {
    const [gp] = makeDoctor('a').engagements
    if (!gp) throw new Error('no engagement')
    const at = (number: string, form: 'locum' | 'gp-salaried', fractionPercent: number) => ({
      ...gp,
      id: number,
      employer: { kind: 'municipality' as const, number },
      form,
      fractionPercent,
    })
    const ownerWith = (...engagements: ReturnType<typeof at>[]) => {
      const district = { ...twoMunicipalities(), doctors: [makeDoctor('a', { engagements })], positions: [] }
      const rotaOf = makeRota({
        district,
        from: MARCH.from,
        to: MARCH.to,
        needs: [monday],
        holders: { [monday.id]: 'a' },
      })
      return sharesOf(rotaOf).shares.find(({ duties }) => duties > 0)?.municipality
    }
    expect(ownerWith(at(HERE, 'locum', 100), at(THERE, 'gp-salaried', 20))).toBe(THERE)
    expect(ownerWith(at(HERE, 'locum', 40), at(THERE, 'locum', 60))).toBe(THERE)
    expect(ownerWith(at(THERE, 'locum', 50), at(HERE, 'locum', 50))).toBe(HERE)
    expect(ownerWith(at('1103', 'gp-salaried', 100))).toBe(null)
  })

  it('round to whole øre that add up', () => {
    expect(wholeParts([1 / 3, 1 / 3, 1 / 3])).toEqual([1, 0, 0])
    expect(wholeParts([0.5, 0.5, 1.2])).toEqual([1, 0, 1])
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e7, noNaN: true }), { maxLength: 9 }), (parts) => {
        const whole = wholeParts(parts)
        expect(whole.every(Number.isInteger)).toBe(true)
        expect(whole.reduce((a, b) => a + b, 0)).toBe(Math.round(parts.reduce((a, b) => a + b, 0)))
        expect(whole.every((part, index) => Math.abs(part - (parts[index] ?? 0)) < 1)).toBe(true)
      }),
    )
  })
})

/** A random rota among two municipalities, with places, an open part and a locum without a name. */
const worlds = rotaOver(JANUARY.from, '2027-02-15').map((rota): Rota => {
  const homes = [HERE, THERE, HERE, null]
  const doctors = rota.district.doctors.map((doctor, index) => ({
    ...doctor,
    engagements: engaged(doctor.personId, homes[index] ?? null).engagements,
  }))
  const positions = [makePosition('a'), makePosition('b', { municipality: THERE })]
  const cells = [...rota.cells].flatMap(([key, cell], index) => {
    if (index % 11 === 3) return []
    const slices = cell.slices.map((slice, at) => {
      if ((index + at) % 13 === 5) return { ...slice, personId: null, positionId: 'position-b' }
      return (index + at) % 5 === 0 ? { ...slice, positionId: 'position-a' } : slice
    })
    return [[key, { ...cell, slices }] as const]
  })
  const municipalities = [member(HERE, 'Lillevik', 3000), member(THERE, 'Storevik', 1000)]
  const district = { ...rota.district, doctors, positions, municipalities, agreement: [KEY, RATES_ALL] }
  return { ...rota, district, cells: new Map(cells), from: JANUARY.from, to: JANUARY.to }
})
const RATES_ALL = agreed('dutyRates', {
  home: { ordinary: 101.37, weekend: 207.11, publicHoliday: 300 },
  'on-site': { ordinary: 400.55, weekend: 500, publicHoliday: 600 },
  backup: { ordinary: 33.33, weekend: 44.44, publicHoliday: 55.55 },
})

describe('over random districts', () => {
  it('what municipalities carried is the ledger and those without a name, to the minute', () => {
    fc.assert(
      fc.property(worlds, (rota) => {
        const value = sharesOf(rota, JANUARY)
        const ledgers = personLedgers({ rota, period: JANUARY, assignments: [], outcomes: [] })
        const held = value.shares.reduce(
          (sum, { minutes }) => sum + DUTY_FORMS.reduce((all, form) => all + minutes[form], 0),
          0,
        )
        const own = ledgers.reduce(
          (sum, { worked }) => sum + DUTY_FORMS.reduce((all, form) => all + worked.minutes[form], 0),
          0,
        )
        expect(held - value.unnamedMinutes).toBe(own)
        for (const row of value.shares)
          expect(row.rated.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(
            DUTY_FORMS.reduce((all, form) => all + row.minutes[form], 0),
          )
        expect(value.shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
        expect(value.shares.reduce((sum, { owedØre }) => sum + (owedØre ?? Number.NaN), 0)).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  it('every trail of a municipality, a doctor, a form and what is open adds up to its figure', () => {
    fc.assert(
      fc.property(worlds, (rota) => {
        const ground = { rota, period: JANUARY, counted: counted(rota), municipality: HERE }
        const value = sharesOf(rota, JANUARY)
        for (const { municipality, duties, minutes, weightedMinutes, costØre } of value.shares) {
          const list = trailOf(ground, { municipality })
          expect(list.carried?.weightedMinutes).toBeCloseTo(weightedMinutes, 6)
          expect(list.carried?.costØre).toBe(costØre)
          if (costØre !== null)
            expect(list.carried?.parts.reduce((sum, part) => sum + (part.costØre ?? Number.NaN), 0)).toBe(
              costØre,
            )
          expect(list.carried?.parts).toHaveLength(list.duties.length)
          expect(trailOf(ground, { municipality, form: 'home' }).carried).toBeNull()
          expect(list.minutes).toEqual(minutes)
          expect(list.count).toBeCloseTo(duties, 9)
          for (const form of DUTY_FORMS)
            expect(trailOf(ground, { municipality, form }).minutes[form]).toBe(minutes[form])
        }
        const open = trailOf(ground, { only: 'open' })
        expect(open.count).toBeCloseTo(value.openDuties, 9)
        expect(DUTY_FORMS.reduce((sum, form) => sum + open.minutes[form], 0)).toBe(value.openMinutes)
        for (const { personId, worked } of personLedgers({
          rota,
          period: JANUARY,
          assignments: [],
          outcomes: [],
        })) {
          expect(trailOf(ground, { personId }).minutes).toEqual(worked.minutes)
          expect(trailOf(ground, { personId }).count).toBeCloseTo(worked.duties, 9)
          expect(trailOf(ground, { personId, only: 'nights' }).count).toBe(worked.nights)
          expect(trailOf(ground, { personId, only: 'weekends' }).count).toBe(worked.weekendsAny)
          expect(trailOf(ground, { personId, only: 'public-holidays' }).count).toBe(worked.publicHolidays)
          for (const form of DUTY_FORMS)
            expect(trailOf(ground, { personId, form }).minutes[form]).toBe(worked.minutes[form])
        }
      }),
      { numRuns: 40 },
    )
  })

  it('no minute has two rates or none', () => {
    const rate = ratedMinutes([])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 1, max: 4320 }), (from, length) => {
        const start = Math.floor(Date.UTC(2027, 0, 1) / 60_000) + from
        const piece = { form: 'home' as const, start, end: start + length }
        expect(rate([piece]).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(minutesOf(piece))
      }),
    )
  })
})
