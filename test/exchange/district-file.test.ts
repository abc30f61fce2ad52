import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ImportedTimeline } from '../../src/core/plans/imported-timeline.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { type DistrictFile, parseDistrictFile, writeDistrictFile } from '../../src/exchange/district-file.ts'
import { EXAMPLES, editedJson, exampleText } from '../support/edited-json.ts'

function parsed(text: string): DistrictFile {
  const result = parseDistrictFile(text)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems.slice(0, 3)))
  return result.file
}

/** Duties of Easter and of both clock changes, one of them split and one held by a position alone. */
function published(file: DistrictFile): ImportedTimeline {
  const { lines, positions } = file.district
  const needs = lines.flatMap((line) => [
    ...needsOf(line, '2027-03-26', '2027-03-30'),
    ...needsOf(line, '2027-10-30', '2027-11-01'),
  ])
  const holder = file.district.doctors[0]?.personId as string
  const [first, ...others] = needs.filter((need) => need.lineId === lines[0]?.id)
  if (!first) throw new Error('no needs')
  const half = (first.start + first.end) / 2
  const place = { seat: 0, note: 'Byttet på telefon' }
  return {
    needs,
    holdings: [
      { ...place, needId: first.id, ...wholeSlice(first, holder, 'swap'), end: half },
      {
        ...place,
        needId: first.id,
        ...wholeSlice(first, holder),
        start: half,
        personId: null,
        positionId: positions[0]?.id as string,
      },
      ...others.map((need) => ({ ...place, note: '', needId: need.id, ...wholeSlice(need, holder) })),
    ].filter(({ needId }) => needId.startsWith(`${lines[0]?.id}.`)),
  }
}

describe('the district file', () => {
  it.each(EXAMPLES)('carries %s out and in without loss', (name) => {
    const file = parsed(exampleText(name))
    expect(parsed(writeDistrictFile(file))).toEqual(file)
    expect(writeDistrictFile(file)).toBe(exampleText(name))
  })

  it('carries a published rota through both clock changes without loss', () => {
    const file = parsed(exampleText('nordoey'))
    const withRota = { ...file, timeline: published(file) }
    const text = writeDistrictFile(withRota)
    expect(parsed(text)).toEqual(withRota)
    expect(writeDistrictFile(parsed(text))).toBe(text)
    expect(text).toContain('"2027-10-31T08:00+01:00"')
    expect(text).toContain('"2027-03-28T08:00+02:00"')
  })

  it('is the same text whatever order the keys of the value stand in', () => {
    const file = parsed(exampleText('nordoey'))
    const turned = Object.fromEntries(
      Object.entries(file.district).toReversed(),
    ) as unknown as DistrictFile['district']
    expect(writeDistrictFile({ ...file, district: turned })).toBe(exampleText('nordoey'))
  })

  it('reads a file with a byte order mark, other line ends and other spacing', () => {
    const text = exampleText('nordoey')
    expect(parsed(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(parsed(text))
    expect(parsed(JSON.stringify(JSON.parse(text)))).toEqual(parsed(text))
  })

  it('has no place for the ground of an exemption', () => {
    const text = editedJson(exampleText('fjordane'), {
      'district.doctors[2].exemptions[0].ground': { kind: 'untold' },
    })
    expect(parseDistrictFile(text)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'unknown-field', path: 'district.doctors[2].exemptions[0].ground' }],
    })
  })

  it('never writes what it would refuse', () => {
    const file = parsed(exampleText('nordoey'))
    const wrong = { ...file, district: { ...file.district, name: '' } }
    expect(() => writeDistrictFile(wrong)).toThrow()
  })
})

describe('a broken district file', () => {
  it('is refused with line and column wherever it is cut', () => {
    const text = exampleText('nordoey').trimEnd()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
        const cut = text.slice(0, length)
        const result = parseDistrictFile(cut)
        if (result.kind === 'parsed') throw new Error(`read a file cut at ${length}`)
        const lines = cut.split('\n')
        const place = `${lines.length}:${(lines.at(-1) as string).length + 1}`
        expect(result.problems).toMatchObject([{ code: 'cut-short', path: place }])
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  it('is refused, never thrown at, whatever stands in any of its places', () => {
    const text = exampleText('nordoey')
    const places = placesIn(JSON.parse(text), '')
    const junk = fc.constantFrom<unknown>(
      null,
      true,
      -1,
      0.5,
      1e300,
      '',
      'x',
      '24:00',
      '2027-02-30',
      '9999-12-31',
      '0000-01-01',
      [],
      [[]],
      {},
      { kind: 'x' },
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), junk, (place, value) => {
        const result = parseDistrictFile(editedJson(text, { [place]: value }))
        if (result.kind === 'refused') expect(result.problems.length).toBeGreaterThan(0)
        else expect(parsed(writeDistrictFile(result.file))).toEqual(result.file)
      }),
      { numRuns: 150, seed: 1 },
    )
  })

  it('tells at most 200 problems', () => {
    const persons = Array.from({ length: 300 }, () => ({}))
    const result = parseDistrictFile(editedJson(exampleText('nordoey'), { 'district.persons': persons }))
    expect(result.kind === 'refused' && result.problems.length).toBe(200)
  })

  it('can be nested as deep as it likes', () => {
    for (const text of ['['.repeat(500_000), `{"version":${'['.repeat(100_000)}${']'.repeat(100_000)}}`]) {
      expect(parseDistrictFile(text).kind).toBe('refused')
    }
  })
})

function placesIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item, `${path}[${index}]`))
    : Object.entries(value).flatMap(([key, item]) => placesIn(item, path === '' ? key : `${path}.${key}`))
  return [path, ...inside]
}
