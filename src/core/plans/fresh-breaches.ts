import type { NeedId } from '../rota/need.ts'
import type { FindingKind, Violation } from '../rules/violation.ts'
import { overlaps } from '../time/interval.ts'

/** What makes a breach after a change the same one as before it. */
type Sameness =
  /** Its duties: with another duty it is another breach. */
  | 'duties'
  /** The stretch it sums over, which is fixed: another duty in it is more of the same. */
  | 'fixed-stretch'
  /** A stretch that moves with the duties: the gap between two, the worst of all windows, a run that grows or is cut. */
  | 'moving-stretch'
  /** The block of duties before it, which warns once. */
  | 'block'

const SAMENESS: Readonly<Record<FindingKind, Sameness>> = {
  overlap: 'duties',
  'gap-in-cover': 'duties',
  'not-available': 'duties',
  'at-risk': 'duties',
  'most-duties': 'fixed-stretch',
  'least-duties': 'fixed-stretch',
  'outside-offer': 'duties',
  'outside-participation': 'duties',
  'only-backup': 'duties',
  'counts-while-learning': 'duties',
  'missing-courses': 'duties',
  'backup-not-able': 'duties',
  'backup-missing': 'duties',
  'rest-after-on-site-night': 'moving-stretch',
  'rest-short': 'moving-stretch',
  'rest-second-line': 'moving-stretch',
  'weekly-total': 'fixed-stretch',
  'weekly-duty': 'fixed-stretch',
  'office-day-after-night': 'block',
  'agreement-ended': 'duties',
  'rolling-total': 'moving-stretch',
  'average-hours': 'moving-stretch',
  'average-duty': 'moving-stretch',
  'long-week': 'fixed-stretch',
  'long-day': 'moving-stretch',
  'weekly-rest': 'fixed-stretch',
  'longest-period': 'moving-stretch',
  'nights-in-a-row': 'moving-stretch',
  'weekends-too-often': 'moving-stretch',
  'no-free-weekend': 'moving-stretch',
  'sundays-in-a-row': 'moving-stretch',
  'same-holiday-again': 'fixed-stretch',
  'too-few-doctors': 'duties',
  'exception-used-up': 'moving-stretch',
  'exception-near-end': 'moving-stretch',
  'other-tasks': 'duties',
  'hours-elsewhere-untold': 'moving-stretch',
  'far-from-share': 'fixed-stretch',
  'published-late': 'duties',
  'not-discussed': 'duties',
}

/** The block a need belongs to, null for none. */
export type BlockOf = (needId: NeedId) => string | null | undefined

/** Which of `after` a change newly broke or made worse; what was as bad before it is not the change's doing. */
export function freshBreaches(
  before: readonly Violation[],
  after: readonly Violation[],
  blockOf: BlockOf = () => null,
): Violation[] {
  const had = excessByPlace(before, blockOf)
  const has = excessByPlace(after, blockOf)
  return after.filter((found) => {
    if (SAMENESS[found.kind] === 'moving-stretch') return !before.some((old) => isSameStretch(old, found))
    const place = placeOf(found, blockOf)
    return (has.get(place) ?? 0) > (had.get(place) ?? 0)
  })
}

/** A stretch that only moved its edges is the same, as long as it did not become worse. */
function isSameStretch(old: Violation, found: Violation): boolean {
  return overlaps(old.span, found.span) && isSameMatter(old, found) && isNoWorse(old, found)
}

/** A milder kind is what a worse one becomes as it is mended. */
function isSameMatter(old: Violation, found: Violation): boolean {
  if (MENDED[found.kind]?.includes(old.kind)) return old.personId === found.personId && sharesYear(old, found)
  return (
    old.kind === found.kind &&
    old.personId === found.personId &&
    old.lineId === found.lineId &&
    aspectOf(old) === aspectOf(found) &&
    sharesYear(old, found)
  )
}

const MENDED: Readonly<Partial<Record<FindingKind, readonly FindingKind[]>>> = {
  'rest-short': ['rest-after-on-site-night'],
  'rest-second-line': ['rest-after-on-site-night', 'rest-short'],
  'exception-near-end': ['exception-used-up'],
}

/** A night over New Year's Eve belongs to what is counted in both years. */
function sharesYear(old: Violation, found: Violation): boolean {
  if (!('fromYear' in old && 'fromYear' in found)) return true
  return old.fromYear <= found.year && found.fromYear <= old.year
}

function isNoWorse(old: Violation, found: Violation): boolean {
  if (old.kind === found.kind) return excess(found) <= excess(old)
  return Math.sign(old.measured - old.limit) * (found.measured - old.measured) <= 0
}

/** What is broken and by whom, apart from when. */
function matterOf(found: Violation): string {
  return [found.kind, found.personId, found.lineId, aspectOf(found)].join(' ')
}

/** What tells breaches of one kind apart that the same doctor can have at the same time. */
function aspectOf(found: Violation): string | number | boolean {
  switch (found.kind) {
    case 'overlap':
      return found.elsewhere
    case 'average-hours':
    case 'average-duty':
    case 'weekends-too-often':
      return found.weeks
    case 'same-holiday-again':
      return found.holiday
    case 'too-few-doctors':
      return found.rotaKind
    case 'far-from-share':
      return found.measure
    default:
      return ''
  }
}

/** The same text for the same breach before and after a change. */
function placeOf(found: Violation, blockOf: BlockOf): string {
  const { kind, personId, span, needIds } = found
  switch (SAMENESS[kind]) {
    case 'block':
      return [kind, personId, blockOf(needIds[0] ?? '') ?? span.start].join(' ')
    case 'duties':
      // One without duties, such as too few doctors, has only its time.
      if (needIds.length > 0) return [matterOf(found), ...needIds].join(' ')
  }
  return [matterOf(found), span.start].join(' ')
}

function excessByPlace(violations: readonly Violation[], blockOf: BlockOf): Map<string, number> {
  const sums = new Map<string, number>()
  for (const found of violations) {
    if (SAMENESS[found.kind] === 'moving-stretch') continue
    const place = placeOf(found, blockOf)
    sums.set(place, excess(found) + (sums.get(place) ?? 0))
  }
  return sums
}

/** Nearing a limit is worse the less is left; all else is past it, on one side or the other. */
function excess(found: Violation): number {
  if (found.kind === 'exception-near-end') return found.measured - found.limit
  return Math.abs(found.measured - found.limit)
}
