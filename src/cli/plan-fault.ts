import * as building from '../text/nb/building.ts'
import { statement } from '../text/nb/violations.ts'
import { names as weightNames } from '../text/nb/weights.ts'
import type { PlanResult } from '../usecases/plan-district.ts'

type CannotBuild = Extract<PlanResult, { kind: 'cannot-build' }>

/** Why nothing can be built of the file, in one line. */
export function faultLine({ fault, district }: CannotBuild): string {
  const { faults } = building
  switch (fault.kind) {
    case 'no-doctors':
      return faults.noDoctors
    case 'no-duties':
      return faults.noDuties
    case 'contradictory-locks':
      return faults.locks(statement(fault.violation, namesIn(district)))
    case 'bad-weight':
      return faults.weight(weightNames[fault.weight], fault.value)
    case 'no-budget':
      return faults.budget(fault.iterations)
  }
}

function namesIn(district: CannotBuild['district']) {
  const persons = new Map(district.persons.map((person) => [person.id, person.name]))
  const lines = new Map(district.lines.map((line) => [line.id, line.name]))
  return {
    person: (id: string) => persons.get(id) ?? id,
    line: (id: string) => lines.get(id) ?? id,
    need: (id: string) => id,
  }
}
