import { describe, expect, it } from 'vitest'
import { fromUtcText, toUtcText } from '../../src/core/time/minute.ts'
import { compiler, readAll, writeAll } from '../../src/data/database.ts'
import { failedMessageWrites } from '../../src/data/outbox-store.ts'
import { confirmChange } from '../../src/usecases/confirm-change.ts'
import type { Context } from '../../src/usecases/context.ts'
import { DAY_BEFORE, NoticeWorld } from '../support/notice-world.ts'
import { pagesAs } from '../support/pages-as.ts'
import { unwrap } from '../support/plan-world.ts'

const OLDER = 'Du bekrefter samtidig eldre endringer'

async function read(ctx: Context, path: string): Promise<string> {
  const answer = await pagesAs(ctx).request(path)
  return answer.text()
}

/** The levels of the headings, as they come. */
const levels = (page: string) => [...page.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
const isInOrder = (page: string) =>
  levels(page).every((level, index, all) => level <= (all[index - 1] ?? 0) + 1)

/** One doctor gets tomorrow's duty and five later ones at once. */
async function sixNewDuties() {
  const world = await NoticeWorld.make()
  const { plan } = world
  const draftId = await plan.open(world.coordinator())
  for (const day of ['05', '07', '08', '11', '13', '15']) await plan.assign(draftId, `2027-01-${day}`, 'd')
  unwrap(await plan.publish(draftId, {}, world.coordinator()))
  return world
}

describe('of many changes at once', () => {
  it('those that must be confirmed stand first and marked, the rest folded, for coordinator and doctor alike', async () => {
    const world = await sixNewDuties()
    const d = await world.as('d')
    for (const page of [
      await read(world.coordinator(), '/districts/fjordane/notices'),
      await read(d(), '/me/changes'),
    ]) {
      const tomorrow = page.indexOf('<ins>tir. 5. jan.')
      const fold = page.indexOf('Og 5 til: 5 nye vakter')
      expect(tomorrow).toBeGreaterThan(0)
      expect(fold).toBeGreaterThan(tomorrow)
      expect(page.indexOf('<ins>ons. 13. jan.')).toBeGreaterThan(fold)
      expect(page.slice(page.lastIndexOf('<li', tomorrow), tomorrow)).toContain('Må bekreftes')
      expect(isInOrder(page)).toBe(true)
    }
  })

  it('an urgent one that is not confirmed stands among the urgent after a later one too', async () => {
    const world = await NoticeWorld.make()
    await world.amend('2027-01-05', 'd')
    const evening = '2027-01-04T17:00Z'
    await world.amend('2027-01-06', 'd', { now: evening })
    const page = await read(world.coordinator(evening), '/districts/fjordane/notices')
    const card = page.slice(page.indexOf('>Lege D</a>'))
    const [of_d = ''] = card.split('</article>')
    expect(of_d.indexOf('<ins>tir. 5. jan.')).toBeGreaterThan(0)
    expect(of_d.indexOf('<ins>tir. 5. jan.')).toBeLessThan(of_d.indexOf('<ins>ons. 6. jan.'))
    expect(of_d).not.toContain('eldre endring som følger med')
    expect(of_d).toContain(OLDER)
  })

  it('a duty that was changed twice is told as it became last, and before it only in a fold', async () => {
    const world = await NoticeWorld.make()
    await world.amend('2027-01-05', 'd')
    await world.amend('2027-01-05', 'd', { late: 60 })
    const [doctor] = (await world.page()).open.filter(({ personId }) => personId === 'd')
    expect(doctor?.urgent).toMatchObject([{ revision: 3, before: {}, after: {} }])
    expect(await read(world.coordinator(), '/districts/fjordane/notices')).toContain(
      'En eldre endring som følger med',
    )
  })
})

describe('the doctor’s page of changes', () => {
  it('says that one answer counts for older ones wherever there are such, urgent or not', async () => {
    const world = await NoticeWorld.make()
    const a = await world.as('a')
    expect(await read(a(), '/me/changes')).not.toContain(OLDER)
    await world.amend('2027-01-10', 'd')
    expect(await read(a(), '/me/changes')).toContain(OLDER)
    unwrap(await confirmChange(a(), { districtId: world.districtId, revision: 1 }))
    expect(await read(a(), '/me/changes')).not.toContain(OLDER)
  })

  it('has its headings in order with something to confirm, with nothing, and with no changes at all', async () => {
    const world = await NoticeWorld.make()
    const [a, d] = [await world.as('a'), await world.as('d')]
    const nothing = await read(d(), '/me/changes')
    expect(levels(await read(a(), '/me/changes'))).toEqual([1, 2, 3])
    expect(levels(nothing)).toEqual([1])
    await world.amend('2027-01-04', 'd')
    const both = await read(a(), '/me/changes')
    expect(levels(both)).toEqual([1, 2, 3, 2, 3])
  })
})

describe('the first page', () => {
  it('tells a doctor of what must be confirmed, and nothing once it is', async () => {
    const world = await NoticeWorld.make()
    const d = await world.as('d')
    expect(await read(d(), '/')).not.toContain('/me/changes')
    const revision = await world.amend('2027-01-05', 'd')
    expect(await read(d(), '/')).toContain('Én endring må bekreftes')
    unwrap(await confirmChange(d(), { districtId: world.districtId, revision }))
    expect(await read(d(), '/')).not.toContain('/me/changes')
  })
})

describe('the page of a month', () => {
  it('has the answer beside the doctor', async () => {
    const world = await NoticeWorld.make()
    await world.amend('2027-01-05', 'd')
    const page = await read(world.coordinator(), '/districts/fjordane/notices?month=2027-01')
    const heads = [...page.matchAll(/<th scope="col">([^<]*)/g)].map(([, head]) => head)
    expect(heads).toEqual(['Lege', 'Svar', 'Publisert', 'Utgave'])
  })
})

describe('a message under way', () => {
  it('has failed as often as tries came to an end: the one going on is none', async () => {
    const world = await NoticeWorld.make()
    await world.amend('2027-01-05', 'd')
    const { db } = world.plan.ctx
    const [rows] = await readAll(db, [
      compiler.selectFrom('outbox').select('id').where('person_id', '=', 'd'),
    ])
    const id = rows[0]?.id ?? ''
    const now = fromUtcText(DAY_BEFORE)
    const begin = (attempts: number) =>
      compiler
        .updateTable('outbox')
        .set({ attempts, claimed_until: toUtcText(now + 3) })
        .where('id', '=', id)
        .compile()
    const tries = async () =>
      (await world.page()).open.find(({ personId }) => personId === 'd')?.newest.messages[0]?.failedTries
    await writeAll(db, [begin(1)])
    expect(await tries()).toBe(0)
    await writeAll(db, failedMessageWrites(id, 'x', now + 1))
    expect(await tries()).toBe(1)
    await writeAll(db, [begin(2)])
    expect(await tries()).toBe(1)
  })
})
