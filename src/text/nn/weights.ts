import type { WeightName } from '../../core/rota/agreement.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { builderWeights } from './agreement-words.ts'
import { count, dateOnly, decimal, hours, number } from './format.ts'

/** Sentences of the page that tells what each criterion costs in a draft. */
export const title = 'Hva teller i denne vaktlista'
export const link = 'Se hva som teller'

export const lead =
  'Når vaktlista bygges, veies disse tingene mot hverandre. Her ser du hva hver av dem koster i utkastet slik det står nå. Færre poeng er bedre.'
export const first = 'Krav som stopper publisering, og ledige vakter, går alltid foran og veies ikke mot noe.'
export const agreed = (from: LocalDate) => `Vektene er de som gjelder ${dateOnly(from)}, planens første dag.`
export const tried = 'Tallene under er regnet med vektene du prøver. Ingenting er lagret.'
export const empty =
  'Ingen vakter har fått lege ennå. Bygg vaktlista først, så ser du her hva hver ting koster.'

export const state = {
  open: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  hard: (amount: number) => `${count(amount, 'krav brytes', 'krav brytes')}`,
  fine: 'Alle vakter har lege, og ingen krav brytes.',
}

export const names: Readonly<Record<WeightName, string>> = {
  hours: 'Jevnt med timer',
  nights: 'Jevnt med netter',
  weekends: 'Jevnt med helger',
  holidays: 'Jevnt med helligdager',
  ...builderWeights,
}

const away = (text: string) => `${text} unna jevn fordeling, lagt sammen for alle`

/** How much there is of it, as people count. */
export const amounts: Readonly<Record<WeightName, (amount: number) => string>> = {
  hours: (amount) => away(`${number(amount)} timer`),
  nights: (amount) => away(some(amount, 'natt', 'netter')),
  weekends: (amount) => away(some(amount, 'helg', 'helger')),
  holidays: (amount) => away(some(amount, 'vakt', 'vakter')),
  overLimits: (amount) => `${hours(amount)} utenfor grenser og streker, eller for kort hvile`,
  officeDays: (amount) =>
    `${count(amount, 'kontordag', 'kontordager')} rett etter natt, også der kontortida er antatt`,
  leastDuties: (amount) => `${count(amount, 'vakt', 'vakter')} for lite`,
  specialHolidays: (amount) =>
    amount === 0
      ? 'Ingen får den samme høytida for tidlig igjen, men noen har flere enn andre'
      : `${count(amount, 'høytid', 'høytider')} hos noen som nylig hadde den samme`,
  wishes: (amount) => `${count(amount, 'vakt', 'vakter')} som noen har ønsker om`,
  together: (amount) => `${count(amount, 'bytte', 'bytter')} av lege midt i en helg eller vaktuke`,
  spacing: (amount) => `${count(amount, 'gang', 'ganger')} tettere mellom vaktene enn vanlig`,
  wholeWeekends: (amount) => `${count(amount, 'helg', 'helger')} med vakt, lagt sammen for alle`,
  idleBackups: (amount) => `${count(amount, 'bakvakt', 'bakvakter')} uten behov`,
  fewChanges: (amount) => `${count(amount, 'vakt', 'vakter')} hos en annen enn før`,
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
  gain: (points: number) => `trekker fra ${count(-points, 'poeng', 'poeng')}, fordi ønsker er fulgt`,
  furthest: (now: string) => `Lengst unna: ${now}.`,
  furthestHours: (now: string) => `Lengst unna i én vaktform: ${now}.`,
  least: (least: string) => `Ingen vaktliste kan ha alle nærmere enn ${least}.`,
  atFloor: 'Jevnere er ikke mulig.',
  floor: (points: number) => `Lavest mulig: ${count(points, 'poeng', 'poeng')}.`,
  weight: (weight: number) => (weight === 1 ? 'Vekt: som vanlig' : `Vekt: ${decimal(weight, 3)}`),
  triedWeight: (weight: number, agreedWeight: number) =>
    `Vekt du prøver: ${decimal(weight, 3)}. Avtalt: ${decimal(agreedWeight, 3)}`,
  change: 'Endre vekten',
  changeOf: (name: string) => `Endre vekten for «${name}»`,
  bar: (part: number, floorPart: number | null) =>
    floorPart === null
      ? `${number(100 * part)} prosent av alt`
      : `${number(100 * part)} prosent av alt, og ikke under ${number(100 * floorPart)}`,
}

export const nothing = {
  title: 'Koster ingenting nå',
  lead: 'Dette teller også, men utkastet har ikke noe av det.',
}

export const legend = 'Streken i søylen viser det laveste som er mulig når bare denne tingen teller.'

export const trial = {
  title: 'Prøv andre vekter',
  lead: 'Regn om utkastet med andre vekter. Utkastet og avtalen endres ikke.',
  submit: 'Regn om',
  reset: 'Tilbake til avtalte vekter',
  adopt: 'Vedta disse vektene',
  adoptEven: 'Vedta vektene for jevn fordeling',
  build: 'Bygg på nytt med disse vektene',
  adoptLead: 'Skal vektene gjelde videre, vedtar dere dem i avtalen. Ellers gjelder de bare denne byggingen.',
}

export const back = 'Tilbake til utkastet'

function some(amount: number, one: string, many: string): string {
  const told = decimal(Math.round(amount * 10) / 10, 1)
  return `${told} ${told === '1' ? one : many}`
}
