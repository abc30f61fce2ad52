import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LedgerPeriod, periodOf } from '../../src/core/ledger/period.ts'
import { countedRota } from '../../src/core/ledger/person-ledger.ts'
import type { Assignment } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import type { ReportTable } from '../../src/reports/sheet.ts'
import { reportTables } from '../../src/usecases/export-load-report.ts'
import type { ReportGround } from '../../src/usecases/report-reading.ts'
import { adopted } from '../support/held-duties.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makePosition,
  makeRota,
  makeSurgery,
  weekdays,
} from '../support/make-district.ts'

const [HERE, THERE] = ['4601', '4602']
/** The agreement's usual least group. */
const LEAST = 5
const WEEK = periodOf('week', '2027-02-15')
const FEBRUARY = periodOf('month', '2027-02-01')

/** What no rota shows of one doctor. */
const hidden = fc.record({
  surgery: fc.option(fc.integer({ min: 9, max: 16 }), { nil: null }),
  task: fc.option(fc.integer({ min: 17, max: 22 }), { nil: null }),
  looseMinutes: fc.nat(600),
  elsewhere: fc.option(fc.nat(1200), { nil: null }),
  active: fc.option(fc.nat(300), { nil: null }),
  away: fc.option(fc.constantFrom('exemption', 'absence'), { nil: null }),
})
type Hidden = typeof hidden extends fc.Arbitrary<infer T> ? T : never

const NOTHING: Hidden = {
  surgery: 15,
  task: null,
  looseMinutes: 0,
  elsewhere: null,
  active: null,
  away: null,
}

describe('what no rota shows of another municipality’s doctor', () => {
  it.each([
    ['a week', 1, WEEK],
    ['a week', 7, WEEK],
    ['a month', 1, FEBRUARY],
    ['a month', 7, FEBRUARY],
  ])('changes no figure, note or name of %s among %i such doctors', (_, strangers, period) => {
    // Whether a breach could have been avoided is answered yes or no where enough others stand behind it (decision 0036).
    const without = strangers < LEAST ? [] : ['avoidable']
    const told = (own: Hidden) => JSON.stringify(withoutColumns(tablesOf(own, strangers, period), without))
    const before = tablesOf(NOTHING, strangers, period)
    expect(before.find(({ id }) => id === 'flags')?.rows.length).toBeGreaterThan(0)
    fc.assert(
      fc.property(hidden, (own) => {
        expect(told(own)).toBe(told(NOTHING))
      }),
      { numRuns: 30 },
    )
  })
})

function withoutColumns(tables: readonly ReportTable[], ids: readonly string[]): ReportTable[] {
  return tables.map((table) => {
    const isKept = table.columns.map(({ id }) => !ids.includes(id))
    const rows = table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => isKept[index]) }))
    return { ...table, columns: table.columns.filter((_, index) => isKept[index]), rows }
  })
}

function tablesOf(own: Hidden, strangers: number, period: LedgerPeriod): ReportTable[] {
  return reportTables(
    { actor: { kind: 'nobody' }, language: 'nb', now: at('2027-05-01 12:00') },
    groundOf(own, strangers, period),
  )
}

function doctorOf(id: string, number: string, own: Hidden = NOTHING): Doctor {
  const made = makeDoctor(id)
  const end = (hour: number) => `${String(hour).padStart(2, '0')}:00`
  const inFebruary = { from: '2027-02-17', to: '2027-02-24' }
  return {
    ...made,
    engagements: made.engagements.map((held) => ({
      ...held,
      employer: { kind: 'municipality', number },
    })),
    surgery: own.surgery === null ? [] : [makeSurgery(weekdays('08:00', end(own.surgery)))],
    otherTasks: [
      {
        ...always,
        name: 'Sykehjem',
        timetable: own.task === null ? [] : [{ weekday: 2, start: '16:00', end: end(own.task), endDay: 0 }],
        looseMinutesPerWeek: own.looseMinutes,
      },
    ],
    declaredOtherMinutesPerWeek: own.elsewhere,
    absences: own.away === 'absence' ? [{ id: 'away', ...inFebruary, certainFrom: inFebruary.from }] : [],
    exemptions: own.away === 'exemption' ? [{ id: 'free', ...inFebruary, scope: { kind: 'nights' } }] : [],
  }
}

/** Two doctors of the reader's, and some of another municipality, the first of whom is drawn; duties go in turn. */
function groundOf(own: Hidden, strangers: number, period: LedgerPeriod): ReportGround {
  const others = Array.from({ length: strangers }, (_, index) => `t${index}`)
  const doctors = [
    doctorOf('h0', HERE),
    doctorOf('h1', HERE),
    ...others.map((id, index) => doctorOf(id, THERE, index === 0 ? own : NOTHING)),
  ]
  const member = (number: string) => ({
    number,
    name: `Kommune ${number}`,
    facts: [{ ...always, population: 4000, centrality: 6 }],
    participation: [{ ...always, windows: null, quota: null }],
  })
  const district: District = makeDistrict({
    doctors,
    municipalities: [member(HERE), member(THERE)],
    positions: doctors.map(({ personId }) =>
      makePosition(personId, { municipality: personId.startsWith('h') ? HERE : THERE }),
    ),
    agreement: [
      adopted('weeklyTotalMinutes', 40 * 60),
      adopted('municipalityKey', { kind: 'population', shares: {} }),
    ],
  })
  const needs = district.lines.flatMap((line) =>
    needsOf(line, addDays(period.from, -8), addDays(period.to, 8)),
  )
  const holders = Object.fromEntries(
    needs.map(({ id }, index) => [id, doctors[index % doctors.length]?.personId ?? '']),
  )
  const rota = { ...makeRota({ district, from: period.from, to: period.to, needs, holders }), plan: null }
  const assignments = needs.map(
    ({ id, start, end }): Assignment => ({
      id: `row-${id}`,
      chainId: `row-${id}`,
      needId: id,
      seat: 0,
      personId: holders[id] ?? '',
      positionId: null,
      origin: 'share',
      shadowing: false,
      start,
      end,
      revisionFrom: 1,
      revisionTo: null,
      sequence: 0,
      modifiedAt: 0,
      enteredBy: 'k',
      reason: '',
      replaces: null,
      note: '',
    }),
  )
  const outcomes = assignments
    .filter(({ personId }) => personId === 't0' && own.active !== null)
    .map(({ id, start, end }) => ({
      assignmentId: id,
      start,
      end,
      activeMinutes: own.active,
      callOuts: 1,
    }))
  const counted = countedRota({ rota, assignments, outcomes })
  const [here] = district.municipalities
  if (!here) throw new Error('no municipality')
  return {
    district,
    member: here,
    known: [],
    period,
    kinds: ['week', 'month'],
    rota,
    counted: () => counted,
    judged: rota,
    waivers: [],
    closed: null,
    isDistricts: false,
  }
}
