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

/** Whole checks and checks of single edits, in milliseconds of CPU time of the whole process: what one core would take. */
interface CheckFigures {
  readonly district: string
  readonly agreement: string
  readonly weeks: number
  readonly needs: number
  readonly rules: number
  readonly violations: number
  /** A district of which nothing has been seen; the first of the process has nothing compiled either. */
  readonly firstMs: number
  readonly freshMs: number
  /** The same district and needs with cells of another moment: what editing, publishing and building meet. */
  readonly againMs: number
  readonly editMedianMs: number
  readonly editP95Ms: number
}

export function benchChecks(words: readonly string[]): void {
  const runs = words.includes('--smoke') ? 1 : 15
  const edits = words.includes('--smoke') ? 10 : 200
  const adopted = adoptedAgreement()
  const cases: [string, number, Demand, string, typeof adopted, number[]][] = [
    ['town 14', 14, TOWN, 'adopted', adopted, [26]],
    ['city 150', 150, CITY, 'adopted', adopted, [26, 52]],
    ['city 150', 150, CITY, 'defaults', [], [26, 52]],
    ['larger city 150', 150, LARGER_CITY, 'adopted', adopted, [26, 52]],
    ['larger city 150', 150, LARGER_CITY, 'defaults', [], [26, 52]],
  ]
  const figures: CheckFigures[] = []
  for (const [district, size, demand, agreement, entries, lengths] of cases) {
    const own = lengths.map((weeks) =>
      measure({ district, agreement, weeks }, cityRota(size, weeks, demand, entries), runs, edits),
    )
    for (const row of own) console.log(JSON.stringify(row))
    figures.push(...own)
    const [half, whole] = own
    if (half && whole) console.log(`  26 to 52 weeks: × ${round(whole.againMs / half.againMs)}`)
    if (words.includes('--rules')) console.log(byRule(cityRota(size, lengths.at(-1) ?? 26, demand, entries)))
  }
}

function measure(
  told: Pick<CheckFigures, 'district' | 'agreement' | 'weeks'>,
  rota: Rota,
  runs: number,
  edits: number,
): CheckFigures {
  let violations: Violation[] = []
  const firstMs = timed(() => {
    violations = checkRota(rota)
  })
  const fresh = times(runs, () => neverSeen(rota), checkRota)
  const again = times(runs, () => withCellsOf(rota), checkRota)
  const edited = editTimes(rota, edits)
  return {
    ...told,
    needs: rota.needs.length,
    rules: RULES.length,
    violations: violations.length,
    firstMs,
    freshMs: quantile(fresh, 0.5),
    againMs: quantile(again, 0.5),
    editMedianMs: quantile(edited, 0.5),
    editP95Ms: quantile(edited, 0.95),
  }
}

/** Each duty goes to another doctor, and the next edit follows on the rota as edited. */
function editTimes(rota: Rota, edits: number): number[] {
  let view = viewOf(rota)
  checkView(view)
  return Array.from({ length: edits }, (_, index) => {
    const cell = editOf(rota, index)
    return timed(() => {
      view = recheck(view, [cell]).view
    })
  })
}

function editOf(rota: Rota, index: number): Cell {
  const need = rota.needs[(index * 7919) % rota.needs.length] as Rota['needs'][number]
  const { doctors } = rota.district
  const doctor = doctors[(index * 31) % doctors.length] as (typeof doctors)[number]
  return { needId: need.id, seat: 0, slices: [wholeSlice(need, doctor.personId)], locked: false, note: '' }
}

/** Where the time of a whole check goes. */
function byRule(rota: Rota): Record<string, number> {
  const ids = {
    person: rota.district.doctors.map(({ personId }) => personId),
    line: rota.district.lines.map(({ id }) => id),
    district: [rota.district.id],
    period: [rota.district.id],
  }
  const spent: Record<string, number> = {}
  const add = (name: string, ms: number) => {
    spent[name] = round((spent[name] ?? 0) + ms / 10)
  }
  for (let run = 0; run < 10; run++) {
    let view = viewOf(rota)
    add(
      'view',
      timed(() => {
        view = viewOf(withCellsOf(rota))
      }),
    )
    for (const rule of RULES)
      add(
        rule.id,
        timed(() => {
          for (const id of ids[rule.subject]) rule.check(view, id)
        }),
      )
  }
  return Object.fromEntries(Object.entries(spent).sort(([, a], [, b]) => b - a))
}

function times<T>(runs: number, make: () => T, work: (made: T) => unknown): number[] {
  return Array.from({ length: runs }, () => {
    const made = make()
    return timed(() => work(made))
  })
}

function timed(work: () => void): number {
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
