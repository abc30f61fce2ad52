import type { EngagementForm } from '../../core/rota/engagement.ts'
import { count, number } from './format.ts'
import { engagementForms } from './words.ts'

/** Heads of the tables; hours are clock hours where nothing else is said. */
export const columns = {
  doctor: 'Lege',
  form: 'Avtale',
  meanTotal: 'Samla per veke',
  total: 'Samla arbeid',
  duty: 'Vakt i alt',
  weighted: 'Vekta vakt',
  home: 'Heimevakt',
  onSite: 'Tilstadevakt',
  backup: 'Bakvakt',
  elsewhere: 'Vakt andre stader',
  surgery: 'Legekontor',
  tasks: 'Andre oppgåver',
  duties: 'Vakter',
  nights: 'Netter',
  weekends: 'Helger med vakt',
  weekendsFull: 'Heile helger',
  everyNth: 'Kor ofte helg',
  publicHolidays: 'Heilagdagsvakter',
  daysAfterNight: 'Arbeidsdagar etter natt',
  longest: 'Lengste vakt i eitt strekk',
  shortest: 'Kortaste kvile',
  givenAway: 'Gjevne bort',
  taken: 'Overtekne',
  what: 'Kva',
  who: 'Kven',
  planned: 'Planlagt',
  worked: 'Faktisk',
  difference: 'Skilnad',
  municipality: 'Kommune',
  doctors: 'Legar',
  knownDoctors: 'Legar med kjend kontortid',
  share: 'Del av timane',
  rule: 'Regel',
  breach: 'Brot',
  cause: 'Vaktene',
  room: 'Kunne det vore unngått',
  waived: 'Godteke',
  own: 'Fastlegane i kommunen',
} as const

export function formName(form: EngagementForm | null): string {
  return form === null ? 'utan avtale' : engagementForms[form]
}

/** What a breach came from. */
export const breach = {
  waived: (name: string | undefined, when: string, reason: string) =>
    `${name === undefined ? 'Godteke' : `Godteke av ${name}`} ${when}: ${reason}`,
}

export const surveyTitle = 'Samanlikna med landet'
/** Of the GPs of one form of agreement. */
export const surveyTitleOf = (group: string) => `Samanlikna med landet: ${group}`

export function surveySource(publisher: string, table: string, year: number, respondents: number): string {
  return `Kjelde: ${publisher}, spørjeundersøking ${year}, tabell ${table}. ${number(respondents)} fastlegar svara.`
}

export const surveyMeaning =
  'Begge reknar klokketimar i ei gjennomsnittleg veke, med heimevakt og bakvakt fullt ut. Tala for landet er det legane sjølve oppgav; tala for distriktet er rekna ut frå vaktlista og oppgitt kontortid. Tala er medianar blant dei som har oppgåva, og dei kan ikkje leggjast saman. Prosenten er delen av fastlegane i landet som har oppgåva.'

export const surveyTooShort =
  'Tala for landet blir berre viste for periodar på minst 90 dagar, som eit kvartal, fordi dei gjeld ei gjennomsnittleg veke.'

export const surveyMeasures = {
  total: 'Samla legearbeid med all legevakt',
  'total-without-duty': 'Samla legearbeid utan legevakt',
  'total-without-backup': 'Samla legearbeid utan bakvakt',
  'total-without-backup-and-home': 'Samla legearbeid utan bakvakt og heimevakt',
  surgery: 'Legekontor',
  home: 'Heimevakt',
  'on-site': 'Tilstadevakt',
  backup: 'Bakvakt',
  duty: 'All legevakt',
  'other-tasks': 'Andre oppgåver',
} as const

export const surveyGroups = {
  all: 'Alle fastlegar',
  'gp-self-employed': 'Næringsdrivande',
  'gp-self-employed-municipal-premises': 'Næringsdrivande (8.2)',
  'gp-salaried': 'Fastløna',
  'gp-salaried-with-bonus': 'Fastløna med bonus',
} as const

/** Titles of the tables. */
export const titles = {
  doctors: 'Vakter og samla arbeid per lege',
  hours: 'Timar per lege',
  worked: 'Der det vart annleis enn planlagt',
  others: 'Dei andre legane i distriktet',
  coverage: 'Kven som heldt vaktene i distriktet',
  'survey-shares': 'Lange og korte veker ved sida av landet',
  flags: 'Brot på reglar og grenser',
  shown: 'Til orientering',
} as const

export const sum = 'Legane i kommunen i alt'
export const allOthers = 'Alle andre legar'
export const noDoctors = 'Ingen legar er kommunen sine eigne i perioden.'
export const empty = 'Ingen vakter er publiserte i perioden.'
export const emptyCounted = 'Legekontor og andre oppgåver er rekna med.'
export const closed =
  'Perioden er avslutta. Tala for dei eigne legane i kommunen er dei som vart lagra då; alt anna er rekna no.'

/** Whoever was the municipality's own for a part of the period. */
export const moved = (name: string, dates: string) =>
  `${name} er rekna med berre for dagane som eigen lege i kommunen: ${dates}.`

export const changed = (what: string, on: string) =>
  `Avtalen er endra i perioden: «${what}» frå ${on}. Dagane før og etter er rekna kvar for seg.`

export const unknown = (names: string) =>
  `Kontortid er ikkje oppgitt for ${names}, så samla arbeid er ikkje kjent.`

export const measures = {
  home: 'Heimevakt',
  'on-site': 'Tilstadevakt',
  backup: 'Bakvakt',
  duty: 'Vakt i alt',
  total: 'Samla arbeid',
} as const

export const notes = {
  doctors:
    'Samla arbeid er legekontor, andre oppgåver og vakt; timar som fell saman, blir talde éin gong. Vaktene er rekna slik dei vart, elles som planlagt.',
  hours: 'Timar er klokketimar. Vekta vakt reknar kvar time etter vekta i avtalen til distriktet.',
  worked: 'Alt vart som planlagt, eller ingenting anna er skrive inn.',
  others:
    'Vaktene står i lista som er publisert, så dei blir viste for alle. Kontortid og samla arbeid blir berre viste som ein sum for nok legar (talet står i avtalen), og ikkje når summen kan reknast ut av dei andre tala. Legar i to kommunar står i begge.',
  notQuarter: 'Kontortid og samla arbeid for andre legar blir berre viste for heile kvartal og år.',
  coverage:
    'Delen er av alle timar på alle vaktlinjene i distriktet, òg dei ledige. Ei vilkårsbunden bakvakt er berre med der nokon held henne. Den som lærer saman med ein annan, er ikkje med.',
  crossing:
    'Brot som går over dagar då ein lege ikkje var kommunen sin eigen, er ikkje tekne med. Her står heller ikkje om det er nokon.',
  noBreaches: 'Ingen brot på reglar eller grenser for legane i kommunen.',
} as const

export const holders = {
  'own-gp': 'Fastlegane i kommunen',
  'other-gp': 'Fastlegar frå andre kommunar',
  locum: 'Vikarar',
  trainee: 'LIS1',
  employed: 'Tilsette legevaktslegar',
  other: 'Andre',
  open: 'Ingen (ledige vakter)',
  all: 'I alt',
} as const

export const exempt = {
  known: (exempt: number, of: number) =>
    `${number(exempt)} av dei ${count(of, 'andre fastlegen', 'andre fastlegane')} i distriktet har fritak frå vakt i heile eller delar av perioden.`,
  few: (below: number, of: number) =>
    `Færre enn ${number(below)} av dei ${count(of, 'andre fastlegen', 'andre fastlegane')} i distriktet har fritak frå vakt i heile eller delar av perioden.`,
  fewInAll: (below: number) =>
    `Dei andre fastlegane i distriktet er færre enn ${number(below)}. Difor står det ikkje kor mange av dei som har fritak frå vakt.`,
}

export const shareNames = {
  from: (hours: number, what: string) => `${number(hours)} timar eller meir i veka, ${what}`,
  under: (hours: number, what: string) => `Under ${number(hours)} timar i veka, ${what}`,
  total: 'med all legevakt',
  'total-without-duty': 'utan legevakt',
} as const

export const surveyOwn = (doctors: number, of: number) => `${number(doctors)} av ${number(of)}`
export const ownNone = 'Ingen av fastlegane i kommunen har ei kjend veke å rekne med.'
export const surveyDistrict = 'Distriktet'
export const surveyDistrictOf = (doctors: number) => `${surveyDistrict} (${number(doctors)})`
export const surveyWhole = (respondents: number) => `Landet (${number(respondents)} svar)`
export const surveyTask = 'Har oppgåva i landet'
export const surveyWho =
  'Med i medianen for distriktet er fastlegar med avtale i minst 90 dagar av perioden. Medianen er avrunda til heile timar.'
export const surveySharesMeaning =
  'Delen av fastlegane i kommunen er etter samla klokketid i ei gjennomsnittleg veke av perioden, med heimevakt og bakvakt fullt ut, som i undersøkinga.'

export const cellOf = {
  duty: (date: string, line: string, how: string) => `${date} ${line} (${how})`,
  avoidable: 'Ja, med ei jamnare deling',
  atFloor: 'Nei, ikkje med desse vaktene og legane',
}
