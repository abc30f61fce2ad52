import { count, list } from './format.ts'

/** Sentences of the page where a draft, or a part of it, is looked over and published. */
export const part = {
  title: 'Publiser berre ein del',
  lead: 'Vel vaktlinjer og dagar. Resten blir i utkastet til du publiserer det.',
  lines: 'Vaktlinjer',
  from: 'Første dag',
  to: 'Siste dag',
  show: 'Sjå over denne delen',
  whole: 'Sjå over heile utkastet',
  isWhole: 'Heile utkastet blir publisert.',
  isPart: 'Berre denne delen blir publisert.',
  remaining: (amount: number) =>
    `${count(amount, 'vakt', 'vakter')} blir i utkastet og kan publiserast seinare.`,
  nothingLeft: 'Ingenting blir att i utkastet etterpå.',
}

export const waivers = {
  lead: 'Rett det i utkastet. Godtek du noko likevel, kryssar du av og skriv kvifor for akkurat det.',
  group: (what: string, who: string | null, amount: number) =>
    `${who === null ? what : `${who}: ${what}`} (${count(amount, 'stad', 'stader')})`,
  all: (amount: number) => `Godta alle ${count(amount, 'staden', 'stadene')}`,
  each: (amount: number) => `Sjå alle ${count(amount, 'staden', 'stadene')}, og godta nokre av dei`,
  why: 'Kvifor godtek du dette?',
  whyField: (what: string) => `Kvifor blir det godteke: ${what}`,
}

export const told = {
  title: 'Kven får beskjed',
  mustConfirm: (names: readonly string[]) =>
    `${count(names.length, 'lege', 'legar')} må stadfeste, fordi vakta tek til innan 48 timar: ${list(names)}. Ring dei som ikkje gjer det.`,
  mailedAtOnce: (names: readonly string[]) =>
    `${count(names.length, 'lege', 'legar')} får e-post med ein gong: ${list(names)}.`,
  mailedSoon: (names: readonly string[]) =>
    `${count(names.length, 'lege', 'legar')} får e-post om nokre minutt: ${list(names)}.`,
  texted: (names: readonly string[]) =>
    `${count(names.length, 'lege', 'legar')} får SMS med ein gong: ${list(names)}.`,
  byHand: (names: readonly string[]) => `${list(names)} får ikkje e-post herfrå. Sei frå sjølv.`,
  nobody: 'Ingen får beskjed, for ingen får andre vakter enn før.',
  calendars: 'Kalendrane som legane abonnerer på, følgjer med av seg sjølve.',
}

export const load = {
  show: 'Vis tala for kvar lege',
  title: 'Belastning før og etter',
  lead: (dates: string) => `Vakttimar og tal i heile perioden til utkastet, ${dates}.`,
  doctor: 'Lege',
  nights: 'Netter',
  weekends: 'Helger',
  holidays: 'Heilagdagar',
  change: (before: string, after: string) => (before === after ? after : `${before} → ${after}`),
  changeSaid: (before: string, after: string) => (before === after ? after : `frå ${before} til ${after}`),
}
