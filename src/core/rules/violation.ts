import type { RotaKind, SpecialHoliday } from '../rota/agreement.ts'
import type { LineId } from '../rota/line.ts'
import type { NeedId } from '../rota/need.ts'
import type { PersonId } from '../rota/person.ts'
import type { ShareMeasure } from '../rota/rota.ts'
import type { Interval } from '../time/interval.ts'

export type RuleId =
  | 'overlap'
  | 'cover'
  | 'availability'
  | 'taking-part'
  | 'competence'
  | 'backup'
  | 'rest'
  | 'weekly-total'
  | 'weekly-duty'
  | 'office-day-after-night'
  | 'engagement'
  | 'rolling-total'
  | 'average-hours'
  | 'average-duty'
  | 'long-hours'
  | 'weekly-rest'
  | 'longest-period'
  | 'nights-in-a-row'
  | 'weekends'
  | 'special-holidays'
  | 'least-doctors'
  | 'competence-exception'
  | 'other-tasks'
  | 'hours-elsewhere'
  | 'fair-share'
  | 'publishing'

/** `structural` is never overridden; `blocks` holds back publishing unless waived with a reason; `warns` and `shown` do not. */
export type Grade = 'structural' | 'blocks' | 'warns' | 'shown'

/** What is wrong. `not-available` is one sign for exemption, absence and rotation weeks off: nothing may tell them apart. */
export type Finding =
  | { readonly kind: 'overlap'; readonly elsewhere: boolean }
  | { readonly kind: 'gap-in-cover' }
  | { readonly kind: 'not-available' }
  | { readonly kind: 'at-risk' }
  | { readonly kind: 'most-duties' }
  | { readonly kind: 'least-duties' }
  | { readonly kind: 'outside-offer' }
  | { readonly kind: 'outside-participation' }
  | { readonly kind: 'only-backup' }
  | { readonly kind: 'counts-while-learning' }
  | { readonly kind: 'missing-courses' }
  | { readonly kind: 'backup-not-able' }
  | { readonly kind: 'backup-missing' }
  | { readonly kind: 'rest-after-on-site-night' }
  | { readonly kind: 'rest-short' }
  | { readonly kind: 'weekly-total' }
  | { readonly kind: 'weekly-duty' }
  | { readonly kind: 'office-day-after-night' }
  | { readonly kind: 'agreement-ended' }
  | { readonly kind: 'rolling-total' }
  | { readonly kind: 'average-hours'; readonly weeks: number }
  | { readonly kind: 'average-duty'; readonly weeks: number }
  | { readonly kind: 'long-week' }
  | { readonly kind: 'long-day' }
  | { readonly kind: 'rest-second-line' }
  | { readonly kind: 'weekly-rest' }
  | { readonly kind: 'longest-period' }
  | { readonly kind: 'nights-in-a-row' }
  | { readonly kind: 'weekends-too-often'; readonly weeks: number }
  | { readonly kind: 'no-free-weekend' }
  | { readonly kind: 'sundays-in-a-row' }
  | { readonly kind: 'same-holiday-again'; readonly holiday: SpecialHoliday; readonly heldIn: number }
  | { readonly kind: 'too-few-doctors'; readonly rotaKind: RotaKind }
  | { readonly kind: 'exception-used-up'; readonly fromYear: number; readonly year: number }
  | { readonly kind: 'exception-near-end'; readonly fromYear: number; readonly year: number }
  | { readonly kind: 'other-tasks' }
  | { readonly kind: 'hours-elsewhere-untold' }
  | { readonly kind: 'far-from-share'; readonly measure: ShareMeasure }
  | { readonly kind: 'published-late' }
  | { readonly kind: 'not-discussed' }

export type FindingKind = Finding['kind']

export type Unit =
  | 'minutes'
  | 'duties'
  | 'doctors'
  | 'days'
  | 'nights'
  | 'weekends'
  | 'years'
  | 'percent'
  | 'times'

export interface ViolationFacts {
  readonly rule: RuleId
  readonly grade: Grade
  /** Whose duties break the rule; null for a gap in cover. */
  readonly personId: PersonId | null
  /** The line of a missing backup or of a single duty; null where several lines can be meant. */
  readonly lineId: LineId | null
  /** Every duty that takes part in the breach, by start; empty when there is none. */
  readonly needIds: readonly NeedId[]
  /** Where in time it lies: the overlap, the rest that is too short, the week, the period. */
  readonly span: Interval
  readonly measured: number
  readonly limit: number
  readonly unit: Unit
  /** The lowest this doctor's measure can be with the demand and doctors of the week; null where no floor is known. */
  readonly floor: number | null
}

export type Violation = ViolationFacts & Finding

const GRADES: Readonly<Record<FindingKind, Grade>> = {
  overlap: 'structural',
  'gap-in-cover': 'blocks',
  'not-available': 'blocks',
  'at-risk': 'warns',
  'most-duties': 'blocks',
  'least-duties': 'warns',
  'outside-offer': 'structural',
  'outside-participation': 'structural',
  'only-backup': 'structural',
  'counts-while-learning': 'structural',
  'missing-courses': 'blocks',
  'backup-not-able': 'blocks',
  'backup-missing': 'blocks',
  'rest-after-on-site-night': 'blocks',
  'rest-short': 'warns',
  'weekly-total': 'warns',
  'weekly-duty': 'warns',
  'office-day-after-night': 'warns',
  'agreement-ended': 'blocks',
  'rolling-total': 'warns',
  'average-hours': 'warns',
  'average-duty': 'shown',
  'long-week': 'shown',
  'long-day': 'shown',
  'rest-second-line': 'shown',
  'weekly-rest': 'shown',
  'longest-period': 'warns',
  'nights-in-a-row': 'warns',
  'weekends-too-often': 'warns',
  'no-free-weekend': 'warns',
  'sundays-in-a-row': 'warns',
  'same-holiday-again': 'warns',
  'too-few-doctors': 'blocks',
  'exception-used-up': 'warns',
  'exception-near-end': 'warns',
  'other-tasks': 'shown',
  'hours-elsewhere-untold': 'shown',
  'far-from-share': 'warns',
  'published-late': 'warns',
  'not-discussed': 'warns',
}

/** The weight of a finding (domain reference §11); caps reach a rule only once adopted. */
export function gradeOf(kind: FindingKind): Grade {
  return GRADES[kind]
}

/** Whether it would be broken even if duties were shared as evenly as can be: the floor is above the limit. */
export function isAtFloor({ floor, limit }: Violation): boolean {
  return floor !== null && floor > limit
}

/** True when it holds back publishing: structural, or blocking and not waived. */
export function isBlocking(violation: Violation): boolean {
  return violation.grade === 'structural' || violation.grade === 'blocks'
}

type WithoutGrade<T> = T extends unknown ? Omit<T, 'grade' | 'lineId' | 'floor'> : never

/**
 * Completes a violation with its grade; line and floor are null unless told. A floor told as a function is worked out when
 * first read: it costs more than finding the breach, and most are never looked at.
 */
export function violation(
  facts: WithoutGrade<ViolationFacts> &
    Partial<Pick<ViolationFacts, 'lineId'>> & { readonly floor?: number | null | (() => number | null) },
  finding: Finding,
): Violation {
  const { rule, personId, lineId = null, needIds, span, measured, limit, unit, floor = null } = facts
  const grade = gradeOf(finding.kind)
  const isWaiting = typeof floor === 'function'
  const told = { rule, grade, personId, lineId, needIds, span, measured, limit, unit }
  const whole = Object.assign(told, { floor: isWaiting ? null : floor }, finding)
  if (isWaiting) readLater(whole, floor)
  return whole
}

/** To everybody who reads, copies or writes the violation, a field like the others. */
function readLater(found: Violation, work: () => number | null): void {
  let known: number | null | undefined
  const get = () => {
    if (known === undefined) known = work()
    return known
  }
  Object.defineProperty(found, 'floor', { enumerable: true, get })
}

/** The same with no floor, which is not worked out for it either. */
export function withoutFloor(found: Violation): Violation {
  const names = Object.keys(found).filter((name) => name !== 'floor') as (keyof Violation)[]
  const facts = Object.fromEntries(names.map((name) => [name, found[name]]))
  // All that the violation has but its floor.
  return { ...facts, floor: null } as Violation
}
