import { count, number } from './format.ts'

/** Sentences of the page that holds a draft against another plan. */
export const title = (draft: string) => `Compare “${draft}”`
export const link = 'Compare'
export const choose = 'Compare with'
export const show = 'Compare'
export const published = 'what is published'
export const beforeStep = (step: string) => `the draft before this step: ${step}`
export const lead = (other: string, dates: string) => `Against ${other}, ${dates}.`
export const sides = {
  this: 'This draft',
  published: 'Published',
  other: 'The other draft',
  before: 'Before',
}
export const noDays = 'The two drafts have no days in common, so there is nothing to compare.'
export const same = 'They are quite alike on these days.'

export const sum = {
  title: 'In sum',
  open: 'Open duties',
  blocking: 'Breaches that must be put right or accepted',
  warnings: 'Warnings',
  wishes: 'Wishes met',
  ofAll: (met: number, all: number) => `${number(met)} of ${number(all)}`,
  differing: 'Duties that differ',
}

export const rules = {
  title: 'Rule by rule',
  rule: 'Rule',
  none: 'Neither of them breaks a rule or gives a warning.',
  told: (blocking: number, warnings: number) =>
    [
      blocking > 0 ? `${number(blocking)} must be put right` : '',
      warnings > 0 ? count(warnings, 'warning', 'warnings') : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'none',
}

export const doctors = {
  lead: (before: string, after: string) =>
    `Figures go from ${before} to ${after}. One figure means that they are the same.`,
  title: 'Doctor by doctor',
  doctor: 'Doctor',
  wishes: 'Wishes',
}
export const days = { title: 'Day by day' }

export const choice = {
  title: 'What do you want to do?',
  openThis: (name: string) => `Open “${name}”`,
  throwOther: (name: string) => `Discard “${name}”`,
  throwThis: (name: string) => `Discard “${name}”`,
  undoable: 'A discarded draft can be brought back.',
  keepStep: 'Keep',
  throwStep: (step: string) => `Undo: ${step}`,
  notYours: 'Only whoever took the step can undo it, and only as long as nothing has been done since.',
  back: 'To the draft',
}
