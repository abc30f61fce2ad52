import type { Violation } from '../../core/rules/violation.ts'
import {
  capital,
  type Names,
  type Statements,
  violationParts,
  violationSentences,
} from '../violation-sentences.ts'
import * as format from './format.ts'
import { count, decimal, hours, list, timeSpan } from './format.ts'
import { shareMeasures, specialHolidays } from './rule-words.ts'
import { sources } from './sources.ts'

export { findings, ruleNames } from './rule-words.ts'

const { person, needs, firstNeed, periodOf, datesOf, weekIn, years, floor } = violationParts(format, {
  nobody: 'Ingen',
  floor: (stretch, least) => `. Deles ${stretch} så jevnt som det går, får legen ${least}`,
  stretches: { week: 'uka', sevenDays: 'de sju døgnene', weeks: 'ukene' },
})

const statements: Statements = {
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
  'most-duties': (found, names) => `${dutiesInPeriod(found, names)}, avtalt høyst ${decimal(found.limit)}`,
  'least-duties': (found, names) => `${dutiesInPeriod(found, names)}, avtalt minst ${decimal(found.limit)}`,
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
    `${person(found, names)} har ${hours(found.measured)} samlet arbeid i ${weekIn(found)}, taket er ${hours(found.limit)}${floor(found)}`,
  'weekly-duty': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} vakt i ${weekIn(found)}, taket er ${hours(found.limit)}${floor(found)}`,
  'office-day-after-night': (found, names) => {
    const after =
      found.needIds.length === 1
        ? `dagen etter ${needs(found, names)}`
        : `dagene etter ${count(found.needIds.length, 'nattevakt', 'nattevakter')}`
    return `${person(found, names)} har ${hours(found.measured)} kontortid ${after}`
  },
  'agreement-ended': (found, names) =>
    `Fastlegeavtalen til ${person(found, names)} er gått ut ved ${needs(found, names)}, og ingen forlengelse er registrert`,
  'rolling-total': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} samlet arbeid på sju døgn (${timeSpan(found.span)}), taket er ${hours(found.limit)}${floor(found)}`,
  'average-hours': (found, names) =>
    `${person(found, names)} arbeider i snitt ${hours(found.measured)} i uka over ${found.weeks} uker (${datesOf(found)}), medregnet etter arbeidsmiljøloven, taket er ${hours(found.limit)}${floor(found)}`,
  'average-duty': (found, names) =>
    `${person(found, names)} har i snitt ${hours(found.measured)} vakt i uka over ${found.weeks} uker (${datesOf(found)}), streken er satt ved ${hours(found.limit)}${floor(found)}`,
  'long-week': (found, names) =>
    `${person(found, names)} arbeider ${hours(found.measured)} i ${weekIn(found)}, medregnet etter arbeidsmiljøloven. Lovens grense er ${hours(found.limit)}`,
  'long-day': (found, names) =>
    `${person(found, names)} arbeider ${hours(found.measured)} på ett døgn (${timeSpan(found.span)}), medregnet etter arbeidsmiljøloven. Lovens grense er ${hours(found.limit)}`,
  'rest-second-line': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} fri mellom to vakter (${timeSpan(found.span)}). Arbeidsmiljøloven sier ${hours(found.limit)}`,
  'weekly-rest': (found, names) =>
    `${person(found, names)} har på det lengste ${hours(found.measured)} sammenhengende fri i ${weekIn(found)}. Arbeidsmiljøloven sier ${hours(found.limit)}`,
  'longest-period': (found, names) =>
    `${person(found, names)} har vakt ${hours(found.measured)} i ett strekk (${timeSpan(found.span)}), taket er ${hours(found.limit)}`,
  'nights-in-a-row': (found, names) =>
    `${person(found, names)} har ${count(found.measured, 'natt', 'netter')} på rad (${datesOf(found)}), taket er ${decimal(found.limit)}`,
  'weekends-too-often': (found, names) =>
    `${person(found, names)} arbeider ${count(found.measured, 'helg', 'helger')} på ${found.weeks} uker (${datesOf(found)}), det skal være høyst ${decimal(found.limit)}`,
  'no-free-weekend': (found, names) =>
    `${person(found, names)} har ${count(found.measured, 'helg', 'helger')} med vakt på rad (${datesOf(found)}) og burde ha hatt én av dem fri`,
  'sundays-in-a-row': (found, names) =>
    `${person(found, names)} har vakt ${count(found.measured, 'søndag', 'søndager')} på rad (${datesOf(found)}), det skal være høyst ${decimal(found.limit)}`,
  'same-holiday-again': (found, names) =>
    `${person(found, names)} hadde vakt ${specialHolidays[found.holiday]} ${found.heldIn} og får den igjen med ${needs(found, names)}`,
  'too-few-doctors': (found, names) =>
    `${found.lineId === null ? 'Vaktlinja' : names.line(found.lineId)} deles av ${count(found.measured, 'lege', 'leger')}, det skal være minst ${decimal(found.limit)}`,
  'exception-used-up': (found, names) =>
    `${person(found, names)} har ${count(found.measured, 'dag', 'dager')} i ${years(found)} under unntaket fra kravet om spesialisering, det kan være høyst ${decimal(found.limit)}`,
  'exception-near-end': (found, names) =>
    `${person(found, names)} har ${count(found.measured, 'dag', 'dager')} i ${years(found)} under unntaket fra kravet om spesialisering, og grensen er ${decimal(found.limit)}`,
  'other-tasks': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} andre oppgaver i uka, kommunen kan pålegge ${hours(found.limit)}`,
  'hours-elsewhere-untold': (found, names) =>
    `${person(found, names)} er vikar og har ikke sagt fra om timer andre steder. Summene kan være for lave`,
  'far-from-share': (found, names) =>
    `${person(found, names)} er ${decimal(found.measured)} prosent unna sin rettferdige del av ${shareMeasures[found.measure]}, grensen er ${decimal(found.limit)} prosent`,
  'published-late': (found) =>
    `Vaktplanen publiseres ${daysAhead(found.measured)}, fristen er ${count(found.limit, 'dag', 'dager')} før`,
  'not-discussed': () => 'Det er ikke skrevet inn når vaktplanen ble drøftet med tillitsvalgte',
}

function daysAhead(days: number): string {
  return days < 0
    ? `${count(-days, 'dag', 'dager')} etter første dag`
    : `${count(days, 'dag', 'dager')} før første dag`
}

function dutiesInPeriod(found: Violation, names: Names): string {
  return `${person(found, names)} har ${count(found.measured, 'vakt', 'vakter')} i perioden ${periodOf(found)}`
}

/** How the hours of a week add up; what there is none of is left out. */
export function sumOf(parts: {
  readonly duty: number
  readonly surgery: number
  readonly tasks: number
  readonly elsewhere: number
}): string {
  const told = [
    `vakt ${hours(parts.duty)}`,
    `kontor ${hours(parts.surgery)}`,
    ...(parts.tasks > 0 ? [`andre oppgaver ${hours(parts.tasks)}`] : []),
    ...(parts.elsewhere > 0 ? [`vakt andre steder ${hours(parts.elsewhere)}`] : []),
  ]
  return `Slik er summen: ${list(told)}. Timer som faller sammen, telles én gang.`
}

export const { sentence, sourceOf, statement } = violationSentences(format, {
  statements,
  sources,
  source: (text) => `Kilde: ${text}`,
})
