import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLegal, type Results } from './target.ts'

/** The fewest points of a legal rota that anybody has found, by size, weeks and seed of the instance. */
const FILE = join(import.meta.dirname, 'best-known.json')

const frozen: Readonly<Record<string, number>> = JSON.parse(readFileSync(FILE, 'utf8'))

/** CPU seconds of a run that others may be measured by. */
const LONG = 60

/** As frozen; for an instance that is not in the list the best of these results, if a long run is among them, else undefined. */
export function bestKnown(
  results: Results,
  size: number,
  weeks: number,
  instance: number,
): number | undefined {
  const known = frozen[nameOf(size, weeks, instance)]
  if (known !== undefined) return known
  const found = results.under(`legevakt ${size}x${weeks} instance ${instance} `)
  if (!found.some(([key]) => key.includes(` ${LONG} s seed `))) return undefined
  const legal = found.filter(([, own]) => isLegal(own)).map(([, { points }]) => Number(points))
  return legal.length === 0 ? undefined : Math.min(...legal)
}

function nameOf(size: number, weeks: number, instance: number): string {
  return `${size}x${weeks}-${instance}`
}

/** Writes down what these results have improved; the list never gets worse. */
export function freezeBest(results: Results): void {
  const best = new Map(Object.entries(frozen))
  for (const [key, found] of results.under('legevakt ')) {
    const [, size, weeks, instance] = /^legevakt (\d+)x(\d+) instance (\d+) /.exec(key) ?? []
    if (!isLegal(found) || size === undefined) continue
    const name = nameOf(Number(size), Number(weeks), Number(instance))
    // Nothing is frozen by short runs alone: they would be measured by themselves.
    if (bestKnown(results, Number(size), Number(weeks), Number(instance)) === undefined) continue
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, Number(found.points)))
  }
  const sorted = [...best].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}
