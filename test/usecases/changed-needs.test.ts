import { describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import type { TemplateWindow } from '../../src/core/rota/line.ts'
import { findDuty } from '../../src/data/rota-store.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { needOn, PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

function withWindow(change: Partial<TemplateWindow>): (district: District) => District {
  return (district) => ({
    ...district,
    lines: district.lines.map((line) => ({
      ...line,
      templates: line.templates.map((version) => ({
        ...version,
        windows: version.windows.map((window) => ({ ...window, ...change })),
      })),
    })),
  })
}

/** The duty of Tuesday published to doctor a, then the template edited under it. */
async function publishedThen(change: Partial<TemplateWindow>): Promise<PlanWorld> {
  const world = await PlanWorld.make()
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-05', 'a')
  unwrap(await world.publish(draftId))
  await world.reimport(withWindow(change))
  return world
}

const onSite: Partial<TemplateWindow> = {
  pieces: [
    { form: 'home', startDay: 0, start: '16:00', endDay: 0, end: '23:00' },
    { form: 'on-site', startDay: 0, start: '23:00', endDay: 1, end: '08:00' },
  ],
}

describe('a duty whose template changed', () => {
  it.each([
    ['forms', onSite, 1],
    ['times', { start: '15:00' }, 1],
    ['pay', { paid: { startDay: 0, start: '16:00', endDay: 1, end: '07:00' } }, 0],
    ['number of doctors', { number: 2 }, 0],
    ['name', { name: 'Natt' }, 0],
  ])(
    'with other %s is a change for whoever holds it, and moves an event that shows it',
    async (_, change, moved) => {
      const world = await publishedThen(change)
      const feed = await world.feedOf('a')
      const [old] = await world.dutiesOf('a')
      const version = (await feed.version()) ?? 0
      const draftId = await world.open()
      const part = { districtId: world.districtId, draftId, lineIds: null, from: null, to: null }
      const preview = unwrap(await previewPublication(world.ctx, part))
      const told = [{ personId: 'a', gained: [], lost: [], moved: [needOn('2027-01-05')] }]
      expect(preview.differences).toEqual(told)
      unwrap(await world.publish(draftId, {}, world.at('2026-12-02T09:00Z')))
      const [row, ...others] = await world.dutiesOf('a')
      expect(others).toEqual([])
      expect(row).toMatchObject({ chainId: old?.chainId, sequence: moved, replaces: old?.id })
      expect((row?.modifiedAt ?? 0) > (old?.modifiedAt ?? Infinity)).toBe(moved > 0)
      expect(await feed.version()).toBeGreaterThan(version)
    },
  )

  it('fills the new times with whoever held all of the old', async () => {
    const world = await publishedThen({ start: '15:00' })
    const [old] = await world.dutiesOf('a')
    unwrap(await world.publish(await world.open()))
    const [row] = await world.dutiesOf('a')
    expect([(old?.start ?? 0) - (row?.start ?? 0), row?.end]).toEqual([60, old?.end])
  })

  it('keeps its former form readable, with the revision that ended it', async () => {
    const world = await publishedThen(onSite)
    unwrap(await world.publish(await world.open()))
    const duty = await findDuty(world.ctx.db, world.districtId, needOn('2027-01-05'))
    expect(duty?.need.pieces.map((piece) => piece.form)).toEqual(['home', 'on-site'])
    expect(
      duty?.formerForms.map(({ need, revisionTo }) => [need.pieces.map(({ form }) => form), revisionTo]),
    ).toEqual([[['home'], 2]])
  })

  it('can be published though nobody holds it', async () => {
    const world = await PlanWorld.make()
    const draftId = await world.open()
    await world.assign(draftId, '2027-01-05', 'a')
    unwrap(await world.publish(draftId))
    const empty = { from: '2027-01-06', to: '2027-01-18' }
    await world.reimport(withWindow(onSite))
    const next = await world.open()
    unwrap(await world.publish(next, empty))
    const duty = await findDuty(world.ctx.db, world.districtId, needOn('2027-01-07'))
    expect(duty?.need.pieces).toHaveLength(2)
    expect((await world.dutiesOf('a'))[0]).toMatchObject({ sequence: 0, pieces: [{ form: 'home' }] })
  })

  it('stays as it was published once it has begun', async () => {
    const world = await publishedThen(onSite)
    const late = world.at('2027-01-10T09:00Z')
    const draftId = await world.open(late)
    unwrap(await world.publish(draftId, {}, late))
    expect((await world.dutiesOf('a'))[0]).toMatchObject({ sequence: 0, pieces: [{ form: 'home' }] })
    const coming = await findDuty(world.ctx.db, world.districtId, needOn('2027-01-12'))
    expect(coming?.need.pieces).toHaveLength(2)
  })

  it('is no change when the template is the same', async () => {
    const world = await publishedThen({})
    expect(refusalOf(await world.publish(await world.open()))).toBe('nothing-changed')
  })
})

describe('a line or district that gets another name', () => {
  it.each([
    [
      'line',
      (district: District) => ({
        ...district,
        lines: district.lines.map((line) => ({ ...line, code: 'NY' })),
      }),
    ],
    ['district', (district: District) => ({ ...district, name: 'Nytt navn' })],
  ])('is told to calendars under a higher sequence and a later time: a %s', async (_, rename) => {
    const world = await publishedThen({})
    const feed = await world.feedOf('a')
    const before = await feed.body('2026-12-02T09:00Z')
    const version = (await feed.version()) ?? 0
    await world.reimport(rename, world.at('2026-12-03T09:00Z'))
    expect(await feed.version()).toBe(version + 1)
    const after = await feed.body('2026-12-03T10:00Z')
    const sequenceIn = (body: string) => Number(/SEQUENCE:(\d+)/.exec(body)?.[1])
    expect(sequenceIn(after)).toBeGreaterThan(sequenceIn(before))
    expect(after).toContain('LAST-MODIFIED:20261203T090000Z')
    await world.reimport((same) => same, world.at('2026-12-04T09:00Z'))
    expect(await feed.version()).toBe(version + 1)
  })
})
