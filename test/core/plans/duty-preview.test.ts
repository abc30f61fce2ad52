import { describe, expect, it } from 'vitest'
import { preview, previewDates, previewDuties } from '../../../src/core/plans/duty-preview.ts'
import { STAFFINGS, starterLines } from '../../../src/core/plans/starter-district.ts'
import type { District } from '../../../src/core/rota/district.ts'
import { checkRota } from '../../../src/core/rules/check.ts'
import { mergeIntervals, minutesOf } from '../../../src/core/time/interval.ts'
import { addDays } from '../../../src/core/time/local-date.ts'
import { nb } from '../../../src/text/nb.ts'
import { exampleFile } from '../../support/installation.ts'

const fjordane = exampleFile('fjordane').district

describe('the dates of a preview', () => {
  it.each([
    ['2026-11-22', ['2026-11-23', '2026-12-23', '2027-03-24', '2027-05-16', '2027-03-27']],
    ['2027-01-02', ['2027-01-04', '2026-12-23', '2027-03-24', '2027-05-16', '2027-03-27']],
    ['2027-01-03', ['2027-01-04', '2027-12-23', '2027-03-24', '2027-05-16', '2027-03-27']],
    ['2027-03-28', ['2027-04-05', '2027-12-23', '2027-03-24', '2027-05-16', '2027-03-27']],
    ['2027-03-29', ['2027-04-05', '2027-12-23', '2027-03-24', '2027-05-16', '2027-10-30']],
    ['2027-05-18', ['2027-05-24', '2027-12-23', '2028-04-12', '2027-05-16', '2027-10-30']],
    ['2027-05-19', ['2027-05-24', '2027-12-23', '2028-04-12', '2028-05-16', '2027-10-30']],
  ])('from %s are the next of each', (today, first) => {
    expect(previewDates(today).map(({ from }) => from)).toEqual(first)
  })

  it('never call a week with a holiday ordinary', () => {
    for (let day = 0; day < 400; day += 3) {
      const [week] = previewDates(addDays('2026-11-22', day))
      const kinds = previewDuties(fjordane, week!).map((own) => own.kinds[0])
      expect(kinds).toEqual(['weekday', 'weekday', 'weekday', 'weekday', 'weekday', 'saturday', 'sunday'])
    }
  })
})

describe('a preview', () => {
  it.each(['fjordane', 'nordoey', 'storby'])(
    'of %s finds the gaps that the cover rule finds, also with hours gone',
    (name) => {
      const { district } = exampleFile(name)
      const shortened: District = {
        ...district,
        lines: district.lines.map((line) => ({
          ...line,
          templates: line.templates.map((version) => ({
            ...version,
            windows: version.windows.map((window) =>
              window.start === '16:00' ? { ...window, start: '17:30' } : window,
            ),
          })),
        })),
      }
      for (const own of [district, shortened])
        for (const part of preview(own, '2026-11-22')) {
          const rota = {
            district: own,
            from: part.from,
            to: part.to,
            needs: [],
            cells: new Map(),
            elsewhere: [],
          }
          const found = checkRota(rota).filter(({ rule }) => rule === 'cover')
          expect(mergeIntervals(part.days.flatMap(({ gaps }) => gaps))).toEqual(found.map(({ span }) => span))
        }
    },
  )

  it.each([
    ['2027-03-28', 23],
    ['2027-10-31', 25],
    ['2027-10-30', 24],
  ])('of %s has a day of %i hours, filled by its duties', (date, hours) => {
    const lines = starterLines('on-site', nb.setup.starter.words, '2026-01-01')
    const [day] = previewDuties({ lines, coveredElsewhere: [] }, { from: date, to: addDays(date, 1) })
    expect(minutesOf(day!.span)).toBe(hours * 60)
    expect(day!.duties.reduce((sum, duty) => sum + minutesOf(duty), 0)).toBe(hours * 60)
    expect(day!.gaps).toEqual([])
  })

  it('tells two duties of one line that meet, as at a handover of a quarter of an hour', () => {
    const [day] = previewDuties(fjordane, { from: '2027-01-09', to: '2027-01-10' })
    expect(day!.overlaps.map(minutesOf)).toEqual([15])
  })
})

describe('every way to staff that the starter offers', () => {
  it.each(STAFFINGS)('%s leaves no minute without somebody who answers', (staffing) => {
    const lines = starterLines(staffing, nb.setup.starter.words, '2026-01-01')
    const windows = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
      weekday,
      start: '08:00',
      end: '16:00',
      endDay: 0,
    }))
    const surgeries = { id: 'd', name: 'd', from: '2026-01-01', to: null, windows, onPublicHolidays: false }
    const days = previewDuties(
      { lines, coveredElsewhere: [surgeries] },
      { from: '2026-12-01', to: '2028-12-01' },
    )
    expect(days.filter(({ gaps }) => gaps.length > 0).map(({ date }) => date)).toEqual([])
    expect(days.filter(({ overlaps }) => overlaps.length > 0)).toEqual([])
  })
})
