import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXAMPLES, editedJson, exampleText } from '../support/edited-json.ts'

const folder = mkdtempSync(join(tmpdir(), 'plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A node of its own for each run: on a busy machine its start alone can take a second. */
const SLOWEST_RUN = 60_000

function plan(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/plan.ts', ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function fileWith(text: string): string {
  const path = join(folder, 'district.json')
  writeFileSync(path, text)
  return path
}

function weightOf(wishes: number) {
  const { agreement } = JSON.parse(exampleText('nordoey')).district
  return { ...agreement[0], parameter: 'builderWeights', value: { wishes } }
}

describe('npm run plan', { timeout: SLOWEST_RUN }, () => {
  it.each(EXAMPLES)('builds %s, reports, writes the rota and exits 0', (name) => {
    const out = join(folder, `${name}.json`)
    const run = plan(
      `examples/${name}.json`,
      '--from',
      '2027-01-04',
      '--weeks',
      '2',
      '--seed',
      '1',
      '--iterations',
      '500',
      '--out',
      out,
    )
    expect(run.status).toBe(0)
    expect(run.stderr).toMatch(/^\d+ % · \d+ ledige? vakt/m)
    expect(run.stderr).toMatch(/^100 % · /m)
    for (const part of [
      'Poeng per regel',
      'Hvile mellom vakter',
      'Ledige vakter: ',
      'Tyngste uker',
      `Skrevet til ${out}`,
    ])
      expect(run.stdout).toContain(part)
    const rota = JSON.parse(readFileSync(out, 'utf8'))
    expect(rota).toMatchObject({ version: 1, district: { id: name }, from: '2027-01-04', to: '2027-01-18' })
    expect(rota.needs[0].assignments).toBeDefined()
  })

  it('gives the same file for the same seed', () => {
    const [a, b] = [join(folder, 'a.json'), join(folder, 'b.json')]
    for (const out of [a, b])
      plan(
        'examples/fjordane.json',
        '--from=2027-01-04',
        '--weeks=2',
        '--seed=7',
        '--iterations=500',
        `--out=${out}`,
      )
    expect(readFileSync(a, 'utf8')).toBe(readFileSync(b, 'utf8'))
  })

  it('exits 0 with duties that nobody can take, each with its reasons', () => {
    const away = [{ id: 'borte', from: '2027-01-01', certainFrom: '2027-01-01', to: null }]
    const doctors = JSON.parse(exampleText('nordoey')).district.doctors.map(
      (doctor: { personId: string }, index: number) => ({
        ...doctor,
        absences: [{ ...away[0], id: `borte-${index}` }],
      }),
    )
    const file = fileWith(editedJson(exampleText('nordoey'), { 'district.doctors': doctors }))
    const run = plan(file, '--from', '2027-01-04', '--weeks', '1', '--iterations', '100')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('Ledige vakter: 7')
    expect(run.stdout).toMatch(/man\. 4\. jan\..* – 4 leger ikke tilgjengelig/)
  })

  it.each([
    [
      'a file that is not there',
      ['ingen.json', '--from', '2027-01-04'],
      'ingen.json: kan ikke leses (finnes ikke).',
    ],
    ['a folder', ['examples', '--from', '2027-01-04'], 'examples: kan ikke leses (er en mappe).'],
    ['no file', ['--from', '2027-01-04'], 'Mangler distriktfila.'],
    ['two files', ['a.json', 'b.json', '--from', '2027-01-04'], '«b.json» er for mye'],
    ['no date', ['examples/nordoey.json'], 'Mangler --from'],
    [
      'a wrong date',
      ['examples/nordoey.json', '--from', '2027-13-01'],
      '--from: «2027-13-01» er ikke en dato',
    ],
    [
      'weeks that are no number',
      ['examples/nordoey.json', '--from', '2027-01-04', '--weeks', 'tre'],
      '--weeks: «tre»',
    ],
    ['too many weeks', ['examples/nordoey.json', '--from', '2027-01-04', '--weeks', '105'], '--weeks: «105»'],
    ['a wrong seed', ['examples/nordoey.json', '--from', '2027-01-04', '--seed', '1.5'], '--seed: «1.5»'],
    [
      'wrong iterations',
      ['examples/nordoey.json', '--from', '2027-01-04', '--iterations', ''],
      '--iterations: «»',
    ],
    [
      'no iterations at all',
      ['examples/nordoey.json', '--from', '2027-01-04', '--iterations', '0'],
      '--iterations: «0» er ikke et helt tall fra 1 til',
    ],
    ['an unknown option', ['examples/nordoey.json', '--fra', '2027-01-04'], 'Ukjent valg: --fra'],
    ['an option without its value', ['examples/nordoey.json', '--from'], 'Valget --from mangler en verdi.'],
    [
      'a folder to write to that is not there',
      ['examples/nordoey.json', '--from', '2027-01-04', '--out', 'ingen/rota.json'],
      'ingen/rota.json: kan ikke skrives (mappa finnes ikke).',
    ],
  ] as const)('exits 2 for %s', (_, args, message) => {
    const run = plan(...args)
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(message)
    expect(run.stderr).not.toMatch(/\n\s+at /)
  })

  it.each([
    ['a folder', folder, 'kan ikke skrives (er en mappe)'],
    ['a folder yet to be made', `${folder}/ny/`, 'kan ikke skrives (er en mappe)'],
    ['nothing', '', '--out mangler navnet på en fil.'],
    ['a file as a folder', join(folder, 'district.json', 'x'), 'er en fil).'],
    ['the district file', join(folder, 'district.json'), 'er distriktfila selv'],
    ['the district file by another way', `${folder}/../${basename(folder)}/district.json`, 'selv'],
    ['a link to the district file', join(folder, 'lenke.json'), 'er distriktfila selv'],
  ])('exits 2 before it builds when it is to write to %s', (_, out, message) => {
    const text = exampleText('nordoey')
    const file = fileWith(text)
    rmSync(join(folder, 'lenke.json'), { force: true })
    symlinkSync(file, join(folder, 'lenke.json'))
    const run = plan(file, '--from', '2027-01-04', '--weeks', '1', '--iterations', '10', '--out', out)
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(message)
    expect(run.stderr).not.toContain('poeng')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it.each([
    ['a date far away', ['--from', '2099-01-04'], 'Bruk en dato fra 1998-01-01 til 2098-01-01.'],
    [
      'an option twice',
      ['--from', '2027-01-04', '--weeks', '1', '--weeks', '2'],
      '--weeks er gitt to ganger',
    ],
    ['what is not seen', ['--from', '2027\u0001'], '«2027U+0001»'],
  ])('exits 2 for %s', (_, args, message) => {
    const run = plan('examples/nordoey.json', ...args)
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(message)
  })

  it.each([
    [
      'an unknown field',
      { 'district.lines[0].farge': 'rød' },
      'district.lines[0].farge: Feltet er ukjent. Det har verdien «rød».',
    ],
    [
      'a wrong date',
      { 'district.doctors[0].absences[0].from': '2027-02-30' },
      'district.doctors[0].absences[0].from: «2027-02-30» er ikke en dato',
    ],
    [
      'a date that the clock does not reach',
      { 'district.doctors[0].absences[0].to': '9999-12-31' },
      'district.doctors[0].absences[0].to: Datoen «9999-12-31» er utenfor',
    ],
    [
      'contradicting windows',
      { 'district.lines[0].templates[0].windows[0].end': '09:00' },
      'district.lines[0].templates[0].windows[2]: Vakta 08:00–08:00 +1 overlapper med',
    ],
    [
      'a doctor twice',
      { 'district.doctors[1].personId': 'torgeir-lundvaer' },
      'district.doctors[1].personId: Legen «torgeir-lundvaer» er ført opp før',
    ],
    [
      'a municipality that does not exist',
      { 'district.municipalities[0].number': '1899' },
      'district.municipalities[0].number: Ingen kommune i Norge har nummeret «1899»',
    ],
  ] as const)('exits 2 for %s, naming file, path and value', (_, edits, message) => {
    const out = join(folder, 'never.json')
    const file = fileWith(editedJson(exampleText('nordoey'), edits))
    const run = plan(file, '--from', '2027-01-04', '--out', out)
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(`${file}: ${message}`)
    expect(run.stderr).toContain('Ingen vaktliste er laget.')
    expect(() => readFileSync(out)).toThrow('ENOENT')
  })

  it.each([
    [
      'a district without doctors',
      { 'district.persons': [], 'district.doctors': [], 'district.positions': [], 'district.wishes': [] },
      'Distriktet har ingen leger. Legg inn leger først.',
    ],
    [
      'lines that ask for no duties in the period',
      { 'district.lines[0].templates': [], 'district.lines[1].templates': [] },
      'Vaktlinjene ber ikke om noen vakter i perioden.',
    ],
    [
      'a weight of zero',
      { 'district.agreement[0]': weightOf(0) },
      'district.agreement[0].value.wishes: «0» er for lite. Minste verdi er 0.1.',
    ],
    [
      'a weight below zero',
      { 'district.agreement[0]': weightOf(-2) },
      'district.agreement[0].value.wishes: «-2» er for lite. Minste verdi er 0.1.',
    ],
  ] as const)('exits 2 for %s', (_, edits, message) => {
    const file = fileWith(editedJson(exampleText('nordoey'), edits))
    const run = plan(file, '--from', '2027-01-04', '--weeks', '1', '--iterations', '10')
    expect(run).toMatchObject({ status: 2, stdout: '' })
    expect(run.stderr).toContain(message)
  })

  it('exits 2 for a file cut in half, naming line and column', () => {
    const text = exampleText('fjordane')
    const file = fileWith(text.slice(0, text.length / 2))
    const run = plan(file, '--from', '2027-01-04')
    expect(run.status).toBe(2)
    expect(run.stderr).toMatch(/district\.json: linje \d+, tegn \d+: Fila er ikke hel\./)
  })

  it('exits 2 for a file that is not UTF-8', () => {
    const path = join(folder, 'latin1.json')
    writeFileSync(path, Buffer.from('{"name":"Bø"}', 'latin1'))
    expect(plan(path, '--from', '2027-01-04')).toMatchObject({ status: 2 })
  })

  it('explains itself and exits 0 when asked for help', () => {
    const run = plan('--help')
    expect(run.status).toBe(0)
    expect(run.stdout).toContain('npm run plan -- <distriktfil> --from <dato>')
  })
})
