import { join } from 'node:path'
import { lastJson, runChild } from '../child.ts'
import { build, keyOf } from './legevakt.ts'
import {
  type Found,
  isLegal,
  type Job,
  median,
  NOT_MEASURED,
  type Plan,
  type Results,
  type Row,
  type Target,
} from './target.ts'

const SIZES = [
  [6, 13],
  [6, 26],
  [14, 13],
  [14, 26],
  [40, 13],
  [40, 26],
] as const
const MOST_SECONDS: Readonly<Record<number, number>> = { 6: 2, 14: 30, 40: 60 }

/** A legal rota within a second, or what clashes. */
export const FEASIBLE: Target = {
  title: 'T2 legal within 1 CPU s wherever a legal rota exists, else the clash named with proof',
  jobs: (plan) =>
    SIZES.filter(([, weeks]) => !plan.isQuick || weeks === 13).flatMap(([size, weeks]) =>
      plan.feasible.flatMap((instance) => [
        build(plan, size, weeks, instance, 1, 1),
        clash(plan, size, weeks, instance),
      ]),
    ),
  rows: (_plan, results) => SIZES.map(([size, weeks]) => rowOf(results, size, weeks)),
}

/** Asked only where no legal rota was found. */
function clash(plan: Plan, size: number, weeks: number, instance: number): Job {
  return {
    key: clashKey(size, weeks, instance),
    run: (results) => {
      const built = results.get(keyOf(size, weeks, instance, 1, 1))
      if (isLegal(built)) return { kind: 'legal' }
      const { outsiders } = plan
      if (!outsiders) throw new Error('no outsiders')
      const file = outsiders.instance(size, weeks, instance)
      const ran = runChild('test/bench/targets/clash-case.ts', [file], 240)
      const told = lastJson(ran.stdout)
      if (told && told.kind !== 'undecided') return { ...(told as Found), cpuSeconds: ran.cpuSeconds }
      return proveNone(file, join(outsiders.folder, 'rota.csv'), MOST_SECONDS[size] ?? 60)
    },
  }
}

/** Where the clash could not be named, whether HiGHS at least proves that there is one, and on which days. */
function proveNone(file: string, out: string, most: number): Found {
  const { stdout } = runChild('src/cli/bench-legevakt.ts', [
    file,
    out,
    '--seconds',
    '1',
    '--prove',
    `${most}`,
  ])
  const spent = /([\d,]+) prosessorsekunder\s*$/.exec(stdout)?.[1]?.replace(',', '.')
  const searchSeconds = spent === undefined ? null : Number(spent)
  if (/Bevist umulig/.test(stdout)) return { kind: 'impossible', searchSeconds }
  return { kind: /HiGHS fant en vaktliste/.test(stdout) ? 'none' : 'undecided', searchSeconds }
}

function clashKey(size: number, weeks: number, instance: number | ''): string {
  return `clash ${size}x${weeks} instance ${instance}`
}

function rowOf(results: Results, size: number, weeks: number): Row {
  const what = `${size}×${weeks} weeks`
  const most = MOST_SECONDS[size] ?? 60
  const wanted = `legal in 1 s, or the clash in ${most} s`
  const asked = results.under(clashKey(size, weeks, '')).map(([, own]) => own)
  if (asked.length === 0) return { what, wanted, ...NOT_MEASURED }
  const legal = asked.filter(({ kind }) => kind === 'legal').length
  const late = asked.filter(({ kind }) => kind === 'none').length
  const clashes = asked.filter(({ kind }) => kind === 'clash')
  const proofs = clashes.map(({ searchSeconds }) => Number(searchSeconds))
  const inTime = proofs.filter((seconds) => seconds <= most).length
  const impossible = asked.filter(({ kind }) => kind === 'impossible').length
  const undecided = asked.length - legal - late - clashes.length - impossible
  const parts = [
    `${legal} of ${asked.length} legal within 1 CPU s`,
    ...(clashes.length > 0
      ? [
          `${clashes.length} clash${clashes.length > 1 ? 'es' : ''} named, median ${median(proofs).toFixed(1)} s, longest ${Math.max(...proofs).toFixed(1)} s`,
        ]
      : []),
    ...(impossible > 0 ? [`${impossible} proved impossible by HiGHS, the clash not named`] : []),
    ...(late > 0 ? [`${late} legal, but later`] : []),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ]
  const isReached = legal + inTime === asked.length
  return {
    what,
    reached: parts.join('; '),
    wanted,
    verdict: isReached ? 'reached' : legal + inTime > 0 ? 'partly' : 'not reached',
  }
}
