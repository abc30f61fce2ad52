import { stepOf } from '../../src/core/plans/step.ts'
import type { CellRef } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { accountWrites } from '../../src/data/account-store.ts'
import { compiler, readAll, writeAll } from '../../src/data/database.ts'
import { assignmentsOfPerson } from '../../src/data/person-duty-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import type { Refusal, Result } from '../../src/usecases/refusal.ts'
import { serveFeed } from '../../src/usecases/serve-feed.ts'
import { showDraft } from '../../src/usecases/show-draft.ts'
import { exampleDistrict, person } from './example-district.ts'
import { pollOf, secretIn } from './feed-poll.ts'
import { emptyInstallation } from './installation.ts'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

export const FROM = '2027-01-04'
export const TO = '2027-01-18'
const LINE = 'fjordane-home'
export const PEOPLE = ['a', 'b', 'c', 'd']

export const needOn = (date: string) => `${LINE}.${date}.n`
export const cellOn = (date: string) => ({ needId: needOn(date), seat: 0 })

/** One district with one line and four doctors, planned over two weeks in an installation of its own. */
export class PlanWorld {
  readonly ctx: Context
  district: District
  readonly districtId = 'fjordane'

  private constructor(ctx: Context, district: District) {
    this.ctx = ctx
    this.district = district
  }

  static async make(change: (district: District) => District = (same) => same): Promise<PlanWorld> {
    const people = PEOPLE.map((id) => person(id, `Lege ${id.toUpperCase()}`))
    const world = new PlanWorld(await emptyInstallation(), change(exampleDistrict('fjordane', people)))
    await world.reimport((same) => same)
    return world
  }

  /** The same installation at another time. */
  at(now: string): Context {
    return { ...this.ctx, now: fromUtcText(now) }
  }

  async reimport(change: (district: District) => District, ctx: Context = this.ctx): Promise<void> {
    this.district = change(this.district)
    const text = writeDistrictFile({ version: 1, district: this.district, timeline: null })
    unwrap(await importDistrict(ctx, { text, isCoordinating: true }))
  }

  async open(ctx: Context = this.ctx): Promise<string> {
    const { districtId } = this
    const plan = { districtId, name: 'Januar', from: FROM, to: TO, lineIds: [LINE] }
    return unwrap(await openDraft(ctx, plan)).draftId
  }

  async assign(draftId: string, date: string, personId: string): Promise<void> {
    return this.assignTo(draftId, cellOn(date), personId)
  }

  async assignTo(draftId: string, cell: CellRef, personId: string): Promise<void> {
    const { districtId } = this
    const change = { kind: 'assign', cell, personId } as const
    unwrap(await editDraft(this.ctx, { districtId, draftId, step: stepOf(change), seen: {} }))
  }

  /** @param days the part to publish; the whole draft when left out. */
  async publish(draftId: string, days: { from?: string; to?: string } = {}, ctx: Context = this.ctx) {
    const { from = null, to = null } = days
    const part = { districtId: this.districtId, draftId, lineIds: null, from, to }
    const expectedRevision = await this.revision(draftId)
    return publishDraft(ctx, { ...part, expectedRevision, reason: '', waivers: [] })
  }

  async amend(date: string, personId: string, waivesBlocking = false) {
    const { districtId } = this
    const expectedRevision = await this.revision(null)
    const holder = { kind: 'person', personId, origin: 'sick-cover' } as const
    const input = { districtId, ...cellOn(date), expectedRevision, holder, reason: 'Syk', waivesBlocking }
    return amendDuty(this.ctx, input)
  }

  async draft(draftId: string) {
    return unwrap(await showDraft(this.ctx, { districtId: this.districtId, draftId }))
  }

  /** What the published rota says of one person's duties: date, sequence, when it was changed, its forms. */
  async dutiesOf(personId: string) {
    const [from, to] = [fromUtcText('2027-01-01T00:00Z'), fromUtcText('2027-02-01T00:00Z')]
    const duties = await assignmentsOfPerson(this.ctx.db, personId, from, to)
    return duties.map(({ assignment, need }) => ({ ...assignment, date: need.date, pieces: need.pieces }))
  }

  /** A calendar of one doctor: its address and what it says at a time. */
  async feedOf(personId: string) {
    const { ctx } = this
    const accountId = ctx.newId()
    await writeAll(ctx.db, accountWrites(accountOf(accountId, personId, null, ctx.now)))
    const actor = {
      kind: 'account',
      accountId,
      personId,
      memberships: [],
      sessionHash: 's',
      ...WELL_SIGNED_IN,
    } as const
    const own = { ...ctx, actor }
    const { feedId, path } = unwrap(await createFeedLink(own, { label: 'Telefon' }))
    const secret = secretIn(path)
    return {
      feedId,
      /** Raised by whatever gives the calendar another text. */
      version: async () => {
        const [row] = await readAll(ctx.db, [
          compiler.selectFrom('feed_version').select('version').where('person_id', '=', personId),
        ])
        return row[0]?.version ?? 0
      },
      body: async (now: string) => {
        const answer = await serveFeed({ ...own, now: this.at(now).now }, pollOf(secret))
        if (answer.kind !== 'calendar') throw new Error(`the feed is ${answer.kind}`)
        return answer.body
      },
    }
  }

  private async revision(draftId: string | null): Promise<number> {
    if (draftId !== null) return (await this.draft(draftId)).revision
    const rows = await this.ctx.db.d1
      .prepare('select revision from district where id = ?')
      .bind(this.districtId)
      .all<{ revision: number }>()
    return rows.results[0]?.revision ?? 0
  }
}

/** @throws with the refusal. */
export function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export function refusalOf(result: Result<unknown>): Refusal['kind'] | undefined {
  return result.kind === 'refused' ? result.refusal.kind : undefined
}
