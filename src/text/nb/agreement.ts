import type { ParameterStatus } from '../../core/rota/agreement.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { weekLists } from '../week-lists.ts'
import { count, date, dateOnly, list, number } from './format.ts'

/** Sentences of the agreement's pages. */
export const title = 'Avtalen'
export const lead =
  'Her står grensene distriktet har bestemt, og hvordan timer telles. En advarsel kommer bare der en grense er satt.'
export const leadReader =
  'Vaktkoordinatoren kan endre dette. Ingenting forsvinner: gamle verdier blir stående.'
export const leadCoordinator =
  'Velg en linje for å endre den. Du ser hva endringen gjør før noe lagres, og gamle verdier blir stående.'
export const contents = 'Deler av avtalen'

export const unchecked = {
  title: (amount: number) => `${count(amount, 'regel', 'regler')} sjekkes ikke`,
  lead: 'Distriktet har ikke satt noen grense her, så vaktlista får ingen advarsel. Velg en for å sette grensen.',
  /** Where rules are listed elsewhere. */
  short: (rules: readonly string[]) => `Dette sjekkes ikke, fordi ingen grense er satt: ${list(rules)}.`,
  /** Where it is silent on some of the days alone. */
  within: (rule: string, spans: readonly string[] | null) =>
    spans === null ? rule : `${rule} (bare ${list(spans)})`,
  link: 'Se avtalen',
}

/** How strongly a value holds. */
export const tags = {
  adopted: 'vedtatt',
  default: 'standard',
  reference: 'strek, gir ingen advarsel',
  'unset-limit': 'ikke satt: sjekkes ikke',
  unset: 'ikke satt',
  coming: 'kommer',
  former: 'gjaldt før',
  withdrawn: 'trukket før den gjaldt',
}

export const row = {
  origin: (source: string, from: LocalDate, author: string) =>
    `Fra ${dateOnly(from)}. ${source}. Skrevet inn av ${author}.`,
  standard: (source: string) => `Kilde: ${source}.`,
  standardUnset: (source: string) => `Se ${source}.`,
  line: (value: string) => `Strek til sammenligning: ${value}. Den gir ingen advarsel.`,
  coming: (from: LocalDate, value: string, isLine: boolean) =>
    isLine ? `Strek fra ${dateOnly(from)}: ${value}.` : `Vedtatt fra ${dateOnly(from)}: ${value}.`,
  ends: (to: LocalDate) => `Gjelder ikke lenger fra ${date(to)}.`,
}

export const page = {
  now: 'Gjelder nå',
  source: 'Kilde',
  from: 'Gjelder fra',
  decidedOn: 'Vedtatt',
  author: 'Skrevet inn av',
  line: 'Strek',
  start: 'Standard',
  noStart: (source: string) => `ingen, se ${source}`,
  noStartOwn: 'ingen, distriktet bestemmer',
  startOf: (value: string, source: string) => `${value} (${source})`,
  usedBy: 'Brukes av',
  noRule: 'ingen regel med advarsel',
  builder: 'bygging av vaktlister',
  recorded: 'bare skrevet ned her: Legevaktplan gjør ingenting med den ennå',
  history: 'Alt som har vært satt',
  historyNote:
    'En ny verdi skrives alltid som en ny linje. Vakter før datoen vurderes etter det som gjaldt da.',
  noHistory: 'Distriktet har ikke satt noen verdi.',
  enteredBy: (author: string, decidedOn: LocalDate | null) =>
    decidedOn === null
      ? `Skrevet inn av ${author}.`
      : `Vedtatt ${dateOnly(decidedOn)}. Skrevet inn av ${author}.`,
  again: (value: string) => `Bruk ${value} igjen`,
  back: 'Tilbake til avtalen',
}

export const form = {
  title: 'Ny verdi',
  value: 'Ny verdi',
  presets: 'Fyll inn',
  presetNote: (source: string) => `(${source})`,
  presetHelp: 'Knappene fyller bare ut skjemaet. Ingenting gjelder før du lagrer.',
  hours: 'timer',
  minutes: 'minutter',
  range: (least: string, most: string) => `Fra ${least} til ${most}.`,
  mayBeEmpty: 'Kan stå tom.',
  weightHelp: 'Skriv for eksempel 1, 0,5 eller 1/7.',
  steps: {
    0.25: 'Mye mindre (1/4)',
    0.5: 'Mindre (1/2)',
    1: 'Som vanlig (1)',
    2: 'Mer (2)',
    4: 'Mye mer (4)',
  },
  ownNumber: 'Et annet tall',
  numberFor: (label: string) => `Tall for «${label}»`,
  timesHelp: 'Skill med komma, for eksempel 08:00, 16:00, 23:00.',
  numbersHelp: 'Skill med komma, for eksempel 5, 6.',
  timeHelp: 'For eksempel 16:00.',
  dayHelp: 'Dag og måned, for eksempel 10.3.',
  nullableMinutes: 'La det stå tomt når bakvakta svarer på telefon.',
  byMunicipality:
    'Kan stå tomt når nøkkelen følger folketallet. Ellers: antall pasienter, eller andeler som prosent eller vekt.',
  rowsHelp: 'Tomme linjer hoppes over.',
  rowOf: (index: number) => `Linje ${number(index)}`,
  choiceOf: (index: number) => `Nummer ${number(index)}`,
  notSet: 'ikke satt',
  status: 'Hva betyr verdien?',
  statuses: {
    adopted: 'Vedtatt: gjelder for vaktlista',
    reference: 'Bare en strek: vises til sammenligning og gir ingen advarsel',
  } satisfies Record<ParameterStatus, string>,
  from: 'Gjelder fra',
  fromHelp: 'Vakter før denne dagen vurderes som før.',
  fromOpen: (openFrom: LocalDate) =>
    `Vakter før denne dagen vurderes som før. Tidligst ${dateOnly(openFrom)}, for tida før er avsluttet.`,
  decidedOn: 'Vedtatt dato',
  decidedOnHelp: 'Dagen vedtaket ble gjort.',
  decidedOnLine: 'Dagen vedtaket ble gjort. Kan stå tom for en strek.',
  source: 'Kilde',
  sourceHelp: 'Hvor det er bestemt, for eksempel «Legevaktutvalget, sak 4/27».',
  preview: 'Se hva det endrer',
  endTitle: 'Skal verdien slutte å gjelde?',
  endLead: (after: string) => `Etterpå gjelder: ${after}.`,
  endTo: 'Gjelder ikke lenger fra',
  endPreview: 'Se hva det endrer',
}

export const preview = {
  title: 'Se over før du lagrer',
  nothingStored: 'Ingenting er lagret ennå.',
  change: (name: string, before: string, after: string, from: LocalDate) =>
    `${name}: ${before} → ${after} fra ${date(from)}.`,
  before: 'Nå',
  after: 'Etterpå',
  from: 'Fra',
  until: (to: LocalDate, value: string) =>
    `Verdien gjelder til ${date(to)}. Da tar ${value} over, for det er bestemt fra før.`,
  line: 'Dette er bare en strek. Den gir ingen advarsler, heller ikke på vakter som alt er satt opp.',
  arranges: 'Ingen regel gir advarsel etter denne verdien.',
  counts:
    'Dette endrer hvordan timer, netter eller helger telles fra denne dagen. Perioder som er avsluttet, endres ikke.',
  past: (first: LocalDate) =>
    `Datoen er tilbake i tid. Publiserte vakter fra ${dateOnly(first)} vurderes på nytt etter den nye verdien. Selve vaktene endres ikke.`,
  published: (range: string) => `Publisert vaktliste, ${range}`,
  draft: (name: string, range: string) => `Utkastet «${name}», ${range}`,
  nothingTouched: 'Ingen publiserte vakter eller åpne utkast ligger etter denne datoen.',
  same: 'Ingen nye brudd eller advarsler, og ingen som faller bort.',
  moreWeeks: (value: string, weeks: number, doctors: number) =>
    `Med ${value} er ${count(weeks, 'uke', 'uker')} til utenfor grensen, hos ${count(doctors, 'lege', 'leger')}.`,
  fewerWeeks: (value: string, weeks: number, doctors: number) =>
    `Med ${value} er ${count(weeks, 'uke', 'uker')} ikke lenger utenfor grensen, hos ${count(doctors, 'lege', 'leger')}.`,
  moreWindows: (value: string, windows: number, doctors: number) =>
    `Med ${value} er ${count(windows, 'stykke på sju døgn', 'stykker på sju døgn')} til utenfor grensen, hos ${count(doctors, 'lege', 'leger')}.`,
  fewerWindows: (value: string, windows: number, doctors: number) =>
    `Med ${value} er ${count(windows, 'stykke på sju døgn', 'stykker på sju døgn')} ikke lenger utenfor grensen, hos ${count(doctors, 'lege', 'leger')}.`,
  atFloor: (amount: number) =>
    `${number(amount)} av dem kan ikke unngås: det er over grensen også når vaktene deles så jevnt som det går.`,
  more: {
    structural: (amount: number) => `${count(amount, 'brudd', 'brudd')} til som må rettes.`,
    blocks: (amount: number) => `${count(amount, 'brudd', 'brudd')} til som stopper publisering.`,
    warns: (amount: number) => `${count(amount, 'advarsel', 'advarsler')} til.`,
    shown: (amount: number) => `${count(amount, 'ting', 'ting')} til som bare vises, uten advarsel.`,
  },
  fewer: {
    structural: (amount: number) => `${count(amount, 'brudd', 'brudd')} som måtte rettes, faller bort.`,
    blocks: (amount: number) => `${count(amount, 'brudd', 'brudd')} som stoppet publisering, faller bort.`,
    warns: (amount: number) => `${count(amount, 'advarsel', 'advarsler')} faller bort.`,
    shown: (amount: number) => `${count(amount, 'ting', 'ting')} som bare ble vist, faller bort.`,
  },
  moreTitle: 'Kommer til',
  fewerTitle: 'Faller bort',
  everyone: 'Hele distriktet',
  weeks: weekLists('uke', list),
  why: (amount: number) => `Se ${amount === 1 ? 'den' : `alle ${number(amount)}`}`,
  save: 'Lagre',
  saveEnd: 'Lagre slutten',
  edit: 'Gå tilbake og endre',
  unset: 'ikke satt',
}

export const refusals = {
  'nothing-changed': 'Denne verdien gjelder alt, etter det samme vedtaket. Ingenting er lagret.',
  'stale-revision':
    'Avtalen er endret av noen andre siden du så på den. Tallene under er nye. Se over på nytt før du lagrer.',
}

/** On the district's first page and in other lists. */
export const link = 'Avtalen: grenser og regler'
