import { count } from './format.ts'

/** Sentences of the revisions of the published rota, and of two of them side by side. */
export const title = 'Revisions of the rota'
export const link = 'Earlier revisions'
export const lead =
  'Each time something is published or one duty is changed, there is a new revision. Revisions never change. You can see what the rota was, compare two revisions and bring one back.'
export const none = 'Nothing is published yet.'

export const table = {
  revision: 'Revision',
  when: 'When',
  who: 'By',
  what: 'What',
  lines: 'Lines',
  period: 'Days',
  changed: 'Changes',
  reason: 'Note',
  before: 'From',
  after: 'To',
}
export const kind = { publication: 'Plan published', amendment: 'One duty changed' }
export const name = (revision: number) => `Revision ${revision}`
export const start = 'Before anything was published'
export const unknown = 'unknown'
export const older = 'Older revisions'
export const isLatest = 'holds now'
export const compare = 'Compare'
export const compareLead = 'Choose two revisions'
export const changes = (doctors: number, duties: number) =>
  duties === 0
    ? 'no duties changed doctor'
    : `${count(duties, 'duty', 'duties')}, ${count(doctors, 'doctor', 'doctors')}`

export const one = {
  lead: (when: string, who: string) => `Published ${when} by ${who}.`,
  discussed: (date: string) => `Discussed with the union representatives ${date}.`,
  reason: (text: string) => `Note: ${text}`,
  differences: 'What the revision changed for each doctor',
  noDifferences: 'No doctor got other duties.',
  waived: 'Accepted breaches of rules',
  asItStood: 'The rota as it was in this revision',
  asItStoodLead:
    'Only who had which duties. Hours and warnings are reckoned by what holds today, and are not shown here.',
  previous: 'Previous revision',
  next: 'Next revision',
  compareWithPrevious: 'See each duty that was changed',
  compareWithLatest: 'Compare with what holds now',
  undo: 'Take this revision back',
  undoLead:
    'Makes a draft in which the duties are as before this revision. Nothing changes for the doctors before you publish the draft. Duties that have begun stay.',
  undoDo: (revision: number) =>
    revision === 0 ? 'Make a draft without these duties' : `Make a draft from revision ${revision}`,
  restore: 'Bring back this revision',
  restoreLead:
    'Makes a draft in which the duties are as in this revision. Nothing changes for the doctors before you publish the draft. Duties that have begun stay.',
  draftName: (revision: number) =>
    revision === 0 ? 'Without published duties' : `From revision ${revision}`,
  lines: 'Lines',
  from: 'First day',
  to: 'Last day',
  name: 'Name of the draft',
  later: (revisions: number) =>
    `${count(revisions, 'later revision is', 'later revisions are')} about these days too. What they changed is not in the draft. If you choose other days, this goes for all revisions after this one. Look over the difference before you publish.`,
  same: 'The rota is like that already. There is nothing to bring back.',
}

export const comparison = {
  title: (before: string, after: string) => `${before} against ${after.toLowerCase()}`,
  lead: (dates: string) => `Duties that begin ${dates}.`,
  choose: 'Choose revisions',
  before: 'From revision',
  after: 'To revision',
  from: 'First day',
  to: 'Last day',
  show: 'Compare',
  perDoctor: 'For each doctor',
  perDay: 'Day by day',
  nothing: 'The two are alike on these days.',
  gained: 'Gained',
  lost: 'Lost',
  moved: 'Got a new time or form',
  duty: 'Duty',
  open: 'open',
  notThere: 'not set up',
  needChanged: 'new time or form',
  count: (duties: number, doctors: number) =>
    `${count(duties, 'duty differs', 'duties differ')}, for ${count(doctors, 'doctor', 'doctors')}.`,
  part: (holder: string, span: string) => `${holder} ${span}`,
}
