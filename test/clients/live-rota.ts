import { stepOf } from '../../src/core/plans/step.ts'
import type { CellRef, Slice } from '../../src/core/rota/assignment.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Line, TemplateWindow } from '../../src/core/rota/line.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { addDays, type LocalDate } from '../../src/core/time/local-date.ts'
import { toUtcText } from '../../src/core/time/minute.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { discardDraft } from '../../src/usecases/discard-draft.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { restoreRevision } from '../../src/usecases/restore-revision.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { exampleDistrict, person } from '../support/example-district.ts'
import type { AccountActor, LiveApp } from './live-app.ts'

export const DISTRICT = 'vestby'
export const HOME = `${DISTRICT}-home`
export const STATION = `${DISTRICT}-station`
export const BACKUP = `${DISTRICT}-backup`
const LINES = [HOME, STATION, BACKUP]

/** @throws with the refusal. */
export function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** One district of four doctors with home duty 16–08, backup behind it and a night at the station 22–08, planned by a coordinator. */
export class LiveRota {
  readonly app: LiveApp
  readonly coordinator: AccountActor
  #district: District
  /** The dates that have been published; the board shows those of no plan too. */
  readonly #published = new Set<LocalDate>()

  private constructor(app: LiveApp, coordinator: AccountActor, district: District) {
    this.app = app
    this.coordinator = coordinator
    this.#district = district
  }

  static async make(app: LiveApp): Promise<LiveRota> {
    const installation = { scopeKind: 'installation', scopeId: 'installation' } as const
    const planner = { scopeKind: 'district', scopeId: DISTRICT, role: 'coordinator' } as const
    const administrator = await app.newActor([{ ...installation, role: 'installation-administrator' }], null)
    // Whoever brings a district in plans it.
    const coordinator = { ...administrator, memberships: [...administrator.memberships, planner] }
    const people = ['a', 'b', 'c', 'd'].map((id) => person(id, `Lege ${id.toUpperCase()}`))
    const district = exampleDistrict(DISTRICT, people)
    const [home] = district.lines as [Line]
    const rota = new LiveRota(app, coordinator, {
      ...district,
      lines: [home, stationLine(home), backupLine(home)],
    })
    await rota.change((same) => same)
    return rota
  }

  context(): Promise<Context> {
    return this.app.contextOf(this.coordinator)
  }

  isPublished(date: LocalDate): boolean {
    return this.#published.has(date)
  }

  get district(): District {
    return this.#district
  }

  /** The district's file with something else in it, read in anew. */
  async change(change: (district: District) => District): Promise<void> {
    this.#district = change(this.#district)
    const text = writeDistrictFile({ version: 1, district: this.#district, timeline: null })
    unwrap(await importDistrict(await this.context(), { text }))
  }

  changeLine(lineId: string, change: (line: Line) => Line): Promise<void> {
    return this.change((district) => ({
      ...district,
      lines: district.lines.map((line) => (line.id === lineId ? change(line) : line)),
    }))
  }

  /** Publishes the days with these holders over what stands. */
  async publish(
    from: LocalDate,
    days: number,
    holders: Readonly<Record<string, string | null>> = {},
  ): Promise<void> {
    const ctx = await this.context()
    const to = addDays(from, days)
    const plan = { districtId: DISTRICT, name: `Fra ${from}`, from, to, lineIds: LINES }
    const { draftId } = unwrap(await openDraft(ctx, plan))
    for (const [needId, personId] of Object.entries(holders)) {
      const cell = { needId, seat: 0 }
      const change =
        personId === null ? ({ kind: 'clear', cell } as const) : ({ kind: 'assign', cell, personId } as const)
      unwrap(await editDraft(ctx, { districtId: DISTRICT, draftId, step: stepOf(change), seen: {} }))
    }
    for (let day = 0; day < days; day++) this.#published.add(addDays(from, day))
    await this.publishDraft(ctx, draftId)
  }

  /** Trades the holders of two places in a draft of their own, and publishes it. */
  async move(cell: CellRef, to: CellRef): Promise<void> {
    const ctx = await this.context()
    const dates = [cell, to].map(({ needId }) => needId.split('.')[1] as LocalDate).sort()
    const [from, last] = dates as [LocalDate, LocalDate]
    const plan = { districtId: DISTRICT, name: 'Bytte', from, to: addDays(last, 1), lineIds: LINES }
    const { draftId } = unwrap(await openDraft(ctx, plan))
    const step = stepOf({ kind: 'move', cell, to })
    unwrap(await editDraft(ctx, { districtId: DISTRICT, draftId, step, seen: {} }))
    await this.publishDraft(ctx, draftId)
  }

  /** Publishes these days as they stood under an earlier revision. */
  async restore(revision: number, from: LocalDate, days: number): Promise<void> {
    const ctx = await this.context()
    const plan = { districtId: DISTRICT, name: 'Tilbake', from, to: addDays(from, days), lineIds: LINES }
    const { draftId } = unwrap(await restoreRevision(ctx, { ...plan, revision }))
    await this.publishDraft(ctx, draftId)
  }

  /** What breaks a rule is accepted; a draft that is refused for more is put away. */
  private async publishDraft(ctx: Context, draftId: string): Promise<void> {
    const part = { districtId: DISTRICT, draftId, lineIds: null, from: null, to: null }
    const input = { ...part, expectedRevision: await this.revision(), reason: '' }
    let answer = await publishDraft(ctx, { ...input, waivers: [] })
    if (answer.kind === 'refused' && answer.refusal.kind === 'rule-broken') {
      const waivers = answer.refusal.violations.map(({ rule, personId, needIds }) => {
        return { rule, personId, needIds, reason: 'Avtalt' }
      })
      answer = await publishDraft(ctx, { ...input, waivers })
    }
    if (answer.kind === 'refused') await discardDraft(ctx, { districtId: DISTRICT, draftId })
    unwrap(answer)
  }

  /** Gives a published duty to a doctor, cuts it between several, or leaves it open. */
  async amend(needId: string, holder: string | readonly Slice[]): Promise<void> {
    const ctx = await this.context()
    const whom =
      typeof holder === 'string'
        ? ({ kind: 'person', personId: holder, origin: 'swap' } as const)
        : ({ kind: 'slices', slices: holder } as const)
    const input = { districtId: DISTRICT, needId, seat: 0, reason: 'Bytte', waivesBlocking: true }
    unwrap(await amendDuty(ctx, { ...input, expectedRevision: await this.revision(), holder: whom }))
  }

  /** The published board as its page shows it, over all of 2027. */
  async boards(): Promise<Rota[]> {
    const ctx = await this.context()
    const show = async (from: LocalDate) =>
      unwrap(await showBoard(ctx, { districtId: DISTRICT, source: { kind: 'timeline' }, from, days: 190 }))
        .rota
    return [await show('2026-12-28'), await show(addDays('2026-12-28', 190))]
  }

  /** The chain that a place's holder's rows belong to, as it stands; the ids of calendars are made of it. */
  async chainOf({ needId, seat }: CellRef, slice: Pick<Slice, 'personId' | 'start'>): Promise<string> {
    const { db } = await this.context()
    const found = await db.d1
      .prepare(
        `select chain_id from assignment where district_id = ? and need_id = ? and seat = ? and person_id = ?
          and start_at = ? and revision_to is null`,
      )
      .bind(DISTRICT, needId, seat, slice.personId, toUtcText(slice.start))
      .all<{ chain_id: string }>()
    if (found.results.length !== 1) throw new Error(`${needId} has ${found.results.length} rows of a slice`)
    return (found.results[0] as { chain_id: string }).chain_id
  }

  async revision(): Promise<number> {
    const { db } = await this.context()
    const { results } = await db.d1
      .prepare('select revision from district where id = ?')
      .bind(DISTRICT)
      .all<{ revision: number }>()
    return results[0]?.revision ?? 0
  }
}

function stationLine(home: Line): Line {
  const [version] = home.templates as [Line['templates'][number]]
  const [window] = version.windows as [TemplateWindow]
  const night: TemplateWindow = { ...window, key: 's', name: 'Natt', start: '22:00' }
  const templates = [{ ...version, windows: [night] }]
  return { ...home, id: STATION, name: 'Legevakta', code: 'L1', form: 'on-site', templates }
}

function backupLine(home: Line): Line {
  return { ...home, id: BACKUP, name: 'Bakvakt', code: 'B1', form: 'backup', behind: [HOME] }
}

export const homeDuty = (date: LocalDate) => `${HOME}.${date}.n`
export const stationDuty = (date: LocalDate) => `${STATION}.${date}.s`
export const backupDuty = (date: LocalDate) => `${BACKUP}.${date}.n`
