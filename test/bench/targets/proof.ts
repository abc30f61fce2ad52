import { join } from 'node:path'
import { runChild } from '../child.ts'
import { type Found, type Job, median, NOT_MEASURED, type Plan, type Row, type Target } from './target.ts'

/** What the benches print in bokmål: a number with spaces between thousands and a comma before decimals. */
const NUMBER = '([\\d\\u00a0 ]+(?:,\\d+)?)'
const BEST = new RegExp(`Bevist best: ${NUMBER} poeng, ${NUMBER} prosessorsekunder`)
const BOUND = new RegExp(
  `Ingen vaktliste er under ${NUMBER} poeng; denne har ${NUMBER}\\. ${NUMBER} prosessorsekunder`,
)

/** What was said of the best: proved, or a bound. */
export function readProof(stdout: string): Found {
  const [, best, spent] = BEST.exec(stdout) ?? []
  if (best !== undefined)
    return { proved: toNumber(best), bound: toNumber(best), proofSeconds: toNumber(spent) }
  const [, bound, points, used] = BOUND.exec(stdout) ?? []
  return bound === undefined
    ? { proved: null, bound: null, proofSeconds: null }
    : { proved: null, bound: toNumber(bound), points: toNumber(points), proofSeconds: toNumber(used) }
}

function toNumber(text = ''): number {
  return Number(text.replace(/[\u00a0 ]/g, '').replace(',', '.'))
}

const MOST_SECONDS = 30

function proveSmall(plan: Plan, instance: number): Job {
  return {
    key: `proof 6x13 instance ${instance}`,
    run: () => {
      const { outsiders } = plan
      if (!outsiders) throw new Error('no outsiders')
      const file = outsiders.instance(6, 13, instance)
      const out = join(outsiders.folder, 'rota.csv')
      const ran = runChild('src/cli/bench-legevakt.ts', [
        file,
        out,
        '--seconds',
        '1',
        '--prove',
        `${MOST_SECONDS}`,
      ])
      if (ran.status !== 0) return { fault: ran.stderr.slice(0, 200) }
      return { ...readProof(ran.stdout), ...outsiders.judge(file, out), cpuSeconds: ran.cpuSeconds }
    },
  }
}

/** The smallest districts are proved by HiGHS. */
export const PROOF: Target = {
  title: 'T4 proof: 6 doctors, 13 weeks, by HiGHS after one second of search',
  jobs: (plan) => [1, ...plan.unseen].map((instance) => proveSmall(plan, instance)),
  rows: (_plan, results): Row[] => {
    const found = results.under('proof 6x13 instance ').map(([, own]) => own)
    const what = '6×13 weeks'
    const wanted = 'proved optimal in 2 s'
    if (found.length === 0) return [{ what, wanted, ...NOT_MEASURED }]
    const proved = found.filter((own) => own.proved !== null && own.proved === own.points)
    const seconds = proved.map((own) => Number(own.proofSeconds))
    const inTime = seconds.filter((own) => own <= 2).length
    return [
      {
        what,
        reached: `${proved.length} of ${found.length} instances proved, in ${median(seconds).toFixed(1)} CPU s in the median, ${Math.max(...seconds).toFixed(1)} at most`,
        wanted,
        verdict: inTime === found.length ? 'reached' : inTime > 0 ? 'partly' : 'not reached',
      },
    ]
  },
}
