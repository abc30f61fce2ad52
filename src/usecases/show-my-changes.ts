import { changesToConfirm, isUrgentChange } from '../core/plans/urgent-change.ts'
import { type DutyChange, withPlaceAhead } from '../core/rota/duty-change.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { listNoticesOfPerson, type StoredNotice } from '../data/change-notice-store.ts'
import { listChangesOf } from '../data/notice-store.ts'
import { mayTakeBack } from './confirm-change.ts'
import type { Context } from './context.ts'
import { answerTo, type NoticeState, noticeState } from './notice-state.ts'
import { ownReader } from './own-reader.ts'
import { done, type Result } from './refusal.ts'

export interface MyNotice {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly revision: number
  /** When it was published. */
  readonly at: Minute
  readonly isUrgent: boolean
  readonly state: NoticeState
  /** When it was confirmed, by oneself or on the telephone; null = not. */
  readonly confirmedAt: Minute | null
  /** Whether a confirmation given by mistake can still be taken back. */
  readonly mayTakeBack: boolean
  /** By start; never why. */
  readonly changes: readonly DutyChange[]
  /** Of them, while they wait for an answer those that must be confirmed, what begins first going first; later all urgent ones. */
  readonly urgent: readonly DutyChange[]
}

export interface MyChangesValue {
  /** Of the last 60 days: what waits for an answer first, then the newest. */
  readonly notices: readonly MyNotice[]
}

const DAYS_BACK = 60

/** What publications of the last 60 days changed for the doctor who asks, in all the districts they have not left. */
export async function showMyChanges(ctx: Context): Promise<Result<MyChangesValue>> {
  const own = ownReader(ctx)
  if (own.kind === 'refused') return own
  const stored = await recentNotices(ctx, own.value)
  const changes = (await listChangesOf(ctx.db, stored)).map((change) => withPlaceAhead(change, ctx.now))
  const notices = stored.flatMap((notice) => toMyNotice(ctx, notice, changes))
  const waits = (notice: MyNotice) => Number(notice.state === 'open')
  return done({ notices: notices.toSorted((a, b) => waits(b) - waits(a)) })
}

export interface OwnUnconfirmed {
  /** Urgent ones that wait for an answer. */
  readonly urgent: number
  /** Others that have not been confirmed as seen. */
  readonly others: number
}

/** How much of it the doctor has not confirmed. */
export async function countMyChanges(ctx: Context): Promise<Result<OwnUnconfirmed>> {
  const own = ownReader(ctx)
  if (own.kind === 'refused') return own
  const states = (await recentNotices(ctx, own.value)).map((notice) => noticeState(notice, ctx.now))
  const amount = (state: NoticeState) => states.filter((each) => each === state).length
  return done({ urgent: amount('open'), others: amount('unseen') })
}

function recentNotices({ db, now }: Context, personId: PersonId): Promise<StoredNotice[]> {
  return listNoticesOfPerson(db, personId, now - DAYS_BACK * MINUTES_PER_DAY, now)
}

function toMyNotice(ctx: Context, notice: StoredNotice, all: readonly DutyChange[]): MyNotice[] {
  const { districtId, revision, at, isUrgent } = notice
  const changes = all.filter((change) => change.districtId === districtId && change.revision === revision)
  const [first] = changes
  if (!first) return []
  const { districtName } = first
  const state = noticeState(notice, ctx.now)
  const confirmedAt = answerTo(notice)?.at ?? null
  return [
    {
      districtId,
      districtName,
      revision,
      at,
      isUrgent,
      state,
      confirmedAt,
      mayTakeBack: mayTakeBack(ctx, notice),
      changes,
      urgent: state === 'open' ? changesToConfirm(changes, ctx.now) : changes.filter(isUrgentChange),
    },
  ]
}
