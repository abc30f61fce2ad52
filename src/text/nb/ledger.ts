/** Sentences of what happened in a duty, of the ledger, of closed periods and of corrections. */
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
