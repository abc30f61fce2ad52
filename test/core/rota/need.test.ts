import { describe, expect, it } from 'vitest'
import type { Line, TemplateWindow } from '../../../src/core/rota/line.ts'
import { needsOf } from '../../../src/core/rota/need.ts'

const evening: TemplateWindow = {
  key: 'kveld',
  name: 'Kveld',
  dayKinds: ['weekday'],
  start: '16:00',
  end: '23:00',
  endDay: 0,
  number: 1,
  pieces: [],
  paid: null,
  block: null,
}

function lineWith(windows: readonly TemplateWindow[]): Line {
  const template = { from: '2027-01-01', to: null, windows, overrides: [], summer: null }
  return {
    id: 'vakt',
    name: 'Vakt',
    code: 'V',
    form: 'home',
    areas: [],
    serves: [],
    overlapClass: null,
    behind: [],
    conditional: false,
    templates: [template],
  }
}

describe('a window with weekdays', () => {
  const untilThursday: TemplateWindow = { ...evening, weekdays: [1, 2, 3, 4] }
  const friday: TemplateWindow = { ...evening, key: 'fredag', weekdays: [5], block: 'weekend' }
  const saturday: TemplateWindow = {
    ...evening,
    key: 'helg',
    dayKinds: ['saturday', 'sunday'],
    block: 'weekend',
  }

  it('lets a weekend block begin on Friday', () => {
    const needs = needsOf(lineWith([untilThursday, friday, saturday]), '2027-01-04', '2027-01-11')
    expect(needs.map((need) => need.blockId)).toEqual([
      null,
      null,
      null,
      null,
      'vakt.2027-W01.weekend',
      'vakt.2027-W01.weekend',
      'vakt.2027-W01.weekend',
    ])
  })

  it('falls back to the more general day kind when no window of the special one holds on the weekday', () => {
    const bridge: TemplateWindow = { ...evening, key: 'inneklemt', dayKinds: ['bridge-day'], weekdays: [1] }
    const needs = needsOf(lineWith([friday, bridge]), '2027-05-07', '2027-05-08')
    expect(needs.map((need) => need.id)).toEqual(['vakt.2027-05-07.fredag'])
  })

  it('demands nothing on a weekday that no window names', () => {
    expect(needsOf(lineWith([untilThursday]), '2027-01-08', '2027-01-09')).toEqual([])
  })
})
