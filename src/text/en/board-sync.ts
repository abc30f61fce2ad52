import { count } from './format.ts'

/** Sentences of the board about what is stored, what waits, and what others do. */
export const saving = 'Saving …'
export const saved = 'Everything is saved.'

export const offline = (amount: number) =>
  amount === 0
    ? 'No contact with Legevaktplan. What you change is saved when the network is back.'
    : `Not saved: ${count(amount, 'change waits', 'changes wait')} for the network.`
export const online = (amount: number) =>
  `The network is back. ${count(amount, 'change is', 'changes are')} saved.`
export const signedOut = (amount: number) =>
  amount === 0
    ? 'You are signed out.'
    : `You are signed out. ${count(amount, 'change waits', 'changes wait')} until you have signed in.`
export const signIn = 'Sign in in a new tab'
export const unconfirmed = (amount: number) =>
  amount === 0
    ? 'You must confirm that it is you.'
    : `You must confirm that it is you. ${count(amount, 'change', 'changes')} wait until that is done.`
export const confirm = 'Confirm in a new tab'
export const outdated = (amount: number) =>
  amount === 0
    ? 'The page has been updated.'
    : `The page has been updated. ${count(amount, 'change is', 'changes are')} saved when you load it again.`
export const reload = 'Load again'
export const moved = 'The published rota has changed while you have had this page open.'

export const closed = {
  published: 'The draft is published. Changes are made in the rota.',
  discarded: 'The draft is thrown away.',
  gone: 'You can no longer open this draft.',
  unknown: 'The draft can no longer be changed.',
}
export const leftTitle = (amount: number) => `${count(amount, 'change was', 'changes were')} not saved`
export const leftHint = 'Write them down or copy them before you go on.'
export const forget = 'Discard them'

export const somebody = 'Another coordinator'
export const others = (name: string, amount: number) => `${name} changed ${count(amount, 'duty', 'duties')}.`
/** What stands in a place: 'KN', 'KN and OB', 'nobody'. */
export const nobody = 'nobody'
export const lockedBy = (holders: string) => `${holders} (locked)`

export const first = {
  other: (name: string, duty: string, now: string) =>
    `${name} changed ${duty} before you. It now has ${now}. Your change is not saved.`,
  own: (duty: string, now: string) =>
    `You have changed ${duty} in another tab. It now has ${now}. Your change here is not saved.`,
  moved: (duty: string, now: string) => `${duty} has changed. It now has ${now}. Your change is not saved.`,
}
export const inAll = (amount: number) => `The change covered ${count(amount, 'duty', 'duties')} in all.`
export const anyway = 'Make my change anyway'
export const leave = 'Leave it'
export const notStored = 'The change no longer fitted the draft and is not saved.'

export const undone = (step: string) => `Undone: ${step}.`
export const redone = (step: string) => `Done again: ${step}.`
export const stepOn = (kind: string, amount: number) =>
  amount > 1 ? `${kind} (${count(amount, 'duty', 'duties')})` : kind
export const nothingToUndo = 'You have nothing more to undo.'
export const nothingToRedo = 'You have nothing to do again.'
export const cannotUndo = (name: string | null, duty: string, now: string) =>
  name === null
    ? `${duty} has changed since. It now has ${now}, so this can’t be undone.`
    : `${name} has changed ${duty} since. It now has ${now}, so this can’t be undone.`
export const cannotRedo = (name: string | null, duty: string, now: string) =>
  name === null
    ? `${duty} has changed since. It now has ${now}, so this can’t be done again.`
    : `${name} has changed ${duty} since. It now has ${now}, so this can’t be done again.`
export const needsNet = 'This works when the network is back.'
