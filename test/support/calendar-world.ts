import { createHash } from 'node:crypto'
import { leftOn } from '../../src/core/plans/doctor-end.ts'
import type { Intent } from '../../src/core/plans/intent.ts'
import type { CellRef } from '../../src/core/rota/assignment.ts'
import { type District, doctorOf, type Language } from '../../src/core/rota/district.ts'
import type { FeedChoice, OwnFeedOptions } from '../../src/core/rota/feed-choice.ts'
import type { Line, TemplateWindow } from '../../src/core/rota/line.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import type { PersonId } from '../../src/core/rota/person.ts'
import type { Position } from '../../src/core/rota/position.ts'
import { placesOf } from '../../src/core/rota/rota.ts'
import type { Minute } from '../../src/core/time/minute.ts'
import { dayInterval } from '../../src/core/time/oslo.ts'
import { accountWrites, membershipWrites } from '../../src/data/account-store.ts'
import { type Database, writeAll } from '../../src/data/database.ts'
import { loadTimeline } from '../../src/data/rota-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Actor, Membership } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import { changeFeedLink } from '../../src/usecases/change-feed-link.ts'
import { chooseLanguage } from '../../src/usecases/choose-language.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { discardDraft } from '../../src/usecases/discard-draft.ts'
import { editDraft, type WantedSlice } from '../../src/usecases/edit-draft.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { restoreRevision } from '../../src/usecases/restore-revision.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { eveningLine, exampleDistrict, person } from './example-district.ts'
import { emptyInstallation } from './installation.ts'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

export const FROM = '2027-03-26'
/** Over the night the clock goes forward; exclusive. */
export const TO = '2027-03-30'
export const DOCTORS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
export const LINES = ['fjordane-home', 'fjordane-backup', 'fjordane-station']
const ID = 'fjordane'
const NORTH = 'nord'

/** A calendar that somebody has: whose, and how to fetch it. */
export interface Subscriber {
  readonly name: string
  readonly feedId: string
  readonly secret: string
  readonly actor: Actor & { readonly kind: 'account' }
  /** The doctor whose own calendar it is; null for one of the district. */
  readonly personId: PersonId | null
}

export interface Copy {
  readonly etag: string
  readonly body: string
}

/** A district of three lines, one behind another, eight doctors, and calendars of every kind that follow it. */
export class CalendarWorld {
  readonly ctx: Context
  readonly subscribers: Subscriber[] = []
  readonly first: District
  district: District
  now: Minute
  revision = 0

  private constructor(ctx: Context, district: District) {
    this.ctx = ctx
    this.first = district
    this.district = district
    this.now = ctx.now
  }

  static async make(db?: Database): Promise<CalendarWorld> {
    const bare = await emptyInstallation(db)
    const hash = async (text: string) => createHash('sha256').update(text).digest('hex')
    const people = DOCTORS.map((id) => person(id, `Lege ${id.toUpperCase()}`))
    const plain = exampleDistrict(ID, people)
    const lines = [homeLine(), backupLine(), stationLine()]
    const memberships = [
      { scopeKind: 'installation', scopeId: 'installation', role: 'installation-administrator' },
      { scopeKind: 'district', scopeId: ID, role: 'coordinator' },
      { scopeKind: 'district', scopeId: NORTH, role: 'coordinator' },
    ] as const
    const actor = {
      kind: 'account',
      accountId: 'a',
      personId: null,
      memberships,
      sessionHash: 's',
      ...WELL_SIGNED_IN,
    } as const
    const world = new CalendarWorld({ ...bare, actor, hash }, { ...plain, lines })
    unwrap(await world.save((same) => same))
    return world
  }

  /** As the coordinator, now. */
  private get here(): Context {
    return { ...this.ctx, now: this.now }
  }

  async subscribe(name: string, choice: FeedChoice, role: Membership['role'], personId: string | null) {
    const accountId = `account-${name}`
    const membership = { scopeKind: 'district', scopeId: ID, role } as const
    const written = await writeAll(this.ctx.db, [
      ...accountWrites(accountOf(accountId, personId, null, this.now)),
      ...membershipWrites(accountId, membership, 'test', this.now),
    ])
    if (written.kind === 'refused') throw new Error(`account ${accountId} is refused: ${written.constraint}`)
    const memberships = [membership]
    const actor = {
      kind: 'account',
      accountId,
      personId,
      memberships,
      sessionHash: 's',
      ...WELL_SIGNED_IN,
    } as const
    const { feedId, path } = unwrap(await createFeedLink({ ...this.here, actor }, { label: name, choice }))
    const ownId = choice.kind === 'own' ? personId : null
    this.subscribers.push({ name, feedId, secret: path.split('/')[2] as string, actor, personId: ownId })
  }

  /** Rendered anew, so that a tag that stands for another body is found out; what was kept, maybe of another's, has to be the same. */
  async fetch(subscriber: Subscriber): Promise<Copy> {
    const { name, feedId, personId } = subscriber
    const { db } = this.ctx
    const kept = personId === null ? await this.ask(subscriber) : null
    // An own calendar's is kept under its link's id, a district's under what it shows.
    const which = personId === null ? "key like '[%'" : `key = '${feedId}'`
    await db.d1.batch([
      db.d1.prepare(`delete from feed_body_part where ${which}`),
      db.d1.prepare(`delete from feed_body where ${which}`),
    ])
    const fresh = await this.ask(subscriber)
    if (kept && (kept.body !== fresh.body || kept.etag !== fresh.etag))
      throw new Error(`what is kept of the calendar ${name} is not what it holds`)
    return fresh
  }

  private async ask({ secret, name, personId }: Subscriber): Promise<Copy> {
    const asked = { secret, address: personId === null ? 'district' : 'own', isHead: false } as const
    const headers = { ifNoneMatch: null, ifModifiedSince: null, userAgent: null, accept: null }
    const answer = await serveFeed({ ...this.here, actor: { kind: 'nobody' } }, { ...asked, ...headers })
    if (answer.kind !== 'calendar') throw new Error(`the calendar ${name} is ${answer.kind}`)
    return { etag: answer.etag, body: answer.body }
  }

  /** Stores the district as a file would; refused ones change nothing. */
  async save(change: (district: District) => District): Promise<Result<unknown>> {
    const district = change(this.district)
    const text = writeDistrictFile({ version: 1, district, timeline: null })
    const saved = await importDistrict(this.here, { text, isCoordinating: true })
    if (saved.kind === 'done') this.district = district
    return saved
  }

  /** Stores another district, in which doctor d has a place or none. */
  async saveNorth(name: string, isShared: boolean): Promise<Result<unknown>> {
    const people = this.first.persons.filter(({ id }) => isShared && id === 'd')
    const district = { ...exampleDistrict(NORTH, people), name }
    const text = writeDistrictFile({ version: 1, district, timeline: null })
    return importDistrict(this.here, { text, isCoordinating: true })
  }

  /** A draft over all lines, edited and published; breaches that can be waived are. */
  async publish(
    edits: (needs: readonly Need[]) => readonly Intent[],
    lineIds = LINES,
  ): Promise<Result<unknown>> {
    const plan = { districtId: ID, name: 'Påske', from: FROM, to: TO, lineIds: LINES }
    const { draftId } = unwrap(await openDraft(this.here, plan))
    const needs = this.district.lines.flatMap((line) => needsOf(line, FROM, TO))
    for (const intent of edits(needs)) {
      const step = { kind: intent.kind, intents: [intent] } as const
      await editDraft(this.here, { districtId: ID, draftId, step, seen: {} })
    }
    return this.publishWaiving(draftId, lineIds)
  }

  /** Fetches an earlier rota back and publishes it. */
  async restore(revision: number): Promise<Result<unknown>> {
    const plan = { districtId: ID, revision, name: 'Tilbake', from: FROM, to: TO, lineIds: LINES }
    const restored = await restoreRevision(this.here, plan)
    return restored.kind === 'refused' ? restored : this.publishWaiving(restored.value.draftId, LINES)
  }

  private async publishWaiving(draftId: string, lineIds: readonly string[]): Promise<Result<unknown>> {
    const part = { districtId: ID, draftId, lineIds, from: null, to: null, reason: 'Plan' }
    const expectedRevision = this.revision
    let saved = await publishDraft(this.here, { ...part, expectedRevision, waivers: [] })
    if (saved.kind === 'refused' && saved.refusal.kind === 'rule-broken') {
      const waivers = saved.refusal.violations.map(({ rule, personId, needIds }) => {
        return { rule, personId, needIds, reason: 'Avtalt' }
      })
      saved = await publishDraft(this.here, { ...part, expectedRevision, waivers })
    }
    if (saved.kind === 'done') this.revision = saved.value.revision
    else await discardDraft(this.here, { districtId: ID, draftId })
    return saved
  }

  async amend(place: CellRef, slices: readonly WantedSlice[]): Promise<Result<unknown>> {
    const input = { districtId: ID, ...place, expectedRevision: this.revision, waivesBlocking: true }
    const holder = { kind: 'slices', slices } as const
    const saved = await amendDuty(this.here, { ...input, holder, reason: 'Endret' })
    if (saved.kind === 'done') this.revision = saved.value.revision
    return saved
  }

  /** The duties on the timeline now. */
  async publishedNeeds(): Promise<readonly Need[]> {
    return (await loadTimeline(this.ctx.db, ID, FROM, TO)).needs
  }

  get own(): readonly Subscriber[] {
    return this.subscribers.filter(({ personId }) => personId !== null)
  }

  /** The district with a doctor as they were at first. */
  withDoctorBack(personId: PersonId): (district: District) => District {
    const [facts] = this.first.doctors.filter((own) => own.personId === personId)
    const held = ({ holders }: Position) =>
      holders.some((own) => own.kind === 'person' && own.personId === personId)
    return (district) => ({
      ...district,
      doctors: district.doctors.map((own) =>
        own.personId === personId && facts ? { ...facts, initials: own.initials } : own,
      ),
      positions: district.positions.map((own) => {
        const former = this.first.positions.find(({ id }) => id === own.id)
        return former && held(former) ? { ...own, holders: former.holders } : own
      }),
    })
  }

  async chooseOptions(subscriber: Subscriber | undefined, options: OwnFeedOptions): Promise<void> {
    if (!subscriber) return
    const { name, feedId, actor } = subscriber
    unwrap(await changeFeedLink({ ...this.here, actor }, { feedId, label: name, options }))
  }

  async chooseLanguage(subscriber: Subscriber | undefined, language: Language): Promise<void> {
    if (subscriber) unwrap(await chooseLanguage({ ...this.here, actor: subscriber.actor }, { language }))
  }

  /** The times of what a doctor holds now, as a calendar writes them; nothing once they have left. */
  async heldBy(personId: PersonId): Promise<string[]> {
    const on = leftOn(doctorOf(this.district, personId))
    if (on !== null && dayInterval(on).start <= this.now) return []
    const { results } = await this.ctx.db.d1
      .prepare('select start_at, end_at from booking where person_id = ?')
      .bind(personId)
      .all<{ start_at: string; end_at: string }>()
    const inFile = (text: string) => `${text.slice(0, -1).replace(/[-:]/g, '')}00Z`
    return results.map((row) => `${inFile(row.start_at)} ${inFile(row.end_at)}`).sort()
  }
}

export function placesIn(needs: readonly Need[]): { readonly need: Need; readonly place: CellRef }[] {
  return needs.flatMap((need) => placesOf([need]).map((place) => ({ need, place })))
}

/** What a use case gave. @throws with the refusal. */
export function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

function homeLine(): Line {
  return { ...eveningLine('fjordane-home'), areas: ['Askvoll'], place: 'Askvoll legesenter' }
}

function backupLine(): Line {
  const line = eveningLine('fjordane-backup')
  return { ...line, name: 'Bakvakt', code: 'B1', form: 'backup', behind: ['fjordane-home'] }
}

/** Two doctors at a station on Saturdays and Sundays, 10–15. */
function stationLine(): Line {
  const line = { ...eveningLine('fjordane-station'), name: 'Stasjon', code: 'L1', form: 'on-site' as const }
  const window: Partial<TemplateWindow> = {
    dayKinds: ['saturday', 'sunday', 'public-holiday', 'eve'],
    start: '10:00',
    end: '15:00',
    endDay: 0,
    number: 2,
  }
  return withWindow({ ...line, areas: ['Fjaler'] }, window)
}

export function withWindow(line: Line, change: Partial<TemplateWindow>): Line {
  return {
    ...line,
    templates: line.templates.map((version) => ({
      ...version,
      windows: version.windows.map((window) => ({ ...window, ...change })),
    })),
  }
}
