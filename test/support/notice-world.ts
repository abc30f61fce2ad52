import { fromUtcText } from '../../src/core/time/minute.ts'
import { accountWrites } from '../../src/data/account-store.ts'
import { listAudit } from '../../src/data/audit-store.ts'
import { writeAll } from '../../src/data/database.ts'
import type { Actor, Membership } from '../../src/identity/policy.ts'
import { accountOf } from '../../src/identity/sign-in.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { showMyChanges } from '../../src/usecases/show-my-changes.ts'
import { showNotices } from '../../src/usecases/show-notices.ts'
import { cellOn, PlanWorld, unwrap } from './plan-world.ts'
import { WELL_SIGNED_IN } from './well-signed-in.ts'

/** Noon, 28 hours before the evening duty of 2027-01-05 begins at 16:00 local time. */
export const DAY_BEFORE = '2027-01-04T11:00Z'

/** A rota published weeks ahead: on the 4th a, on the 5th b, on the 6th c, on the 10th a. */
export class NoticeWorld {
  readonly plan: PlanWorld
  readonly districtId: string
  private revision = 1

  private constructor(plan: PlanWorld) {
    this.plan = plan
    this.districtId = plan.districtId
  }

  static async make(without: readonly string[] = []): Promise<NoticeWorld> {
    const plan = await PlanWorld.make((district) => ({
      ...district,
      persons: district.persons.map((person) =>
        without.includes(person.id) ? { ...person, email: null } : person,
      ),
    }))
    const draftId = await plan.open()
    const holders = { '04': 'a', '05': 'b', '06': 'c', '10': 'a' }
    for (const [day, personId] of Object.entries(holders))
      await plan.assign(draftId, `2027-01-${day}`, personId)
    unwrap(await plan.publish(draftId))
    return new NoticeWorld(plan)
  }

  coordinator(now = DAY_BEFORE): Context {
    return this.plan.at(now)
  }

  /** Gives a published duty to another doctor, or changes its hours; the revision it made. */
  async amend(
    date: string,
    personId: string,
    { now = DAY_BEFORE, ctx = this.coordinator(now), late = 0 } = {},
  ): Promise<number> {
    const { districtId } = this
    const start = fromUtcText(`${date}T15:00Z`)
    const slice = { start: start + late, end: start + 16 * 60, personId, positionId: null, shadowing: false }
    const holder = { kind: 'slices', slices: [{ ...slice, origin: 'swap' as const }] } as const
    const input = { districtId, ...cellOn(date), expectedRevision: this.revision, holder }
    unwrap(await amendDuty(ctx, { ...input, reason: 'canary-reason', waivesBlocking: true }))
    this.revision += 1
    return this.revision
  }

  /** Somebody with an account: a doctor of the district, or nobody's doctor. */
  async as(
    personId: string | null,
    roles: readonly Membership['role'][] = ['doctor'],
    scopeId = this.districtId,
  ) {
    const { ctx } = this.plan
    const accountId = ctx.newId()
    await writeAll(ctx.db, accountWrites(accountOf(accountId, personId, null, ctx.now)))
    const memberships = roles.map((role) => ({ scopeKind: 'district', scopeId, role }) as const)
    const actor: Actor = {
      kind: 'account',
      accountId,
      personId,
      memberships,
      sessionHash: 'session',
      ...WELL_SIGNED_IN,
    }
    return (now = DAY_BEFORE): Context => ({ ...this.plan.at(now), actor })
  }

  /** What a doctor's own page tells. */
  async own(ctx: Context) {
    return unwrap(await showMyChanges(ctx)).notices
  }

  /** The coordinator's page: doctors by state. */
  async page(now = DAY_BEFORE, month: string | null = null) {
    const { districtId } = this
    return unwrap(await showNotices(this.coordinator(now), { districtId, month }))
  }

  async log() {
    return listAudit(this.plan.ctx.db, this.districtId, 0, 1000)
  }
}
