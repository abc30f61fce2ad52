import { type Agreement, entryOn, type ParameterName } from '../core/rota/agreement.ts'
import type { LineId } from '../core/rota/line.ts'
import type { NeedId } from '../core/rota/need.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Source } from '../core/rota/source.ts'
import { RULE_GROUNDS } from '../core/rules/rule-grounds.ts'
import type { FindingKind, RuleId, Violation } from '../core/rules/violation.ts'
import { isoWeekOf } from '../core/time/iso-week.ts'
import { addDays } from '../core/time/local-date.ts'
import { toWall } from '../core/time/oslo.ts'
import type { formatIn } from './format.ts'

/** How persons, lines and duties are called on the page where the sentence stands. */
export interface Names {
  readonly person: (id: PersonId) => string
  readonly line: (id: LineId) => string
  readonly need: (id: NeedId) => string
}

/** What a language says of each kind, without the full stop at its end. */
export type Statements = {
  readonly [K in FindingKind]: (found: Extract<Violation, { kind: K }>, names: Names) => string
}

type Format = ReturnType<typeof formatIn>

export interface PartWords {
  /** In the place of a person, at the start of a sentence. */
  readonly nobody: string
  /** What even sharing of a stretch by itself would give the doctor. */
  readonly floor: (stretch: string, hours: string) => string
  readonly stretches: { readonly week: string; readonly sevenDays: string; readonly weeks: string }
}

/** What sentences of violations are put together from. */
export function violationParts({ hours, list, dateRange, shortWeek }: Format, words: PartWords) {
  return {
    person: (found: Violation, names: Names) =>
      found.personId === null ? words.nobody : names.person(found.personId),
    needs: (found: Violation, names: Names) => list(found.needIds.map(names.need)),
    /** The duty that lacks a backup stands first, the open backup duties after it. */
    firstNeed: (found: Violation, names: Names) => found.needIds.slice(0, 1).map(names.need).join(''),
    /** The span as a period of whole days. */
    periodOf: ({ span }: Violation) =>
      dateRange({ from: toWall(span.start).date, to: toWall(span.end).date }),
    /** From the first day that something of it lies on to the last. */
    datesOf: ({ span }: Violation) =>
      dateRange({ from: toWall(span.start).date, to: addDays(toWall(span.end - 1).date, 1) }),
    weekIn: (found: Violation) => shortWeek(isoWeekOf(toWall(found.span.start).date)),
    /** An exception for a year in all may be used over several. */
    years: ({ fromYear, year }: { readonly fromYear: number; readonly year: number }) =>
      fromYear === year ? `${year}` : `${fromYear}–${year}`,
    /** Not every stretch can be as low at once. */
    floor: (found: Violation) =>
      found.floor === null || found.floor > found.measured
        ? ''
        : words.floor(words.stretches[STRETCHES[found.kind] ?? 'week'], hours(found.floor)),
  }
}

const STRETCHES: Readonly<Partial<Record<FindingKind, keyof PartWords['stretches']>>> = {
  'rolling-total': 'sevenDays',
  'average-hours': 'weeks',
  'average-duty': 'weeks',
}

export interface SentenceWords {
  readonly statements: Statements
  readonly sources: Readonly<Record<Source, string>>
  /** 'Kilde: …'. */
  readonly source: (text: string) => string
}

/** The sentences that a language makes of what it says of each kind. */
export function violationSentences({ ended, dateOnly }: Format, words: SentenceWords) {
  /** The same as `sentence` without its source. */
  function statement(found: Violation, names: Names): string {
    // Each kind's own function takes exactly the violations of that kind; indexing by kind loses that link.
    const say = words.statements[found.kind] as (of: Violation, names: Names) => string
    return ended(say(found, names))
  }
  /** Only where its rule comes from: an adopted value is cited by its own decision, else the law or agreement it rests on. */
  function sourceOf(found: Violation, agreement: Agreement): string {
    const entry = limitEntry(found, agreement)
    if (!entry) {
      const { source } = RULE_GROUNDS[found.rule]
      const own = found.kind === 'rest-second-line' ? 'working-environment-10-8' : source
      return ended(words.source(words.sources[own]))
    }
    const decided = entry.decidedOn === null ? '' : `, ${dateOnly(entry.decidedOn)}`
    return ended(words.source(`${entry.source || words.sources['district-decision']}${decided}`))
  }
  return {
    statement,
    sourceOf,
    /** The whole sentence, with its numbers and its source. */
    sentence: (found: Violation, names: Names, agreement: Agreement) =>
      `${statement(found, names)} ${sourceOf(found, agreement)}`,
  }
}

/** For a name inside a sentence that comes to stand first in it. */
export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** The adopted value that set the limit. */
function limitEntry(found: Violation, agreement: Agreement) {
  const { date } = toWall(JUDGED_AT_END.includes(found.rule) ? found.span.end - 1 : found.span.start)
  const entries = (LIMITS[found.kind] ?? RULE_GROUNDS[found.rule].limits).flatMap(
    (parameter) => entryOn(agreement, parameter, 'adopted', date) ?? [],
  )
  return entries.find(({ value }) => value === found.limit) ?? entries[0]
}

/** Rules that judge by the value in force when the stretch ends. */
const JUDGED_AT_END: readonly RuleId[] = ['average-hours', 'average-duty', 'nights-in-a-row', 'weekends']

/** Which values set the limit, where a rule has several. */
const LIMITS: Readonly<Partial<Record<FindingKind, readonly ParameterName[]>>> = {
  'rest-after-on-site-night': ['restAfterOnSiteNightMinutes'],
  'rest-short': ['restAfterMinutes', 'restBeforeNightMinutes'],
  'rest-second-line': ['secondRestMinutes'],
  'weekends-too-often': ['weekendFrequency'],
  'no-free-weekend': ['weekendFrequency'],
  'sundays-in-a-row': ['sundaysInARow'],
}
