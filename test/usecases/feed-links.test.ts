import { beforeEach, describe, expect, it } from 'vitest'
import { type FeedChoice, type FeedScope, OWN_FEED_OPTIONS } from '../../src/core/rota/feed-choice.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { INSTALLATION_CHAIN, listAudit } from '../../src/data/audit-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { listFeeds } from '../../src/data/feed-store.ts'
import type { Membership } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { changeFeedLink } from '../../src/usecases/change-feed-link.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { endSubscription } from '../../src/usecases/end-subscription.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { replaceFeedLink } from '../../src/usecases/replace-feed-link.ts'
import { revokeFeedLink } from '../../src/usecases/revoke-feed-link.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { showDistrictCalendar } from '../../src/usecases/show-district-calendar.ts'
import { showFeedLink } from '../../src/usecases/show-feed-link.ts'
import { pollOf, secretIn } from '../support/feed-poll.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const districtId = 'fjordane'
const LINE = 'fjordane-home'
const UNKNOWN = 'no-such-link'

let world: PlanWorld
let doctor: Context
let colleague: Context
let payroll: Context
let dispatcher: Context
let coordinator: Context
let stranger: Context
let nobody: Context

beforeEach(async () => {
  world = await PlanWorld.make()
  coordinator = world.ctx
  doctor = await account('doctor', 'doctor', 'a')
  colleague = await account('colleague', 'doctor', 'b')
  payroll = await account('payroll', 'payroll-reader', null)
  dispatcher = await account('dispatcher', 'dispatch-centre', null)
  stranger = await account('stranger', null, null)
  nobody = { ...world.ctx, actor: { kind: 'nobody' } }
})

async function account(
  id: string,
  role: Membership['role'] | null,
  personId: string | null,
): Promise<Context> {
  const { ctx } = world
  const memberships = role === null ? [] : [{ scopeKind: 'district', scopeId: districtId, role } as const]
  await writeAll(ctx.db, [
    ...accountWrites(accountOf(id, personId, null, ctx.now)),
    ...memberships.flatMap((membership) => membershipWrites(id, membership, 'test', ctx.now)),
  ])
  return {
    ...ctx,
    actor: { kind: 'account', accountId: id, personId, memberships, sessionHash: 's', ...WELL_SIGNED_IN },
  }
}

const own = (change: Partial<typeof OWN_FEED_OPTIONS> = {}): FeedChoice => ({
  kind: 'own',
  options: { ...OWN_FEED_OPTIONS, ...change },
})
const all: FeedChoice = { kind: 'district', districtId, options: { scope: { kind: 'all' } } }
const dispatch: FeedChoice = { ...all, kind: 'dispatch' }
const make = async (ctx: Context, choice: FeedChoice = own(), label = 'Telefon') =>
  unwrap(await createFeedLink(ctx, { label, choice }))

/** What a poll is answered, by the address that was told. */
async function polled(path: string): Promise<string> {
  const said = path.startsWith('/d/') ? ({ address: 'district' } as const) : {}
  return (await serveFeed(nobody, pollOf(secretIn(path), said))).kind
}

async function stored(ctx: Context, feedId: string) {
  const accountId = ctx.actor.kind === 'account' ? ctx.actor.accountId : ''
  const link = (await listFeeds(ctx.db, accountId)).find(({ id }) => id === feedId)
  if (!link) throw new Error(`no link ${feedId}`)
  return link
}

const logged = async (chain: string) =>
  (await listAudit(world.ctx.db, chain, 0, 1000)).map(({ action }) => action)
const problemOf = (result: Result<unknown>) =>
  result.kind === 'refused' && result.refusal.kind === 'invalid'
    ? result.refusal.problems.map(({ field, code }) => `${field}: ${code}`)
    : [result.kind]

describe('making a link', () => {
  it('gives an address of its own kind once, and stores no secret', async () => {
    const mine = await make(doctor)
    const theirs = await make(payroll, all)
    expect(mine.url).toMatch(/^http:\/\/localhost:8787\/k\/[\w-]{64}\/vakter\.ics$/)
    expect(theirs.url).toMatch(/^http:\/\/localhost:8787\/d\/[\w-]{64}\/distrikt\.ics$/)
    // Google takes no longer ones and tells nobody.
    expect(theirs.url.length).toBeLessThanOrEqual(256)
    expect(JSON.stringify(await stored(doctor, mine.feedId))).not.toContain(secretIn(mine.path))
    expect([await polled(mine.path), await polled(theirs.path)]).toEqual(['calendar', 'calendar'])
  })

  it('is logged for a district in its own log, and else in the installation’s, without the name of a device', async () => {
    const before = await logged(INSTALLATION_CHAIN)
    await make(doctor, own(), 'Karis telefon')
    await make(payroll, all, 'Karis telefon')
    expect(await logged(INSTALLATION_CHAIN)).toEqual([...before, 'create-feed-link'])
    expect((await logged(districtId)).at(-1)).toBe('create-feed-link')
    const rows = await Promise.all(
      [INSTALLATION_CHAIN, districtId].map((chain) => listAudit(world.ctx.db, chain, 0, 1000)),
    )
    expect(JSON.stringify(rows)).not.toContain('Karis')
  })

  it('is for whoever the policy names', async () => {
    const refusal = async (ctx: Context, choice: FeedChoice) =>
      refusalOf(await createFeedLink(ctx, { label: 'Telefon', choice }))
    expect(await refusal(nobody, own())).toBe('not-signed-in')
    expect(await refusal(nobody, all)).toBe('not-signed-in')
    expect(await refusal(payroll, own())).toBe('not-found')
    expect(await refusal(stranger, all)).toBe('not-found')
    expect(await refusal(doctor, dispatch)).toBe('not-allowed')
    expect(await refusal(payroll, dispatch)).toBe('not-allowed')
    expect(await refusal(dispatcher, dispatch)).toBeUndefined()
    expect(await refusal(doctor, all)).toBeUndefined()
    const elsewhere = { ...all, districtId: 'nowhere' } as FeedChoice
    expect(await refusal(doctor, elsewhere)).toBe('not-found')
  })

  it('refuses a line or municipality that the district does not have', async () => {
    const of = (scope: FeedScope) =>
      createFeedLink(payroll, { label: 'Pc', choice: { kind: 'district', districtId, options: { scope } } })
    expect(problemOf(await of({ kind: 'line', lineId: 'south-home' }))).toEqual(['scope: unknown-line'])
    expect(problemOf(await of({ kind: 'municipality', number: '0301' }))).toEqual(['scope: not-a-member'])
    expect(problemOf(await of({ kind: 'line', lineId: LINE }))).toEqual(['done'])
    const [member] = world.district.municipalities
    expect(problemOf(await of({ kind: 'municipality', number: member?.number ?? '' }))).toEqual(['done'])
  })

  it.each([
    ['', ['label: missing']],
    ['   ', ['label: missing']],
    ['x'.repeat(60), ['done']],
    ['x'.repeat(61), ['label: too-long']],
    ['Tele\u0000fon', ['label: hidden-character']],
    ['Tele\r\nfon', ['label: hidden-character']],
    ['\u202eTelefon', ['label: hidden-character']],
  ])('takes 1 to 60 characters that can be seen as the name of a device: %j', async (label, found) => {
    expect(problemOf(await createFeedLink(doctor, { label }))).toEqual(found)
  })

  it.each([
    [0, ['alarm: out-of-range']],
    [-5, ['alarm: out-of-range']],
    [1.5, ['alarm: out-of-range']],
    [1, ['done']],
    [7 * 24 * 60, ['done']],
    [7 * 24 * 60 + 1, ['alarm: out-of-range']],
  ])('takes an alarm of whole minutes up to a week before: %d', async (alarmMinutesBefore, found) => {
    const choice = own({ alarmMinutesBefore })
    expect(problemOf(await createFeedLink(doctor, { label: 'Pc', choice }))).toEqual(found)
  })

  it('makes one of a form, however often it is sent, and another of other answers', async () => {
    const send = (label: string, key = 'form-1', ctx = doctor) => createFeedLink(ctx, { label, key })
    const answers = await Promise.all([1, 2, 3].map(() => send('Telefon')))
    const [first] = answers.filter(({ kind }) => kind === 'done')
    expect(answers.map(refusalOf).sort()).toEqual(['link-made', 'link-made', undefined])
    const { feedId, path } = unwrap(first ?? (await send('Telefon')))
    expect(await send('Telefon')).toEqual({ kind: 'refused', refusal: { kind: 'link-made', feedId } })
    expect(await polled(path)).toBe('calendar')
    unwrap(await send('PC'))
    unwrap(await send('Telefon', 'form-2'))
    unwrap(await send('Telefon', 'form-1', colleague))
    await make(doctor)
    await make(doctor)
    expect(await listFeeds(world.ctx.db, 'doctor')).toHaveLength(5)
    unwrap(await revokeFeedLink(doctor, { feedId }))
    expect(refusalOf(await send('Telefon'))).toBe('link-made')
  })

  it('ends at twenty that live', async () => {
    for (let made = 0; made < 19; made++) await make(doctor, made % 2 === 0 ? own() : all)
    const { feedId } = await make(doctor)
    expect(problemOf(await createFeedLink(doctor, { label: 'Enda en' }))).toEqual(['label: too-many'])
    unwrap(await revokeFeedLink(doctor, { feedId }))
    expect(problemOf(await createFeedLink(doctor, { label: 'Enda en' }))).toEqual(['done'])
  })
})

describe('changing a link', () => {
  const later = (ctx: Context, minutes: number): Context => ({ ...ctx, now: ctx.now + minutes })
  /** The version, and how many seconds after the options were first changed each stamp is; null = never stamped. */
  const stampsOf = async (feedId: string) => {
    const { version, alarmStamp, busyStamp, textStamp } = await stored(doctor, feedId)
    const since = (stamp: number) => (stamp === 0 ? null : stamp - (doctor.now + 10) * 60)
    return { version, alarm: since(alarmStamp), busy: since(busyStamp), text: since(textStamp) }
  }
  const change = async (feedId: string, options: Partial<typeof OWN_FEED_OPTIONS>, label = 'Telefon') =>
    unwrap(
      await changeFeedLink(later(doctor, 10), {
        feedId,
        label,
        options: { ...OWN_FEED_OPTIONS, ...options },
      }),
    )

  it('keeps the address', async () => {
    const { feedId, path } = await make(doctor)
    await change(feedId, { backup: true, monthsBack: 12 }, 'Ny telefon')
    const link = await stored(doctor, feedId)
    expect(link).toMatchObject({ label: 'Ny telefon', options: { backup: true, monthsBack: 12 } })
    expect(await polled(path)).toBe('calendar')
    expect((await logged(INSTALLATION_CHAIN)).at(-1)).toBe('change-feed-link')
  })

  it('stamps for events only what they show: the alarm in all of one’s own, busy time in those at home', async () => {
    const { feedId } = await make(doctor)
    expect(await stampsOf(feedId)).toEqual({ version: 1, alarm: null, busy: null, text: null })
    await change(feedId, { backup: true, monthsBack: 12 })
    expect(await stampsOf(feedId)).toEqual({ version: 2, alarm: null, busy: null, text: null })
    await change(feedId, { backup: true, monthsBack: 12, alarmMinutesBefore: 60 })
    expect(await stampsOf(feedId)).toEqual({ version: 3, alarm: 1, busy: null, text: null })
    await change(feedId, { alarmMinutesBefore: 60, busyAtHome: true })
    expect(await stampsOf(feedId)).toEqual({ version: 4, alarm: 1, busy: 2, text: null })
    await change(feedId, { busyAtHome: true })
    expect(await stampsOf(feedId)).toEqual({ version: 5, alarm: 3, busy: 2, text: null })
  })

  it('moves nothing by another name, or by the options that it has', async () => {
    const { feedId } = await make(doctor, own({ alarmMinutesBefore: 30 }))
    await change(feedId, { alarmMinutesBefore: 30 }, 'Et annet navn')
    expect(await stampsOf(feedId)).toEqual({ version: 1, alarm: null, busy: null, text: null })
  })

  it('of a district takes another scope, and nothing of another kind', async () => {
    const { feedId } = await make(payroll, all)
    const scope = { kind: 'line', lineId: LINE } as const
    unwrap(await changeFeedLink(payroll, { feedId, label: 'Pc', options: { scope } }))
    expect(await stored(payroll, feedId)).toMatchObject({ options: { scope }, version: 2 })
    expect((await logged(districtId)).at(-1)).toBe('change-feed-link')
    const wrong = { feedId, label: 'Pc', options: OWN_FEED_OPTIONS }
    expect(problemOf(await changeFeedLink(payroll, wrong))).toEqual(['options: missing'])
    const nowhere = { kind: 'line', lineId: 'south-home' } as const
    const unknown = { feedId, label: 'Pc', options: { scope: nowhere } }
    expect(problemOf(await changeFeedLink(payroll, unknown))).toEqual(['scope: unknown-line'])
  })
})

describe('a new link in the place of another', () => {
  it('has its name, its options and its stamps, and ends it in the same moment', async () => {
    const old = await make(doctor, own({ backup: true }), 'Min telefon')
    const options = { ...OWN_FEED_OPTIONS, backup: true, alarmMinutesBefore: 60 }
    unwrap(await changeFeedLink(doctor, { feedId: old.feedId, label: 'Min telefon', options }))
    const fresh = unwrap(await replaceFeedLink(doctor, { feedId: old.feedId }))
    expect(fresh.path).not.toBe(old.path)
    const [was, is] = [await stored(doctor, old.feedId), await stored(doctor, fresh.feedId)]
    expect(is).toMatchObject({ label: 'Min telefon', options, alarmStamp: was.alarmStamp, revokedAt: null })
    expect(was.revokedAt).toBe(doctor.now)
    expect((await logged(INSTALLATION_CHAIN)).at(-1)).toBe('replace-feed-link')
  })

  it('is made once, however often it is pressed', async () => {
    const old = await make(doctor)
    const both = await Promise.all([1, 2].map(() => replaceFeedLink(doctor, { feedId: old.feedId })))
    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused'])
    const living = (await listFeeds(doctor.db, 'doctor')).filter(({ revokedAt }) => revokedAt === null)
    expect(living).toHaveLength(1)
  })

  it('is not given for a district that one has lost the role in, though it can still be turned off', async () => {
    const { feedId } = await make(payroll, all)
    const { actor } = payroll
    if (actor.kind !== 'account') throw new Error('no account')
    const left: Context = { ...payroll, actor: { ...actor, memberships: [] } }
    expect(refusalOf(await replaceFeedLink(left, { feedId }))).toBe('not-found')
    unwrap(await revokeFeedLink(left, { feedId }))
  })
})

describe('somebody else’s link', () => {
  const acts = [
    [
      'change',
      (ctx: Context, feedId: string) =>
        changeFeedLink(ctx, { feedId, label: 'Min', options: OWN_FEED_OPTIONS }),
    ],
    ['replace', (ctx: Context, feedId: string) => replaceFeedLink(ctx, { feedId })],
    ['turn off', (ctx: Context, feedId: string) => revokeFeedLink(ctx, { feedId })],
    ['look at', (ctx: Context, feedId: string) => showFeedLink(ctx, { feedId })],
  ] as const

  it.each(acts)('is answered as one that does not exist: %s', async (_, act) => {
    const mine = await make(doctor)
    const ofDistrict = await make(doctor, all)
    const unknown = JSON.stringify(await act(colleague, UNKNOWN))
    expect(unknown).toContain('not-found')
    for (const ctx of [colleague, coordinator, stranger, payroll])
      for (const { feedId } of [mine, ofDistrict])
        expect(JSON.stringify(await act(ctx, feedId))).toBe(unknown)
    expect(refusalOf(await act(nobody, mine.feedId))).toBe('not-signed-in')
    expect([await polled(mine.path), await polled(ofDistrict.path)]).toEqual(['calendar', 'calendar'])
  })

  it.each(acts)('and one’s own that was turned off too: %s', async (_, act) => {
    const { feedId } = await make(doctor)
    unwrap(await revokeFeedLink(doctor, { feedId }))
    expect(JSON.stringify(await act(doctor, feedId))).toBe(JSON.stringify(await act(doctor, UNKNOWN)))
  })
})

describe('a district’s subscribers', () => {
  it('are told to its coordinator alone, with what each has and by which role', async () => {
    const ofDoctor = await make(doctor, all, 'iPad')
    const ofCentre = await make(dispatcher, dispatch, 'Vegg')
    await make(doctor, own(), 'Egen')
    const told = unwrap(await showDistrictCalendar(coordinator, { districtId })).subscribers
    expect(
      told?.map(({ feedId, label, name, roles, isOn }) => ({ feedId, label, name, roles, isOn })),
    ).toEqual([
      { feedId: ofDoctor.feedId, label: 'iPad', name: 'Lege A', roles: ['doctor'], isOn: true },
      { feedId: ofCentre.feedId, label: 'Vegg', name: null, roles: ['dispatch-centre'], isOn: true },
    ])
    const value = unwrap(await showDistrictCalendar(doctor, { districtId }))
    expect([value.subscribers, value.maySubscribeDispatch]).toEqual([null, false])
    expect(value.own.map(({ id }) => id)).toEqual([ofDoctor.feedId])
    expect(refusalOf(await showDistrictCalendar(stranger, { districtId }))).toBe('not-found')
    expect(refusalOf(await showDistrictCalendar(nobody, { districtId }))).toBe('not-signed-in')
  })

  it('are ended by its coordinator, in its log, and calendars of their own duties never are', async () => {
    const ofDistrict = await make(doctor, all)
    const mine = await make(doctor)
    const end = (ctx: Context, feedId: string) => endSubscription(ctx, { districtId, feedId })
    expect(refusalOf(await end(nobody, ofDistrict.feedId))).toBe('not-signed-in')
    expect(refusalOf(await end(colleague, ofDistrict.feedId))).toBe('not-allowed')
    expect(refusalOf(await end(stranger, ofDistrict.feedId))).toBe('not-found')
    const unknown = JSON.stringify(await end(coordinator, UNKNOWN))
    expect(JSON.stringify(await end(coordinator, mine.feedId))).toBe(unknown)
    unwrap(await end(coordinator, ofDistrict.feedId))
    expect((await logged(districtId)).at(-1)).toBe('end-subscription')
    expect((await stored(doctor, ofDistrict.feedId)).revokedAt).toBe(coordinator.now)
    expect((await stored(doctor, mine.feedId)).revokedAt).toBeNull()
    expect(JSON.stringify(await end(coordinator, ofDistrict.feedId))).toBe(unknown)
  })
})
