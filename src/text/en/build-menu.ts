import { count } from './format.ts'

/** The ways to have a draft built, side by side on the board, each with what it does. */
export const title = 'Build and repair'
export const explain = 'What do the buttons do?'
export const all = {
  do: 'Build everything anew',
  lead: (held: number, locked: number) =>
    `All duties are shared out anew, also ${count(held, 'duty', 'duties')} with a doctor now. ${locked === 0 ? 'No duties are locked.' : `${count(locked, 'locked or divided duty stays', 'locked or divided duties stay')}.`}`,
}
export const open = {
  do: (open: number) => `Fill ${count(open, 'open duty', 'open duties')}`,
  lead: 'Only open duties get a doctor. All else stays.',
}
export const few = {
  do: 'Put right with few changes',
  lead: 'Breaches are put right and open duties filled, and as few duties as possible change doctor. Locked duties stay.',
}
export const repair = {
  lead: 'Choose doctor and days, and see proposals with as few changes as possible.',
}
export const undoable = 'Afterwards you see what was changed, and you can undo it all at once.'
export const compare = 'See what the build changed'
