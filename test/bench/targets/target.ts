import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import type { Outsiders } from '../outsiders.ts'

/** One measurement by its name; what was found is kept as it was, so that a table can be made from many runs. */
export interface Job {
  readonly key: string
  readonly run: (results: Results) => Found
}

export type Found = Readonly<Record<string, number | string | null>>

export interface Row {
  readonly what: string
  readonly reached: string
  readonly wanted: string
  readonly verdict: 'reached' | 'not reached' | 'partly' | 'not measured' | 'told'
}

/** One of the targets: what is measured for it, and what that comes to. */
export interface Target {
  readonly title: string
  readonly jobs: (plan: Plan) => readonly Job[]
  readonly rows: (plan: Plan, results: Results) => readonly Row[]
}

/** Whether the judge found no breach. */
export function isLegal(found: Found | undefined): found is Found {
  return found?.hard === 0
}

/** How much is measured. */
export interface Plan {
  readonly outsiders: Outsiders | undefined
  /** Search seeds of every measurement. */
  readonly seeds: readonly number[]
  /** Instances made with these seeds, besides the frozen one with seed 1. */
  readonly unseen: readonly number[]
  /** For the question of a legal rota or a clash. */
  readonly feasible: readonly number[]
  readonly isQuick: boolean
}

/** Results by key; kept in a file where one is named, so that a measurement is not made twice. */
export class Results {
  readonly #found = new Map<string, Found>()
  readonly #file: string | undefined

  constructor(file: string | undefined) {
    this.#file = file
    if (!file || !existsSync(file)) return
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { key, found } = JSON.parse(line)
      this.#found.set(key, found)
    }
  }

  get(key: string): Found | undefined {
    return this.#found.get(key)
  }

  /** Those whose key begins so. */
  under(prefix: string): [key: string, found: Found][] {
    return [...this.#found].filter(([key]) => key.startsWith(prefix))
  }

  keep(key: string, found: Found): void {
    this.#found.set(key, found)
    if (this.#file) appendFileSync(this.#file, `${JSON.stringify({ key, found })}\n`)
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return Number.NaN
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** `least part` of the way up the sorted list, 0–1. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN
}

export function rounded(value: number, decimals = 0): string {
  if (Number.isNaN(value)) return '–'
  const [whole = '', fraction] = value.toFixed(decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

export const NOT_MEASURED = { reached: 'not measured', verdict: 'not measured' } as const
