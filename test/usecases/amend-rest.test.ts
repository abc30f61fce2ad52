import { describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

/** On-site nights 00–08 that touch an on-site day 08–14, and an evening from 16, two hours after the day. */
function touching(district: District): District {
  return {
    ...district,
    lines: district.lines.map((line) => ({
      ...line,
      form: 'on-site' as const,
      templates: line.templates.map((version) => ({
        ...version,
        windows: version.windows.flatMap((window) => [
          { ...window, key: 'n', start: '00:00', end: '08:00', endDay: 0 as const },
          { ...window, key: 'd', start: '08:00', end: '14:00', endDay: 0 as const },
          { ...window, key: 'e', start: '16:00', end: '00:00', endDay: 1 as const },
        ]),
      })),
    })),
  }
}

describe('an amendment', () => {
  it('of the night itself is stopped by the rest that its period then lacks, though other duties stand at the edges', async () => {
    const world = await PlanWorld.make(touching)
    const draftId = await world.open()
    const place = (key: string) => ({ needId: `fjordane-home.2027-01-05.${key}`, seat: 0 })
    await world.assign(draftId, '2027-01-05', 'b')
    await world.assignTo(draftId, place('d'), 'a')
    await world.assignTo(draftId, place('e'), 'a')
    unwrap(await world.publish(draftId))
    expect(refusalOf(await world.amend('2027-01-05', 'a'))).toBe('rule-broken')
    unwrap(await world.amend('2027-01-05', 'c'))
    unwrap(await world.amend('2027-01-05', 'a', true))
  })
})

describe('a least number of duties', () => {
  it('is counted over the plan, however much of it the board shows or was published at once', async () => {
    const world = await PlanWorld.make((district) => ({
      ...district,
      doctors: district.doctors.map((doctor) => ({
        ...doctor,
        takingPart: doctor.takingPart.map((fact) => ({ ...fact, least: 2 })),
      })),
    }))
    const draftId = await world.open()
    await world.assign(draftId, '2027-01-05', 'a')
    await world.assign(draftId, '2027-01-12', 'a')
    unwrap(await world.publish(draftId, { to: '2027-01-11' }))
    unwrap(await world.publish(draftId))
    const few = async (from: string, days: number) => {
      const source = { kind: 'timeline' } as const
      const board = unwrap(await showBoard(world.ctx, { districtId: world.districtId, source, from, days }))
      return board.violations.filter((found) => found.kind === 'least-duties').map((found) => found.personId)
    }
    expect(await few('2027-01-04', 7)).toEqual(['b', 'c', 'd'])
    expect(await few('2027-01-04', 42)).toEqual(['b', 'c', 'd'])
    expect(await few('2027-06-07', 42)).toEqual([])
  })
})
