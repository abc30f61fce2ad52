import { join } from 'node:path'
import { runChild } from '../child.ts'
import { bestKnown } from './best-known.ts'
import {
  type Found,
  isLegal,
  type Job,
  median,
  NOT_MEASURED,
  type Plan,
  type Results,
  type Row,
  rounded,
  type Target,
} from './target.ts'

const T1_SIZES = [
  [14, 13],
  [14, 26],
  [40, 13],
  [40, 26],
] as const
const LEAST_RATIO = 1.03

/** Builds an outsider's district for so many CPU seconds, and lets the judge count. */
export function build(
  plan: Plan,
  size: number,
  weeks: number,
  instance: number,
  seconds: number,
  seed: number,
): Job {
  const key = keyOf(size, weeks, instance, seconds, seed)
  return {
    key,
    run: () => {
      const { outsiders } = plan
      if (!outsiders) throw new Error('no outsiders')
      const file = outsiders.instance(size, weeks, instance)
      const out = join(outsiders.folder, 'rota.csv')
      const ran = runChild('src/cli/bench-legevakt.ts', [
        file,
        out,
        '--seconds',
        `${seconds}`,
        '--seed',
        `${seed}`,
      ])
      if (ran.status !== 0) return { fault: ran.stderr.slice(0, 200) }
      const { points, hard } = outsiders.judge(file, out)
      const { cpuSeconds, wallSeconds, megabytes } = ran
      return { points, hard, cpuSeconds, wallSeconds, megabytes }
    },
  }
}

export function keyOf(size: number, weeks: number, instance: number, seconds: number, seed: number): string {
  return `legevakt ${size}x${weeks} instance ${instance} ${seconds} s seed ${seed}`
}

export const QUALITY: Target = {
  title: 'T1 quality, median over instances of the median over search seeds',
  // All short runs come first: the long ones take as long as all of them.
  jobs: (plan) => [...jobsOf(plan, 10, plan.seeds), ...(plan.isQuick ? [] : jobsOf(plan, 60, [1]))],
  rows: (plan, results) => T1_SIZES.flatMap(([size, weeks]) => qualityRows(plan, results, size, weeks)),
}

function jobsOf(plan: Plan, seconds: number, seeds: readonly number[]): Job[] {
  return T1_SIZES.filter(([, weeks]) => !plan.isQuick || weeks === 13).flatMap(([size, weeks]) =>
    [1, ...plan.unseen].flatMap((instance) =>
      seeds.map((seed) => build(plan, size, weeks, instance, seconds, seed)),
    ),
  )
}

function qualityRows(plan: Plan, results: Results, size: number, weeks: number): Row[] {
  const wanted = (seconds: number) => `≤ ${seconds === 10 ? LEAST_RATIO : 1} × best known`
  return [10, 60].map((seconds) => {
    const what = `${size}×${weeks} weeks, ${seconds} CPU s`
    const instances = [1, ...plan.unseen].map((instance) => ({
      instance,
      best: bestKnown(results, size, weeks, instance),
      points: pointsOf(results, size, weeks, instance, seconds),
    }))
    const measured = instances.filter(({ points }) => points.all > 0)
    if (measured.length === 0) return { what, wanted: wanted(seconds), ...NOT_MEASURED }
    const legal = measured.filter(({ points }) => points.legal.length > 0)
    const compared = legal.flatMap(({ points, best }) =>
      best === undefined ? [] : [median(points.legal) / best],
    )
    const alone = legal.length - compared.length
    const first = legal.find(({ instance }) => instance === 1)
    const never = measured.length - legal.length
    const ratio = median(compared)
    const span = `from ${Math.min(...compared).toFixed(3)} to ${Math.max(...compared).toFixed(3)}`
    const parts = [
      ...(compared.length > 0
        ? [`**${ratio.toFixed(3)}** × best, ${span} over ${compared.length} instances`]
        : []),
      ...(first ? [`seed 1: median ${rounded(median(first.points.legal))}${bestText(first.best)}`] : []),
      ...(alone > 0 ? [`${alone} with no longer run to compare with`] : []),
      ...(never > 0 ? [`${never} without a legal rota`] : []),
    ]
    const isReached = ratio <= (seconds === 10 ? LEAST_RATIO : 1)
    const verdict = compared.length === 0 ? 'told' : isReached ? 'reached' : 'not reached'
    return { what, reached: parts.join('; '), wanted: wanted(seconds), verdict }
  })
}

function bestText(best: number | undefined): string {
  return best === undefined ? '' : ` (best ${rounded(best)})`
}

function pointsOf(results: Results, size: number, weeks: number, instance: number, seconds: number) {
  const found = results
    .under(`legevakt ${size}x${weeks} instance ${instance} ${seconds} s seed `)
    .map(([, own]) => own)
  return { all: found.length, legal: found.filter(isLegal).map(({ points }) => Number(points)) }
}

const T3_WANTED = [
  [1, 'legal', Number.POSITIVE_INFINITY],
  [10, 'legal, ≤ 68 000', 68_000],
  [60, '≤ 1.03 × best known', Number.NaN],
] as const
const MOST_MEGABYTES = 128

export const LARGE: Target = {
  title: 'T3 150 doctors, 52 weeks',
  jobs: (plan) =>
    T3_WANTED.filter(([seconds]) => !plan.isQuick || seconds < 60).flatMap(([seconds]) =>
      (seconds === 60 ? plan.seeds.slice(0, 2) : plan.seeds).map((seed) =>
        build(plan, 150, 52, 1, seconds, seed),
      ),
    ),
  rows: (_plan, results) => {
    const best = bestKnown(results, 150, 52, 1) ?? Number.NaN
    const rows = T3_WANTED.map(([seconds, wanted, most]): Row => {
      const found = foundIn(results, seconds)
      if (found.length === 0) return { what: `${seconds} CPU s`, wanted, ...NOT_MEASURED }
      const legal = found.filter(isLegal)
      const points = median(found.map((own) => Number(own.points)))
      const isWithin = points <= (Number.isNaN(most) ? LEAST_RATIO * best : most)
      return {
        what: `${seconds} CPU s`,
        reached: `${legal.length} of ${found.length} legal; median ${rounded(points)} points (best known ${rounded(best)}), ${rounded(median(found.map((own) => Number(own.hard))))} breaches`,
        wanted,
        verdict: legal.length === found.length && isWithin ? 'reached' : 'not reached',
      }
    })
    return [...rows, memoryRow(results)]
  },
}

function foundIn(results: Results, seconds: number): Found[] {
  return results.under(`legevakt 150x52 instance 1 ${seconds} s seed `).map(([, own]) => own)
}

function memoryRow(results: Results): Row {
  const what = 'memory of the whole process, most at once'
  const peaks = [1, 10, 60]
    .flatMap((seconds) => foundIn(results, seconds))
    .map((own) => Number(own.megabytes))
  const wanted = `< ${MOST_MEGABYTES} MB`
  if (peaks.length === 0) return { what, wanted, ...NOT_MEASURED }
  const most = Math.max(...peaks)
  return {
    what,
    reached: `${rounded(Math.min(...peaks))}–${rounded(most)} MB`,
    wanted,
    verdict: most < MOST_MEGABYTES ? 'reached' : 'not reached',
  }
}
