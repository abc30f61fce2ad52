import type { Weekday } from '../../core/time/local-date.ts'
import { visible } from '../plain-text.ts'
import type { CellProblem, TableFault } from '../table-problem.ts'
import { count, dateOnly, list, number } from './format.ts'
import { weekdays } from './words.ts'

/** Sentences of the pages that take a spreadsheet in and send one out. */
export const page = {
  rotaTitle: 'Bring in a rota from a spreadsheet',
  rotaLead: (draft: string) =>
    `Paste the duties, or choose a file. They go into the draft “${draft}” as one step that you can undo. Nothing is saved until you have looked it over and confirmed.`,
  rotaHelp:
    'Dates down or across, and a column for each line or each doctor. A cell may be KN, KN/OB (two places), KN until 20 or KN, OB from 20. Empty cells leave the duty as it is; write “vacant” to empty it.',
  wishesTitle: 'Bring in wishes from a spreadsheet',
  wishesLead:
    'Paste the rows, or choose a file. Nothing is saved until you have looked it over and confirmed.',
  absencesTitle: 'Bring in absences from a spreadsheet',
  absencesLead:
    'Paste the rows, or choose a file. Never write why somebody is away. Nothing is saved until you have looked it over and confirmed.',
  absencesHelp:
    'One row for each period: doctor, first day, last day. The last day may be empty when it is not known. The column “Applies to” may say exempt from nights or from one form of duty; otherwise it is all duty.',
  doctorsTitle: 'Bring in doctors from a spreadsheet',
  doctorsLead:
    'Paste the rows, or choose a file. Nothing is saved until you have looked it over and confirmed.',
  doctorsHelp:
    'The first row holds headings: Name, and if you like Initials, HPR number, Email, Phone, Contract, Municipality, Percent of full time, Share, Competence, Emergency course, Violence course, From date. Doctors who are here already are known by their HPR number or name.',
  rows: 'Cells from the spreadsheet',
  file: 'Or a file',
  fileHelp: 'Excel (.xlsx) or text (.csv), at most 2 MB.',
  preview: 'Look over',
  previewAgain: 'Look over again',
  sheet: 'Sheet',
  sheetHelp: 'The file has several sheets. One is brought in at a time.',
  choose: 'Choose …',
  problems: (amount: number) => `${count(amount, 'mistake', 'mistakes')} to mend first`,
  problemsHelp: 'Mend it in the box below or in the spreadsheet, and look over again. Nothing is saved.',
  more: (amount: number) => `… and ${number(amount)} more`,
  unknownNames: (amount: number) => (amount === 1 ? 'Who is this?' : 'Who are these?'),
  unknownHelp: 'Choose a doctor for each name. The choice holds until you have saved.',
  timesUsed: (amount: number, address: string) => `${count(amount, 'time', 'times')}, first in ${address}`,
  leaveOut: 'Leave out',
  unknownColumns: 'What are these columns?',
  chosenColumn: (text: string, address: string) =>
    text === '' ? `Column ${address}` : `“${text}” (${address})`,
  matched: (amount: number) => `${count(amount, 'name', 'names')} recognised`,
  yearTaken: (year: string) => `Dates without a year are read as ${year}, as in the plan.`,
  outside: (amount: number) =>
    amount === 1
      ? 'One date is outside the plan and is left out.'
      : `${number(amount)} dates are outside the plan and are left out.`,
  undated: (amount: number) =>
    amount === 1
      ? 'One row without a date is left out.'
      : `${number(amount)} rows without a date are left out.`,
  onlyOwnDates: 'Take only the dates of the plan',
  same: (amount: number) =>
    amount === 1
      ? 'One is like this already and stays as it is.'
      : `${number(amount)} are like this already and stay as they are.`,
  locked: (amount: number) =>
    amount === 1
      ? 'One duty is locked with another doctor and stays as it is.'
      : `${number(amount)} duties are locked with other doctors and stay as they are.`,
  moved: 'Somebody has changed the draft since you looked it over. This is how it would be now:',
  nothingNew: 'All of it is like this already. There is nothing to save.',
  changes: 'This will change',
  added: 'This will be added',
  duty: 'Duty',
  before: 'Now',
  after: 'Will be',
  cell: 'Cell',
  open: 'open',
  confirmRota: (amount: number) => `Put ${count(amount, 'duty', 'duties')} into the draft`,
  confirmAbsences: (amount: number) => `Save ${count(amount, 'period', 'periods')}`,
  confirmDoctors: (amount: number) => `Save ${count(amount, 'doctor', 'doctors')}`,
  confirmWishes: (amount: number) => `Save ${count(amount, 'wish', 'wishes')}`,
  dutiesReached: (amount: number) =>
    amount === 0 ? '–' : `holds ${count(amount, 'published duty', 'published duties')}`,
  published: 'Published duties',
  what: 'Applies to',
  doctor: 'Doctor',
  isNew: 'new',
  isChanged: 'changes',
  state: 'What happens',
  fields: 'Details',
  field: (name: string, value: string) => `${name}: ${value}`,
  part: (name: string, part: string) => `${name} ${part}`,
}

export const links = {
  rota: 'Bring in from a spreadsheet',
  absences: 'Bring in absences from a spreadsheet',
  doctors: 'Bring in doctors from a spreadsheet',
  title: 'Spreadsheets',
  takeOut: 'Download',
  rotaList: 'Rota, everything known',
  rotaGrid: 'Rota, dates down',
  doctorsFile: 'Doctors',
  absencesFile: 'Absences',
  wishesFile: 'Wishes',
  form: (what: string, form: string) => `${what} (${form})`,
  note: 'The files can be mended in a spreadsheet and brought in again.',
}

/** What is wrong with a whole sheet or file. */
export const faults: Readonly<Record<TableFault['kind'], (value: string) => string>> = {
  empty: () => 'The sheet is empty. Paste the cells, or choose a file.',
  'too-much-text': (value) =>
    `The sheet has too much text. The limit is ${number(Number(value))} characters. Bring in a part at a time.`,
  'too-many-rows': (value) =>
    `The sheet has too many rows. The limit is ${number(Number(value) || 5000)}. Bring in a part at a time.`,
  'too-many-columns': (value) =>
    `The sheet has too many columns. The limit is ${number(Number(value) || 400)}. Bring in a part at a time.`,
  'too-many-cells': () => `The file has too many cells. Save only the sheet you need as a file of its own.`,
  'too-many-sheets': (value) =>
    `The file has too many sheets. The limit is ${value}. Save only the sheet you need as a file of its own.`,
  'file-too-large': (value) =>
    `${named(value)} is too large. The limit is 2 MB. Save only the sheet you need as a file of its own.`,
  'macro-workbook': (value) =>
    `${named(value)} has macros and is not opened. Save it as an ordinary workbook (.xlsx) or CSV.`,
  encrypted: (value) => `${named(value)} is locked with a password. Save it without one.`,
  'old-xls': (value) => `${named(value)} is in the old Excel format. Save it as .xlsx or CSV.`,
  'other-workbook': (value) => `${named(value)} is not an Excel workbook. Save it as .xlsx or CSV.`,
  'not-a-table': (value) => `${named(value)} is not a spreadsheet. Choose an .xlsx or .csv file.`,
  'zip-bomb': (value) =>
    `${named(value)} unpacks to far more than a spreadsheet needs, and is not opened. Save only the sheet you need as a file of its own.`,
  'broken-workbook': (value) =>
    `${named(value)} is damaged and cannot be read. Open it in the spreadsheet and save it again.`,
  'unknown-sheet': (value) => `The file has no sheet called “${visible(value)}”.`,
}

function named(value: string): string {
  return value === '' ? 'The file' : `“${visible(value)}”`
}

const given = (value: string) => (value === '' ? '' : ` It says “${value}”.`)

/** What is wrong with one cell; the address stands before the sentence. */
export const cells: Readonly<
  Record<CellProblem['code'], (value: string, also: readonly string[]) => string>
> = {
  'unknown-name': (value) => `No doctor in the district is called “${value}”.`,
  'fits-several': (value, also) =>
    `“${value}” could be ${list([...also])}. Write the initials, or choose below.`,
  'not-a-date': (value) => `Write a date that exists, such as 04.01.2027.${given(value)}`,
  'other-year': (value, [years = '']) => `“${value}” is in another year than the plan (${years}).`,
  'other-weekday': (value, [date = '', day = '1']) =>
    `It says “${value}”, but ${dateOnly(date)} is a ${weekdays[(Number(day) as Weekday) - 1]}.`,
  'unknown-column': (value) =>
    value === ''
      ? 'The column has no heading. Choose a line below.'
      : `“${value}” is not a line of the plan. Choose a line below.`,
  'unknown-line': (value) => `The plan has no line called “${value}”.`,
  'unknown-duty': (value) => `There is no duty called “${value}” on that day.`,
  'no-duty': (value, [, date = '']) => `There is no such duty on ${dateOnly(date)}.${given(value)}`,
  'other-number': (value, [names = '', places = '']) =>
    `“${value}” does not fit: ${count(Number(names), 'name', 'names')} for ${count(Number(places), 'place', 'places')}.`,
  'unreadable-time': (value) => `The time cannot be read. Write for example “KN until 20”.${given(value)}`,
  'no-such-time': (value, [date = '', time = '']) =>
    `The clock never shows ${time} on ${dateOnly(date)}: it goes from 02 to 03.${given(value)}`,
  'time-twice': (value, [date = '', time = '']) =>
    `The clock shows ${time} twice on ${dateOnly(date)}. Write “${time}+02:00” for the first or “${time}+01:00” for the second.${given(value)}`,
  'outside-duty': (value, [times = '']) =>
    `The time in “${value}” is not inside the duty${times === '' ? '' : ` (${times})`}.`,
  overlapping: (value) => `“${value}” gives two doctors the same time.`,
  'given-twice': (value, [other = '']) => `“${value}” is a duty that also stands in ${other}.`,
  formula: () =>
    'The cell has a formula without an answer. Save the file in the spreadsheet, or write the answer.',
  'hidden-character': (value) => `The cell has characters that do not show. Remove them.${given(value)}`,
  'too-long': (value) => `The text is too long.${given(value)}`,
  missing: () => 'The cell is empty.',
  'unknown-word': (value) => `“${value}” is nothing that can stand here.`,
  'not-a-number': (value) => `Write a number.${given(value)}`,
  'no-dates': () => 'No dates were found in the sheet. They may stand down a column or across a row.',
  'no-names': () => 'No heading “Name” was found. The first row must hold headings.',
  'no-hpr-number': (value) => `“${value}” is not an HPR number.`,
  'no-email': (value) => `“${value}” is not an email address.`,
  'no-name': (value) => `“${value}” is not a name.`,
  'not-a-member': (value) => `The district has no municipality called “${value}”.`,
  'fits-several-doctors': (value) =>
    `Several doctors here are called “${value}”. Write the HPR number or initials.`,
  'same-doctor': (value, [other = '']) => `“${value}” is the same doctor as in ${other}.`,
  'too-many-rows': (value, [most = '']) =>
    `The sheet has ${number(Number(value))} rows. At most ${number(Number(most))} can be brought in at a time.`,
  'too-many-places': (value, [most = '']) =>
    `The sheet changes ${number(Number(value))} duties. One step can hold ${number(Number(most))}. Bring in a shorter period at a time.`,
}

/** Before a sentence that belongs to the whole sheet. */
export const wholeSheet = 'The sheet'
