import type { SpecialHoliday } from '../../core/rota/agreement.ts'
import type { ShareMeasure } from '../../core/rota/rota.ts'
import type { FindingKind, RuleId } from '../../core/rules/violation.ts'

/** Two or three words for a list or a legend. */
export const findings: Readonly<Record<FindingKind, string>> = {
  overlap: 'to vakter samtidig',
  'gap-in-cover': 'udekt tid',
  'not-available': 'ikkje tilgjengeleg',
  'at-risk': 'usikkert',
  'most-duties': 'for mange vakter',
  'least-duties': 'for få vakter',
  'outside-offer': 'utanfor dagane som er tilbodne',
  'outside-participation': 'kommunen deltek ikkje',
  'only-backup': 'berre bakvakt',
  'counts-while-learning': 'under opplæring',
  'missing-courses': 'manglar kurs',
  'backup-not-able': 'kan ikkje vere bakvakt',
  'backup-missing': 'manglar bakvakt',
  'agreement-ended': 'avtalen er gått ut',
  'rest-after-on-site-night': 'for kort kvile etter natt',
  'rest-short': 'kort kvile',
  'rest-second-line': 'under 11 timar fri',
  'weekly-total': 'over taket for veka',
  'rolling-total': 'over taket på sju døgn',
  'weekly-duty': 'over taket for vakt i veka',
  'average-hours': 'over snittet i lova',
  'average-duty': 'over streken for vakt i snitt',
  'long-week': 'lang veke',
  'long-day': 'langt døgn',
  'weekly-rest': 'kort vekefri',
  'longest-period': 'for langt strekk',
  'nights-in-a-row': 'for mange netter på rad',
  'weekends-too-often': 'for mange helger',
  'no-free-weekend': 'inga fri helg',
  'sundays-in-a-row': 'sundagar på rad',
  'same-holiday-again': 'same høgtid igjen',
  'office-day-after-night': 'kontordag etter natt',
  'too-few-doctors': 'for få legar i linja',
  'exception-used-up': 'unntaket er brukt opp',
  'exception-near-end': 'unntaket er snart brukt opp',
  'other-tasks': 'mange andre oppgåver',
  'hours-elsewhere-untold': 'ukjende timar andre stader',
  'far-from-share': 'langt frå sin del',
  'published-late': 'blir publisert for seint',
  'not-discussed': 'ikkje drøfta',
}

export const ruleNames: Readonly<Record<RuleId, string>> = {
  overlap: 'Éi vakt om gongen',
  cover: 'Dekning heile døgnet',
  availability: 'Tilgjenge',
  'taking-part': 'Avtalt deltaking',
  competence: 'Kompetanse',
  backup: 'Bakvakt',
  engagement: 'Fastlegeavtale som varer',
  rest: 'Kvile mellom vakter',
  'weekly-total': 'Samla arbeid i veka',
  'rolling-total': 'Samla arbeid på sju døgn',
  'weekly-duty': 'Vakttimar i veka',
  'average-hours': 'Snitt etter arbeidsmiljølova',
  'average-duty': 'Vakt i snitt',
  'long-hours': 'Lange veker og døgn',
  'weekly-rest': 'Vekefri',
  'longest-period': 'Lengste strekk',
  'nights-in-a-row': 'Netter på rad',
  weekends: 'Helger',
  'special-holidays': 'Høgtider etter tur',
  'office-day-after-night': 'Kontordag etter nattevakt',
  'least-doctors': 'Legar i kvar linje',
  'competence-exception': 'Unntak frå kravet om spesialisering',
  'other-tasks': 'Andre oppgåver',
  'hours-elsewhere': 'Timane vikaren har andre stader',
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
  home: 'heimevaktene',
  'on-site': 'tilstadevaktene',
  backup: 'bakvaktene',
  nights: 'nettene',
  weekends: 'helgene',
  holidays: 'heilagdagane',
}
