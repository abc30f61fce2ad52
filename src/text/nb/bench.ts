import { visible } from '../plain-text.ts'
import { count, number } from './format.ts'

const options = `  --seconds      prosessorsekunder (10)
  --seed         frø (1)
  --iterations   nøyaktig så mange forsøk, uten klokke
  --planned      forsøkene avkjølingen er fordelt på, når de er flere enn --iterations
  --polish       prosessorsekunder til å slipe vaktlisten del for del med HiGHS (0)
  --prove        sekunder HiGHS får på seg til et bevis (0)
  --explain      si hva som hindrer full vaktliste, når ingen blir funnet`

export const legevaktUsage = `Bruk:
  npm run bench:legevakt -- <instans.json> <vaktliste.csv> [--seconds <tall>] [--seed <tall>] [--iterations <antall> [--planned <antall>]]

${options}`

export const onCallUsage = `Bruk:
  npm run bench:oncall -- <fil.dzn> <vaktliste.txt> [--seconds <tall>] [--seed <tall>] [--iterations <antall> [--planned <antall>]]

${options}`

export const missingFiles = 'Mangler filene: den som leses, og den som skrives.'
export const surplus = (value: string) => `«${visible(value)}» er for mye.`
export const unknownOption = (name: string) => `Ukjent valg: --${visible(name)}`
export const badNumber = (name: string, value: string, least: number, most: number) =>
  `--${name}: «${visible(value)}» er ikke et tall fra ${least} til ${most}.`
export const unreadable = (file: string, code: string) => `${visible(file)}: kan ikke leses (${code}).`
export const unwritable = (file: string, code: string) => `${visible(file)}: kan ikke skrives (${code}).`
export const badField = (file: string, field: string, value: string) =>
  value === ''
    ? `${visible(file)}: ${visible(field)} mangler.`
    : `${visible(file)}: ${visible(field)} kan ikke være «${visible(value)}».`

interface Outcome {
  readonly iterations: number
  readonly planned: number
  readonly seed: number
  readonly seconds: number
  readonly breaches: number
  readonly open: number
  readonly points: number
}

/** The last line is what repeats the run exactly. */
export function outcome(found: Outcome): string {
  const { iterations, planned, seed, seconds, breaches, open, points } = found
  const speed = number(iterations / Math.max(0.001, seconds))
  return `${count(breaches, 'brudd', 'brudd')}, ${count(open, 'ledig vakt', 'ledige vakter')}, ${number(points, 2)} poeng
${number(seconds, 2)} prosessorsekunder, ${speed} forsøk i sekundet
--seed ${seed} --iterations ${iterations} --planned ${planned}`
}
