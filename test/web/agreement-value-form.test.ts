import { describe, expect, it } from 'vitest'
import type { ParameterName } from '../../src/core/rota/agreement.ts'
import { startValueOf, valueFaults } from '../../src/core/rota/parameter-values.ts'
import { PARAMETER_NAMES, PARAMETERS, shapeOf } from '../../src/core/rota/parameters.ts'
import { type FormTexts, fromTexts, toTexts } from '../../src/web/agreement/value-form.ts'

const HOUR = 60
const KEYS = { 'by-line': ['first', 'back'], 'by-municipality': ['4601', '0301'] }
const read = (name: ParameterName, texts: FormTexts) => fromTexts(shapeOf(name), texts, KEYS).value

describe('the fields of a value', () => {
  it.each(PARAMETER_NAMES)('of %s carry its default and presets out and in', (name) => {
    const start = startValueOf(name)
    const presets = (PARAMETERS[name].presets ?? []).map((preset) => preset.value)
    for (const value of [...(start === undefined ? [] : [start]), ...presets]) {
      expect(read(name, toTexts(shapeOf(name), value))).toEqual(value)
    }
  })

  it.each<[ParameterName, unknown]>([
    ['leastDoctors', { home: 5, 'full-day': 8 }],
    ['dutyClasses', { first: 1, back: 4 }],
    [
      'planPeriods',
      [
        { name: 'Sommer', from: '06-20', publishBy: '03-10' },
        { name: 'Høst', from: '08-16', publishBy: null },
      ],
    ],
    ['agreementHolidays', [{ from: '2027-12-24', start: '15:00', to: '2027-12-27', end: '24:00' }]],
    ['grantCriteria', { populationBelow: 5000, centrality: [5, 6] }],
    ['municipalityKey', { kind: 'population', shares: {} }],
    ['municipalityKey', { kind: 'agreed', shares: { '0301': 62.5, '4601': 0 } }],
    ['dutyRates', { home: { ordinary: 310.5, weekend: 450 }, backup: { publicHoliday: 600 } }],
    ['competenceException', { daysPerMonth: 19.5, warnAtPercent: 80 }],
    ['swaps', { approval: 'none', latestHoursBefore: 24 }],
    ['backupReach', { onSiteWithinMinutes: 30 }],
    ['specialHolidays', []],
    ['cutPoints', []],
    ['restAfterMinutes', {}],
    ['builderWeights', { wishes: 2, spacing: 1.5 }],
    ['fairness', { hours: 0.25, nights: 4, weekends: 3, holidays: 1 }],
  ])('of %s carry %j out and in', (name, value) => {
    const texts = toTexts(shapeOf(name), value)
    expect(read(name, texts)).toEqual(value)
    expect(valueFaults(name, read(name, texts))).toEqual([])
  })

  it.each<[ParameterName, FormTexts, unknown]>([
    ['weeklyTotalMinutes', { 'value.h': ['56'], 'value.m': [''] }, 56 * HOUR],
    ['weeklyTotalMinutes', { 'value.h': ['7,5'] }, 450],
    ['weeklyTotalMinutes', { 'value.m': ['45'] }, 45],
    ['weeklyTotalMinutes', { 'value.h': [' '] }, undefined],
    ['weeklyTotalMinutes', { 'value.h': ['56'], 'value.m': ['59'] }, 56 * HOUR + 59],
    ['weeklyTotalMinutes', { 'value.h': ['56'], 'value.m': ['60'] }, Number.NaN],
    ['weeklyTotalMinutes', { 'value.h': ['56'], 'value.m': ['-1'] }, Number.NaN],
    ['weeklyTotalMinutes', { 'value.h': ['seksti'] }, Number.NaN],
    ['weeklyTotalMinutes', { 'value.h': ['1e3'] }, Number.NaN],
    ['nightsInARow', { value: ['-1'] }, -1],
    [
      'grantCriteria',
      { 'value.populationBelow': ['5 000'], 'value.centrality': ['5 6'] },
      { populationBelow: 5000, centrality: [5, 6] },
    ],
    ['officeHours', { 'value.start': ['8'], 'value.end': ['15.30'] }, { start: '08:00', end: '15:30' }],
    ['officeHours', { 'value.start': ['0800'] }, { start: '08:00' }],
    ['officeHours', { 'value.start': ['åtte'] }, { start: 'åtte' }],
    ['cutPoints', { value: ['8, 16:00;23'] }, ['08:00', '16:00', '23:00']],
    [
      'hourWeights',
      { 'value.home': ['1/7'], 'value.on-site': ['1'], 'value.backup': ['0,2'] },
      { home: 1 / 7, 'on-site': 1, backup: 0.2 },
    ],
    ['hourWeights', { 'value.home': ['1/0'] }, { home: Number.POSITIVE_INFINITY }],
    ['openDutyOrder', { 'value.0': [''], 'value.1': ['locum'] }, ['locum']],
    ['openDutyOrder', { 'value.0': ['anybody'] }, []],
    ['builderWeights', { 'value.wishes.step': ['2'], 'value.wishes': ['9'] }, { wishes: 2 }],
    ['builderWeights', { 'value.wishes.step': ['own'], 'value.wishes': ['1,5'] }, { wishes: 1.5 }],
    ['builderWeights', { 'value.wishes.step': ['own'], 'value.wishes': [' '] }, { wishes: Number.NaN }],
    ['builderWeights', { 'value.wishes.step': ['mange'] }, { wishes: Number.NaN }],
    ['builderWeights', { 'value.wishes': ['-1'] }, { wishes: -1 }],
    ['builderWeights', {}, {}],
    ['officeDayAfterNight', { 'value.home': ['yes'] }, { home: true, 'on-site': false, backup: false }],
  ])('of %s read %j as %j', (name, texts, value) => {
    expect(read(name, texts)).toEqual(value)
  })

  it('count rows anew when empty ones stand between them', () => {
    const { value, texts } = fromTexts(
      shapeOf('averageUnderAct'),
      {
        'value.0.minutes.h': [''],
        'value.2.minutes.h': ['48'],
        'value.2.weeks': ['8'],
        from: ['2027-01-04'],
      },
      KEYS,
    )
    expect(value).toEqual([{ minutes: 48 * HOUR, weeks: 8 }])
    expect(texts).toEqual({ 'value.0.minutes.h': ['48'], 'value.0.weeks': ['8'], from: ['2027-01-04'] })
  })
})
