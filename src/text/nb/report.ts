import type { EngagementForm } from '../../core/rota/engagement.ts'
import { count, number } from './format.ts'
import { engagementForms } from './words.ts'

/** Heads of the tables; hours are clock hours where nothing else is said. */
export const columns = {
  doctor: 'Lege',
  form: 'Avtale',
  meanTotal: 'Samlet per uke',
  total: 'Samlet arbeid',
  duty: 'Vakt i alt',
  weighted: 'Vektet vakt',
  home: 'Hjemmevakt',
  onSite: 'Tilstedevakt',
  backup: 'Bakvakt',
  elsewhere: 'Vakt andre steder',
  surgery: 'Legekontor',
  tasks: 'Andre oppgaver',
  duties: 'Vakter',
  nights: 'Netter',
  weekends: 'Helger med vakt',
  weekendsFull: 'Hele helger',
  everyNth: 'Hvor ofte helg',
  publicHolidays: 'Helligdagsvakter',
  daysAfterNight: 'Arbeidsdager etter natt',
  longest: 'Lengste vakt i ett strekk',
  shortest: 'Korteste hvile',
  givenAway: 'Gitt bort',
  taken: 'Overtatt',
  what: 'Hva',
  who: 'Hvem',
  planned: 'Planlagt',
  worked: 'Faktisk',
  difference: 'Forskjell',
  municipality: 'Kommune',
  doctors: 'Leger',
  knownDoctors: 'Leger med kjent kontortid',
  share: 'Andel av timene',
  rule: 'Regel',
  breach: 'Brudd',
  cause: 'Vaktene',
  room: 'Kunne det vært unngått',
  waived: 'Godtatt',
  own: 'Kommunens fastleger',
} as const

export function formName(form: EngagementForm | null): string {
  return form === null ? 'uten avtale' : engagementForms[form]
}

/** What a breach came from. */
export const breach = {
  waived: (name: string | undefined, when: string, reason: string) =>
    `${name === undefined ? 'Godtatt' : `Godtatt av ${name}`} ${when}: ${reason}`,
}

export const surveyTitle = 'Sammenlignet med landet'
/** Of the GPs of one form of agreement. */
export const surveyTitleOf = (group: string) => `Sammenlignet med landet: ${group}`

/** The source with year and number of answers, as it must stand beside every line. */
export function surveySource(publisher: string, table: string, year: number, respondents: number): string {
  return `Kilde: ${publisher}, spørreundersøkelse ${year}, tabell ${table}. ${number(respondents)} fastleger svarte.`
}

export const surveyMeaning =
  'Begge regner klokketimer i en gjennomsnittlig uke, med hjemmevakt og bakvakt fullt ut. Landets tall er det legene selv oppga; distriktets er regnet ut fra vaktlista og oppgitt kontortid. Tallene er medianer blant dem som har oppgaven, og de kan ikke legges sammen. Prosenten er andelen av fastlegene i landet som har oppgaven.'

export const surveyTooShort =
  'Landets tall vises bare for perioder på minst 90 dager, som et kvartal, fordi de gjelder en gjennomsnittlig uke.'

export const surveyMeasures = {
  total: 'Samlet legearbeid med all legevakt',
  'total-without-duty': 'Samlet legearbeid uten legevakt',
  'total-without-backup': 'Samlet legearbeid uten bakvakt',
  'total-without-backup-and-home': 'Samlet legearbeid uten bakvakt og hjemmevakt',
  surgery: 'Legekontor',
  home: 'Hjemmevakt',
  'on-site': 'Tilstedevakt',
  backup: 'Bakvakt',
  duty: 'All legevakt',
  'other-tasks': 'Andre oppgaver',
} as const

export const surveyGroups = {
  all: 'Alle fastleger',
  'gp-self-employed': 'Næringsdrivende',
  'gp-self-employed-municipal-premises': 'Næringsdrivende (8.2)',
  'gp-salaried': 'Fastlønnet',
  'gp-salaried-with-bonus': 'Fastlønnet med bonus',
} as const

/** Titles of the tables. */
export const titles = {
  doctors: 'Vakter og samlet arbeid per lege',
  hours: 'Timer per lege',
  worked: 'Der det ble annerledes enn planlagt',
  others: 'De andre legene i distriktet',
  coverage: 'Hvem som holdt vaktene i distriktet',
  'survey-shares': 'Lange og korte uker ved siden av landet',
  flags: 'Brudd på regler og grenser',
  shown: 'Til orientering',
} as const

export const sum = 'Kommunens leger i alt'
export const allOthers = 'Alle andre leger'
export const noDoctors = 'Ingen leger er kommunens egne i perioden.'
export const empty = 'Ingen vakter er publisert i perioden.'
export const emptyCounted = 'Legekontor og andre oppgaver er regnet med.'
export const closed =
  'Perioden er avsluttet. Tallene for kommunens egne leger er de som ble lagret da; alt annet er regnet nå.'

/** Whoever was the municipality's own for a part of the period. */
export const moved = (name: string, dates: string) =>
  `${name} er regnet med bare for dagene som kommunens egen lege: ${dates}.`

/** 'Natt' … is another value from a date inside the period. */
export const changed = (what: string, on: string) =>
  `Avtalen er endret i perioden: «${what}» fra ${on}. Dagene før og etter er regnet hver for seg.`

export const unknown = (names: string) =>
  `Kontortid er ikke oppgitt for ${names}, så samlet arbeid er ikke kjent.`

/** Measures of which planned and worked differ. */
export const measures = {
  home: 'Hjemmevakt',
  'on-site': 'Tilstedevakt',
  backup: 'Bakvakt',
  duty: 'Vakt i alt',
  total: 'Samlet arbeid',
} as const

export const notes = {
  doctors:
    'Samlet arbeid er legekontor, andre oppgaver og vakt; timer som faller sammen, telles én gang. Vaktene er regnet slik de ble, ellers som planlagt.',
  hours: 'Timer er klokketimer. Vektet vakt regner hver time etter vekten i distriktets avtale.',
  worked: 'Alt ble som planlagt, eller ingenting annet er skrevet inn.',
  others:
    'Vaktene står i lista som er publisert, så de vises for alle. Kontortid og samlet arbeid vises bare som en sum for nok leger (tallet står i avtalen), og ikke når summen kan regnes ut av de andre tallene. Leger i to kommuner står i begge.',
  notQuarter: 'Kontortid og samlet arbeid for andre leger vises bare for hele kvartaler og år.',
  coverage:
    'Andelen er av alle timer på alle distriktets vaktlinjer, også de ledige. En betinget bakvakt er bare med der noen holder den. Den som lærer sammen med en annen, er ikke med.',
  crossing:
    'Brudd som går over dager da en lege ikke var kommunens egen, er ikke tatt med. Her står heller ikke om det er noen.',
  noBreaches: 'Ingen brudd på regler eller grenser for kommunens leger.',
} as const

export const holders = {
  'own-gp': 'Kommunens fastleger',
  'other-gp': 'Fastleger fra andre kommuner',
  locum: 'Vikarer',
  trainee: 'LIS1',
  employed: 'Ansatte legevaktsleger',
  other: 'Andre',
  open: 'Ingen (ledige vakter)',
  all: 'I alt',
} as const

export const exempt = {
  known: (exempt: number, of: number) =>
    `${number(exempt)} av de ${count(of, 'andre fastlegen', 'andre fastlegene')} i distriktet har fritak fra vakt i hele eller deler av perioden.`,
  few: (below: number, of: number) =>
    `Færre enn ${number(below)} av de ${count(of, 'andre fastlegen', 'andre fastlegene')} i distriktet har fritak fra vakt i hele eller deler av perioden.`,
  fewInAll: (below: number) =>
    `De andre fastlegene i distriktet er færre enn ${number(below)}. Derfor vises det ikke hvor mange av dem som har fritak fra vakt.`,
}

/** '60 timer eller mer, med all legevakt'. */
export const shareNames = {
  from: (hours: number, what: string) => `${number(hours)} timer eller mer i uka, ${what}`,
  under: (hours: number, what: string) => `Under ${number(hours)} timer i uka, ${what}`,
  total: 'med all legevakt',
  'total-without-duty': 'uten legevakt',
} as const

export const surveyOwn = (doctors: number, of: number) => `${number(doctors)} av ${number(of)}`
export const ownNone = 'Ingen av kommunens fastleger har en kjent uke å regne med.'
export const surveyDistrict = 'Distriktet'
export const surveyDistrictOf = (doctors: number) => `${surveyDistrict} (${number(doctors)})`
export const surveyWhole = (respondents: number) => `Landet (${number(respondents)} svar)`
export const surveyTask = 'Har oppgaven i landet'
export const surveyWho =
  'Med i distriktets median er fastleger med avtale i minst 90 dager av perioden. Medianen er avrundet til hele timer.'
export const surveySharesMeaning =
  'Andelen av kommunens fastleger er etter samlet klokketid i en gjennomsnittlig uke av perioden, med hjemmevakt og bakvakt fullt ut, som i undersøkelsen.'

/** Of a breach, in a cell. */
export const cellOf = {
  duty: (date: string, line: string, how: string) => `${date} ${line} (${how})`,
  avoidable: 'Ja, med en jevnere deling',
  atFloor: 'Nei, ikke med disse vaktene og legene',
}
