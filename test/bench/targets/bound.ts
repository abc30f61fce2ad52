import { lastJson, runChild } from '../child.ts'
import { bestKnown } from './best-known.ts'
import {
  type Found,
  type Job,
  NOT_MEASURED,
  type Plan,
  type Results,
  type Row,
  rounded,
  type Target,
} from './target.ts'

const SIZES = [
  [6, 13],
  [14, 13],
  [40, 13],
] as const
const MOST_GAP = 0.2
const STRETCH_GAP = 0.1

function climb(plan: Plan, size: number, weeks: number): Job {
  return {
    key: `bound ${size}x${weeks}`,
    run: (results) => {
      const { outsiders } = plan
      if (!outsiders) throw new Error('no outsiders')
      const args = [
        outsiders.instance(size, weeks, 1),
        '60',
        `${bestKnown(results, size, weeks, 1) ?? Number.POSITIVE_INFINITY}`,
      ]
      const ran = runChild('test/bench/targets/bound-case.ts', args)
      const told = lastJson(ran.stdout)
      if (!told) return { fault: ran.stderr.slice(0, 200) }
      return { ...(told as Found), cpuSeconds: ran.cpuSeconds, megabytes: ran.megabytes }
    },
  }
}

/** Points that no legal rota comes below, proved beside the search. */
export const BOUND: Target = {
  title: 'T4 bound in 60 CPU s, seed 1',
  jobs: (plan) =>
    SIZES.filter(([size]) => !plan.isQuick || size === 6).map(([size, weeks]) => climb(plan, size, weeks)),
  rows: (_plan, results) => SIZES.map(([size, weeks]) => rowOf(results, size, weeks)),
}

function rowOf(results: Results, size: number, weeks: number): Row {
  const what = `${size}×${weeks} weeks`
  const wanted = size === 6 ? 'the optimum by HiGHS, below' : 'gap ≤ 20 %, 10 % as stretch'
  const found = results.get(`bound ${size}x${weeks}`)
  if (found?.bound === undefined) return { what, wanted, ...NOT_MEASURED }
  const best = bestKnown(results, size, weeks, 1) ?? Number.NaN
  const gapAt = (bound: unknown) => (best - Number(bound)) / best
  const early =
    found['at 10 s'] === undefined ? '' : `, ${(100 * gapAt(found['at 10 s'])).toFixed(1)} % after 10 s`
  const gap = gapAt(found.bound)
  const isStretch = gap <= STRETCH_GAP ? ', the stretch too' : ''
  return {
    what,
    reached: `no rota below ${rounded(Number(found.bound))} of ${rounded(best)} points: gap **${(100 * gap).toFixed(1)} %**${early}; settled after ${Number(found.seconds).toFixed(1)} CPU s, ${rounded(Number(found.megabytes))} MB${isStretch}`,
    wanted,
    verdict: size === 6 ? 'told' : gap <= MOST_GAP ? 'reached' : 'not reached',
  }
}
