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
  home: 'hjemmevakt',
  'on-site': 'tilstedevakt',
  backup: 'bakvakt',
}

/** The same to stand alone, as the head of a column. */
export const formTitles: Readonly<Record<DutyForm, string>> = {
  home: 'Hjemmevakt',
  'on-site': 'Tilstedevakt',
  backup: 'Bakvakt',
}

/** One letter per form, so that forms are told apart without colour. */
export const formLetters: Readonly<Record<DutyForm, string>> = { home: 'H', 'on-site': 'T', backup: 'B' }

export const dayKinds: Readonly<Record<DayKind, string>> = {
  weekday: 'hverdag',
  saturday: 'lørdag',
  sunday: 'søndag',
  'public-holiday': 'helligdag',
  eve: 'aften',
  'early-close': 'kontorene stenger tidlig',
  'bridge-day': 'inneklemt dag',
  summer: 'sommertid på kontorene',
}

export const holidays: Readonly<Record<HolidayName, string>> = {
  'new-year': '1. nyttårsdag',
  'maundy-thursday': 'skjærtorsdag',
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
  'gp-self-employed': 'fastlege, næringsdrivende',
  'gp-self-employed-municipal-premises': 'fastlege, næringsdrivende i kommunale lokaler (8.2)',
  'gp-salaried': 'fastlege, fastlønnet',
  'gp-salaried-with-bonus': 'fastlege, fastlønnet med bonus',
  locum: 'vikar',
  lis1: 'LIS1',
  'employed-duty-doctor': 'ansatt legevaktlege',
}

export const competenceRoutes: Readonly<Record<CompetenceRoute['kind'], string>> = {
  specialist: 'spesialist eller godkjent allmennlege',
  'lis1-goals': 'læringsmål fra LIS1 og erfaring',
  'old-internship': 'turnustjeneste etter gammel ordning',
  transitional: 'overgangsordning',
  none: 'uten selvstendig kompetanse',
}

export const waysOfTakingPart: Readonly<Record<TakingPart['way']['kind'], string>> = {
  'by-share': 'etter andel',
  'contracted-hours': 'avtalte timer',
  'offered-windows': 'tilbudte perioder',
  'backup-only': 'bare bakvakt',
  supernumerary: 'ved siden av, teller ikke',
}

export const exemptionScopes: Readonly<Record<ExemptionScope['kind'], string>> = {
  'out-of-hours': 'all legevakt',
  nights: 'nattevakter',
  form: 'én vaktform',
}

export const origins: Readonly<Record<Origin, string>> = {
  share: 'etter andel',
  ordered: 'pålagt',
  voluntary: 'frivillig',
  swap: 'bytte',
  'sick-cover': 'dekker fravær',
  locum: 'vikar',
}

export const stances: Readonly<Record<Stance, string>> = {
  wish: 'ønsker vakt',
  'rather-not': 'helst ikke',
  cannot: 'kan ikke',
}

export const weights: Readonly<Record<1 | 2 | 3, string>> = {
  1: 'litt viktig',
  2: 'viktig',
  3: 'svært viktig',
}

export const draftStatuses: Readonly<Record<DraftStatus, string>> = {
  draft: 'utkast',
  circulated: 'sendt på høring',
  published: 'publisert',
  discarded: 'forkastet',
}

/** Roles by their names in the policy table; text does not see that room. */
export const roles = {
  coordinator: 'vaktkoordinator',
  doctor: 'lege',
  'service-manager': 'legevaktsjef',
  'union-representative': 'tillitsvalgt',
  'payroll-reader': 'lønnsmedarbeider',
  'dispatch-centre': 'legevaktsentral',
  'municipality-reader': 'leser for kommunen',
  'municipality-decider': 'fritaksansvarlig i kommunen',
  'installation-administrator': 'administrator',
}

/** What an edit did, as the name of the step that undo takes back. */
export const editKinds: Readonly<Record<EditKind, string>> = {
  assign: 'sette lege på vakt',
  slice: 'dele vakt',
  move: 'bytte plass',
  clear: 'tømme vakt',
  lock: 'låse vakt',
  unlock: 'låse opp vakt',
  note: 'skrive merknad',
  build: 'bygge vaktlista',
  repair: 'reparere vaktlista',
  restore: 'hente fra en tidligere utgave',
  keep: 'beholde det som står i utkastet',
  take: 'ta det som er publisert',
  sweep: 'fylle flere vakter',
  repeat: 'gjenta vakt',
  'copy-week': 'kopiere uke',
  block: 'sette lege på flere vakter',
  paste: 'lime inn vaktliste',
  undo: 'angre',
  redo: 'gjøre om',
}

export const weekdays = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'] as const

export const product = 'Legevaktplan'
/** The one sign for exemption, absence and weeks off alike: nothing may tell them apart. */
export const notAvailable = 'ikke tilgjengelig'
export const atRisk = 'usikkert'
export const locumToBeNamed = 'vikar ikke navngitt'
export const shadowing = 'går ved siden av'
export const notKnown = 'ikke kjent'
export const nobody = 'ingen'
