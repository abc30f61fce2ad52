import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needsOf } from '../../src/core/rota/need.ts'
import { addDays } from '../../src/core/time/local-date.ts'
import { toOffsetText } from '../../src/core/time/oslo.ts'
import { readDelimited } from '../../src/exchange/sheets/delimited.ts'
import { placeDates, readHeadDate } from '../../src/exchange/sheets/head-date.ts'
import { nameFinder } from '../../src/exchange/sheets/names.ts'
import { readRotaGrid } from '../../src/exchange/sheets/rota-grid.ts'
import { readRotaList } from '../../src/exchange/sheets/rota-list.ts'
import type { RotaChoices } from '../../src/exchange/sheets/rota-table.ts'
import { exampleFile } from '../support/installation.ts'

const { district } = exampleFile('fjordane')
const period = { from: '2027-01-04', to: '2027-02-01' }
const needs = district.lines
  .flatMap((line) => needsOf(line, period.from, period.to))
  .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
const frame = { district, period, needs }
const NONE: RotaChoices = { names: new Map(), columns: new Map(), onlyOwnDates: false }
const initials = new Map(district.doctors.map((doctor) => [doctor.personId, doctor.initials]))

function read(text: string, choices: Partial<RotaChoices> = {}, sheetName = '') {
  const table = readDelimited(text)
  if (table.kind === 'refused') throw new Error(table.fault.kind)
  const all = { ...NONE, ...choices }
  const rota = readRotaList(table.table, frame, all) ?? readRotaGrid(table.table, sheetName, frame, all)
  if (!rota) throw new Error('no dates')
  const places = rota.places.map(({ needId, seat, slices }) => {
    const parts = slices.map(({ personId, start, end }) => {
      const need = needs.find(({ id }) => id === needId)
      const isWhole = need?.start === start && need.end === end
      const clock = (minute: number) => toOffsetText(minute).slice(11, 16)
      return `${initials.get(personId ?? '')}${isWhole ? '' : ` ${clock(start)}–${clock(end)}`}`
    })
    return `${needId.replace('fjordane-', '')}#${seat} ${parts.join(', ') || 'ledig'}`
  })
  const problems = rota.problems.map(({ address, code, value }) => `${address} ${code} ${value}`)
  return { places, problems, rota }
}

describe('a cell of a rota', () => {
  it.each([
    ['OT', ['kveld.2027-01-04.kveld#0 OT']],
    ['Ola Trovik', ['kveld.2027-01-04.kveld#0 OT']],
    ['Trovik, Ola', ['kveld.2027-01-04.kveld#0 OT']],
    [' trovik ', ['kveld.2027-01-04.kveld#0 OT']],
    ['Dr. Trovik', ['kveld.2027-01-04.kveld#0 OT']],
    ['OT til 20', ['kveld.2027-01-04.kveld#0 OT 16:00–20:00']],
    ['OT til kl. 20.30', ['kveld.2027-01-04.kveld#0 OT 16:00–20:30']],
    ['OT 17-20', ['kveld.2027-01-04.kveld#0 OT 17:00–20:00']],
    ['OT (fra 18)', ['kveld.2027-01-04.kveld#0 OT 18:00–23:00']],
    ['OT, SH fra 20', ['kveld.2027-01-04.kveld#0 OT 16:00–20:00, SH 20:00–23:00']],
    ['OT til 20/SH fra 20', ['kveld.2027-01-04.kveld#0 OT 16:00–20:00, SH 20:00–23:00']],
    ['"OT til 20\nSH fra 20"', ['kveld.2027-01-04.kveld#0 OT 16:00–20:00, SH 20:00–23:00']],
    ['ledig', ['kveld.2027-01-04.kveld#0 ledig']],
    ['–', []],
    ['', []],
  ])('says %j', (cell, places) => {
    expect(read(`Dato\tT\tN\n4.1.\t${cell}\t`)).toMatchObject({ places, problems: [] })
  })

  it.each([
    ['XX', 'B2 unknown-name XX'],
    ['=1+1', 'B2 unknown-name =1+1'],
    ['\u202eOT', 'B2 unknown-name U+202EOT'],
    ['OT/SH', 'B2 other-number OT/SH'],
    ['OT til 25', 'B2 unreadable-time OT til 25'],
    ['OT 10-12', 'B2 outside-duty OT 10-12'],
    ['OT til 20, SH fra 19', 'B2 overlapping OT til 20, SH fra 19'],
    [`${'x'.repeat(500)}`, `B2 too-long ${'x'.repeat(60)}`],
  ])('of %j is refused by its address', (cell, problem) => {
    expect(read(`Dato\tT\tN\n4.1.\t${cell}\t`)).toMatchObject({ places: [], problems: [problem] })
  })

  it('of a day with two duties holds one name for both, or one for each', () => {
    const { places } = read('Dato\tT\n9.1.\tOT\n10.1.\tOT/SH')
    expect(places).toEqual([
      'kveld.2027-01-09.helgedag#0 OT',
      'kveld.2027-01-09.helgekveld#0 OT',
      'kveld.2027-01-10.helgedag#0 OT',
      'kveld.2027-01-10.helgekveld#0 SH',
    ])
  })
})

describe('a time of a night on which the clock is moved', () => {
  const night = (date: string, cell: string) => {
    const own = { from: date, to: addDays(date, 1) }
    const line = district.lines.filter(({ code }) => code === 'N')
    const ofNight = line.flatMap((each) => needsOf(each, own.from, own.to))
    const around = { district, period: own, needs: ofNight }
    const table = readDelimited(`Dato\tN\n${date}\t${cell}`)
    const rota = table.kind === 'read' ? readRotaGrid(table.table, '', around, NONE) : undefined
    const cuts = rota?.places.flatMap(({ slices }) => slices.slice(0, -1).map(({ end }) => toOffsetText(end)))
    return [...(cuts ?? []), ...(rota?.problems ?? []).map(({ address, code }) => `${address} ${code}`)]
  }

  it.each([
    ['2027-03-27', 'OT til 01:59, SH fra 01:59', '2027-03-28T01:59+01:00'],
    ['2027-03-27', 'OT til 02:30, SH fra 02:30', 'B2 no-such-time'],
    ['2027-03-27', 'OT til 02, SH', 'B2 no-such-time'],
    ['2027-03-27', 'OT til 02:30+01:00, SH', 'B2 no-such-time'],
    ['2027-03-27', 'OT til 03, SH', '2027-03-28T03:00+02:00'],
    ['2027-10-30', 'OT til 01:59, SH', '2027-10-31T01:59+02:00'],
    ['2027-10-30', 'OT til 02:30, SH', 'B2 time-twice'],
    ['2027-10-30', 'OT til 02:00, SH', 'B2 time-twice'],
    ['2027-10-30', 'OT til 02:30+02:00, SH', '2027-10-31T02:30+02:00'],
    ['2027-10-30', 'OT til 02:30+01:00, SH', '2027-10-31T02:30+01:00'],
    ['2027-10-30', 'OT til 03:00, SH', '2027-10-31T03:00+01:00'],
  ])('%s, %s: %s', (date, cell, read) => {
    expect(night(date, cell)).toEqual([read])
  })
})

describe('a rota’s sheet', () => {
  it('has its lines by code, name, part of a name, or the name of a duty, in any order and below a title', () => {
    const { places, problems } = read(
      'Vaktplan\n\nUke\tDag\tDato\tBakvakt\tNattevakt\tTilstedevakt\tMerknad\n1\tman\t04.01.2027\tSH\tOT\tIF\tkurs\n\tlør\t9. jan\t\tOT\t\t',
    )
    expect(problems).toEqual([])
    expect(places).toEqual([
      'bakvakt.2027-01-04.bakvakt#0 SH',
      'natt.2027-01-04.natt#0 OT',
      `kveld.2027-01-04.kveld#0 IF`,
      'natt.2027-01-09.helgenatt#0 OT',
    ])
  })

  it('may have doctors across and lines in the cells, and dates across', () => {
    expect(read('Dato\tSH\tOT\n4.1.\tT\tN/B\n5.1.\t\tT til 20').places).toEqual([
      'kveld.2027-01-04.kveld#0 SH',
      'natt.2027-01-04.natt#0 OT',
      'bakvakt.2027-01-04.bakvakt#0 OT',
      'kveld.2027-01-05.kveld#0 OT 16:00–20:00',
    ])
    expect(read('Lege\t4.1.\t5.1.\nSH\tT\t\nOT\tN/B\tT til 20').places).toHaveLength(4)
    expect(read('Linje\t4.1.\t5.1.\nT\tSH\tOT').places).toEqual([
      'kveld.2027-01-04.kveld#0 SH',
      'kveld.2027-01-05.kveld#0 OT',
    ])
  })

  it('may have weeks, days alone below the name of a month, and a line by the name of the sheet', () => {
    expect(read('Uke\tN\nuke 2\tOT').places).toHaveLength(7)
    expect(read('Januar 2027\t4\t5\t6\nN\tOT\tSH\tOT').places).toHaveLength(3)
    expect(read('Dato\tHvem\n4.1.\tOT', {}, 'Bakvakt').places).toEqual(['bakvakt.2027-01-04.bakvakt#0 OT'])
  })

  it('asks what a heading means and holds to the choice', () => {
    expect(read('Dato\tVakt\n4.1.\tOT')).toMatchObject({ places: [], problems: ['B1 unknown-column Vakt'] })
    const columns = new Map([['B1', ['fjordane-natt']]])
    expect(read('Dato\tVakt\n4.1.\tOT', { columns }).places).toEqual(['natt.2027-01-04.natt#0 OT'])
    expect(read('Dato\tVakt\tN\n4.1.\tOT\tSH', { columns: new Map([['B1', null]]) })).toMatchObject({
      problems: [],
    })
  })

  it('asks who a name is and holds to the choice, also that it is nobody', () => {
    const sheet = 'Dato\tN\n4.1.\tXX\n5.1.\tXX'
    const { rota } = read(sheet)
    expect(rota.unknownNames).toEqual([{ text: 'XX', address: 'B2', count: 2, fits: [] }])
    const [first] = district.doctors
    expect(read(sheet, { names: new Map([['xx', first?.personId ?? '']]) }).places).toHaveLength(2)
    expect(read(sheet, { names: new Map([['xx', null]]) })).toMatchObject({ places: [], problems: [] })
  })

  it('tells dates of other years, wrong weekdays, and what it leaves out', () => {
    const sheet = 'Dato\tN\n4.1.2026\tOT\nman 5.1.\tOT\n1.3.\tOT\n31.2.\tOT\nSum\t4'
    const { problems, rota } = read(sheet)
    expect(problems).toEqual(['A2 other-year 4.1.2026', 'A3 other-weekday man 5.1.', 'A5 not-a-date 31.2.'])
    expect(rota.leftOut).toEqual({ dates: 1, rows: 1 })
    expect(read(sheet, { onlyOwnDates: true }).rota.leftOut.dates).toBe(2)
  })

  it('tells a duty that stands in two cells, and a day without the duty', () => {
    expect(read('Dato\tN\tN Nattevakt\n4.1.\tOT\tSH').problems).toEqual(['C2 given-twice SH'])
    expect(read('Dato\tT Dagvakt\n4.1.\tOT').problems).toEqual(['B2 no-duty OT'])
  })

  it('may be a list with any of its columns', () => {
    expect(
      read('Lege;Dato;Linje;Fra;Til\nOT;04.01.2027;T;;20:00\nSH;04.01.2027;T;20:00;\nSH;05.01.2027;N;;')
        .places,
    ).toEqual(['kveld.2027-01-04.kveld#0 OT 16:00–20:00, SH 20:00–23:00', 'natt.2027-01-05.natt#0 SH'])
    expect(read('Lege;Dato;Linje\nOT;04.01.2027;T\nSH;04.01.2027;T').problems).toEqual(['A3 overlapping SH'])
    expect(read('Lege;Dato;Linje\nOT;04.01.2027;Z').problems).toEqual(['C2 unknown-line Z'])
  })
})

describe('the date of a row', () => {
  it.each([
    ['2027-01-04', '2027-01-04'],
    ['4.1.', '2027-01-04'],
    ['04.01.27', '2027-01-04'],
    ['4/1', '2027-01-04'],
    ['man 4. jan', '2027-01-04'],
    ['Mandag, 4. januar 2027', '2027-01-04'],
    ['måndag 4. januar', '2027-01-04'],
    ['Monday 4 January', '2027-01-04'],
  ])('%j is %s', (text, date) => {
    const head = readHeadDate(text)
    expect(head && placeDates(head, period)).toMatchObject({ kind: 'dates', dates: [date] })
  })

  it('in a plan over New Year is in the year in which the plan has it', () => {
    const winter = { from: '2026-12-28', to: '2027-01-11' }
    const dateOf = (text: string) => placeDates(readHeadDate(text) as never, winter)
    expect(dateOf('31.12.')).toMatchObject({ dates: ['2026-12-31'] })
    expect(dateOf('1.1.')).toMatchObject({ dates: ['2027-01-01'] })
  })

  it.each(['KN', '', '4', '32', '4.13.x', 'uke', 'Merknad', '1/2/3/4', '0.5'])('%j is none', (text) => {
    expect(readHeadDate(text)).toBeUndefined()
  })
})

describe('a name', () => {
  const doctors = [
    { personId: 'a', initials: 'KN', name: 'Kari Berg Nes' },
    { personId: 'b', initials: 'ON', name: 'Ola Nes' },
    { personId: 'c', initials: 'Nes', name: 'Per Hansen' },
  ]
  const find = nameFinder(doctors, new Map())

  it.each([
    ['kn', { kind: 'found', personId: 'a' }],
    ['K. N.', { kind: 'unknown' }],
    ['Berg Nes', { kind: 'found', personId: 'a' }],
    ['Nes, Ola', { kind: 'found', personId: 'b' }],
    ['Hansen', { kind: 'found', personId: 'c' }],
    ['nes', { kind: 'found', personId: 'c' }],
    ['Kari', { kind: 'found', personId: 'a' }],
    ['__proto__', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('%j', (text, found) => {
    expect(find(text)).toEqual(found)
  })

  it('that fits two tells both', () => {
    expect(nameFinder(doctors.slice(0, 2), new Map())('Nes')).toEqual({
      kind: 'several',
      personIds: ['a', 'b'],
    })
  })
})

describe('any sheet', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '4.1.',
      '5.1.',
      '2027-01-06',
      'man',
      'uke 2',
      'T',
      'N',
      'B',
      'SH',
      'OT',
      'OT til 20',
      'T/N',
      '',
      '–',
    ),
    fc.constantFrom(
      'OT, SH fra 20',
      'Dato',
      'Linje',
      'Lege',
      'Fra',
      'Januar',
      '1',
      '=1+1',
      '__proto__',
      'x',
      'ledig',
      '24:00',
    ),
    fc.string({ maxLength: 12 }),
  )

  it('is read or refused by cell, and every place that is read holds together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }),
        fc.string({ maxLength: 8 }),
        (rows, name) => {
          const table = { rows }
          for (const rota of [readRotaList(table, frame, NONE), readRotaGrid(table, name, frame, NONE)]) {
            const keys = rota?.places.map(({ needId, seat }) => `${needId}#${seat}`) ?? []
            expect(new Set(keys).size).toBe(keys.length)
            for (const place of rota?.places ?? [])
              expect(needs.some(({ id }) => id === place.needId)).toBe(true)
          }
        },
      ),
      { seed: 20261122, numRuns: 1500 },
    )
  })
})
