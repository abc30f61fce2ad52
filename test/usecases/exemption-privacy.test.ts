import { beforeAll, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { feedLinkWrites } from '../../src/data/feed-store.ts'
import { newFeedSecret } from '../../src/identity/feed-secret.ts'
import type { Actor, Membership } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { circulateDraft } from '../../src/usecases/circulate-draft.ts'
import { claimRight } from '../../src/usecases/claim-right.ts'
import type { Context } from '../../src/usecases/context.ts'
import { decideExemption } from '../../src/usecases/decide-exemption.ts'
import type { ToldGround } from '../../src/usecases/deciding.ts'
import { enterUnavailability } from '../../src/usecases/enter-unavailability.ts'
import { planDistrict } from '../../src/usecases/plan-district.ts'
import { startBuild } from '../../src/usecases/start-build.ts'
import { feedLinkOf } from '../data/sample-feed.ts'
import { everyAddress, everyAnswer, everybodyWhoDoesNotDecide, GET_PATHS } from '../support/every-answer.ts'
import { cellOn, needOn, PlanWorld, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

/** Dates that nothing but the ground holds, and the id of a contract that the file has anyhow. */
const TOLD_ON = '2026-10-13'
const NOW = '2026-12-01T12:00Z'
const FROM = '2027-01-06'
const NIGHTS = ['2027-01-05', '2027-01-07', '2027-01-09']

const ALL_DUTY = { kind: 'out-of-hours' } as const

/** How each installation comes to the same effect from the same day. */
type Way = (world: PlanWorld) => Promise<void>

const byDecision =
  (ground: ToldGround): Way =>
  async (world) => {
    const decider = as(world, municipality('4645', 'municipality-decider'))
    const key = { municipality: '4645', districtId: world.districtId, personId: 'a' }
    unwrap(
      await decideExemption(decider, {
        ...key,
        scope: ALL_DUTY,
        from: FROM,
        to: null,
        ground,
        readBy: { accountId: 'account-a', email: null },
        isConfirmed: true,
      }),
    )
  }

const WAYS: Readonly<Record<string, Way>> = {
  'a right that the doctor claims': async (world) => {
    const self = { ...as(world, { scopeKind: 'district', scopeId: world.districtId, role: 'doctor' }, 'a') }
    const claim = { districtId: world.districtId, right: 'over-60', scope: ALL_DUTY } as const
    unwrap(await claimRight(self, { ...claim, from: FROM, to: null, isConfirmed: true }))
  },
  'a decision for health': byDecision({ kind: 'discretionary', reason: 'health', decidedOn: TOLD_ON }),
  'a term of the contract': byDecision({ kind: 'contract-term', engagementId: 'engagement-a' }),
}

/** Entered by a coordinator, who then knows that much; everybody else is told nothing of it. */
const UNTOLD: Way = async (world) => {
  await world.ctx.db.d1.prepare("delete from membership where role = 'municipality-decider'").run()
  const away = { kind: 'exemption', scope: ALL_DUTY, from: FROM, to: null } as const
  const entry = { districtId: world.districtId, personId: 'a', away, isConfirmed: true }
  unwrap(await enterUnavailability(world.ctx, entry))
}

interface Seen {
  readonly answers: ReadonlyMap<string, string>
  /** Every table but the grounds and the municipality's own log, as rows of JSON. */
  readonly tables: Readonly<Record<string, string>>
  /** What the command line makes of the file that a coordinator takes with them. */
  readonly planned: string
}

const seen = new Map<string, Seen>()

beforeAll(async () => {
  for (const [name, way] of [...Object.entries(WAYS), ['untold', UNTOLD] as const])
    seen.set(name, await installation(way))
}, 120_000)

/** The same seed each time: ids, secrets and the clock are counted, nothing is drawn. */
async function installation(way: Way): Promise<Seen> {
  const world = await PlanWorld.make(withBirths)
  const { ctx, districtId } = world
  const given = municipality('4645', 'municipality-decider')
  await writeAll(ctx.db, membershipWrites('a', given, 'test', ctx.now))
  const published = await world.open()
  for (const date of NIGHTS) await world.assign(published, date, 'a')
  await world.assign(published, '2027-01-06', 'b')
  unwrap(await world.publish(published))
  const draftId = await world.open()
  await world.assign(draftId, '2027-01-11', 'b')
  // A duty of the exempt doctor after the exemption begins, in a draft that every doctor reads.
  const out = await world.open()
  await world.assign(out, '2027-01-12', 'a')
  unwrap(await circulateDraft(ctx, { districtId, draftId: out, message: '', answerBy: null }))
  const build = { districtId, draftId, seed: 1, iterations: 1000, keep: 'filled' } as const
  const { buildId } = unwrap(await startBuild(ctx, build))
  // One after the other, so that their rows stand in the same order in every installation.
  const secrets = [await linkOf(world, 'a'), await linkOf(world, 'b')]
  await way(world)
  const places = { districtId, otherDistrictId: 'elsewhere', colleagueId: 'b' }
  const actors = everybodyWhoDoesNotDecide({ ...places, homeMunicipality: '4645', otherMunicipality: '4646' })
  // What they open is kept with their account.
  for (const actor of actors.values())
    if (actor.kind === 'account')
      await writeAll(ctx.db, accountWrites(accountOf(actor.accountId, null, null, ctx.now)))
  const askers = new Map([...actors].map(([who, actor]) => [who, asking(world, actor)]))
  // What is sent to a browser that builds, for the coordinator who asked for it.
  const browser = { ...build, draftId: await world.open(), place: 'browser' } as const
  const { buildId: inBrowser } = unwrap(await startBuild(askers.get('coordinator') ?? ctx, browser))
  const addresses = everyAddress({
    districtId: [districtId],
    personId: ['a', 'b'],
    needId: [...NIGHTS, '2027-01-06', '2027-01-08'].map(needOn),
    seat: ['0'],
    draftId: [draftId],
    buildId: [buildId, inBrowser],
    municipality: ['4645', '4646'],
    number: ['4645', '4646'],
    parameter: ['weeklyTotalMinutes', 'exemptionAge'],
    exemptionId: await exemptionIds(ctx),
    absenceId: ['none'],
    accountId: ['account-a'],
    lineId: ['none'],
    file: ['rota-list.csv', 'doctors.csv', 'absences.csv', 'wishes.csv'],
    report: ['report.csv', 'report.json'],
    payroll: ['payroll.csv', 'payroll.json'],
    revision: ['1', '2'],
    closingId: ['none'],
    token: ['none'],
    feedId: ['none'],
    messageId: ['none'],
    attachment: ['0'],
    issuer: ['none'],
    credential: ['none'],
    secret: secrets,
  })
  const cells = [...NIGHTS, '2027-01-08'].map((date) => encodeURIComponent(`${cellOn(date).needId}#0`))
  const asked = [
    ...addresses,
    ...['rota', `drafts/${draftId}`].flatMap((page) => [
      `/districts/${districtId}/${page}?from=2027-01-04&view=list`,
      `/districts/${districtId}/${page}?from=2027-01-04&view=doctors`,
    ]),
    // Who can take the duty, and why not the others.
    ...cells.map((cell) => `/districts/${districtId}/drafts/${draftId}?from=2027-01-04&cell=${cell}`),
    `/districts/${districtId}/circulated/${out}`,
    `/districts/${districtId}/circulated/${out}?from=2027-01-04&view=list`,
    `/districts/${districtId}/drafts/${draftId}/comparison?with=draft:${out}`,
    `/districts/${districtId}/revision-comparison?before=0&after=1`,
    `/districts/${districtId}/hours?from=2027-W01&weeks=4`,
    `/districts/${districtId}/ledger?period=2027-01`,
    ...['4645', '4646'].map(
      (number) => `/districts/${districtId}/municipalities/${number}/report?kind=quarter&date=2027-01-05`,
    ),
  ]
  const answers = await everyAnswer(askers, asked)
  return { answers, tables: await tablesOf(ctx), planned: plannedFrom(answers, districtId) }
}

/** The rota file that `plan` writes from the district file of the answers. */
function plannedFrom(answers: ReadonlyMap<string, string>, districtId: string): string {
  const answer = answers.get(`coordinator /districts/${districtId}/export`) ?? ''
  const text = answer.slice(answer.indexOf('\n{') + 1)
  const result = planDistrict({ text, from: '2027-01-18', weeks: 2, seed: 1, iterations: 2000 })
  if (result.kind !== 'planned') throw new Error(JSON.stringify(result))
  return result.plan.text
}

function withBirths(district: District): District {
  const persons = district.persons.map((one) => ({ ...one, birthDate: '1966-11-30' }))
  return { ...district, persons }
}

/** A calendar link of a doctor, with the same secret in every installation. */
async function linkOf({ ctx, districtId }: PlanWorld, personId: string): Promise<string> {
  const accountId = `account-${personId}`
  const secret = await newFeedSecret(ctx.feedKeys, new Uint8Array(32).fill(personId.charCodeAt(0)))
  const role = { scopeKind: 'district', scopeId: districtId, role: 'doctor' } as const
  const link = feedLinkOf(`link-${personId}`, { accountId, personId, createdAt: ctx.now })
  await writeAll(ctx.db, [
    ...accountWrites(accountOf(accountId, personId, null, ctx.now)),
    ...membershipWrites(accountId, role, 'test', ctx.now),
    ...feedLinkWrites({ ...link, hash: await ctx.hash(secret) }),
  ])
  return secret
}

function municipality(scopeId: string, role: 'municipality-decider'): Membership {
  return { scopeKind: 'municipality', scopeId, role }
}

function as(world: PlanWorld, role: Membership, personId: string | null = null): Context {
  const accountId = personId === null ? role.role : `account-${personId}`
  return asking(world, {
    kind: 'account',
    accountId,
    personId,
    memberships: [role],
    sessionHash: 'session',
    ...WELL_SIGNED_IN,
  })
}

function asking(world: PlanWorld, actor: Actor): Context {
  return { ...world.at(NOW), actor }
}

async function exemptionIds({ db }: Context): Promise<string[]> {
  const { results } = await db.d1.prepare('select id from exemption').all<{ id: string }>()
  return results.map(({ id }) => id)
}

async function tablesOf({ db }: Context): Promise<Record<string, string>> {
  const names = await db.d1
    .prepare(
      "select name from sqlite_master where type = 'table' and name not in ('exemption_ground', 'd1_migrations') order by name",
    )
    .all<{ name: string }>()
  const tables: Record<string, string> = {}
  for (const { name } of names.results) {
    const own = name === 'audit' ? "where district_id not like 'municipality:%'" : ''
    const { results } = await db.d1.prepare(`select * from "${name}" ${own}`).all()
    tables[name] = results.map((row) => JSON.stringify(row)).join('\n')
  }
  return tables
}

const names = Object.keys(WAYS)
const [first = '', ...others] = names

describe('installations that differ only in why a doctor is exempt', () => {
  it('are visited at every address that answers, in every role', () => {
    const { answers } = seen.get(first)!
    const who = new Set([...answers.keys()].map((key) => key.slice(0, key.indexOf(' /'))))
    expect(who.size).toBeGreaterThanOrEqual(12)
    expect(answers.size).toBeGreaterThan(who.size * GET_PATHS.length)
    const shown = [...answers].filter(([, answer]) => answer.startsWith('200'))
    expect(shown.length).toBeGreaterThan(60)
    expect([...answers].filter(([, answer]) => answer.startsWith('500')).map(([key]) => key)).toEqual([])
    const routes = ['/drafts/', '/unavailable', '/export', '/report', '/hours', '/vakter.ics']
    for (const route of routes)
      expect([route, shown.some(([key]) => key.includes(route))]).toEqual([route, true])
  })

  it.each(others)('answer everybody who does not decide alike, byte for byte: %s', (name) => {
    const [one, other] = [seen.get(first)!, seen.get(name)!]
    expect([...other.answers.keys()]).toEqual([...one.answers.keys()])
    const differing = [...one.answers].filter(([key, answer]) => other.answers.get(key) !== answer)
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('answer all but the coordinator, who entered it, alike when the ground was never told', () => {
    const [one, other] = [seen.get(first)!, seen.get('untold')!]
    const differing = [...one.answers].filter(([key, answer]) => other.answers.get(key) !== answer)
    expect(differing.map(([key]) => key).filter((key) => !key.startsWith('coordinator '))).toEqual([])
    for (const [key] of differing) expect(key).toMatch(/\/(unavailable|log)$/)
  })

  it.each(others)('hold the same in every table but the grounds, and in the district’s log: %s', (name) => {
    const [one, other] = [seen.get(first)!, seen.get(name)!]
    expect(Object.keys(one.tables)).toContain('audit')
    const differing = Object.keys(one.tables).filter((table) => one.tables[table] !== other.tables[table])
    expect(differing).toEqual([])
  })

  it.each(others)('are planned alike from the file by the command line: %s', (name) => {
    expect(seen.get(first)!.planned.length).toBeGreaterThan(1000)
    expect(seen.get(name)!.planned).toBe(seen.get(first)!.planned)
  })

  it('let no date of a ground out to anybody, and no word of one into a table', () => {
    const words = ['"health"', 'discretionary', 'contract-term', 'over-60']
    for (const [name, { answers, tables }] of seen) {
      const stored = Object.values(tables).join('\n')
      for (const canary of [TOLD_ON, ...words])
        expect([name, canary, stored.includes(canary)]).toEqual([name, canary, false])
      for (const canary of [TOLD_ON, '13. oktober 2026', '13. okt.']) {
        const found = [...answers].filter(([, answer]) => answer.includes(canary)).map(([key]) => key)
        expect([name, canary, found]).toEqual([name, canary, []])
      }
    }
  })
})
