import type { AgreementEntry } from '../core/rota/agreement.ts'
import type { Cell } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Line, TemplateWindow } from '../core/rota/line.ts'
import type { Rota } from '../core/rota/rota.ts'

/**
 * A rota with what the builder works on and no more: nobody's name, number or address, no note, no free text, as of where a
 * fact is known from and who told it. Birth dates stay, since agreements end by age. It encodes to the same problem as the whole one.
 */
export function bareRota(rota: Rota): Rota {
  const cells = new Map([...rota.cells].map(([key, cell]) => [key, bareCell(cell)]))
  const needs = rota.needs.map((need) => ({ ...need, name: '' }))
  return { ...rota, district: bareDistrict(rota.district), needs, cells }
}

function bareCell(cell: Cell): Cell {
  return { ...cell, note: '' }
}

function bareDistrict(district: District): District {
  return {
    ...district,
    name: '',
    persons: district.persons.map(({ id, birthDate }) => ({
      id,
      name: '',
      hprNumber: null,
      birthDate,
      email: null,
      phone: null,
    })),
    doctors: district.doctors.map((doctor) => ({
      ...doctor,
      initials: '',
      competences: doctor.competences.map((competence) => ({ ...competence, evidence: '' })),
      surgery: doctor.surgery.map((surgery) =>
        surgery.kind === 'declared' ? { ...surgery, source: '' } : surgery,
      ),
      otherTasks: doctor.otherTasks.map((task) => ({ ...task, name: '' })),
    })),
    positions: district.positions.map((position) => ({ ...position, name: '' })),
    agreement: district.agreement.map(bareEntry),
    lines: district.lines.map(bareLine),
    municipalities: district.municipalities.map((municipality) => ({ ...municipality, name: '' })),
    coveredElsewhere: district.coveredElsewhere.map((cover) => ({ ...cover, name: '' })),
  }
}

function bareEntry(entry: AgreementEntry): AgreementEntry {
  const bare = { ...entry, source: '', author: '' }
  if (bare.parameter !== 'planPeriods') return bare
  return { ...bare, value: bare.value.map((period) => ({ ...period, name: '' })) }
}

function bareLine(line: Line): Line {
  const windows = (named: readonly TemplateWindow[]) => named.map((window) => ({ ...window, name: '' }))
  const templates = line.templates.map((version) => ({
    ...version,
    windows: windows(version.windows),
    overrides: version.overrides.map((override) => ({ ...override, windows: windows(override.windows) })),
  }))
  const { place: _, ...rest } = line
  return { ...rest, name: '', code: '', areas: [], templates }
}
