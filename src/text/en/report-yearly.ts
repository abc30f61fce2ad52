import type { CompetenceException } from '../../core/rota/competence.ts'
import { count, dateOnly, list, number } from './format.ts'

/** Load reports by calendar year: what the law asks for, grants, and a draft of the yearly statement. */
export const title = (year: number) => `Yearly reporting for ${year}`

export const exceptions = {
  title: 'Days under the exceptions from required competence',
  doctor: 'Doctor',
  exception: 'Exception',
  days: 'Days with duty',
  limit: 'Limit in days',
  left: 'Left',
  names: {
    'one-year': 'up to one year in all',
    'four-months': 'up to 4 months of the calendar year',
    'six-months-on-duty': 'up to 6 months of the calendar year on duty',
  } satisfies Record<CompetenceException, string>,
  none: 'None of the municipality’s doctors worked under an exception this year.',
  deadline: (date: string) =>
    `The municipality reports the use to the county governor by ${dateOnly(date)} (competence regulation § 4).`,
  noDeadline:
    'The duty to report under the competence regulation § 4 runs up to and including the deadline of 31 March 2029. For this year it is not known.',
  how: 'A day is a date with duty, so a night over midnight is two days. Office days are not included, since the district knows only the duties. The regulation counts days worked.',
  noLimit:
    'The district has not adopted how many days make a month, so the limit can’t be told in days. It is entered in the agreement.',
  oneYear: 'The limit of one year is for all years together. Only this year is counted here.',
  service: 'Doctors engaged only by the service are not the municipality’s own and are not included.',
}

export const coming = {
  title: (age: number) => `GPs who turn ${number(age)}`,
  doctor: 'Doctor',
  on: 'Turns',
  none: 'None of the municipality’s GPs reaches the age of exemption this year.',
  how: 'From the birthday the doctor may claim exemption from duty (GP regulation § 33). Nothing happens until the doctor claims it.',
  unknown: (doctors: number) =>
    `The birth date of ${count(doctors, 'doctor', 'doctors')} is missing, so ${doctors === 1 ? 'this one' : 'they'} can’t be listed.`,
  closed: 'You may not see who soon reaches the age of exemption.',
}

export const grants = {
  title: 'Grants for duty in small municipalities',
  year: 'Year',
  criteria: 'Conditions',
  population: 'Inhabitants',
  centrality: 'Centrality',
  meets: 'Within the conditions',
  certainty: 'Source',
  yes: 'yes',
  no: 'no',
  below: (population: number) => `fewer than ${number(population)} inhabitants`,
  classes: (classes: readonly string[]) => `centrality ${list(classes)}`,
  noCriteria: 'not known',
  noPopulation: 'population not known',
  noCentrality: 'centrality not known',
  certainties: {
    unverified: 'unverified',
    none: 'not found',
    district: (source: string) => `entered by the district (${source})`,
  },
  how: 'Population and centrality are those entered for 1 January of the year.',
  unverified:
    '“Unverified” means that the conditions were read in summaries, not in the call itself. See the call of the Directorate of Health before you apply.',
  later: 'The conditions of 2025 and later were not found. The district can enter them in the agreement.',
}

export const statement = {
  title: 'Draft of the yearly statement',
  lead: 'Select the text and copy it. The figures are those of the report’s tables. Read it through before you send it.',
  heading: (municipality: string, district: string, year: number) =>
    `Out-of-hours duty in ${municipality} (${district}), ${year}`,
  share: (duties: string, hours: string, share: string) =>
    `The municipality carried ${duties} duties, ${hours} in all, as worked. That is ${share} of the district’s weighted duty.`,
  key: (share: string) => `The key gives the municipality ${share}.`,
  noKey: 'The district has no key for all of the year.',
  forms: (parts: readonly string[]) => `The hours are ${list(parts)}.`,
  noDuties: 'No duties count for the municipality this year.',
  open: (duties: string, hours: string) => `In the district ${duties} duties (${hours}) had no doctor.`,
  notPublished: 'No duties are published in the district this year.',
  comingNone: 'None of the municipality’s GPs reaches the age of exemption from duty this year.',
  noneOpen: 'No duties of the district were without a doctor.',
  exceptions: (doctors: number, days: number) =>
    `${count(doctors, 'doctor', 'doctors')} worked under an exception from required competence, ${count(days, 'day', 'days')} with duty in all.`,
  noExceptions: 'None of the municipality’s doctors worked under an exception from required competence.',
  coming: (doctors: number) =>
    `${count(doctors, 'GP reaches', 'GPs reach')} the age of exemption from duty this year.`,
  unfinished: 'The year is not over. The figures are provisional.',
  gaps: 'Not in the figures: time at surgeries and other tasks, and duties in other districts.',
}
