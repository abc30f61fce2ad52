import { abilityOn } from '../rota/competence.ts'
import type { Duty } from '../rota/rota.ts'
import type { Rule } from './rule.ts'
import { dutiesHeldBy, isBackupLine, lineIn } from './view.ts'
import { type Violation, violation } from './violation.ts'

/**
 * Both courses for every doctor on duty (FOR-2017-02-17-192 §3(3)), and the backup's competence for backup (§3a with §3(1)),
 * on the date of the duty. Someone who shadows does not count and is not judged.
 */
export const competence: Rule = {
  id: 'competence',
  rows: ['P4'],
  subject: 'person',
  source: 'competence-regulation-3',
  kinds: ['missing-courses', 'backup-not-able'],
  parameters: ['courseValidYears'],
  check: (view, personId) => {
    const doctor = view.doctors.get(personId)
    if (!doctor) return []
    return dutiesHeldBy(view, personId).flatMap((duty) => {
      if (duty.shadowing) return []
      const ability = abilityOn(doctor, view.rota.district.agreement, duty.date)
      if (!ability.mayHoldDuty) return [breach(duty, 'missing-courses')]
      const isAble = ability.mayBeBackup || !isBackupLine(lineIn(view, duty.lineId))
      return isAble ? [] : [breach(duty, 'backup-not-able')]
    })
  },
}

function breach(duty: Duty, kind: 'missing-courses' | 'backup-not-able'): Violation {
  return violation(
    {
      rule: 'competence',
      personId: duty.personId,
      lineId: duty.lineId,
      needIds: [duty.needId],
      span: { start: duty.start, end: duty.end },
      measured: 1,
      limit: 0,
      unit: 'duties',
    },
    { kind },
  )
}
