import { join } from 'node:path'
import { runChild } from '../child.ts'
import { readProof } from './proof.ts'
import {
  type Found,
  type Job,
  NOT_MEASURED,
  type Plan,
  type Results,
  type Row,
  type Target,
} from './target.ts'

/** Names and proved optima. */
const SETS = [
  ['2013-4s-10d', 1],
  ['2013-10s-50d', 0],
  ['2018-4s-100d', 2],
  ['2018-20s-100d-B', 15],
  ['2018-30s-400d-A', 2],
] as const
const SECONDS = 5
const PROOF_SECONDS = 15

function solve(plan: Plan, name: string, seed: number): Job {
  return {
    key: `on-call ${name} seed ${seed}`,
    run: () => {
      const { outsiders } = plan
      if (!outsiders) throw new Error('no outsiders')
      const file = outsiders.onCallFile(name)
      const out = join(outsiders.folder, 'rota.txt')
      const ran = runChild('src/cli/bench-oncall.ts', [
        file,
        out,
        '--seconds',
        `${SECONDS}`,
        '--seed',
        `${seed}`,
      ])
      if (ran.status !== 0) return { fault: ran.stderr.slice(0, 200) }
      const { points, hard } = outsiders.judgeOnCall(file, out)
      return { points, hard, cpuSeconds: ran.cpuSeconds, megabytes: ran.megabytes }
    },
  }
}

/** The optimum, found and then proved by HiGHS. */
function prove(plan: Plan, name: string): Job {
  return {
    key: `on-call proof ${name}`,
    run: () => {
      const { outsiders } = plan
      if (!outsiders) throw new Error('no outsiders')
      const file = outsiders.onCallFile(name)
      const out = join(outsiders.folder, 'rota.txt')
      const args = ['--seconds', `${SECONDS}`, '--prove', `${PROOF_SECONDS}`]
      const ran = runChild('src/cli/bench-oncall.ts', [file, out, ...args])
      if (ran.status !== 0) return { fault: ran.stderr.slice(0, 200) }
      return { ...readProof(ran.stdout), ...outsiders.judgeOnCall(file, out), cpuSeconds: ran.cpuSeconds }
    },
  }
}

export const ON_CALL: Target = {
  title: 'T5 on-call set, 5 CPU s each',
  jobs: (plan) =>
    SETS.flatMap(([name]) => [...plan.seeds.map((seed) => solve(plan, name, seed)), prove(plan, name)]),
  rows: (_plan, results) => [
    ...SETS.map(([name, optimum]): Row => {
      const found = results.under(`on-call ${name} seed `).map(([, own]) => own)
      const wanted = `${optimum}, the optimum`
      if (found.length === 0) return { what: name, wanted, ...NOT_MEASURED }
      const points = found.map((own) => (own.hard === 0 ? String(own.points) : `${own.points} with breaches`))
      const right = found.filter((own) => own.hard === 0 && own.points === optimum).length
      return {
        what: name,
        reached: `${points.join(' · ')}: the optimum in ${right} of ${found.length}`,
        wanted,
        verdict: right === found.length ? 'reached' : right > 0 ? 'partly' : 'not reached',
      }
    }),
    proofRow(results),
  ],
}

function proofRow(results: Results): Row {
  const what = `the optimum proved by HiGHS in ${PROOF_SECONDS} s`
  const wanted = `${SETS.length} of ${SETS.length}`
  const found = SETS.flatMap(([name, optimum]): { readonly own: Found; readonly isRight: boolean }[] => {
    const own = results.get(`on-call proof ${name}`)
    return own ? [{ own, isRight: own.proved === optimum && own.points === optimum }] : []
  })
  if (found.length === 0) return { what, wanted, ...NOT_MEASURED }
  const right = found.filter(({ isRight }) => isRight)
  const seconds = right.map(({ own }) => Number(own.proofSeconds).toFixed(1))
  return {
    what,
    reached: `${right.length} of ${found.length}: ${seconds.join(' · ')} CPU s`,
    wanted,
    verdict: right.length === SETS.length ? 'reached' : 'partly',
  }
}
