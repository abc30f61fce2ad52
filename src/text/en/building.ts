import { count, decimal, number } from './format.ts'

/** Sentences of building a rota: how it is asked for, how it goes, and what came of it. */
export const build = {
  title: 'Building the rota',
  doneTitle: 'The rota is built',
  keptTitle: 'The rota is as before',
  failedTitle: 'The build stopped',
  discardedTitle: 'The build is discarded',
  waiting: 'Waiting to begin …',
  progress: 'Progress',
  part: (part: number) => `${number(Math.floor(100 * part))}% done`,
  left: (seconds: number) =>
    seconds < 60
      ? `less than ${seconds <= 10 ? '10 seconds' : 'one minute'} left`
      : `about ${count(Math.round(seconds / 60), 'minute', 'minutes')} left`,
  figures: {
    open: 'Open duties',
    cost: 'Points (fewer are better)',
    bound: 'With what is fixed, no full rota comes below',
  },
  unknown: 'not known yet',
  noneOpen: 'none',
  even: 'How even it is',
  evenLead:
    'The distance from even sharing for whoever is furthest away. The even share is here reckoned from what each can take.',
  evenBeside: 'The table further down measures against the whole agreed share.',
  now: 'Now',
  least: 'Least possible, as far as is proved',
  leastOf: (now: string, least: string, nothing: string) =>
    now === least ? 'it is reached' : least === nothing ? 'no lower limit is proved' : least,
  notWorkedOut: 'not worked out',
  criteria: {
    hours: 'Hours in one form of duty',
    nights: 'Nights',
    weekends: 'Weekends',
    holidays: 'Public holidays',
  },
  stay: 'The page updates itself. You can leave it without stopping the build.',
  stayHere: 'The rota is being built in your browser. Leave the page open until it is done.',
  elsewhere: 'The rota is being built in the browser of whoever started the build.',
  noScript:
    'This build was to run in the browser, but the browser does not run scripts. Let the server build instead.',
  onServer: 'Build on the server instead',
  stopAndKeep: 'Stop and keep the best',
  discard: 'Discard',
  stopHint: 'If you discard the build, the draft will be as it was.',
  full: 'All duties have a doctor. The build is trying to make the rota more even.',
  polishing: 'Polishing the rota part by part. You can stop at any time and keep it.',
  stopping: 'Stopping …',
  handingOver: 'Done. The server is looking over the rota and saving it.',
  notHere: 'The browser could not build the rota. Let the server build instead.',
  notTaken: 'The server did not accept the rota. The draft is as before. Discard the build and try again.',
  notReached:
    'The server does not answer. The draft is as before. Load the page again when you have a network.',
  failed: 'Something went wrong on the way. The draft is as before. Try to build again.',
  lost: 'The build has stood still for a while. The browser was perhaps closed. The draft is as before, and you can build again.',
  discarded: 'The build was discarded. The draft is as before.',
  see: 'See the rota',
  back: 'Back to the draft',
  allHeld: 'All duties have a doctor.',
  allHeldBut: 'Look over this before you publish:',
  pastLines:
    'Somebody has more duty than usual limits. The district has adopted none of its own, so there is no warning. See what it is at the foot of the page.',
  broken: (rules: string) => `Rules that are broken or give a warning: ${rules}.`,
  worstWeek: (name: string, duty: string, week: string) =>
    `Most duty in one week: ${name}, ${duty} in ${week}.`,
  worstPast: (line: string, isAdopted: boolean) =>
    isAdopted
      ? `That is over the limit of ${line}.`
      : `That is more than the usual limit of ${line}. The district has adopted none.`,
  open: (amount: number) =>
    `${count(amount, 'duty is', 'duties are')} open, because no doctor can take ${amount === 1 ? 'it' : 'them'}:`,
  openBeside: (amount: number) =>
    `${count(amount, 'duty', 'duties')} in the draft ${amount === 1 ? 'is' : 'are'} wholly or partly open. The build does not fill duties that are locked, divided or changed by hand on the way.`,
  filled: 'The build filled only the open duties. Duties with a doctor already are as they were.',
  rebuilt: 'The build shared out all duties anew, except locked and divided ones.',
  rebuiltNear: 'The build changed as few duties as possible. Locked and divided duties stay.',
  formerKept: (former: number, built: number) =>
    `The rota you had was better (${number(former)} points against ${number(built)}). Nothing has changed.`,
  formerFull: (open: number) =>
    `The rota you had was better: the new one had ${count(open, 'open duty', 'open duties')}. Nothing has changed.`,
  cutShort: 'The build was stopped before it was done. The best rota until then is kept.',
  noReason: 'no doctor was left',
  reason: (doctors: number, why: string) => `${count(doctors, 'doctor', 'doctors')}: ${why}`,
  kept: (amount: number) =>
    `${count(amount, 'duty was', 'duties were')} changed by hand while the build ran. They are as you set them.`,
  duties: (amount: number) => `(${count(amount, 'duty', 'duties')})`,
  more: (amount: number) => `and ${number(amount)} more`,
  pointsTitle: 'Points: how much better can the rota be?',
  points: (cost: number) => `The rota has ${count(cost, 'point', 'points')}. Fewer are better.`,
  pointsProven: (cost: number, bound: number) =>
    `The rota has ${count(cost, 'point', 'points')}. With the duties and weights that were fixed, no full rota can have fewer than ${number(bound)}.`,
  pointsNear: (cost: number, bound: number) =>
    `The rota has ${count(cost, 'point', 'points')}. With the duties and weights that were fixed, no full rota can have fewer than ${number(bound)}. So it is at most ${percentAbove(cost, bound)} above the best possible.`,
  best: (cost: number) =>
    `The rota has ${count(cost, 'point', 'points')}. It is proved that no full rota is better with the duties and weights that were fixed.`,
  weights: 'See what counts',
  undo: 'Undo the whole build',
  undoHint: 'All duties that the build set will be as they were before.',
}

function percentAbove(cost: number, bound: number): string {
  return `${decimal(Math.ceil(((cost - bound) / bound) * 1000) / 10, 1)}%`
}

/** How a build is asked for. */
export const start = {
  effort: 'How long should it try?',
  efforts: {
    short: 'Short: a first rota',
    normal: 'Ordinary',
    long: 'Long: as good a rota as possible, polished at the end',
  },
  options: 'Choices for the build',
  cannot: 'The draft cannot be built as it stands',
}

/** Why a build can't begin; what is wrong stands in each. */
export const faults = {
  noDoctors: 'The district has no doctors. Enter doctors first.',
  noDuties: 'The lines ask for no duties in the period. Look over the dates and templates.',
  locks: (what: string) =>
    `Locked duties cannot stand as they do: ${what} Unlock the duty, or change its doctor.`,
  weight: (name: string, value: number) =>
    `The weight “${name}” is ${decimal(value, 3)}. A weight must be above 0. Change it in the agreement.`,
  budget: (iterations: number) =>
    `The number of tries is ${decimal(iterations)}. It must be a whole number above 0.`,
}
