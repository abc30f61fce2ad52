import { count, number } from './format.ts'

/** Sentences of the ways to see a board: half a year at a glance, one doctor, notes on days, and paper. */

export const strip = {
  title: 'Halvåret veke for veke',
  skip: 'Hopp over veke-oversikta',
  open: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  allHeld: 'alle vakter er fordelte',
  beside: 'utanfor planen',
  blocks: (amount: number) => `${number(amount)} må rettast`,
  broken: (amount: number) => count(amount, 'brot', 'brot'),
  warns: (amount: number) => count(amount, 'åtvaring', 'åtvaringar'),
  /** 'veke 12 frå mån. 22. mars: 2 ledige vakter, 1 må rettast'. */
  week: (week: string, from: string, what: readonly string[]) => `${week} frå ${from}: ${what.join(', ')}`,
  key: 'Søyle: fordelte vakter. Prikka ramme: talet på ledige. !! og !: talet på brot og åtvaringar. ◆: heilagdag. Vel ei veke for å gå dit.',
}

/** Where a board shows half a year; six weeks have their own words. */
export const half = {
  covers: 'I dette halvåret:',
  flags: 'Brot og åtvaringar i dette halvåret',
}

export const span = { label: 'Veker om gongen', weeks: (weeks: number) => `${number(weeks)} veker` }

/** Two letters of a weekday, for parts of a week: 'må–to'. */
export const weekdays = ['må', 'ty', 'on', 'to', 'fr', 'la', 'su'] as const
export const wholeWeek = 'heile veka'
export const dutiesShort = (amount: number) => `${number(amount)} v.`
export const openShort = (amount: number) => `${number(amount)} ledig`
export const doctorWeeks =
  'Vaktliste med ei rad for kvar lege og ein kolonne for kvar veke: talet på vakter av kvar form'
export const away = 'ikkje tilgjengeleg heile veka'
export const regionOf = (weeks: number) =>
  `Vaktliste for ${number(weeks)} veker. Rull sidelengs for å sjå alle.`

export const oneDoctor = {
  choose: 'Vel lege',
  show: 'Vis',
  nobody: 'Ingen legar i vaktdistriktet.',
  duties: (name: string) => `Vaktene til ${name}`,
  none: 'Ingen vakter i denne perioden.',
  load: 'Vakttid mot rettferdig del',
  held: 'Har',
  share: 'Del',
  gap: 'Skilnad',
  hours: 'Vakttid',
  nights: 'Netter',
  weekends: 'Helger',
  holidays: 'Heilagdagsvakter',
  month: (month: string, duties: number) => `${month}: ${count(duties, 'vakt', 'vakter')}`,
  near: 'Brot og åtvaringar som gjeld denne legen',
  print: 'Skriv ut denne lista',
}

export const notes = {
  title: 'Merknader på dagar',
  add: 'Skriv ein merknad på ein dag',
  date: 'Dato',
  text: 'Merknad',
  hint: 'Høgst 200 teikn. Alle som ser vaktlista, ser merknaden. Lat feltet stå tomt for å fjerne han.',
  save: 'Lagre merknaden',
  mark: '✎',
  /** In the head of the day, for those who do not see the sign. */
  said: (text: string) => `merknad: ${text}`,
  /** The form was opened on another note, or on none. */
  meanwhile: (date: string, note: string) =>
    note === ''
      ? `Nokon andre fjerna merknaden på ${date} medan du skreiv. Lagre igjen viss din skal stå der.`
      : `På ${date} står det no «${note}». Lagre igjen viss merknaden din skal stå i staden.`,
}

export const paper = {
  link: 'Skriv ut',
  title: 'Skriv ut vaktlista',
  lead: 'Vel ark. Skriv så ut frå nettlesaren (Ctrl+P); berre arket kjem på papir. Alt kan lesast i svart-kvitt.',
  print: 'Skriv ut no',
  what: 'Ark',
  whats: {
    month: 'Månad, A4 liggjande',
    'six-weeks': 'Seks veker, A4 liggjande',
    wall: 'Halvår til veggen, A3 liggjande',
    doctor: 'Éin lege, A4 ståande',
  },
  layout: 'Oppsett',
  layouts: {
    doctors: 'legar nedover',
    lines: 'vaktlinjer nedover',
    days: 'datoar nedover',
  },
  from: 'Frå dato',
  doctor: 'Lege',
  everyDoctor: 'Alle legar, eitt ark kvar',
  show: 'Vis arket',
  back: 'Tilbake til tavla',
  week: 'Veke',
  footPublished: (revision: number, when: string) =>
    `Utgåve ${number(revision)} · skriven ut ${when} · vaktlista på skjermen gjeld`,
  footDraft: (name: string, when: string) => `UTKAST «${name}», ikkje publisert · skrive ut ${when}`,
}
