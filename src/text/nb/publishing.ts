import { count, list } from './format.ts'

/** Sentences of the page where a draft, or a part of it, is looked over and published. */
export const part = {
  title: 'Publiser bare en del',
  lead: 'Velg vaktlinjer og dager. Resten blir i utkastet til du publiserer det.',
  lines: 'Vaktlinjer',
  from: 'Første dag',
  to: 'Siste dag',
  show: 'Se over denne delen',
  whole: 'Se over hele utkastet',
  isWhole: 'Hele utkastet publiseres.',
  isPart: 'Bare denne delen publiseres.',
  remaining: (amount: number) =>
    `${count(amount, 'vakt', 'vakter')} blir i utkastet og kan publiseres senere.`,
  nothingLeft: 'Ingenting blir igjen i utkastet etterpå.',
}

export const waivers = {
  lead: 'Rett det i utkastet. Godtar du noe likevel, krysser du av og skriver hvorfor for akkurat det.',
  group: (what: string, who: string | null, amount: number) =>
    `${who === null ? what : `${who}: ${what}`} (${count(amount, 'sted', 'steder')})`,
  all: (amount: number) => `Godta alle ${count(amount, 'stedet', 'stedene')}`,
  each: (amount: number) => `Se alle ${count(amount, 'stedet', 'stedene')}, og godta noen av dem`,
  why: 'Hvorfor godtar du dette?',
  whyField: (what: string) => `Hvorfor godtas det: ${what}`,
}

export const told = {
  title: 'Hvem får beskjed',
  mustConfirm: (names: readonly string[]) =>
    `${count(names.length, 'lege', 'leger')} må bekrefte, fordi vakta begynner innen 48 timer: ${list(names)}. Ring dem som ikke gjør det.`,
  mailedAtOnce: (names: readonly string[]) =>
    `${count(names.length, 'lege', 'leger')} får e-post med en gang: ${list(names)}.`,
  mailedSoon: (names: readonly string[]) =>
    `${count(names.length, 'lege', 'leger')} får e-post om noen minutter: ${list(names)}.`,
  texted: (names: readonly string[]) =>
    `${count(names.length, 'lege', 'leger')} får SMS med en gang: ${list(names)}.`,
  byHand: (names: readonly string[]) => `${list(names)} får ikke e-post herfra. Si fra selv.`,
  nobody: 'Ingen får beskjed, for ingen får andre vakter enn før.',
  calendars: 'Kalenderne som legene abonnerer på, følger med av seg selv.',
}

export const load = {
  show: 'Vis tallene for hver lege',
  title: 'Belastning før og etter',
  lead: (dates: string) => `Vakttimer og antall i hele perioden til utkastet, ${dates}.`,
  doctor: 'Lege',
  nights: 'Netter',
  weekends: 'Helger',
  holidays: 'Helligdager',
  /** A figure that stays, or that becomes another. */
  change: (before: string, after: string) => (before === after ? after : `${before} → ${after}`),
  changeSaid: (before: string, after: string) => (before === after ? after : `fra ${before} til ${after}`),
}
