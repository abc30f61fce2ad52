import { count, hours, number } from './format.ts'

/** Sentences of drafts, publishing and of one published duty. */
export const drafts = {
  title: 'Utkast',
  lead: 'Eit utkast er ein plan du kan byggje og endre fritt. Ingen andre ser det før du sender det på høyring eller publiserer.',
  none: 'Ingen utkast enno. Lag ein ny plan for å kome i gang.',
  new: 'Lag ny plan',
  newTitle: 'Ny plan',
  newLead: 'Vel periode og vaktlinjer. Det som alt er publisert i perioden, blir med inn i utkastet.',
  name: 'Namn på planen',
  nameHelp: 'Til dømes «Vår 2027».',
  from: 'Første dag',
  to: 'Siste dag',
  weeksHelp: 'Ein plan er høgst 54 veker. 26 veker er eit halvt år.',
  lines: 'Vaktlinjer',
  create: 'Lag utkast',
  period: 'Periode',
  status: 'Status',
  publications: 'Publisert tidlegare',
  publishedAt: 'Tidspunkt',
  what: 'Kva',
  kind: { publication: 'Plan', amendment: 'Endring av éi vakt' },
  reason: 'Grunn',
}

export const draft = {
  more: 'Meir',
  build: 'Bygg vaktlista',
  fill: (amount: number) => `Fyll ${count(amount, 'ledig vakt', 'ledige vakter')}`,
  fillHint: (open: number, held: number) =>
    `Bygginga set lege på ${count(open, 'ledig vakt', 'ledige vakter')} og rører ikkje ${held === 1 ? 'den' : `dei ${number(held)}`} som alt har lege. Du kan angre etterpå.`,
  rebuildHint: (held: number) =>
    `Alle vakter blir fordelte på nytt, også ${count(held, 'vakt', 'vakter')} som alt har lege her i utkastet. Berre låste og delte vakter står. Det som er publisert, blir ikkje endra før du publiserer utkastet.`,
  buildRunning: 'Vaktlista blir bygd no.',
  seeBuild: 'Sjå framdrifta',
  publish: 'Sjå over og publiser',
  isPublished: 'Utkastet er publisert. Endringar gjer du i vaktlista.',
  seeRota: 'Sjå vaktlista',
  hours: 'Sjå timar',
  undo: (step: string) => `Angre: ${step}`,
  redo: (step: string) => `Gjer om: ${step}`,
  overtaken: (who: string | null, duty: string) =>
    `Endringa di kan ikkje angrast: ${who ?? 'den publiserte vaktlista'} har endra ${duty} sidan, og det står. Du kan framleis angre det du gjorde før henne.`,
  undoBuild:
    'Alle vaktene som bygginga sette, blir som dei var før bygginga. Låsar og merknader står. Det du har endra for hand etterpå, må angrast først.',
  undoBuildDo: 'Angre heile bygginga',
  openInDraft: (amount: number) => `${count(amount, 'ledig vakt', 'ledige vakter')} i heile planen`,
  allHeld: 'alle vakter i planen har lege',
  clickHint:
    'Vel ei vakt i lista for å byte lege, dele eller låse henne. Låste vakter blir ikkje rørte når du byggjer.',
  emptyHint:
    'Trykk «Bygg vaktlista», så fordeler Legevaktplan alle vaktene. Det tek vanlegvis under eitt minutt. Du kan endre alt etterpå.',
  moved:
    'Vaktlista er endra etter at utkastet vart laga. Vakter du ikkje har rørt i utkastet, følgjer vaktlista.',
  stepOn: (kind: string, duty: string) => `${kind} (${duty})`,
  stepOnMany: (kind: string, amount: number) => `${kind} (${count(amount, 'vakt', 'vakter')})`,
  steps: 'Siste endringar',
}

export const clash = {
  title: (amount: number) => `${count(amount, 'vakt er', 'vakter er')} endra både her og i vaktlista`,
  lead: 'Vel kva som skal gjelde før du publiserer. Valet kan angrast.',
  sentence: (duty: string, here: string, published: string) =>
    `${duty}: ${here} i utkastet, ${published} i vaktlista.`,
  nobody: 'ingen',
  keep: 'Behald utkastet',
  take: 'Ta det publiserte',
  keepAll: 'Behald utkastet for alle',
  takeAll: 'Ta det publiserte for alle',
}

/** How good the draft is, in the words of the board. */
export const quality = {
  title: 'Slik er utkastet no',
  what: 'Kva',
  result: 'Resultat',
  rules: 'Åtvaringar',
  noRules: 'ingen',
  blocking: (amount: number) => `${number(amount)} må rettast`,
  warnings: (amount: number) => count(amount, 'åtvaring', 'åtvaringar'),
  overLimit: (minutes: number) => `${hours(minutes)} over til saman`,
  hours: 'Vakttimar mot rettferdig del',
  nights: 'Netter mot rettferdig del',
  weekends: 'Helger mot rettferdig del',
  over: (name: string, amount: string) => `mest over: ${name}, ${amount}`,
  under: (name: string, amount: string) => `mest under: ${name}, ${amount}`,
  even: 'heilt likt',
  wishes: 'Ønske',
  wishCount: (met: number, unmet: number) => `${number(met)} oppfylte, ${number(unmet)} ikkje oppfylte`,
  noWishes: 'ingen for denne perioden',
  blocks: 'Helger og veker delte mellom fleire legar',
  blockCount: (split: number, all: number) => `${number(split)} av ${number(all)}`,
}

export const publish = {
  title: 'Sjå over og publiser',
  differences: 'Skilnad for kvar lege',
  differencesNote: 'Samanlikna med det som er publisert no. Alle i tabellen får beskjed.',
  noDifferences: 'Ingen vakter blir endra.',
  gained: 'Får',
  lost: 'Mistar',
  moved: 'Får ny tid eller vaktform',
  showDuties: (amount: number) => count(amount, 'vakt', 'vakter'),
  open: (amount: number) => `${count(amount, 'plass er', 'plassar er')} utan lege. Du kan publisere likevel.`,
  blocking: 'Dette bryt ein regel',
  structural: 'Dette må rettast i utkastet. Det kan ikkje godtakast.',
  waive: 'Godta dette',
  waiveHelp: 'Koordinator og kommunen ser grunnen, legane ser berre regelen.',
  warnings: (amount: number) => `Sjå ${count(amount, 'åtvaring', 'åtvaringar')}`,
  atFloor: (amount: number) =>
    `${number(amount)} av dei er ikkje til å unngå: det er over grensa også når vaktene blir delte så jamt som det går.`,
  deadline: (date: string) => `Fristen for å publisere er ${date}.`,
  discussedOn: 'Drøfta med dei tillitsvalde',
  discussedHelp: 'Dagen planen vart drøfta. Kan stå tom.',
  reason: 'Merknad til publiseringa',
  reasonHelp: 'Blir vist i historikken. Kan stå tom.',
  clashing: (amount: number) =>
    `${count(amount, 'vakt er', 'vakter er')} endra både i utkastet og i vaktlista etter at utkastet vart laga. Vel i utkastet kva som skal gjelde.`,
  needsChanged: (amount: number) =>
    `${count(amount, 'vakt', 'vakter')} får ny tid, vaktform eller nytt tal på legar.`,
  publish: 'Publiser',
  back: 'Tilbake til utkastet',
  noChanges: 'Utkastet er likt det som er publisert. Det er ingenting å publisere.',
  fine: 'Ingenting stoppar publiseringa.',
}

export const duty = {
  title: (name: string, code: string, date: string) => `${name}, ${code}, ${date}`,
  holder: 'Vaktlege',
  time: 'Tid',
  length: 'Lengd',
  form: 'Vaktform',
  nobody: 'Ingen lege har vakta',
  before: 'Tek over etter',
  after: 'Blir avløyst av',
  backup: 'Bakvakt',
  none: 'ingen',
  same: 'same lege',
  history: 'Historikk',
  noHistory: 'Vakta er som ho vart publisert.',
  colleague: 'Også på vakta',
  backToRota: 'Vaktliste',
}

const REASONS = {
  'sick-cover': 'Dekkjer fråvær',
  swap: 'Byte',
  voluntary: 'Tek ekstra vakt frivillig',
  locum: 'Vikar',
  ordered: 'Pålagd',
}

export const amend = {
  title: 'Endre vakta',
  lead: 'Berre denne vakta blir endra. Dei det gjeld, får beskjed.',
  closedTitle: 'Perioden er avslutta',
  closed:
    'Vakta kan ikkje endrast meir. Ein feil i det som er ført, blir retta med ein korreksjon i timerekneskapen.',
  who: 'Kven skal ha vakta?',
  others: (amount: number) => `${count(amount, 'lege', 'legar')} som ikkje passar`,
  why: 'Kvifor blir vakta endra?',
  reasons: REASONS,
  note: 'Meir om grunnen',
  noteHelp: 'Kan stå tom.',
  waive: 'Endre likevel. Grunnen over blir lagra saman med regelbrotet.',
  broken: 'Endringa bryt ein regel:',
  save: 'Endre vakta',
  noOne: 'Vel kven som skal ha vakta',
  noReason: 'Vel kvifor vakta blir endra',
  leaveOpen: 'Ingen: la vakta stå ledig',
  part: 'Berre ein del av vakta',
  isPart: 'Endringa gjeld berre tida under',
  start: 'Frå',
  end: 'Til',
  reasonText: (origin: keyof typeof REASONS, note: string) =>
    note === '' ? REASONS[origin] : `${REASONS[origin]}: ${note}`,
}

export const panel = {
  now: 'No',
  candidates: 'Kven kan ta vakta?',
  others: (amount: number) => `${count(amount, 'lege', 'legar')} som ikkje passar`,
  current: 'har vakta no',
  below: (hours: string) => `${hours} under delen sin`,
  above: (hours: string) => `${hours} over delen sin`,
  lock: 'Lås',
  unlock: 'Lås opp',
  lockHelp: 'Ei låst vakt blir ikkje rørt når du byggjer.',
  isLocked: 'Låst: vakta kan ikkje endrast, og blir ikkje rørt når du byggjer.',
  clear: 'Tøm vakta',
  slice: 'Gi bort ein del av vakta',
  sliceLead: 'Den nye legen tek vakta i tida under. Resten blir som før.',
  sliceWho: 'Ny lege',
  sliceFrom: 'Frå',
  sliceTo: 'Til',
  sliceDo: 'Del vakta',
  swap: 'Byt plass med ei anna vakt',
  swapWith: 'Den andre vakta',
  swapDo: 'Byt plass',
  note: 'Merknad',
  addNote: 'Skriv merknad',
  changeNote: 'Endre merknaden',
  saveNote: 'Lagre merknad',
  swapOption: (holder: string, date: string, duty: string) => `${holder}: ${date}, ${duty}`,
  close: 'Lukk',
}
