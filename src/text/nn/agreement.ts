import type { ParameterStatus } from '../../core/rota/agreement.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { weekLists } from '../week-lists.ts'
import { count, date, dateOnly, list, number } from './format.ts'

/** Sentences of the agreement's pages. */
export const title = 'Avtalen'
export const lead =
  'Her står grensene distriktet har bestemt, og korleis timar blir talde. Ei åtvaring kjem berre der ei grense er sett.'
export const leadReader = 'Vaktkoordinatoren kan endre dette. Ingenting forsvinn: gamle verdiar blir ståande.'
export const leadCoordinator =
  'Vel ei linje for å endre henne. Du ser kva endringa gjer før noko blir lagra, og gamle verdiar blir ståande.'
export const contents = 'Delar av avtalen'

export const unchecked = {
  title: (amount: number) => `${count(amount, 'regel', 'reglar')} blir ikkje sjekka`,
  lead: 'Distriktet har ikkje sett noka grense her, så vaktlista får inga åtvaring. Vel ei for å setje grensa.',
  short: (rules: readonly string[]) => `Dette blir ikkje sjekka, fordi inga grense er sett: ${list(rules)}.`,
  within: (rule: string, spans: readonly string[] | null) =>
    spans === null ? rule : `${rule} (berre ${list(spans)})`,
  link: 'Sjå avtalen',
}

/** How strongly a value holds. */
export const tags = {
  adopted: 'vedteken',
  default: 'standard',
  reference: 'strek, gir inga åtvaring',
  'unset-limit': 'ikkje sett: blir ikkje sjekka',
  unset: 'ikkje sett',
  coming: 'kjem',
  former: 'gjaldt før',
  withdrawn: 'trekt før han gjaldt',
}

export const row = {
  origin: (source: string, from: LocalDate, author: string) =>
    `Frå ${dateOnly(from)}. ${source}. Skriven inn av ${author}.`,
  standard: (source: string) => `Kjelde: ${source}.`,
  standardUnset: (source: string) => `Sjå ${source}.`,
  line: (value: string) => `Strek til samanlikning: ${value}. Han gir inga åtvaring.`,
  coming: (from: LocalDate, value: string, isLine: boolean) =>
    isLine ? `Strek frå ${dateOnly(from)}: ${value}.` : `Vedteken frå ${dateOnly(from)}: ${value}.`,
  ends: (to: LocalDate) => `Gjeld ikkje lenger frå ${date(to)}.`,
}

export const page = {
  now: 'Gjeld no',
  source: 'Kjelde',
  from: 'Gjeld frå',
  decidedOn: 'Vedteken',
  author: 'Skriven inn av',
  line: 'Strek',
  start: 'Standard',
  noStart: (source: string) => `ingen, sjå ${source}`,
  noStartOwn: 'ingen, distriktet avgjer',
  startOf: (value: string, source: string) => `${value} (${source})`,
  usedBy: 'Blir brukt av',
  noRule: 'ingen regel med åtvaring',
  builder: 'bygging av vaktlister',
  recorded: 'berre skriven ned her: Legevaktplan gjer ingenting med han enno',
  history: 'Alt som har vore sett',
  historyNote:
    'Ein ny verdi blir alltid skriven som ei ny linje. Vakter før datoen blir vurderte etter det som gjaldt då.',
  noHistory: 'Distriktet har ikkje sett nokon verdi.',
  enteredBy: (author: string, decidedOn: LocalDate | null) =>
    decidedOn === null
      ? `Skriven inn av ${author}.`
      : `Vedteken ${dateOnly(decidedOn)}. Skriven inn av ${author}.`,
  again: (value: string) => `Bruk ${value} igjen`,
  back: 'Tilbake til avtalen',
}

export const form = {
  title: 'Ny verdi',
  value: 'Ny verdi',
  presets: 'Fyll inn',
  presetNote: (source: string) => `(${source})`,
  presetHelp: 'Knappane fyller berre ut skjemaet. Ingenting gjeld før du lagrar.',
  hours: 'timar',
  minutes: 'minutt',
  range: (least: string, most: string) => `Frå ${least} til ${most}.`,
  mayBeEmpty: 'Kan stå tom.',
  weightHelp: 'Skriv til dømes 1, 0,5 eller 1/7.',
  steps: {
    0.25: 'Mykje mindre (1/4)',
    0.5: 'Mindre (1/2)',
    1: 'Som vanleg (1)',
    2: 'Meir (2)',
    4: 'Mykje meir (4)',
  },
  ownNumber: 'Eit anna tal',
  numberFor: (label: string) => `Tal for «${label}»`,
  timesHelp: 'Skil med komma, til dømes 08:00, 16:00, 23:00.',
  numbersHelp: 'Skil med komma, til dømes 5, 6.',
  timeHelp: 'Til dømes 16:00.',
  dayHelp: 'Dag og månad, til dømes 10.3.',
  nullableMinutes: 'La det stå tomt når bakvakta svarer på telefon.',
  byMunicipality:
    'Lat stå tomt når nøkkelen følgjer folketalet. Elles: talet på pasientar, eller delar som prosent eller vekt.',
  rowsHelp: 'Tomme linjer blir hoppa over.',
  rowOf: (index: number) => `Linje ${number(index)}`,
  choiceOf: (index: number) => `Nummer ${number(index)}`,
  notSet: 'ikkje sett',
  status: 'Kva tyder verdien?',
  statuses: {
    adopted: 'Vedteken: gjeld for vaktlista',
    reference: 'Berre ein strek: blir vist til samanlikning og gir inga åtvaring',
  } satisfies Record<ParameterStatus, string>,
  from: 'Gjeld frå',
  fromHelp: 'Vakter før denne dagen blir vurderte som før.',
  fromOpen: (openFrom: LocalDate) =>
    `Vakter før denne dagen blir vurderte som før. Tidlegast ${dateOnly(openFrom)}, for tida før er avslutta.`,
  decidedOn: 'Vedteken dato',
  decidedOnHelp: 'Dagen vedtaket vart gjort.',
  decidedOnLine: 'Dagen vedtaket vart gjort. Kan stå tom for ein strek.',
  source: 'Kjelde',
  sourceHelp: 'Kvar det er bestemt, til dømes «Legevaktutvalet, sak 4/27».',
  preview: 'Sjå kva det endrar',
  endTitle: 'Skal verdien slutte å gjelde?',
  endLead: (after: string) => `Etterpå gjeld: ${after}.`,
  endTo: 'Gjeld ikkje lenger frå',
  endPreview: 'Sjå kva det endrar',
}

export const preview = {
  title: 'Sjå over før du lagrar',
  nothingStored: 'Ingenting er lagra enno.',
  change: (name: string, before: string, after: string, from: LocalDate) =>
    `${name}: ${before} → ${after} frå ${date(from)}.`,
  before: 'No',
  after: 'Etterpå',
  from: 'Frå',
  until: (to: LocalDate, value: string) =>
    `Verdien gjeld til ${date(to)}. Då tek ${value} over, for det er bestemt frå før.`,
  line: 'Dette er berre ein strek. Han gir ingen åtvaringar, heller ikkje på vakter som alt er sette opp.',
  arranges: 'Ingen regel gir åtvaring etter denne verdien.',
  counts:
    'Dette endrar korleis timar, netter eller helger blir talde frå denne dagen. Periodar som er avslutta, blir ikkje endra.',
  past: (first: LocalDate) =>
    `Datoen er tilbake i tid. Publiserte vakter frå ${dateOnly(first)} blir vurderte på nytt etter den nye verdien. Sjølve vaktene blir ikkje endra.`,
  published: (range: string) => `Publisert vaktliste, ${range}`,
  draft: (name: string, range: string) => `Utkastet «${name}», ${range}`,
  nothingTouched: 'Ingen publiserte vakter eller opne utkast ligg etter denne datoen.',
  same: 'Ingen nye brot eller åtvaringar, og ingen som fell bort.',
  moreWeeks: (value: string, weeks: number, doctors: number) =>
    `Med ${value} er ${count(weeks, 'veke', 'veker')} til utanfor grensa, hos ${count(doctors, 'lege', 'legar')}.`,
  fewerWeeks: (value: string, weeks: number, doctors: number) =>
    `Med ${value} er ${count(weeks, 'veke', 'veker')} ikkje lenger utanfor grensa, hos ${count(doctors, 'lege', 'legar')}.`,
  moreWindows: (value: string, windows: number, doctors: number) =>
    `Med ${value} er ${count(windows, 'stykke på sju døgn', 'stykke på sju døgn')} til utanfor grensa, hos ${count(doctors, 'lege', 'legar')}.`,
  fewerWindows: (value: string, windows: number, doctors: number) =>
    `Med ${value} er ${count(windows, 'stykke på sju døgn', 'stykke på sju døgn')} ikkje lenger utanfor grensa, hos ${count(doctors, 'lege', 'legar')}.`,
  atFloor: (amount: number) =>
    `${number(amount)} av dei er ikkje til å unngå: det er over grensa også når vaktene blir delte så jamt som det går.`,
  more: {
    structural: (amount: number) => `${count(amount, 'brot', 'brot')} til som må rettast.`,
    blocks: (amount: number) => `${count(amount, 'brot', 'brot')} til som stoppar publisering.`,
    warns: (amount: number) => `${count(amount, 'åtvaring', 'åtvaringar')} til.`,
    shown: (amount: number) => `${count(amount, 'ting', 'ting')} til som berre blir vist, utan åtvaring.`,
  },
  fewer: {
    structural: (amount: number) => `${count(amount, 'brot', 'brot')} som måtte rettast, fell bort.`,
    blocks: (amount: number) => `${count(amount, 'brot', 'brot')} som stoppa publisering, fell bort.`,
    warns: (amount: number) => `${count(amount, 'åtvaring', 'åtvaringar')} fell bort.`,
    shown: (amount: number) => `${count(amount, 'ting', 'ting')} som berre vart vist, fell bort.`,
  },
  moreTitle: 'Kjem til',
  fewerTitle: 'Fell bort',
  everyone: 'Heile distriktet',
  weeks: weekLists('veke', list),
  why: (amount: number) => `Sjå ${amount === 1 ? 'den' : `alle ${number(amount)}`}`,
  save: 'Lagre',
  saveEnd: 'Lagre slutten',
  edit: 'Gå tilbake og endre',
  unset: 'ikkje sett',
}

export const refusals = {
  'nothing-changed': 'Denne verdien gjeld alt, etter det same vedtaket. Ingenting er lagra.',
  'stale-revision':
    'Avtalen er endra av nokon andre sidan du såg på han. Tala under er nye. Sjå over på nytt før du lagrar.',
}

/** On the district's first page and in other lists. */
export const link = 'Avtalen: grenser og reglar'
