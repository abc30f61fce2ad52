import type { OnCallCase } from '../exchange/on-call-file.ts'
import { toProblem } from '../solver/derive.ts'
import { narrowShares } from '../solver/narrow-shares.ts'
import { blankProblem, COUNTERS, type Problem } from '../solver/problem.ts'
import { blankUnits, type Pairs, type UnitRules } from '../solver/units.ts'
import { NO_WEIGHTS, type Weights } from '../solver/weights.ts'

/** Parts of one of the judge's points; what stands below it only leads the search where the judge sees a plain. */
export const POINT = 1000

const WEEKDAYS = 0
const WEEKEND_DAYS = 1
/** The judge counts the balance in hundreds of work load. */
const BALANCE_STEP = 100

/** One slot a day; the judge's rules as windows of three days, pairs of days and spreads of counts. */
export function toOnCallProblem(onCall: OnCallCase): Problem {
  const { staff, days, unavailable, fixed, weekends } = onCall
  const data = {
    ...blankProblem({ slots: days, staff, weeks: 0, weekends: 0, blocks: 0, quotas: 0 }, WEIGHTS),
    units: unitsOf(onCall),
  }
  const isWeekend = new Set(weekends)
  for (let day = 0; day < days; day++) {
    data.start[day] = day * 1440
    data.end[day] = (day + 1) * 1440
    data.fixedTo[day] = fixed[day] ?? -1
    data.alike[day] = Number(isWeekend.has(day))
    data.amounts[day * COUNTERS + (isWeekend.has(day) ? WEEKEND_DAYS : WEEKDAYS)] = 1
    for (let person = 0; person < staff; person++) {
      if (unavailable[person]?.has(day)) data.refusal[person * days + day] = 1
    }
  }
  return toProblem(data)
}

/** The problem with the judge's points alone, without what leads the search. */
export function asJudged(problem: Problem): Problem {
  if (problem.grid === null) return problem
  return { ...problem, grid: { ...problem.grid, squared: new Float64Array(COUNTERS) } }
}

const WEIGHTS: Weights = {
  ...NO_WEIGHTS,
  open: 1_000 * POINT,
  wishPoint: 1,
  breach: 4 * POINT,
  firstTemperature: POINT,
  halvings: 5,
}

function unitsOf(onCall: OnCallCase): UnitRules {
  const { staff, days, fixed, workLoad } = onCall
  const isFixed = (day: number) => fixed[day] !== null
  const threeFixed = Array.from({ length: days }, (_, day) => day).filter(
    (day) => isFixed(day) && isFixed(day + 1) && isFixed(day + 2),
  )
  const threeInRow = { length: 3, most: 2, breach: 1, cost: 0, exempt: new Set(threeFixed) } as const
  const unit = Int32Array.from({ length: days }, (_, day) => day)
  const blank = blankUnits(days, staff, 0, 1)
  blank.unit.set(unit)
  const shares = [WEEKDAYS, WEEKEND_DAYS].map((counter) => sharesOf(onCall, counter))
  for (let person = 0; person < staff; person++) {
    // Rounded so that every sum of squares is exact, whichever way it is reached.
    blank.target.set(
      shares.map((share) => Math.round(64 * (share[person] ?? 0)) / 64),
      person * COUNTERS,
    )
  }
  blank.squared.set([LEADING, LEADING])
  const rate = Float64Array.from(workLoad)
  return {
    ...blank,
    patterns: [{ units: days, unit, windows: [threeInRow] }],
    pairs: pairsOf(onCall),
    spreads: [WEEKDAYS, WEEKEND_DAYS].map((counter) => ({
      counter,
      rate,
      step: BALANCE_STEP,
      points: POINT,
    })),
  }
}

/** What leads the search to the least difference: how many days of a sort each of the staff should hold. */
function sharesOf(
  { staff, days, fixed, unavailable, workLoad, weekends }: OnCallCase,
  counter: number,
): number[] {
  const isWeekend = new Set(weekends)
  const own = Array.from({ length: days }, (_, day) => day).filter(
    (day) => isWeekend.has(day) === (counter === WEEKEND_DAYS),
  )
  const people = Array.from({ length: staff }, (_, person) => person)
  const least = people.map((person) => own.filter((day) => fixed[day] === person).length)
  const most = people.map(
    (person) =>
      own.filter((day) => fixed[day] === person || (fixed[day] === null && !unavailable[person]?.has(day)))
        .length,
  )
  return narrowShares({ sum: own.length, rate: workLoad, least, most }, BALANCE_STEP)
}

/** Points per squared day away from the even count: small beside a point of the judge's. */
const LEADING = 8

/** Hard and dear pairs of days, as the judge has them: the last day's neighbour costs nothing, and what is fixed is not judged. */
function pairsOf(onCall: OnCallCase): Pairs {
  const { days, weekends, fixed } = onCall
  const isFixed = (...some: readonly number[]) => some.every((day) => fixed[day] !== null)
  const found = new Map<string, { a: number; b: number; breach: 0 | 1; cost: number }>()
  const add = (a: number, b: number, breach: 0 | 1, cost: number) => {
    const key = `${a} ${b}`
    const known = found.get(key) ?? { a, b, breach: 0, cost: 0 }
    found.set(key, { a, b, breach: breach === 1 ? 1 : known.breach, cost: known.cost + cost })
  }
  for (let day = 0; day < days - 2; day++) add(day, day + 1, 0, onCall.adjacentPoints * POINT)
  weekends.forEach((day, index) => {
    const around = [day - 1, day + 1].filter((other) => other >= 0 && other < days)
    if (!isFixed(day, ...around))
      for (const other of around) add(Math.min(day, other), Math.max(day, other), 1, 0)
    if (day >= 2) add(day - 2, day, 0, onCall.wednesdayPoints * POINT)
    const next = weekends[index + 1]
    if (next !== undefined && !isFixed(day, next)) add(day, next, 1, 0)
  })
  return toPairs(days, [...found.values()])
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly breach: 0 | 1
  readonly cost: number
}

function toPairs(slots: number, pairs: readonly Pair[]): Pairs {
  const bySlot = Map.groupBy(
    pairs.flatMap((pair) => [
      { slot: pair.a, other: pair.b, pair },
      { slot: pair.b, other: pair.a, pair },
    ]),
    ({ slot }) => slot,
  )
  const from = new Int32Array(slots + 1)
  const all = Array.from({ length: slots }, (_, slot) => {
    const own = bySlot.get(slot) ?? []
    from[slot + 1] = (from[slot] ?? 0) + own.length
    return own
  }).flat()
  return {
    from,
    items: Int32Array.from(all, ({ other }) => other),
    breach: Uint8Array.from(all, ({ pair }) => pair.breach),
    cost: Int32Array.from(all, ({ pair }) => pair.cost),
  }
}
