import { describe, expect, it } from 'vitest'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { parseDistrictFile, writeDistrictFile } from '../../src/exchange/district-file.ts'
import { type Plan, type PlanInput, planDistrict } from '../../src/usecases/plan-district.ts'
import { editedJson, exampleText } from '../support/edited-json.ts'

const input: PlanInput = {
  text: exampleText('nordoey'),
  from: '2027-03-08',
  weeks: 4,
  seed: 1,
  iterations: 3000,
}

function planned(change: Partial<PlanInput> = {}): Plan {
  const result = planDistrict({ ...input, ...change })
  if (result.kind !== 'planned') throw new Error(JSON.stringify(result))
  return result.plan
}

describe('planning from a file', () => {
  it('gives the same rota file for the same seed, and tells its progress', () => {
    const told: number[] = []
    const first = planned({ onProgress: ({ done }) => told.push(done) })
    expect(planned().text).toBe(first.text)
    expect(told.at(-1)).toBe(3000)
    expect(first.iterations).toBe(3000)
  })

  it('fills every duty of the period and breaks no rule that blocks', () => {
    const { open, violations, rota } = planned()
    expect(open).toEqual([])
    expect(violations.filter(({ grade }) => grade === 'structural' || grade === 'blocks')).toEqual([])
    expect([rota.from, rota.to]).toEqual(['2027-03-08', '2027-04-05'])
  })

  it('writes every need with start and end in local time with offset, hours of every doctor and week, and violations', () => {
    const file = JSON.parse(planned().text)
    expect(file).toMatchObject({
      version: 1,
      district: { id: 'nordoey' },
      from: '2027-03-08',
      to: '2027-04-05',
    })
    expect(file.needs).toHaveLength(2 * 28)
    const night = file.needs.find(({ id }: { id: string }) => id === 'nordoey-vakt.2027-03-27.hoytid')
    expect(night).toMatchObject({
      start: '2027-03-27T08:00+01:00',
      end: '2027-03-28T08:00+02:00',
      pieces: [{ form: 'home', start: '2027-03-27T08:00+01:00', end: '2027-03-28T08:00+02:00' }],
      assignments: [{ seat: 0, start: '2027-03-27T08:00+01:00', end: '2027-03-28T08:00+02:00' }],
    })
    expect(file.hours).toHaveLength(4 * 4)
    expect(file.violations.length).toBeGreaterThan(0)
    for (const found of file.violations) expect(found).toMatchObject({ grade: 'warns' })
  })

  it('lists the heaviest weeks first, each with the lowest that it could be', () => {
    const { heaviest } = planned()
    const totals = heaviest.map(({ row }) => row.totalMinutes)
    expect(totals).toEqual(totals.toSorted((a, b) => b - a))
    expect(heaviest).toHaveLength(10)
    for (const { floorMinutes } of heaviest) expect(floorMinutes).toBeGreaterThan(0)
  })

  it('leaves a duty open that nobody may take, and says why', () => {
    const away = { id: 'borte', from: '2027-03-01', certainFrom: '2027-03-01', to: '2027-04-01' }
    const text = editedJson(input.text, {
      'district.doctors[0].absences': [{ ...away, id: 'borte-1' }],
      'district.doctors[1].absences': [{ ...away, id: 'borte-2' }],
      'district.doctors[2].absences': [{ ...away, id: 'borte-3' }],
    })
    const { open, violations } = planned({ text })
    expect(open.length).toBeGreaterThan(20)
    expect(open[0]?.reasons).toContainEqual({ kind: 'not-available', doctors: 3 })
    expect(violations.filter(({ grade }) => grade === 'structural' || grade === 'blocks')).toEqual([])
  })

  it('lets what is published before the period stand and count', () => {
    const parsed = parseDistrictFile(input.text)
    if (parsed.kind === 'refused') throw new Error('refused')
    const line = parsed.file.district.lines[0]
    if (!line) throw new Error('no line')
    const before = needsOf(line, '2027-03-01', '2027-03-08')
    const holdings = before.map((need) => ({
      ...wholeSlice(need, 'torgeir-lundvaer'),
      needId: need.id,
      seat: 0,
      note: '',
    }))
    const text = writeDistrictFile({ ...parsed.file, timeline: { needs: before, holdings } })
    const { rota } = planned({ text })
    expect(rota.needs.filter(({ date }) => date < '2027-03-08')).toEqual(before)
    expect(rota.cells.get(`${before[6]?.id}#0`)?.slices[0]?.personId).toBe('torgeir-lundvaer')
    expect(JSON.parse(planned({ text }).text).needs).toHaveLength(2 * 28)
  })

  it.each([
    ['from', { from: '2027-02-29' }, '2027-02-29'],
    ['from', { from: '1812-01-01' }, '1812-01-01'],
    ['weeks', { weeks: 0 }, '0'],
    ['weeks', { weeks: 105 }, '105'],
    ['weeks', { weeks: 1.5 }, '1.5'],
    ['seed', { seed: -1 }, '-1'],
    ['iterations', { iterations: 1e12 }, '1000000000000'],
    ['iterations', { iterations: 0 }, '0'],
  ] as const)('refuses %s %j', (option, change, value) => {
    expect(planDistrict({ ...input, ...change })).toEqual({ kind: 'option-refused', option, value })
  })

  it('refuses a file that is cut in half', () => {
    const text = input.text.slice(0, input.text.length / 2)
    expect(planDistrict({ ...input, text })).toMatchObject({
      kind: 'file-refused',
      problems: [{ code: 'cut-short' }],
    })
  })
})
