import { visible } from '../plain-text.ts'

const given = (value: string) => (value === '' ? '' : `: «${visible(value)}»`)

/** What is wrong with one field of a set-up screen, with what was given and what it is held against. */
export const faults = {
  'initials-taken': (value: string, [holder = '', free = '']: readonly string[] = []) =>
    `Initialane «${visible(value)}» er brukte av ${visible(holder)}. Ledig: ${visible(free)}`,
  'not-a-member': (value: string) => `Kommunen er ikkje med i distriktet${given(value)}`,
  'not-hours': (value: string) => `Skriv frå og til klokka, til dømes 8–15.30${given(value)}`,
  'no-duties': () => 'Linja må ha minst éi vakt. Kryss av kva dagar vakta gjeld',
  'over-own-line': (value: string, [other = '']: readonly string[] = []) =>
    `Vakta ${visible(value)} går inn i vakta ${visible(other)} på same linje. Dei kan overlappe høgst 15 minutt`,
  'behind-itself': () => 'Ei linje kan ikkje vere bakvakt for seg sjølv',
  'code-taken': (value: string, [holder = '']: readonly string[] = []) =>
    `Forkortinga «${visible(value)}» er brukt av linja ${visible(holder)}`,
  'stands-behind': (value: string) =>
    `${visible(value)} er bakvakt berre for denne linja. Avslutt den linja først, eller la ho stå bak ei anna`,
  'form-published': () =>
    'Linja har publiserte vakter, og då kan ikkje slags vakt endrast. Avslutt linja, og lag ei ny frå den dagen',
  'unknown-municipality': (value: string) =>
    `Ingen kommune i Noreg heiter dette${given(value)}. Skriv namnet slik det står i lista, eller kommunenummeret`,
  'many-municipalities': (value: string, numbers: readonly string[] = []) =>
    `Fleire kommunar heiter «${visible(value)}». Skriv nummeret: ${numbers.join(' eller ')}`,
  'too-many': (value: string, [most = '']: readonly string[] = []) =>
    `Det er for mange${given(value)}. Grensa er ${most}`,
}

/** Names that the starter gives to what it makes. */
export const starter = {
  words: {
    lines: { home: 'Heimevakt', backup: 'Bakvakt', 'on-site': 'Tilstadevakt', night: 'Heimevakt natt' },
    windows: {
      weekday: 'Kveld og natt',
      early: 'Frå kl. 12',
      day: 'Dagvakt',
      evening: 'Kveldsvakt',
      night: 'Nattevakt',
      whole: 'Døgnvakt',
    },
    surgeries: 'Fastlegekontora på dagtid',
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
  title: 'Lag eit nytt distrikt',
  lead: 'Svar på nokre få spørsmål, så kan du byggje ei vaktliste med ein gong. Alt kan endrast sidan.',
  fromFile: 'Har du ei distriktsfil frå før? Les ho inn i staden.',
  link: 'Lag eit nytt distrikt',
  where: '1. Kva kommunar er med?',
  whereHelp: 'Skriv namnet på kommunen eller kommunenummeret, éin i kvar rute. Tomme ruter tel ikkje.',
  municipality: (number: number) => `Kommune ${number}`,
  municipalityLabel: 'Kommune',
  moreRows: 'Fleire kommunar',
  how: '2. Korleis er legevakta bemanna?',
  howHelp:
    'Vel det som liknar mest. Biletet viser ei vanleg veke frå måndag til sundag, midnatt til midnatt.',
  staffings: {
    home: {
      name: 'Éi heimevakt',
      text: 'Éin lege om gongen: kveld og natt på kvardagar, heile døgn i helger og på heilagdagar.',
    },
    'home-weeks': {
      name: 'Heimevakt i heile veker',
      text: 'Som over, men same lege har vakta heile veka frå måndag.',
    },
    'home-and-backup': {
      name: 'Heimevakt med bakvakt',
      text: 'Ei heimevakt, og ei bakvakt bak ho heile tida.',
    },
    'on-site-and-home': {
      name: 'Tilstadevakt kveld og helg, heimevakt om natta',
      text: 'Ein lege på legevakta til kl. 23, og ein annan på heimevakt til kl. 08.',
    },
    'on-site': { name: 'Tilstadevakt heile tida', text: 'Ein lege på legevakta kveld, natt og helg.' },
  },
  staffing: 'Bemanning',
  hours: 'Fastlegekontora dekkjer kvardagar kl. 08–16. Klokkesletta kan endrast sidan.',
  who: '3. Kven deler vaktene?',
  names: 'Namn på legane',
  namesHelp:
    'Éin lege på kvar linje. Du kan lime inn frå eit rekneark. Initialar og kommune kan stå etter namnet: «Kari Berg, KB, Voss».',
  count: 'Eller kor mange legar',
  countHelp: 'Utan namn lagar vi «Lege 1», «Lege 2» og så vidare. Du set inn namna sidan.',
  competence: 'Kan legane ha vakt åleine?',
  competenceHelp:
    'Kompetanseforskrifta krev begge kursa av alle som har legevakt, og bakvakt for den som ikkje kan vere åleine.',
  confirmed:
    'Ja. Alle er spesialistar eller i spesialisering i allmennmedisin, og har akuttmedisinkurs og kurs i valds- og overgrepshandtering',
  later: 'Det fører eg opp på kvar lege sidan. Ingen kan setjast opp før det er gjort',
  submit: 'Lag distriktet',
  chosenLater:
    'Det vi ikkje spør om, står ope til du fører det opp: kontortid, avtalar, og alle verdiane i den lokale avtalen. Så lenge er dei ikkje kontrollerte.',
}

/** The overview of what is set and what is missing. */
export const overview = {
  title: 'Oppsett',
  lead: 'Det vaktlista blir bygd av, i den rekkjefølgja ein gjer det.',
  ready: 'Distriktet er klart til å byggje vaktliste.',
  notReady: 'Noko manglar før ei vaktliste kan byggjast.',
  build: 'Lag ny plan',
  states: { done: 'Ført opp', missing: 'Manglar', unchecked: 'Ikkje kontrollert', optional: 'Kan vente' },
  settings: 'Distriktet',
  settingsText: (municipalities: string) => `Kommunar: ${municipalities}.`,
  noMembers: 'Ingen kommune er med no.',
  covered: (names: string) => `Andre dekkjer: ${names}.`,
  nothingCovered: 'Ingen andre dekkjer noko av døgnet.',
  host: 'Organisert som vertskommune. Rett det om de er organiserte på ein annan måte.',
  lines: 'Vaktlinjer',
  lineText: (name: string, form: string) => (name.toLowerCase() === form ? `${name}:` : `${name} (${form}):`),
  noLines: 'Ingen linjer har vakter. Lag minst éi.',
  gaps: (amount: number, first: string) =>
    amount === 1
      ? `Éin gong i dagane vi viser, svarer ingen: ${first}.`
      : `${amount} gonger i dagane vi viser, svarer ingen. Den første: ${first}.`,
  noGaps: 'Nokon svarer heile døgnet, også i jul, påske og natta klokka blir stilt.',
  doctors: 'Legar',
  doctorCount: (amount: number) => (amount === 1 ? 'Éin lege deltek.' : `${amount} legar deltek.`),
  noDoctors: 'Ingen legar deltek. Legg til minst éin.',
  placeholders: (amount: number) =>
    amount === 1 ? 'Éin har ikkje fått namn enno.' : `${amount} har ikkje fått namn enno.`,
  competence: 'Kompetanse',
  allAble: 'Alle som deltek, kan ha vakt.',
  unable: (names: string) => `Kan ikkje ha vakt, fordi kompetanse eller kurs manglar: ${names}.`,
  noBackups: 'Ingen kan vere bakvakt, og distriktet har ei bakvaktlinje.',
  noEvidence: (amount: number) =>
    amount === 1
      ? 'For éin lege er kompetansen stadfesta utan bevis. Kursa er ikkje kontrollerte.'
      : `For ${amount} legar er kompetansen stadfesta utan bevis. Kursa er ikkje kontrollerte.`,
  surgery: 'Kontortid',
  surgeryMissing: (amount: number) =>
    amount === 1
      ? 'Éin lege har ikkje oppgitt kontortid. Då er samla arbeidstid ikkje kjend, og taket for veka ikkje kontrollert.'
      : `${amount} legar har ikkje oppgitt kontortid. Då er samla arbeidstid ikkje kjend, og taket for veka ikkje kontrollert.`,
  surgeryKnown: 'Alle har oppgitt kontortid.',
  absences: 'Fråvær',
  absencesText: (amount: number) =>
    amount === 0
      ? 'Ingen er førte opp som borte.'
      : amount === 1
        ? 'Éi tid er ført opp.'
        : `${amount} tider er førte opp.`,
  agreement: 'Lokal avtale',
  agreementText: (amount: number) =>
    amount === 1
      ? 'Éin verdi er vedteken. Det som ikkje er vedteke, er ikkje kontrollert.'
      : `${amount} verdiar er vedtekne. Det som ikkje er vedteke, er ikkje kontrollert.`,
  nothingAdopted: 'Ingen verdiar er vedtekne. Tak og minste tal på legar er ikkje kontrollert.',
  andMore: (names: string, more: number) => `${names} og ${more} til`,
  lastChange: 'Siste endring i oppsettet',
  changed: (what: string, when: string, by: string) => `${what}, ${when}${by === '' ? '' : ` av ${by}`}.`,
  actions: {
    'save-doctor': 'Ein lege vart lagd til eller endra',
    'save-doctors': 'Fleire legar vart lagde til eller endra',
    'end-doctor': 'Ein lege vart avslutta',
    'save-line': 'Ei vaktlinje vart lagd til eller endra',
    'end-line': 'Ei vaktlinje vart avslutta',
    'save-district': 'Opplysningane om distriktet vart endra',
  } as Readonly<Record<string, string>>,
  otherAction: 'Oppsettet vart endra',
  undo: 'Angre endringa',
  cannotUndo:
    'Endringa kan ikkje angrast lenger. Det ho galdt, er endra sidan, eller har fått fråvær eller ønske. Rett det i staden.',
  inUse: 'Endringa kan ikkje angrast. Det ho la til, er i bruk i vaktlista eller i eit utkast.',
  laterChange: 'Oppsettet er endra igjen sidan du opna sida. Sjå kva som står der no.',
}

/** What a set-up form says when something stands in the way of all of it. */
export const blocked = {
  title: 'Ingenting er lagra',
  stale:
    'Nokon andre har endra dette sidan du opna sida. Under står det du skreiv. Opne sida på nytt for å sjå det som gjeld no.',
  unchanged: 'Ingenting er annleis enn det som står frå før.',
  inUse: 'Det er i bruk i vaktlista eller i eit utkast.',
  reload: 'Opne sida på nytt',
}

export const preview = {
  title: 'Vaktene dette gir',
  lead: 'Dagane der klokkeslett oftast blir feil. Heiltrekt felt er tilstadevakt, lyst felt er heimevakt, stipla felt er bakvakt.',
  parts: {
    'ordinary-week': 'Ei vanleg veke',
    christmas: 'Jul og nyttår',
    easter: 'Påske',
    'constitution-day': '17. mai',
    'clock-change': 'Natta klokka blir stilt',
  },
  duty: (code: string, span: string, name: string, hours: string) => `${code} ${span} ${name} (${hours})`,
  several: (amount: number) => `${amount} legar`,
  gap: (spans: string) => `Ingen svarer: ${spans}`,
  overlap: (spans: string) => `To på same linje: ${spans}`,
  nothing: 'Ingen vakter byrjar denne dagen',
  gapsIn: (days: string) => `Hol i dekninga: ${days}. Ta det med i ei linje, eller før opp kven som dekkjer.`,
  gapsNone: 'Nokon svarer heile døgnet alle desse dagane.',
  shorter: 'klokka blir stilt fram, døgnet er 23 timar',
  longer: 'klokka blir stilt tilbake, døgnet er 25 timar',
}

export const settings = {
  title: 'Opplysningar om distriktet',
  name: 'Namn på distriktet',
  legalForm: 'Organisering',
  legalForms: {
    'single-municipality': 'éin kommune',
    'host-municipality': 'vertskommune',
    'joint-task-community': 'oppgåvefellesskap eller interkommunalt politisk råd',
    'intermunicipal-company': 'interkommunalt selskap',
  },
  languages: 'Språk distriktet bruker',
  languagesHelp: 'Kvar person vel sjølv språk for sidene sine.',
  calendarNames: 'Kva kalendrar fortel om kven som har vakt',
  calendarNamesHelp:
    'Gjeld kalendrar som andre enn legen sjølv abonnerer på. Legevaktsentralen ser alltid namnet.',
  calendarNamesTold: {
    names: 'Namn: kalenderen viser fullt namn på den som har vakta.',
    initials: 'Initialar: kalenderen viser berre initialane.',
    none: 'Ingenting: kalenderen viser vaktene, men ikkje kven som har dei.',
  },
  save: 'Lagre',
  members: 'Kommunar',
  member: (name: string, dates: string) => `${name}, ${dates}`,
  add: 'Legg til kommune',
  municipality: 'Kommune',
  from: 'Gjeld frå',
  end: 'Avslutt',
  endOn: 'Første dag han ikkje er med',
  endMemberLabel: (name: string) => `Avslutt ${name}`,
  coveredTitle: 'Når andre dekkjer',
  coveredLead:
    'Tid då ei anna teneste svarer etter avtale, som fastlegekontora på dagtid. Då krev ikkje distriktet eigen lege.',
  coveredWhat: (days: string, span: string) => `${days} ${span}`,
  coveredHolidays: 'også på heilagdagar',
  coveredNoHolidays: 'ikkje på heilagdagar',
  coveredBehind: 'som bakvakt',
  coveredName: 'Kven dekkjer',
  weekdays: 'Vekedagar',
  start: 'Frå klokka',
  endTime: 'Til klokka',
  endTimeHelp: 'Eit klokkeslett som ikkje er etter starten, er dagen etter.',
  onHolidays: 'Gjeld også på heilagdagar',
  change: 'Endre',
  changeLabel: (name: string) => `Endre ${name}`,
  endCoveredLabel: (name: string) => `Avslutt ${name}`,
  endCoveredOn: 'Første dag dei ikkje dekkjer',
  addCovered: 'Legg til kven som dekkjer',
  other: 'Det som blir avtalt om tak, kvile, deling og byte, står under Avtale.',
}

export const absences = {
  title: 'Fråvær',
  lead: 'Kven som ikkje er tilgjengeleg, veke for veke. Grunnen blir aldri vist.',
  period: 'Vis frå',
  weeks: 'Kor lenge',
  quarter: 'eit kvartal',
  half: 'eit halvår',
  month: 'ein månad',
  show: 'Vis',
  doctor: 'Lege',
  all: 'borte heile veka',
  part: (days: number) => (days === 1 ? 'borte éin dag' : `borte ${days} dagar`),
  risk: 'usikkert',
  some: 'borte frå nokre vakter',
  legend: 'Fylt rute: borte. Halv rute: delar av veka. Stipla: usikkert. Prikk: berre nokre slags vakter.',
  none: 'Ingen er førte opp som borte i desse vekene.',
  add: 'Legg til fråvær',
  addLead: 'Legen blir ikkje sett opp desse dagane.',
  save: 'Sjå over',
  confirm: 'Lagre fråværet',
  previous: 'Tidlegare',
  next: 'Seinare',
  total: 'Borte i veka',
}
