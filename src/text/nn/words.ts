import type { Origin } from '../../core/rota/assignment.ts'
import type { CompetenceRoute } from '../../core/rota/competence.ts'
import type { TakingPart } from '../../core/rota/doctor.ts'
import type { DraftStatus, EditKind } from '../../core/rota/draft.ts'
import type { EngagementForm } from '../../core/rota/engagement.ts'
import type { ExemptionScope } from '../../core/rota/exemption.ts'
import type { DutyForm } from '../../core/rota/line.ts'
import type { Stance } from '../../core/rota/wish.ts'
import type { DayKind } from '../../core/time/day-kind.ts'
import type { HolidayName } from '../../core/time/holidays.ts'

/** The form of a duty, as a word. */
export const forms: Readonly<Record<DutyForm, string>> = {
  home: 'heimevakt',
  'on-site': 'tilstadevakt',
  backup: 'bakvakt',
}

/** The same to stand alone, as the head of a column. */
export const formTitles: Readonly<Record<DutyForm, string>> = {
  home: 'Heimevakt',
  'on-site': 'Tilstadevakt',
  backup: 'Bakvakt',
}

/** One letter per form, so that forms are told apart without colour. */
export const formLetters: Readonly<Record<DutyForm, string>> = { home: 'H', 'on-site': 'T', backup: 'B' }

export const dayKinds: Readonly<Record<DayKind, string>> = {
  weekday: 'kvardag',
  saturday: 'laurdag',
  sunday: 'sundag',
  'public-holiday': 'heilagdag',
  eve: 'aftan',
  'early-close': 'kontora stengjer tidleg',
  'bridge-day': 'inneklemd dag',
  summer: 'sommartid på kontora',
}

export const holidays: Readonly<Record<HolidayName, string>> = {
  'new-year': '1. nyttårsdag',
  'maundy-thursday': 'skjertorsdag',
  'good-friday': 'langfredag',
  'easter-sunday': '1. påskedag',
  'easter-monday': '2. påskedag',
  'labour-day': '1. mai',
  ascension: 'Kristi himmelfartsdag',
  'constitution-day': '17. mai',
  'whit-sunday': '1. pinsedag',
  'whit-monday': '2. pinsedag',
  'christmas-day': '1. juledag',
  'boxing-day': '2. juledag',
}

export const engagementForms: Readonly<Record<EngagementForm, string>> = {
  'gp-self-employed': 'fastlege, næringsdrivande',
  'gp-self-employed-municipal-premises': 'fastlege, næringsdrivande i kommunale lokale (8.2)',
  'gp-salaried': 'fastlege, fastløna',
  'gp-salaried-with-bonus': 'fastlege, fastløna med bonus',
  locum: 'vikar',
  lis1: 'LIS1',
  'employed-duty-doctor': 'tilsett legevaktlege',
}

export const competenceRoutes: Readonly<Record<CompetenceRoute['kind'], string>> = {
  specialist: 'spesialist eller godkjend allmennlege',
  'lis1-goals': 'læringsmål frå LIS1 og erfaring',
  'old-internship': 'turnusteneste etter gammal ordning',
  transitional: 'overgangsordning',
  none: 'utan sjølvstendig kompetanse',
}

export const waysOfTakingPart: Readonly<Record<TakingPart['way']['kind'], string>> = {
  'by-share': 'etter del',
  'contracted-hours': 'avtalte timar',
  'offered-windows': 'tilbodne periodar',
  'backup-only': 'berre bakvakt',
  supernumerary: 'ved sida av, tel ikkje',
}

export const exemptionScopes: Readonly<Record<ExemptionScope['kind'], string>> = {
  'out-of-hours': 'all legevakt',
  nights: 'nattevakter',
  form: 'éi vaktform',
}

export const origins: Readonly<Record<Origin, string>> = {
  share: 'etter del',
  ordered: 'pålagd',
  voluntary: 'frivillig',
  swap: 'byte',
  'sick-cover': 'dekkjer fråvær',
  locum: 'vikar',
}

export const stances: Readonly<Record<Stance, string>> = {
  wish: 'ønskjer vakt',
  'rather-not': 'helst ikkje',
  cannot: 'kan ikkje',
}

export const weights: Readonly<Record<1 | 2 | 3, string>> = {
  1: 'litt viktig',
  2: 'viktig',
  3: 'svært viktig',
}

export const draftStatuses: Readonly<Record<DraftStatus, string>> = {
  draft: 'utkast',
  circulated: 'send på høyring',
  published: 'publisert',
  discarded: 'forkasta',
}

/** Roles by their names in the policy table; text does not see that room. */
export const roles = {
  coordinator: 'vaktkoordinator',
  doctor: 'lege',
  'service-manager': 'legevaktsjef',
  'union-representative': 'tillitsvald',
  'payroll-reader': 'lønsmedarbeidar',
  'dispatch-centre': 'legevaktsentral',
  'municipality-reader': 'lesar for kommunen',
  'municipality-decider': 'fritaksansvarleg i kommunen',
  'installation-administrator': 'administrator',
}

/** What an edit did, as the name of the step that undo takes back. */
export const editKinds: Readonly<Record<EditKind, string>> = {
  assign: 'setje lege på vakt',
  slice: 'dele vakt',
  move: 'byte plass',
  clear: 'tømme vakt',
  lock: 'låse vakt',
  unlock: 'låse opp vakt',
  note: 'skrive merknad',
  build: 'byggje vaktlista',
  repair: 'reparere vaktlista',
  restore: 'hente frå ei tidlegare utgåve',
  keep: 'behalde det som står i utkastet',
  take: 'ta det som er publisert',
  sweep: 'fylle fleire vakter',
  repeat: 'gjenta vakt',
  'copy-week': 'kopiere veke',
  block: 'setje lege på fleire vakter',
  paste: 'lime inn vaktliste',
  undo: 'angre',
  redo: 'gjere om',
}

export const weekdays = ['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag'] as const

export const product = 'Legevaktplan'
/** The one sign for exemption, absence and weeks off alike: nothing may tell them apart. */
export const notAvailable = 'ikkje tilgjengeleg'
export const atRisk = 'usikkert'
export const locumToBeNamed = 'vikar utan namn'
export const shadowing = 'går ved sida av'
export const notKnown = 'ikkje kjend'
export const nobody = 'ingen'
