import { lastJson, runChild } from '../child.ts'
import { type Found, type Job, median, NOT_MEASURED, type Row, rounded, type Target } from './target.ts'

const EXAMPLES = ['nordoey', 'fjordane', 'storby'] as const
const CRITERIA = ['hours', 'nights', 'weekends', 'holidays'] as const

function build(name: string, seed: number): Job {
  return {
    key: `example ${name} seed ${seed}`,
    run: () => {
      const ran = runChild('test/bench/targets/example-case.ts', [name, '26', `${seed}`])
      const told = lastJson(ran.stdout)
      if (!told) return { fault: ran.stderr.slice(0, 200) }
      const { furthest, least, ...rest } = told as Found &
        Record<'furthest' | 'least', Record<string, number>>
      const distances = CRITERIA.flatMap((own) => [
        [`${own} furthest`, furthest[own] ?? null] as const,
        [`${own} least`, least[own] ?? null] as const,
      ])
      return {
        ...rest,
        ...Object.fromEntries(distances),
        megabytes: ran.megabytes,
        cpuSeconds: ran.cpuSeconds,
      }
    },
  }
}

/** Our own districts by their own rules. */
export const EXAMPLE_DISTRICTS: Target = {
  title: 'T7 the three example districts, 26 weeks, by their own rules',
  jobs: (plan) => EXAMPLES.flatMap((name) => plan.seeds.map((seed) => build(name, seed))),
  rows: (_plan, results) =>
    EXAMPLES.flatMap((name): Row[] => {
      const found = results.under(`example ${name} seed `).map(([, own]) => own)
      const wanted = 'full or explained within 1 s'
      const [first] = found
      if (!first) return [{ what: name, wanted, ...NOT_MEASURED }]
      return [fullRow(name, wanted, found), floorRow(name, found)]
    }),
}

function fullRow(name: string, wanted: string, found: readonly Found[]): Row {
  const at = (key: string) => median(found.map((own) => Number(own[key])))
  const [first] = found
  const isInTime = (own: Found) =>
    own.firstFull === null ? own.unexplained === 0 : Number(own.firstFull) <= 1
  const inTime = found.filter(isInTime).length
  const open = at('open')
  const full = found.filter(({ firstFull }) => firstFull !== null)
  return {
    what: `${name}: ${first?.doctors} doctors, ${first?.places} places`,
    reached: [
      full.length === found.length
        ? `full after ${median(full.map((own) => Number(own.firstFull))).toFixed(2)} s, last improved after ${at('lastImproved').toFixed(1)} of ${at('seconds').toFixed(1)} s`
        : `${rounded(open)} open, each explained`,
      `${rounded(at('megabytes'))} MB`,
    ].join('; '),
    wanted,
    verdict: inTime === found.length ? 'reached' : inTime > 0 ? 'partly' : 'not reached',
  }
}

/** The doctor furthest from an even share, beside how near that doctor could be at best. */
function floorRow(name: string, found: readonly Found[]): Row {
  const at = (key: string) => median(found.map((own) => Number(own[key])))
  const told = CRITERIA.map((own) => {
    const say = (value: number) => (own === 'hours' ? `${rounded(value / 60, 1)} h` : rounded(value, 1))
    return `${own} ${say(at(`${own} furthest`))} (floor ${say(at(`${own} least`))})`
  })
  return {
    what: `${name}: furthest from an even share`,
    reached: told.join(' · '),
    wanted: 'floor beside the result',
    verdict: 'reached',
  }
}
