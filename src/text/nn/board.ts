import { count, list, number } from './format.ts'

/** Sentences of the rota board and of the panel for one duty. */
export const panel = 'Vakta du har valt'
export const region = 'Vaktliste for seks veker. Rull sidelengs for å sjå alle dagane.'
export const toolbar = 'Periode og visning'
export const earlier = 'Tidlegare'
export const later = 'Seinare'
export const views = {
  doctors: 'Legar',
  lines: 'Vaktlinjer',
  days: 'Datoar',
  weeks: 'Veker',
  list: 'Dag for dag',
  doctor: 'Éin lege',
}
export const captions = {
  doctors: 'Vaktliste med ei rad for kvar lege og ein kolonne for kvar dag',
  lines: 'Vaktliste med ei rad for kvar vaktlinje og ein kolonne for kvar dag',
  days: 'Vaktliste med ei rad for kvar dag og ein kolonne for kvar vaktlinje',
  weeks: 'Vaktliste med ei rad for kvar vaktlinje og ein kolonne for kvar veke',
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
  return `${actual} vakt, rettferdig del ${target}`
}

export const marks = { blocks: '!!', warns: '!' }

export const clockChange = {
  forward: 'sommartid byrjar, døgnet har 23 timar',
  back: 'sommartid sluttar, døgnet har 25 timar',
}
export const clockChangeShort = { forward: '23 t', back: '25 t' }

export const half = '½'
export const part = ' del'
export const skipBoard = 'Gå forbi vaktlista, til det som må rettast'

export const legend = 'Teiknforklaring'
export const signs = {
  lineAndForm: 'vaktlinje · vaktform',
  mixed: 'fleire vaktformer i same vakt',
  open: 'vakt utan lege',
  atRisk: 'usikkert om legen er tilgjengeleg',
  blocks: 'må rettast før publisering',
  broken: 'brot på ein regel',
  warns: 'åtvaring',
  locked: 'låst',
  note: 'har merknad',
  weekend: 'helg',
  holiday: 'heilagdag',
  eve: 'jul-, nyttårs-, påske- eller pinseaftan',
  half: 'halve vakta',
  part: 'ein annan del av vakta',
}
export const notableDays = 'Dagar å merke seg'

export const flags = 'Brot og åtvaringar i desse seks vekene'
export const why = 'Kvifor?'
export const showDuty = 'Vis vakta'
export const noFlags = 'Ingen brot eller åtvaringar i desse vekene.'
export const flagHeadings = {
  blocks: (amount: number) => `Må rettast før publisering (${number(amount)})`,
  broken: (amount: number) => `Brot på ein regel (${number(amount)})`,
  warns: (amount: number) => `Åtvaringar (${number(amount)})`,
}

export const summary = {
  covers: 'I desse seks vekene:',
  open: (amount: number) => count(amount, 'ledig vakt', 'ledige vakter'),
  blocks: (amount: number) => `${number(amount)} må rettast`,
  broken: (amount: number) => count(amount, 'brot på ein regel', 'brot på reglar'),
  warns: (amount: number) => count(amount, 'åtvaring', 'åtvaringar'),
  fine: 'ingenting å rette',
}

export function undeclared(names: readonly string[]): string {
  return `Samla tid er ikkje kjend for ${count(names.length, 'lege', 'legar')} (kontortid ikkje oppgitt): ${list(names)}.`
}
export const totalNotKnown = 'samla tid ikkje kjend'

export function dutyName(span: string, code: string, name: string): string {
  return `${span}, ${code} ${name}`
}

export function shortDutyName(code: string, name: string, date: string): string {
  return `${code} ${name} ${date}`
}

export function dutyOn(date: string): string {
  return `vakta ${date}`
}

export function printed(revision: number, when: string): string {
  return `Utgåve ${number(revision)}. Skriven ut ${when}. Vaktlista på skjermen gjeld.`
}
