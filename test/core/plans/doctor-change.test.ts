import { describe, expect, it } from 'vitest'
import { type DoctorEntry, planDoctors } from '../../../src/core/plans/doctor-change.ts'
import { holdFrom } from '../../../src/core/rota/dated.ts'
import { doctorOf } from '../../../src/core/rota/district.ts'
import { freeInitials } from '../../../src/core/rota/initials.ts'
import { districtProblems } from '../../../src/exchange/district-file.ts'
import { exampleFile } from '../../support/installation.ts'

const { district } = exampleFile('fjordane')
const sigrid = 'sigrid-hovland-eide'

function ids() {
  let last = 0
  return () => `new-${++last}`
}

function plan(...entries: readonly DoctorEntry[]) {
  return planDoctors(district, entries, ids())
}

function changed(...entries: readonly DoctorEntry[]) {
  const found = plan(...entries)
  if (found.kind === 'refused') throw new Error(JSON.stringify(found.problems))
  return found.after
}

const kari: DoctorEntry = {
  personId: 'kari',
  name: 'Kari Berg Nes',
  initials: '',
  from: '2027-01-01',
  engagement: { municipality: '4647', form: 'gp-self-employed', fractionPercent: 100, to: null },
  position: { municipality: '4647', share: 1 },
  takingPart: { way: { kind: 'by-share' }, least: null, most: null },
}

describe('a new doctor', () => {
  it('gets free initials, a place of the municipality’s with the next number, and nothing that nobody said', () => {
    const made = changed(kari)
    const doctor = doctorOf(made, 'kari')
    expect(doctor.initials).toBe('KN')
    expect(doctor.competences).toEqual([])
    expect(made.positions.at(-1)).toMatchObject({
      share: 1,
      holders: [{ kind: 'person', personId: 'kari', from: '2027-01-01', to: null }],
    })
    expect(new Set(made.positions.map(({ name }) => name)).size).toBe(made.positions.length)
    expect(districtProblems(made)).toEqual([])
  })

  it('is refused initials that somebody has, however written, with who has them and free ones', () => {
    const said = plan({ ...kari, initials: 'sh' })
    expect(said).toEqual({
      kind: 'refused',
      problems: [
        {
          row: 0,
          field: 'initials',
          code: 'initials-taken',
          value: 'sh',
          against: ['Sigrid Hovland Eide', 'KN'],
        },
      ],
    })
  })

  it('is told every fault of every row, and one fault stores none of them', () => {
    const said = plan(
      kari,
      { ...kari, personId: 'ola', name: ' ', initials: 'KN' },
      { ...kari, personId: 'per', name: 'Per', position: { municipality: '0301', share: 101 } },
    )
    const problems =
      said.kind === 'refused' ? said.problems.map(({ row, field, code }) => [row, field, code]) : []
    expect(problems).toEqual([
      [1, 'name', 'missing'],
      [1, 'initials', 'initials-taken'],
      [2, 'share', 'out-of-range'],
    ])
  })

  it('must belong to a municipality of the district', () => {
    const engagement = { ...kari.engagement!, municipality: '0301' }
    expect(plan({ ...kari, engagement })).toMatchObject({
      problems: [{ field: 'municipality', code: 'not-a-member', value: '0301' }],
    })
  })
})

describe('a doctor who is changed from a date', () => {
  it('keeps what held until then, and their absences', () => {
    const made = changed({
      personId: sigrid,
      name: 'Sigrid Hovland Eide',
      initials: 'SHE',
      from: '2027-08-01',
      engagement: { municipality: '4647', form: 'gp-self-employed', fractionPercent: 80, to: null },
      position: { municipality: '4647', share: 0.8 },
    })
    const [was, is] = [doctorOf(district, sigrid), doctorOf(made, sigrid)]
    expect(is.initials).toBe('SHE')
    expect(is.absences).toEqual(was.absences)
    expect(is.engagements.map(({ from, to, fractionPercent }) => [from, to, fractionPercent])).toEqual([
      ['2026-01-01', '2027-08-01', 100],
      ['2027-08-01', null, 80],
    ])
    const held = made.positions.filter(({ holders }) =>
      holders.some((holder) => holder.kind === 'person' && holder.personId === sigrid),
    )
    expect(held.map(({ share, holders }) => [share, holders[0]?.from, holders[0]?.to])).toEqual([
      [1, '2026-01-01', '2027-08-01'],
      [0.8, '2027-08-01', null],
    ])
    expect(districtProblems(made)).toEqual([])
  })

  it('is the same district when nothing differs', () => {
    expect(
      changed({ personId: sigrid, name: 'Sigrid Hovland Eide', initials: '', from: '2027-08-01' }),
    ).toEqual(district)
  })
})

describe('a fact that holds from a date', () => {
  it.each([
    [
      'cuts what holds then',
      '2027-03-01',
      null,
      ['2027-01-01–2027-03-01 a', '2027-03-01–2027-06-01 x', '2027-06-01– b'],
    ],
    [
      'takes the place of one that begins that day',
      '2027-06-01',
      null,
      ['2027-01-01–2027-06-01 a', '2027-06-01– x'],
    ],
    [
      'ends where it is told to',
      '2027-07-01',
      '2027-08-01',
      ['2027-01-01–2027-06-01 a', '2027-06-01–2027-07-01 b', '2027-07-01–2027-08-01 x'],
    ],
    [
      'before all others ends where they begin',
      '2026-01-01',
      null,
      ['2026-01-01–2027-01-01 x', '2027-01-01–2027-06-01 a', '2027-06-01– b'],
    ],
  ] as const)('%s', (_, from, to, expected) => {
    const facts = [
      { from: '2027-01-01', to: '2027-06-01', name: 'a' },
      { from: '2027-06-01', to: null, name: 'b' },
    ]
    const made = holdFrom(facts, from, to, { name: 'x' })
    expect(made.map((fact) => `${fact.from}–${fact.to ?? ''} ${fact.name}`)).toEqual(expected)
  })
})

describe('free initials', () => {
  it.each([
    ['Kari Nordmann', [], 'KN'],
    ['Kari Nordmann', ['KN'], 'KNO'],
    ['Kari Anne Nordmann', ['kn'], 'KAN'],
    ['Åse Ødegård', [], 'ÅØ'],
    ['Lege 12', ['L1'], 'L12'],
    ['X', [], 'L2'],
    ['', ['L2'], 'L3'],
    ['Bo-Erik Å', [], 'BÅ'],
  ] as const)('of %j beside %j are %s', (name, taken, expected) => {
    expect(freeInitials(name, new Set(taken))).toBe(expected)
  })

  it('are found for ninety people of one name', () => {
    const taken = new Set<string>()
    for (let count = 0; count < 90; count++) taken.add(freeInitials('Kari Nordmann', taken))
    expect(taken.size).toBe(90)
    expect([...taken].every((initials) => initials.length <= 6)).toBe(true)
  })
})
