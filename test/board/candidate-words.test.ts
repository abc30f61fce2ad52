import { describe, expect, it } from 'vitest'
import { chipsOf, gapText, splitCandidates } from '../../src/board/candidate-words.ts'
import { rankCandidates } from '../../src/core/plans/candidates.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import { viewOf } from '../../src/core/rules/view.ts'
import { textFor } from '../../src/text/text.ts'
import { filledExample } from '../support/filled-example.ts'
import { makeSurgery } from '../support/make-district.ts'

const text = textFor('nb')
const rota = filledExample('fjordane', '2027-01-04', 6)
const { district } = rota
const need = rota.needs.find(({ id }) => id === 'fjordane-natt.2027-01-14.natt')
if (!need) throw new Error('the example has lost a need')
const ranked = rankCandidates(viewOf(rota), { needId: need.id, seat: 0 }, null)

/** The example with hours in the surgery told, or not told, of every doctor. */
function withHours(surgery: Doctor['surgery']): District {
  return { ...district, doctors: district.doctors.map((doctor) => ({ ...doctor, surgery })) }
}

describe('what is told beside a name that could be chosen', () => {
  it('begins with what blocks, then warns, each kind once', () => {
    const found = ranked.filter(({ blocking }) => blocking.length > 0)
    expect(found.length).toBeGreaterThan(0)
    for (const candidate of found) {
      const words = chipsOf(candidate, district, need.date, text).map(({ word }) => word)
      expect(words[0]).toBe(text.violations.findings[candidate.blocking[0]?.kind ?? 'overlap'])
      expect(new Set(words).size).toBe(words.length)
    }
  })

  it('says that a total is not known where hours in the surgery are not declared', () => {
    const [first] = ranked
    if (!first) throw new Error('nobody can be asked')
    const told = { word: text.board.totalNotKnown, color: 'neutral' }
    const declared = withHours([makeSurgery([])])
    expect(chipsOf(first, withHours([]), need.date, text)).toContainEqual(told)
    expect(chipsOf(first, declared, need.date, text)).not.toContainEqual(told)
  })

  it('says what a doctor wishes of the day', () => {
    const [first] = ranked
    if (!first) throw new Error('nobody can be asked')
    const candidate = { ...first, blocking: [], warnings: [], hasWish: 'rather-not' } as const
    expect(chipsOf(candidate, district, need.date, text)).toContainEqual({
      word: text.words.stances['rather-not'],
      color: 'neutral',
    })
  })

  it('tells how far below or above the share somebody lies', () => {
    expect(gapText(600, text)).toBe(text.plans.panel.below('10 t'))
    expect(gapText(-600, text)).toBe(text.plans.panel.above('10 t'))
  })
})

describe('those who fit and the others', () => {
  it('are parted by what blocks, and keep their order', () => {
    const { fitting, others } = splitCandidates(ranked)
    expect([...fitting, ...others]).toEqual(ranked)
    expect(fitting.every(({ blocking }) => blocking.length === 0)).toBe(true)
    expect(others.every(({ blocking }) => blocking.length > 0)).toBe(true)
  })
})
