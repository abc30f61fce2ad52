import { stepOf } from '../../../src/core/plans/step.ts'
import { fromUtcText, type Minute } from '../../../src/core/time/minute.ts'
import { accountWrites, membershipWrites } from '../../../src/data/account-store.ts'
import { type Database, openDatabase, writeAll } from '../../../src/data/database.ts'
import { invitationId, invitationWrites } from '../../../src/data/invitation-store.ts'
import { sessionWrites } from '../../../src/data/session-store.ts'
import { writeDistrictFile } from '../../../src/exchange/district-file.ts'
import type { Actor, Membership, Role } from '../../../src/identity/policy.ts'
import { sessionName, startSession } from '../../../src/identity/session.ts'
import { accountOf } from '../../../src/identity/sign-in.ts'
import { amendDuty } from '../../../src/usecases/amend-duty.ts'
import { circulateDraft } from '../../../src/usecases/circulate-draft.ts'
import { commentDraft } from '../../../src/usecases/comment-draft.ts'
import { type Context, openContext, type Surroundings } from '../../../src/usecases/context.ts'
import { createFeedLink } from '../../../src/usecases/create-feed-link.ts'
import { editDraft } from '../../../src/usecases/edit-draft.ts'
import { importDistrict } from '../../../src/usecases/import-district.ts'
import { openDraft } from '../../../src/usecases/open-draft.ts'
import { publishDraft } from '../../../src/usecases/publish-draft.ts'
import type { Result } from '../../../src/usecases/refusal.ts'
import { saveDayNote } from '../../../src/usecases/save-day-note.ts'
import { startBuild } from '../../../src/usecases/start-build.ts'
import { secretIn } from '../feed-poll.ts'
import {
  COMMON_MUNICIPALITY,
  DISTRICTS,
  districtOf,
  MARKS,
  OWN_MUNICIPALITY,
  PERIOD,
  SHARED,
  type SideName,
} from './sides.ts'

export const NOW: Minute = fromUtcText('2026-12-01T12:00Z')
export const ORIGIN = 'http://localhost:8787'

export interface WallActor {
  readonly name: string
  /** The secret of their session; null: they have none. */
  readonly secret: string | null
  /** As the front door finds them. */
  readonly actor: Actor
  /** The districts and municipalities that they have a place in. */
  readonly side: SideName | 'both' | 'neither'
}

/** What stands in addresses of one side, by the name of the parameter; a feed is told by whose it is. */
export type Things = Readonly<Record<string, string>>

export interface Walls {
  readonly db: Database
  readonly around: Surroundings
  readonly actors: readonly WallActor[]
  readonly things: Readonly<Record<SideName, Things>>
  /** Secrets of calendar links: one's own and a district's. */
  readonly feeds: Readonly<Record<SideName, { readonly own: string; readonly district: string }>>
}

/** Two districts with a rota, drafts, comments, links, wishes and a build each, and somebody in every role. */
export async function makeWalls(d1: Database['d1']): Promise<Walls> {
  const around: Surroundings = {
    d1,
    now: NOW,
    mode: 'development',
    origin: ORIGIN,
    requestId: 'request-1',
    secrets: {},
    startBuild: async () => {},
    securityContact: 'sikkerhet@example.test',
  }
  const maker = new WallMaker(openDatabase(d1), around)
  return maker.make()
}

class WallMaker {
  readonly db: Database
  readonly around: Surroundings
  readonly actors: WallActor[] = []
  private readonly ids = new Map<string, number>()

  constructor(db: Database, around: Surroundings) {
    this.db = db
    this.around = around
  }

  async make(): Promise<Walls> {
    // Whoever brings a district in coordinates it: not the administrator that the walls stand around.
    const founder = await this.actor('the founder', [installation], null, 'both')
    await this.actor('the administrator', [installation], null, 'neither')
    await this.actor('somebody without a role', [], null, 'neither')
    for (const side of ['alpha', 'bravo'] as const) {
      const text = writeDistrictFile({ version: 1, district: districtOf(side), timeline: null })
      unwrap(await importDistrict(await this.as(founder, MARKS[side]), { text }))
    }
    const [alpha, bravo] = [await this.fill('alpha'), await this.fill('bravo')]
    await this.others()
    await this.issuer()
    await this.meetAgain()
    return {
      db: this.db,
      around: this.around,
      actors: this.actors,
      things: { alpha: alpha.things, bravo: bravo.things },
      feeds: { alpha: alpha.feeds, bravo: bravo.feeds },
    }
  }

  /** Those that belong to neither side alone, or stand outside. */
  private async others(): Promise<void> {
    const both = (['alpha', 'bravo'] as const).map((side) => inDistrict(side, 'doctor'))
    await this.actor('the shared doctor', both, SHARED, 'both')
    const common = { scopeKind: 'municipality', scopeId: COMMON_MUNICIPALITY } as const
    await this.actor('the common municipality', [{ ...common, role: 'municipality-reader' }], null, 'both')
    const shut = await this.actor(
      'a suspended coordinator',
      [inDistrict('alpha', 'coordinator')],
      null,
      'alpha',
    )
    const shutId = shut.actor.kind === 'account' ? shut.actor.accountId : ''
    await this.db.d1.prepare("update account set status = 'disabled' where id = ?").bind(shutId).run()
    this.actors[this.actors.indexOf(shut)] = { ...shut, actor: { kind: 'nobody' } }
    this.actors.push({ name: 'nobody', secret: null, actor: { kind: 'nobody' }, side: 'neither' })
  }

  /** A provider of the installation, shut: nobody is sent to it. */
  private async issuer(): Promise<void> {
    await this.db.d1
      .prepare(
        `insert into issuer (id, name, kind, url, client_id, scope, is_open, ordinal)
        values (?, 'Innlogging', 'other', 'https://id.example.test', 'klient', 'openid', 0, 1)`,
      )
      .bind(ISSUER)
      .run()
  }

  /** Everybody as the front door finds them when all is there. */
  private async meetAgain(): Promise<void> {
    for (const [index, one] of this.actors.entries())
      this.actors[index] = { ...one, actor: (await openContext(this.around, one.secret)).actor }
  }

  private async fill(side: SideName) {
    const mark = MARKS[side]
    const people = [`${mark}-one`, `${mark}-two`] as const
    const coordinator = await this.actor(`coordinator ${side}`, [inDistrict(side, 'coordinator')], null, side)
    const doctor = await this.actor(`doctor ${side}`, [inDistrict(side, 'doctor')], people[0], side)
    await this.actor(`another doctor ${side}`, [inDistrict(side, 'doctor')], people[1], side)
    const municipality = { scopeKind: 'municipality', scopeId: OWN_MUNICIPALITY[side] } as const
    for (const role of ['municipality-reader', 'municipality-decider'] as const)
      await this.actor(`${role} ${side}`, [{ ...municipality, role }], null, side)
    for (const role of [
      'service-manager',
      'union-representative',
      'payroll-reader',
      'dispatch-centre',
    ] as const)
      await this.actor(`${role} ${side}`, [inDistrict(side, role)], null, side)
    await this.actor(`weak coordinator ${side}`, [inDistrict(side, 'coordinator')], null, side, {
      isWeak: true,
    })
    await this.actor(`late coordinator ${side}`, [inDistrict(side, 'coordinator')], null, side, {
      minutesAgo: 20,
    })
    const ctx = await this.as(coordinator, mark)
    return this.plan(side, ctx, await this.as(doctor, mark))
  }

  private async plan(side: SideName, ctx: Context, doctor: Context) {
    const mark = MARKS[side]
    const lineId = `${mark}-home`
    const plan = { districtId: DISTRICTS[side], ...PERIOD, lineIds: [lineId] }
    const needOn = (date: string) => `${lineId}.${date}.n`
    const assign = async (draftId: string, date: string, personId: string) => {
      const change = { kind: 'assign', cell: { needId: needOn(date), seat: 0 }, personId } as const
      unwrap(await editDraft(ctx, { districtId: DISTRICTS[side], draftId, step: stepOf(change), seen: {} }))
    }
    const first = unwrap(await openDraft(ctx, { ...plan, name: `Januar ${mark}` })).draftId
    await assign(first, '2027-01-05', `${mark}-one`)
    await assign(first, '2027-01-06', `${mark}-two`)
    await assign(first, side === 'alpha' ? '2027-01-07' : '2027-01-10', SHARED)
    const part = { districtId: DISTRICTS[side], draftId: first, lineIds: null, from: null, to: null }
    unwrap(await publishDraft(ctx, { ...part, expectedRevision: 0, reason: `Grunn ${mark}`, waivers: [] }))
    const holder = { kind: 'person', personId: `${mark}-two`, origin: 'sick-cover' } as const
    const place = { needId: needOn('2027-01-05'), seat: 0 }
    const amended = {
      districtId: DISTRICTS[side],
      ...place,
      expectedRevision: 1,
      holder,
      reason: `Syk ${mark}`,
    }
    unwrap(await amendDuty(ctx, { ...amended, waivesBlocking: true }))
    const draftId = unwrap(await openDraft(ctx, { ...plan, name: `Utkast ${mark}` })).draftId
    await assign(draftId, '2027-01-12', `${mark}-one`)
    const circulated = unwrap(await openDraft(ctx, { ...plan, name: `Til høring ${mark}` })).draftId
    const asked = {
      districtId: DISTRICTS[side],
      draftId: circulated,
      message: `Se her ${mark}`,
      answerBy: null,
    }
    unwrap(await circulateDraft(ctx, asked))
    const said = { districtId: DISTRICTS[side], draftId: circulated, cell: null, text: `Mening ${mark}` }
    unwrap(await commentDraft(doctor, said))
    unwrap(
      await saveDayNote(ctx, {
        districtId: DISTRICTS[side],
        date: '2027-01-08',
        text: `Merk ${mark}`,
        seen: '',
      }),
    )
    const built = {
      districtId: DISTRICTS[side],
      draftId,
      seed: null,
      iterations: 1,
      keep: 'filled',
      place: 'browser',
    } as const
    const { buildId } = unwrap(await startBuild(ctx, built))
    const own = unwrap(await createFeedLink(doctor, { label: `Telefon ${mark}` }))
    const choice = {
      kind: 'district',
      districtId: DISTRICTS[side],
      options: { scope: { kind: 'all' } },
    } as const
    const shared = unwrap(await createFeedLink(doctor, { label: `Felles ${mark}`, choice }))
    const messageId = await this.deadMessage(side)
    const things: Things = {
      districtId: DISTRICTS[side],
      number: OWN_MUNICIPALITY[side],
      municipality: OWN_MUNICIPALITY[side],
      personId: `${mark}-two`,
      draftId,
      circulatedId: circulated,
      needId: needOn('2027-01-06'),
      seat: '0',
      lineId,
      wishId: `${mark}-wish`,
      revision: '1',
      comment: '1',
      buildId,
      feedId: own.feedId,
      sharedFeedId: shared.feedId,
      absenceId: `${mark}-absence`,
      kind: 'absence',
      awayId: `${mark}-absence`,
      exemptionId: `${mark}-exemption`,
      messageId,
      looseMessageId: LOOSE_MESSAGE,
      attachment: '0',
      parameter: 'nightsInARow',
      assignment: await this.assignmentOn(DISTRICTS[side], needOn('2027-01-06')),
      file: 'doctors.csv',
      // Of all forms the one in which texts can be looked for.
      report: 'report.json',
      payroll: 'payroll.json',
      session: sessionName(await ctx.hash(`secret of another doctor ${side}`)),
      credential: `${mark}.passkey.credential_id`,
      issuer: ISSUER,
      ...(await this.membersOf(side)),
    }
    return { things, feeds: { own: secretIn(own.path), district: secretIn(shared.path) } }
  }

  /** Accounts and invitations that pages about members name. */
  private async membersOf(side: SideName): Promise<Things> {
    const idOf = (name: string) => {
      const found = this.actors.find((one) => one.name === name)?.actor
      return found?.kind === 'account' ? found.accountId : ''
    }
    const inScope = { scopeKind: 'district', scopeId: DISTRICTS[side], role: 'service-manager' } as const
    const inTown = {
      scopeKind: 'municipality',
      scopeId: OWN_MUNICIPALITY[side],
      role: 'municipality-reader',
    } as const
    return {
      loneAccountId: idOf('somebody without a role'),
      'accountId in districts': idOf(`service-manager ${side}`),
      'accountId in municipalities': idOf(`municipality-reader ${side}`),
      'accountId in installation': idOf('the founder'),
      'invitationId in districts': await this.invitation(`${MARKS[side]}-of-district`, inScope),
      'invitationId in municipalities': await this.invitation(`${MARKS[side]}-of-municipality`, inTown),
      'invitationId in installation': await this.invitation('of-all', installation),
      'invitationId of leaders': await this.invitation('of-leaders', inTown, true),
    }
  }

  private async invitation(hash: string, membership: Membership, isByInstallation = false): Promise<string> {
    const invitation = {
      hash,
      email: `${hash}@example.test`,
      personId: null,
      accountId: null,
      isByInstallation,
      membership,
      invitedBy: `${hash}-inviter`,
      createdAt: NOW,
      expiresAt: NOW + 1000,
      acceptedBy: null,
      acceptedAt: null,
    }
    const known = await this.db.d1.prepare('select hash from invitation where hash = ?').bind(hash).all()
    if (known.results.length === 0) await writeAll(this.db, invitationWrites(invitation))
    return invitationId(invitation)
  }

  private async assignmentOn(districtId: string, needId: string): Promise<string> {
    const found = await this.db.d1
      .prepare('select id from assignment where district_id = ? and need_id = ?')
      .bind(districtId, needId)
      .all<{ id: string }>()
    return found.results[0]?.id ?? ''
  }

  /** A message that was given up, as the pages about undelivered ones list. */
  private async deadMessage(side: SideName): Promise<string> {
    const mark = MARKS[side]
    await this.giveUp(LOOSE_MESSAGE, 'Feil uten distrikt', side)
    await this.db.d1.prepare('update outbox set district_id = null where id = ?').bind(LOOSE_MESSAGE).run()
    await this.giveUp(`${mark}-message`, `Feil ${mark}`, side)
    return `${mark}-message`
  }

  private async giveUp(id: string, error: string, side: SideName): Promise<void> {
    const one = "(select id from outbox where district_id = ? and status <> 'dead' limit 1)"
    await this.db.d1
      .prepare(`update or ignore outbox set id = ?, status = 'dead', last_error = ? where id = ${one}`)
      .bind(id, error, DISTRICTS[side])
      .run()
  }

  private async actor(
    name: string,
    memberships: readonly Membership[],
    personId: string | null,
    side: WallActor['side'],
    { isWeak = false, minutesAgo = 0 } = {},
  ): Promise<WallActor> {
    const mark = side === 'alpha' || side === 'bravo' ? MARKS[side] : 'of-neither'
    const accountId = this.nextId(`${mark}-account`)
    const secret = `secret of ${name}`
    const email = `${accountId}@example.test`
    const session = startSession({
      hash: await (await openContext(this.around, null)).hash(secret),
      accountId,
      authMethod: isWeak ? 'mailed' : 'passkey',
      strength: isWeak ? 'single' : 'strong',
      memberships,
      now: NOW,
    })
    const begun = { ...session, authenticatedAt: NOW - minutesAgo }
    await writeAll(this.db, [
      ...accountWrites(accountOf(accountId, personId, email, NOW)),
      ...memberships.flatMap((role) => membershipWrites(accountId, role, `${mark}-granter`, NOW)),
      ...sessionWrites(begun),
    ])
    const { actor } = await openContext(this.around, secret)
    const made = { name, secret, actor, side }
    this.actors.push(made)
    return made
  }

  /** As somebody, who names new things by a side. */
  private async as({ secret }: WallActor, mark: string): Promise<Context> {
    const ctx = await openContext(this.around, secret)
    return { ...ctx, newId: () => this.nextId(`${mark}-id`), newSecret: ctx.newSecret }
  }

  private nextId(of: string): string {
    const number = (this.ids.get(of) ?? 0) + 1
    this.ids.set(of, number)
    return `${of}-${number}`
  }
}

const ISSUER = 'provider-of-all'

/** A message of no district, which the administrator reads of. */
const LOOSE_MESSAGE = 'loose-message'

const installation: Membership = {
  scopeKind: 'installation',
  scopeId: 'installation',
  role: 'installation-administrator',
}

function inDistrict(side: SideName, role: Role): Membership {
  return { scopeKind: 'district', scopeId: DISTRICTS[side], role }
}

function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
