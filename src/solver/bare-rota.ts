import type { Cell } from '../core/rota/assignment.ts'
import type { District } from '../core/rota/district.ts'
import type { Rota } from '../core/rota/rota.ts'

/**
 * A rota with what the builder works on and no more: nobody's name, number or address, no note, no free text of where a fact
 * is known from. Birth dates stay, since agreements end by age. It encodes to the same problem as the whole one.
 */
export function bareRota(rota: Rota): Rota {
  const cells = new Map([...rota.cells].map(([key, cell]) => [key, bareCell(cell)]))
  return { ...rota, district: bareDistrict(rota.district), cells }
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
    agreement: district.agreement.map((entry) => ({ ...entry, source: '' })),
  }
}
