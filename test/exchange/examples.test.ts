import { describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { factOn } from '../../src/core/rota/doctor.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import { birthday } from '../../src/core/rota/person.ts'
import { minutesOf } from '../../src/core/time/interval.ts'
import type { LocalDate } from '../../src/core/time/local-date.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { toOffsetText } from '../../src/core/time/oslo.ts'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'
import { MUNICIPALITIES } from '../../src/exchange/municipalities.ts'
import { EXAMPLES, type ExampleName, exampleText } from '../support/edited-json.ts'

function example(name: ExampleName): District {
  const result = parseDistrictFile(exampleText(name))
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems[0]))
  return result.file.district
}

const nordoey = example('nordoey')
const fjordane = example('fjordane')
const storby = example('storby')
const districts = [nordoey, fjordane, storby]
const START = '2027-01-04'
const END = addDays(START, 26 * 7)

function onDate(district: District, lineId: string, date: LocalDate): Need[] {
  const line = district.lines.find((candidate) => candidate.id === lineId)
  if (!line) throw new Error(`no line ${lineId}`)
  return needsOf(line, date, addDays(date, 1))
}

const spans = (needs: readonly Need[]) =>
  needs.map((need) => `${toOffsetText(need.start)} – ${toOffsetText(need.end)} × ${need.number}`)

describe('the examples', () => {
  it.each([
    ['nordoey', 1, 4],
    ['fjordane', 5, 18],
    ['storby', 3, 42],
  ] as const)('%s has %i municipalities and %i doctors', (name, municipalities, doctors) => {
    expect(example(name).municipalities).toHaveLength(municipalities)
    expect(example(name).doctors).toHaveLength(doctors)
  })

  it.each(EXAMPLES)('%s names its municipalities as Statistics Norway does', (name) => {
    for (const { number, name: said } of example(name).municipalities)
      expect(MUNICIPALITIES[number]).toBe(said)
  })

  it.each(EXAMPLES)('%s invents its doctors: HPR numbers from 9000000, mail at example.no', (name) => {
    for (const person of example(name).persons) {
      expect(person.hprNumber).toMatch(/^9000\d{3}$/)
      expect(person.email).toMatch(/@example\.no$/)
      expect(person.phone).toMatch(/^\+47 000 0/)
    }
  })

  it.each(EXAMPLES)('%s has about a quarter of its doctors past 60', (name) => {
    const { persons } = example(name)
    const past = persons.filter((person) => birthday(person.birthDate as string, 60) <= START)
    expect(past.length / persons.length).toBeGreaterThan(0.2)
    expect(past.length / persons.length).toBeLessThan(0.3)
  })

  it('have some past 60 who are exempt and some who are not', () => {
    const past = districts.flatMap((district) =>
      district.doctors.filter((doctor) => {
        const person = district.persons.find(({ id }) => id === doctor.personId)
        return person?.birthDate && birthday(person.birthDate, 60) <= START
      }),
    )
    const exempt = past.filter((doctor) => doctor.exemptions.length > 0)
    expect(exempt.length).toBeGreaterThan(5)
    expect(past.length - exempt.length).toBeGreaterThan(5)
  })

  it('spread GP forms as Table 5-1: mostly self-employed, then municipal premises, then salaried', () => {
    const forms = districts.flatMap(({ doctors }) =>
      doctors.flatMap(({ engagements }) =>
        engagements.filter(({ from, to }) => from <= '2027-03-01' && (to === null || to > '2027-03-01')),
      ),
    )
    const of = (form: string) => forms.filter((engagement) => engagement.form === form).length
    expect(of('gp-self-employed')).toBeGreaterThan(3 * of('gp-self-employed-municipal-premises'))
    expect(of('gp-self-employed-municipal-premises')).toBeGreaterThan(of('gp-salaried'))
    expect(of('gp-salaried-with-bonus')).toBeGreaterThan(0)
  })

  it('hold what the model has to say of doctors', () => {
    const doctors = districts.flatMap((district) => district.doctors)
    const ways = new Set(doctors.flatMap(({ takingPart }) => takingPart.map(({ way }) => way.kind)))
    expect([...ways].sort()).toEqual(['by-share', 'contracted-hours', 'offered-windows', 'supernumerary'])
    expect(doctors.some(({ rotations }) => rotations.some((r) => r.weeksOn === 2 && r.weeksOff === 4))).toBe(
      true,
    )
    expect(doctors.some(({ capacities }) => capacities.some(({ percent }) => percent === 50))).toBe(true)
    expect(
      doctors.some(({ absences }) => absences.some((a) => a.from < a.certainFrom && a.to === null)),
    ).toBe(true)
    expect(doctors.filter(({ surgery }) => surgery[0]?.kind === 'not-declared').length).toBeGreaterThan(3)
    expect(doctors.filter(({ engagements }) => engagements.some(({ form }) => form === 'lis1'))).toHaveLength(
      5,
    )
  })

  it('share one doctor between fjordane and storby, with the same person in both', () => {
    const shared = fjordane.persons.filter(({ id }) => storby.persons.some((person) => person.id === id))
    expect(shared).toHaveLength(1)
    expect(storby.persons).toContainEqual(shared[0])
  })

  it('have no facts or ids in common that an installation would mix up', () => {
    const ids = districts.flatMap(({ lines, positions, wishes, doctors }) => [
      ...[...lines, ...positions, ...wishes].map(({ id }) => id),
      ...doctors.flatMap((doctor) =>
        [...doctor.engagements, ...doctor.absences, ...doctor.exemptions].map(({ id }) => id),
      ),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    const numbers = new Set(districts.flatMap(({ persons }) => persons.map(({ hprNumber }) => hprNumber)))
    expect(numbers.size).toBe(4 + 18 + 42 - 1)
  })
})

describe('nordoey', () => {
  it('is planned in whole weeks, and in weekends in summer', () => {
    const blocks = (from: LocalDate, to: LocalDate) =>
      new Set(nordoey.lines.flatMap((line) => needsOf(line, from, to)).map(({ blockId }) => blockId))
    expect(blocks('2027-01-04', '2027-01-18')).toEqual(
      new Set([
        'nordoey-vakt.2027-W01.week',
        'nordoey-vakt.2027-W02.week',
        'nordoey-bakvakt.2027-W01.week',
        'nordoey-bakvakt.2027-W02.week',
      ]),
    )
    expect(blocks('2027-07-05', '2027-07-12')).toEqual(
      new Set([null, 'nordoey-vakt.2027-W27.weekend', 'nordoey-bakvakt.2027-W27.weekend']),
    )
  })

  it('has a week of 128 hours of home duty', () => {
    const week = needsOf(nordoey.lines[0] as (typeof nordoey.lines)[0], '2027-01-11', '2027-01-18')
    expect(week.reduce((sum, need) => sum + minutesOf(need), 0)).toBe(128 * 60)
  })

  it('draws 60 hours as a reference line and has adopted no cap', () => {
    const caps = nordoey.agreement.filter(({ parameter }) => parameter.startsWith('weekly'))
    expect(caps.map(({ parameter, value, status }) => [parameter, value, status])).toEqual([
      ['weeklyTotalMinutes', 3600, 'reference'],
    ])
  })
})

describe('fjordane', () => {
  it('has an adopted cap with its date, a position vacant until March and a doctor who gives six duties', () => {
    const cap = fjordane.agreement.find(
      (entry) => entry.status === 'adopted' && entry.parameter === 'weeklyTotalMinutes',
    )
    expect(cap?.decidedOn).not.toBeNull()
    const vacant = fjordane.positions.find(({ name }) => name === 'Askvoll 3')?.holders[0]
    expect(vacant).toMatchObject({ kind: 'vacant', to: '2027-03-01' })
    const six = fjordane.doctors.filter(({ takingPart }) => factOn(takingPart, START)?.most === 6)
    const person = fjordane.persons.find(({ id }) => id === six[0]?.personId)
    expect(birthday(person?.birthDate as string, 61) <= START).toBe(true)
    expect(birthday(person?.birthDate as string, 62) > END).toBe(true)
  })

  it('has one municipality that joins nights and weekends only', () => {
    const part = fjordane.municipalities.filter(({ participation }) => participation[0]?.windows !== null)
    expect(part.map(({ name }) => name)).toEqual(['Høyanger'])
  })

  it.each([
    [
      'Easter Sunday',
      '2027-03-28',
      [
        '2027-03-28T08:00+02:00 – 2027-03-28T15:45+02:00 × 1',
        '2027-03-28T15:30+02:00 – 2027-03-28T23:00+02:00 × 1',
      ],
    ],
    [
      '17 May, which is also Whit Monday',
      '2027-05-17',
      [
        '2027-05-17T08:00+02:00 – 2027-05-17T15:45+02:00 × 1',
        '2027-05-17T15:30+02:00 – 2027-05-17T23:00+02:00 × 1',
      ],
    ],
    [
      'Christmas Eve on a Friday',
      '2027-12-24',
      [
        '2027-12-24T08:00+01:00 – 2027-12-24T15:45+01:00 × 1',
        '2027-12-24T15:30+01:00 – 2027-12-24T23:00+01:00 × 1',
      ],
    ],
    [
      'the Wednesday before Easter, from noon',
      '2027-03-24',
      ['2027-03-24T12:00+01:00 – 2027-03-24T23:00+01:00 × 1'],
    ],
    [
      'the Friday after Ascension',
      '2027-05-07',
      [
        '2027-05-07T08:00+02:00 – 2027-05-07T15:45+02:00 × 1',
        '2027-05-07T15:30+02:00 – 2027-05-07T23:00+02:00 × 1',
      ],
    ],
    ['an ordinary Wednesday', '2027-03-17', ['2027-03-17T16:00+01:00 – 2027-03-17T23:00+01:00 × 1']],
  ] as const)('is on site on %s', (_, date, expected) => {
    expect(spans(onDate(fjordane, 'fjordane-kveld', date))).toEqual(expected)
  })

  it.each([
    ['2027-03-26', 9],
    ['2027-03-27', 8],
    ['2027-10-30', 10],
  ] as const)('counts the night of %s as %i hours', (date, hours) => {
    expect(onDate(fjordane, 'fjordane-natt', date).map(minutesOf)).toEqual([hours * 60])
  })
})

describe('storby', () => {
  it.each([
    ['storby-tilstede', '2027-03-17', ['2027-03-17T15:30+01:00 – 2027-03-17T23:00+01:00 × 2']],
    [
      'storby-tilstede',
      '2027-03-28',
      [
        '2027-03-28T08:00+02:00 – 2027-03-28T15:45+02:00 × 3',
        '2027-03-28T15:30+02:00 – 2027-03-28T23:00+02:00 × 3',
      ],
    ],
    [
      'storby-tilstede',
      '2027-05-17',
      [
        '2027-05-17T08:00+02:00 – 2027-05-17T15:45+02:00 × 3',
        '2027-05-17T15:30+02:00 – 2027-05-17T23:00+02:00 × 3',
      ],
    ],
    [
      'storby-tilstede',
      '2027-12-24',
      [
        '2027-12-24T08:00+01:00 – 2027-12-24T15:45+01:00 × 3',
        '2027-12-24T15:30+01:00 – 2027-12-24T23:00+01:00 × 3',
      ],
    ],
    [
      'storby-tilstede',
      '2027-03-24',
      [
        '2027-03-24T12:00+01:00 – 2027-03-24T15:45+01:00 × 2',
        '2027-03-24T15:30+01:00 – 2027-03-24T23:00+01:00 × 2',
      ],
    ],
    ['storby-tilstede', '2027-06-23', ['2027-06-23T15:30+02:00 – 2027-06-23T23:00+02:00 × 3']],
    ['storby-natt', '2027-03-27', ['2027-03-27T22:45+01:00 – 2027-03-28T08:00+02:00 × 2']],
    ['storby-natt', '2027-03-28', ['2027-03-28T22:45+02:00 – 2027-03-29T08:00+02:00 × 1']],
    ['storby-bakvakt', '2027-03-24', ['2027-03-24T12:00+01:00 – 2027-03-25T08:00+01:00 × 1']],
  ] as const)('needs on %s on %s', (lineId, date, expected) => {
    expect(spans(onDate(storby, lineId, date))).toEqual(expected)
  })

  it('is on site for three hours inside its home duty on weekend days', () => {
    const [need] = onDate(storby, 'storby-hjemme', '2027-03-28')
    expect(need?.pieces.map((piece) => [piece.form, minutesOf(piece) / 60])).toEqual([
      ['home', 3],
      ['on-site', 3],
      ['home', 18],
    ])
  })

  it('pays a quarter of an hour on each side of the night', () => {
    const [need] = onDate(storby, 'storby-natt', '2027-01-04')
    expect(need && minutesOf(need.paid) - minutesOf(need)).toBe(30)
  })
})
