import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { type Cell, cellKey } from '../../../src/core/rota/assignment.ts'
import type { District } from '../../../src/core/rota/district.ts'
import type { Doctor } from '../../../src/core/rota/doctor.ts'
import type { Engagement } from '../../../src/core/rota/engagement.ts'
import { needsOf } from '../../../src/core/rota/need.ts'
import { type Rota, wholeSlice } from '../../../src/core/rota/rota.ts'
import { checkRota, checkSubjects, checkView, recheck, subjectsOf } from '../../../src/core/rules/check.ts'
import { viewOf, withCells } from '../../../src/core/rules/view.ts'
import type { Violation } from '../../../src/core/rules/violation.ts'
import { adopted } from '../../support/held-duties.ts'
import {
  always,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makeRota,
  makeSurgery,
  roundTheClock,
  weekdays,
} from '../../support/make-district.ts'

/** So low that a fortnight breaks them. */
function lowCaps(): AgreementEntry[] {
  const hours = (number: number) => number * 60
  return [
    adopted('weeklyTotalMinutes', hours(40)),
    adopted('weeklyDutyMinutes', hours(40)),
    adopted('rollingTotalMinutes', hours(44)),
    adopted('averageUnderAct', [
      { minutes: hours(12), weeks: 1 },
      { minutes: hours(10), weeks: 3 },
    ]),
    adopted('averageDuty', { minutes: hours(15), weeks: 2 }),
    adopted('longUnderAct', { weekMinutes: hours(30), dayMinutes: hours(14) }),
    adopted('weeklyRest', { minutes: hours(50), forms: ['on-site', 'home'] }),
    adopted('longestPeriodMinutes', hours(24)),
    adopted('nightsInARow', 1),
    adopted('weekendFrequency', { oneOf: 2, weeks: 2, freeAmong: 2 }),
    adopted('sundaysInARow', 1, { from: '2027-01-16' }),
  ]
}

/** Two first lines, one of them on site, with a backup behind; caps adopted; one doctor in training, one on leave. */
function busyDistrict(): District {
  const surgery = { surgery: [makeSurgery(weekdays('08:00', '15:30'))] }
  const gp = makeDoctor('e').engagements[0] as Engagement
  return makeDistrict({
    lines: [
      makeLine(),
      makeLine({ id: 's', form: 'on-site', windows: roundTheClock() }),
      makeLine({ id: 'b', form: 'backup', behind: ['h', 's'], conditional: true, windows: roundTheClock() }),
    ],
    doctors: [
      makeDoctor('a', surgery),
      makeDoctor('e', { ...surgery, engagements: [{ ...gp, form: 'gp-salaried' }] }),
      makeDoctor('b', { absences: [{ id: 'x', from: '2027-01-13', certainFrom: '2027-01-15', to: null }] }),
      makeDoctor('c', { takingPart: [{ ...always, way: { kind: 'by-share' }, least: 1, most: 2 }] }),
      makeDoctor('lis', { competences: [makeCompetence({ kind: 'none' })] }),
    ],
    agreement: lowCaps(),
  })
}

const district = busyDistrict()
/** A week before the period and some days after it are there as context. */
const needs = district.lines.flatMap((line) => needsOf(line, '2027-01-04', '2027-01-29'))
const empty = makeRota({ district, from: '2027-01-11', to: '2027-01-25', needs })
const holder = fc.constantFrom('a', 'b', 'c', 'e', 'lis', null)

function cellsHeldBy(rota: Rota, holders: readonly (string | null)[]): Cell[] {
  return rota.needs.map((need, index) => {
    const personId = holders[index % holders.length] ?? null
    const slices = personId === null ? [] : [wholeSlice(need, personId)]
    return { needId: need.id, seat: 0, slices, locked: false, note: '' }
  })
}

function filled(holders: readonly (string | null)[]): Rota {
  return { ...empty, cells: new Map(cellsHeldBy(empty, holders).map((cell) => [cellKey(cell), cell])) }
}

function sorted(violations: readonly Violation[]): string[] {
  return violations.map((violation) => JSON.stringify(violation)).sort()
}

function withoutAll(violations: readonly Violation[], taken: readonly Violation[]): string[] {
  const left = sorted(violations)
  for (const violation of sorted(taken)) left.splice(left.indexOf(violation), 1)
  return left
}

describe('checking a rota', () => {
  it('finds nothing in an empty rota whose templates cover all hours', () => {
    expect(checkRota(makeRota())).toEqual([])
  })

  it('finds every sum and every run over hours in the district that the properties below edit', () => {
    const patterns = [['a'], ['e'], ['c', null], ['a', 'a', 'e'], ['e', null, null, null, 'a', null]]
    const found = new Set(patterns.flatMap((holders) => checkRota(filled(holders)).map(({ kind }) => kind)))
    expect([...found]).toEqual(
      expect.arrayContaining([
        'rolling-total',
        'average-hours',
        'average-duty',
        'long-week',
        'long-day',
        'weekly-rest',
        'longest-period',
        'nights-in-a-row',
        'weekends-too-often',
        'no-free-weekend',
        'sundays-in-a-row',
      ]),
    )
  })

  it('gives the violations by start', () => {
    const starts = checkRota(filled(['a', 'a', 'lis'])).map((found) => found.span.start)
    expect(starts.length).toBeGreaterThan(10)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })

  it('counts duties before the period for rest, and leaves out what is wrong among them', () => {
    const district = makeDistrict({ lines: [makeLine(), makeLine({ id: 's', form: 'on-site' })] })
    const needs = [
      makeNeed('2027-01-08 22:00', '2027-01-09 08:00', { lineId: 's', form: 'on-site' }),
      makeNeed('2027-01-09 10:00', '2027-01-09 22:00', { lineId: 's', form: 'on-site' }),
      makeNeed('2027-01-10 23:00', '2027-01-11 08:00', { lineId: 's', form: 'on-site' }),
      makeNeed('2027-01-11 12:00', '2027-01-11 16:00', { lineId: 's', form: 'on-site' }),
    ]
    const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
    const rota = makeRota({ district, needs, holders, from: '2027-01-11', to: '2027-01-18' })
    expect(checkRota(rota)).toMatchObject([
      { kind: 'rest-after-on-site-night', needIds: ['s.2027-01-10.23', 's.2027-01-11.12'] },
    ])
  })

  it('is the sum of checking each subject by itself', () => {
    fc.assert(
      fc.property(fc.array(holder, { minLength: 1, maxLength: 9 }), (holders) => {
        const view = viewOf(filled(holders))
        const parts = [
          ...district.doctors.map((doctor) => ({ persons: [doctor.personId], lines: [] })),
          ...district.lines.map((line) => ({ persons: [], lines: [line.id] })),
          { persons: [], lines: [], isWithDistrict: true },
        ]
        const bySubject = parts.flatMap((subjects) => checkSubjects(view, subjects))
        expect(sorted(bySubject)).toEqual(sorted(checkView(view)))
      }),
      { seed: 1, numRuns: 25 },
    )
  })

  it('gives after an edit, from the subjects it touches alone, what checking everything anew gives', () => {
    const edit = fc.tuple(fc.nat(empty.needs.length - 1), holder)
    fc.assert(
      fc.property(
        fc.array(holder, { minLength: 1, maxLength: 9 }),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (holders, edits) => {
          const view = viewOf(filled(holders))
          const cells = edits.map(([index, personId]) => {
            const need = empty.needs[index] as Rota['needs'][number]
            const slices = personId === null ? [] : [wholeSlice(need, personId)]
            return { needId: need.id, seat: 0, slices, locked: false, note: '' }
          })
          const last = [...new Map(cells.map((cell) => [cellKey(cell), cell])).values()]
          const edited = recheck(view, last)
          const anew = viewOf({ ...edited.view.rota, cells: new Map(edited.view.rota.cells) })
          expect(checkView(edited.view)).toEqual(checkView(anew))
          expect(withoutAll(checkView(view), edited.before)).toEqual(
            withoutAll(checkView(edited.view), edited.after),
          )
          expect(edited.view.dutiesByPerson.get('a') ?? []).toEqual(anew.dutiesByPerson.get('a') ?? [])
        },
      ),
      { seed: 2, numRuns: 40 },
    )
  })

  it('names for an edited backup the first lines it stands behind, and the holders before and after', () => {
    const view = viewOf(
      makeRota({ district, from: '2027-01-11', to: '2027-01-18', holders: { 'b.2027-01-11.k': 'a' } }),
    )
    const need = view.needs.get('b.2027-01-11.k') as Rota['needs'][number]
    const cell = { needId: need.id, seat: 0, slices: [wholeSlice(need, 'c')], locked: false, note: '' }
    const subjects = subjectsOf(view, [cell])
    expect(subjects.persons.toSorted()).toEqual(['a', 'c'])
    expect(subjects.lines).toEqual(['b', 'h', 's'])
    expect(withCells(view, [cell]).dutiesByPerson.get('a')).toEqual([])
  })
})

describe('the sign for not available', () => {
  const withFacts = (facts: Partial<Doctor>) => {
    const doctors = [makeDoctor('a', facts), makeDoctor('b'), makeDoctor('c')]
    const holders = Object.fromEntries(
      empty.needs.map((need, index) => [need.id, ['a', 'b', 'c'][index % 3] as string]),
    )
    return checkRota(
      makeRota({ district: { ...district, doctors }, from: '2027-01-11', to: '2027-01-25', needs, holders }),
    )
  }
  const dates = { id: 'x', from: '2027-01-13', to: '2027-01-20' }
  const exempt = withFacts({ exemptions: [{ ...dates, scope: { kind: 'out-of-hours' } }] })

  it('is the same for an exemption and for an absence with the same dates', () => {
    const absent = withFacts({ absences: [{ ...dates, certainFrom: dates.from }] })
    expect(exempt.filter((found) => found.kind === 'not-available').length).toBeGreaterThan(3)
    expect(absent).toEqual(exempt)
  })

  it('is the same for an exemption and for the weeks off of a rotation', () => {
    const weeksOff = { from: dates.from, to: dates.to, weeksOn: 1, weeksOff: 60, anchor: '2026-12-28' }
    expect(withFacts({ rotations: [weeksOff] })).toEqual(exempt)
  })
})
