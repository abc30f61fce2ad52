import { beforeEach, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import type { Engagement } from '../../src/core/rota/engagement.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import { findDistrict, findDistrictHeads } from '../../src/data/district-store.ts'
import { listFeeds } from '../../src/data/feed-store.ts'
import { listLatestMessages } from '../../src/data/outbox-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { findActor } from '../../src/identity/session.ts'
import { claimRight } from '../../src/usecases/claim-right.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { decideExemption } from '../../src/usecases/decide-exemption.ts'
import { disableAccount, enableAccount } from '../../src/usecases/disable-account.ts'
import { endExemption } from '../../src/usecases/end-exemption.ts'
import { enterUnavailability } from '../../src/usecases/enter-unavailability.ts'
import { handOverGround } from '../../src/usecases/hand-over-ground.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { inviteMember } from '../../src/usecases/invite-member.ts'
import { invitePerson } from '../../src/usecases/invite-person.ts'
import { ownDataFile, readOwnData } from '../../src/usecases/read-own-data.ts'
import { recordAppeal } from '../../src/usecases/record-appeal.ts'
import { releaseGround } from '../../src/usecases/release-ground.ts'
import { requestSignIn } from '../../src/usecases/request-sign-in.ts'
import { resetAccount, resetMember } from '../../src/usecases/reset-member.ts'
import { saveDoctors } from '../../src/usecases/save-doctors.ts'
import { showDistricts } from '../../src/usecases/show-districts.ts'
import { showInstallation } from '../../src/usecases/show-installation.ts'
import { showMunicipalityLog } from '../../src/usecases/show-log.ts'
import { showMunicipalityExemptions } from '../../src/usecases/show-municipality-exemptions.ts'
import { showMyExemptions } from '../../src/usecases/show-my-exemptions.ts'
import { tellGround } from '../../src/usecases/tell-ground.ts'
import { undoSetUp } from '../../src/usecases/undo-set-up.ts'
import { useSignInLink } from '../../src/usecases/use-sign-in-link.ts'
import { withdrawRight } from '../../src/usecases/withdraw-right.ts'
import { answerTo } from '../support/every-answer.ts'
import { DISTRICT, INSTALLATION, MembersWorld, MUNICIPALITY, tokenIn } from '../support/members-world.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

/** Attacks by whoever plans the rota, on the promise that only the doctor and the municipality that decides read why. */

const OTHER = { kind: 'municipality', number: '4646' } as const
const DECIDED_ON = '2026-10-13'
const HEALTH = { kind: 'discretionary', reason: 'health', decidedOn: DECIDED_ON } as const
const ALL_DUTY = { kind: 'out-of-hours' } as const
const KEY = { municipality: '4645', districtId: DISTRICT.id, personId: 'a' } as const
const ALL_OF_LOG = { number: '4645', from: null, to: null, actor: null, before: null } as const
const PERSON = { districtId: DISTRICT.id, personId: 'a' } as const

let world: MembersWorld
let kari: Context
let decider: Context
let neighbour: Context
let administrator: Context

beforeEach(async () => {
  world = await MembersWorld.make()
  kari = await world.member('kari', DISTRICT)
  decider = await world.member('decider', MUNICIPALITY, 'municipality-decider')
  neighbour = await world.member('neighbour', OTHER, 'municipality-decider')
  administrator = await world.member('admin', INSTALLATION, 'installation-administrator')
})

/** With the account that there is then let read, unless it is kept back. */
async function decided(isKeptBack = false): Promise<string> {
  const account = await accountOfA()
  const readBy = isKeptBack || account.accountId === 'undefined' ? undefined : account
  const told = { scope: ALL_DUTY, from: '2027-01-06', to: null, ground: HEALTH, isConfirmed: true, readBy }
  return unwrap(await decideExemption(decider, { ...KEY, ...told })).exemptionId
}

/** The doctor's account, opened by a link that the coordinator had made. */
async function opened(): Promise<Context> {
  return world.entered(tokenIn(unwrap(await invitePerson(kari, PERSON)).path))
}

async function edited(change: (district: District) => District): Promise<void> {
  const district = (await findDistrict(world.db, DISTRICT.id))!
  const text = writeDistrictFile({ version: 1, district: change(district), timeline: null })
  unwrap(await importDistrict(kari, { text }))
}

/** The same session, as far as it goes on. */
async function still(ctx: Context): Promise<Context> {
  const hash = ctx.actor.kind === 'account' ? ctx.actor.sessionHash : ''
  return { ...ctx, actor: await findActor(ctx.db, hash, ctx.now) }
}

/** The token of a link to sign in that an address was sent. */
async function mailedTo(email: string): Promise<string> {
  unwrap(await requestSignIn(world.nobody, { email, browserSecret: 'b' }))
  const sent = (await listLatestMessages(world.db)).map(
    ({ payload }) => payload as { email: string; url?: string },
  )
  return tokenIn(sent.find((one) => one.email === email)?.url ?? '')
}

const withMail = (email: string | null) => (district: District) => ({
  ...district,
  persons: district.persons.map((one) => (one.id === 'a' ? { ...one, email } : one)),
})

const withContracts =
  (contracts: (own: readonly Engagement[]) => readonly Engagement[]) => (district: District) => ({
    ...district,
    municipalities: district.municipalities.some(({ number }) => number === '4646')
      ? district.municipalities
      : [...district.municipalities, { ...district.municipalities[0]!, number: '4646', name: 'Nabo' }],
    doctors: district.doctors.map((one) =>
      one.personId === 'a' ? { ...one, engagements: contracts(one.engagements) } : one,
    ),
  })

/** A contract of one per cent beside the doctor's own. */
const slight = withContracts((own) => [
  ...own,
  {
    ...own[0]!,
    id: 'slight',
    employer: { kind: 'municipality', number: '4646' },
    fractionPercent: 1,
  },
])

async function kindsFor(doctor: Context): Promise<string[]> {
  const { places } = unwrap(await showMyExemptions(doctor, {}))
  return places.flatMap(({ exemptions }) => exemptions.map(({ ground }) => ground.kind))
}

/** Everything that an account is told of its doctor's exemptions, on its page and of its data. */
async function toldTo(doctor: Context): Promise<string> {
  const [mine, data, file, page] = await Promise.all([
    showMyExemptions(doctor, {}),
    readOwnData(doctor),
    ownDataFile(doctor),
    answerTo(doctor, '/me/exemptions'),
  ])
  const grounds = unwrap(data).data.grounds
  return JSON.stringify([unwrap(mine), grounds, JSON.parse(unwrap(file)).grounds, page])
}

const GIVEN_AWAY = [DECIDED_ON, '13. oktober', 'discretionary', '"health"', 'vedtak 13']

async function expectNothing(doctor: Context): Promise<void> {
  const told = await toldTo(doctor)
  expect(GIVEN_AWAY.filter((word) => told.includes(word))).toEqual([])
}

const accountOfA = async () => {
  const { results } = await world.db.d1
    .prepare("select id, email from account where person_id = 'a'")
    .all<{ id: string; email: string | null }>()
  return { accountId: String(results[0]?.id), email: results[0]?.email ?? null }
}

const released = async (exemptionId: string) =>
  releaseGround(decider, { ...KEY, exemptionId, account: await accountOfA() })

/** The same session, whose holder last showed who they are too long ago. */
function later(ctx: Context): Context {
  const { actor } = ctx
  return actor.kind === 'account' ? { ...ctx, actor: { ...actor, authenticatedAt: ctx.now - 60 } } : ctx
}

const ownOf = async (ctx: Context, number: string) =>
  unwrap(await showMunicipalityExemptions(ctx, { number })).doctors?.find(({ personId }) => personId === 'a')

const DECISION = '/municipalities/4645/doctors/fjordane/a/exemptions'

/** An exemption that the district entered by effect and dates alone. */
async function untold(): Promise<string> {
  await world.db.d1
    .prepare(
      `insert into exemption (district_id, person_id, id, ordinal, from_date, to_date, scope, kept_by)
        values ('fjordane', 'a', 'untold', 9, '2029-01-01', null, 'nights', 'home')`,
    )
    .run()
  return 'untold'
}

describe('an account that is opened after the ground was entered', () => {
  it('is told that it is kept and whom to ask, and nothing of what it is', async () => {
    await decided()
    const doctor = await opened()
    expect(await kindsFor(doctor)).toEqual(['withheld'])
    await expectNothing(doctor)
    expect(await answerTo(doctor, '/me/exemptions')).toContain('kan gi denne kontoen lov til å lese den')
  })

  it('is told nothing either when its address was changed by the coordinator first', async () => {
    await decided()
    await edited(withMail('attacker@example.test'))
    const doctor = await opened()
    expect((await accountOfA()).email).toBe('attacker@example.test')
    await expectNothing(doctor)
  })

  it('reads it once the municipality has let it, and the log of the municipality has that in ids alone', async () => {
    const exemptionId = await decided()
    const doctor = await opened()
    unwrap(await released(exemptionId))
    expect(await kindsFor(doctor)).toEqual(['discretionary'])
    expect(await toldTo(doctor)).toContain(DECIDED_ON)
    const log = await listAudit(world.db, 'municipality:4645', 0, 50)
    const { accountId } = await accountOfA()
    expect(log.find(({ action }) => action === 'release-ground')).toMatchObject({
      actor: 'decider',
      subjectId: exemptionId,
      after: { districtId: DISTRICT.id, personId: 'a', accountId },
    })
  })

  it('is not told by what the account did that the doctor claimed it', async () => {
    await edited(withMail(null))
    const doctor = await opened()
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    unwrap(await claimRight(doctor, { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: true }))
    const logged = async (ctx: Context) =>
      unwrap(await readOwnData(ctx)).data.log.filter(({ detail }) => detail === 'exemption').length
    expect(await logged(doctor)).toBe(1)
    const planner = await opened()
    expect((await accountOfA()).accountId).toBe(planner.actor.kind === 'account' && planner.actor.accountId)
    expect(await logged(planner)).toBe(0)
    expect(unwrap(await ownDataFile(planner))).not.toContain('enter-exemption')
  })

  it('is no claimed right to withdraw, nor told by what a claim is refused for', async () => {
    const doctor = await opened()
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    const dates = { from: '2027-01-06', to: '2027-05-01' }
    unwrap(await claimRight(doctor, { ...claim, ...dates, isConfirmed: true }))
    const { accountId } = await accountOfA()
    unwrap(await resetAccount(administrator, { accountId }))
    const [own] = unwrap(await showMyExemptions(doctor, {})).places[0]!.exemptions
    expect(own).toMatchObject({ ground: { kind: 'withheld' }, mayWithdraw: false })
    const asked = { districtId: DISTRICT.id, exemptionId: own!.exemption.id, on: '2027-02-01' }
    expect(refusalOf(await withdrawRight(doctor, asked))).toBe('invalid')
    const again = await claimRight(doctor, { ...claim, ...dates, isConfirmed: false })
    expect(again.kind).toBe('done')
  })
})

describe('an account that was there when the ground was entered', () => {
  it('reads it at once, and the decider sees which account that is', async () => {
    const doctor = await opened()
    await decided()
    expect(await kindsFor(doctor)).toEqual(['discretionary'])
    const page = await answerTo(decider, '/municipalities/4645/doctors/fjordane/a/exemptions')
    expect(page).toContain('a@example.test')
  })

  it('reads nothing where the decider was shown another, and refuses the decision where that was this one with another address', async () => {
    const told = { scope: ALL_DUTY, from: '2027-01-06', to: '2027-02-01', ground: HEALTH, isConfirmed: true }
    const doctor = await opened()
    unwrap(await decideExemption(decider, { ...KEY, ...told }))
    await expectNothing(doctor)
    const readBy = { ...(await accountOfA()), email: 'other@example.test' }
    const key = { ...KEY, exemptionId: await untold() }
    expect(
      refusalOf(
        await decideExemption(decider, { ...KEY, ...told, from: '2027-03-01', to: '2027-04-01', readBy }),
      ),
    ).toBe('stale-revision')
    expect(refusalOf(await tellGround(decider, { ...key, ground: HEALTH, readBy }))).toBe('stale-revision')
    unwrap(await tellGround(decider, { ...key, ground: HEALTH }))
    await expectNothing(doctor)
  })

  it('is let read by the page of a decision only as that page showed it', async () => {
    const before = await answerTo(decider, DECISION)
    await opened()
    const after = await answerTo(decider, DECISION)
    const { accountId } = await accountOfA()
    const hidden = `name="accountId" value="${accountId}"`
    expect([before, after].map((page) => page.includes(hidden))).toEqual([false, true])
  })

  it('reads nothing that the decider keeps back', async () => {
    const doctor = await opened()
    await decided(true)
    await expectNothing(doctor)
  })

  it('reads what the doctor claims in it', async () => {
    const doctor = await opened()
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    unwrap(await claimRight(doctor, { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: true }))
    expect(await kindsFor(doctor)).toEqual(['right'])
  })

  it.each([
    ['reset', async (accountId: string) => unwrap(await resetAccount(administrator, { accountId }))],
    [
      'shut and let in again',
      async (accountId: string) => {
        unwrap(await disableAccount(administrator, { accountId }))
        unwrap(await enableAccount(administrator, { accountId }))
      },
    ],
  ])('reads nothing more once it was %s, until it is let anew', async (_name, change) => {
    const doctor = await opened()
    const exemptionId = await decided()
    await change((await accountOfA()).accountId)
    await expectNothing(doctor)
    unwrap(await released(exemptionId))
    expect(await kindsFor(doctor)).toEqual(['discretionary'])
  })

  it('reads nothing more under another person', async () => {
    const doctor = await opened()
    await decided()
    const { accountId } = await accountOfA()
    const bind = (personId: string | null) =>
      world.db.d1.prepare('update account set person_id = ? where id = ?').bind(personId, accountId).run()
    await bind(null)
    await bind('a')
    await expectNothing(doctor)
  })

  it('reads nothing more when a link without an address has let somebody in to it', async () => {
    await edited(withMail(null))
    const doctor = await opened()
    await decided()
    expect(await kindsFor(doctor)).toEqual(['discretionary'])
    const attacker = await opened()
    await expectNothing(attacker)
  })

  it('reads nothing by an appeal over a decision that it was not let read', async () => {
    const exemptionId = await decided()
    const doctor = await opened()
    unwrap(await recordAppeal(decider, { ...KEY, exemptionId, appeal: 'pending', on: '' }))
    await expectNothing(doctor)
  })
})

describe('whoever was in an account before the doctor came in to it', () => {
  it('is in it no more, so that nothing is read by what the doctor claims then', async () => {
    await edited(withMail(null))
    const links = [await invitePerson(kari, PERSON), await invitePerson(kari, PERSON)].map(unwrap)
    const [planner, doctor] = [
      await world.entered(tokenIn(links[0]!.path)),
      await world.entered(tokenIn(links[1]!.path)),
    ]
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    unwrap(await claimRight(doctor, { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: true }))
    expect(await kindsFor(doctor)).toEqual(['right'])
    expect(refusalOf(await showMyExemptions(await still(planner), {}))).toBe('not-signed-in')
  })

  it('is shut out with a calendar made there, which would follow the doctor into other districts', async () => {
    await edited(withMail(null))
    const links = [await invitePerson(kari, PERSON), await invitePerson(kari, PERSON)].map(unwrap)
    const planner = await world.entered(tokenIn(links[0]!.path))
    unwrap(await createFeedLink(planner, { label: 'planner' }))
    const doctor = await world.entered(tokenIn(links[1]!.path))
    unwrap(await createFeedLink(doctor, { label: 'doctor' }))
    const feeds = await listFeeds(world.db, (await accountOfA()).accountId)
    expect(feeds.map(({ label, revokedAt }) => `${label} ${revokedAt === null}`).toSorted()).toEqual([
      'doctor true',
      'planner false',
    ])
  })

  it('keeps its calendars when whoever is signed in to it accepts another role, or comes back by its own address', async () => {
    await edited(withMail('a@example.test'))
    const doctor = await opened()
    unwrap(await createFeedLink(doctor, { label: 'phone' }))
    const { accountId } = await accountOfA()
    const offered = await inviteMember(kari, {
      scope: DISTRICT,
      role: 'coordinator',
      email: 'a@example.test',
    })
    await world.entered(tokenIn(unwrap(offered).path), doctor)
    await world.entered(tokenIn(unwrap(await resetAccount(administrator, { accountId })).path))
    expect((await listFeeds(world.db, accountId)).map(({ revokedAt }) => revokedAt)).toEqual([null])
  })

  it.each([
    ['an address', "update account set email = 'a@example.test' where person_id = 'a'"],
    [
      'a passkey',
      `insert into passkey (credential_id, account_id, public_key, sign_count, transports, label, created_at)
        select 'k', id, 'k', 0, '[]', 'k', created_at from account where person_id = 'a'`,
    ],
  ])('gets no second link through while the doctor gives the account %s', async (_what, change) => {
    await edited(withMail(null))
    const links = [await invitePerson(kari, PERSON), await invitePerson(kari, PERSON)].map(unwrap)
    const doctor = await world.entered(tokenIn(links[0]!.path))
    let isFirst = true
    const hash = async (text: string) => {
      // The session's own secret is hashed last, after the account was found to be open.
      if (isFirst && text === 'the-secret') {
        isFirst = false
        await world.db.d1.prepare(change).run()
      }
      return world.nobody.hash(text)
    }
    const stranger = { ...world.nobody, hash, newSecret: () => 'the-secret' }
    const used = await useSignInLink(stranger, { token: tokenIn(links[1]!.path) })
    expect([refusalOf(used), isFirst]).toEqual(['link-used', false])
    expect((await still(doctor)).actor.kind).toBe('account')
  })

  it('is in it no more either once a reset has led it to the doctor’s own address, nor comes in by an older mail', async () => {
    await edited(withMail('planner@example.test'))
    await opened()
    const { accountId } = await accountOfA()
    const asked = { scope: DISTRICT, accountId, email: 'doctor@example.test' }
    const reset = unwrap(await resetMember(kari, asked))
    const links = [await mailedTo('planner@example.test'), await mailedTo('planner@example.test')]
    const planner = await world.entered(links[0]!, world.nobody, 'b')
    const doctor = await world.entered(tokenIn(reset.path))
    expect((await accountOfA()).email).toBe('doctor@example.test')
    await decided()
    expect(await kindsFor(doctor)).toEqual(['discretionary'])
    expect(refusalOf(await showMyExemptions(await still(planner), {}))).toBe('not-signed-in')
    expect(refusalOf(await useSignInLink(world.nobody, { token: links[1]!, browserSecret: 'b' }))).toBe(
      'link-used',
    )
  })
})

describe('a way back in where there is no mail, which whoever asks for it is shown', () => {
  const reset = async () =>
    resetMember(
      { ...kari, channels: [] },
      { scope: DISTRICT, accountId: (await accountOfA()).accountId, email: 'a@example.test' },
    )

  beforeEach(async () => {
    await edited(withMail('a@example.test'))
    await opened()
  })

  it('is none to a doctor’s account who has an exemption, also at its own address', async () => {
    await decided()
    expect(refusalOf(await reset())).toBe('own-address-only')
  })

  it('opens nothing once there is an exemption', async () => {
    const { path } = unwrap(await reset())
    await decided()
    expect(refusalOf(await useSignInLink(world.nobody, { token: tokenIn(path) }))).toBe('link-used')
  })

  it('opens the account else, and leaves it its address', async () => {
    const { path, mailedTo } = unwrap(await reset())
    expect(mailedTo).toBeNull()
    await world.entered(tokenIn(path))
    expect((await accountOfA()).email).toBe('a@example.test')
  })
})

describe('a link to reset an account that was made before the exemption', () => {
  const reset = async () =>
    unwrap(
      await resetMember(kari, {
        scope: DISTRICT,
        accountId: (await accountOfA()).accountId,
        email: 'attacker@example.test',
      }),
    )

  it('opens nothing after it', async () => {
    await opened()
    const token = tokenIn((await reset()).path)
    await decided()
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBeDefined()
    expect((await accountOfA()).email).toBe('a@example.test')
  })

  it('opens nothing where the exemption came in another way than by the batch that takes it back', async () => {
    await opened()
    const token = tokenIn((await reset()).path)
    await world.db.d1
      .prepare(
        `insert into exemption (district_id, person_id, id, ordinal, from_date, to_date, scope, kept_by)
          values ('fjordane', 'a', 'x', 0, '2027-01-01', null, 'nights', 'home')`,
      )
      .run()
    expect(refusalOf(await useSignInLink(world.nobody, { token }))).toBeDefined()
  })

  it('is gone from what is offered, while one to the own address stays', async () => {
    await opened()
    await reset()
    await decided()
    const open =
      'select count(*) as count from invitation where account_id is not null and accepted_at is null'
    expect((await world.db.d1.prepare(open).all()).results).toEqual([{ count: 0 }])
    unwrap(await resetAccount(administrator, { accountId: (await accountOfA()).accountId }))
    const away = {
      kind: 'exemption',
      scope: { kind: 'nights' },
      from: '2027-03-01',
      to: '2027-03-02',
    } as const
    await world.db.d1.prepare("delete from membership where role = 'municipality-decider'").run()
    unwrap(await enterUnavailability(kari, { ...PERSON, away, isConfirmed: true }))
    expect((await world.db.d1.prepare(open).all()).results).toEqual([{ count: 1 }])
  })
})

describe('a release', () => {
  it('is refused when the account is another, has another address or is shut by then', async () => {
    const exemptionId = await decided()
    await opened()
    const account = await accountOfA()
    for (const seen of [
      { ...account, accountId: 'kari' },
      { ...account, email: 'other@example.test' },
    ])
      expect(refusalOf(await releaseGround(decider, { ...KEY, exemptionId, account: seen }))).toBe(
        'stale-revision',
      )
    await world.db.d1.prepare("update account set status = 'disabled' where person_id = 'a'").run()
    expect(refusalOf(await releaseGround(decider, { ...KEY, exemptionId, account }))).toBe('stale-revision')
  })

  it('is for the municipality that the ground stands with, once it has shown again who it is', async () => {
    const exemptionId = await decided()
    await opened()
    await edited(slight)
    const account = await accountOfA()
    const asked = { ...KEY, municipality: '4646', exemptionId, account }
    expect(refusalOf(await releaseGround(neighbour, asked))).toBe('not-found')
    expect(refusalOf(await releaseGround(kari, { ...asked, municipality: '4645' }))).toBe('not-found')
    const late = later(decider)
    expect(refusalOf(await releaseGround(late, { ...asked, municipality: '4645' }))).toBe('confirm-again')
  })
})

describe('a ground that is told of an exemption already there', () => {
  it('is asked for again after ten minutes, as a decision is: with it goes whose account reads it', async () => {
    const key = { ...KEY, exemptionId: await untold() }
    await opened()
    const told = { ...key, ground: HEALTH, readBy: await accountOfA() }
    expect(refusalOf(await tellGround(later(decider), told))).toBe('confirm-again')
    expect(refusalOf(await tellGround(later(kari), told))).toBe('not-found')
    unwrap(await tellGround(decider, told))
  })
})

describe('whoever plans', () => {
  it('has no page that goes stale by what is told, appealed, let read or handed over, which has changed no date', async () => {
    const exemptionId = await decided()
    const told = { ...KEY, exemptionId: await untold() }
    await opened()
    await edited(slight)
    const editionNow = async () => (await findDistrictHeads(world.db, [DISTRICT.id]))[0]?.edition
    const before = await editionNow()
    unwrap(await tellGround(decider, { ...told, ground: HEALTH }))
    for (const appeal of ['pending', 'upheld'] as const)
      unwrap(await recordAppeal(decider, { ...KEY, exemptionId, appeal, on: '' }))
    unwrap(await released(exemptionId))
    unwrap(await handOverGround(decider, { ...KEY, exemptionId, to: '4646' }))
    expect(await editionNow()).toBe(before)
    unwrap(await endExemption(decider, { ...told, on: '2029-02-01', isAgreed: false }))
    expect(await editionNow()).not.toBe(before)
  })
})

describe('another municipality, after the district has changed the contracts', () => {
  it('sees that an exemption is there and whom to ask, and reads, changes and ends nothing', async () => {
    const exemptionId = await decided()
    await edited(slight)
    const doctor = (await ownOf(neighbour, '4646'))!
    expect(doctor.exemptions).toEqual([])
    expect(doctor.elsewhere).toMatchObject([
      { exemption: { id: exemptionId }, standsWith: { number: '4645' } },
    ])
    const pages = [
      await answerTo(neighbour, '/municipalities/4646/exemptions'),
      await answerTo(neighbour, `/municipalities/4646/doctors/fjordane/a/exemptions/${exemptionId}`),
    ]
    expect(pages[0]).toContain('Grunnen ligger hos')
    expect(GIVEN_AWAY.filter((word) => pages.join('').includes(word))).toEqual([])
    const key = { ...KEY, municipality: '4646', exemptionId }
    for (const result of [
      await recordAppeal(neighbour, { ...key, appeal: 'pending', on: '' }),
      await tellGround(neighbour, { ...key, ground: HEALTH }),
      await handOverGround(neighbour, { ...key, to: '4645' }),
    ])
      expect(refusalOf(result)).toBe('not-found')
  })

  it('is refused nothing of its own by what it must not see', async () => {
    const doctor = await opened()
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    unwrap(await claimRight(doctor, { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: true }))
    await edited(slight)
    const ground = { kind: 'right', right: 'pregnancy', claimedOn: '2026-11-01' } as const
    const told = { scope: ALL_DUTY, from: '2027-01-06', to: '2027-05-01', ground, isConfirmed: false }
    expect((await decideExemption(neighbour, { ...KEY, municipality: '4646', ...told })).kind).toBe('done')
  })

  it('reads nothing of it, and the decider still does, when no contract but the new one is left', async () => {
    const exemptionId = await decided()
    await edited(slight)
    await edited(withContracts((own) => own.filter(({ id }) => id === 'slight')))
    expect((await ownOf(neighbour, '4646'))!.exemptions).toEqual([])
    const kept = (await ownOf(decider, '4645'))!.exemptions
    expect(kept).toMatchObject([{ exemption: { id: exemptionId }, ground: { kind: 'discretionary' } }])
  })

  it('does not get it by the doctor’s withdrawing it either', async () => {
    const doctor = await opened()
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    unwrap(await claimRight(doctor, { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: true }))
    await edited(slight)
    await edited(withContracts((own) => own.filter(({ id }) => id === 'slight')))
    const [own] = unwrap(await showMyExemptions(doctor, {})).places[0]!.exemptions
    const asked = { districtId: DISTRICT.id, exemptionId: own!.exemption.id, on: '2027-02-01' }
    unwrap(await withdrawRight(doctor, asked))
    expect((await ownOf(neighbour, '4646'))!.exemptions).toEqual([])
    expect((await ownOf(decider, '4645'))!.exemptions).toHaveLength(1)
  })

  it('gets no claim that the doctor did not send it', async () => {
    const doctor = await opened()
    await edited(withContracts((own) => [{ ...own[0]!, id: 'slight', employer: { ...OTHER } }, ...own]))
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    const asked = { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: true }
    expect(refusalOf(await claimRight(doctor, asked))).toBe('invalid')
    expect(refusalOf(await claimRight(doctor, { ...asked, decider: '4601' }))).toBe('invalid')
    const { deciders } = unwrap(await claimRight(doctor, { ...asked, isConfirmed: false }))
    expect(deciders.map(({ number }) => number).toSorted()).toEqual(['4645', '4646'])
    unwrap(await claimRight(doctor, { ...asked, decider: '4645' }))
    expect((await ownOf(neighbour, '4646'))!.exemptions).toEqual([])
    expect((await ownOf(decider, '4645'))!.exemptions).toHaveLength(1)
  })

  it('is told to the doctor and the decider by the name that the register has, whatever the district calls it', async () => {
    await edited(withMail('a@example.test'))
    const doctor = await opened()
    const exemptionId = await decided(true)
    await edited(slight)
    await edited((district) => ({
      ...district,
      municipalities: district.municipalities.map((one) => ({
        ...one,
        name: one.number === '4646' ? 'Askvoll' : 'Fjaler',
      })),
    }))
    expect((await ownOf(decider, '4645'))!.others).toEqual([{ number: '4646', name: 'Fjaler' }])
    const [own] = unwrap(await showMyExemptions(doctor, {})).places[0]!.exemptions
    expect(own).toMatchObject({ exemption: { id: exemptionId }, askAt: 'Askvoll' })
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    const asked = { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: false }
    const { deciders } = unwrap(await claimRight(doctor, asked))
    expect(deciders.map(({ number, name }) => `${number} ${name}`).toSorted()).toEqual([
      '4645 Askvoll',
      '4646 Fjaler',
    ])
  })

  it('gets no claim untold, where the district wrote a contract with it and left it out of its own', async () => {
    const doctor = await opened()
    await edited((district) => ({
      ...district,
      doctors: district.doctors.map((one) => ({
        ...one,
        engagements: one.engagements.map((own) => ({
          ...own,
          employer: { kind: 'municipality', number: '4601' },
        })),
      })),
    }))
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    const asked = { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: false }
    const { deciders } = unwrap(await claimRight(doctor, asked))
    expect(deciders).toEqual([{ number: '4601', name: 'Bergen' }])
  })

  it('is told apart from another of the same name, to the doctor, the decider and the administrator', async () => {
    const doctor = await opened()
    await edited((district) => ({
      ...district,
      municipalities: [
        ...district.municipalities,
        { ...district.municipalities[0]!, number: '1515' },
        { ...district.municipalities[0]!, number: '1818' },
      ].map((one) => ({ ...one, name: 'Herøy' })),
      doctors: district.doctors.map((one) => ({
        ...one,
        engagements: one.engagements.map((own) => ({
          ...own,
          employer: { kind: 'municipality', number: '1515' },
        })),
      })),
    }))
    const claim = { districtId: DISTRICT.id, right: 'pregnancy', scope: ALL_DUTY } as const
    const asked = { ...claim, from: '2027-01-06', to: '2027-05-01', isConfirmed: false }
    const { deciders } = unwrap(await claimRight(doctor, asked))
    expect(deciders).toEqual([{ number: '1515', name: 'Herøy (1515)' }])
    const { municipalities } = unwrap(await showInstallation(administrator, {}))
    const offered = municipalities.filter(({ id }) => id === '1515' || id === '1818').map(({ name }) => name)
    expect(offered.toSorted()).toEqual(['Herøy (1515)', 'Herøy (1818)'])
    // Whoever decides for several goes by the names of their pages and of the ways to them.
    const [start, log] = [await showDistricts(decider, {}), await showMunicipalityLog(decider, ALL_OF_LOG)]
    expect([
      unwrap(await showMunicipalityExemptions(decider, { number: '4645' })).name,
      ...unwrap(start).exemptionMunicipalities.map(({ name }) => name),
      unwrap(log).municipality,
    ]).toEqual(['Askvoll', 'Askvoll', 'Askvoll'])
  })

  it('gets it from the decider, who from then on has it no more', async () => {
    const exemptionId = await decided()
    await edited(slight)
    const key = { ...KEY, exemptionId }
    const late = later(decider)
    expect(refusalOf(await handOverGround(late, { ...key, to: '4646' }))).toBe('confirm-again')
    expect(refusalOf(await handOverGround(decider, { ...key, to: '4601' }))).toBe('invalid')
    unwrap(await handOverGround(decider, { ...key, to: '4646' }))
    expect((await ownOf(neighbour, '4646'))!.exemptions).toMatchObject([
      { exemption: { id: exemptionId }, ground: { kind: 'discretionary', decidedOn: DECIDED_ON } },
    ])
    expect((await ownOf(decider, '4645'))!.exemptions).toEqual([])
    for (const chain of ['municipality:4645', 'municipality:4646'])
      expect((await listAudit(world.db, chain, 0, 50)).map(({ action }) => action)).toContain(
        'hand-over-ground',
      )
  })
})

describe('a coordinator who has not shown again who they are', () => {
  it('changes nobody’s address, on the doctor’s page or back by undoing, and changes the rest', async () => {
    const late = later(kari)
    const of = (email: string) => ({
      districtId: DISTRICT.id,
      doctors: [{ personId: 'a', name: 'Lege A', initials: 'A', email, from: '2027-01-01' }],
    })
    expect(refusalOf(await saveDoctors(late, of('attacker@example.test')))).toBe('confirm-again')
    expect(refusalOf(await saveDoctors(late, of('a@example.test')))).not.toBe('confirm-again')
    unwrap(await saveDoctors(kari, of('new@example.test')))
    const { results } = await world.db.d1.prepare('select max(number) as number from set_up_change').all<{
      number: number
    }>()
    const undo = { districtId: DISTRICT.id, number: Number(results[0]?.number) }
    expect(refusalOf(await undoSetUp(late, undo))).toBe('confirm-again')
  })

  it('reads no district file in', async () => {
    const district = (await findDistrict(world.db, DISTRICT.id))!
    const text = writeDistrictFile({ version: 1, district, timeline: null })
    const late = later(kari)
    expect(refusalOf(await importDistrict(late, { text }))).toBe('confirm-again')
  })
})
