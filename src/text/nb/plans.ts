import { count, hours, number } from './format.ts'

/** Sentences of drafts, publishing and of one published duty. */
export const drafts = {
  title: 'Utkast',
  lead: 'Et utkast er en plan du kan bygge og endre fritt. Ingen andre ser det før du sender det på høring eller publiserer.',
  none: 'Ingen utkast ennå. Lag en ny plan for å komme i gang.',
  new: 'Lag ny plan',
  newTitle: 'Ny plan',
  newLead: 'Velg periode og vaktlinjer. Det som alt er publisert i perioden, blir med inn i utkastet.',
  name: 'Navn på planen',
  nameHelp: 'For eksempel «Vår 2027».',
  from: 'Første dag',
  to: 'Siste dag',
  weeksHelp: 'En plan er høyst 54 uker. 26 uker er et halvt år.',
  lines: 'Vaktlinjer',
  create: 'Lag utkast',
  period: 'Periode',
  status: 'Status',
  publications: 'Publisert tidligere',
  publishedAt: 'Tidspunkt',
  what: 'Hva',
  kind: { publication: 'Plan', amendment: 'Endring av én vakt' },
  reason: 'Grunn',
}

export const draft = {
  /** What is done with a draft less often. */
  more: 'Mer',
  build: 'Bygg vaktlista',
  fill: (amount: number) => `Fyll ${count(amount, 'ledig vakt', 'ledige vakter')}`,
  fillHint: (open: number, held: number) =>
    `Byggingen setter lege på ${count(open, 'ledig vakt', 'ledige vakter')} og rører ikke ${held === 1 ? 'den' : `de ${number(held)}`} som alt har lege. Du kan angre etterpå.`,
  rebuildHint: (held: number) =>
    `Alle vakter fordeles på nytt, også ${count(held, 'vakt', 'vakter')} som alt har lege her i utkastet. Bare låste og delte vakter står. Det som er publisert, endres ikke før du publiserer utkastet.`,
  buildRunning: 'Vaktlista bygges nå.',
  seeBuild: 'Se framdriften',
  publish: 'Se over og publiser',
  isPublished: 'Utkastet er publisert. Endringer gjør du i vaktlista.',
  seeRota: 'Se vaktlista',
  hours: 'Se timer',
  undo: (step: string) => `Angre: ${step}`,
  redo: (step: string) => `Gjør om: ${step}`,
  overtaken: (who: string | null, duty: string) =>
    `Endringen din kan ikke angres: ${who ?? 'den publiserte vaktlista'} har endret ${duty} siden, og det står. Du kan fortsatt angre det du gjorde før den.`,
  undoBuild:
    'Alle vaktene som byggingen satte, blir som de var før byggingen. Låser og merknader står. Det du har endret for hånd etterpå, må angres først.',
  undoBuildDo: 'Angre hele byggingen',
  openInDraft: (amount: number) => `${count(amount, 'ledig vakt', 'ledige vakter')} i hele planen`,
  allHeld: 'alle vakter i planen har lege',
  clickHint:
    'Velg en vakt i lista for å bytte lege, dele eller låse den. Låste vakter røres ikke når du bygger.',
  emptyHint:
    'Trykk «Bygg vaktlista», så fordeler Legevaktplan alle vaktene. Det tar vanligvis under ett minutt. Du kan endre alt etterpå.',
  moved:
    'Vaktlista er endret etter at utkastet ble laget. Vakter du ikke har rørt i utkastet, følger vaktlista.',
  stepOn: (kind: string, duty: string) => `${kind} (${duty})`,
  stepOnMany: (kind: string, amount: number) => `${kind} (${count(amount, 'vakt', 'vakter')})`,
  steps: 'Siste endringer',
}

export const clash = {
  title: (amount: number) => `${count(amount, 'vakt er', 'vakter er')} endret både her og i vaktlista`,
  lead: 'Velg hva som skal gjelde før du publiserer. Valget kan angres.',
  sentence: (duty: string, here: string, published: string) =>
    `${duty}: ${here} i utkastet, ${published} i vaktlista.`,
  nobody: 'ingen',
  keep: 'Behold utkastet',
  take: 'Ta det publiserte',
  keepAll: 'Behold utkastet for alle',
  takeAll: 'Ta det publiserte for alle',
}

/** How good the draft is, in the words of the board. */
export const quality = {
  title: 'Slik er utkastet nå',
  what: 'Hva',
  result: 'Resultat',
  rules: 'Advarsler',
  noRules: 'ingen',
  blocking: (amount: number) => `${number(amount)} må rettes`,
  warnings: (amount: number) => count(amount, 'advarsel', 'advarsler'),
  overLimit: (minutes: number) => `${hours(minutes)} over til sammen`,
  hours: 'Vakttimer mot rettferdig andel',
  nights: 'Netter mot rettferdig andel',
  weekends: 'Helger mot rettferdig andel',
  over: (name: string, amount: string) => `mest over: ${name}, ${amount}`,
  under: (name: string, amount: string) => `mest under: ${name}, ${amount}`,
  even: 'helt likt',
  wishes: 'Ønsker',
  wishCount: (met: number, unmet: number) => `${number(met)} oppfylt, ${number(unmet)} ikke oppfylt`,
  noWishes: 'ingen for denne perioden',
  blocks: 'Helger og uker delt mellom flere leger',
  blockCount: (split: number, all: number) => `${number(split)} av ${number(all)}`,
}

export const publish = {
  title: 'Se over og publiser',
  differences: 'Forskjell for hver lege',
  differencesNote: 'Sammenlignet med det som er publisert nå. Alle i tabellen får beskjed.',
  noDifferences: 'Ingen vakter endres.',
  gained: 'Får',
  lost: 'Mister',
  moved: 'Får ny tid eller vaktform',
  showDuties: (amount: number) => count(amount, 'vakt', 'vakter'),
  open: (amount: number) => `${count(amount, 'plass er', 'plasser er')} uten lege. Du kan publisere likevel.`,
  blocking: 'Dette bryter en regel',
  structural: 'Dette må rettes i utkastet. Det kan ikke godtas.',
  waive: 'Godta dette',
  waiveHelp: 'Koordinator og kommunen ser grunnen, legene ser bare regelen.',
  warnings: (amount: number) => `Se ${count(amount, 'advarsel', 'advarsler')}`,
  atFloor: (amount: number) =>
    `${number(amount)} av dem kan ikke unngås: det er over grensen også når vaktene deles så jevnt som det går.`,
  deadline: (date: string) => `Frist for å publisere er ${date}.`,
  discussedOn: 'Drøftet med tillitsvalgte',
  discussedHelp: 'Dagen planen ble drøftet. Kan stå tom.',
  reason: 'Merknad til publiseringen',
  reasonHelp: 'Vises i historikken. Kan stå tom.',
  clashing: (amount: number) =>
    `${count(amount, 'vakt er', 'vakter er')} endret både i utkastet og i vaktlista etter at utkastet ble laget. Velg i utkastet hva som skal gjelde.`,
  needsChanged: (amount: number) =>
    `${count(amount, 'vakt', 'vakter')} får ny tid, vaktform eller antall leger.`,
  publish: 'Publiser',
  back: 'Tilbake til utkastet',
  noChanges: 'Utkastet er likt det som er publisert. Det er ingenting å publisere.',
  fine: 'Ingenting stopper publiseringen.',
}

export const duty = {
  title: (name: string, code: string, date: string) => `${name}, ${code}, ${date}`,
  holder: 'Vaktlege',
  time: 'Tid',
  length: 'Varighet',
  form: 'Vaktform',
  nobody: 'Ingen lege har vakta',
  before: 'Tar over etter',
  after: 'Avløses av',
  backup: 'Bakvakt',
  none: 'ingen',
  same: 'samme lege',
  history: 'Historikk',
  noHistory: 'Vakta er som den ble publisert.',
  colleague: 'Også på vakta',
  backToRota: 'Vaktliste',
}

const REASONS = {
  'sick-cover': 'Dekker fravær',
  swap: 'Bytte',
  voluntary: 'Tar ekstra vakt frivillig',
  locum: 'Vikar',
  ordered: 'Pålagt',
}

export const amend = {
  title: 'Endre vakta',
  lead: 'Bare denne vakta endres. De som er berørt, får beskjed.',
  closedTitle: 'Perioden er avsluttet',
  closed: 'Vakta kan ikke endres mer. En feil i det som er ført, rettes med en korreksjon i timeregnskapet.',
  who: 'Hvem skal ha vakta?',
  others: (amount: number) => `${count(amount, 'lege', 'leger')} som ikke passer`,
  why: 'Hvorfor endres vakta?',
  reasons: REASONS,
  note: 'Mer om grunnen',
  noteHelp: 'Kan stå tom.',
  waive: 'Endre likevel. Grunnen over blir lagret sammen med regelbruddet.',
  broken: 'Endringen bryter en regel:',
  save: 'Endre vakta',
  noOne: 'Velg hvem som skal ha vakta',
  noReason: 'Velg hvorfor vakta endres',
  leaveOpen: 'Ingen: la vakta stå ledig',
  part: 'Bare en del av vakta',
  isPart: 'Endringen gjelder bare tiden under',
  start: 'Fra',
  end: 'Til',
  reasonText: (origin: keyof typeof REASONS, note: string) =>
    note === '' ? REASONS[origin] : `${REASONS[origin]}: ${note}`,
}

export const panel = {
  now: 'Nå',
  candidates: 'Hvem kan ta vakta?',
  others: (amount: number) => `${count(amount, 'lege', 'leger')} som ikke passer`,
  current: 'har vakta nå',
  below: (hours: string) => `${hours} under andelen`,
  above: (hours: string) => `${hours} over andelen`,
  lock: 'Lås',
  unlock: 'Lås opp',
  lockHelp: 'En låst vakt røres ikke når du bygger.',
  isLocked: 'Låst: vakta kan ikke endres, og røres ikke når du bygger.',
  clear: 'Tøm vakta',
  slice: 'Gi bort en del av vakta',
  sliceLead: 'Den nye legen tar vakta i tiden under. Resten blir som før.',
  sliceWho: 'Ny lege',
  sliceFrom: 'Fra',
  sliceTo: 'Til',
  sliceDo: 'Del vakta',
  swap: 'Bytt plass med en annen vakt',
  swapWith: 'Den andre vakta',
  swapDo: 'Bytt plass',
  note: 'Merknad',
  addNote: 'Skriv merknad',
  changeNote: 'Endre merknaden',
  saveNote: 'Lagre merknad',
  swapOption: (holder: string, date: string, duty: string) => `${holder}: ${date}, ${duty}`,
  close: 'Lukk',
}
