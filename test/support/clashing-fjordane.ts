import { readFileSync } from 'node:fs'
import type { District } from '../../src/core/rota/district.ts'
import { parseDistrictFile } from '../../src/exchange/district-file.ts'

/** The week when most are away; one of the weeks that a rota is asked for. */
export const THIN_WEEK = { from: '2027-01-18', to: '2027-01-25' } as const
export const CLASH_PERIOD = { from: '2027-01-11', to: '2027-02-01' } as const

/** The example district with everybody away for a week but those with these initials. */
export function thinlyStaffed(initials: readonly string[]): District {
  const parsed = parseDistrictFile(readFileSync('examples/fjordane.json', 'utf8'))
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems[0]))
  const { district } = parsed.file
  const doctors = district.doctors.map((doctor) => {
    if (initials.includes(doctor.initials)) return doctor
    const { from, to } = THIN_WEEK
    const away = { id: `away-${doctor.initials}`, from, certainFrom: from, to }
    return { ...doctor, absences: [...doctor.absences, away] }
  })
  return { ...district, doctors }
}
