import { count, ended, number } from './format.ts'

/** Sentences of the panels beside the board: who can take a duty, what is to be fixed, and the load. */
export const close = 'Close'
export const whyNot = (amount: number) => `Why not? ${count(amount, 'doctor', 'doctors')} who do not fit`
export const ranking = 'Trying the doctors …'
export const candidateHint = 'Arrow down and up choose a doctor, Enter assigns, Escape goes back to the rota.'
export const tells = 'What the choice does'
export const noCandidates = 'No other doctors in the district.'
/** In the place of the page's own list, which an edit made old. */
export const stale =
  'The rota was changed after the page was loaded. What holds now stands in “To fix” beside it.'

export const fix = {
  title: 'To fix',
  counts: {
    blocks: (amount: number) => `${number(amount)} to fix`,
    warns: (amount: number) => count(amount, 'warning', 'warnings'),
    open: (amount: number) => count(amount, 'open duty', 'open duties'),
  },
  hint: 'Arrow down and up, or F8 anywhere on the page, goes to the next. Enter goes to the duty.',
  lead: 'For the whole plan, also weeks that are not shown.',
  nothing: 'Nothing to fix in the whole plan.',
  more: (amount: number) => `Show ${number(amount)} more`,
  isOpen: (duty: string) => ended(`No doctor on ${duty}`),
  healedBefore: (amount: number) => `${number(amount)} more fixed.`,
  healed: 'Fixed',
  fresh: 'New',
  goTo: 'Go to the duty',
  goToWeeks: 'Show the weeks of the duty',
  searching: 'Looking for the smallest change that fixes this …',
  heals: 'Smallest change that fixes it',
  fills: 'Take the duty',
  noHeal: 'No single change of one or two duties fixes this.',
  noHolder: 'This is not fixed by changing the doctor.',
  repair: 'See what repairing several duties can do',
  take: (to: string, duty: string) => `${to} takes ${duty}`,
  swap: (one: string, duty: string, other: string, back: string) =>
    `${other} takes ${duty}, ${one} takes ${back}`,
  free: 'no new warning',
  costs: (amount: number) => count(amount, 'new warning', 'new warnings'),
  saidHealed: (sentence: string) => `Fixed: ${sentence}`,
  saidLeft: (blocks: number, warns: number) =>
    `Left: ${number(blocks)} to fix, ${count(warns, 'warning', 'warnings')}.`,
}

export const judged = {
  more: (amount: number) => `and ${number(amount)} more`,
  show: 'Show',
  differs: 'The server found something else than this page. What the server found is shown now.',
  moved: 'What the plan is judged by has changed. The page fetched it anew.',
}

export const load = {
  title: 'Hours and sharing',
  button: 'Hours',
  span: 'Show for',
  window: 'these weeks',
  plan: 'the whole plan',
  caption: 'Duty hours and numbers of duties against the fair share. Those furthest from it come first.',
  doctor: 'Doctor',
  away: 'From share',
  nights: 'Nights',
  weekends: 'Weekends',
  holidays: 'Public holi\u00addays',
  of: (amount: string, share: string) => `${amount} of ${share}`,
  outside: 'outside',
  legend: 'The stroke shows the fair share.',
  bar: (parts: string, share: string | null) => (share === null ? parts : `${parts}. Fair share ${share}`),
}
