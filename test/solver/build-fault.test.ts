import { describe, expect, it } from 'vitest'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { buildRota } from '../../src/solver/build.ts'
import { faultsOf } from '../../src/solver/build-fault.ts'
import { at, makeCompetence, makeDistrict, makeDoctor, makeLine, makeRota } from '../support/make-district.ts'

function faultIn(rota: Rota, changes: Partial<Parameters<typeof faultsOf>[0]> = {}) {
  const lineIds = rota.district.lines.map((line) => line.id)
  return faultsOf({ rota, lineIds, locked: new Set(), iterations: 100, ...changes })
}

/** A rota in which these persons hold these needs under lock. */
function lockedRota(holders: Readonly<Record<string, string>>, parts: Partial<Rota> = {}): Rota {
  const rota = makeRota(parts)
  const cells = Object.entries(holders).map(([needId, personId]) => {
    const need = rota.needs.find((own) => own.id === needId)!
    return { needId, seat: 0, slices: [wholeSlice(need, personId)], locked: true, note: '' }
  })
  return { ...rota, cells: new Map(cells.map((cell) => [cellKey(cell), cell])) }
}

describe('a build', () => {
  it('of an ordinary rota has no faults', () => {
    expect(faultIn(makeRota())).toBeUndefined()
    expect(faultIn(lockedRota({ 'h.2027-01-05.k': 'a', 'h.2027-01-07.k': 'b' }))).toBeUndefined()
  })

  it('has a fault without doctors', () => {
    expect(faultIn(makeRota({ district: makeDistrict({ doctors: [] }) }))).toEqual({ kind: 'no-doctors' })
  })

  it('has a fault without duties: on no line, or outside the period, or of number 0', () => {
    const rota = makeRota()
    const none = { kind: 'no-duties' }
    expect(faultIn(rota, { lineIds: [] })).toEqual(none)
    expect(faultIn({ ...rota, needs: [] })).toEqual(none)
    expect(faultIn({ ...rota, from: '2027-03-01', to: '2027-03-08' })).toEqual(none)
    expect(faultIn({ ...rota, needs: rota.needs.map((need) => ({ ...need, number: 0 })) })).toEqual(none)
  })

  it.each([0, -1, 0.5, Number.NaN])('has a fault with a budget of %s, and names it', (iterations) => {
    expect(faultIn(makeRota(), { iterations })).toEqual({ kind: 'no-budget', iterations })
  })

  it.each([0, -3, Number.NaN, Number.POSITIVE_INFINITY])(
    'has a fault with a weight of %s, and names it',
    (value) => {
      const entry = {
        from: '2020-01-01',
        to: null,
        status: 'adopted',
        source: '',
        author: '',
        decidedOn: null,
      }
      const weights = { ...entry, parameter: 'builderWeights', value: { wishes: value } } as const
      const district = { ...makeDistrict(), agreement: [weights] } as unknown as Rota['district']
      expect(faultIn(makeRota({ district }))).toEqual({ kind: 'bad-weight', weight: 'wishes', value })
    },
  )

  it('has a fault with two locked duties that clash, and names both', () => {
    const district = makeDistrict({ lines: [makeLine(), makeLine({ id: 'i', code: 'I' })] })
    const rota = lockedRota({ 'h.2027-01-05.k': 'a', 'i.2027-01-05.k': 'a' }, { district })
    expect(faultIn(rota)).toMatchObject({
      kind: 'contradictory-locks',
      violation: { kind: 'overlap', personId: 'a', needIds: ['h.2027-01-05.k', 'i.2027-01-05.k'] },
    })
    expect(faultIn({ ...rota, from: '2027-01-06' })).toBeUndefined()
  })

  it('has a fault with a lock that a rule forbids its holder, whatever else is built', () => {
    const away = [{ id: 'x', from: '2027-01-05', certainFrom: '2027-01-05', to: '2027-01-06' }]
    const district = makeDistrict({ doctors: [makeDoctor('a', { absences: away }), makeDoctor('b')] })
    const rota = lockedRota({ 'h.2027-01-05.k': 'a' }, { district })
    const fault = { kind: 'contradictory-locks', violation: { kind: 'not-available', personId: 'a' } }
    expect(faultIn(rota)).toMatchObject(fault)
    const [cell] = [...rota.cells.values()]
    const unlocked = { ...rota, cells: new Map([[cellKey(cell!), { ...cell!, locked: false }]]) }
    expect(faultIn(unlocked)).toBeUndefined()
    expect(faultIn(unlocked, { locked: new Set([cellKey(cell!)]) })).toMatchObject(fault)
  })

  it('has a fault with a lock over a duty in another district', () => {
    const busy = {
      start: at('2027-01-05 12:00'),
      end: at('2027-01-05 20:00'),
      overlapClass: null,
      personId: 'a',
    }
    expect(faultIn(lockedRota({ 'h.2027-01-05.k': 'a' }, { elsewhere: [busy] }))).toMatchObject({
      violation: { kind: 'overlap', elsewhere: true },
    })
  })

  it('has none with a lock whose missing backup it can still find', () => {
    const backup = makeLine({ id: 'b', form: 'backup', behind: ['h'], conditional: true })
    const learner = makeDoctor('a', { competences: [makeCompetence({ kind: 'none' })] })
    const district = makeDistrict({ lines: [makeLine(), backup], doctors: [learner, makeDoctor('b')] })
    expect(faultIn(lockedRota({ 'h.2027-01-04.k': 'a' }, { district }))).toBeUndefined()
  })

  it('of duties that nobody may hold is none: it leaves them open and tells each with its reasons', () => {
    const away = [{ id: 'x', from: '2027-01-01', certainFrom: '2027-01-01', to: null }]
    const doctors = ['a', 'b'].map((id) => makeDoctor(id, { absences: away }))
    const rota = makeRota({ district: makeDistrict({ doctors }) })
    expect(faultIn(rota)).toBeUndefined()
    const { open } = buildRota({ rota, lineIds: ['h'], locked: new Set(), seed: 1, iterations: 10 })
    expect(open).toHaveLength(rota.needs.length)
    for (const duty of open) expect(duty.reasons).toEqual([{ kind: 'not-available', doctors: 2 }])
  })
})
