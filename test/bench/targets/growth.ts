import { join } from 'node:path'
import { lastJson, runChild } from '../child.ts'
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

const DOCTORS = [14, 40, 150] as const
const WEEKS = [13, 26, 52] as const
/** The same number for all, so that what a try costs is seen to grow. */
const TRIES = { outsiders: 300_000, own: 50_000 } as const

function outsiders(plan: Plan, doctors: number, weeks: number): Job {
  return {
    key: `growth outsiders ${doctors}x${weeks}`,
    run: () => {
      const given = plan.outsiders
      if (!given) throw new Error('no outsiders')
      const out = join(given.folder, 'rota.csv')
      const tries = ['--iterations', `${TRIES.outsiders}`]
      const ran = runChild('src/cli/bench-legevakt.ts', [given.instance(doctors, weeks, 1), out, ...tries])
      return { cpuSeconds: ran.cpuSeconds, megabytes: ran.megabytes, status: ran.status }
    },
  }
}

function own(doctors: number, weeks: number): Job {
  return {
    key: `growth own ${doctors}x${weeks}`,
    run: () => {
      const args = [doctors, weeks, TRIES.own].map(String)
      const ran = runChild('test/bench/targets/growth-case.ts', args)
      const told = lastJson(ran.stdout)
      if (!told) return { fault: ran.stderr.slice(0, 200) }
      return { ...(told as Found), cpuSeconds: ran.cpuSeconds, megabytes: ran.megabytes }
    },
  }
}

const sizes = (plan: Plan) =>
  DOCTORS.flatMap((doctors) => WEEKS.map((weeks) => [doctors, weeks] as const)).filter(
    ([doctors, weeks]) => !plan.isQuick || (weeks === 13 && doctors < 150),
  )

/** What more doctors and more weeks cost. */
export const GROWTH: Target = {
  title: `Growth: outsiders' rules ${rounded(TRIES.outsiders)} tries, our own rules (everything adopted) ${rounded(TRIES.own)} tries`,
  jobs: (plan) =>
    sizes(plan).flatMap(([doctors, weeks]) => [
      ...(plan.outsiders ? [outsiders(plan, doctors, weeks)] : []),
      own(doctors, weeks),
    ]),
  rows: (plan, results) => sizes(plan).map(([doctors, weeks]) => rowOf(results, doctors, weeks)),
}

function rowOf(results: Results, doctors: number, weeks: number): Row {
  const what = `${doctors} doctors, ${weeks} weeks`
  const wanted = '–'
  const [theirs, ours] = ['outsiders', 'own'].map((rules) =>
    results.get(`growth ${rules} ${doctors}x${weeks}`),
  )
  if (!theirs && !ours) return { what, wanted, ...NOT_MEASURED }
  const parts = [
    ...(theirs
      ? [`outsiders: ${Number(theirs.cpuSeconds).toFixed(1)} CPU s, ${rounded(Number(theirs.megabytes))} MB`]
      : []),
    ...(ours && ours.fault === undefined ? [ownText(ours)] : []),
  ]
  return { what, reached: parts.join('; '), wanted, verdict: 'told' }
}

function ownText(found: Found): string {
  const [encode, construct] = [found.encodeSeconds, found.constructSeconds].map((own) =>
    Number(own).toFixed(2),
  )
  return `own: ${found.places} places, encoded in ${encode} s, first rota in ${construct} s (${found.firstOpen} open), ${rounded(Number(found.triesPerSecond))} tries a CPU s, ${rounded(Number(found.megabytes))} MB`
}
