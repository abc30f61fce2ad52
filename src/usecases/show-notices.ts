import { changesToConfirm, isUrgentChange } from '../core/plans/urgent-change.ts'
import type { District } from '../core/rota/district.ts'
import { type DutyChange, withPlaceAhead } from '../core/rota/duty-change.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { addMonths } from '../core/time/local-date.ts'
import { MINUTES_PER_DAY, type Minute } from '../core/time/minute.ts'
import { fromWall } from '../core/time/oslo.ts'
import { listNoticesBetween, listUrgentNotices, type StoredNotice } from '../data/change-notice-store.ts'
import { findDistrict } from '../data/district-store.ts'
import { listNoticeMessages, type NoticeMessage } from '../data/notice-messages.ts'
import { listChangesOf, type NoticeKey, type PersonDutyChange } from '../data/notice-store.ts'
import { may } from '../identity/policy.ts'
import { accountNames } from './account-names.ts'
import type { Context } from './context.ts'
import { gate } from './gate.ts'
import { answerTo, type NoticeState, noticeState } from './notice-state.ts'
import { done, type Result, refused } from './refusal.ts'

export interface ShowNoticesInput {
  readonly districtId: DistrictId
  /** 'YYYY-MM'; null or what is no month = none. */
  readonly month: string | null
}

export interface DistrictNotice {
  readonly revision: number
  /** When it was published. */
  readonly at: Minute
  readonly soonestAt: Minute
  readonly state: NoticeState
  readonly confirmedAt: Minute | null
  /** Whether it was confirmed on the telephone alone. */
  readonly isRung: boolean
  /** Who rang; null where the doctor confirmed, or no name is known. */
  readonly rungBy: string | null
  readonly note: string
  /** By start; never why. Left out of a month's list. */
  readonly changes: readonly DutyChange[]
  readonly messages: readonly NoticeMessage[]
}

/** A doctor, the newest of their notices that are in the same state, and the older ones that it answers for. */
export interface DoctorNotices {
  readonly personId: PersonId
  readonly personName: string
  readonly phone: string | null
  readonly email: string | null
  readonly newest: DistrictNotice
  readonly older: readonly DistrictNotice[]
  /**
   * While they wait for an answer, what must be confirmed of them all, each duty as it was changed last, what begins first going
   * first; later what was urgent of the newest.
   */
  readonly urgent: readonly DutyChange[]
  /** The first time that is ahead in any of them; else the first of all. */
  readonly soonestAt: Minute
}

export interface MonthOfNotices {
  /** 'YYYY-MM', local. */
  readonly month: string
  readonly notices: readonly (Pick<DoctorNotices, 'personId' | 'personName'> & {
    readonly notice: DistrictNotice
  })[]
}

export interface NoticesValue {
  readonly district: Pick<District, 'id' | 'name'>
  readonly now: Minute
  /** Urgent and not confirmed, what begins first going first. */
  readonly open: readonly DoctorNotices[]
  /** Of the last 14 days: not confirmed before the duty began. */
  readonly missed: readonly DoctorNotices[]
  /** Of the last 14 days and what is ahead: confirmed. */
  readonly confirmed: readonly DoctorNotices[]
  /** All that was published in the month asked for. */
  readonly month: MonthOfNotices | null
  readonly mayConfirm: boolean
}

const DAYS_BACK = 14

/** Who has confirmed what changed for them, and who must be rung. */
export async function showNotices(ctx: Context, input: ShowNoticesInput): Promise<Result<NoticesValue>> {
  const { districtId } = input
  const scope = { kind: 'district', id: districtId } as const
  const isRefused = gate(ctx, 'read-notices', scope)
  if (isRefused) return isRefused
  const month = monthOf(input.month)
  const [district, urgent, ofMonth] = await Promise.all([
    findDistrict(ctx.db, districtId),
    listUrgentNotices(ctx.db, districtId, ctx.now - DAYS_BACK * MINUTES_PER_DAY),
    month ? listNoticesBetween(ctx.db, districtId, month.from, month.to) : [],
  ])
  if (!district) return refused({ kind: 'not-found' })
  const rungBy = [...urgent, ...ofMonth].flatMap(({ rung }) => rung?.by ?? [])
  const [changes, messages, names] = await Promise.all([
    listChangesOf(ctx.db, urgent),
    listNoticeMessages(ctx.db, urgent),
    accountNames(ctx, district, rungBy, true),
  ])
  const told = {
    now: ctx.now,
    names,
    changes: byNotice(changes.map((change) => withPlaceAhead(change, ctx.now))),
    messages: byNotice(messages),
  }
  const doctors = (states: readonly NoticeState[]) =>
    byDoctor(
      urgent.filter((notice) => states.includes(noticeState(notice, ctx.now))),
      district,
      told,
    )
  return done({
    district,
    now: ctx.now,
    open: doctors(['open']),
    missed: doctors(['missed']).toReversed(),
    confirmed: doctors(['seen', 'rung', 'late']).toReversed(),
    month: month && {
      month: month.month,
      notices: ofMonth.map((notice) => ({
        personId: notice.personId,
        personName: personOf(district, notice.personId).personName,
        notice: toDistrictNotice(notice, told),
      })),
    },
    mayConfirm: may(ctx.actor, 'confirm-notices', scope),
  })
}

function monthOf(asked: string | null) {
  if (asked === null || !/^20\d\d-(0[1-9]|1[0-2])$/.test(asked)) return null
  const first = `${asked}-01`
  return { month: asked, from: fromWall(first, 0), to: fromWall(addMonths(first, 1), 0) }
}

interface Told {
  readonly now: Minute
  readonly names: Readonly<Record<string, string>>
  readonly changes: ReadonlyMap<string, readonly PersonDutyChange[]>
  readonly messages: ReadonlyMap<string, readonly NoticeMessage[]>
}

const keyOf = ({ revision, personId }: NoticeKey) => `${revision}#${personId}`

const byNotice = <T extends NoticeKey>(all: readonly T[]): Map<string, T[]> => Map.groupBy(all, keyOf)

function toDistrictNotice(notice: StoredNotice, told: Told): DistrictNotice {
  const { revision, at, soonestAt, seen, rung, note } = notice
  const isRung = rung !== null && seen === null
  return {
    revision,
    at,
    soonestAt,
    state: noticeState(notice, told.now),
    confirmedAt: answerTo(notice)?.at ?? null,
    isRung,
    rungBy: isRung ? (told.names[rung.by] ?? null) : null,
    note,
    changes: told.changes.get(keyOf(notice)) ?? [],
    messages: told.messages.get(keyOf(notice)) ?? [],
  }
}

/** By the first time that is ahead. */
function byDoctor(notices: readonly StoredNotice[], district: District, told: Told): DoctorNotices[] {
  return [...Map.groupBy(notices, (notice) => notice.personId)]
    .flatMap(([personId, own]) => {
      const [newest, ...older] = own.toSorted((a, b) => b.revision - a.revision)
      if (!newest) return []
      const all = [newest, ...older].map((notice) => toDistrictNotice(notice, told)) as Notices
      return [
        {
          personId,
          ...personOf(district, personId),
          newest: all[0],
          older: all.slice(1),
          urgent: urgentOf(all, told.now),
          soonestAt: soonestOf(own, told.now),
        },
      ]
    })
    .sort((a, b) => a.soonestAt - b.soonestAt)
}

type Notices = [newest: DistrictNotice, ...older: DistrictNotice[]]

function urgentOf(notices: Notices, now: Minute): DutyChange[] {
  const [newest] = notices
  if (newest.state !== 'open') return newest.changes.filter(isUrgentChange)
  const changes = notices.flatMap((notice) => notice.changes)
  const newestOf = new Map<string, number>()
  for (const { needId, seat, revision } of changes) {
    const place = `${needId}#${seat}`
    newestOf.set(place, Math.max(revision, newestOf.get(place) ?? 0))
  }
  const latest = changes.filter(
    ({ needId, seat, revision }) => newestOf.get(`${needId}#${seat}`) === revision,
  )
  return changesToConfirm(latest, now)
}

/** Of what has begun in part, the time that is still ahead. */
function soonestOf(notices: readonly StoredNotice[], now: Minute): Minute {
  const times = notices.flatMap(({ soonestAt, latestAt }) => [soonestAt, latestAt])
  const ahead = times.filter((time) => time > now)
  return Math.min(...(ahead.length > 0 ? ahead : times))
}

function personOf({ persons }: District, personId: PersonId) {
  const person = persons.find(({ id }) => id === personId)
  return { personName: person?.name ?? '', phone: person?.phone ?? null, email: person?.email ?? null }
}
