import { describe, expect, it } from 'vitest'
import { type Cell, cellKey, sliceFault } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking, type Violation } from '../../src/core/rules/violation.ts'
import { makeNeed, makeSlice, makeWindow, weekdays } from '../support/make-district.ts'
import { SITUATION_NAMES, situationOf } from '../support/situations.ts'
import { line, NEIGHBOUR, needsOn, rotaAt } from '../support/situations-parts.ts'
import { tableOf } from '../support/situations-table.ts'

const FOUND = tableOf(`
district  | doctor | finding                | times
----------|--------|------------------------|------
moved     | cato   | office-day-after-night | 2
standby   | ivar   | office-day-after-night | 1
weekend   | lars   | office-day-after-night | 1
claimed   | magne  | office-day-after-night | 1
by-line   | nora   | office-day-after-night | 1
leave     | berit  | office-day-after-night | 2
leave     | berit  | at-risk                | 1
locum     | finn   | hours-elsewhere-untold | 1
locum     | gro    | office-day-after-night | 1
handed-on | jens   | office-day-after-night | 1
paid      | trond  | weekly-rest            | 1
relief    | knut   | weekly-rest            | 1
relief    | knut   | office-day-after-night | 1
july      | nils   | office-day-after-night | 1
july      | mari   | office-day-after-night | 1
staggered | ragna  | office-day-after-night | 1
`)

describe('a rota as the situation has it', () => {
  it.each(SITUATION_NAMES.map((name) => [name]))(
    'can be published, with warnings told by hand: %s',
    (name) => {
      const { rota, neighbours } = situationOf(name)
      for (const one of [rota, ...neighbours]) {
        const expected = FOUND.filter((row) => row.district === one.district.id)
        expect(byKind(one)).toEqual(expected)
        expect(checkRota(one).filter(isBlocking)).toEqual([])
      }
    },
  )

  it('holds at every revision of its history', () => {
    for (const name of SITUATION_NAMES) {
      const situation = situationOf(name)
      for (const { revision } of situation.publications) {
        expect({ name, found: checkRota(rotaAt(situation, revision)).filter(isBlocking) }).toEqual({
          name,
          found: [],
        })
      }
    }
  })
})

describe('the same rota, spoilt in one place', () => {
  it.each<readonly [string, string, (rota: Rota) => Rota, string]>([
    ['a second standby at once by overlap class', 'without the class', withoutClass, 'ivar overlap 960/0'],
    [
      'backup shared by two districts',
      'without a backup',
      clear('backup.2027-02-03.e'),
      'geir backup-missing 420/0',
    ],
    [
      'a group of two LIS1, one shadowing',
      'with the learner counting',
      hold('first.2027-02-10.e', 'vidar'),
      'vidar counts-while-learning 420/0',
    ],
    [
      'a group of two LIS1, one shadowing',
      'without a backup, which the one who learns does not need',
      clear('backup.2027-02-10.e'),
      'ulla backup-missing 420/0',
    ],
    ['backup only when needed', 'without it', clear('backup.2027-02-16.e'), 'zara backup-missing 420/0'],
    [
      'parental leave with unknown date',
      'with a duty after the last day',
      hold('first.2027-06-22.n', 'berit'),
      'berit not-available 960/0',
    ],
    [
      'exemption claimed, withdrawn, claimed again',
      'with a duty under the first claim',
      hold('first.2027-02-02.n', 'magne'),
      'magne not-available 960/0',
    ],
    [
      'exemption claimed, withdrawn, claimed again',
      'with a duty under the second claim',
      hold('first.2027-06-08.n', 'magne'),
      'magne not-available 960/0',
    ],
    [
      'a municipality in July only',
      'with its doctor in June',
      hold('first.2027-06-29.n', 'mari'),
      'mari outside-participation 960/0',
    ],
    ['a retired GP as locum', 'on a date not offered', notOffered, 'sverre outside-offer 960/0'],
    [
      'daytime duty 08–16 inside surgery hours',
      'an hour into the evening',
      hourLater,
      'jorunn not-available 480/0',
    ],
    [
      'staggered 14–22 and 16–24 with 15 min handover',
      'with one doctor in both ends of the handover',
      hold('late.2027-01-20.n', 'per'),
      'per overlap 15/0',
    ],
    [
      'home till 23, on-site after',
      'with a duty seven hours later',
      dutyNextDay,
      'einar rest-after-on-site-night 420/480',
    ],
    [
      'a doctor with duties in two districts',
      'an hour into the other duty',
      busyEarlier,
      'tiril overlap 60/0',
    ],
    ['locum named three weeks before', 'in a week not offered', notOffered, 'finn outside-offer 960/0'],
  ])('is refused: %s, %s', (name, _spoilt, spoil, expected) => {
    const { rota } = situationOf(name)
    expect(blocking(spoil(rota))).toBe(expected)
  })

  it('is refused: a district whose neighbour no longer stands behind its first line', () => {
    const [south] = situationOf('backup shared by two districts').neighbours
    expect(blocking(withDistrict(south!, { coveredElsewhere: [NEIGHBOUR] }))).toBe(
      'hedda backup-missing 420/0',
    )
  })

  it('is refused: two who hold the same minutes of one place', () => {
    const { rota } = situationOf('split at 20:00')
    const need = rota.needs[0]!
    const ada = makeSlice('ada', '2027-02-01 16:00', '2027-02-01 20:00')
    const bo = makeSlice('bo', '2027-02-01 19:59', '2027-02-01 23:00')
    expect(sliceFault(need, [ada, bo])).toBe('overlapping')
    expect(sliceFault(need, [ada, { ...bo, shadowing: true }])).toBe(undefined)
  })
})

describe('cover on the days that calendars treat in their own way', () => {
  const closingAtNoon = { ...NEIGHBOUR, windows: weekdays('08:00', '12:00'), onPublicHolidays: false }
  const closingAtEleven = { ...closingAtNoon, windows: weekdays('08:00', '11:00') }

  it.each([
    [60, 'the Wednesday before Easter from noon'],
    [60, 'Christmas Eve on a Friday'],
    [0, 'the Friday after Ascension'],
  ])('has no gap when surgeries close at noon, and %i minutes when at eleven: %s', (minutes, name) => {
    const { rota } = situationOf(name)
    expect(blocking(withDistrict(rota, { coveredElsewhere: [closingAtNoon] }))).toBe('')
    const gaps = checkRota(withDistrict(rota, { coveredElsewhere: [closingAtEleven] })).filter(isBlocking)
    expect(gaps.reduce((sum, gap) => sum + gap.span.end - gap.span.start, 0)).toBe(minutes)
  })
})

function byKind(rota: Rota) {
  const groups = Map.groupBy(checkRota(rota), (found) => `${found.personId} ${found.kind}`)
  const order = FOUND.map((row) => `${row.doctor} ${row.finding}`)
  return [...groups]
    .map(([key, found]) => {
      const [doctor = '', finding = ''] = key.split(' ')
      return { district: rota.district.id, doctor, finding, times: `${found.length}` }
    })
    .sort((a, b) => order.indexOf(`${a.doctor} ${a.finding}`) - order.indexOf(`${b.doctor} ${b.finding}`))
}

function blocking(rota: Rota): string {
  const told = (found: Violation) => `${found.personId} ${found.kind} ${found.measured}/${found.limit}`
  return checkRota(rota).filter(isBlocking).map(told).join(', ')
}

function withDistrict(rota: Rota, told: Partial<District>): Rota {
  return { ...rota, district: { ...rota.district, ...told } }
}

function withCell(rota: Rota, cell: Pick<Cell, 'needId' | 'slices'>): Rota {
  const whole = { seat: 0, locked: false, note: '', ...cell }
  return { ...rota, cells: new Map([...rota.cells, [cellKey(whole), whole]]) }
}

function clear(needId: string) {
  return (rota: Rota) => withCell(rota, { needId, slices: [] })
}

function hold(needId: string, personId: string) {
  return (rota: Rota) => {
    const need = rota.needs.find((candidate) => candidate.id === needId)
    return withCell(rota, { needId, slices: [wholeSlice(need!, personId)] })
  }
}

function withoutClass(rota: Rota): Rota {
  return withDistrict(rota, { lines: rota.district.lines.map((each) => ({ ...each, overlapClass: null })) })
}

function notOffered(rota: Rota): Rota {
  const way = { kind: 'offered-windows', windows: [{ from: '2027-10-01', to: '2027-10-08' }] } as const
  const doctors = rota.district.doctors.map((doctor) => ({
    ...doctor,
    takingPart: doctor.takingPart.map((part) =>
      part.way.kind === 'offered-windows' ? { ...part, way } : part,
    ),
  }))
  return withDistrict(rota, { doctors })
}

function hourLater(rota: Rota): Rota {
  const lines = [line('day', 'home', [makeWindow('d', ['weekday'], '09:00', '17:00')])]
  const needs = needsOn(lines, '2027-01-14')
  return hold('day.2027-01-14.d', 'jorunn')({ ...withDistrict(rota, { lines }), needs })
}

function dutyNextDay(rota: Rota): Rota {
  const next = makeNeed('2027-03-28 15:00', '2027-03-28 22:00', { lineId: 'first' })
  return hold(next.id, 'einar')({ ...rota, to: '2027-03-29', needs: [...rota.needs, next] })
}

function busyEarlier(rota: Rota): Rota {
  const { start, end } = makeSlice('tiril', '2027-02-22 22:00', '2027-02-23 08:00')
  return { ...rota, elsewhere: [{ personId: 'tiril', start, end, overlapClass: null }] }
}
