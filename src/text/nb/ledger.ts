import { count, number } from './format.ts'

/** Sentences of what happened in a duty, of lines and waivers, of the ledger, closed periods and corrections. */
export const outcome = {
  title: 'Slik gikk vakta',
  titleOf: (name: string) => `Slik gikk vakta for ${name}`,
  lead: 'Planen gjelder til noe annet er skrevet inn. Skriv bare tider og tall, aldri noe om pasienter.',
  notTold: 'Ingenting er skrevet inn. Vakta regnes som planlagt.',
  what: 'Hva',
  planned: 'Planlagt',
  worked: 'Faktisk',
  time: 'Tid',
  length: 'Varighet',
  active: 'Aktiv tid',
  callOuts: 'Utrykninger',
  notKnown: 'ikke skrevet inn',
  toldBy: (name: string | undefined, when: string) =>
    name === undefined ? `Skrevet inn ${when}.` : `Skrevet inn av ${name} ${when}.`,
  form: 'Skriv inn hvordan vakta gikk',
  change: 'Rett det som er skrevet inn',
  start: 'Begynte',
  end: 'Sluttet',
  startIsLate: 'Klokkeslettet for start er etter at klokka ble stilt tilbake (vintertid)',
  endIsLate: 'Klokkeslettet for slutt er etter at klokka ble stilt tilbake (vintertid)',
  activeMinutes: 'Aktiv tid',
  activeMinutesHelp: 'Minutter, eller timer og minutter som 1:30. Kan stå tom.',
  callOutsHelp: 'Antall. Kan stå tom.',
  save: 'Lagre',
  refused: 'Ingenting er lagret. Rett det som er merket.',
}

export const waivers = {
  title: 'Godtatt regelbrudd',
  sentence: (rule: string, person: string | null) => (person === null ? rule : `${rule}: ${person}`),
  by: (name: string | undefined, when: string) =>
    name === undefined ? `Godtatt ${when}` : `Godtatt av ${name} ${when}`,
  /** Beside a duty on the board, told apart by its sign. */
  mark: '§',
  markMeaning: 'regelbrudd som er godtatt',
}

/** Reference lines: values that are drawn and have not been adopted. */
export const lines = {
  title: 'Streker som ikke er vedtatt',
  lead: 'En strek viser hvor en vanlig grense ligger. Distriktet har ikke vedtatt den, så den gir ingen flagg.',
  weeks: (times: number, line: string) =>
    `${count(times, 'uke', 'uker')} over streken ved ${line}, ikke vedtatt`,
  times: (times: number, what: string, line: string) =>
    `${what}: ${count(times, 'gang', 'ganger')} over streken ved ${line}, ikke vedtatt`,
  ofPerson: (name: string, times: number) => `${name}: ${number(times)}`,
  inTable: (line: string) =>
    `Tall med prikket strek under er over streken ved ${line}, som distriktet ikke har vedtatt.`,
  /** Beside a picture or a table. */
  named: (line: string) => `Strek ved ${line}, ikke vedtatt`,
}

export const unchecked = {
  title: (rules: number) => `${count(rules, 'regel', 'regler')} sjekkes ikke`,
  lead: 'Distriktet har ikke satt noen verdi for disse reglene. De er verken oppfylt eller brutt.',
  agreement: 'Se avtalen og sett verdier',
}

/** Findings that only reports tell of. */
export const shown = {
  title: 'Til orientering',
  lead: 'Dette er verken feil eller advarsler. Det står bare her og i belastningsrapporten.',
}

/** Names of the parts of a picture. */
export const chart = {
  duty: 'Vakt',
  other: 'Kontor og andre oppgaver',
  floor: 'Lavest mulig',
  ofWeeks: (name: string) => `Samlet arbeid uke for uke for ${name}. Tallene står i tabellen under.`,
}
