import { cpus, loadavg } from 'node:os'

/** Milliseconds of CPU of this whole process, waiting left out, that one of `times` calls takes. */
export async function cpuOf(times: number, call: (index: number) => unknown): Promise<number> {
  const before = process.cpuUsage()
  for (let index = 0; index < times; index++) await call(index)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

/** What each of some ways costs, asked in turn so that a machine that grows slower does so for all: the median of the rounds. */
export async function inTurn<K extends string>(
  rounds: number,
  ways: Readonly<Record<K, () => Promise<number>>>,
): Promise<Record<K, { readonly median: number; readonly least: number; readonly most: number }>> {
  const names = Object.keys(ways) as K[]
  const found = new Map<K, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const name of names) found.get(name)?.push(await ways[name]())
  const told = [...found].map(([name, spent]) => {
    const [median, least, most] = [0.5, 0, 1].map((part) => rounded(quantile(spent, part)))
    return [name, { median, least, most }]
  })
  return Object.fromEntries(told)
}

/** The value that `part` of them (0 to 1) lie at or under. @throws when there is none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)]
  if (value === undefined) throw new Error('nothing was measured')
  return value
}

export function spread(values: readonly number[]): Record<'p50' | 'p95' | 'p99' | 'max', number> {
  const [p50 = 0, p95 = 0, p99 = 0, max = 0] = [0.5, 0.95, 0.99, 1].map((part) =>
    rounded(quantile(values, part)),
  )
  return { p50, p95, p99, max }
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3))
}

/** One line of JSON, with what else the machine was doing. */
export function say(what: string, found: object): void {
  const load = loadavg()[0] ?? 0
  process.stdout.write(
    `${JSON.stringify({ what, ...found, machine: { cores: cpus().length, load: rounded(load) } })}\n`,
  )
}
