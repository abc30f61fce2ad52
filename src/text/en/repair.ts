import type { LocalDate } from '../../core/time/local-date.ts'
import { count, dateRange, hours, list } from './format.ts'

/** Sentences of the page where somebody's duties are taken over with as few changes as possible. */
export const title = 'Repair the rota'
export const link = 'Repair the rota'
export const linkLabel = (name: string, when: string) => `Repair the rota for ${name}, ${when}`

export const lead =
  'Choose who cannot be on duty, and when. You get proposals for who can take the duties, with as few changes as possible. Duties that have begun, and locked duties, stay.'
export const inDraft = (name: string) => `The proposals are for the draft “${name}”.`
export const ofRota =
  'The proposals are for the published rota. Nothing changes for the doctors before you publish.'

export const form = {
  doctor: 'Who cannot be on duty',
  choose: 'Choose a doctor',
  from: 'First day',
  to: 'Last day',
  which: 'Which duties',
  all: 'All duties on these days',
  forbidden: 'Only duties that an absence or exemption prevents already',
  submit: 'Find proposals',
}

/** The name of a draft that is opened for a repair. */
export const draftName = (dates: { readonly from: LocalDate; readonly to: LocalDate }) =>
  `Repaired ${dateRange(dates)}`

export const nothing = (name: string) =>
  `${name} has no coming duties on these days that others must take. There is nothing to repair.`
export const bound = (name: string, amount: number) =>
  `${count(amount, 'duty', 'duties')} of ${name} ${amount === 1 ? 'is' : 'are'} locked or divided by hand, and stay in all proposals. Change them one by one.`

export const found = (reached: number) => `${count(reached, 'duty', 'duties')} must be taken by others`
export const noneBreaks = 'None of the proposals breaks any new demand.'
export const fewest = (changes: number) =>
  `It cannot be done with fewer than ${count(changes, 'change', 'changes')} when only duties from two weeks before to two weeks after the absence may change.`
export const notFewest =
  'There may be proposals with fewer changes, but we did not have time to search through all.'

export const partly = {
  proved:
    'All duties cannot be filled without breaking a demand when only duties from two weeks before to two weeks after the absence may change.',
  notProved: 'We found no way to fill all duties in the time we had.',
  best: 'The proposals below fill as much as they can. These duties are left open:',
  none: 'Nor did we find any proposal that fills part of the duties. Change the duties one by one.',
}

export const option = {
  title: (number: number) => `Proposal ${number}`,
  changes: (amount: number) => count(amount, 'duty changes', 'duties change'),
  call: (names: readonly string[]) => `${count(names.length, 'doctor', 'doctors')} to call: ${list(names)}.`,
  callNobody: 'Nobody to call.',
  leavesOpen: 'The duties are only left open.',
  unknownTotals: (names: readonly string[]) =>
    `Surgery hours are not given for ${list(names)}. So whether total time becomes too high has not been checked.`,
  handOver: (from: string | null, to: string | null) =>
    to === null ? 'left open' : from === null ? `to ${to}` : `from ${from} to ${to}`,
  hours: 'Duty hours in the plan',
  effect: (before: number, after: number) => `${hours(before)} before, ${hours(after)} after.`,
  share: (before: number, after: number) =>
    `Against fair share: ${aside(before)} before, ${aside(after)} after.`,
  warnings: (amount: number) => `Gives ${count(amount, 'new warning', 'new warnings')}`,
  noWarnings: 'Gives no new warnings.',
  choose: 'Use the proposal',
  chooseLabel: (number: number) => `Use proposal ${number}`,
}

export const inNewDraft =
  'When you use a proposal, it is put in a new draft. There you look over the changes and publish.'
export const inThisDraft = 'When you use a proposal, it is put in the draft as one step. It can be undone.'
export const notAway =
  'The repair does not record an absence. Without an absence, the next build may give the doctor duties on these days again.'
export const enterAway = 'Record an absence'
export const back = 'Back to the draft'

function aside(minutes: number): string {
  if (Math.round(minutes) === 0) return 'exactly at'
  return minutes > 0 ? `${hours(minutes)} over` : `${hours(-minutes)} under`
}
