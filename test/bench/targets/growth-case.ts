import { encodeRota } from '../../../src/solver/encode/encode.ts'
import { NONE } from '../../../src/solver/problem.ts'
import { advanceSearch, startSearch } from '../../../src/solver/search/search.ts'
import { adoptedAgreement, CITY, cityRota, type Demand, TOWN } from '../city.ts'

/** Between the town and the city: 40 doctors. */
const LARGER_TOWN: Demand = {
  onSite: { evening: 2, night: 1 },
  onSiteWeekend: { day: 2, evening: 2, night: 1 },
  home: 1,
  backup: 1,
}

/**
 * A made district by our own rules with nothing held, and one line of JSON: CPU seconds of encoding, of the first rota and of so
 * many tries. Memory is accounted for from outside.
 */
function grow(doctors: number, weeks: number, tries: number): void {
  const demand = doctors <= 14 ? TOWN : doctors <= 40 ? LARGER_TOWN : CITY
  const rota = { ...cityRota(doctors, weeks, demand, adoptedAgreement()), cells: new Map() }
  const lineIds = rota.district.lines.map((line) => line.id)
  const began = cpuSeconds()
  const { problem } = encodeRota(rota, { lineIds, locked: new Set(), keep: 'locked' })
  const encoded = cpuSeconds()
  const state = startSearch(problem, 1, tries)
  const constructed = cpuSeconds()
  const firstOpen = problem.movable.filter((slot) => state.best[slot] === NONE).length
  advanceSearch(problem, state, tries)
  const searched = cpuSeconds()
  console.log(
    JSON.stringify({
      places: problem.movable.length,
      encodeSeconds: encoded - began,
      constructSeconds: constructed - encoded,
      firstOpen,
      triesPerSecond: tries / (searched - constructed),
      open: problem.movable.filter((slot) => state.best[slot] === NONE).length,
    }),
  )
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

const [doctors = '14', weeks = '13', tries = '200000'] = process.argv.slice(2)
grow(Number(doctors), Number(weeks), Number(tries))
