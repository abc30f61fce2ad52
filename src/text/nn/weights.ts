import type { WeightName } from '../../core/rota/agreement.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { builderWeights } from './agreement-words.ts'
import { count, dateOnly, decimal, hours, number } from './format.ts'

/** Sentences of the page that tells what each criterion costs in a draft. */
export const title = 'Kva tel i denne vaktlista'
export const link = 'Sjå kva som tel'

export const lead =
  'Når vaktlista blir bygd, blir desse tinga vegne mot kvarandre. Her ser du kva kvar av dei kostar i utkastet slik det står no. Færre poeng er betre.'
export const first =
  'Krav som stoppar publisering, og ledige vakter, går alltid føre og blir ikkje vegne mot noko.'
export const agreed = (from: LocalDate) => `Vektene er dei som gjeld ${dateOnly(from)}, første dag i planen.`
export const tried = 'Tala under er rekna med vektene du prøver. Ingenting er lagra.'
export const empty =
  'Ingen vakter har fått lege enno. Bygg vaktlista først, så ser du her kva kvar ting kostar.'

export const state = {
  open: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  hard: (amount: number) => `${count(amount, 'krav blir brote', 'krav blir brotne')}`,
  fine: 'Alle vakter har lege, og ingen krav blir brotne.',
}

export const names: Readonly<Record<WeightName, string>> = {
  hours: 'Jamt med timar',
  nights: 'Jamt med netter',
  weekends: 'Jamt med helger',
  holidays: 'Jamt med heilagdagar',
  ...builderWeights,
}

const away = (text: string) => `${text} unna jamn fordeling, lagt saman for alle`

/** How much there is of it, as people count. */
export const amounts: Readonly<Record<WeightName, (amount: number) => string>> = {
  hours: (amount) => away(`${number(amount)} timar`),
  nights: (amount) => away(some(amount, 'natt', 'netter')),
  weekends: (amount) => away(some(amount, 'helg', 'helger')),
  holidays: (amount) => away(some(amount, 'vakt', 'vakter')),
  overLimits: (amount) => `${hours(amount)} utanfor grenser og strekar, eller for kort kvile`,
  officeDays: (amount) =>
    `${count(amount, 'kontordag', 'kontordagar')} rett etter natt, også der kontortida er teken for gitt`,
  leastDuties: (amount) => `${count(amount, 'vakt', 'vakter')} for lite`,
  specialHolidays: (amount) =>
    amount === 0
      ? 'Ingen får den same høgtida for tidleg igjen, men nokre har fleire enn andre'
      : `${count(amount, 'høgtid', 'høgtider')} hos nokon som nyleg hadde den same`,
  wishes: (amount) => `${count(amount, 'vakt', 'vakter')} som nokon har ønske om`,
  together: (amount) => `${count(amount, 'byte', 'byte')} av lege midt i ei helg eller vaktveke`,
  spacing: (amount) => `${count(amount, 'gong', 'gonger')} tettare mellom vaktene enn vanleg`,
  wholeWeekends: (amount) => `${count(amount, 'helg', 'helger')} med vakt, lagt saman for alle`,
  idleBackups: (amount) => `${count(amount, 'bakvakt', 'bakvakter')} utan behov`,
  fewChanges: (amount) => `${count(amount, 'vakt', 'vakter')} hos ein annan enn før`,
}

/** A distance of one doctor in the measure of a criterion of even sharing; hours in minutes. */
export const distances: Readonly<
  Record<'hours' | 'nights' | 'weekends' | 'holidays', (amount: number) => string>
> = {
  hours: hours,
  nights: (amount) => some(amount, 'natt', 'netter'),
  weekends: (amount) => some(amount, 'helg', 'helger'),
  holidays: (amount) => some(amount, 'vakt', 'vakter'),
}

export const row = {
  points: (points: number) => count(points, 'poeng', 'poeng'),
  part: (part: number) => (part < 0.005 ? 'under 1 % av alt' : `${number(100 * part)} % av alt`),
  gain: (points: number) => `trekkjer frå ${count(-points, 'poeng', 'poeng')}, fordi ønske er følgde`,
  furthest: (now: string) => `Lengst unna: ${now}.`,
  furthestHours: (now: string) => `Lengst unna i éi vaktform: ${now}.`,
  least: (least: string) => `Inga vaktliste kan ha alle nærare enn ${least}.`,
  atFloor: 'Jamnare er ikkje mogleg.',
  floor: (points: number) => `Lågast mogleg: ${count(points, 'poeng', 'poeng')}.`,
  weight: (weight: number) => (weight === 1 ? 'Vekt: som vanleg' : `Vekt: ${decimal(weight, 3)}`),
  triedWeight: (weight: number, agreedWeight: number) =>
    `Vekt du prøver: ${decimal(weight, 3)}. Avtalt: ${decimal(agreedWeight, 3)}`,
  change: 'Endre vekta',
  changeOf: (name: string) => `Endre vekta for «${name}»`,
  bar: (part: number, floorPart: number | null) =>
    floorPart === null
      ? `${number(100 * part)} prosent av alt`
      : `${number(100 * part)} prosent av alt, og ikkje under ${number(100 * floorPart)}`,
}

export const nothing = {
  title: 'Kostar ingenting no',
  lead: 'Dette tel også, men utkastet har ikkje noko av det.',
}

export const legend = 'Streken i søyla viser det lågaste som er mogleg når berre denne tingen tel.'

export const trial = {
  title: 'Prøv andre vekter',
  lead: 'Rekn om utkastet med andre vekter. Utkastet og avtalen blir ikkje endra.',
  submit: 'Rekn om',
  reset: 'Tilbake til avtalte vekter',
  adopt: 'Vedta desse vektene',
  adoptEven: 'Vedta vektene for jamn fordeling',
  build: 'Bygg på nytt med desse vektene',
  adoptLead: 'Skal vektene gjelde vidare, vedtek de dei i avtalen. Elles gjeld dei berre denne bygginga.',
}

export const back = 'Tilbake til utkastet'

function some(amount: number, one: string, many: string): string {
  const told = decimal(Math.round(amount * 10) / 10, 1)
  return `${told} ${told === '1' ? one : many}`
}
