import { fairShares } from '../../src/core/ledger/fair-share.ts'
import { ledgerOf } from '../../src/core/ledger/hours.ts'
import type { Cell } from '../../src/core/rota/assignment.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { checkRota, checkView, recheck } from '../../src/core/rules/check.ts'
import { RULES } from '../../src/core/rules/index.ts'
import { viewOf } from '../../src/core/rules/view.ts'
import type { Violation } from '../../src/core/rules/violation.ts'
import {
  adoptedAgreement,
  CITY,
  cityRota,
  type Demand,
  LARGER_CITY,
  neverSeen,
  TOWN,
  withCellsOf,
} from './city.ts'

/** The least and the median of some runs, in milliseconds. */
interface Spent {
  readonly least: number
  readonly median: number
}

/**
 * Whole checks and checks of single edits, in CPU time of the whole process, compiling and collecting included: what one core
 * would take.
 */
interface CheckFigures {
  readonly needs: number
  readonly violations: number
  /** The first check of the rota. For the first rota of the process nothing is compiled yet. */
  readonly firstMs: number
  /** A copy of which nothing has been seen: doctors, needs and cells. */
  readonly freshMs: Spent
  /** The same district and needs with cells of another moment: what editing, publishing and building meet. */
  readonly againMs: Spent
  /** The floors of all violations, which are worked out when first read: of a fresh copy, and again. */
  readonly freshFloorsMs: Spent
  readonly floorsMs: Spent
  /** One duty to another doctor, each edit on the rota as edited: the subjects it touches, before and after. */
  readonly editMs: Spent & { readonly p95: number }
  readonly ledgerMs: Spent
  readonly sharesMs: Spent
}

interface Case {
  readonly name: string
  readonly doctors: number
  readonly demand: Demand
  readonly weeks: readonly number[]
  readonly agreement: Rota['district']['agreement']
}

/** `--smoke` runs each once, `--rules` tells how the time of a whole check is shared. */
export function benchChecks(words: readonly string[]): void {
  const isSmoke = words.includes('--smoke')
  for (const { name, doctors, demand, weeks, agreement } of casesOf()) {
    const values = agreement.length > 0 ? 'adopted' : 'defaults'
    const again = weeks.map((length) => {
      const rota = cityRota(doctors, length, demand, agreement)
      const figures = measure(rota, isSmoke ? 1 : 25, isSmoke ? 10 : 200)
      console.log(JSON.stringify({ name, doctors, weeks: length, values, rules: RULES.length, ...figures }))
      if (words.includes('--rules')) console.log(byRule(rota))
      return figures.againMs.least
    })
    if (again.length === 2) console.log(`  26 to 52 weeks: × ${round((again[1] ?? 0) / (again[0] ?? 1))}`)
  }
}

function casesOf(): Case[] {
  const adopted = adoptedAgreement()
  const years = [26, 52]
  return [
    { name: 'town', doctors: 14, demand: TOWN, weeks: [26], agreement: adopted },
    { name: 'city', doctors: 150, demand: CITY, weeks: years, agreement: adopted },
    { name: 'city', doctors: 150, demand: CITY, weeks: years, agreement: [] },
    { name: 'larger city', doctors: 150, demand: LARGER_CITY, weeks: years, agreement: adopted },
    { name: 'larger city', doctors: 150, demand: LARGER_CITY, weeks: years, agreement: [] },
  ]
}

function measure(rota: Rota, runs: number, edits: number): CheckFigures {
  const firstMs = timed(() => checkRota(rota))
  const violations = checkRota(rota).length
  const times = <T>(make: () => T, work: (made: T) => unknown) => spentOver(runs, make, work)
  return {
    needs: rota.needs.length,
    violations,
    firstMs,
    freshMs: times(() => neverSeen(rota), checkRota),
    againMs: times(() => withCellsOf(rota), checkRota),
    freshFloorsMs: times(() => checkRota(neverSeen(rota)), sumOfFloors),
    floorsMs: times(() => checkRota(withCellsOf(rota)), sumOfFloors),
    editMs: editTimes(rota, edits),
    ledgerMs: times(() => withCellsOf(rota), ledgerOf),
    sharesMs: times(() => withCellsOf(rota), fairShares),
  }
}

function sumOfFloors(found: readonly Violation[]): number {
  return found.reduce((sum, { floor }) => sum + (floor ?? 0), 0)
}

function editTimes(rota: Rota, edits: number): CheckFigures['editMs'] {
  let view = viewOf(rota)
  checkView(view)
  const spent = Array.from({ length: edits }, (_, index) => {
    const cell = editOf(rota, index)
    return timed(() => {
      view = recheck(view, [cell]).view
    })
  })
  return { ...spentOf(spent), p95: quantile(spent, 0.95) }
}

function editOf(rota: Rota, index: number): Cell {
  const need = rota.needs[(index * 7919) % rota.needs.length] as Rota['needs'][number]
  const { doctors } = rota.district
  const doctor = doctors[(index * 31) % doctors.length] as (typeof doctors)[number]
  return { needId: need.id, seat: 0, slices: [wholeSlice(need, doctor.personId)], locked: false, note: '' }
}

/** The least each part of a whole check took alone: what several rules share counts for each of them. */
function byRule(rota: Rota): Record<string, number> {
  const ids = {
    person: rota.district.doctors.map(({ personId }) => personId),
    line: rota.district.lines.map(({ id }) => id),
    district: [rota.district.id],
    period: [rota.district.id],
  }
  const least: Record<string, number> = {}
  const tell = (name: string, ms: number) => {
    least[name] = Math.min(least[name] ?? ms, ms)
  }
  for (let run = 0; run < 20; run++) {
    let view = viewOf(rota)
    const setOut = timed(() => {
      view = viewOf(withCellsOf(rota))
    })
    tell('view', setOut)
    for (const rule of RULES) {
      const spent = timed(() => {
        for (const id of ids[rule.subject]) rule.check(view, id)
      })
      tell(rule.id, spent)
    }
  }
  return Object.fromEntries(Object.entries(least).sort(([, a], [, b]) => b - a))
}

function spentOver<T>(runs: number, make: () => T, work: (made: T) => unknown): Spent {
  const spent = Array.from({ length: runs }, () => {
    const made = make()
    return timed(() => work(made))
  })
  return spentOf(spent)
}

function spentOf(spent: readonly number[]): Spent {
  return { least: Math.min(...spent), median: quantile(spent, 0.5) }
}

function timed(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return round((user + system) / 1000)
}

function quantile(list: readonly number[], part: number): number {
  return list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))] as number
}

function round(n: number): number {
  return Math.round(n * 1000) / 1000
}

if (import.meta.filename === process.argv[1]) benchChecks(process.argv.slice(2))
