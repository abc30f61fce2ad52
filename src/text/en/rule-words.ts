import type { SpecialHoliday } from '../../core/rota/agreement.ts'
import type { ShareMeasure } from '../../core/rota/rota.ts'
import type { FindingKind, RuleId } from '../../core/rules/violation.ts'

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
  'agreement-ended': 'avtalen er gått ut',
  'rest-after-on-site-night': 'for kort hvile etter natt',
  'rest-short': 'kort hvile',
  'rest-second-line': 'under 11 timer fri',
  'weekly-total': 'over taket for uka',
  'rolling-total': 'over taket på sju døgn',
  'weekly-duty': 'over taket for vakt i uka',
  'average-hours': 'over snittet i loven',
  'average-duty': 'over streken for vakt i snitt',
  'long-week': 'lang uke',
  'long-day': 'langt døgn',
  'weekly-rest': 'kort ukefri',
  'longest-period': 'for langt strekk',
  'nights-in-a-row': 'for mange netter på rad',
  'weekends-too-often': 'for mange helger',
  'no-free-weekend': 'ingen fri helg',
  'sundays-in-a-row': 'søndager på rad',
  'same-holiday-again': 'samme høytid igjen',
  'office-day-after-night': 'kontordag etter natt',
  'too-few-doctors': 'for få leger i linja',
  'exception-used-up': 'unntaket er brukt opp',
  'exception-near-end': 'unntaket er snart brukt opp',
  'other-tasks': 'mange andre oppgaver',
  'hours-elsewhere-untold': 'ukjente timer andre steder',
  'far-from-share': 'langt fra sin del',
  'published-late': 'publiseres for sent',
  'not-discussed': 'ikke drøftet',
}

export const ruleNames: Readonly<Record<RuleId, string>> = {
  overlap: 'Én vakt om gangen',
  cover: 'Dekning hele døgnet',
  availability: 'Tilgjengelighet',
  'taking-part': 'Avtalt deltakelse',
  competence: 'Kompetanse',
  backup: 'Bakvakt',
  engagement: 'Fastlegeavtale som varer',
  rest: 'Hvile mellom vakter',
  'weekly-total': 'Samlet arbeid i uka',
  'rolling-total': 'Samlet arbeid på sju døgn',
  'weekly-duty': 'Vakttimer i uka',
  'average-hours': 'Snitt etter arbeidsmiljøloven',
  'average-duty': 'Vakt i snitt',
  'long-hours': 'Lange uker og døgn',
  'weekly-rest': 'Ukefri',
  'longest-period': 'Lengste strekk',
  'nights-in-a-row': 'Netter på rad',
  weekends: 'Helger',
  'special-holidays': 'Høytider etter tur',
  'office-day-after-night': 'Kontordag etter nattevakt',
  'least-doctors': 'Leger i hver linje',
  'competence-exception': 'Unntak fra kravet om spesialisering',
  'other-tasks': 'Andre oppgaver',
  'hours-elsewhere': 'Vikarens timer andre steder',
  'fair-share': 'Rettferdig del',
  publishing: 'Frist og drøfting',
}

/** With its preposition, before a year. */
export const specialHolidays: Readonly<Record<SpecialHoliday, string>> = {
  christmas: 'i jula',
  'new-year': 'nyttår',
  easter: 'i påska',
  'constitution-day': '17. mai',
}

/** After "del av". */
export const shareMeasures: Readonly<Record<ShareMeasure, string>> = {
  home: 'hjemmevaktene',
  'on-site': 'tilstedevaktene',
  backup: 'bakvaktene',
  nights: 'nettene',
  weekends: 'helgene',
  holidays: 'helligdagene',
}
