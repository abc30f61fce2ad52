import { toProblem } from '../../src/solver/derive.ts'
import {
  BACKS_UP,
  BACKUP_LINE,
  blankProblem,
  COUNTERS,
  ELSEWHERE,
  FIRST_LINE,
  NONE,
  type Problem,
  type ProblemData,
  SHADOW,
  UNKNOWN,
  WORKS_ALONE,
} from '../../src/solver/problem.ts'
import { below, seedChance } from '../../src/solver/search/chance.ts'
import { WEIGHTS } from '../../src/solver/weights.ts'

const WEEK = 7 * 1440

/** A small problem in which everything that can matter does now and then. The same seed gives the same problem. */
export function randomProblem(seed: number): Problem {
  const chance = new Uint32Array(4)
  seedChance(chance, seed)
  const draw = (from: number, to: number) => from + below(chance, to - from + 1)
  const slots = draw(4, 40)
  const staff = draw(2, 6)
  const weeks = 3
  const blocks = draw(1, 6)
  const data = blankProblem({ slots, staff, weeks, weekends: weeks, blocks, quotas: staff }, WEIGHTS)
  for (let week = 0; week <= weeks; week++) data.weekStart[week] = week * WEEK
  for (let week = 0; week < weeks; week++) {
    data.weekTotalCap[week] = draw(10, 60) * 60
    data.weekDutyCap[week] = draw(10, 60) * 60
    data.weekendLeast[week] = 60
  }
  data.behind.set(1, [0])
  fillSlots(data, draw)
  fillStaff(data, draw)
  return toProblem(data)
}

type Draw = (from: number, to: number) => number

function fillSlots(data: ProblemData, draw: Draw): void {
  const starts = Array.from({ length: data.slots }, () => draw(-10, 3 * 7 * 8) * 180).sort((a, b) => a - b)
  starts.forEach((start, slot) => {
    data.start[slot] = start
    data.end[slot] = start + draw(1, 12) * 180
    const role = draw(0, 9)
    data.role[slot] = role < 5 ? FIRST_LINE : role < 8 ? BACKUP_LINE : role === 8 ? SHADOW : ELSEWHERE
    data.line[slot] = data.role[slot] === BACKUP_LINE ? 1 : 0
    data.conditional[slot] = Number(data.role[slot] === BACKUP_LINE && draw(0, 1) === 0)
    if (role >= 8 || draw(0, 9) === 0) data.fixedTo[slot] = draw(0, data.staff - 1)
    if (data.fixedTo[slot] !== NONE && role < 8) data.context[slot] = draw(0, 1)
    if (draw(0, 4) === 0) data.need[slot] = draw(0, 3)
    data.overlapClass[slot] = draw(0, 3) === 0 ? 0 : NONE
    data.block[slot] = role < 8 && draw(0, 1) === 0 ? draw(0, data.blocks - 1) : NONE
    data.alike[slot] = data.role[slot]!
    for (let counter = 0; counter < COUNTERS; counter++) {
      if (counter !== 4) data.amounts[slot * COUNTERS + counter] = draw(0, 2) * draw(0, 300)
    }
    const week = Math.floor(start / WEEK)
    if (start >= 0 && week < data.weeks && draw(0, 1) === 0) {
      data.weekend[slot] = week
      data.weekendMinutes[slot] = draw(1, 90)
    }
    data.restAfterHard[slot] = draw(0, 2) === 0 ? 480 : 0
    data.restAfterSoft[slot] = draw(0, 1) * 660
    data.restBefore[slot] = draw(0, 1) * 700
  })
}

function fillStaff(data: ProblemData, draw: Draw): void {
  for (let pair = 0; pair < data.staff * data.slots; pair++) {
    data.refusal[pair] = draw(0, 4) === 0 ? draw(1, 255) : 0
    data.able[pair] = (draw(0, 2) > 0 ? WORKS_ALONE : 0) | (draw(0, 2) > 0 ? BACKS_UP : 0)
    data.warnMinutes[pair] = draw(0, 9) === 0 ? 100 : 0
    data.wishPoints[pair] = draw(-5, 5)
    data.heavy[pair] = draw(0, 1)
    data.quota[pair] = draw(0, 1) === 0 ? Math.floor(pair / data.slots) : NONE
  }
  for (let counter = 0; counter < COUNTERS; counter++) data.points[counter] = draw(0, 100) / 9
  for (let person = 0; person < data.staff; person++) {
    data.quotaLeast[person] = draw(0, 3)
    data.quotaMost[person] = draw(3, 9)
    data.spacing[person] = draw(0, 5) * 600
    const from = draw(0, 20) * 480
    data.otherWork[person] = Int32Array.of(from, from + 400, from + 1000, from + 1700)
    data.otherDuty[person] = Int32Array.of(from + 1000, from + 1700)
    for (let week = 0; week < data.weeks; week++) {
      const loose = draw(0, 200)
      data.looseMinutes[person * data.weeks + week] = draw(0, 4) === 0 ? UNKNOWN : loose
      data.looseDutyMinutes[person * data.weeks + week] = draw(0, loose)
    }
    for (let counter = 0; counter < COUNTERS; counter++) {
      data.share[person * COUNTERS + counter] = draw(0, 30) / 7
    }
  }
}
