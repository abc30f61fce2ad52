import { count, decimal, number } from './format.ts'

/** The frame of a load report's pages, and what its tables say when a figure is missing. */
export const frame = {
  countedNow:
    'The figures here are counted now, from the duties as they stand. The period is closed, and the overview shows what was stored then for the municipality’s own doctors.',
  unreadKind: (value: string) =>
    `“${value}” is no kind of period. Choose week, month, quarter, year or plan.`,
  unreadDate: (value: string) => `“${value}” is no date of the calendar. Write it as 2027-01-04.`,
  noPlan: 'There is no plan on this date.',
  /** Instead of what could not be followed. */
  shows: (period: string) => `The page shows ${period}.`,
  about: (district: string, dates: string) => `The municipality’s own doctors in ${district}, ${dates}.`,
  titleOf: (title: string, part: string) => `${title}: ${part.toLowerCase()}`,
  tabs: 'Parts of the report',
  tab: {
    overview: 'Overview',
    time: 'Over time',
    shares: 'Between municipalities',
    yearly: 'Yearly',
  },
  files: 'Take the report with you',
  xlsx: 'Spreadsheet (XLSX)',
  csv: 'Table (CSV)',
  json: 'Data file (JSON)',
  print: 'Print',
}

/** A cell without a figure, and under the table why. */
export const cells = {
  hidden: 'not shown',
  hiddenWhy: 'Too few doctors stand behind the figure to show it.',
  notKnown: 'not known',
  notKnownWhy: 'What the figure is counted from has not been declared.',
  why: (word: string, why: string) => `“${word}”: ${why}`,
  kroner: (øre: number) => `NOK ${number(øre / 100, øre % 100 === 0 ? 0 : 2)}`,
}

/** The whole report on A4. */
export const paper = {
  title: 'Print the load report',
  lead: 'Print from the browser (Ctrl+P); only the sheets come out on paper. All of it can be read in black and white.',
  made: (when: string) => `Made ${when}`,
  turn: { landscape: 'Turn the sheets to landscape A4', portrait: 'Turn the sheets to portrait A4' },
  back: 'Back to the report',
}

/** What load reports say of a doctor, told to the doctor. */
export const mine = {
  title: 'Reports about me',
  link: 'See what the municipality gets to know',
  linkLead: 'Your municipality gets a load report with your hours. Here you see the same as it does.',
  lead: 'The municipality whose own doctor you are gets a report on the load. Here stands all that it sees of you. Choose a year to see what the yearly report alone has: days you have worked under the exception from the requirement of specialisation, and the date on which you turn 60.',
  none: 'No municipality has you as its own doctor, so no load report has you in it by name.',
  notIn: (municipality: string) =>
    `You were not ${municipality}’s own doctor in the period, so this report does not have you in it by name.`,
  to: (municipality: string, district: string) => `To ${municipality}, from ${district}`,
  weeks: 'The pictures of your weeks, as the municipality sees them',
  worst: (week: string, amount: string) =>
    `The heaviest week of all stands on top of the report, and it is yours: ${amount} in ${week}.`,
  worstDuty: (week: string, amount: string) =>
    `The week with most duty stands on top of the report, and it is yours: ${amount} in ${week}.`,
  duties: 'The duties behind your figures, with how they became yours',
  neverOpened: 'Nobody has opened a report about these days.',
  opened: 'Reports about these days have been opened:',
  opening: (when: string, role: string, dates: string) => `${when}, ${role}. It was of ${dates}`,
  payroll: (district: string) => `Hours for pay, ${district}`,
  payrollOpened:
    'Hours for pay of these days have been opened. There stand your duties, active time and call-outs:',
  notSentTitle: 'What no municipality sees in the report',
  notSent: [
    'why you are away or exempt; absence and exemption are one sign',
    'your wishes, and drafts that are not published',
    'your address and telephone number',
    'hours of days on which you were another municipality’s own doctor only',
    'your name with surgery hours or totals in other municipalities: there you are only part of a sum, and only when at least as many doctors as the agreement says are in it',
  ],
}

/** What a chief physician must know first, in a sentence each. */
export const findings = {
  title: 'In short',
  /** Whose total is known, of all. */
  meanTotal: (mean: string, known: number, all: number) =>
    known === all
      ? `The municipality’s doctors work ${mean} a week on average, duty included.`
      : `${number(known)} of the municipality’s ${number(all)} doctors ${known === 1 ? 'works' : 'work'} ${mean} a week on average, duty included. Total hours are not known for ${count(all - known, 'doctor', 'doctors')}.`,
  meanDuty: (mean: string) =>
    `The municipality’s doctors have ${mean} of duty a week on average. Nobody’s total is known.`,
  overCap: (by: string, cap: string) => `That is ${by} over the cap of ${cap}.`,
  overLine: (by: string, line: string) =>
    `That is ${by} over ${line}, which the district has not adopted as a cap.`,
  underCap: (cap: string) => `That is within the cap of ${cap}.`,
  worst: (name: string, week: string, amount: string) =>
    `Heaviest week: ${name} worked ${amount} in ${week}.`,
  worstDuty: (name: string, week: string, amount: string) =>
    `Most duty in one week: ${name} had ${amount} in ${week}.`,
  past: (past: number, all: number, limit: string) =>
    `${past === 0 ? 'None' : number(past)} of ${number(all)} weeks ${past < 2 ? 'is' : 'are'} over ${limit}, each doctor counted separately.`,
  noBreaches: 'No breaches of rules or limits.',
  breaches: (all: number, doctors: number) =>
    `${count(all, 'breach', 'breaches')} of rules and limits, by ${count(doctors, 'doctor', 'doctors')}.`,
  needing: (amount: number) => `${number(amount)} of them should have been accepted, and nobody has.`,
  accepted: (amount: number) => `${number(amount)} accepted with a reason.`,
  allWarnings: 'All are warnings.',
  noneOpen: (all: number) => `All ${decimal(all, 1)} duties in the district have a doctor.`,
  open: (duties: string, all: string, amount: string) =>
    `No doctor for ${duties} of ${all} duties in the district, ${amount} in all.`,
  heldBy: (parts: string) => `The district’s duty hours: ${parts}.`,
  holder: (name: string, share: string) => `${name} ${share}`,
  holders: {
    'own-gp': 'the municipality’s own GPs',
    'other-gp': 'other GPs',
    locum: 'locums',
    trainee: 'interns (LIS1)',
    employed: 'employed duty doctors',
    other: 'others',
    open: 'without a doctor',
  },
}
