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
  nobody: 'Nobody',
  floor: (stretch, least) => `. If ${stretch} shared as evenly as can be, the doctor gets ${least}`,
  stretches: { week: 'the week is', sevenDays: 'the seven days are', weeks: 'the weeks are' },
})

const statements: Statements = {
  overlap: (found, names) => {
    const common = `${hours(found.measured)} at the same time (${timeSpan(found.span)})`
    if (found.elsewhere)
      return `${person(found, names)} is on duty in another district during ${needs(found, names)}: ${common}`
    if (found.needIds.length === 1)
      return `${person(found, names)} stands twice in the same duty, ${needs(found, names)}: ${common}`
    return `${person(found, names)} has two duties at once, ${needs(found, names)}: ${common}`
  },
  'gap-in-cover': (found) =>
    `No line covers ${timeSpan(found.span)}, and the time is not recorded as covered by others`,
  'not-available': (found, names) => `${person(found, names)} is not available for ${needs(found, names)}`,
  'at-risk': (found, names) =>
    `It is uncertain whether ${person(found, names)} can take ${needs(found, names)}`,
  'most-duties': (found, names) => `${dutiesInPeriod(found, names)}, agreed at most ${decimal(found.limit)}`,
  'least-duties': (found, names) =>
    `${dutiesInPeriod(found, names)}, agreed at least ${decimal(found.limit)}`,
  'outside-offer': (found, names) =>
    `${capital(needs(found, names))} is outside the days that ${person(found, names)} has offered`,
  'outside-participation': (found, names) =>
    `The municipality of ${person(found, names)} does not take part in all of ${needs(found, names)}`,
  'only-backup': (found, names) =>
    `${person(found, names)} takes part as backup only and cannot have ${needs(found, names)}`,
  'counts-while-learning': (found, names) =>
    `${person(found, names)} is in training and cannot count as the duty doctor on ${needs(found, names)}`,
  'missing-courses': (found, names) =>
    `${person(found, names)} lacks the course in emergency medicine or in violence and abuse on ${needs(found, names)}`,
  'backup-not-able': (found, names) =>
    `${person(found, names)} does not have the competence to be backup on ${needs(found, names)}`,
  'backup-missing': (found, names) =>
    `${person(found, names)} cannot be on duty alone, and ${hours(found.measured)} of ${firstNeed(found, names)} has no backup (${timeSpan(found.span)})`,
  'rest-after-on-site-night': (found, names) =>
    `${person(found, names)} has ${hours(found.measured)} off after an on-site night duty (${timeSpan(found.span)}), it must be at least ${hours(found.limit)}`,
  'rest-short': (found, names) =>
    `${person(found, names)} has ${hours(found.measured)} off between two duties (${timeSpan(found.span)}), it should be at least ${hours(found.limit)}`,
  'weekly-total': (found, names) =>
    `${person(found, names)} has ${hours(found.measured)} of work in all in ${weekIn(found)}, the cap is ${hours(found.limit)}${floor(found)}`,
  'weekly-duty': (found, names) =>
    `${person(found, names)} has ${hours(found.measured)} of duty in ${weekIn(found)}, the cap is ${hours(found.limit)}${floor(found)}`,
  'office-day-after-night': (found, names) => {
    const after =
      found.needIds.length === 1
        ? `the day after ${needs(found, names)}`
        : `the days after ${count(found.needIds.length, 'night duty', 'night duties')}`
    return `${person(found, names)} has ${hours(found.measured)} of surgery hours ${after}`
  },
  'agreement-ended': (found, names) =>
    `The GP agreement of ${person(found, names)} has ended by ${needs(found, names)}, and no extension is recorded`,
  'rolling-total': (found, names) =>
    `${person(found, names)} has ${hours(found.measured)} of work in all in seven days (${timeSpan(found.span)}), the cap is ${hours(found.limit)}${floor(found)}`,
  'average-hours': (found, names) =>
    `${person(found, names)} works ${hours(found.measured)} a week on average over ${found.weeks} weeks (${datesOf(found)}), counted under the Working Environment Act, the cap is ${hours(found.limit)}${floor(found)}`,
  'average-duty': (found, names) =>
    `${person(found, names)} has ${hours(found.measured)} of duty a week on average over ${found.weeks} weeks (${datesOf(found)}), the mark is set at ${hours(found.limit)}${floor(found)}`,
  'long-week': (found, names) =>
    `${person(found, names)} works ${hours(found.measured)} in ${weekIn(found)}, counted under the Working Environment Act. The Act’s limit is ${hours(found.limit)}`,
  'long-day': (found, names) =>
    `${person(found, names)} works ${hours(found.measured)} within a day and night (${timeSpan(found.span)}), counted under the Working Environment Act. The Act’s limit is ${hours(found.limit)}`,
  'rest-second-line': (found, names) =>
    `${person(found, names)} has ${hours(found.measured)} off between two duties (${timeSpan(found.span)}). The Working Environment Act says ${hours(found.limit)}`,
  'weekly-rest': (found, names) =>
    `${person(found, names)} has at the longest ${hours(found.measured)} off without a break in ${weekIn(found)}. The Working Environment Act says ${hours(found.limit)}`,
  'longest-period': (found, names) =>
    `${person(found, names)} is on duty ${hours(found.measured)} in one stretch (${timeSpan(found.span)}), the cap is ${hours(found.limit)}`,
  'nights-in-a-row': (found, names) =>
    `${person(found, names)} has ${count(found.measured, 'night', 'nights')} in a row (${datesOf(found)}), the cap is ${decimal(found.limit)}`,
  'weekends-too-often': (found, names) =>
    `${person(found, names)} works ${count(found.measured, 'weekend', 'weekends')} in ${found.weeks} weeks (${datesOf(found)}), it must be at most ${decimal(found.limit)}`,
  'no-free-weekend': (found, names) =>
    `${person(found, names)} has ${count(found.measured, 'weekend', 'weekends')} with duty in a row (${datesOf(found)}) and should have had one of them off`,
  'sundays-in-a-row': (found, names) =>
    `${person(found, names)} is on duty ${count(found.measured, 'Sunday', 'Sundays')} in a row (${datesOf(found)}), it must be at most ${decimal(found.limit)}`,
  'same-holiday-again': (found, names) =>
    `${person(found, names)} was on duty ${specialHolidays[found.holiday]} ${found.heldIn} and is again with ${needs(found, names)}`,
  'too-few-doctors': (found, names) =>
    `${found.lineId === null ? 'The line' : names.line(found.lineId)} is shared by ${count(found.measured, 'doctor', 'doctors')}, it must be at least ${decimal(found.limit)}`,
  'exception-used-up': (found, names) =>
    `${person(found, names)} has ${count(found.measured, 'day', 'days')} in ${years(found)} under the exception from the specialist requirement, it may be at most ${decimal(found.limit)}`,
  'exception-near-end': (found, names) =>
    `${person(found, names)} has ${count(found.measured, 'day', 'days')} in ${years(found)} under the exception from the specialist requirement, and the limit is ${decimal(found.limit)}`,
  'other-tasks': (found, names) =>
    `${person(found, names)} has ${hours(found.measured)} of other tasks a week, the municipality may order ${hours(found.limit)}`,
  'hours-elsewhere-untold': (found, names) =>
    `${person(found, names)} is a locum and has not told of hours elsewhere. The sums may be too low`,
  'far-from-share': (found, names) =>
    `${person(found, names)} is ${decimal(found.measured)} per cent away from a fair share of the ${shareMeasures[found.measure]}, the limit is ${decimal(found.limit)} per cent`,
  'published-late': (found) =>
    `The rota is published ${daysAhead(found.measured)}, the deadline is ${count(found.limit, 'day', 'days')} before`,
  'not-discussed': () => 'It is not recorded when the rota was discussed with the union representatives',
}

function daysAhead(days: number): string {
  return days < 0
    ? `${count(-days, 'day', 'days')} after its first day`
    : `${count(days, 'day', 'days')} before its first day`
}

function dutiesInPeriod(found: Violation, names: Names): string {
  return `${person(found, names)} has ${count(found.measured, 'duty', 'duties')} in the period ${periodOf(found)}`
}

/** How the hours of a week add up; what there is none of is left out. */
export function sumOf(parts: {
  readonly duty: number
  readonly surgery: number
  readonly tasks: number
  readonly elsewhere: number
}): string {
  const told = [
    `duty ${hours(parts.duty)}`,
    `surgery ${hours(parts.surgery)}`,
    ...(parts.tasks > 0 ? [`other tasks ${hours(parts.tasks)}`] : []),
    ...(parts.elsewhere > 0 ? [`duty elsewhere ${hours(parts.elsewhere)}`] : []),
  ]
  return `This is the sum: ${list(told)}. Hours that coincide are counted once.`
}

export const { sentence, sourceOf, statement } = violationSentences(format, {
  statements,
  sources,
  source: (text) => `Source: ${text}`,
})
