import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { placesOf, type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { addDays, type LocalDate } from '../../src/core/time/local-date.ts'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'
import { type ExampleName, exampleText } from './edited-json.ts'

/** An example district with its doctors put in turn into every place but each eleventh: a rota with most breaches that there are. */
export function filledExample(name: ExampleName, from: LocalDate, weeks: number): Rota {
  const parsed = parseDistrictFile(exampleText(name))
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems[0]))
  const { district } = parsed.file
  const to = addDays(from, 7 * weeks)
  const needs = district.lines
    .flatMap((line) => needsOf(line, addDays(from, -3), addDays(to, 3)))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const byId = new Map(needs.map((need) => [need.id, need]))
  const cells = placesOf(needs).flatMap((place, index): Cell[] => {
    const need = byId.get(place.needId)
    const doctor = district.doctors[(index * 7) % district.doctors.length]
    if (index % 11 === 0 || !need || !doctor) return []
    return [{ ...place, slices: [wholeSlice(need, doctor.personId)], locked: false, note: '' }]
  })
  return {
    district,
    from,
    to,
    needs,
    cells: new Map(cells.map((cell) => [cellKey(cell), cell])),
    elsewhere: [],
  }
}
