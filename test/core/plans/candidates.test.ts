import { describe, expect, it } from 'vitest'
import { rankCandidates, withHolder } from '../../../src/core/plans/candidates.ts'
import { viewOf } from '../../../src/core/rules/view.ts'
import {
  at,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makeRota,
  makeSlice,
  makeSurgery,
  weekdays,
} from '../../support/make-district.ts'

const monday = makeNeed('2027-01-11 16:00', '2027-01-12 08:00')
const tuesday = makeNeed('2027-01-12 16:00', '2027-01-13 08:00')
const place = { needId: monday.id, seat: 0 }

describe('ranking candidates for a duty', () => {
  const district = makeDistrict({
    doctors: [
      makeDoctor('busy'),
      makeDoctor('free'),
      makeDoctor('away', {
        absences: [{ id: 'x', from: '2027-01-01', certainFrom: '2027-01-01', to: null }],
      }),
      makeDoctor('office', { surgery: [makeSurgery(weekdays('08:00', '15:30'))] }),
      makeDoctor('lis', { competences: [makeCompetence({ kind: 'none' })] }),
      makeDoctor('holder'),
    ],
    wishes: [
      {
        id: '1',
        personId: 'busy',
        about: { kind: 'dates', from: '2027-01-11', to: '2027-01-12' },
        stance: 'wish',
        weight: 1,
      },
      {
        id: '2',
        personId: 'free',
        about: { kind: 'pattern', from: '2027-01-01', to: '2027-02-01', weekdays: [1] },
        stance: 'rather-not',
        weight: 1,
      },
      { id: '3', personId: 'free', about: { kind: 'duty', needId: monday.id }, stance: 'cannot', weight: 3 },
      {
        id: '4',
        personId: 'lis',
        about: { kind: 'dates', from: '2027-01-12', to: '2027-01-13' },
        stance: 'wish',
        weight: 3,
      },
    ],
  })
  const rota = makeRota({
    district,
    needs: [monday, tuesday],
    holders: { [monday.id]: 'holder', [tuesday.id]: 'busy' },
  })
  const ranked = rankCandidates(viewOf(rota), place, null)
  const of = (personId: string) => ranked.find((candidate) => candidate.personId === personId)

  it('puts those who break nothing first by fair share, then warnings, then what blocks', () => {
    expect(ranked.map((candidate) => candidate.personId)).toEqual(['free', 'busy', 'office', 'lis', 'away'])
    expect(of('free')).toMatchObject({ blocking: [], warnings: [] })
    expect(of('office')).toMatchObject({ blocking: [], warnings: [{ kind: 'office-day-after-night' }] })
    expect(of('lis')).toMatchObject({ blocking: [{ kind: 'backup-missing', personId: 'lis' }] })
    expect(of('away')).toMatchObject({ blocking: [{ kind: 'not-available' }] })
  })

  it('leaves out whoever already holds the part', () => {
    expect(of('holder')).toBeUndefined()
  })

  it('tells the heaviest wish about the duty', () => {
    expect(ranked.map(({ personId, hasWish }) => [personId, hasWish])).toEqual([
      ['free', 'cannot'],
      ['busy', 'wish'],
      ['office', null],
      ['lis', null],
      ['away', null],
    ])
  })

  it('tells how far below the fair share each one is before the choice', () => {
    expect(of('free')?.fairShareGapMinutes).toBeGreaterThan(0)
    expect(of('busy')?.fairShareGapMinutes).toBe((of('free')?.fairShareGapMinutes ?? 0) - 960)
  })

  it('does not blame a candidate for what was wrong before', () => {
    const late = makeNeed('2027-01-20 16:00', '2027-01-21 08:00')
    const overlapping = makeNeed('2027-01-20 20:00', '2027-01-21 08:00', { lineId: 'n' })
    const before = makeRota({
      district: { ...district, lines: [makeLine(), makeLine({ id: 'n' })] },
      needs: [monday, late, overlapping],
      holders: { [late.id]: 'free', [overlapping.id]: 'free' },
    })
    const free = rankCandidates(viewOf(before), place, null).find(({ personId }) => personId === 'free')
    expect(free).toMatchObject({ blocking: [], warnings: [] })
  })

  it('blames a candidate who is over the agreed number for one duty more', () => {
    const takingPart = [
      { from: '2020-01-01', to: null, way: { kind: 'by-share' as const }, least: null, most: 1 },
    ]
    const doctors = [makeDoctor('a', { takingPart }), makeDoctor('b')]
    const wednesday = makeNeed('2027-01-13 16:00', '2027-01-14 08:00')
    const over = makeRota({
      district: makeDistrict({ doctors }),
      needs: [monday, tuesday, wednesday],
      holders: { [tuesday.id]: 'a', [wednesday.id]: 'a' },
    })
    expect(rankCandidates(viewOf(over), place, null)).toMatchObject([
      { personId: 'b', blocking: [] },
      { personId: 'a', blocking: [{ kind: 'most-duties', measured: 3, limit: 1 }] },
    ])
  })

  it('tries a part of a duty, and then whoever holds only the rest is a candidate', () => {
    const part = { start: at('2027-01-11 20:00'), end: monday.end }
    const split = makeRota({
      district,
      needs: [monday],
      holders: { [monday.id]: [makeSlice('busy', '2027-01-11 16:00', '2027-01-11 20:00')] },
    })
    const names = rankCandidates(viewOf(split), place, part).map(({ personId }) => personId)
    expect(names).toContain('busy')
    expect(names).toHaveLength(6)
  })

  it('gives a part to one person and leaves the others what lies beside it', () => {
    const view = viewOf(rota)
    const part = { start: at('2027-01-11 20:00'), end: at('2027-01-12 00:00') }
    expect(withHolder(view, place, part, 'free').slices).toMatchObject([
      { personId: 'holder', start: monday.start, end: part.start },
      { personId: 'free', ...part },
      { personId: 'holder', start: part.end, end: monday.end },
    ])
  })

  it('faults a duty that the rota does not have', () => {
    expect(() => rankCandidates(viewOf(rota), { needId: 'h.2027-09-09.16', seat: 0 }, null)).toThrow(
      'h.2027-09-09.16',
    )
  })
})
