import { describe, expect, it } from 'vitest'
import {
  BUILDER_WEIGHTS,
  builderWeightsOn,
  DEFAULT_PARAMETERS,
  DEFAULT_REFERENCES,
  type ParameterName,
} from '../../../src/core/rota/agreement.ts'
import { PARAMETER_GROUPS } from '../../../src/core/rota/parameter.ts'
import { isInForce, startOf, startValueOf, valueFaults } from '../../../src/core/rota/parameter-values.ts'
import { PARAMETER_NAMES, PARAMETERS } from '../../../src/core/rota/parameters.ts'
import { RULES } from '../../../src/core/rules/index.ts'

const HOUR = 60

describe('the registry of parameters', () => {
  it('keeps the parameters of a group together, in the order of the groups', () => {
    const groups = PARAMETER_NAMES.map((name) => PARAMETERS[name].group)
    expect(groups.filter((group, index) => group !== groups[index - 1])).toEqual(PARAMETER_GROUPS)
  })

  it.each(PARAMETER_NAMES)('lets %s start with a value of its own shape, if with any', (name) => {
    const value = startValueOf(name)
    expect(value === undefined).toBe(startOf(name) === 'unset')
    expect(value === undefined ? [] : valueFaults(name, value)).toEqual([])
  })

  it.each([
    [0, 'out-of-range'],
    [-1, 'out-of-range'],
    [0.099, 'out-of-range'],
    [10.001, 'out-of-range'],
    [Number.NaN, 'not-a-number'],
    [Number.POSITIVE_INFINITY, 'not-a-number'],
    ['2', 'not-a-number'],
  ])('refuses %s as a weight of the builder, and names it', (value, code) => {
    expect(valueFaults('builderWeights', { spacing: 2, wishes: value })).toEqual([
      { path: ['wishes'], code, value: String(value) },
    ])
  })

  it('takes weights of the builder from a tenth to ten, and what is left out as usual', () => {
    expect(valueFaults('builderWeights', { wishes: 0.1, spacing: 10 })).toEqual([])
    const entry = {
      parameter: 'builderWeights',
      value: { wishes: 2 },
      from: '2027-01-04',
      to: null,
      status: 'adopted',
      source: 'Sak 4/27',
      author: 'Kari',
      decidedOn: null,
    } as const
    const usual = DEFAULT_PARAMETERS.builderWeights
    expect(builderWeightsOn([entry], '2027-01-03')).toEqual(usual)
    expect(builderWeightsOn([entry], '2027-01-04')).toEqual({ ...usual, wishes: 2 })
    expect(Object.keys(usual)).toEqual(BUILDER_WEIGHTS)
  })

  it('names as unset what nobody may decide for a district', () => {
    const unset = PARAMETER_NAMES.filter((name) => startOf(name) === 'unset')
    expect(unset).toEqual([
      'rollingTotalMinutes',
      'weeklyDutyMinutes',
      'averageUnderAct',
      'averageDuty',
      'restBeforeNightMinutes',
      'longestPeriodMinutes',
      'nightsInARow',
      'leastDoctors',
      'courseValidYears',
      'competenceException',
      'dutyClasses',
      'agreementHolidays',
      'shareTolerancePercent',
      'publishDaysBefore',
      'planPeriods',
      'logYears',
      'municipalityKey',
      'dutyRates',
      'grantCriteria',
    ])
  })

  it('offers presets without letting any of them hold', () => {
    const offered = PARAMETER_NAMES.filter((name) => PARAMETERS[name].presets)
    expect(offered).toContain('averageUnderAct')
    for (const name of offered) {
      for (const preset of PARAMETERS[name].presets ?? []) {
        const codes = valueFaults(name, preset.value).map((fault) => fault.code)
        expect(codes.filter((code) => code !== 'missing')).toEqual([])
      }
    }
    expect(isInForce([], 'averageUnderAct', '2027-01-04')).toBe(false)
    expect(isInForce([], 'publishDaysBefore', '2027-01-04')).toBe(false)
  })

  it('marks as a limit, a refinement or a way of counting everything that a rule reads', () => {
    const read = new Set(RULES.flatMap((rule) => rule.parameters))
    const idle = [...read].filter((name) => ['arranges', 'recorded'].includes(PARAMETERS[name].use))
    expect(idle).toEqual([])
    const limits = PARAMETER_NAMES.filter((name) => PARAMETERS[name].use === 'limit')
    expect(limits.filter((name) => !read.has(name))).toEqual([])
  })

  it('has every default and reference of the model', () => {
    const starts = [...Object.keys(DEFAULT_PARAMETERS), ...Object.keys(DEFAULT_REFERENCES)]
    expect(PARAMETER_NAMES.filter((name) => startOf(name) !== 'unset').toSorted()).toEqual(starts.toSorted())
  })
})

type Case = readonly [name: ParameterName, value: unknown, faults: readonly (readonly [string, string])[]]

const CASES: readonly Case[] = [
  ['weeklyTotalMinutes', 168 * HOUR, []],
  ['weeklyTotalMinutes', 168 * HOUR + 1, [['', 'out-of-range']]],
  ['weeklyTotalMinutes', 1, []],
  ['weeklyTotalMinutes', 0, [['', 'out-of-range']]],
  // A district may hide more than its default does, and never less.
  ['leastGroup', 4, [['', 'out-of-range']]],
  ['weeklyTotalMinutes', Number.NaN, [['', 'not-a-number']]],
  ['weeklyTotalMinutes', undefined, [['', 'missing']]],
  ['nightsInARow', 2.5, [['', 'not-a-number']]],
  ['averageUnderAct', [{ minutes: 48 * HOUR, weeks: 8 }], []],
  [
    'averageUnderAct',
    [{ minutes: 48 * HOUR, weeks: 105 }, { minutes: 48 * HOUR }],
    [
      ['0.weeks', 'out-of-range'],
      ['1.weeks', 'missing'],
    ],
  ],
  ['averageDuty', { minutes: 7 * HOUR }, [['weeks', 'missing']]],
  ['restAfterMinutes', {}, []],
  ['restAfterMinutes', { home: 73 * HOUR }, [['home', 'out-of-range']]],
  ['officeDayAfterNight', { home: true, 'on-site': false }, [['backup', 'missing']]],
  ['hourWeights', { home: 1 / 7, 'on-site': 1, backup: 0.2 }, []],
  ['night', { start: '23:00', end: '8', leastMinutes: 180 }, [['end', 'not-a-time']]],
  // All other time is out of hours: office hours round the clock would leave nothing to be exempt from.
  ['officeHours', { start: '07:00', end: '19:00' }, []],
  ['officeHours', { start: '07:00', end: '19:01' }, [['end', 'longer-than-12-hours']]],
  ['officeHours', { start: '08:00', end: '08:00' }, [['end', 'ends-before-start']]],
  ['officeHours', { start: '20:00', end: '04:00' }, [['end', 'ends-before-start']]],
  ['officeHours', { start: '12:00', end: '24:00' }, []],
  ['night', { start: '23:00', end: '23:00', leastMinutes: 180 }, [['end', 'shorter-than-4-hours']]],
  ['night', { start: '23:00', end: '02:59', leastMinutes: 180 }, [['end', 'shorter-than-4-hours']]],
  ['night', { start: '23:00', end: '03:00', leastMinutes: 180 }, []],
  ['night', { start: '24:00', end: '04:00', leastMinutes: 180 }, []],
  ['night', { start: '20:00', end: '08:00', leastMinutes: 720 }, []],
  ['night', { start: '20:00', end: '08:01', leastMinutes: 180 }, [['end', 'longer-than-12-hours']]],
  ['night', { start: '23:00', end: '08:00', leastMinutes: 541 }, [['leastMinutes', 'longer-than-whole']]],
  ['night', { start: '23:00', end: '08:00', leastMinutes: 1440 }, [['leastMinutes', 'out-of-range']]],
  ['night', { start: '23:00', end: '08:00', leastMinutes: 0 }, [['leastMinutes', 'out-of-range']]],
  ['weekend', { fridayStart: '16:00', mondayEnd: '08:00', leastMinutes: 64 * HOUR }, []],
  [
    'weekend',
    { fridayStart: '16:00', mondayEnd: '08:00', leastMinutes: 64 * HOUR + 1 },
    [['leastMinutes', 'longer-than-whole']],
  ],
  [
    'weekend',
    { fridayStart: '16:00', mondayEnd: '08:00', leastMinutes: 0 },
    [['leastMinutes', 'out-of-range']],
  ],
  // What the law gives may be widened and never narrowed.
  ['exemptionAge', 60, []],
  ['exemptionAge', 55, []],
  ['exemptionAge', 61, [['', 'out-of-range']]],
  ['parentExemption', { monthsBefore: 3, childMonths: 12 }, []],
  [
    'parentExemption',
    { monthsBefore: 2, childMonths: 11 },
    [
      ['monthsBefore', 'out-of-range'],
      ['childMonths', 'out-of-range'],
    ],
  ],
  ['agreementEnd', { age: 59, latestAge: 80 }, [['age', 'out-of-range']]],
  ['agreementEnd', { age: 70, latestAge: 81 }, [['latestAge', 'out-of-range']]],
  ['agreementEnd', { age: 70, latestAge: 69 }, [['latestAge', 'out-of-range']]],
  // What judges nothing is no value; what starts with a default is turned off by an empty one.
  ['averageUnderAct', [], [['', 'empty-value']]],
  ['leastDoctors', {}, [['', 'empty-value']]],
  ['planPeriods', [], [['', 'empty-value']]],
  ['specialHolidays', [], []],
  ['agreementEnd', { age: 70, latestAge: 70 }, []],
  ['backupReach', { onSiteWithinMinutes: null }, []],
  ['backupReach', { onSiteWithinMinutes: 0 }, [['onSiteWithinMinutes', 'out-of-range']]],
  ['cutPoints', ['00:00', '08:00', '00:00'], [['2', 'given-twice']]],
  ['openDutyOrder', ['locum', 'own-rota'], []],
  ['openDutyOrder', ['locum', 'locum'], [['1', 'given-twice']]],
  ['dutyClasses', { first: 1, second: 5 }, [['second', 'missing']]],
  ['municipalityKey', { kind: 'population', shares: {} }, []],
  ['municipalityKey', { kind: 'agreed', shares: { '4601': 60, '4602': 0 } }, []],
  ['municipalityKey', { kind: 'agreed', shares: {} }, [['shares', 'out-of-range']]],
  ['municipalityKey', { kind: 'list-patients', shares: { '4601': 0 } }, [['shares', 'out-of-range']]],
  ['municipalityKey', { kind: 'agreed', shares: { '4601': -1 } }, [['shares.4601', 'out-of-range']]],
  ['municipalityKey', { shares: {} }, [['kind', 'missing']]],
  ['dutyRates', { home: { ordinary: 310.5 } }, []],
  ['dutyRates', {}, [['', 'empty-value']]],
  ['dutyRates', { home: {} }, [['home', 'empty-value']]],
  ['dutyRates', { home: { weekend: -1 } }, [['home.weekend', 'out-of-range']]],
  ['planPeriods', [{ name: 'Sommer', from: '06-20', publishBy: '03-10' }], []],
  [
    'planPeriods',
    [{ name: ' ', from: '02-29', publishBy: null }],
    [
      ['0.name', 'missing'],
      ['0.from', 'not-a-date'],
    ],
  ],
  [
    'planPeriods',
    [
      { name: 'Vår', from: '01-04', publishBy: null },
      { name: 'Vinter', from: '01-04', publishBy: null },
    ],
    [['1.from', 'given-twice']],
  ],
  ['agreementHolidays', [{ from: '2027-12-24', start: '15:00', to: '2027-12-24', end: '24:00' }], []],
  [
    'agreementHolidays',
    [{ from: '2027-12-24', start: '15:00', to: '2027-12-24', end: '15:00' }],
    [['0.to', 'ends-before-start']],
  ],
]

describe('a value of a parameter', () => {
  it.each(CASES)('of %s as %j is refused for exactly %j', (name, value, faults) => {
    expect(valueFaults(name, value).map(({ path, code }) => [path.join('.'), code])).toEqual(faults)
  })

  it('is in force only when it says something', () => {
    const entry = {
      from: '2027-01-01',
      to: null,
      status: 'adopted',
      source: 's',
      author: 'a',
      decidedOn: '2026-12-01',
    } as const
    const with0 = [{ ...entry, parameter: 'leastDoctors', value: {} } as const]
    const with6 = [{ ...entry, parameter: 'leastDoctors', value: { home: 6 } } as const]
    expect(isInForce(with0, 'leastDoctors', '2027-01-04')).toBe(false)
    expect(isInForce(with6, 'leastDoctors', '2027-01-04')).toBe(true)
    expect(isInForce(with6, 'leastDoctors', '2026-12-31')).toBe(false)
  })
})
