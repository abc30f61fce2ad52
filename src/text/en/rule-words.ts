import type { SpecialHoliday } from '../../core/rota/agreement.ts'
import type { ShareMeasure } from '../../core/rota/rota.ts'
import type { FindingKind, RuleId } from '../../core/rules/violation.ts'

/** Two or three words for a list or a legend. */
export const findings: Readonly<Record<FindingKind, string>> = {
  overlap: 'two duties at once',
  'gap-in-cover': 'time not covered',
  'not-available': 'not available',
  'at-risk': 'uncertain',
  'most-duties': 'too many duties',
  'least-duties': 'too few duties',
  'outside-offer': 'outside the days offered',
  'outside-participation': 'municipality not taking part',
  'only-backup': 'backup only',
  'counts-while-learning': 'in training',
  'missing-courses': 'courses missing',
  'backup-not-able': 'cannot be backup',
  'backup-missing': 'no backup',
  'agreement-ended': 'agreement has ended',
  'rest-after-on-site-night': 'too little rest after a night',
  'rest-short': 'short rest',
  'rest-second-line': 'under 11 hours off',
  'weekly-total': 'over the cap for the week',
  'rolling-total': 'over the cap for seven days',
  'weekly-duty': 'over the cap for duty in a week',
  'average-hours': 'over the average in the Act',
  'average-duty': 'over the mark for average duty',
  'long-week': 'long week',
  'long-day': 'long day',
  'weekly-rest': 'short weekly rest',
  'longest-period': 'stretch too long',
  'nights-in-a-row': 'too many nights in a row',
  'weekends-too-often': 'too many weekends',
  'no-free-weekend': 'no weekend off',
  'sundays-in-a-row': 'Sundays in a row',
  'same-holiday-again': 'same holiday again',
  'office-day-after-night': 'surgery day after a night',
  'too-few-doctors': 'too few doctors on the line',
  'exception-used-up': 'exception used up',
  'exception-near-end': 'exception nearly used up',
  'other-tasks': 'many other tasks',
  'hours-elsewhere-untold': 'unknown hours elsewhere',
  'far-from-share': 'far from own share',
  'published-late': 'published too late',
  'not-discussed': 'not discussed',
}

export const ruleNames: Readonly<Record<RuleId, string>> = {
  overlap: 'One duty at a time',
  cover: 'Cover day and night',
  availability: 'Availability',
  'taking-part': 'Taking part as agreed',
  competence: 'Competence',
  backup: 'Backup',
  engagement: 'GP agreement in force',
  rest: 'Rest between duties',
  'weekly-total': 'Total work in a week',
  'rolling-total': 'Total work in seven days',
  'weekly-duty': 'Duty hours in a week',
  'average-hours': 'Average under the Working Environment Act',
  'average-duty': 'Average duty',
  'long-hours': 'Long weeks and days',
  'weekly-rest': 'Weekly rest',
  'longest-period': 'Longest stretch',
  'nights-in-a-row': 'Nights in a row',
  weekends: 'Weekends',
  'special-holidays': 'Holidays in turn',
  'office-day-after-night': 'Surgery day after a night duty',
  'least-doctors': 'Doctors on each line',
  'competence-exception': 'Exception from the specialist requirement',
  'other-tasks': 'Other tasks',
  'hours-elsewhere': 'A locum’s hours elsewhere',
  'fair-share': 'Fair share',
  publishing: 'Deadline and discussion',
}

/** With its preposition, before a year. */
export const specialHolidays: Readonly<Record<SpecialHoliday, string>> = {
  christmas: 'at Christmas',
  'new-year': 'at New Year',
  easter: 'at Easter',
  'constitution-day': 'on 17 May',
}

/** After "del av". */
export const shareMeasures: Readonly<Record<ShareMeasure, string>> = {
  home: 'home duties',
  'on-site': 'on-site duties',
  backup: 'backup duties',
  nights: 'nights',
  weekends: 'weekends',
  holidays: 'public holidays',
}
