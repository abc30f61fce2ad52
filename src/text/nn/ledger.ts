import { count, decimal, number } from './format.ts'

/** Sentences of what happened in a duty, of lines and waivers, of the ledger, closed periods and corrections. */
export const outcome = {
  title: 'Slik gjekk vakta',
  titleOf: (name: string) => `Slik gjekk vakta for ${name}`,
  lead: 'Planen gjeld til noko anna er skrive inn. Skriv berre tider og tal, aldri noko om pasientar.',
  notTold: 'Ingenting er skrive inn. Vakta blir rekna som planlagd.',
  what: 'Kva',
  planned: 'Planlagt',
  worked: 'Faktisk',
  time: 'Tid',
  length: 'Lengd',
  active: 'Aktiv tid',
  callOuts: 'Utrykkingar',
  notKnown: 'ikkje skrive inn',
  toldBy: (name: string | undefined, when: string) =>
    name === undefined ? `Skrive inn ${when}.` : `Skrive inn av ${name} ${when}.`,
  form: 'Skriv inn korleis vakta gjekk',
  change: 'Rett det som er skrive inn',
  start: 'Byrja',
  end: 'Slutta',
  startIsLate: 'Klokkeslettet for start er etter at klokka vart stilt tilbake (vintertid)',
  endIsLate: 'Klokkeslettet for slutt er etter at klokka vart stilt tilbake (vintertid)',
  activeMinutes: 'Aktiv tid',
  activeMinutesHelp: 'Minutt som 90, eller timar som 1:30 eller 1,5. Kan stå tom.',
  callOutsHelp: 'Tal. Kan stå tom.',
  save: 'Lagre',
  refused: 'Ingenting er lagra. Rett det som er merkt.',
  closed: 'Perioden er avslutta i timerekneskapen, så dette kan ikkje endrast meir.',
}

export const waivers = {
  title: 'Godteke regelbrot',
  sentence: (rule: string, person: string | null) => (person === null ? rule : `${rule}: ${person}`),
  by: (name: string | undefined, when: string) =>
    name === undefined ? `Godteke ${when}` : `Godteke av ${name} ${when}`,
  mark: '§',
  markMeaning: 'regelbrot som er godteke',
}

/** Reference lines: values that are drawn and have not been adopted. */
export const lines = {
  title: 'Over vanlege grenser',
  lead: 'Distriktet har ikkje vedteke eigne grenser for dette, så det gir inga åtvaring.',
  weeks: (times: number, line: string) =>
    `${count(times, 'veke', 'veker')} over den vanlege grensa på ${line}`,
  times: (times: number, what: string, line: string) =>
    `${what}: ${count(times, 'gong', 'gonger')} over den vanlege grensa på ${line}`,
  ofPerson: (name: string, times: number) => `${name}: ${number(times)}`,
  inTable: (line: string) =>
    `Tal med prikka strek under er over streken ved ${line}, som distriktet ikkje har vedteke.`,
  named: (line: string) => `Strek ved ${line}, ikkje vedteken`,
}

export const unchecked = {
  title: (rules: number) => `${count(rules, 'regel', 'reglar')} blir ikkje sjekka`,
  lead: 'Distriktet har ikkje sett nokon verdi for desse reglane. Dei er verken oppfylte eller brotne.',
  agreement: 'Sjå avtalen og set verdiar',
}

/** Findings that only reports tell of. */
export const shown = {
  title: 'Til orientering',
  lead: 'Dette er verken feil eller åtvaringar. Det står berre her og i belastningsrapporten.',
}

/** Names of the parts of a picture. */
export const chart = {
  duty: 'Vakt',
  other: 'Kontor og andre oppgåver',
  floor: 'Lågast mogleg',
  ofWeeks: (name: string) => `Samla arbeid veke for veke for ${name}. Tala står i tabellen under.`,
}

export const ledger = {
  title: 'Timerekneskap',
  of: (name: string) => `Timerekneskap for ${name}`,
  lead: 'Planlagt er det vaktlista seier. Faktisk er det som er skrive inn etterpå, elles planen. Alle timar er klokketimar.',
  toHours: 'Timar veke for veke',
  toClosings: 'Avslutta periodar',
  all: 'Alle legar',
  own: 'Timerekneskapen min',
  kind: 'Periode',
  kinds: { week: 'Veke', month: 'Månad', quarter: 'Kvartal', year: 'År', plan: 'Planperiode' },
  date: 'Ein dag i perioden',
  show: 'Vis',
  before: 'Førre',
  after: 'Neste',
  none: 'Ingen vakter er publiserte i denne perioden.',
  closed: (name: string | undefined, when: string) =>
    name === undefined
      ? `Perioden er avslutta ${when}. Tala blir ikkje endra meir.`
      : `Perioden er avslutta ${when} av ${name}. Tala blir ikkje endra meir.`,
  partlyClosed: 'Nokre av dagane ligg i ein annan periode som er avslutta.',
  open: 'Perioden er ikkje avslutta. Tala følgjer vaktlista og det som blir skrive inn.',
  close: 'Sjå over og avslutt perioden',
  what: 'Kva',
  planned: 'Planlagt',
  worked: 'Faktisk',
}

export const period = {
  quarter: (number: number, year: number) => `${number}. kvartal ${year}`,
  plan: (range: string) => `Plan ${range}`,
  wheel: (name: string, year: number) => `${name} ${year}`,
}

export const figures = {
  hours: 'Timar',
  clock: 'Klokketimar',
  weighted: 'Vekta timar',
  dutySum: 'Vakt i alt',
  active: 'Aktiv tid',
  activeOf: (active: string, of: string) => `${active} av ${of} vakt`,
  notTold: 'ikkje skrive inn',
  callOuts: 'Utrykkingar',
  elsewhere: 'Vakt i andre distrikt',
  declaredElsewhere: 'Timar vikaren har oppgitt andre stader, ut over dei',
  surgery: 'Legekontor',
  tasks: 'Andre oppgåver',
  total: 'Samla arbeid',
  totalNote:
    'Samla arbeid er vakt, legekontor og andre oppgåver. Timar som fell saman, blir talde éin gong, så delane kan bli meir enn summen.',
  atLeast: (hours: string) => `ikkje kjend, minst ${hours}`,
  wear: 'Vakter, netter og helger',
  duties: 'Vakter',
  nights: 'Netter',
  weekendsAny: 'Helger med vakt',
  weekendsFull: 'Av dei både laurdag og sundag',
  everyNth: 'Kor ofte',
  everyNthWeekend: (n: number | null) => {
    if (n === null) return 'ingen helger'
    if (n === 1) return 'kvar helg'
    if (n === 2) return 'annakvar helg'
    return Number.isInteger(n) ? `kvar ${number(n)}. helg` : `1 av ${decimal(n, 1)} helger`
  },
  publicHolidays: 'Heilagdagsvakter',
  specialHolidays: 'Høgtider',
  daysAfterNight: 'Arbeidsdagar etter natt',
  longest: 'Lengste vakt i eitt strekk',
  shortest: 'Kortaste kvile mellom vakter',
  shortestNone: 'ingen to vakter etter kvarandre',
  origins: 'Slik kom vaktene',
  givenAway: 'Vakter gitt bort',
  taken: 'Vakter tekne over',
  segments: 'Timar etter vaktklasse, dag og tid på døgnet',
  segmentsLead:
    'Slik vaktene vart, delte ved klokkesletta i avtalen og ved kantane av heilagdagane. Til løn og etterkontroll.',
  form: 'Vaktform',
  dutyClass: 'Vaktklasse',
  day: 'Dag',
  window: 'Frå klokka',
  calendars: 'Heilagdag etter',
  minutes: 'Timar',
  calendarNames: {
    statutory: 'lov om heilagdagar',
    'rest-window': 'arbeidsmiljølova',
    'pay-window': 'hovudtariffavtalen',
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
  title: 'Mot rettferdig del',
  lead: 'Delen er lik for alle etter avtalt vekt, og justert for det legen har med frå tidlegare periodar. Det som følgjer med til neste periode, er rekna av det som vart arbeidd, utan det legen hadde med frå før. Det kan difor vere eit anna tal.',
  outside: 'Legen deltek ikkje i fordelinga i denne perioden.',
  measure: 'Kva',
  measures: {
    home: 'Heimevakt',
    'on-site': 'Tilstadevakt',
    backup: 'Bakvakt',
    nights: 'Netter',
    weekends: 'Helger',
    holidays: 'Heilagdagsvakter',
  },
  actual: 'Planlagt',
  target: 'Del',
  difference: 'Over eller under',
  brought: 'Med frå før',
  bar: (what: string, actual: string, target: string) => `${what}: ${actual}, del ${target}`,
  over: (amount: string) => `${amount} over`,
  under: (amount: string) => `${amount} under`,
  even: 'likt',
  strokes: 'Søyla er timar på vakt. Streken er delen.',
}

export const balance = {
  title: 'Overført og korrigert',
  lead: 'Over 0 tyder at legen har teke meir enn sin del. Ingenting her kan endrast. Ein feil blir retta med ei ny linje.',
  none: 'Ingenting er overført eller korrigert.',
  on: 'Gjeld frå',
  what: 'Kva',
  amount: 'Mengd',
  why: 'Grunn',
  signed: 'Ført',
  carriedOver: 'Overført då ein periode vart avslutta',
  by: (name: string | undefined, when: string) => (name === undefined ? when : `${name}, ${when}`),
  correct: 'Skriv ein korreksjon',
  sign: 'Legen har teke',
  more: 'meir enn det som er ført',
  less: 'mindre enn det som er ført',
  hoursHelp: 'Timar som 7:30 eller 7,5 for vaktformene, elles tal.',
  reason: 'Grunn',
  save: 'Lagre korreksjonen',
}

export const counts = {
  title: 'Alle legar i vaktlista',
  lead: 'Dette kan alle telje i vaktlista. Timane til andre legar ser du ikkje.',
}

export const closings = {
  title: 'Avslutta periodar',
  lead: 'Når ein periode er avslutta, blir tala i han aldri endra. Det kvar lege har teke meir eller mindre enn sin del, følgjer med til neste periode.',
  none: 'Ingen periodar er avslutta enno.',
  period: 'Periode',
  dates: 'Dagar',
  closedAt: 'Avslutta',
  by: 'Av',
  can: 'Kan avsluttast no',
  canNone: 'Ingen periode er slutt utan å vere avslutta.',
  other: 'Avslutt ein annan periode',
  preview: 'Sjå over',
  previewTitle: (period: string) => `Avslutt ${period}`,
  previewLead:
    'Slik blir tala ståande. Etterpå kan dei ikkje endrast av nokon. Skriv inn korleis vaktene gjekk før du avsluttar.',
  carried: 'Følgjer med til neste periode',
  carriedNone: 'Ingen har teke meir eller mindre enn sin del.',
  confirm: 'Avslutt perioden for godt',
  back: 'Tilbake til timerekneskapen',
}

export function signed(text: string, amount: number): string {
  return amount > 0 ? `+${text}` : text
}

/** The district's table. */
export const table = {
  lead: 'Vel eit kolonnehovud for å sortere.',
  sum: 'Sum',
  atLeast: (hours: string) => `minst ${hours}`,
  columns: {
    planned: 'Vakt planlagt',
    duty: 'Vakt faktisk',
    home: 'Heimevakt',
    'on-site': 'Tilstade',
    backup: 'Bakvakt',
    weighted: 'Vekta',
    duties: 'Vakter',
    nights: 'Netter',
    weekends: 'Helger',
    everyNth: 'Kvar n-te helg',
    holidays: 'Heilagdagar',
    daysAfterNight: 'Dagar etter natt',
    total: 'Samla',
  },
}

export function amount(value: number): string {
  return decimal(value)
}

export const clockNote = 'Timar og minutt står som 7:30.'

export { clockHours } from './format.ts'

export function everyNth(n: number): string {
  return decimal(n, 1)
}
