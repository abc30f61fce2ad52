import { describe, expect, it } from 'vitest'
import { type LedgerRow, ledgerOf } from '../../src/core/ledger/hours.ts'
import { asWorked } from '../../src/core/ledger/outcome.ts'
import { periodOf } from '../../src/core/ledger/period.ts'
import { type PersonLedger, personLedgers } from '../../src/core/ledger/person-ledger.ts'
import { type Duty, dutiesOf, type Rota } from '../../src/core/rota/rota.ts'
import { mergeIntervals } from '../../src/core/time/interval.ts'
import { isoWeekStart } from '../../src/core/time/iso-week.ts'
import { SITUATION_NAMES, SITUATIONS, situationOf } from '../support/situations.ts'
import type { Situation } from '../support/situations-parts.ts'
import { minutesFrom, tableOf } from '../support/situations-table.ts'

const COUNTED = tableOf(`
district    | doctor  | week | home | on-site | backup | weighted | duties | nights | weekends | holidays | elsewhere | surgery | tasks | total
------------|---------|------|------|---------|--------|----------|--------|--------|----------|----------|-----------|---------|-------|------
split       | ada     | W05  |    0 |       4 |      0 |        4 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    39
split       | bo      | W05  |    0 |       3 |      0 |        3 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    38
moved       | cato    | W09  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
moved       | cato    | W36  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      24 |     0 |    40
two-forms   | einar   | W12  |    7 |       8 |      0 |        9 |      1 |      1 |        1 |        1 |         0 |      21 |     0 |    36
north       | frida   | W05  |    0 |       0 |      7 |        1 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
north       | geir    | W05  |    0 |       7 |      0 |        7 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
south       | hedda   | W05  |    0 |       7 |      0 |        7 |      1 |      0 |        0 |        0 |         0 |       ? |     0 |     ?
standby     | ivar    | W02  |   16 |       0 |      0 |     16/7 |      2 |      1 |        0 |        0 |         0 |      35 |     0 |    51
daytime     | jorunn  | W02  |    8 |       0 |      0 |      8/7 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    36
weekend     | kari    | W02  |   24 |       0 |      0 |     24/7 |      1 |      1 |        1 |        0 |         0 |      35 |     0 |    59
weekend     | lars    | W02  |   16 |       0 |      0 |     16/7 |      1 |      1 |        1 |        0 |         0 |      35 |     0 |    51
weekend     | lars    | W03  |    8 |       0 |      0 |      8/7 |      0 |      0 |        0 |        0 |         0 |      35 |     0 |    43
claimed     | magne   | W14  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
by-line     | nora    | W15  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
by-line     | ola     | W15  |    0 |       0 |     16 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
easter      | petra   | W12  |   20 |       0 |      0 |     20/7 |      1 |      1 |        0 |        1 |         0 |      21 |     0 |    38
ascension   | reidar  | W18  |   24 |       0 |      0 |     24/7 |      1 |      1 |        1 |        0 |         0 |      28 |     0 |    45
christmas   | siri    | W51  |   20 |       0 |      0 |     20/7 |      1 |      1 |        1 |        1 |         0 |      35 |     0 |    52
paid        | trond   | W05  |    0 |      16 |      0 |       16 |      2 |      0 |        1 |        0 |         0 |      35 |     0 |    51
learners    | ulla    | W06  |    0 |       7 |      0 |        7 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
learners    | vidar   | W06  |    0 |       7 |      0 |        7 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
learners    | wenche  | W06  |    0 |       0 |      7 |        1 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
conditional | yngve   | W07  |    0 |       7 |      0 |        7 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
conditional | zara    | W07  |    0 |       7 |      0 |        7 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
conditional | aslak   | W07  |    0 |       0 |      7 |        1 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
leave       | berit   | W17  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
leave       | berit   | W19  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
leave       | berit   | W25  |    0 |       0 |      0 |        0 |      0 |      0 |        0 |        0 |         0 |       0 |     0 |     0
half        | dagfinn | W06  |    7 |       0 |      0 |        1 |      1 |      0 |        0 |        0 |         0 |    17.5 |     2 |  26.5
half        | eli     | W06  |    7 |       0 |      0 |        1 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
half        | eli     | W07  |    7 |       0 |      0 |        1 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
locum       | finn    | W11  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |       0 |     0 |    16
locum       | gro     | W11  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
handed-on   | hakon   | W16  |    0 |       0 |      0 |        0 |      0 |      0 |        0 |        0 |         0 |      35 |     0 |    35
handed-on   | inga    | W16  |    0 |       0 |      0 |        0 |      0 |      0 |        0 |        0 |         0 |      35 |     0 |    35
handed-on   | jens    | W16  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
relief      | knut    | W20  |    0 |      10 |      0 |       10 |      2 |      2 |        1 |        0 |         0 |      28 |     0 |    38
relief      | knut    | W21  |    0 |       8 |      0 |        8 |      0 |      0 |        0 |        0 |         0 |      35 |     0 |    43
relief      | liv     | W20  |    0 |       7 |      0 |        7 |      1 |      0 |        1 |        0 |         0 |      28 |     0 |    35
july        | nils    | W26  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
july        | mari    | W28  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |      35 |     0 |    51
staggered   | oddny   | W03  |    0 |       8 |      0 |        8 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    42
staggered   | per     | W03  |    0 |       8 |      0 |        8 |      1 |      0 |        0 |        0 |         0 |      35 |     0 |    43
staggered   | ragna   | W03  |    0 |    8.25 |      0 |     8.25 |      1 |      1 |        0 |        0 |         0 |      35 |     0 | 43.25
retired     | sverre  | W27  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         0 |       0 |     0 |    26
west        | tiril   | W08  |    0 |       7 |      0 |        7 |      1 |      0 |        0 |        0 |        16 |      14 |     0 |    37
east        | tiril   | W08  |   16 |       0 |      0 |     16/7 |      1 |      1 |        0 |        0 |         7 |      14 |     0 |    37
`)

const WORKED = tableOf(`
doctor | week | on-site | weighted | duties | nights | total
-------|------|---------|----------|--------|--------|------
knut   | W20  |      13 |       13 |      2 |      2 |    41
knut   | W21  |       8 |        8 |      0 |      0 |    43
liv    | W20  |       4 |        4 |      1 |      0 |    32
`)

const BETWEEN = tableOf(`
district    | doctor | rests      | at once
------------|--------|------------|--------
moved       | cato   | 4519       |       0
standby     | ivar   |            |      16
paid        | trond  | 16         |       0
leave       | berit  | 320        |       0
half        | eli    | 161        |       0
relief      | knut   | 15         |       0
west        | tiril  | 41         |       0
east        | tiril  | 41         |       0
`)

describe('the list of situations', () => {
  it('is written down whole, each once', () => {
    const written = SITUATIONS.map((situation) => situation.name)
    expect(written.toSorted()).toEqual(SITUATION_NAMES.toSorted())
    expect(new Set(written).size).toBe(24)
  })

  it('shares no district and no doctor between situations, so that all can stand in one database', () => {
    const districts = SITUATIONS.flatMap((situation) => rotasOf(situation).map((rota) => rota.district.id))
    const doctors = SITUATIONS.flatMap((situation) => [...new Set(rotasOf(situation).flatMap(doctorsIn))])
    expect(new Set(districts).size).toBe(districts.length)
    expect(new Set(doctors).size).toBe(doctors.length)
  })

  it('asks for every duty through a template, within 72 hours', () => {
    const needs = SITUATIONS.flatMap((situation) => rotasOf(situation).flatMap((rota) => rota.needs))
    expect(needs.length).toBeGreaterThan(SITUATION_NAMES.length)
    for (const need of needs) expect(need.end - need.start).toBeLessThanOrEqual(72 * 60)
  })
})

describe('hours in the ledger', () => {
  it.each(SITUATION_NAMES.map((name) => [name]))('are as worked out by hand: %s', (name) => {
    for (const rota of rotasOf(situationOf(name))) {
      const expected = COUNTED.filter((row) => row.district === rota.district.id)
      expect(expected.map((row) => row.doctor)).toEqual(expect.arrayContaining(doctorsIn(rota)))
      expect(expected.map((row) => countedRow(rota, row))).toEqual(expected.map(toNumbers))
    }
  })

  it('leave nothing out: the weeks of the table hold every minute of every duty', () => {
    for (const rota of SITUATIONS.flatMap(rotasOf)) {
      const inTable = COUNTED.filter((row) => row.district === rota.district.id)
      const perForm = ['home', 'on-site', 'backup'].map((form) => (row: Record<string, string>) => row[form])
      const hours = inTable.flatMap((row) => perForm.map((of) => minutesFrom(of(row) ?? '') ?? 0))
      const atOnce = BETWEEN.filter((row) => row.district === rota.district.id)
      const doubled = atOnce.reduce((sum, row) => sum + (minutesFrom(row['at once'] ?? '') ?? 0), 0)
      const duties = dutiesOf(rota).flatMap((duty) => duty.pieces)
      const minutes = duties.reduce((sum, piece) => sum + piece.end - piece.start, 0)
      expect({ district: rota.district.id, minutes: sum(hours) + doubled }).toEqual({
        district: rota.district.id,
        minutes,
      })
    }
  })

  it('follow what happened once it is told: relief late by 3 h', () => {
    const { rota, assignments, outcomes } = situationOf('relief late by 3 h')
    const rows = WORKED.map((row) => {
      const period = periodOf('week', isoWeekStart(`2027-${row.week}`))
      const ledgers = personLedgers({ rota, period, assignments, outcomes })
      const found = ledgers.find((own) => own.personId === row.doctor)
      const { worked } = found as PersonLedger
      return found && pick({ ...found, ...worked, week: period.name, weekends: worked.weekendsAny }, row)
    })
    expect(rows).toEqual(WORKED.map(toNumbers))
  })
})

describe('rest and overlap', () => {
  it.each(SITUATION_NAMES.map((name) => [name]))('are as worked out by hand: %s', (name) => {
    for (const rota of rotasOf(situationOf(name))) {
      const expected = BETWEEN.filter((row) => row.district === rota.district.id)
      expect(betweenDuties(rota, dutiesOf(rota))).toEqual(expected)
    }
  })

  it('shrink with what happened: a relief late by 3 h leaves 12 of 15 hours', () => {
    const { rota, assignments, outcomes } = situationOf('relief late by 3 h')
    const [knut] = betweenDuties(rota, asWorked(dutiesOf(rota), rota, assignments, outcomes))
    expect(knut).toEqual({ district: 'relief', doctor: 'knut', rests: '12', 'at once': '0' })
  })
})

function rotasOf(situation: Situation): Rota[] {
  return [situation.rota, ...situation.neighbours]
}

function doctorsIn(rota: Rota): string[] {
  return rota.district.doctors.map((doctor) => doctor.personId)
}

function countedRow(rota: Rota, row: Record<string, string>) {
  const found = ledgerOf(rota, [`2027-${row.week}`]).find((own) => own.personId === row.doctor)
  return found && pick(found, row)
}

type Told = Omit<LedgerRow, 'weekends'> & { readonly weekends: number }

function pick(found: Told, columns: Record<string, string>) {
  const all: Record<string, unknown> = {
    district: columns.district,
    doctor: found.personId,
    week: found.week.slice(5),
    home: found.minutes.home,
    'on-site': found.minutes['on-site'],
    backup: found.minutes.backup,
    weighted: Math.round(found.weightedMinutes * 1000),
    duties: found.duties,
    nights: found.nights,
    weekends: found.weekends,
    holidays: found.publicHolidays,
    elsewhere: found.elsewhereMinutes,
    surgery: found.surgeryMinutes,
    tasks: found.taskMinutes,
    total: found.totalMinutes,
  }
  return Object.fromEntries(Object.keys(columns).map((column) => [column, all[column]]))
}

const WORDS = ['district', 'doctor', 'week']
const COUNTS = ['duties', 'nights', 'weekends', 'holidays']

function toNumbers(row: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(row).map(([column, text]) => {
      if (WORDS.includes(column)) return [column, text]
      if (COUNTS.includes(column)) return [column, Number(text)]
      const minutes = minutesFrom(text)
      return [column, column === 'weighted' && minutes !== null ? Math.round(minutes * 1000) : minutes]
    }),
  )
}

function betweenDuties(rota: Rota, duties: readonly Duty[]) {
  return doctorsIn(rota).flatMap((doctor) => {
    const busy = [...duties, ...rota.elsewhere].filter((one) => one.personId === doctor)
    const periods = mergeIntervals(busy)
    const rests = periods.slice(1).map((next, index) => (next.start - periods[index]!.end) / 60)
    const total = sum(busy.map((one) => one.end - one.start)) - sum(periods.map((one) => one.end - one.start))
    if (rests.length === 0 && total === 0) return []
    const told = { rests: rests.join(' '), 'at once': `${total / 60}` }
    return [{ district: rota.district.id, doctor, ...told }]
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
