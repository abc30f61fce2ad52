import { type Agreement, entryOn, type ParameterName } from '../../core/rota/agreement.ts'
import type { LineId } from '../../core/rota/line.ts'
import type { NeedId } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import { RULES } from '../../core/rules/index.ts'
import type { RuleSource } from '../../core/rules/rule.ts'
import type { FindingKind, RuleId, Violation } from '../../core/rules/violation.ts'
import { isoWeekOf } from '../../core/time/iso-week.ts'
import { toWall } from '../../core/time/oslo.ts'
import { count, dateOnly, dateRange, ended, hours, list, shortWeek, timeSpan } from './format.ts'

/** How persons, lines and duties are called on the page where the sentence stands. */
export interface Names {
  readonly person: (id: PersonId) => string
  readonly line: (id: LineId) => string
  readonly need: (id: NeedId) => string
}

/** The whole sentence, with its numbers and its source. */
export function sentence(found: Violation, names: Names, agreement: Agreement): string {
  return `${statement(found, names)} ${ended(`Kilde: ${sourceText(found, agreement)}`)}`
}

/** The same without its source. */
export function statement(found: Violation, names: Names): string {
  // Each kind's own function takes exactly the violations of that kind; indexing by kind loses that link.
  const say = STATEMENTS[found.kind] as (of: Violation, names: Names) => string
  return ended(say(found, names))
}

/** Two or three words for a list or a legend. */
export const findings: Readonly<Record<FindingKind, string>> = {
  overlap: 'to vakter samtidig',
  'gap-in-cover': 'udekket tid',
  'not-available': 'ikke tilgjengelig',
  'at-risk': 'usikkert',
  'most-duties': 'for mange vakter',
  'least-duties': 'for få vakter',
  'outside-offer': 'utenfor tilbudte dager',
  'outside-participation': 'kommunen deltar ikke',
  'only-backup': 'bare bakvakt',
  'counts-while-learning': 'under opplæring',
  'missing-courses': 'mangler kurs',
  'backup-not-able': 'kan ikke være bakvakt',
  'backup-missing': 'mangler bakvakt',
  'rest-after-on-site-night': 'for kort hvile etter natt',
  'rest-short': 'kort hvile',
  'weekly-total': 'over taket for uka',
  'weekly-duty': 'over taket for vakt i uka',
  'office-day-after-night': 'kontordag etter natt',
}

export const ruleNames: Readonly<Record<RuleId, string>> = {
  overlap: 'Én vakt om gangen',
  cover: 'Dekning hele døgnet',
  availability: 'Tilgjengelighet',
  'taking-part': 'Avtalt deltakelse',
  competence: 'Kompetanse',
  backup: 'Bakvakt',
  rest: 'Hvile mellom vakter',
  'weekly-total': 'Samlet arbeid i uka',
  'weekly-duty': 'Vakttimer i uka',
  'office-day-after-night': 'Kontordag etter nattevakt',
}

/** Each without the full stop at its end. */
type Statements = {
  readonly [K in FindingKind]: (found: Extract<Violation, { kind: K }>, names: Names) => string
}

const STATEMENTS: Statements = {
  overlap: (found, names) => {
    const common = `${hours(found.measured)} samtidig (${timeSpan(found.span)})`
    if (found.elsewhere)
      return `${person(found, names)} har vakt i et annet distrikt under ${needs(found, names)}: ${common}`
    if (found.needIds.length === 1)
      return `${person(found, names)} står to ganger i samme vakt, ${needs(found, names)}: ${common}`
    return `${person(found, names)} har to vakter på en gang, ${needs(found, names)}: ${common}`
  },
  'gap-in-cover': (found) =>
    `Ingen vaktlinje dekker ${timeSpan(found.span)}, og tiden er ikke meldt dekket av andre`,
  'not-available': (found, names) =>
    `${person(found, names)} er ikke tilgjengelig for ${needs(found, names)}`,
  'at-risk': (found, names) => `Det er usikkert om ${person(found, names)} kan ta ${needs(found, names)}`,
  'most-duties': (found, names) => `${dutiesInPeriod(found, names)}, avtalt høyst ${found.limit}`,
  'least-duties': (found, names) => `${dutiesInPeriod(found, names)}, avtalt minst ${found.limit}`,
  'outside-offer': (found, names) =>
    `${capital(needs(found, names))} er utenfor dagene som ${person(found, names)} har tilbudt`,
  'outside-participation': (found, names) =>
    `Kommunen til ${person(found, names)} deltar ikke i hele ${needs(found, names)}`,
  'only-backup': (found, names) =>
    `${person(found, names)} er bare med som bakvakt og kan ikke ha ${needs(found, names)}`,
  'counts-while-learning': (found, names) =>
    `${person(found, names)} er under opplæring og kan ikke telle som vaktlege på ${needs(found, names)}`,
  'missing-courses': (found, names) =>
    `${person(found, names)} mangler kurs i akuttmedisin eller i vold og overgrep på ${needs(found, names)}`,
  'backup-not-able': (found, names) =>
    `${person(found, names)} har ikke kompetanse til å være bakvakt på ${needs(found, names)}`,
  'backup-missing': (found, names) =>
    `${person(found, names)} kan ikke ha vakt alene, og ${hours(found.measured)} av ${firstNeed(found, names)} er uten bakvakt (${timeSpan(found.span)})`,
  'rest-after-on-site-night': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} fri etter tilstedevakt om natten (${timeSpan(found.span)}), det skal være minst ${hours(found.limit)}`,
  'rest-short': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} fri mellom to vakter (${timeSpan(found.span)}), det bør være minst ${hours(found.limit)}`,
  'weekly-total': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} samlet arbeid i ${weekOf(found)}, taket er ${hours(found.limit)}${floor(found)}`,
  'weekly-duty': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} vakt i ${weekOf(found)}, taket er ${hours(found.limit)}${floor(found)}`,
  'office-day-after-night': (found, names) => {
    const after =
      found.needIds.length === 1
        ? `dagen etter ${needs(found, names)}`
        : `dagene etter ${count(found.needIds.length, 'nattevakt', 'nattevakter')}`
    return `${person(found, names)} har ${hours(found.measured)} kontortid ${after}`
  },
}

function person(found: Violation, names: Names): string {
  return found.personId === null ? 'Ingen' : names.person(found.personId)
}

function needs(found: Violation, names: Names): string {
  return list(found.needIds.map(names.need))
}

/** The duty that lacks a backup stands first, the open backup duties after it. */
function firstNeed(found: Violation, names: Names): string {
  return found.needIds.slice(0, 1).map(names.need).join('')
}

function dutiesInPeriod(found: Violation, names: Names): string {
  const period = { from: toWall(found.span.start).date, to: toWall(found.span.end).date }
  return `${person(found, names)} har ${count(found.measured, 'vakt', 'vakter')} i perioden ${dateRange(period)}`
}

function weekOf(found: Violation): string {
  return shortWeek(isoWeekOf(toWall(found.span.start).date))
}

function floor(found: Violation): string {
  return found.floor === null || found.floor > found.measured
    ? ''
    : `. Lavest mulig med denne vaktlista er ${hours(found.floor)}`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

const SOURCES: Readonly<Record<RuleSource, string>> = {
  'one-duty-at-a-time': 'fast regel om én vakt om gangen',
  'emergency-medicine-regulation-6': 'akuttmedisinforskriften § 6',
  'registered-availability': 'det som er registrert om når legen er tilgjengelig',
  'agreed-participation': 'avtalt deltakelse i vaktordningen',
  'competence-regulation-3': 'kompetanseforskriften §§ 3 og 3 a',
  'competence-regulation-3a': 'kompetanseforskriften § 3 a',
  'sfs-2305-7-4': 'SFS 2305 punkt 7.4, som den var i 2021',
  'district-decision': 'vedtak i distriktet',
}

/** The values a violation can have been judged by, where the district can have adopted its own. */
const PARAMETERS: Readonly<Partial<Record<FindingKind, readonly ParameterName[]>>> = {
  'rest-after-on-site-night': ['restAfterOnSiteNightMinutes'],
  'rest-short': ['restAfterMinutes', 'restBeforeNightMinutes'],
  'weekly-total': ['weeklyTotalMinutes'],
  'weekly-duty': ['weeklyDutyMinutes'],
  'office-day-after-night': ['officeDayAfterNight'],
}

/** An adopted value is cited by its own decision; else the rule by the law or agreement it rests on. */
function sourceText(found: Violation, agreement: Agreement): string {
  const { date } = toWall(found.span.start)
  const entries = (PARAMETERS[found.kind] ?? []).flatMap(
    (parameter) => entryOn(agreement, parameter, 'adopted', date) ?? [],
  )
  const entry = entries.find(({ value }) => value === found.limit) ?? entries[0]
  if (!entry) return ruleSource(found.rule)
  const decided = entry.decidedOn === null ? '' : ` ${dateOnly(entry.decidedOn)}`
  return `${entry.source || SOURCES['district-decision']}${decided}`
}

function ruleSource(id: RuleId): string {
  const rule = RULES.find((candidate) => candidate.id === id)
  if (!rule) throw new Error(`no rule is registered as ${id}`)
  return SOURCES[rule.source]
}
