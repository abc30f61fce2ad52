import { count } from './format.ts'

/** The ways to have a draft built, side by side on the board, each with what it does. */
export const title = 'Bygg og reparer'
export const explain = 'Hva gjør knappene?'
export const all = {
  do: 'Bygg alt på nytt',
  lead: (held: number, locked: number) =>
    `Alle vakter fordeles på nytt, også ${count(held, 'vakt', 'vakter')} som har lege nå. ${locked === 0 ? 'Ingen vakter er låst.' : `${count(locked, 'låst eller delt vakt', 'låste eller delte vakter')} står.`}`,
}
export const open = {
  do: (open: number) => `Fyll ${count(open, 'ledig vakt', 'ledige vakter')}`,
  lead: 'Bare ledige vakter får lege. Alt annet står.',
}
export const few = {
  do: 'Rett med få endringer',
  lead: 'Brudd rettes og ledige vakter fylles, og så få vakter som mulig skifter lege. Låste vakter står.',
}
export const repair = {
  lead: 'Velg lege og dager, og se forslag med så få endringer som mulig.',
}
export const undoable = 'Etterpå ser du hva som ble endret, og du kan angre alt i ett.'
export const compare = 'Se hva byggingen endret'
