import { describe, expect, it } from 'vitest'
import { type DistrictFile, parseDistrictFile, writeDistrictFile } from '../../src/exchange/district-file.ts'
import { SITUATION_NAMES, situationOf } from '../support/situations.ts'
import { publishedAtOnce, type Situation } from '../support/situations-parts.ts'

describe('the district file', () => {
  it.each(SITUATION_NAMES.map((name) => [name]))('is read as it was written: %s', (name) => {
    for (const file of filesOf(situationOf(name))) {
      const text = writeDistrictFile(file)
      const parsed = parseDistrictFile(text)
      expect(parsed).toEqual({ kind: 'parsed', file })
      expect(parsed.kind === 'parsed' && writeDistrictFile(parsed.file)).toBe(text)
    }
  })

  it('never carries a ground of an exemption', () => {
    const situation = situationOf('exemption claimed, withdrawn, claimed again')
    const text = filesOf(situation).map(writeDistrictFile).join()
    expect(text).toContain('magne-2')
    for (const word of ['over-60', 'claimedOn', 'withdrawnOn', '2026-12-15']) expect(text).not.toContain(word)
  })
})

/** The situation's district and those of its neighbours, each with what stands on its timeline now. */
function filesOf(situation: Situation): DistrictFile[] {
  const neighbours = situation.neighbours.map((rota) => ({ rota, ...publishedAtOnce(rota) }))
  return [situation, ...neighbours].map(({ rota, assignments }) => ({
    version: 1,
    district: rota.district,
    timeline: {
      needs: rota.needs,
      holdings: assignments
        .filter((one) => one.revisionTo === null)
        .map(({ needId, seat, start, end, personId, positionId, origin, shadowing, note }) => {
          return { needId, seat, start, end, personId, positionId, origin, shadowing, note }
        }),
    },
  }))
}
