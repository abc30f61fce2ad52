import { count, number } from './format.ts'

/** Sentences of the ways to see a board: half a year at a glance, one doctor, notes on days, and paper. */

export const strip = {
  title: 'Halvåret uke for uke',
  skip: 'Hopp over uke-oversikten',
  open: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  allHeld: 'alle vakter er fordelt',
  beside: 'utenfor planen',
  blocks: (amount: number) => `${number(amount)} må rettes`,
  broken: (amount: number) => count(amount, 'brudd', 'brudd'),
  warns: (amount: number) => count(amount, 'advarsel', 'advarsler'),
  /** 'uke 12 fra man. 22. mars: 2 ledige vakter, 1 må rettes'. */
  week: (week: string, from: string, what: readonly string[]) => `${week} fra ${from}: ${what.join(', ')}`,
  key: 'Søyle: fordelte vakter. Prikket ramme: antall ledige. !! og !: antall brudd og advarsler. ◆: helligdag. Velg en uke for å gå dit.',
}

/** Where a board shows half a year; six weeks have their own words. */
export const half = {
  covers: 'I dette halvåret:',
  flags: 'Brudd og advarsler i dette halvåret',
}

export const span = { label: 'Uker om gangen', weeks: (weeks: number) => `${number(weeks)} uker` }

/** Two letters of a weekday, for parts of a week: 'ma–to'. */
export const weekdays = ['ma', 'ti', 'on', 'to', 'fr', 'lø', 'sø'] as const
export const wholeWeek = 'hele uka'
export const dutiesShort = (amount: number) => `${number(amount)} v.`
export const openShort = (amount: number) => `${number(amount)} ledig`
export const doctorWeeks =
  'Vaktliste med en rad for hver lege og en kolonne for hver uke: antall vakter av hver form'
export const away = 'ikke tilgjengelig hele uka'
export const regionOf = (weeks: number) =>
  `Vaktliste for ${number(weeks)} uker. Rull sidelengs for å se alle.`

export const oneDoctor = {
  choose: 'Velg lege',
  show: 'Vis',
  nobody: 'Ingen leger i vaktdistriktet.',
  duties: (name: string) => `Vaktene til ${name}`,
  none: 'Ingen vakter i denne perioden.',
  load: 'Vakttid mot rettferdig andel',
  held: 'Har',
  share: 'Andel',
  gap: 'Forskjell',
  hours: 'Vakttid',
  nights: 'Netter',
  weekends: 'Helger',
  holidays: 'Helligdagsvakter',
  month: (month: string, duties: number) => `${month}: ${count(duties, 'vakt', 'vakter')}`,
  near: 'Brudd og advarsler som gjelder denne legen',
  print: 'Skriv ut denne lista',
}

export const notes = {
  title: 'Merknader på dager',
  add: 'Skriv en merknad på en dag',
  date: 'Dato',
  text: 'Merknad',
  hint: 'Høyst 200 tegn. Alle som ser vaktlista, ser merknaden. La feltet stå tomt for å fjerne den.',
  save: 'Lagre merknaden',
  mark: '✎',
  /** In the head of the day, for those who do not see the sign. */
  said: (text: string) => `merknad: ${text}`,
  /** The form was opened on another note, or on none. */
  meanwhile: (date: string, note: string) =>
    note === ''
      ? `Noen andre fjernet merknaden på ${date} mens du skrev. Lagre igjen hvis din skal stå der.`
      : `På ${date} står det nå «${note}». Lagre igjen hvis din merknad skal stå i stedet.`,
}

export const paper = {
  link: 'Skriv ut',
  title: 'Skriv ut vaktlista',
  lead: 'Velg ark. Skriv så ut fra nettleseren (Ctrl+P); bare arket kommer på papir. Alt kan leses i svart-hvitt.',
  print: 'Skriv ut nå',
  what: 'Ark',
  whats: {
    month: 'Måned, A4 liggende',
    'six-weeks': 'Seks uker, A4 liggende',
    wall: 'Halvår til veggen, A3 liggende',
    doctor: 'Én lege, A4 stående',
  },
  layout: 'Oppsett',
  layouts: {
    doctors: 'leger nedover',
    lines: 'vaktlinjer nedover',
    days: 'datoer nedover',
  },
  from: 'Fra dato',
  doctor: 'Lege',
  everyDoctor: 'Alle leger, ett ark hver',
  show: 'Vis arket',
  back: 'Tilbake til tavla',
  week: 'Uke',
  footPublished: (revision: number, when: string) =>
    `Utgave ${number(revision)} · skrevet ut ${when} · vaktlista på skjermen gjelder`,
  footDraft: (name: string, when: string) => `UTKAST «${name}», ikke publisert · skrevet ut ${when}`,
}
