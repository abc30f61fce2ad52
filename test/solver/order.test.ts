import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'
import { encodeRota } from '../../src/solver/encode/encode.ts'
import {
  advanceWork,
  type BuildOrder,
  boundIn,
  isFinished,
  openWork,
  resultOf,
  saveWork,
  toOrderText,
  toSentText,
} from '../../src/solver/order.ts'
import { makeRota } from '../support/make-district.ts'

const EXAMPLES = ['nordoey', 'fjordane', 'storby'] as const
const BUDGET = 3000
const NOTE = 'canary-note'

function orderOf(rota: Rota, changes: Partial<BuildOrder> = {}): BuildOrder {
  const lineIds = rota.district.lines.map((line) => line.id)
  const place = { buildId: 'b', districtId: rota.district.id, draftId: 'd' }
  const search = { seed: 3, iterations: BUDGET, keep: 'locked', change: 'free', polish: false } as const
  return { ...place, ...search, lineIds, rota, baselines: {}, baseEdit: 0, ...changes }
}

function exampleRota(name: string): Rota {
  const parsed = parseDistrictFile(readFileSync(`examples/${name}.json`, 'utf8'))
  if (parsed.kind === 'refused') throw new Error(`${name}: ${JSON.stringify(parsed.problems[0])}`)
  const { district } = parsed.file
  const period = { from: '2027-03-01', to: '2027-04-12' }
  const needs = district.lines
    .flatMap((line) => needsOf(line, period.from, period.to))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const first = needs[0]!
  const slices = [wholeSlice(first, district.doctors[0]!.personId)]
  const cell = { needId: first.id, seat: 0, slices, locked: true, note: NOTE }
  return { district, ...period, needs, cells: new Map([[cellKey(cell), cell]]), elsewhere: [] }
}

/** Fields whose texts are ids, dates, times or one of a fixed set of words. */
const PLAIN = new Set(
  (
    'id buildId districtId draftId personId needId lineId blockId positionId key number municipality ' +
    'from to date start end anchor certainFrom declaredOn decidedOn birthDate emergencyCourseOn violenceCourseOn extendedTo ' +
    'fridayStart mondayEnd publishBy keep change kind form block dayKinds status stance parameter origin legalForm timeZone ' +
    'languages lineIds behind serves overlapClass specialHolidays forms value exception route way employer'
  ).split(' '),
)

/** Every text of a JSON value with the nearest name above it. */
function* textsIn(value: unknown, field: string): Generator<[string, string]> {
  if (typeof value === 'string') yield [field, value]
  if (typeof value !== 'object' || value === null) return
  for (const [key, own] of Object.entries(value)) yield* textsIn(own, Array.isArray(value) ? field : key)
}

function finish(orderText: string, saved: Uint8Array | null = null) {
  const work = openWork(orderText, saved)
  while (!isFinished(work)) advanceWork(work, 1000)
  return resultOf(work)
}

describe('an order', () => {
  it.each(EXAMPLES)('of %s asks for the same as the whole rota, and carries nobody’s name', (name) => {
    const rota = exampleRota(name)
    const text = toOrderText(orderOf(rota))
    const { encoding } = openWork(text, null)
    const { lineIds } = orderOf(rota)
    expect(encoding.problem).toEqual(encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' }).problem)
    const { persons, doctors } = rota.district
    const secrets = persons.flatMap((person) => [person.name, person.hprNumber, person.email, person.phone])
    const evidence = doctors.flatMap((doctor) => doctor.competences.map((competence) => competence.evidence))
    for (const secret of [...secrets, ...evidence, NOTE])
      if (secret) expect(text).not.toContain(JSON.stringify(secret))
  })

  it.each(EXAMPLES)('of %s carries no text but ids, dates, times and choices', (name) => {
    const rota = exampleRota(name)
    const [decided, ...others] = rota.district.agreement
    if (!decided) throw new Error(`${name} has no agreement`)
    const value = [{ name: 'Turnus etter Kari', from: '01-01', publishBy: null }]
    const agreement = [
      { ...decided, author: 'Kari Nordmann' },
      ...others,
      { ...decided, parameter: 'planPeriods', value } as const,
    ]
    const text = toOrderText(orderOf({ ...rota, district: { ...rota.district, agreement } }))
    const told = [...textsIn(JSON.parse(text), '')]
    expect(told.length).toBeGreaterThan(100)
    expect(told.filter(([field, said]) => said !== '' && !PLAIN.has(field))).toEqual([])
  })

  it('is sent without what stands in the draft by hand', () => {
    const slices = [wholeSlice(makeRota().needs[0]!, 'a')]
    const text = toOrderText(orderOf(makeRota(), { baselines: { 'h#0': { slices, note: NOTE } } }))
    expect(text).toContain(NOTE)
    expect(toSentText(text)).not.toContain(NOTE)
    expect(finish(toSentText(text))).toEqual(finish(text))
  })

  it('taken up from a state that is refused begins anew and ends with the same rota', () => {
    const text = toOrderText(orderOf(makeRota()))
    const calm = finish(text)
    const work = openWork(text, null)
    advanceWork(work, 1500)
    const saved = saveWork(work)
    const otherVersion = saved.slice()
    otherVersion[3] = 1
    const garbled = saved.map((byte, at) => (at > 60 && at % 37 === 0 ? byte ^ 0x41 : byte))
    const others = [saved.slice(0, -1), saved.slice(0, 10), new Uint8Array(0), otherVersion, garbled]
    for (const state of [saved, ...others]) expect(finish(text, state)).toEqual(calm)
    const reasons = [saved, saved.slice(0, -1), otherVersion, garbled].map(
      (state) => openWork(text, state).refused?.reason,
    )
    expect(reasons).toEqual([undefined, 'cut-short', 'other-version', 'damaged'])
    const [begun, anew] = [saved, otherVersion].map((state) => openWork(text, state).state.iteration)
    expect([begun, anew]).toEqual([1500, 0])
  })

  it('has a bound that its rota does not beat', () => {
    const work = openWork(toOrderText(orderOf(makeRota())), null)
    while (!isFinished(work)) advanceWork(work, 1000)
    expect(boundIn(work)).toBeLessThanOrEqual(resultOf(work).score.total)
  })

  it('never goes past the iterations it names', () => {
    const work = openWork(toOrderText(orderOf(makeRota(), { iterations: 10 })), null)
    advanceWork(work, 1000)
    expect([work.state.iteration, isFinished(work)]).toEqual([10, true])
  })
})
