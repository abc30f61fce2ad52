import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { addWish } from '../../src/usecases/add-wish.ts'
import { circulateDraft } from '../../src/usecases/circulate-draft.ts'
import { claimRight } from '../../src/usecases/claim-right.ts'
import { commentDraft } from '../../src/usecases/comment-draft.ts'
import type { Context } from '../../src/usecases/context.ts'
import { correctShare } from '../../src/usecases/correct-share.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { decideExemption } from '../../src/usecases/decide-exemption.ts'
import { inviteMember } from '../../src/usecases/invite-member.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { recordAppeal } from '../../src/usecases/record-appeal.ts'
import { renameDraft } from '../../src/usecases/rename-draft.ts'
import { requestSignIn } from '../../src/usecases/request-sign-in.ts'
import { saveDayNote } from '../../src/usecases/save-day-note.ts'
import { showMunicipalityExemptions } from '../../src/usecases/show-municipality-exemptions.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

/** What a person is known by, or has written, in every field that the world below gives. */
const CANARY = 'canary'
const BIRTH = '1961-03-17'
const PHONE = '90012345'
/** Told of a ground, and of nothing else. */
const DECIDED_ON = '2026-10-13'
const GROUND_WORDS = ['health', 'pregnancy', 'discretionary', 'over-60', '"right"', 'pending', DECIDED_ON]

let world: PlanWorld
let rows: Record<string, unknown>[]

function as(
  ctx: Context,
  accountId: string,
  personId: string | null,
  role: Parameters<typeof membershipWrites>[1],
): Context {
  const actor = {
    accountId,
    personId,
    memberships: [role],
    sessionHash: `of-${accountId}`,
    ...WELL_SIGNED_IN,
  }
  return { ...ctx, actor: { kind: 'account', ...actor } }
}

/** Every text field of a person and district says who or what it is of. */
function withCanaries(district: District): District {
  const persons = district.persons.map((one) => ({
    ...one,
    name: `${CANARY}-name-${one.id}`,
    email: `${CANARY}-${one.id}@example.test`,
    phone: PHONE,
    birthDate: BIRTH,
  }))
  return { ...district, name: `${CANARY}-district`, persons }
}

beforeAll(async () => {
  world = await PlanWorld.make(withCanaries)
  const { ctx, districtId } = world
  const doctorRole = { scopeKind: 'district', scopeId: districtId, role: 'doctor' } as const
  const deciderRole = { scopeKind: 'municipality', scopeId: '4645', role: 'municipality-decider' } as const
  const doctor = as(ctx, 'doctor', 'a', doctorRole)
  const decider = as(ctx, 'decider', null, deciderRole)
  await writeAll(ctx.db, [
    ...accountWrites(accountOf('doctor', 'a', `${CANARY}-account@example.test`, ctx.now)),
    ...membershipWrites('doctor', doctorRole, 'a', ctx.now),
  ])
  const plan = { districtId, from: '2027-01-04', to: '2027-01-18', lineIds: ['fjordane-home'] }
  const { draftId } = unwrap(await openDraft(ctx, { ...plan, name: `${CANARY}-draft` }))
  unwrap(await renameDraft(ctx, { districtId, draftId, name: `${CANARY}-renamed` }))
  await world.assign(draftId, '2027-01-05', 'a')
  unwrap(await saveDayNote(ctx, { districtId, date: '2027-01-05', text: `${CANARY}-note`, seen: '' }))
  unwrap(await circulateDraft(ctx, { districtId, draftId, message: `${CANARY}-message`, answerBy: null }))
  unwrap(await commentDraft(doctor, { districtId, draftId, cell: null, text: `${CANARY}-comment` }))
  unwrap(await world.publish(draftId))
  unwrap(await world.amend('2027-01-05', 'b'))
  const about = { kind: 'dates', from: '2027-02-01', to: '2027-02-03' } as const
  unwrap(await addWish(doctor, { districtId, personId: 'a', about, stance: 'cannot', weight: 1 }))
  unwrap(await createFeedLink(doctor, { label: `${CANARY}-phone` }))
  const share = { personId: 'a', measure: 'nights', amount: 1, on: '2027-01-04' } as const
  unwrap(await correctShare(ctx, { districtId, ...share, reason: `${CANARY}-reason` }))
  const scope = { kind: 'district', id: districtId } as const
  unwrap(await inviteMember(ctx, { scope, role: 'coordinator', email: `${CANARY}-invited@example.test` }))
  for (const email of [`${CANARY}-account@example.test`, `${CANARY}-unknown@example.test`])
    unwrap(
      await requestSignIn(
        { ...ctx, actor: { kind: 'nobody' } },
        { email, browserSecret: `${CANARY}-secret` },
      ),
    )
  const nights = { kind: 'nights' } as const
  const key = { municipality: '4645', districtId, personId: 'a', from: '2027-03-01', to: null }
  const ground = { kind: 'discretionary', reason: 'health', decidedOn: DECIDED_ON } as const
  const { exemptionId } = unwrap(
    await decideExemption(decider, { ...key, scope: nights, ground, isConfirmed: true }),
  )
  unwrap(await recordAppeal(decider, { ...key, exemptionId, appeal: 'pending', on: '' }))
  const claim = { districtId, right: 'over-60', scope: nights, from: '2027-03-01', to: null } as const
  unwrap(await claimRight(doctor, { ...claim, isConfirmed: true }))
  unwrap(await showMunicipalityExemptions(decider, { number: '4645' }))
  rows = (await ctx.db.d1.prepare('select * from audit').all()).results
})

describe('the log', () => {
  it('has a row of everything that was done', () => {
    expect(new Set(rows.map(({ action }) => action)).size).toBeGreaterThanOrEqual(16)
  })

  it('holds no name, address, phone, birth date, secret or text that anybody wrote', () => {
    const stored = JSON.stringify(rows)
    for (const canary of [CANARY, 'example.test', PHONE, BIRTH, 'Syk'])
      expect([canary, rows.filter((row) => JSON.stringify(row).includes(canary))]).toEqual([canary, []])
    expect(stored).toContain('"fjordane"')
  })

  it('holds nothing of why somebody is exempt, in no chain', () => {
    for (const word of GROUND_WORDS)
      expect([word, rows.filter((row) => JSON.stringify(row).includes(word))]).toEqual([word, []])
  })

  it('tells an account’s session by eight characters, too few to find it by', () => {
    for (const { session } of rows) expect(String(session).length).toBeLessThanOrEqual(8)
  })
})

/** What is stored without a row of its own in the log, and why that is right. */
const UNLOGGED: Readonly<Record<string, string>> = {
  'usecases/save.ts': 'Stores every change together with its row.',
  'usecases/sweep.ts': 'Forgets what has run out; a count of tries or a spent link is nobody’s deed.',
  'usecases/serve-feed.ts':
    'What a calendar showed last, made again from what is logged; and when it was fetched.',
  'usecases/deliver-messages.ts': 'Whether a message has gone.',
  'usecases/queue-digests.ts': 'Messages of what is logged.',
  'usecases/queue-log-heads.ts': 'Messages of the log itself.',
  'usecases/queue-quarter-reports.ts': 'Messages that a report can be read: reading it is logged.',
  'usecases/note-progress.ts': 'How far a build has come.',
  'usecases/tell-progress.ts': 'How far a build has come.',
  'usecases/take-build.ts': 'That a build is being worked on.',
  'usecases/ask-passkey.ts': 'A challenge that nobody has answered.',
  'usecases/start-provider.ts': 'A sign-in that no provider has answered.',
  'identity/session.ts': 'That a session is in use.',
}

describe('what is stored', () => {
  it('is stored in one batch with its row of the log, or stands here with the reason', () => {
    const writing = ['usecases', 'identity', 'jobs', 'web', 'api'].flatMap((room) =>
      readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${room}/${name}`)
        .filter((path) =>
          /\b(?:writeAll|writeAndRead|saveAudited\w*)\(/.test(readFileSync(`src/${path}`, 'utf8')),
        ),
    )
    expect(writing.sort()).toEqual(Object.keys(UNLOGGED).sort())
  })
})
