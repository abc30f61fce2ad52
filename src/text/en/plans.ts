import { count, hours, number } from './format.ts'

/** Sentences of drafts, publishing and of one published duty. */
export const drafts = {
  title: 'Drafts',
  lead: 'A draft is a plan that you can build and change freely. Nobody else sees it before you send it out for comments or publish it.',
  none: 'No drafts yet. Make a new plan to get started.',
  new: 'Make a new plan',
  newTitle: 'New plan',
  newLead: 'Choose period and lines. What is published in the period already comes into the draft.',
  name: 'Name of the plan',
  nameHelp: 'For example “Spring 2027”.',
  from: 'First day',
  to: 'Last day',
  weeksHelp: 'A plan is at most 54 weeks. 26 weeks is half a year.',
  lines: 'Lines',
  create: 'Make the draft',
  period: 'Period',
  status: 'Status',
  publications: 'Published earlier',
  publishedAt: 'When',
  what: 'What',
  kind: { publication: 'Plan', amendment: 'Change of one duty' },
  reason: 'Reason',
}

export const draft = {
  more: 'More',
  build: 'Build the rota',
  fill: (amount: number) => `Fill ${count(amount, 'open duty', 'open duties')}`,
  fillHint: (open: number, held: number) =>
    `The build puts a doctor on ${count(open, 'open duty', 'open duties')} and does not touch the ${held === 1 ? 'one' : number(held)} with a doctor already. You can undo it afterwards.`,
  rebuildHint: (held: number) =>
    `All duties are shared out anew, also ${count(held, 'duty', 'duties')} with a doctor here in the draft already. Only locked and divided duties stay. What is published does not change before you publish the draft.`,
  buildRunning: 'The rota is being built.',
  seeBuild: 'See how it goes',
  publish: 'Look over and publish',
  isPublished: 'The draft is published. Make changes in the rota.',
  seeRota: 'See the rota',
  hours: 'See hours',
  undo: (step: string) => `Undo: ${step}`,
  redo: (step: string) => `Redo: ${step}`,
  overtaken: (who: string | null, duty: string) =>
    `Your change cannot be undone: ${who ?? 'the published rota'} has changed ${duty} since, and that stays. You can still undo what you did before it.`,
  undoBuild:
    'All duties that the build set will be as they were before it. Locks and notes stay. What you have changed by hand since must be undone first.',
  undoBuildDo: 'Undo the whole build',
  openInDraft: (amount: number) => `${count(amount, 'open duty', 'open duties')} in the whole plan`,
  allHeld: 'all duties in the plan have a doctor',
  clickHint:
    'Choose a duty in the rota to change its doctor, divide it or lock it. Locked duties are not touched when you build.',
  emptyHint:
    'Press “Build the rota”, and Legevaktplan shares out all duties. It usually takes less than a minute. You can change everything afterwards.',
  moved:
    'The rota has changed since the draft was made. Duties you have not touched in the draft follow the rota.',
  stepOn: (kind: string, duty: string) => `${kind} (${duty})`,
  stepOnMany: (kind: string, amount: number) => `${kind} (${count(amount, 'duty', 'duties')})`,
  steps: 'Latest changes',
}

export const clash = {
  title: (amount: number) =>
    `${count(amount, 'duty has', 'duties have')} been changed both here and in the rota`,
  lead: 'Choose what is to count before you publish. The choice can be undone.',
  sentence: (duty: string, here: string, published: string) =>
    `${duty}: ${here} in the draft, ${published} in the rota.`,
  nobody: 'nobody',
  keep: 'Keep the draft',
  take: 'Take what is published',
  keepAll: 'Keep the draft for all',
  takeAll: 'Take what is published for all',
}

/** How good the draft is, in the words of the board. */
export const quality = {
  title: 'This is the draft now',
  what: 'What',
  result: 'Result',
  rules: 'Warnings',
  noRules: 'none',
  blocking: (amount: number) => `${number(amount)} must be put right`,
  warnings: (amount: number) => count(amount, 'warning', 'warnings'),
  overLimit: (minutes: number) => `${hours(minutes)} over in all`,
  hours: 'Duty hours against fair share',
  nights: 'Nights against fair share',
  weekends: 'Weekends against fair share',
  over: (name: string, amount: string) => `most over: ${name}, ${amount}`,
  under: (name: string, amount: string) => `most under: ${name}, ${amount}`,
  even: 'quite even',
  wishes: 'Wishes',
  wishCount: (met: number, unmet: number) => `${number(met)} met, ${number(unmet)} not met`,
  noWishes: 'none for this period',
  blocks: 'Weekends and weeks split between several doctors',
  blockCount: (split: number, all: number) => `${number(split)} of ${number(all)}`,
}

export const publish = {
  title: 'Look over and publish',
  differences: 'Difference for each doctor',
  differencesNote: 'Compared with what is published now. Everybody in the table is told.',
  noDifferences: 'No duties change.',
  gained: 'Gains',
  lost: 'Loses',
  moved: 'Gets a new time or form',
  showDuties: (amount: number) => count(amount, 'duty', 'duties'),
  open: (amount: number) =>
    `${count(amount, 'place has', 'places have')} no doctor. You can publish all the same.`,
  blocking: 'This breaks a rule',
  structural: 'This must be put right in the draft. It cannot be accepted.',
  waive: 'Accept this',
  waiveHelp: 'Coordinator and municipality see the reason, the doctors see only the rule.',
  warnings: (amount: number) => `See ${count(amount, 'warning', 'warnings')}`,
  atFloor: (amount: number) =>
    `${number(amount)} of them cannot be avoided: the limit is passed even when the duties are shared as evenly as can be.`,
  deadline: (date: string) => `The deadline for publishing is ${date}.`,
  discussedOn: 'Discussed with the union representatives',
  discussedHelp: 'The day the plan was discussed. May be left empty.',
  reason: 'Note on the publication',
  reasonHelp: 'Shown in the history. May be left empty.',
  clashing: (amount: number) =>
    `${count(amount, 'duty has', 'duties have')} been changed both in the draft and in the rota since the draft was made. Choose in the draft what is to count.`,
  needsChanged: (amount: number) =>
    `${count(amount, 'duty gets', 'duties get')} a new time, form or number of doctors.`,
  publish: 'Publish',
  back: 'Back to the draft',
  noChanges: 'The draft is the same as what is published. There is nothing to publish.',
  fine: 'Nothing stands in the way of publishing.',
}

export const duty = {
  title: (name: string, code: string, date: string) => `${name}, ${code}, ${date}`,
  holder: 'Duty doctor',
  time: 'Time',
  length: 'Length',
  form: 'Form of duty',
  nobody: 'No doctor has the duty',
  before: 'Takes over from',
  after: 'Is relieved by',
  backup: 'Backup',
  none: 'none',
  same: 'same doctor',
  history: 'History',
  noHistory: 'The duty is as it was published.',
  colleague: 'Also on the duty',
  backToRota: 'Rota',
}

const REASONS = {
  'sick-cover': 'Covers an absence',
  swap: 'Swap',
  voluntary: 'Takes an extra duty voluntarily',
  locum: 'Locum',
  ordered: 'Ordered',
}

export const amend = {
  title: 'Change the duty',
  lead: 'Only this duty changes. Those it concerns are told.',
  closedTitle: 'The period is closed',
  closed:
    'The duty cannot be changed any more. A mistake in what is entered is put right by a correction in the ledger.',
  who: 'Who is to have the duty?',
  others: (amount: number) => `${count(amount, 'doctor', 'doctors')} who do not fit`,
  why: 'Why is the duty changed?',
  reasons: REASONS,
  note: 'More about the reason',
  noteHelp: 'May be left empty.',
  waive: 'Change it all the same. The reason above is kept with the breach.',
  broken: 'The change breaks a rule:',
  save: 'Change the duty',
  noOne: 'Choose who is to have the duty',
  noReason: 'Choose why the duty is changed',
  leaveOpen: 'Nobody: leave the duty open',
  part: 'Only part of the duty',
  isPart: 'The change is only for the time below',
  start: 'From',
  end: 'To',
  reasonText: (origin: keyof typeof REASONS, note: string) =>
    note === '' ? REASONS[origin] : `${REASONS[origin]}: ${note}`,
}

export const panel = {
  now: 'Now',
  candidates: 'Who can take the duty?',
  others: (amount: number) => `${count(amount, 'doctor', 'doctors')} who do not fit`,
  current: 'has the duty now',
  below: (hours: string) => `${hours} below own share`,
  above: (hours: string) => `${hours} above own share`,
  lock: 'Lock',
  unlock: 'Unlock',
  lockHelp: 'A locked duty is not touched when you build.',
  isLocked: 'Locked: the duty cannot be changed, and is not touched when you build.',
  clear: 'Empty the duty',
  slice: 'Give away part of the duty',
  sliceLead: 'The new doctor takes the duty in the time below. The rest stays as it is.',
  sliceWho: 'New doctor',
  sliceFrom: 'From',
  sliceTo: 'To',
  sliceDo: 'Divide the duty',
  swap: 'Swap places with another duty',
  swapWith: 'The other duty',
  swapDo: 'Swap places',
  note: 'Note',
  addNote: 'Write a note',
  changeNote: 'Change the note',
  saveNote: 'Save the note',
  swapOption: (holder: string, date: string, duty: string) => `${holder}: ${date}, ${duty}`,
  close: 'Close',
}
