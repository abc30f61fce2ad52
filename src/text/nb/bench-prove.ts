import { count, number } from './format.ts'

const seconds = (spent: number) => `${number(spent, 2)} prosessorsekunder`

export const polished = (before: number, after: number, parts: number, spent: number) =>
  `Slipt med HiGHS: ${number(before, 2)} → ${number(after, 2)} poeng, ${count(parts, 'del', 'deler')}, ${seconds(spent)}`

/** The bound is that of the judge's points alone. */
export function bounded(points: number, bound: number, spent: number): string {
  if (bound >= points) return `Bevist best: ${number(points, 2)} poeng, ${seconds(spent)}`
  return `Ingen vaktliste er under ${number(bound, 2)} poeng; denne har ${number(points, 2)}. ${seconds(spent)}`
}

/** Days are counted from 1, both ends included. */
export const impossible = (from: number, to: number, spent: number) =>
  `Bevist umulig: dagene ${number(from + 1)}–${number(to)} kan ikke fylles uten brudd, ${seconds(spent)}`

export const impossibleAsWhole = (spent: number) =>
  `Bevist umulig: perioden kan ikke fylles uten brudd, ${seconds(spent)}`
export const undecided = (spent: number) =>
  `Uavgjort: verken en vaktliste uten brudd eller et bevis for at ingen finnes, ${seconds(spent)}`
export const possible = (points: number, spent: number) =>
  `HiGHS fant en vaktliste uten brudd: ${number(points, 2)} poeng, ${seconds(spent)}`
