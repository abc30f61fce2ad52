import { describe, expect, it } from 'vitest'
import { confirmChange, takeBackConfirmation } from '../../src/usecases/confirm-change.ts'
import { confirmNotice, reopenNotice } from '../../src/usecases/confirm-notice.ts'
import { countNotices, showTold } from '../../src/usecases/count-notices.ts'
import { countMyChanges, showMyChanges } from '../../src/usecases/show-my-changes.ts'
import { showNotices } from '../../src/usecases/show-notices.ts'
import { DAY_BEFORE, NoticeWorld } from '../support/notice-world.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

const LATER = '2027-01-04T11:30Z'
const WORKED = '2027-01-06T12:00Z'
const names = (doctors: readonly { readonly personId: string }[]) => doctors.map(({ personId }) => personId)

describe('a change of a duty that begins within 48 hours', () => {
  it('waits for the one who lost it and the one who got it, each told old and new', async () => {
    const world = await NoticeWorld.make()
    const revision = await world.amend('2027-01-05', 'd')
    const [of_b] = await world.own((await world.as('b'))())
    const [of_d] = await world.own((await world.as('d'))())
    expect(of_b).toMatchObject({ revision, state: 'open', isUrgent: true, districtName: 'Distrikt fjordane' })
    expect(of_b?.changes).toMatchObject([{ before: { shadowing: false }, after: null }])
    expect(of_d?.changes).toMatchObject([{ before: null, after: { shadowing: false } }])
    expect((await world.own((await world.as('a'))()))[0]).toMatchObject({ revision: 1, state: 'unseen' })
  })

  it('is confirmed by the doctor once, with the earlier ones, and the log tells ids alone', async () => {
    const world = await NoticeWorld.make()
    const { districtId } = world
    const first = await world.amend('2027-01-05', 'd')
    const second = await world.amend('2027-01-05', 'd', { late: 60 })
    const d = await world.as('d')
    unwrap(await confirmChange(d(), { districtId, revision: second }))
    const told = (await world.own(d(LATER))).map(({ revision, state }) => [revision, state])
    expect(told).toEqual([
      [second, 'seen'],
      [first, 'seen'],
    ])
    unwrap(await confirmChange(d(LATER), { districtId, revision: second }))
    const acts = (await world.log()).filter(({ action }) => action === 'confirm-change')
    expect(acts).toMatchObject([
      { subjectKind: 'notice', subjectId: `${second}#d`, before: null, after: null },
    ])
    expect(names((await world.page()).open)).toEqual(['b'])
  })

  it('leaves the later one open when an earlier one is confirmed', async () => {
    const world = await NoticeWorld.make()
    const first = await world.amend('2027-01-05', 'd')
    await world.amend('2027-01-05', 'd', { late: 60 })
    const d = await world.as('d')
    unwrap(await confirmChange(d(), { districtId: world.districtId, revision: first }))
    expect((await world.own(d())).map(({ state }) => state)).toEqual(['open', 'seen'])
    expect(unwrap(await countMyChanges(d()))).toEqual({ urgent: 1, others: 0 })
  })

  it('is one act in the log, however often it is pressed at once', async () => {
    const world = await NoticeWorld.make()
    const at = { districtId: world.districtId, revision: await world.amend('2027-01-05', 'd') }
    const d = await world.as('d')
    const four = [1, 2, 3, 4]
    await Promise.all(four.map(async () => unwrap(await confirmChange(d(), at))))
    await Promise.all(four.map(async () => unwrap(await takeBackConfirmation(d(), at))))
    const ring = { ...at, personId: 'd', note: 'x' }
    await Promise.all(four.map(async () => unwrap(await confirmNotice(world.coordinator(), ring))))
    await Promise.all(four.map(async () => unwrap(await reopenNotice(world.coordinator(), ring))))
    const acts = (await world.log()).filter(({ subjectKind }) => subjectKind === 'notice')
    expect(acts.map(({ action }) => action)).toEqual([
      'confirm-change',
      'take-back-confirmation',
      'confirm-notice',
      'reopen-notice',
    ])
  })

  it('can be opened again for ten minutes by the doctor, and no longer', async () => {
    const world = await NoticeWorld.make()
    const at = { districtId: world.districtId, revision: await world.amend('2027-01-05', 'd') }
    const d = await world.as('d')
    expect(refusalOf(await takeBackConfirmation(d(), at))).toBe('nothing-to-undo')
    unwrap(await confirmChange(d('2027-01-04T11:00Z'), at))
    expect(refusalOf(await takeBackConfirmation(d('2027-01-04T11:11Z'), at))).toBe('nothing-to-undo')
    expect((await world.own(d('2027-01-04T11:10Z')))[0]).toMatchObject({ mayTakeBack: true })
    unwrap(await takeBackConfirmation(d('2027-01-04T11:10Z'), at))
    expect((await world.own(d()))[0]).toMatchObject({ state: 'open', confirmedAt: null })
  })

  it('is seen already by a coordinator who changes their own duty', async () => {
    const world = await NoticeWorld.make()
    const planner = await world.as('d', ['coordinator'])
    await world.amend('2027-01-05', 'd', { ctx: planner() })
    expect((await world.own(planner()))[0]).toMatchObject({ state: 'seen' })
    expect(names((await world.page()).open)).toEqual(['b'])
  })

  it('falls to those not confirmed in time once the duty has begun, and is late when confirmed then', async () => {
    const world = await NoticeWorld.make()
    const at = { districtId: world.districtId, revision: await world.amend('2027-01-05', 'd') }
    const page = await world.page(WORKED)
    expect([names(page.open), names(page.missed)]).toEqual([[], ['d', 'b']])
    expect(unwrap(await countNotices(world.coordinator(WORKED), at))).toBe(0)
    const d = await world.as('d')
    expect(unwrap(await countMyChanges(d(WORKED)))).toEqual({ urgent: 0, others: 0 })
    unwrap(await confirmChange(d(WORKED), at))
    expect((await world.own(d(WORKED)))[0]).toMatchObject({ state: 'late' })
    expect(names((await world.page(WORKED)).missed)).toEqual(['b'])
  })

  it('stays open until the last of its times when the first has been', async () => {
    const world = await NoticeWorld.make()
    await world.amend('2027-01-05', 'b', { late: 6 * 60 })
    const between = '2027-01-05T18:00Z'
    const [open] = (await world.page(between)).open
    expect(open).toMatchObject({ personId: 'b' })
    expect(open?.soonestAt).toBe((await world.page(between)).now + 3 * 60)
  })
})

describe('the coordinator', () => {
  it('sees who has not confirmed, what begins first going first, with telephone and how they were told', async () => {
    const world = await NoticeWorld.make(['d'])
    await world.amend('2027-01-06', 'd', { now: '2027-01-05T11:00Z' })
    await world.amend('2027-01-05', 'd', { now: '2027-01-05T11:00Z' })
    const { open } = await world.page('2027-01-05T11:01Z')
    expect(names(open)).toEqual(['b', 'd', 'c'])
    const [b, d] = open
    expect(b).toMatchObject({
      phone: '99900000',
      newest: { messages: [{ channel: 'mail', status: 'waiting' }] },
    })
    expect(d).toMatchObject({ email: null, newest: { revision: 3, messages: [] }, older: [{ revision: 2 }] })
    const ctx = world.coordinator('2027-01-05T11:01Z')
    expect(unwrap(await countNotices(ctx, world))).toBe(3)
    expect(unwrap(await showTold(ctx, { ...world, districtId: world.districtId, revision: 3 }))).toEqual({
      districtId: world.districtId,
      told: 2,
      urgent: 2,
      open: 2,
      openNames: ['Lege B', 'Lege D'],
      missed: 0,
      unreached: 1,
    })
  })

  it('rings, notes it, and takes that back; what the doctor said stands', async () => {
    const world = await NoticeWorld.make()
    const revision = await world.amend('2027-01-05', 'd')
    const at = { districtId: world.districtId, revision }
    const ring = { ...at, personId: 'd', note: ' Kommer litt senere ' }
    unwrap(await confirmNotice(world.coordinator(), ring))
    const [rung] = (await world.page()).confirmed
    expect(rung).toMatchObject({ personId: 'd', newest: { state: 'rung', note: 'Kommer litt senere' } })
    const d = await world.as('d')
    expect((await world.own(d()))[0]).toMatchObject({ state: 'rung', mayTakeBack: false })
    expect(refusalOf(await takeBackConfirmation(d(), at))).toBe('nothing-to-undo')
    unwrap(await reopenNotice(world.coordinator(LATER), ring))
    expect(names((await world.page()).open)).toEqual(['b', 'd'])
    unwrap(await confirmChange(d(LATER), at))
    expect(refusalOf(await reopenNotice(world.coordinator(LATER), ring))).toBe('nothing-to-undo')
    const acts = (await world.log()).filter(({ subjectKind }) => subjectKind === 'notice')
    expect(acts.map(({ action }) => action)).toEqual(['confirm-notice', 'reopen-notice', 'confirm-change'])
    expect(JSON.stringify(acts)).not.toContain('senere')
  })

  it('takes back one call and not another of the same minute, whose note stays', async () => {
    const world = await NoticeWorld.make()
    const { districtId } = world
    const ctx = world.coordinator()
    const first = { districtId, personId: 'c', revision: await world.amend('2027-01-05', 'c'), note: 'en' }
    unwrap(await confirmNotice(ctx, first))
    const second = { districtId, personId: 'c', revision: await world.amend('2027-01-06', 'b'), note: 'to' }
    unwrap(await confirmNotice(ctx, second))
    unwrap(await reopenNotice(ctx, second))
    const c = (await world.own((await world.as('c'))())).filter(({ revision }) => revision > 1)
    expect(c.map(({ revision, state }) => [revision, state])).toEqual([
      [second.revision, 'unseen'],
      [first.revision, 'rung'],
    ])
    expect((await world.page()).confirmed).toMatchObject([{ newest: { note: 'en' } }])
  })

  it('cannot take back what the doctor has said meanwhile, who can, and then the call still counts', async () => {
    const world = await NoticeWorld.make()
    const at = { districtId: world.districtId, revision: await world.amend('2027-01-05', 'd') }
    const ring = { ...at, personId: 'd', note: 'ja' }
    unwrap(await confirmNotice(world.coordinator(), ring))
    const d = await world.as('d')
    unwrap(await confirmChange(d(), at))
    expect((await world.own(d()))[0]).toMatchObject({ state: 'seen', mayTakeBack: true })
    const [seen] = (await world.page()).confirmed
    expect(seen).toMatchObject({ newest: { state: 'seen', isRung: false, note: 'ja' } })
    expect(refusalOf(await reopenNotice(world.coordinator(), ring))).toBe('nothing-to-undo')
    unwrap(await takeBackConfirmation(d(), at))
    expect((await world.own(d()))[0]).toMatchObject({ state: 'rung' })
  })

  it('who rang in time is not made late by the doctor who confirms it after', async () => {
    const world = await NoticeWorld.make()
    const at = { districtId: world.districtId, revision: await world.amend('2027-01-05', 'd') }
    unwrap(await confirmNotice(world.coordinator(), { ...at, personId: 'd', note: '' }))
    const d = await world.as('d')
    unwrap(await confirmChange(d(WORKED), at))
    expect((await world.own(d(WORKED)))[0]).toMatchObject({ state: 'seen' })
  })

  it('is refused a note that is too long or hides something, and stores nothing', async () => {
    const world = await NoticeWorld.make()
    const at = { districtId: world.districtId, revision: await world.amend('2027-01-05', 'd'), personId: 'd' }
    for (const note of ['x'.repeat(201), 'a\u0000b', 'a\u202eb', 'en\nto'])
      expect(refusalOf(await confirmNotice(world.coordinator(), { ...at, note }))).toBe('invalid')
    expect(names((await world.page()).open)).toEqual(['b', 'd'])
    unwrap(await confirmNotice(world.coordinator(), { ...at, note: 'x'.repeat(200) }))
  })

  it('finds all changes of a month, also those that nobody had to confirm', async () => {
    const world = await NoticeWorld.make()
    await world.amend('2027-01-05', 'd')
    const months = async (month: string) =>
      (await world.page(DAY_BEFORE, month)).month?.notices.map(({ personId, notice }) => [
        personId,
        notice.state,
      ])
    expect(await months('2026-12')).toEqual([
      ['a', 'unseen'],
      ['b', 'unseen'],
      ['c', 'unseen'],
    ])
    expect(await months('2027-01')).toEqual([
      ['b', 'open'],
      ['d', 'open'],
    ])
    expect(await months('2027-02')).toEqual([])
    for (const month of ['2027-13', 'x', '']) expect(await months(month)).toBeUndefined()
  })
})

describe('notices', () => {
  it('are read by coordinator and service manager, confirmed by the coordinator, and unknown to everybody else', async () => {
    const world = await NoticeWorld.make()
    const { districtId } = world
    const revision = await world.amend('2027-01-05', 'd')
    const place = { districtId, revision, personId: 'd', note: '' }
    const manager = (await world.as(null, ['service-manager']))()
    expect(refusalOf(await showNotices(manager, { districtId, month: null }))).toBeUndefined()
    expect(unwrap(await showNotices(manager, { districtId, month: null })).mayConfirm).toBe(false)
    expect(refusalOf(await confirmNotice(manager, place))).toBe('not-allowed')
    expect(refusalOf(await reopenNotice(manager, place))).toBe('not-allowed')
    const colleague = (await world.as('a'))()
    const stranger = (await world.as(null, ['coordinator'], 'elsewhere'))()
    const nobody = { ...world.coordinator(), actor: { kind: 'nobody' } as const }
    for (const [ctx, kind] of [
      [colleague, 'not-allowed'],
      [stranger, 'not-found'],
      [nobody, 'not-signed-in'],
    ] as const) {
      expect(refusalOf(await showNotices(ctx, { districtId, month: null }))).toBe(kind)
      expect(refusalOf(await countNotices(ctx, { districtId }))).toBe(kind)
      expect(refusalOf(await showTold(ctx, { districtId, revision }))).toBe(kind)
      expect(refusalOf(await confirmNotice(ctx, place))).toBe(kind)
      expect(refusalOf(await reopenNotice(ctx, place))).toBe(kind)
    }
    for (const wrong of [{ revision: 99 }, { revision: -1 }, { personId: 'x' }])
      expect(refusalOf(await confirmNotice(world.coordinator(), { ...place, ...wrong }))).toBe('not-found')
  })

  it('of one doctor are nothing to another, to an account without a doctor, or to nobody', async () => {
    const world = await NoticeWorld.make()
    const at = { districtId: world.districtId, revision: await world.amend('2027-01-05', 'd') }
    const another = (await world.as('c'))()
    const planner = world.coordinator()
    const nobody = { ...planner, actor: { kind: 'nobody' } as const }
    for (const [ctx, kind] of [
      [another, 'not-found'],
      [planner, 'not-found'],
      [nobody, 'not-signed-in'],
    ] as const) {
      expect(refusalOf(await confirmChange(ctx, at))).toBe(kind)
      expect(refusalOf(await takeBackConfirmation(ctx, at))).toBe(kind)
    }
    expect(refusalOf(await showMyChanges(planner))).toBe('not-found')
    expect(refusalOf(await countMyChanges(nobody))).toBe('not-signed-in')
  })

  it('never say why', async () => {
    const world = await NoticeWorld.make()
    await world.amend('2027-01-05', 'd')
    const own = await world.own((await world.as('d'))())
    expect(JSON.stringify([own, await world.page(DAY_BEFORE, '2027-01')])).not.toContain('canary-reason')
  })

  it('are of the last 60 days', async () => {
    const world = await NoticeWorld.make()
    const a = await world.as('a')
    expect(await world.own(a('2027-01-30T12:00Z'))).toHaveLength(1)
    expect(await world.own(a('2027-01-30T12:01Z'))).toEqual([])
  })
})
