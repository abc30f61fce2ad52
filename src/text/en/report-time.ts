import { count, hours, number, wholeHours } from './format.ts'

/** Load reports over time: pictures, what they say aloud, and the tables that say the same. */
export const lead =
  'The pictures show whole weeks of the municipality’s own doctors, as they were worked. A week in which a doctor was the municipality’s own on some of the days only is left out. Below each picture stand the same figures in a table.'
export const none =
  'None of the doctors was the municipality’s own for a whole week of the period, so there is nothing to draw.'
export const sameAsTable = 'See the figures in a table'

export const trend = {
  title: 'Hours per week',
  picture: (weeks: number) =>
    `Hours per week in ${count(weeks, 'week', 'weeks')}, all the municipality’s doctors`,
  total: (mean: string, least: string, most: string) =>
    `Total work: ${mean} on average, from ${least} to ${most}`,
  duty: (mean: string, least: string, most: string) => `Duty: ${mean} on average, from ${least} to ${most}`,
  totalKey: 'Total work, mean',
  dutyKey: 'Duty, mean',
  totalRangeKey: 'Total work, from whoever has least to whoever has most',
  dutyRangeKey: 'Duty, from least to most',
  week: 'Week',
  doctors: 'Doctors',
  dutyMean: 'Duty, mean',
  dutyLeast: 'Duty, least',
  dutyMost: 'Duty, most',
  totalMean: 'Total, mean',
  totalLeast: 'Total, least',
  totalMost: 'Total, most',
  unknown: 'Without a known total',
  note: 'Total is surgery, other tasks and duty, where hours that coincide count once. The mean is of those whose total is known.',
}

export const distribution = {
  title: 'How long the weeks are',
  lead: 'The figure above a column is how many weeks, each doctor counted separately.',
  picture: (weeks: number) => `${count(weeks, 'doctor-week', 'doctor-weeks')} by total hours`,
  most: (bin: string, weeks: number) => `Most weeks are ${bin}: ${number(weeks)}`,
  past: (weeks: number, limit: string) => `${count(weeks, 'week is', 'weeks are')} over ${limit}`,
  bin: (from: number, to: number) => `${number(from / 60)}–${wholeHours(to)}`,
  hours: 'Total work in the week',
  weeks: 'Doctor-weeks',
  part: 'Share',
  sum: 'All weeks with a known total',
  axis: 'hours per week',
  note: 'A doctor-week is one doctor in one week. Weeks exactly at a bound stand in the upper of the two groups.',
  unknown: (weeks: number) =>
    `${count(weeks, 'doctor-week is', 'doctor-weeks are')} left out, because total hours are not known.`,
  none: 'Total hours are not known in any week. Declare surgery hours on the doctors’ pages to see how they are spread.',
}

export const limits = {
  cap: (limit: number) => `Cap: ${hours(limit)}`,
  line: (limit: number) => `Line: ${hours(limit)}, not adopted`,
}

export const weekends = {
  title: 'How often at weekends',
  picture: (doctors: number) => `Weekends on duty for ${count(doctors, 'doctor', 'doctors')}`,
  ofAll: (worked: number, all: number) => `${number(worked)} of ${number(all)}`,
  doctor: 'Doctor',
  worked: 'Weekends on duty',
  all: 'Weekends in all',
  often: 'How often',
  key: 'weekend on duty',
  restKey: 'weekend off',
}

export const heat = {
  title: 'Week by week',
  picture: (doctors: number, weeks: number) =>
    `Hours of ${count(doctors, 'doctor', 'doctors')} in ${count(weeks, 'week', 'weeks')}, one square a week`,
  ofTotal: 'The figures are total work in hours.',
  ofDuty: 'The figures are hours on duty, since total work is not known.',
  most: (name: string, week: string, amount: string) => `Most: ${name} in ${week} with ${amount}`,
  under: (limit: number) => `under ${wholeHours(limit)}`,
  from: (limit: number) => `${wholeHours(limit)} or more`,
  between: (from: number, to: number) => `${number(from / 60)}–${wholeHours(to - 60)}`,
  unknown: '? not known',
  away: 'blank: not the municipality’s own',
  past: (limit: string) => `frame: over ${limit}`,
  totals: 'Total work week by week',
  duties: 'Duty week by week',
}

export const balance = {
  title: 'Against the fair share',
  lead: 'Bars to the right mean more than the share, to the left less. The share is even for all by agreed weight, adjusted for what the doctor brings from before.',
  picture: (doctors: number) => `Over or under the fair share for ${count(doctors, 'doctor', 'doctors')}`,
  hours: 'Hours against the fair share',
  counts: 'Nights, weekends and public holidays against the fair share',
  what: 'What',
  held: 'Held',
  share: 'Fair share',
  difference: 'Over (+) or under (−)',
  noDuties: 'No duties are published in the period, so there is nothing to share.',
  none: 'The share is shown for quarters, years and plan periods, for doctors who shared the duties throughout. It is shown only where enough other doctors of the district shared them, so that it does not tell when one of them was away.',
  outside: (doctors: number) =>
    `${count(doctors, 'doctor is', 'doctors are')} left out: outside the sharing, or not the municipality’s own throughout the period.`,
}
