import { visible } from '../plain-text.ts'

const given = (value: string) => (value === '' ? '' : `: «${visible(value)}»`)

/** What is wrong with one field of a set-up screen, with what was given and what it is held against. */
export const faults = {
  'initials-taken': (value: string, [holder = '', free = '']: readonly string[] = []) =>
    `Initialene «${visible(value)}» er brukt av ${visible(holder)}. Ledig: ${visible(free)}`,
  'not-a-member': (value: string) => `Kommunen er ikke med i distriktet${given(value)}`,
  'not-hours': (value: string) => `Skriv fra og til klokka, for eksempel 8–15.30${given(value)}`,
  'no-duties': () => 'Linja må ha minst én vakt. Kryss av hvilke dager vakta gjelder',
  'over-own-line': (value: string, [other = '']: readonly string[] = []) =>
    `Vakta ${visible(value)} går inn i vakta ${visible(other)} på samme linje. De kan overlappe høyst 15 minutter`,
  'behind-itself': () => 'En linje kan ikke være bakvakt for seg selv',
  'code-taken': (value: string, [holder = '']: readonly string[] = []) =>
    `Forkortelsen «${visible(value)}» er brukt av linja ${visible(holder)}`,
  'stands-behind': (value: string) =>
    `${visible(value)} er bakvakt bare for denne linja. Avslutt den linja først, eller la den stå bak en annen`,
  'form-published': () =>
    'Linja har publiserte vakter, og da kan ikke slags vakt endres. Avslutt linja, og lag en ny fra den dagen',
  'unknown-municipality': (value: string) =>
    `Ingen kommune i Norge heter dette${given(value)}. Skriv navnet slik det står i lista, eller kommunenummeret`,
  'many-municipalities': (value: string, numbers: readonly string[] = []) =>
    `Flere kommuner heter «${visible(value)}». Skriv nummeret: ${numbers.join(' eller ')}`,
  'too-many': (value: string, [most = '']: readonly string[] = []) =>
    `Det er for mange${given(value)}. Grensen er ${most}`,
}

/** Names that the starter gives to what it makes. */
export const starter = {
  words: {
    lines: { home: 'Hjemmevakt', backup: 'Bakvakt', 'on-site': 'Tilstedevakt', night: 'Hjemmevakt natt' },
    windows: {
      weekday: 'Kveld og natt',
      early: 'Fra kl. 12',
      day: 'Dagvakt',
      evening: 'Kveldsvakt',
      night: 'Nattevakt',
      whole: 'Døgnvakt',
    },
    surgeries: 'Fastlegekontorene på dagtid',
  },
  placeholder: (number: number) => `Lege ${number}`,
  districtName: (names: readonly string[]) => {
    const [first = '', ...rest] = names
    if (rest.length === 0) return `${first} legevakt`
    if (rest.length > 2) return `${first} interkommunale legevakt`
    return `${[first, ...rest.slice(0, -1)].join(', ')} og ${rest.at(-1) ?? ''} legevakt`
  },
}

/** The three questions that make a district. */
export const start = {
  title: 'Lag et nytt distrikt',
  lead: 'Svar på noen få spørsmål, så kan du bygge en vaktliste med en gang. Alt kan endres siden.',
  fromFile: 'Har du en distriktsfil fra før? Les den inn i stedet.',
  link: 'Lag et nytt distrikt',
  where: '1. Hvilke kommuner er med?',
  whereHelp: 'Skriv navnet på kommunen eller kommunenummeret, én i hver rute. Tomme ruter teller ikke.',
  municipality: (number: number) => `Kommune ${number}`,
  municipalityLabel: 'Kommune',
  moreRows: 'Flere kommuner',
  how: '2. Hvordan er legevakta bemannet?',
  howHelp: 'Velg det som ligner mest. Bildet viser en vanlig uke fra mandag til søndag, midnatt til midnatt.',
  staffings: {
    home: {
      name: 'Én hjemmevakt',
      text: 'Én lege om gangen: kveld og natt på hverdager, hele døgn i helger og på helligdager.',
    },
    'home-weeks': {
      name: 'Hjemmevakt i hele uker',
      text: 'Som over, men samme lege har vakta hele uka fra mandag.',
    },
    'home-and-backup': {
      name: 'Hjemmevakt med bakvakt',
      text: 'En hjemmevakt, og en bakvakt bak den hele tiden.',
    },
    'on-site-and-home': {
      name: 'Tilstedevakt kveld og helg, hjemmevakt om natta',
      text: 'En lege på legevakta til kl. 23, og en annen på hjemmevakt til kl. 08.',
    },
    'on-site': { name: 'Tilstedevakt hele tiden', text: 'En lege på legevakta kveld, natt og helg.' },
  },
  staffing: 'Bemanning',
  hours: 'Fastlegekontorene dekker hverdager kl. 08–16. Klokkeslettene kan endres siden.',
  who: '3. Hvem deler vaktene?',
  names: 'Navn på legene',
  namesHelp:
    'Én lege på hver linje. Du kan lime inn fra et regneark. Initialer og kommune kan stå etter navnet: «Kari Berg, KB, Voss».',
  count: 'Eller hvor mange leger',
  countHelp: 'Uten navn lager vi «Lege 1», «Lege 2» og så videre. Du setter inn navnene siden.',
  competence: 'Kan legene ha vakt alene?',
  competenceHelp:
    'Kompetanseforskriften krever begge kursene av alle som har legevakt, og bakvakt av den som ikke kan være alene.',
  confirmed:
    'Ja. Alle er spesialister eller i spesialisering i allmennmedisin, og har akuttmedisinkurs og kurs i volds- og overgrepshåndtering',
  later: 'Det fører jeg opp på hver lege siden. Ingen kan settes opp før det er gjort',
  submit: 'Lag distriktet',
  chosenLater:
    'Det vi ikke spør om, står åpent til du fører det opp: kontortid, avtaler, og alle verdiene i den lokale avtalen. Så lenge er de ikke kontrollert.',
}

/** The overview of what is set and what is missing. */
export const overview = {
  title: 'Oppsett',
  lead: 'Det vaktlista bygges av, i den rekkefølgen man gjør det.',
  ready: 'Distriktet er klart til å bygge vaktliste.',
  notReady: 'Noe mangler før en vaktliste kan bygges.',
  build: 'Lag ny plan',
  states: { done: 'Ført opp', missing: 'Mangler', unchecked: 'Ikke kontrollert', optional: 'Kan vente' },
  settings: 'Distriktet',
  settingsText: (municipalities: string) => `Kommuner: ${municipalities}.`,
  noMembers: 'Ingen kommune er med nå.',
  covered: (names: string) => `Andre dekker: ${names}.`,
  nothingCovered: 'Ingen andre dekker noe av døgnet.',
  host: 'Organisert som vertskommune. Rett det hvis dere er organisert på en annen måte.',
  lines: 'Vaktlinjer',
  lineText: (name: string, form: string) => (name.toLowerCase() === form ? `${name}:` : `${name} (${form}):`),
  noLines: 'Ingen linjer har vakter. Lag minst én.',
  gaps: (amount: number, first: string) =>
    amount === 1
      ? `Én gang i dagene vi viser, svarer ingen: ${first}.`
      : `${amount} ganger i dagene vi viser, svarer ingen. Den første: ${first}.`,
  noGaps: 'Noen svarer hele døgnet, også i jul, påske og natta klokka stilles.',
  doctors: 'Leger',
  doctorCount: (amount: number) => (amount === 1 ? 'Én lege deltar.' : `${amount} leger deltar.`),
  noDoctors: 'Ingen leger deltar. Legg til minst én.',
  placeholders: (amount: number) =>
    amount === 1 ? 'Én har ikke fått navn ennå.' : `${amount} har ikke fått navn ennå.`,
  competence: 'Kompetanse',
  allAble: 'Alle som deltar, kan ha vakt.',
  unable: (names: string) => `Kan ikke ha vakt, fordi kompetanse eller kurs mangler: ${names}.`,
  noBackups: 'Ingen kan være bakvakt, og distriktet har en bakvaktlinje.',
  noEvidence: (amount: number) =>
    amount === 1
      ? 'For én lege er kompetansen bekreftet uten bevis. Kursene er ikke kontrollert.'
      : `For ${amount} leger er kompetansen bekreftet uten bevis. Kursene er ikke kontrollert.`,
  surgery: 'Kontortid',
  surgeryMissing: (amount: number) =>
    amount === 1
      ? 'Én lege har ikke oppgitt kontortid. Da er samlet arbeidstid ikke kjent, og taket for uka ikke kontrollert.'
      : `${amount} leger har ikke oppgitt kontortid. Da er samlet arbeidstid ikke kjent, og taket for uka ikke kontrollert.`,
  surgeryKnown: 'Alle har oppgitt kontortid.',
  absences: 'Fravær',
  absencesText: (amount: number) =>
    amount === 0
      ? 'Ingen er ført opp som borte.'
      : amount === 1
        ? 'Én tid er ført opp.'
        : `${amount} tider er ført opp.`,
  agreement: 'Lokal avtale',
  agreementText: (amount: number) =>
    amount === 1
      ? 'Én verdi er vedtatt. Det som ikke er vedtatt, er ikke kontrollert.'
      : `${amount} verdier er vedtatt. Det som ikke er vedtatt, er ikke kontrollert.`,
  nothingAdopted: 'Ingen verdier er vedtatt. Tak og minste antall leger er ikke kontrollert.',
  andMore: (names: string, more: number) => `${names} og ${more} til`,
  lastChange: 'Siste endring i oppsettet',
  changed: (what: string, when: string, by: string) => `${what}, ${when}${by === '' ? '' : ` av ${by}`}.`,
  actions: {
    'save-doctor': 'En lege ble lagt til eller endret',
    'save-doctors': 'Flere leger ble lagt til eller endret',
    'end-doctor': 'En lege ble avsluttet',
    'save-line': 'En vaktlinje ble lagt til eller endret',
    'end-line': 'En vaktlinje ble avsluttet',
    'save-district': 'Distriktets opplysninger ble endret',
  } as Readonly<Record<string, string>>,
  otherAction: 'Oppsettet ble endret',
  undo: 'Angre endringen',
  cannotUndo:
    'Endringen kan ikke angres lenger. Det den gjaldt, er endret siden, eller har fått fravær eller ønsker. Rett det i stedet.',
  inUse: 'Endringen kan ikke angres. Det den la til, er i bruk i vaktlista eller i et utkast.',
  laterChange: 'Oppsettet er endret igjen siden du åpnet siden. Se hva som står der nå.',
}

/** What a set-up form says when something stands in the way of all of it. */
export const blocked = {
  title: 'Ingenting er lagret',
  stale:
    'Noen andre har endret dette siden du åpnet siden. Under står det du skrev. Åpne siden på nytt for å se det som gjelder nå.',
  unchanged: 'Ingenting er annerledes enn det som står fra før.',
  inUse: 'Det er i bruk i vaktlista eller i et utkast.',
  reload: 'Åpne siden på nytt',
}

export const preview = {
  title: 'Vaktene dette gir',
  lead: 'Dagene der klokkeslett oftest blir feil. Heltrukket felt er tilstedevakt, lyst felt er hjemmevakt, stiplet felt er bakvakt.',
  parts: {
    'ordinary-week': 'En vanlig uke',
    christmas: 'Jul og nyttår',
    easter: 'Påske',
    'constitution-day': '17. mai',
    'clock-change': 'Natta klokka stilles',
  },
  duty: (code: string, span: string, name: string, hours: string) => `${code} ${span} ${name} (${hours})`,
  several: (amount: number) => `${amount} leger`,
  gap: (spans: string) => `Ingen svarer: ${spans}`,
  overlap: (spans: string) => `To på samme linje: ${spans}`,
  nothing: 'Ingen vakter begynner denne dagen',
  gapsIn: (days: string) =>
    `Hull i dekningen: ${days}. Ta det med i en linje, eller før opp hvem som dekker.`,
  gapsNone: 'Noen svarer hele døgnet alle disse dagene.',
  shorter: 'klokka stilles fram, døgnet er 23 timer',
  longer: 'klokka stilles tilbake, døgnet er 25 timer',
}

export const settings = {
  title: 'Distriktets opplysninger',
  name: 'Navn på distriktet',
  legalForm: 'Organisering',
  legalForms: {
    'single-municipality': 'én kommune',
    'host-municipality': 'vertskommune',
    'joint-task-community': 'oppgavefellesskap eller interkommunalt politisk råd',
    'intermunicipal-company': 'interkommunalt selskap',
  },
  languages: 'Språk distriktet bruker',
  languagesHelp: 'Hver person velger selv språk for sine sider.',
  calendarNames: 'Hva kalendere forteller om hvem som har vakt',
  calendarNamesHelp:
    'Gjelder kalendere som andre enn legen selv abonnerer på. Legevaktsentralen ser alltid navnet.',
  calendarNamesTold: {
    names: 'Navn: kalenderen viser fullt navn på den som har vakta.',
    initials: 'Initialer: kalenderen viser bare initialene.',
    none: 'Ingenting: kalenderen viser vaktene, men ikke hvem som har dem.',
  },
  save: 'Lagre',
  members: 'Kommuner',
  member: (name: string, dates: string) => `${name}, ${dates}`,
  add: 'Legg til kommune',
  municipality: 'Kommune',
  from: 'Gjelder fra',
  end: 'Avslutt',
  endOn: 'Første dag den ikke er med',
  endMemberLabel: (name: string) => `Avslutt ${name}`,
  coveredTitle: 'Når andre dekker',
  coveredLead:
    'Tid da en annen tjeneste svarer etter avtale, som fastlegekontorene på dagtid. Da krever ikke distriktet egen lege.',
  coveredWhat: (days: string, span: string) => `${days} ${span}`,
  coveredHolidays: 'også på helligdager',
  coveredNoHolidays: 'ikke på helligdager',
  coveredBehind: 'som bakvakt',
  coveredName: 'Hvem dekker',
  weekdays: 'Ukedager',
  start: 'Fra klokka',
  endTime: 'Til klokka',
  endTimeHelp: 'Et klokkeslett som ikke er etter starten, er dagen etter.',
  onHolidays: 'Gjelder også på helligdager',
  change: 'Endre',
  changeLabel: (name: string) => `Endre ${name}`,
  endCoveredLabel: (name: string) => `Avslutt ${name}`,
  endCoveredOn: 'Første dag de ikke dekker',
  addCovered: 'Legg til hvem som dekker',
  other: 'Det som avtales om tak, hvile, deling og bytter, står under Avtale.',
}

export const absences = {
  title: 'Fravær',
  lead: 'Hvem som ikke er tilgjengelig, uke for uke. Grunnen vises aldri.',
  period: 'Vis fra',
  weeks: 'Hvor lenge',
  quarter: 'et kvartal',
  half: 'et halvår',
  month: 'en måned',
  show: 'Vis',
  doctor: 'Lege',
  all: 'borte hele uka',
  part: (days: number) => (days === 1 ? 'borte én dag' : `borte ${days} dager`),
  risk: 'usikkert',
  some: 'borte fra noen vakter',
  legend: 'Fylt rute: borte. Halv rute: deler av uka. Stiplet: usikkert. Prikk: bare noen slags vakter.',
  none: 'Ingen er ført opp som borte i disse ukene.',
  add: 'Legg til fravær',
  addLead: 'Legen blir ikke satt opp disse dagene.',
  save: 'Se over',
  confirm: 'Lagre fraværet',
  previous: 'Tidligere',
  next: 'Senere',
  total: 'Borte i uka',
}
