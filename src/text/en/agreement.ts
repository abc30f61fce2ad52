import type { ParameterStatus } from '../../core/rota/agreement.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import { weekLists } from '../week-lists.ts'
import { count, date, dateOnly, list, number } from './format.ts'

/** Sentences of the agreement's pages. */
export const title = 'The agreement'
export const lead =
  'Here are the limits that the district has set, and how hours are counted. A warning comes only where a limit is set.'
export const leadReader = 'The duty coordinator can change this. Nothing disappears: old values are kept.'
export const leadCoordinator =
  'Choose a row to change it. You see what the change does before anything is saved, and old values are kept.'
export const contents = 'Parts of the agreement'

export const unchecked = {
  title: (amount: number) => `${count(amount, 'rule is', 'rules are')} not checked`,
  lead: 'The district has set no limit here, so the rota gets no warning. Choose one to set the limit.',
  short: (rules: readonly string[]) => `This is not checked, because no limit is set: ${list(rules)}.`,
  within: (rule: string, spans: readonly string[] | null) =>
    spans === null ? rule : `${rule} (only ${list(spans)})`,
  link: 'See the agreement',
}

/** How strongly a value holds. */
export const tags = {
  adopted: 'adopted',
  default: 'default',
  reference: 'mark, gives no warning',
  'unset-limit': 'not set: not checked',
  unset: 'not set',
  coming: 'coming',
  former: 'held before',
  withdrawn: 'withdrawn before it held',
}

export const row = {
  origin: (source: string, from: LocalDate, author: string) =>
    `From ${dateOnly(from)}. ${source}. Entered by ${author}.`,
  standard: (source: string) => `Source: ${source}.`,
  standardUnset: (source: string) => `See ${source}.`,
  line: (value: string) => `Mark for comparison: ${value}. It gives no warning.`,
  coming: (from: LocalDate, value: string, isLine: boolean) =>
    isLine ? `Mark from ${dateOnly(from)}: ${value}.` : `Adopted from ${dateOnly(from)}: ${value}.`,
  ends: (to: LocalDate) => `No longer holds from ${date(to)}.`,
}

export const page = {
  now: 'Holds now',
  source: 'Source',
  from: 'Holds from',
  decidedOn: 'Adopted',
  author: 'Entered by',
  line: 'Mark',
  start: 'Default',
  noStart: (source: string) => `none, see ${source}`,
  noStartOwn: 'none, the district decides',
  startOf: (value: string, source: string) => `${value} (${source})`,
  usedBy: 'Used by',
  noRule: 'no rule with a warning',
  builder: 'building of rotas',
  recorded: 'only written down here: Legevaktplan does nothing with it yet',
  history: 'Everything that has been set',
  historyNote:
    'A new value is always written as a new row. Duties before the date are judged by what held then.',
  noHistory: 'The district has not set any value.',
  enteredBy: (author: string, decidedOn: LocalDate | null) =>
    decidedOn === null ? `Entered by ${author}.` : `Adopted ${dateOnly(decidedOn)}. Entered by ${author}.`,
  again: (value: string) => `Use ${value} again`,
  back: 'Back to the agreement',
}

export const form = {
  title: 'New value',
  value: 'New value',
  presets: 'Fill in',
  presetNote: (source: string) => `(${source})`,
  presetHelp: 'The buttons only fill in the form. Nothing holds before you save.',
  hours: 'hours',
  minutes: 'minutes',
  range: (least: string, most: string) => `From ${least} to ${most}.`,
  mayBeEmpty: 'May be left empty.',
  weightHelp: 'Write for example 1, 0.5 or 1/7.',
  steps: {
    0.25: 'Much less (1/4)',
    0.5: 'Less (1/2)',
    1: 'As usual (1)',
    2: 'More (2)',
    4: 'Much more (4)',
  },
  ownNumber: 'Another number',
  numberFor: (label: string) => `Number for “${label}”`,
  timesHelp: 'Separate by commas, for example 08:00, 16:00, 23:00.',
  numbersHelp: 'Separate by commas, for example 5, 6.',
  timeHelp: 'For example 16:00.',
  dayHelp: 'Day and month, for example 10.3.',
  nullableMinutes: 'Leave it empty when the backup answers by telephone.',
  byMunicipality:
    'Leave empty when the key follows population. Otherwise: numbers of patients, or shares as percent or weights.',
  rowsHelp: 'Empty rows are skipped.',
  rowOf: (index: number) => `Row ${number(index)}`,
  choiceOf: (index: number) => `Number ${number(index)}`,
  notSet: 'not set',
  status: 'What does the value mean?',
  statuses: {
    adopted: 'Adopted: holds for the rota',
    reference: 'Only a mark: shown for comparison and gives no warning',
  } satisfies Record<ParameterStatus, string>,
  from: 'Holds from',
  fromHelp: 'Duties before this day are judged as before.',
  fromOpen: (openFrom: LocalDate) =>
    `Duties before this day are judged as before. At the earliest ${dateOnly(openFrom)}, since the time before is closed.`,
  decidedOn: 'Date of the decision',
  decidedOnHelp: 'The day the decision was made.',
  decidedOnLine: 'The day the decision was made. May be left empty for a mark.',
  source: 'Source',
  sourceHelp: 'Where it was decided, for example “Legevaktutvalget, item 4/27”.',
  preview: 'See what it changes',
  endTitle: 'Should the value stop holding?',
  endLead: (after: string) => `Afterwards this holds: ${after}.`,
  endTo: 'No longer holds from',
  endPreview: 'See what it changes',
}

export const preview = {
  title: 'Look over before you save',
  nothingStored: 'Nothing has been saved yet.',
  change: (name: string, before: string, after: string, from: LocalDate) =>
    `${name}: ${before} → ${after} from ${date(from)}.`,
  before: 'Now',
  after: 'Afterwards',
  from: 'From',
  until: (to: LocalDate, value: string) =>
    `The value holds until ${date(to)}. Then ${value} takes over, as is decided already.`,
  line: 'This is only a mark. It gives no warnings, not on duties that are set already either.',
  arranges: 'No rule gives a warning by this value.',
  counts:
    'This changes how hours, nights or weekends are counted from this day. Closed periods do not change.',
  past: (first: LocalDate) =>
    `The date lies back in time. Published duties from ${dateOnly(first)} are judged anew by the new value. The duties themselves do not change.`,
  published: (range: string) => `Published rota, ${range}`,
  draft: (name: string, range: string) => `The draft “${name}”, ${range}`,
  nothingTouched: 'No published duties or open drafts lie after this date.',
  same: 'No new breaches or warnings, and none that go away.',
  moreWeeks: (value: string, weeks: number, doctors: number) =>
    `With ${value}, ${count(weeks, 'more week is', 'more weeks are')} outside the limit, for ${count(doctors, 'doctor', 'doctors')}.`,
  fewerWeeks: (value: string, weeks: number, doctors: number) =>
    `With ${value}, ${count(weeks, 'week is', 'weeks are')} no longer outside the limit, for ${count(doctors, 'doctor', 'doctors')}.`,
  moreWindows: (value: string, windows: number, doctors: number) =>
    `With ${value}, ${count(windows, 'more stretch of seven days is', 'more stretches of seven days are')} outside the limit, for ${count(doctors, 'doctor', 'doctors')}.`,
  fewerWindows: (value: string, windows: number, doctors: number) =>
    `With ${value}, ${count(windows, 'stretch of seven days is', 'stretches of seven days are')} no longer outside the limit, for ${count(doctors, 'doctor', 'doctors')}.`,
  atFloor: (amount: number) =>
    `${number(amount)} of them cannot be avoided: the limit is passed even when the duties are shared as evenly as can be.`,
  more: {
    structural: (amount: number) =>
      `${count(amount, 'more breach', 'more breaches')} that must be put right.`,
    blocks: (amount: number) => `${count(amount, 'more breach', 'more breaches')} that stop publishing.`,
    warns: (amount: number) => `${count(amount, 'more warning', 'more warnings')}.`,
    shown: (amount: number) => `${count(amount, 'more thing', 'more things')} only shown, without a warning.`,
  },
  fewer: {
    structural: (amount: number) =>
      `${count(amount, 'breach', 'breaches')} that had to be put right ${amount === 1 ? 'goes' : 'go'} away.`,
    blocks: (amount: number) =>
      `${count(amount, 'breach', 'breaches')} that stopped publishing ${amount === 1 ? 'goes' : 'go'} away.`,
    warns: (amount: number) => `${count(amount, 'warning goes', 'warnings go')} away.`,
    shown: (amount: number) =>
      `${count(amount, 'thing', 'things')} only shown ${amount === 1 ? 'goes' : 'go'} away.`,
  },
  moreTitle: 'New',
  fewerTitle: 'Goes away',
  everyone: 'The whole district',
  weeks: weekLists('week', list),
  why: (amount: number) => `See ${amount === 1 ? 'it' : `all ${number(amount)}`}`,
  save: 'Save',
  saveEnd: 'Save the end',
  edit: 'Go back and change',
  unset: 'not set',
}

export const refusals = {
  'nothing-changed': 'This value holds already, by the same decision. Nothing has been saved.',
  'stale-revision':
    'Somebody else has changed the agreement since you looked at it. The figures below are new. Look over again before you save.',
}

/** On the district's first page and in other lists. */
export const link = 'The agreement: limits and rules'
