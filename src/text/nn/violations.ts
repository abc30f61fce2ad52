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
  floor: (stretch, least) => `. Blir ${stretch} delte så jamt som det går, får legen ${least}`,
  stretches: { week: 'timane i veka', sevenDays: 'dei sju døgna', weeks: 'vekene' },
})

const statements: Statements = {
  overlap: (found, names) => {
    const common = `${hours(found.measured)} samtidig (${timeSpan(found.span)})`
    if (found.elsewhere)
      return `${person(found, names)} har vakt i eit anna distrikt under ${needs(found, names)}: ${common}`
    if (found.needIds.length === 1)
      return `${person(found, names)} står to gonger i same vakt, ${needs(found, names)}: ${common}`
    return `${person(found, names)} har to vakter på ein gong, ${needs(found, names)}: ${common}`
  },
  'gap-in-cover': (found) =>
    `Inga vaktlinje dekkjer ${timeSpan(found.span)}, og tida er ikkje meld dekt av andre`,
  'not-available': (found, names) =>
    `${person(found, names)} er ikkje tilgjengeleg for ${needs(found, names)}`,
  'at-risk': (found, names) => `Det er usikkert om ${person(found, names)} kan ta ${needs(found, names)}`,
  'most-duties': (found, names) => `${dutiesInPeriod(found, names)}, avtalt høgst ${decimal(found.limit)}`,
  'least-duties': (found, names) => `${dutiesInPeriod(found, names)}, avtalt minst ${decimal(found.limit)}`,
  'outside-offer': (found, names) =>
    `${capital(needs(found, names))} er utanfor dagane som ${person(found, names)} har tilbode`,
  'outside-participation': (found, names) =>
    `Kommunen til ${person(found, names)} deltek ikkje i heile ${needs(found, names)}`,
  'only-backup': (found, names) =>
    `${person(found, names)} er berre med som bakvakt og kan ikkje ha ${needs(found, names)}`,
  'counts-while-learning': (found, names) =>
    `${person(found, names)} er under opplæring og kan ikkje telje som vaktlege på ${needs(found, names)}`,
  'missing-courses': (found, names) =>
    `${person(found, names)} manglar kurs i akuttmedisin eller i vald og overgrep på ${needs(found, names)}`,
  'backup-not-able': (found, names) =>
    `${person(found, names)} har ikkje kompetanse til å vere bakvakt på ${needs(found, names)}`,
  'backup-missing': (found, names) =>
    `${person(found, names)} kan ikkje ha vakt åleine, og ${hours(found.measured)} av ${firstNeed(found, names)} er utan bakvakt (${timeSpan(found.span)})`,
  'rest-after-on-site-night': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} fri etter tilstadevakt om natta (${timeSpan(found.span)}), det skal vere minst ${hours(found.limit)}`,
  'rest-short': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} fri mellom to vakter (${timeSpan(found.span)}), det bør vere minst ${hours(found.limit)}`,
  'weekly-total': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} samla arbeid i ${weekIn(found)}, taket er ${hours(found.limit)}${floor(found)}`,
  'weekly-duty': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} vakt i ${weekIn(found)}, taket er ${hours(found.limit)}${floor(found)}`,
  'office-day-after-night': (found, names) => {
    const after =
      found.needIds.length === 1
        ? `dagen etter ${needs(found, names)}`
        : `dagane etter ${count(found.needIds.length, 'nattevakt', 'nattevakter')}`
    return `${person(found, names)} har ${hours(found.measured)} kontortid ${after}`
  },
  'agreement-ended': (found, names) =>
    `Fastlegeavtalen til ${person(found, names)} er gått ut ved ${needs(found, names)}, og inga forlenging er registrert`,
  'rolling-total': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} samla arbeid på sju døgn (${timeSpan(found.span)}), taket er ${hours(found.limit)}${floor(found)}`,
  'average-hours': (found, names) =>
    `${person(found, names)} arbeider i snitt ${hours(found.measured)} i veka over ${found.weeks} veker (${datesOf(found)}), medrekna etter arbeidsmiljølova, taket er ${hours(found.limit)}${floor(found)}`,
  'average-duty': (found, names) =>
    `${person(found, names)} har i snitt ${hours(found.measured)} vakt i veka over ${found.weeks} veker (${datesOf(found)}), streken er sett ved ${hours(found.limit)}${floor(found)}`,
  'long-week': (found, names) =>
    `${person(found, names)} arbeider ${hours(found.measured)} i ${weekIn(found)}, medrekna etter arbeidsmiljølova. Grensa i lova er ${hours(found.limit)}`,
  'long-day': (found, names) =>
    `${person(found, names)} arbeider ${hours(found.measured)} på eitt døgn (${timeSpan(found.span)}), medrekna etter arbeidsmiljølova. Grensa i lova er ${hours(found.limit)}`,
  'rest-second-line': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} fri mellom to vakter (${timeSpan(found.span)}). Arbeidsmiljølova seier ${hours(found.limit)}`,
  'weekly-rest': (found, names) =>
    `${person(found, names)} har på det lengste ${hours(found.measured)} samanhengande fri i ${weekIn(found)}. Arbeidsmiljølova seier ${hours(found.limit)}`,
  'longest-period': (found, names) =>
    `${person(found, names)} har vakt ${hours(found.measured)} i eitt strekk (${timeSpan(found.span)}), taket er ${hours(found.limit)}`,
  'nights-in-a-row': (found, names) =>
    `${person(found, names)} har ${count(found.measured, 'natt', 'netter')} på rad (${datesOf(found)}), taket er ${decimal(found.limit)}`,
  'weekends-too-often': (found, names) =>
    `${person(found, names)} arbeider ${count(found.measured, 'helg', 'helger')} på ${found.weeks} veker (${datesOf(found)}), det skal vere høgst ${decimal(found.limit)}`,
  'no-free-weekend': (found, names) =>
    `${person(found, names)} har ${count(found.measured, 'helg', 'helger')} med vakt på rad (${datesOf(found)}) og burde ha hatt éi av dei fri`,
  'sundays-in-a-row': (found, names) =>
    `${person(found, names)} har vakt ${count(found.measured, 'sundag', 'sundagar')} på rad (${datesOf(found)}), det skal vere høgst ${decimal(found.limit)}`,
  'same-holiday-again': (found, names) =>
    `${person(found, names)} hadde vakt ${specialHolidays[found.holiday]} ${found.heldIn} og får det igjen med ${needs(found, names)}`,
  'too-few-doctors': (found, names) =>
    `${found.lineId === null ? 'Vaktlinja' : names.line(found.lineId)} er delt av ${count(found.measured, 'lege', 'legar')}, det skal vere minst ${decimal(found.limit)}`,
  'exception-used-up': (found, names) =>
    `${person(found, names)} har ${count(found.measured, 'dag', 'dagar')} i ${years(found)} under unntaket frå kravet om spesialisering, det kan vere høgst ${decimal(found.limit)}`,
  'exception-near-end': (found, names) =>
    `${person(found, names)} har ${count(found.measured, 'dag', 'dagar')} i ${years(found)} under unntaket frå kravet om spesialisering, og grensa er ${decimal(found.limit)}`,
  'other-tasks': (found, names) =>
    `${person(found, names)} har ${hours(found.measured)} andre oppgåver i veka, kommunen kan påleggje ${hours(found.limit)}`,
  'hours-elsewhere-untold': (found, names) =>
    `${person(found, names)} er vikar og har ikkje sagt frå om timar andre stader. Summane kan vere for låge`,
  'far-from-share': (found, names) =>
    `${person(found, names)} er ${decimal(found.measured)} prosent unna sin rettferdige del av ${shareMeasures[found.measure]}, grensa er ${decimal(found.limit)} prosent`,
  'published-late': (found) =>
    `Vaktplanen blir publisert ${daysAhead(found.measured)}, fristen er ${count(found.limit, 'dag', 'dagar')} før`,
  'not-discussed': () => 'Det er ikkje skrive inn når vaktplanen vart drøfta med dei tillitsvalde',
}

function daysAhead(days: number): string {
  return days < 0
    ? `${count(-days, 'dag', 'dagar')} etter første dag`
    : `${count(days, 'dag', 'dagar')} før første dag`
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
    ...(parts.tasks > 0 ? [`andre oppgåver ${hours(parts.tasks)}`] : []),
    ...(parts.elsewhere > 0 ? [`vakt andre stader ${hours(parts.elsewhere)}`] : []),
  ]
  return `Slik er summen: ${list(told)}. Timar som fell saman, blir talde éin gong.`
}

export const { sentence, sourceOf, statement } = violationSentences(format, {
  statements,
  sources,
  source: (text) => `Kjelde: ${text}`,
})
