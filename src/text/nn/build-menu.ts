import { count } from './format.ts'

/** The ways to have a draft built, side by side on the board, each with what it does. */
export const title = 'Bygg og reparer'
export const explain = 'Kva gjer knappane?'
export const all = {
  do: 'Bygg alt på nytt',
  lead: (held: number, locked: number) =>
    `Alle vakter blir fordelte på nytt, også ${count(held, 'vakt', 'vakter')} som har lege no. ${locked === 0 ? 'Ingen vakter er låste.' : `${count(locked, 'låst eller delt vakt', 'låste eller delte vakter')} står.`}`,
}
export const open = {
  do: (open: number) => `Fyll ${count(open, 'ledig vakt', 'ledige vakter')}`,
  lead: 'Berre ledige vakter får lege. Alt anna står.',
}
export const few = {
  do: 'Rett med få endringar',
  lead: 'Brot blir retta og ledige vakter fylte, og så få vakter som mogleg skiftar lege. Låste vakter står.',
}
export const repair = {
  lead: 'Vel lege og dagar, og sjå framlegg med så få endringar som mogleg.',
}
export const undoable = 'Etterpå ser du kva som vart endra, og du kan angre alt i eitt.'
export const compare = 'Sjå kva bygginga endra'
