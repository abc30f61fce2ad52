import { list } from './format.ts'

/** Load reports: duties and costs between the municipalities, and the duties behind a figure. */
export const shares = {
  title: 'Duty between the municipalities',
  municipality: 'Municipality',
  duties: 'Duties',
  weighted: 'Weighted',
  share: 'Share of duty',
  keyShare: 'By the key',
  difference: 'Over or under (percentage points)',
  sum: 'The district',
  service: 'No municipality (the service, or doctors from outside)',
  empty: 'No duties are published in the period, so there is nothing to share.',
  noMembers: 'No municipality takes part in the district in the period.',
  how: 'Each duty counts for the municipality that owns the place it was held in. Without a place it counts for the municipality that engages the doctor, or whose place the doctor holds, that day. Of several, the GP agreement comes first, then the largest post. Whoever learns beside another does not count. The share is of weighted hours, as the duties were worked.',
  unnamed: (hours: string) =>
    `${hours} were held in the municipalities’ places by locums without a name. They count for the municipality, and stand in no doctor’s ledger.`,
}

export const open = {
  title: 'Open duties',
  what: 'What',
  row: 'Duties without a doctor',
  hours: 'Hours',
  none: 'No duties are open in the period.',
}

const KEYS = {
  population: 'inhabitants',
  'list-patients': 'patients on GP lists',
  agreed: 'agreed shares',
}

export const key = {
  is: (kind: keyof typeof KEYS, source: string) => `Key: ${KEYS[kind]}. Source: ${source}.`,
  mixed:
    'The key, or who takes part, changes within the period. The share is counted day by day, so one that joins halfway has its part from that day.',
  gap: {
    none: () => 'The district has chosen no key. It is entered in the agreement.',
    'part-of-period': () => 'The key holds for only part of the period. Choose a period that it covers.',
    'no-members': () => 'On some days of the period no municipality takes part, so the key can’t be counted.',
    'no-population': (name: string) => `The population of ${name} is missing, so the key can’t be counted.`,
    'no-share': (name: string) => `${name} has no number in the key, so it can’t be counted.`,
    'sums-to-nothing': () => 'The numbers of the key add up to 0, so it shares nothing.',
  },
  link: 'See key and rates in the agreement',
}

export const cost = {
  title: 'Cost and settlement',
  cost: 'Cost of own duties',
  due: 'By the key',
  owed: 'To pay (+) or receive (−)',
  noRates:
    'The district has entered no hourly rates, so costs can’t be counted. They are entered in the agreement.',
  missing: (what: readonly string[]) =>
    `A rate is missing for ${list(what)}. Cost and settlement can’t be counted until it is entered.`,
  how: 'The cost is hours times the rate that holds that day. A public holiday comes before a weekend, and a weekend before ordinary time. Øre are rounded so that the municipalities’ figures make up the district’s.',
  settlement:
    'By the key is the district’s whole cost times the municipality’s share by the key. Whoever has carried less than that is to pay the difference. Duties without a doctor cost nothing here.',
  isDraft: 'This is arithmetic on the rota and the rates, not an invoice.',
}

export const rates = {
  title: 'The hours behind the cost',
  what: 'Duty',
  rate: 'Rate an hour',
  of: (form: string, rateClass: string) => `${form}, ${rateClass.toLowerCase()}`,
  sum: 'Sum',
}

export const trail = {
  title: 'The duties behind the figure',
  lead: (what: string) => `Shows ${what}.`,
  everything: 'all duties of the district',
  doctor: (name: string) => `the duties of ${name}`,
  municipality: (name: string) => `the duties that count for ${name}`,
  doctorsOf: (name: string) => `the duties of the doctors of ${name}`,
  noMunicipality: 'the duties that count for no municipality',
  ofForm: (what: string, form: string) => `${what}, only hours of ${form}`,
  only: {
    nights: (what: string) => `${what}, only nights`,
    weekends: (what: string) => `${what}, only weekends`,
    'public-holidays': (what: string) => `${what}, only duties on public holidays`,
    open: () => 'the duties without a doctor',
  },
  date: 'Date',
  line: 'Line',
  span: 'From–to',
  who: 'Doctor',
  origin: 'How the duty came',
  cost: 'Cost',
  minutes: 'Hours',
  count: {
    duties: 'Duties',
    nights: 'Nights',
    weekends: 'Weekends',
    'public-holidays': 'Duties on public holidays',
  },
  sum: 'Sum',
  nobody: 'nobody',
  unnamed: 'locum without a name',
  none: 'No duties stand behind the figure.',
  back: 'Back to the report',
  partNote:
    'The hours are those within the period. A duty over midnight at the edge of the period stands with its hours, and counts only where it begins.',
  weightedNote:
    'Weighted hours are the hours by the weight in the district’s agreement, without what was told of active time.',
  costNote:
    'The cost is the hours times the rates of the time they lie in. Øre are rounded so that the duties add up to the municipality’s cost.',
  groupNote: 'Several duties of one night or weekend count as one. The number stands by the first.',
  ownNote: 'Only the days when the doctor was the municipality’s own are included.',
  originNote: 'How the duty came is shown for the municipality’s own doctors only.',
}
