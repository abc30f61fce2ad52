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
  home: 'home duty',
  'on-site': 'on-site duty',
  backup: 'backup duty',
}

/** The same to stand alone, as the head of a column. */
export const formTitles: Readonly<Record<DutyForm, string>> = {
  home: 'Home duty',
  'on-site': 'On-site duty',
  backup: 'Backup duty',
}

/** One letter per form, so that forms are told apart without colour. */
export const formLetters: Readonly<Record<DutyForm, string>> = { home: 'H', 'on-site': 'S', backup: 'B' }

export const dayKinds: Readonly<Record<DayKind, string>> = {
  weekday: 'weekday',
  saturday: 'Saturday',
  sunday: 'Sunday',
  'public-holiday': 'public holiday',
  eve: 'eve',
  'early-close': 'surgeries close early',
  'bridge-day': 'day between holidays',
  summer: 'summer hours at the surgeries',
}

export const holidays: Readonly<Record<HolidayName, string>> = {
  'new-year': 'New Year’s Day',
  'maundy-thursday': 'Maundy Thursday',
  'good-friday': 'Good Friday',
  'easter-sunday': 'Easter Sunday',
  'easter-monday': 'Easter Monday',
  'labour-day': '1 May',
  ascension: 'Ascension Day',
  'constitution-day': '17 May',
  'whit-sunday': 'Whit Sunday',
  'whit-monday': 'Whit Monday',
  'christmas-day': 'Christmas Day',
  'boxing-day': 'Boxing Day',
}

export const engagementForms: Readonly<Record<EngagementForm, string>> = {
  'gp-self-employed': 'GP, self-employed',
  'gp-self-employed-municipal-premises': 'GP, self-employed in municipal premises (8.2)',
  'gp-salaried': 'GP, salaried',
  'gp-salaried-with-bonus': 'GP, salaried with bonus',
  locum: 'locum',
  lis1: 'LIS1 (foundation doctor)',
  'employed-duty-doctor': 'employed duty doctor',
}

export const competenceRoutes: Readonly<Record<CompetenceRoute['kind'], string>> = {
  specialist: 'specialist or approved GP',
  'lis1-goals': 'LIS1 learning goals and experience',
  'old-internship': 'internship under the old scheme',
  transitional: 'transitional scheme',
  none: 'not competent to work alone',
}

export const waysOfTakingPart: Readonly<Record<TakingPart['way']['kind'], string>> = {
  'by-share': 'by share',
  'contracted-hours': 'contracted hours',
  'offered-windows': 'offered periods',
  'backup-only': 'backup only',
  supernumerary: 'alongside, not counted',
}

export const exemptionScopes: Readonly<Record<ExemptionScope['kind'], string>> = {
  'out-of-hours': 'all out-of-hours duty',
  nights: 'night duties',
  form: 'one form of duty',
}

export const origins: Readonly<Record<Origin, string>> = {
  share: 'by share',
  ordered: 'ordered',
  voluntary: 'voluntary',
  swap: 'swap',
  'sick-cover': 'covers an absence',
  locum: 'locum',
}

export const stances: Readonly<Record<Stance, string>> = {
  wish: 'wishes for duty',
  'rather-not': 'rather not',
  cannot: 'cannot',
}

export const weights: Readonly<Record<1 | 2 | 3, string>> = {
  1: 'a little important',
  2: 'important',
  3: 'very important',
}

export const draftStatuses: Readonly<Record<DraftStatus, string>> = {
  draft: 'draft',
  circulated: 'out for comments',
  published: 'published',
  discarded: 'discarded',
}

/** Roles by their names in the policy table; text does not see that room. */
export const roles = {
  coordinator: 'duty coordinator',
  doctor: 'doctor',
  'service-manager': 'service manager',
  'union-representative': 'union representative',
  'payroll-reader': 'payroll officer',
  'dispatch-centre': 'dispatch centre',
  'municipality-reader': 'reader for the municipality',
  'municipality-decider': 'exemption officer of the municipality',
  'installation-administrator': 'administrator',
}

/** What an edit did, as the name of the step that undo takes back. */
export const editKinds: Readonly<Record<EditKind, string>> = {
  assign: 'put a doctor on a duty',
  slice: 'divide a duty',
  move: 'swap places',
  clear: 'empty a duty',
  lock: 'lock a duty',
  unlock: 'unlock a duty',
  note: 'write a note',
  build: 'build the rota',
  repair: 'repair the rota',
  restore: 'bring back an earlier version',
  keep: 'keep what the draft says',
  take: 'take what is published',
  sweep: 'fill several duties',
  repeat: 'repeat a duty',
  'copy-week': 'copy a week',
  block: 'put a doctor on several duties',
  paste: 'paste a rota',
  undo: 'undo',
  redo: 'redo',
}

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

export const product = 'Legevaktplan'
/** The one sign for exemption, absence and weeks off alike: nothing may tell them apart. */
export const notAvailable = 'not available'
export const atRisk = 'uncertain'
export const locumToBeNamed = 'locum not named'
export const shadowing = 'works alongside'
export const notKnown = 'not known'
export const nobody = 'nobody'
