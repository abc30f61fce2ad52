import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isLegal, type Results } from './target.ts'

/** The fewest points of a legal rota that anybody has found, by size, weeks and seed of the instance. */
const FILE = join(import.meta.dirname, 'best-known.json')

const frozen: Readonly<Record<string, number>> = JSON.parse(readFileSync(FILE, 'utf8'))

/** As frozen; for an instance that is not in the list, the best of these results. */
export function bestKnown(results: Results, size: number, weeks: number, instance: number): number {
  return frozen[nameOf(size, weeks, instance)] ?? bestIn(results, size, weeks, instance)
}

function bestIn(results: Results, size: number, weeks: number, instance: number): number {
  const found = results.under(`legevakt ${size}x${weeks} instance ${instance} `).map(([, own]) => own)
  return Math.min(...found.filter(isLegal).map(({ points }) => Number(points)))
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
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, Number(found.points)))
  }
  const sorted = [...best].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`)
}
