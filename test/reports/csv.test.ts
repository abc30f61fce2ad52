import { describe, expect, it } from 'vitest'
import { toCsv } from '../../src/reports/csv.ts'
import type { DoctorLoad, Load, LoadReport } from '../../src/reports/load-report.ts'
import * as text from '../../src/text/nb/report.ts'

const load = (over: Partial<Load> = {}): Load => ({
  minutes: { home: 601, 'on-site': 450, backup: 0 },
  weightedMinutes: 535.857,
  dutyMinutes: 1051,
  duties: 2,
  nights: 1,
  weekends: 1,
  publicHolidays: 0,
  totalMinutes: 4000,
  surgeryMinutes: 2250,
  taskMinutes: 90,
  ...over,
})

const doctor = (over: Partial<DoctorLoad> = {}): DoctorLoad => ({
  personId: 'h1',
  name: 'Åse Øvrebø',
  initials: 'ÅØ',
  form: 'gp-salaried',
  weeks: 13,
  load: load(),
  meanTotalMinutes: 3330,
  share: null,
  flags: [],
  shown: [],
  ...over,
})

const report = (over: Partial<LoadReport> = {}): LoadReport => ({
  municipality: '4601',
  weeks: ['2027-W01'],
  doctors: [doctor()],
  sum: load(),
  others: { doctors: 4, load: load(), meanTotal: { kind: 'suppressed' } },
  survey: null,
  ...over,
})

const linesOf = (given: LoadReport) => toCsv(given, text).slice(1).split('\r\n')

describe('the report as CSV', () => {
  it('is these lines, after a byte order mark', () => {
    expect(toCsv(report(), text).charCodeAt(0)).toBe(0xfeff)
    expect(linesOf(report())).toEqual([
      'Lege;Initialer;Avtale;Uker;Hjemmevakt (timer);Tilstedevakt (timer);Bakvakt (timer);Vakt i alt (timer);Vektet vakt (timer);Vakter;Netter;Helger;Helligdagsvakter;Legekontor (timer);Andre oppgaver (timer);Samlet per uke (timer);Merknader',
      'Åse Øvrebø;ÅØ;fastlege, fastlønnet;13;10,02;7,50;0,00;17,52;8,93;2;1;1;0;37,50;1,50;55,50;0',
      'Sum for kommunens leger;;;;10,02;7,50;0,00;17,52;8,93;2;1;1;0;37,50;1,50;;0',
      'Andre leger i distriktet (4 leger);;;;10,02;7,50;0,00;17,52;8,93;2;1;1;0;;;vises ikke;',
      '',
    ])
  })

  it('has as many cells in every line', () => {
    const widths = linesOf(report())
      .slice(0, -1)
      .map((line) => line.split(';').length)
    expect(new Set(widths)).toEqual(new Set([17]))
  })

  it('gives every whole minute a figure of its own', () => {
    const figures = Array.from(
      { length: 600 },
      (_, minutes) =>
        linesOf(report({ doctors: [doctor({ meanTotalMinutes: minutes })] }))[1]?.split(';')[15],
    )
    expect(new Set(figures).size).toBe(600)
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['+47', "'+47"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', `"'\r=1"`],
    ['Øy; "Nes"', '"Øy; ""Nes"""'],
    ['a\nb', '"a\nb"'],
    ['A=B', 'A=B'],
  ])('writes the name %j as %j', (name, cell) => {
    const csv = toCsv(report({ doctors: [doctor({ name })] }), text)
    expect(csv).toContain(`\r\n${cell};ÅØ;`)
  })

  it('says what is not known or not shown in words', () => {
    const unknown = doctor({ meanTotalMinutes: null, load: load({ surgeryMinutes: null }) })
    const lines = linesOf(
      report({ doctors: [unknown], others: { doctors: 9, load: load(), meanTotal: { kind: 'not-known' } } }),
    )
    expect(lines[1]).toContain(';ikke kjent;1,50;ikke kjent;0')
    expect(lines[3]).toMatch(/;ikke kjent;$/)
  })
})
