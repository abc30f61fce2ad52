import { fairShares, type Load } from '../core/ledger/fair-share.ts'
import { DUTY_FORMS } from '../core/rota/line.ts'
import type { PersonId } from '../core/rota/person.ts'
import type { Rota } from '../core/rota/rota.ts'

/** What one doctor carries of the same dates in two plans. */
export interface LoadChange {
  readonly personId: PersonId
  readonly before: Load
  readonly after: Load
}

/** For each doctor of the district who carries something in either plan, in the district's order. Both cover the same dates. */
export function loadChanges(before: Rota, after: Rota): LoadChange[] {
  const had = loadsOf(before)
  const has = loadsOf(after)
  return after.district.doctors.flatMap(({ personId }) => {
    const change = { personId, before: had.get(personId), after: has.get(personId) }
    if (!change.before || !change.after) return []
    return isNothing(change.before) && isNothing(change.after)
      ? []
      : [{ personId, before: change.before, after: change.after }]
  })
}

function loadsOf(rota: Rota): ReadonlyMap<PersonId, Load> {
  return new Map(fairShares(rota).map(({ personId, actual }) => [personId, actual]))
}

function isNothing({ minutes, nights, weekends, holidays }: Load): boolean {
  return DUTY_FORMS.every((form) => minutes[form] === 0) && nights + weekends + holidays === 0
}
