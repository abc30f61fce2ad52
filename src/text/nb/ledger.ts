import { count, decimal, number } from './format.ts'

/** Sentences of what happened in a duty, of lines and waivers, of the ledger, closed periods and corrections. */
export const outcome = {
  title: 'Slik gikk vakta',
  titleOf: (name: string) => `Slik gikk vakta for ${name}`,
  lead: 'Planen gjelder til noe annet er skrevet inn. Skriv bare tider og tall, aldri noe om pasienter.',
  notTold: 'Ingenting er skrevet inn. Vakta regnes som planlagt.',
  what: 'Hva',
  planned: 'Planlagt',
  worked: 'Faktisk',
  time: 'Tid',
  length: 'Varighet',
  active: 'Aktiv tid',
  callOuts: 'Utrykninger',
  notKnown: 'ikke skrevet inn',
  toldBy: (name: string | undefined, when: string) =>
    name === undefined ? `Skrevet inn ${when}.` : `Skrevet inn av ${name} ${when}.`,
  form: 'Skriv inn hvordan vakta gikk',
  change: 'Rett det som er skrevet inn',
  start: 'Begynte',
  end: 'Sluttet',
  startIsLate: 'Klokkeslettet for start er etter at klokka ble stilt tilbake (vintertid)',
  endIsLate: 'Klokkeslettet for slutt er etter at klokka ble stilt tilbake (vintertid)',
  activeMinutes: 'Aktiv tid',
  activeMinutesHelp: 'Minutter som 90, eller timer som 1:30 eller 1,5. Kan stå tom.',
  callOutsHelp: 'Antall. Kan stå tom.',
  save: 'Lagre',
  refused: 'Ingenting er lagret. Rett det som er merket.',
  closed: 'Perioden er avsluttet i timeregnskapet, så dette kan ikke endres mer.',
}

export const waivers = {
  title: 'Godtatt regelbrudd',
  sentence: (rule: string, person: string | null) => (person === null ? rule : `${rule}: ${person}`),
  by: (name: string | undefined, when: string) =>
    name === undefined ? `Godtatt ${when}` : `Godtatt av ${name} ${when}`,
  /** Beside a duty on the board, told apart by its sign. */
  mark: '§',
  markMeaning: 'regelbrudd som er godtatt',
}

/** Reference lines: values that are drawn and have not been adopted. */
export const lines = {
  title: 'Over vanlige grenser',
  lead: 'Distriktet har ikke vedtatt egne grenser for dette, så det gir ingen advarsel.',
  weeks: (times: number, line: string) =>
    `${count(times, 'uke', 'uker')} over den vanlige grensen på ${line}`,
  times: (times: number, what: string, line: string) =>
    `${what}: ${count(times, 'gang', 'ganger')} over den vanlige grensen på ${line}`,
  ofPerson: (name: string, times: number) => `${name}: ${number(times)}`,
  inTable: (line: string) =>
    `Tall med prikket strek under er over streken ved ${line}, som distriktet ikke har vedtatt.`,
  /** Beside a picture or a table. */
  named: (line: string) => `Strek ved ${line}, ikke vedtatt`,
}

export const unchecked = {
  title: (rules: number) => `${count(rules, 'regel', 'regler')} sjekkes ikke`,
  lead: 'Distriktet har ikke satt noen verdi for disse reglene. De er verken oppfylt eller brutt.',
  agreement: 'Se avtalen og sett verdier',
}

/** Findings that only reports tell of. */
export const shown = {
  title: 'Til orientering',
  lead: 'Dette er verken feil eller advarsler. Det står bare her og i belastningsrapporten.',
}

/** Names of the parts of a picture. */
export const chart = {
  duty: 'Vakt',
  other: 'Kontor og andre oppgaver',
  floor: 'Lavest mulig',
  ofWeeks: (name: string) => `Samlet arbeid uke for uke for ${name}. Tallene står i tabellen under.`,
}

export const ledger = {
  title: 'Timeregnskap',
  of: (name: string) => `Timeregnskap for ${name}`,
  lead: 'Planlagt er det vaktlista sier. Faktisk er det som er skrevet inn etterpå, ellers planen. Alle timer er klokketimer.',
  toHours: 'Timer uke for uke',
  toClosings: 'Avsluttede perioder',
  all: 'Alle leger',
  own: 'Mitt timeregnskap',
  kind: 'Periode',
  kinds: { week: 'Uke', month: 'Måned', quarter: 'Kvartal', year: 'År', plan: 'Planperiode' },
  date: 'En dag i perioden',
  show: 'Vis',
  before: 'Forrige',
  after: 'Neste',
  none: 'Ingen vakter er publisert i denne perioden.',
  closed: (name: string | undefined, when: string) =>
    name === undefined
      ? `Perioden er avsluttet ${when}. Tallene endres ikke mer.`
      : `Perioden er avsluttet ${when} av ${name}. Tallene endres ikke mer.`,
  partlyClosed: 'Noen av dagene ligger i en annen periode som er avsluttet.',
  open: 'Perioden er ikke avsluttet. Tallene følger vaktlista og det som skrives inn.',
  close: 'Se over og avslutt perioden',
  what: 'Hva',
  planned: 'Planlagt',
  worked: 'Faktisk',
}

/** A period by its kind: 'uke 1, 2027', 'januar 2027', '1. kvartal 2027', '2027', 'vår 2027'. */
export const period = {
  quarter: (number: number, year: number) => `${number}. kvartal ${year}`,
  plan: (range: string) => `Plan ${range}`,
  wheel: (name: string, year: number) => `${name} ${year}`,
}

export const figures = {
  hours: 'Timer',
  clock: 'Klokketimer',
  weighted: 'Vektede timer',
  dutySum: 'Vakt i alt',
  active: 'Aktiv tid',
  activeOf: (active: string, of: string) => `${active} av ${of} vakt`,
  notTold: 'ikke skrevet inn',
  callOuts: 'Utrykninger',
  elsewhere: 'Vakt i andre distrikter',
  declaredElsewhere: 'Vikarens oppgitte timer andre steder, ut over dem',
  surgery: 'Legekontor',
  tasks: 'Andre oppgaver',
  total: 'Samlet arbeid',
  totalNote:
    'Samlet arbeid er vakt, legekontor og andre oppgaver. Timer som faller sammen, telles én gang, så delene kan bli mer enn summen.',
  atLeast: (hours: string) => `ikke kjent, minst ${hours}`,
  wear: 'Vakter, netter og helger',
  duties: 'Vakter',
  nights: 'Netter',
  weekendsAny: 'Helger med vakt',
  weekendsFull: 'Av dem både lørdag og søndag',
  everyNth: 'Hvor ofte',
  everyNthWeekend: (n: number | null) => {
    if (n === null) return 'ingen helger'
    if (n === 1) return 'hver helg'
    if (n === 2) return 'annenhver helg'
    return Number.isInteger(n) ? `hver ${number(n)}. helg` : `1 av ${decimal(n, 1)} helger`
  },
  publicHolidays: 'Helligdagsvakter',
  specialHolidays: 'Høytider',
  daysAfterNight: 'Arbeidsdager etter natt',
  longest: 'Lengste vakt i ett strekk',
  shortest: 'Korteste hvile mellom vakter',
  shortestNone: 'ingen to vakter etter hverandre',
  origins: 'Slik kom vaktene',
  givenAway: 'Vakter gitt bort',
  taken: 'Vakter overtatt',
  segments: 'Timer etter vaktklasse, dag og tid på døgnet',
  segmentsLead:
    'Slik vaktene ble, delt ved klokkeslettene i avtalen og ved kantene av helligdagene. Til lønn og etterkontroll.',
  form: 'Vaktform',
  dutyClass: 'Vaktklasse',
  day: 'Dag',
  window: 'Fra klokka',
  calendars: 'Helligdag etter',
  minutes: 'Timer',
  calendarNames: {
    statutory: 'lov om helligdager',
    'rest-window': 'arbeidsmiljøloven',
    'pay-window': 'hovedtariffavtalen',
    agreement: 'særavtalen',
  },
  holidayNames: {
    christmas: 'jul',
    'new-year': 'nyttår',
    easter: 'påske',
    'constitution-day': '17. mai',
  },
}

export const share = {
  title: 'Mot rettferdig andel',
  lead: 'Andelen er lik for alle etter avtalt vekt, og justert for det legen har med fra tidligere perioder. Det som følger med til neste periode, er regnet av det som ble arbeidet, uten det legen hadde med fra før. Det kan derfor være et annet tall.',
  outside: 'Legen deltar ikke i fordelingen i denne perioden.',
  measure: 'Hva',
  measures: {
    home: 'Hjemmevakt',
    'on-site': 'Tilstedevakt',
    backup: 'Bakvakt',
    nights: 'Netter',
    weekends: 'Helger',
    holidays: 'Helligdagsvakter',
  },
  actual: 'Planlagt',
  target: 'Andel',
  difference: 'Over eller under',
  brought: 'Med fra før',
  bar: (what: string, actual: string, target: string) => `${what}: ${actual}, andel ${target}`,
  over: (amount: string) => `${amount} over`,
  under: (amount: string) => `${amount} under`,
  even: 'likt',
  strokes: 'Søylen er timer på vakt. Streken er andelen.',
}

export const balance = {
  title: 'Overført og korrigert',
  lead: 'Over 0 betyr at legen har tatt mer enn sin andel. Ingenting her kan endres. En feil rettes med en ny linje.',
  none: 'Ingenting er overført eller korrigert.',
  on: 'Gjelder fra',
  what: 'Hva',
  amount: 'Mengde',
  why: 'Grunn',
  signed: 'Ført',
  carriedOver: 'Overført da en periode ble avsluttet',
  by: (name: string | undefined, when: string) => (name === undefined ? when : `${name}, ${when}`),
  correct: 'Skriv en korreksjon',
  sign: 'Legen har tatt',
  more: 'mer enn det som er ført',
  less: 'mindre enn det som er ført',
  hoursHelp: 'Timer som 7:30 eller 7,5 for vaktformene, ellers antall.',
  reason: 'Grunn',
  save: 'Lagre korreksjonen',
}

export const counts = {
  title: 'Alle leger i vaktlista',
  lead: 'Dette kan alle telle i vaktlista. Andre legers timer ser du ikke.',
}

export const closings = {
  title: 'Avsluttede perioder',
  lead: 'Når en periode er avsluttet, endres tallene i den aldri. Det hver lege har tatt mer eller mindre enn sin andel, følger med til neste periode.',
  none: 'Ingen perioder er avsluttet ennå.',
  period: 'Periode',
  dates: 'Dager',
  closedAt: 'Avsluttet',
  by: 'Av',
  can: 'Kan avsluttes nå',
  canNone: 'Ingen periode er slutt uten å være avsluttet.',
  other: 'Avslutt en annen periode',
  preview: 'Se over',
  previewTitle: (period: string) => `Avslutt ${period}`,
  previewLead:
    'Slik blir tallene stående. Etterpå kan de ikke endres av noen. Skriv inn hvordan vaktene gikk før du avslutter.',
  carried: 'Følger med til neste periode',
  carriedNone: 'Ingen har tatt mer eller mindre enn sin andel.',
  confirm: 'Avslutt perioden for godt',
  back: 'Tilbake til timeregnskapet',
}

/** A signed amount that is told with its sign: '+7 t 30 min', '−2'. */
export function signed(text: string, amount: number): string {
  return amount > 0 ? `+${text}` : text
}

/** The district's table. */
export const table = {
  lead: 'Velg et kolonnehode for å sortere.',
  sum: 'Sum',
  atLeast: (hours: string) => `minst ${hours}`,
  columns: {
    planned: 'Vakt planlagt',
    duty: 'Vakt faktisk',
    home: 'Hjemmevakt',
    'on-site': 'Tilstede',
    backup: 'Bakvakt',
    weighted: 'Vektet',
    duties: 'Vakter',
    nights: 'Netter',
    weekends: 'Helger',
    everyNth: 'Hver n-te helg',
    holidays: 'Helligdager',
    daysAfterNight: 'Dager etter natt',
    total: 'Samlet',
  },
}

/** A number of duties or the like, with at most two decimals where it is a part of one. */
export function amount(value: number): string {
  return decimal(value)
}

/** Stands before a table of such. */
export const clockNote = 'Timer og minutter står som 7:30.'

export { clockHours } from './format.ts'

/** One weekend in so many: '4,3'. */
export function everyNth(n: number): string {
  return decimal(n, 1)
}
