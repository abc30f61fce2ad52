import type { IsoWeek } from '../../core/time/iso-week.ts'
import { isLocalDate, type LocalDate } from '../../core/time/local-date.ts'
import { visible } from '../plain-text.ts'
import { count, hours, number, shortWeek } from './format.ts'

export const usage = `Bruk:
  npm run plan -- <distriktfil> --from <dato> [--weeks <antall>] [--seed <tall>] [--iterations <antall>] [--out <fil>]

  <distriktfil>   JSON som beskrevet i docs/formats.md, for eksempel examples/fjordane.json
  --from          første dag i planen, for eksempel 2027-01-04
  --weeks         antall uker, 1–104 (26 om ikke annet er sagt)
  --seed          frø: samme frø gir samme vaktliste (1)
  --iterations    antall forsøk på å gjøre lista bedre (etter antall vakter)
  --out           fila som vaktlista skrives til`

/** The first and the last date a plan can begin on. */
interface PlanDates {
  readonly first: LocalDate
  readonly last: LocalDate
}

const OPTIONS = {
  from: (value: string, { first, last }: PlanDates) => {
    if (value === '') return 'Mangler --from, første dag i planen.'
    return isLocalDate(value)
      ? `--from: «${value}» er utenfor det som kan planlegges. Bruk en dato fra ${first} til ${last}.`
      : `--from: «${visible(value)}» er ikke en dato i kalenderen.`
  },
  weeks: (value: string) => `--weeks: «${visible(value)}» er ikke et helt tall fra 1 til 104.`,
  seed: (value: string) => `--seed: «${visible(value)}» er ikke et helt tall fra 0 til 2147483647.`,
  iterations: (value: string) =>
    `--iterations: «${visible(value)}» er ikke et helt tall fra 1 til 1000000000.`,
}

export function badOption(option: keyof typeof OPTIONS, value: string, dates: PlanDates): string {
  return OPTIONS[option](value, dates)
}

export const noFile = 'Mangler distriktfila.'
export const tooManyFiles = (value: string) =>
  `Bare én distriktfil om gangen. «${visible(value)}» er for mye.`
export const unknownOption = (value: string) => `Ukjent valg: ${visible(value)}`
export const missingValue = (value: string) => `Valget ${value} mangler en verdi.`
export const optionTwice = (value: string) => `Valget ${value} er gitt to ganger.`
const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'finnes ikke',
  EISDIR: 'er en mappe',
  EACCES: 'ingen tilgang',
  ENOTDIR: 'det som skulle vært en mappe, er en fil',
}
export const unreadable = (file: string, code: string) =>
  `${visible(file)}: kan ikke leses (${CAUSES[code] ?? code}).`
export const unwritable = (file: string, code: string) =>
  `${visible(file)}: kan ikke skrives (${code === 'ENOENT' ? 'mappa finnes ikke' : (CAUSES[code] ?? code)}).`
export const emptyOut = '--out mangler navnet på en fil.'
export const outIsInput = (file: string) =>
  `--out: ${visible(file)} er distriktfila selv. Velg en annen fil, så den ikke blir borte.`
export const notText = (file: string) => `${visible(file)}: er ikke tekst i UTF-8.`
export const refused = (problems: number) =>
  `${count(problems, 'feil', 'feil')} i fila. Ingen vaktliste er laget.`

export const planning = (name: string, period: string, duties: number) =>
  `${name}, ${period}: ${count(duties, 'vakt', 'vakter')}`

export const progress = (done: number, iterations: number, open: number, cost: number) =>
  `${number(Math.floor((100 * done) / iterations))} % · ${count(open, 'ledig vakt', 'ledige vakter')} · ${number(cost)} poeng`

export const speed = (seconds: number, perSecond: number) =>
  `${number(seconds, 1)} sekunder, ${number(perSecond)} forsøk i sekundet`

export const score = {
  title: 'Poeng per regel (lavest er best)',
  none: 'ingen brudd',
  blocking: (amount: number) => `${number(amount)} hindrer publisering`,
  warnings: (amount: number) => count(amount, 'advarsel', 'advarsler'),
  over: (minutes: number) => `${hours(minutes)} over til sammen`,
  open: 'Ledige vakter',
  fairness: 'Jevn fordeling (poeng)',
  parts: { hours: 'timer', nights: 'netter', weekends: 'helger', holidays: 'helligdager' },
  wishes: 'Ønsker (poeng)',
  splitBlocks: 'Delte uker og helger',
  spacing: 'Vakter tett på hverandre (poeng)',
  idleBackups: 'Bakvakter uten noen å stå bak',
  total: 'Sum (poeng)',
}

export const open = {
  title: (amount: number) => `Ledige vakter: ${number(amount)}`,
  none: 'Ledige vakter: ingen',
  reason: (doctors: number, why: string) => `${count(doctors, 'lege', 'leger')} ${why}`,
  noReason: 'ingen lege sto igjen',
  more: (amount: number) => `… og ${number(amount)} til, se fila`,
}

export const heaviest = {
  title: 'Tyngste uker (kontor, andre oppgaver og vakt)',
  none: 'Ingen uker med kjent sum.',
  week: (person: string, week: IsoWeek, total: number, duty: number) =>
    `${person}, ${shortWeek(week)}: ${hours(total)}, av dette ${hours(duty)} vakt`,
  floor: (minutes: number) => `lavest mulig ${hours(minutes)}`,
  unknown: (names: string) => `Samlet tid er ukjent for ${names}: kontortid er ikke oppgitt.`,
}

export const written = (file: string) => `Skrevet til ${file}`
