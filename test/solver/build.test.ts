import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import { placesOf, type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { checkRota } from '../../src/core/rules/check.ts'
import { isBlocking } from '../../src/core/rules/violation.ts'
import { type BuildResult, buildRota, finishBuild } from '../../src/solver/build.ts'
import { encodeRota } from '../../src/solver/encode/encode.ts'
import { advanceSearch, loadState, saveState, startSearch } from '../../src/solver/search/search.ts'
import {
  at,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeRota,
  makeSlice,
} from '../support/make-district.ts'
import { loadedFrom } from './loaded.ts'
import { fillAtRandom, OF_DISTRICT, randomRota } from './random-district.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 })

function linesOf(rota: Rota): string[] {
  return rota.district.lines.map((line) => line.id)
}

function build(rota: Rota, seed = 1, iterations = 400): BuildResult {
  return buildRota({ rota, lineIds: linesOf(rota), locked: new Set(), seed, iterations })
}

function withCells(rota: Rota, cells: readonly Cell[]): Rota {
  return { ...rota, cells: new Map([...rota.cells, ...cells.map((cell) => [cellKey(cell), cell] as const)]) }
}

function blockingIn(rota: Rota): string[] {
  return checkRota(rota)
    .filter((found) => isBlocking(found) && !OF_DISTRICT.includes(found.kind))
    .map((found) => `${found.kind} ${found.personId} ${found.needIds}`)
}

describe('a built rota', () => {
  it('breaks no blocking rule that was not broken before', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rota = fillAtRandom(randomRota(seed), seed, 8)
        const { cells } = build(rota, seed)
        const empty = withCells(
          rota,
          cells.map((cell) => ({ ...cell, slices: cell.slices.filter((slice) => slice.shadowing) })),
        )
        expect(blockingIn(withCells(rota, cells)).length).toBeLessThanOrEqual(blockingIn(empty).length)
      }),
      { seed: 21, numRuns: 50 },
    )
  }, 60_000)

  it('leaves nothing open that a doctor could hold as everything else stands', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rota = randomRota(seed)
        const { cells, open } = build(rota, seed, 50)
        const built = withCells(rota, cells)
        expect(blockingIn(built)).toEqual([])
        for (const place of open.slice(0, 3)) {
          const need = rota.needs.find((candidate) => candidate.id === place.needId)!
          for (const { personId } of rota.district.doctors) {
            const cell = { ...place, slices: [wholeSlice(need, personId)], locked: false, note: '' }
            expect(blockingIn(withCells(built, [cell]))).not.toEqual([])
          }
          const counted = place.reasons.reduce((sum, reason) => sum + reason.doctors, 0)
          expect(counted).toBeGreaterThanOrEqual(rota.district.doctors.length)
        }
      }),
      { seed: 22, numRuns: 60 },
    )
  }, 60_000)

  it('is the same for the same seed and number of iterations', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rota = randomRota(seed)
        expect(JSON.stringify(build(rota, 7))).toBe(JSON.stringify(build(rota, 7)))
      }),
      { seed: 23, numRuns: 20 },
    )
  }, 60_000)

  it('leaves locked places, other lines, slices and context as they were', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rota = fillAtRandom(randomRota(seed), seed, 50)
        const [first] = placesOf(rota.needs.filter((need) => need.date === rota.from))
        const locked = new Set(first ? [cellKey(first)] : [])
        const lineIds = ['s', 'b']
        const { cells } = buildRota({ rota, lineIds, locked, seed, iterations: 200 })
        for (const cell of cells) {
          const need = rota.needs.find((candidate) => candidate.id === cell.needId)!
          const former = rota.cells.get(cellKey(cell))
          expect(lineIds).toContain(need.lineId)
          expect(need.date >= rota.from && need.date < rota.to).toBe(true)
          expect(locked.has(cellKey(cell)) || former?.locked === true).toBe(false)
          const isWhole = (former?.slices ?? []).every(
            (slice) => slice.shadowing || (slice.start === need.start && slice.end === need.end),
          )
          expect(isWhole).toBe(true)
          expect(cell.slices.filter((slice) => slice.shadowing)).toEqual(
            (former?.slices ?? []).filter((slice) => slice.shadowing),
          )
        }
      }),
      { seed: 24, numRuns: 60 },
    )
  }, 60_000)

  it('keeps what is held when only open places are to be filled', () => {
    const rota = makeRota({ holders: { 'h.2027-01-05.k': 'd', 'h.2027-01-08.k': 'a' } })
    const input = { rota, lineIds: ['h'], locked: new Set<string>(), seed: 1, iterations: 200 }
    const { cells, open } = buildRota({ ...input, keep: 'filled' })
    expect(cells.map((cell) => cell.needId)).not.toContain('h.2027-01-05.k')
    expect(cells).toHaveLength(5)
    expect(open).toEqual([])
  })

  it('never meets a duty in another district', () => {
    const busy = { start: at('2027-01-04 00:00'), end: at('2027-01-08 00:00'), overlapClass: null }
    const elsewhere = ['a', 'b', 'c'].map((personId) => ({ ...busy, personId }))
    const rota = makeRota({ elsewhere })
    const { cells, open } = build(rota)
    const holders = new Map(cells.map((cell) => [cell.needId, cell.slices[0]?.personId]))
    expect(holders.get('h.2027-01-04.k')).toBe('d')
    expect(holders.get('h.2027-01-06.k')).toBe('d')
    expect(open).toEqual([])
  })

  it('says for an open duty what keeps how many doctors away', () => {
    const away = [{ id: 'x', from: '2027-01-01', certainFrom: '2027-01-01', to: null }]
    const doctors = ['a', 'b', 'c'].map((id) => makeDoctor(id, { absences: away }))
    const busy = { start: at('2027-01-05 12:00'), end: at('2027-01-05 20:00'), overlapClass: null }
    const district = makeDistrict({ doctors: [...doctors, makeDoctor('d')] })
    const { open } = build(makeRota({ district, elsewhere: [{ ...busy, personId: 'd' }] }))
    expect(open).toEqual([
      {
        needId: 'h.2027-01-05.k',
        seat: 0,
        reasons: [
          { kind: 'not-available', doctors: 3 },
          { kind: 'overlap', doctors: 1 },
        ],
      },
    ])
  })

  it('finds a backup for a locked doctor who may not work alone, and says so where there is none', () => {
    const backup = makeLine({ id: 'b', form: 'backup', behind: ['h'], conditional: true })
    const learner = makeDoctor('a', { competences: [makeCompetence({ kind: 'none' })] })
    const away = [{ id: 'x', from: '2027-01-06', certainFrom: '2027-01-06', to: '2027-01-08' }]
    const district = makeDistrict({
      lines: [makeLine(), backup],
      doctors: [learner, makeDoctor('b', { absences: away })],
    })
    const holders = { 'h.2027-01-04.k': 'a', 'h.2027-01-06.k': 'a' }
    const rota = makeRota({ district, holders })
    const locked = new Set(['h.2027-01-04.k#0', 'h.2027-01-06.k#0'])
    const { cells, open } = buildRota({ rota, lineIds: ['h', 'b'], locked, seed: 1, iterations: 200 })
    const holderOf = (needId: string) => cells.find((cell) => cell.needId === needId)?.slices[0]?.personId
    expect(holderOf('b.2027-01-04.k')).toBe('b')
    expect(holderOf('b.2027-01-05.k')).toBeUndefined()
    // The one who needs the backup can't be it: as not able, and as busy in front.
    expect(open).toContainEqual({
      needId: 'b.2027-01-06.k',
      seat: 0,
      reasons: [
        { kind: 'backup-not-able', doctors: 1 },
        { kind: 'not-available', doctors: 1 },
        { kind: 'overlap', doctors: 1 },
      ],
    })
  })

  it('takes a slice held by somebody into account', () => {
    const half = [makeSlice('a', '2027-01-04 16:00', '2027-01-04 22:00')]
    const district = makeDistrict({ doctors: [makeDoctor('a'), makeDoctor('b')] })
    const rota = makeRota({ district, holders: { 'h.2027-01-04.k': half } })
    const { cells } = build(rota)
    expect(cells.map((cell) => cell.needId)).not.toContain('h.2027-01-04.k')
    expect(blockingIn(withCells(rota, cells))).toEqual([])
  })
})

describe('a search', () => {
  it('goes on from a saved state as if it had never stopped', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 0, max: 1000 }), (seed, stop) => {
        const rota = randomRota(seed)
        const encoding = encodeRota(rota, { lineIds: linesOf(rota), locked: new Set(), keep: 'locked' })
        const whole = startSearch(encoding.problem, seed, 1000)
        advanceSearch(encoding.problem, whole, 1000)
        const first = startSearch(encoding.problem, seed, 1000)
        advanceSearch(encoding.problem, first, stop)
        const second = loadedFrom(encoding.problem, saveState(first))
        advanceSearch(encoding.problem, second, 1000 - stop)
        expect(saveState(second)).toEqual(saveState(whole))
        expect(finishBuild(encoding, second)).toEqual(finishBuild(encoding, whole))
      }),
      { seed: 31, numRuns: 12 },
    )
  }, 60_000)

  it('refuses a state of another problem or another version, or cut short, and says what was found', () => {
    const one = makeRota()
    const other = makeRota({ to: '2027-01-09' })
    const options = { lineIds: ['h'], locked: new Set<string>(), keep: 'locked' } as const
    const { problem } = encodeRota(one, options)
    const saved = saveState(startSearch(problem, 1, 10))
    expect(loadState(problem, saved).kind).toBe('loaded')
    expect(loadState(encodeRota(other, options).problem, saved)).toMatchObject({
      kind: 'refused',
      reason: 'other-problem',
    })
    expect(loadState(problem, saved.subarray(0, saved.length - 1))).toEqual({
      kind: 'refused',
      reason: 'cut-short',
      found: saved.length - 1,
      wanted: saved.length,
    })
    expect(loadState(problem, new Uint8Array(0))).toMatchObject({ kind: 'refused', reason: 'cut-short' })
    const former = saved.slice()
    former[3] = saved[3]! - 1
    expect(loadState(problem, former)).toEqual({
      kind: 'refused',
      reason: 'other-version',
      found: saved[3]! - 1,
      wanted: saved[3],
    })
  })
  it('refuses a state of which any byte is not as it was saved', () => {
    const { problem } = encodeRota(makeRota(), { lineIds: ['h'], locked: new Set(), keep: 'locked' })
    const saved = saveState(startSearch(problem, 1, 10))
    for (let at = 0; at < saved.length; at++) {
      const damaged = saved.slice()
      damaged[at]! ^= 0x41
      expect(loadState(problem, damaged).kind, `byte ${at}`).toBe('refused')
    }
    const middle = saved.slice()
    for (let at = 60; at < saved.length; at += 37) middle[at]! ^= 0x41
    expect(loadState(problem, middle)).toMatchObject({ reason: 'damaged' })
    const strange = startSearch(problem, 1, 10)
    strange.best[0] = problem.staff
    expect(loadState(problem, saveState(strange))).toMatchObject({ reason: 'damaged', found: problem.staff })
  })
})
