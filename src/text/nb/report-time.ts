import { count, hours, number, wholeHours } from './format.ts'

/** Load reports over time: pictures, what they say aloud, and the tables that say the same. */
export const lead =
  'Bildene viser hele uker for kommunens egne leger, slik de ble arbeidet. En uke der legen bare var kommunens egen noen av dagene, er ikke med. Under hvert bilde står de samme tallene i en tabell.'
export const none = 'Ingen av legene var kommunens egen en hel uke i perioden, så det er ingenting å tegne.'
export const sameAsTable = 'Se tallene i en tabell'

export const trend = {
  title: 'Timer per uke',
  picture: (weeks: number) => `Timer per uke i ${count(weeks, 'uke', 'uker')}, kommunens leger samlet`,
  /** Said aloud after the picture's name. */
  total: (mean: string, least: string, most: string) =>
    `Samlet arbeid: ${mean} i snitt, fra ${least} til ${most}`,
  duty: (mean: string, least: string, most: string) => `Vakt: ${mean} i snitt, fra ${least} til ${most}`,
  totalKey: 'Samlet arbeid, snitt',
  dutyKey: 'Vakt, snitt',
  totalRangeKey: 'Samlet arbeid, fra den som har minst til den som har mest',
  dutyRangeKey: 'Vakt, fra minst til mest',
  week: 'Uke',
  doctors: 'Leger',
  dutyMean: 'Vakt, snitt',
  dutyLeast: 'Vakt, minst',
  dutyMost: 'Vakt, mest',
  totalMean: 'Samlet, snitt',
  totalLeast: 'Samlet, minst',
  totalMost: 'Samlet, mest',
  unknown: 'Uten kjent samlet tid',
  note: 'Samlet er kontortid, andre oppgaver og vakt, der timer som faller sammen, telles én gang. Snittet er av dem som har kjent samlet tid.',
}

export const distribution = {
  title: 'Hvor lange ukene er',
  lead: 'Tallet over en søyle er antall uker, når hver lege telles for seg.',
  picture: (weeks: number) => `${count(weeks, 'legeuke', 'legeuker')} fordelt etter samlet arbeidstid`,
  /** Said aloud: the bin with most weeks. */
  most: (bin: string, weeks: number) => `Flest uker er ${bin}: ${number(weeks)}`,
  past: (weeks: number, limit: string) => `${count(weeks, 'uke', 'uker')} er over ${limit}`,
  bin: (from: number, to: number) => `${number(from / 60)}–${wholeHours(to)}`,
  hours: 'Samlet arbeid i uka',
  weeks: 'Legeuker',
  part: 'Andel',
  sum: 'Alle uker med kjent tid',
  axis: 'timer per uke',
  note: 'En legeuke er én lege i én uke. Uker på akkurat en grense står i den øverste av de to gruppene.',
  unknown: (weeks: number) =>
    `${count(weeks, 'legeuke', 'legeuker')} er ikke med, fordi samlet arbeidstid ikke er kjent.`,
  none: 'Samlet arbeidstid er ikke kjent i noen uke. Oppgi kontortid på legenes sider for å se fordelingen.',
}

export const limits = {
  cap: (limit: number) => `Grense: ${hours(limit)}`,
  line: (limit: number) => `Strek: ${hours(limit)}, ikke vedtatt`,
}

export const weekends = {
  title: 'Hvor ofte helg',
  picture: (doctors: number) => `Helger med vakt for ${count(doctors, 'lege', 'leger')}`,
  ofAll: (worked: number, all: number) => `${number(worked)} av ${number(all)}`,
  doctor: 'Lege',
  worked: 'Helger med vakt',
  all: 'Helger i alt',
  often: 'Hvor ofte',
  key: 'helg med vakt',
  restKey: 'helg uten',
}

export const heat = {
  title: 'Uke for uke',
  picture: (doctors: number, weeks: number) =>
    `Timer for ${count(doctors, 'lege', 'leger')} i ${count(weeks, 'uke', 'uker')}, én rute for hver uke`,
  ofTotal: 'Tallene er samlet arbeid i timer.',
  ofDuty: 'Tallene er timer på vakt, for samlet arbeid er ikke kjent.',
  most: (name: string, week: string, amount: string) => `Mest: ${name} i ${week} med ${amount}`,
  under: (limit: number) => `under ${wholeHours(limit)}`,
  from: (limit: number) => `${wholeHours(limit)} eller mer`,
  between: (from: number, to: number) => `${number(from / 60)}–${wholeHours(to - 60)}`,
  unknown: '? ikke kjent',
  away: 'blank: ikke kommunens egen',
  past: (limit: string) => `ramme: over ${limit}`,
  totals: 'Samlet arbeid uke for uke',
  duties: 'Vakt uke for uke',
}

export const balance = {
  title: 'Mot rettferdig andel',
  lead: 'Søyler til høyre betyr mer enn andelen, til venstre mindre. Andelen er lik for alle etter avtalt vekt, justert for det legen har med fra før.',
  picture: (doctors: number) => `Over eller under rettferdig andel for ${count(doctors, 'lege', 'leger')}`,
  hours: 'Timer mot rettferdig andel',
  counts: 'Netter, helger og helligdager mot rettferdig andel',
  what: 'Hva',
  held: 'Holdt',
  share: 'Andel',
  difference: 'Over (+) eller under (−)',
  noDuties: 'Ingen vakter er publisert i perioden, så det er ingenting å dele.',
  none: 'Andelen vises for kvartal, år og planperioder, for leger som delte vaktene hele perioden. Den vises bare der nok andre leger i distriktet delte dem, så den ikke røper når en av dem var borte.',
  outside: (doctors: number) =>
    `${count(doctors, 'lege', 'leger')} er ikke med: de deltar ikke i fordelingen, eller var ikke kommunens egne hele perioden.`,
}
