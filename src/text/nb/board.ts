import { count, list, number } from './format.ts'

/** Sentences of the rota board and of the panel for one duty. */
export const panel = 'Vakta du har valgt'
export const region = 'Vaktliste for seks uker. Rull sidelengs for å se alle dagene.'
export const toolbar = 'Periode og visning'
export const earlier = 'Tidligere'
export const later = 'Senere'
export const views = {
  doctors: 'Leger',
  lines: 'Vaktlinjer',
  days: 'Datoer',
  weeks: 'Uker',
  list: 'Dag for dag',
  doctor: 'Én lege',
}
export const captions = {
  doctors: 'Vaktliste med en rad for hver lege og en kolonne for hver dag',
  lines: 'Vaktliste med en rad for hver vaktlinje og en kolonne for hver dag',
  days: 'Vaktliste med en rad for hver dag og en kolonne for hver vaktlinje',
  weeks: 'Vaktliste med en rad for hver vaktlinje og en kolonne for hver uke',
}
export const doctor = 'Lege'
export const line = 'Vaktlinje'
export const day = 'Dag'
export const time = 'Tid'
export const load = 'Vakttid i planen'
export const dutyCount = 'Vakter'
export const openDuties = 'Ledige vakter'
export const open = 'ledig'
export const idle = '–'
export const locumShort = 'vikar'
export const noDuties = 'Ingen vakter'

export function duties(amount: number): string {
  return count(amount, 'vakt', 'vakter')
}

export function loadBar(actual: string, target: string): string {
  return `${actual} vakt, rettferdig andel ${target}`
}

/** Marks beside a duty, told apart by their number of strokes and not by colour alone. */
export const marks = { blocks: '!!', warns: '!' }

export const clockChange = {
  forward: 'sommertid begynner, døgnet har 23 timer',
  back: 'sommertid slutter, døgnet har 25 timer',
}
export const clockChangeShort = { forward: '23 t', back: '25 t' }

/** After a label: half a duty, or another part of one. */
export const half = '½'
export const part = ' del'
export const skipBoard = 'Gå forbi vaktlista, til det som må rettes'

export const legend = 'Tegnforklaring'
export const signs = {
  lineAndForm: 'vaktlinje · vaktform',
  mixed: 'flere vaktformer i samme vakt',
  open: 'vakt uten lege',
  atRisk: 'usikkert om legen er tilgjengelig',
  blocks: 'må rettes før publisering',
  broken: 'brudd på en regel',
  warns: 'advarsel',
  locked: 'låst',
  note: 'har merknad',
  weekend: 'helg',
  holiday: 'helligdag',
  eve: 'jul-, nyttårs-, påske- eller pinseaften',
  half: 'halve vakta',
  part: 'en annen del av vakta',
}
export const notableDays = 'Dager å merke seg'

export const flags = 'Brudd og advarsler i disse seks ukene'
export const why = 'Hvorfor?'
export const showDuty = 'Vis vakta'
export const noFlags = 'Ingen brudd eller advarsler i disse ukene.'
export const flagHeadings = {
  blocks: (amount: number) => `Må rettes før publisering (${number(amount)})`,
  /** Of what is published already. */
  broken: (amount: number) => `Brudd på en regel (${number(amount)})`,
  warns: (amount: number) => `Advarsler (${number(amount)})`,
}

export const summary = {
  covers: 'I disse seks ukene:',
  open: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  blocks: (amount: number) => `${number(amount)} må rettes`,
  broken: (amount: number) => count(amount, 'brudd på en regel', 'brudd på regler'),
  warns: (amount: number) => count(amount, 'advarsel', 'advarsler'),
  fine: 'ingenting å rette',
}

/** Of nobody here can a rule about hours say anything. */
export function undeclared(names: readonly string[]): string {
  return `Samlet tid er ikke kjent for ${count(names.length, 'lege', 'leger')} (kontortid ikke oppgitt): ${list(names)}.`
}
export const totalNotKnown = 'samlet tid ikke kjent'

/** 'man. 4. jan. 23:00 – tir. 5. jan. 08:00, H1 natt'. */
export function dutyName(span: string, code: string, name: string): string {
  return `${span}, ${code} ${name}`
}

/** 'H1 natt man. 4. jan.', to stand inside a sentence. */
export function shortDutyName(code: string, name: string, date: string): string {
  return `${code} ${name} ${date}`
}

export function dutyOn(date: string): string {
  return `vakta ${date}`
}

/** Stands under a printed board, so that an old copy on a wall can be told from a new one. */
export function printed(revision: number, when: string): string {
  return `Utgave ${number(revision)}. Skrevet ut ${when}. Vaktlista på skjermen gjelder.`
}
