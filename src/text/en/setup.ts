import { visible } from '../plain-text.ts'

const given = (value: string) => (value === '' ? '' : `: “${visible(value)}”`)

/** What is wrong with one field of a set-up screen, with what was given and what it is held against. */
export const faults = {
  'initials-taken': (value: string, [holder = '', free = '']: readonly string[] = []) =>
    `The initials “${visible(value)}” are those of ${visible(holder)}. Free: ${visible(free)}`,
  'not-a-member': (value: string) => `The municipality is not in the district${given(value)}`,
  'not-hours': (value: string) => `Write from and until, for example 8–15.30${given(value)}`,
  'no-duties': () => 'The line must have at least one duty. Tick the days that the duty is for',
  'over-own-line': (value: string, [other = '']: readonly string[] = []) =>
    `The duty ${visible(value)} reaches into ${visible(other)} on the same line. They may overlap by 15 minutes at most`,
  'behind-itself': () => 'A line cannot be its own backup',
  'code-taken': (value: string, [holder = '']: readonly string[] = []) =>
    `The short sign “${visible(value)}” is that of the line ${visible(holder)}`,
  'stands-behind': (value: string) =>
    `${visible(value)} is the backup of this line alone. End that line first, or let it stand behind another`,
  'form-published': () =>
    'The line has published duties, so its kind of duty cannot change. End the line, and make a new one from that day',
  'unknown-municipality': (value: string) =>
    `No municipality in Norway is called this${given(value)}. Write the name as it stands in the list, or its number`,
  'many-municipalities': (value: string, numbers: readonly string[] = []) =>
    `Several municipalities are called “${visible(value)}”. Write the number: ${numbers.join(' or ')}`,
  'too-many': (value: string, [most = '']: readonly string[] = []) =>
    `There are too many${given(value)}. The limit is ${most}`,
}

/** Names that the starter gives to what it makes. */
export const starter = {
  words: {
    lines: { home: 'Home duty', backup: 'Backup', 'on-site': 'On-site duty', night: 'Home duty at night' },
    windows: {
      weekday: 'Evening and night',
      early: 'From 12:00',
      day: 'Day',
      evening: 'Evening',
      night: 'Night',
      whole: 'Day and night',
    },
    surgeries: 'GP surgeries in the daytime',
  },
  placeholder: (number: number) => `Doctor ${number}`,
  districtName: (names: readonly string[]) => {
    const [first = '', ...rest] = names
    if (rest.length === 0) return `${first} legevakt`
    if (rest.length > 2) return `${first} interkommunale legevakt`
    return `${[first, ...rest.slice(0, -1)].join(', ')} og ${rest.at(-1) ?? ''} legevakt`
  },
}

/** The three questions that make a district. */
export const start = {
  title: 'Make a new district',
  lead: 'Answer a few questions, and you can build a rota at once. Everything can be changed later.',
  fromFile: 'Do you have a district file already? Read it in instead.',
  link: 'Make a new district',
  where: '1. Which municipalities take part?',
  whereHelp:
    'Write the name of the municipality or its number, one in each field. Empty fields do not count.',
  municipality: (number: number) => `Municipality ${number}`,
  municipalityLabel: 'Municipality',
  moreRows: 'More municipalities',
  how: '2. How is the service staffed?',
  howHelp:
    'Choose what is most like yours. The picture shows an ordinary week from Monday to Sunday, midnight to midnight.',
  staffings: {
    home: {
      name: 'One home duty',
      text: 'One doctor at a time: evenings and nights on weekdays, day and night at weekends and on holidays.',
    },
    'home-weeks': {
      name: 'Home duty in whole weeks',
      text: 'As above, but one doctor is on duty the whole week from Monday.',
    },
    'home-and-backup': {
      name: 'Home duty with backup',
      text: 'One home duty, and a backup behind it all the time.',
    },
    'on-site-and-home': {
      name: 'On-site evenings and weekends, home duty at night',
      text: 'One doctor at the station until 23:00, and another on home duty until 08:00.',
    },
    'on-site': {
      name: 'On-site all the time',
      text: 'One doctor at the station in the evening, at night and at weekends.',
    },
  },
  staffing: 'Staffing',
  hours: 'GP surgeries cover weekdays 08–16. The hours can be changed later.',
  who: '3. Who share the duties?',
  names: 'Names of the doctors',
  namesHelp:
    'One doctor a line. You can paste from a spreadsheet. Initials and municipality may follow the name: “Kari Berg, KB, Voss”.',
  count: 'Or how many doctors',
  countHelp: 'Without names we make “Doctor 1”, “Doctor 2” and so on. You put in the names later.',
  competence: 'May the doctors be on duty alone?',
  competenceHelp:
    'The competence regulation asks both courses of everyone on duty, and a backup for whoever may not be alone.',
  confirmed:
    'Yes. All are specialists or in training in general practice, and have taken the emergency medicine and the violence and abuse courses',
  later: 'I will enter it for each doctor later. Nobody can be put on duty until then',
  submit: 'Make the district',
  chosenLater:
    'What we do not ask stays open until you enter it: surgery hours, contracts, and every value of the local agreement. Until then they are not checked.',
}

/** The overview of what is set and what is missing. */
export const overview = {
  title: 'Set-up',
  lead: 'What the rota is built from, in the order one does it.',
  ready: 'The district is ready for building a rota.',
  notReady: 'Something is missing before a rota can be built.',
  build: 'Make a new plan',
  states: { done: 'Entered', missing: 'Missing', unchecked: 'Not checked', optional: 'Can wait' },
  settings: 'The district',
  settingsText: (municipalities: string) => `Municipalities: ${municipalities}.`,
  noMembers: 'No municipality takes part now.',
  covered: (names: string) => `Others cover: ${names}.`,
  nothingCovered: 'Nobody else covers any of the day.',
  host: 'Organised with a host municipality. Correct it if you are organised in another way.',
  lines: 'Duty lines',
  lineText: (name: string, form: string) => (name.toLowerCase() === form ? `${name}:` : `${name} (${form}):`),
  noLines: 'No line has duties. Make at least one.',
  gaps: (amount: number, first: string) =>
    amount === 1
      ? `Once in the days we show, nobody answers: ${first}.`
      : `${amount} times in the days we show, nobody answers. The first: ${first}.`,
  noGaps: 'Somebody answers day and night, also at Christmas, at Easter and when the clocks change.',
  doctors: 'Doctors',
  doctorCount: (amount: number) => (amount === 1 ? 'One doctor takes part.' : `${amount} doctors take part.`),
  noDoctors: 'No doctors take part. Add at least one.',
  placeholders: (amount: number) => (amount === 1 ? 'One has no name yet.' : `${amount} have no name yet.`),
  competence: 'Competence',
  allAble: 'All who take part may be on duty.',
  unable: (names: string) => `May not be on duty, for want of competence or courses: ${names}.`,
  noBackups: 'Nobody may be backup, and the district has a backup line.',
  noEvidence: (amount: number) =>
    amount === 1
      ? 'For one doctor the competence is confirmed without evidence. The courses are not checked.'
      : `For ${amount} doctors the competence is confirmed without evidence. The courses are not checked.`,
  surgery: 'Surgery hours',
  surgeryMissing: (amount: number) =>
    amount === 1
      ? 'One doctor has not told surgery hours. Then total hours are not known, and the weekly cap not checked.'
      : `${amount} doctors have not told surgery hours. Then total hours are not known, and the weekly cap not checked.`,
  surgeryKnown: 'All have told surgery hours.',
  absences: 'Absences',
  absencesText: (amount: number) =>
    amount === 0
      ? 'Nobody is entered as away.'
      : amount === 1
        ? 'One time is entered.'
        : `${amount} times are entered.`,
  agreement: 'Local agreement',
  agreementText: (amount: number) =>
    amount === 1
      ? 'One value is adopted. What is not adopted is not checked.'
      : `${amount} values are adopted. What is not adopted is not checked.`,
  nothingAdopted: 'No values are adopted. Caps and the least number of doctors are not checked.',
  andMore: (names: string, more: number) => `${names} and ${more} more`,
  lastChange: 'Latest change of the set-up',
  changed: (what: string, when: string, by: string) => `${what}, ${when}${by === '' ? '' : ` by ${by}`}.`,
  actions: {
    'save-doctor': 'A doctor was added or changed',
    'save-doctors': 'Several doctors were added or changed',
    'end-doctor': 'A doctor was ended',
    'save-line': 'A duty line was added or changed',
    'end-line': 'A duty line was ended',
    'save-district': 'The details of the district were changed',
  } as Readonly<Record<string, string>>,
  otherAction: 'The set-up was changed',
  undo: 'Undo the change',
  cannotUndo:
    'The change can no longer be undone. What it was about has changed since, or has got absences or wishes. Correct it instead.',
  inUse: 'The change cannot be undone. What it added is in use in the rota or in a draft.',
  laterChange: 'The set-up has been changed again since you opened the page. See what stands there now.',
}

/** What a set-up form says when something stands in the way of all of it. */
export const blocked = {
  title: 'Nothing is saved',
  stale:
    'Somebody else has changed this since you opened the page. What you wrote stands below. Open the page again to see what holds now.',
  unchanged: 'Nothing differs from what stands there already.',
  inUse: 'It is in use in the rota or in a draft.',
  reload: 'Open the page again',
}

export const preview = {
  title: 'The duties this makes',
  lead: 'The days on which hours most often go wrong. A filled bar is on-site duty, a light one home duty, a dashed one backup.',
  parts: {
    'ordinary-week': 'An ordinary week',
    christmas: 'Christmas and New Year',
    easter: 'Easter',
    'constitution-day': '17 May',
    'clock-change': 'The night the clocks change',
  },
  duty: (code: string, span: string, name: string, hours: string) => `${code} ${span} ${name} (${hours})`,
  several: (amount: number) => `${amount} doctors`,
  gap: (spans: string) => `Nobody answers: ${spans}`,
  overlap: (spans: string) => `Two on one line: ${spans}`,
  nothing: 'No duties begin on this day',
  gapsIn: (days: string) => `Gaps in cover: ${days}. Take them into a line, or enter who covers.`,
  gapsNone: 'Somebody answers day and night on all these days.',
  shorter: 'the clocks go forward, the day has 23 hours',
  longer: 'the clocks go back, the day has 25 hours',
}

export const settings = {
  title: 'Details of the district',
  name: 'Name of the district',
  legalForm: 'Organisation',
  legalForms: {
    'single-municipality': 'one municipality',
    'host-municipality': 'host municipality',
    'joint-task-community': 'joint task community or intermunicipal council',
    'intermunicipal-company': 'intermunicipal company',
  },
  languages: 'Languages of the district',
  languagesHelp: 'Each person chooses the language of their own pages.',
  calendarNames: 'What calendars tell of who is on duty',
  calendarNamesHelp:
    'For calendars that others than the doctor subscribe to. The dispatch centre always sees the name.',
  calendarNamesTold: {
    names: 'Names: the calendar shows the full name of whoever is on duty.',
    initials: 'Initials: the calendar shows the initials only.',
    none: 'Nothing: the calendar shows the duties, but not who has them.',
  },
  save: 'Save',
  members: 'Municipalities',
  member: (name: string, dates: string) => `${name}, ${dates}`,
  add: 'Add a municipality',
  municipality: 'Municipality',
  from: 'Holds from',
  end: 'End',
  endOn: 'First day without it',
  endMemberLabel: (name: string) => `End ${name}`,
  coveredTitle: 'When others cover',
  coveredLead:
    'Time when another service answers by agreement, such as GP surgeries in the daytime. The district needs no doctor of its own then.',
  coveredWhat: (days: string, span: string) => `${days} ${span}`,
  coveredHolidays: 'on public holidays too',
  coveredNoHolidays: 'not on public holidays',
  coveredBehind: 'as backup',
  coveredName: 'Who covers',
  weekdays: 'Days of the week',
  start: 'From',
  endTime: 'Until',
  endTimeHelp: 'A time that is not after the start is on the next day.',
  onHolidays: 'Holds on public holidays too',
  change: 'Change',
  changeLabel: (name: string) => `Change ${name}`,
  endCoveredLabel: (name: string) => `End ${name}`,
  endCoveredOn: 'First day that they do not cover',
  addCovered: 'Add who covers',
  other: 'What is agreed on caps, rest, sharing and swaps stands under Agreement.',
}

export const absences = {
  title: 'Absences',
  lead: 'Who is not available, week by week. The reason is never shown.',
  period: 'Show from',
  weeks: 'How long',
  quarter: 'a quarter',
  half: 'half a year',
  month: 'a month',
  show: 'Show',
  doctor: 'Doctor',
  all: 'away all week',
  part: (days: number) => (days === 1 ? 'away one day' : `away ${days} days`),
  risk: 'uncertain',
  some: 'away from some duties',
  legend: 'Filled: away. Half: part of the week. Dashed: uncertain. Dot: some kinds of duty only.',
  none: 'Nobody is entered as away in these weeks.',
  add: 'Add an absence',
  addLead: 'The doctor is not put on duty on these days.',
  save: 'Look over',
  confirm: 'Save the absence',
  previous: 'Earlier',
  next: 'Later',
  total: 'Away in the week',
}
