import { describe, expect, it } from 'vitest'
import { availability } from '../../../src/core/rules/availability.ts'
import { backup } from '../../../src/core/rules/backup.ts'
import { competence } from '../../../src/core/rules/competence.ts'
import { cover } from '../../../src/core/rules/cover.ts'
import { RULES } from '../../../src/core/rules/index.ts'
import { officeDayAfterNight } from '../../../src/core/rules/office-day-after-night.ts'
import { overlap } from '../../../src/core/rules/overlap.ts'
import { rest } from '../../../src/core/rules/rest.ts'
import { takingPart } from '../../../src/core/rules/taking-part.ts'
import { weeklyDuty } from '../../../src/core/rules/weekly-duty.ts'
import { weeklyTotal } from '../../../src/core/rules/weekly-total.ts'
import { isAccepted, ruleTable } from '../../support/rule-table.ts'
import { availabilityRows } from './availability-rows.ts'
import { backupRows } from './backup-rows.ts'
import { competenceRows } from './competence-rows.ts'
import { coverRows } from './cover-rows.ts'
import { officeDayAfterNightRows } from './office-day-after-night-rows.ts'
import { overlapRows } from './overlap-rows.ts'
import { restRows } from './rest-rows.ts'
import { takingPartRows } from './taking-part-rows.ts'
import { weeklyDutyRows, weeklyTotalRows } from './weekly-rows.ts'

const tables = [
  ruleTable(overlap, overlapRows),
  ruleTable(cover, coverRows),
  ruleTable(availability, availabilityRows),
  ruleTable(takingPart, takingPartRows),
  ruleTable(competence, competenceRows),
  ruleTable(backup, backupRows),
  ruleTable(rest, restRows),
  ruleTable(weeklyTotal, weeklyTotalRows),
  ruleTable(weeklyDuty, weeklyDutyRows),
  ruleTable(officeDayAfterNight, officeDayAfterNightRows),
]

describe('the registry of rules', () => {
  it.each(RULES)('has for $id a table with rotas it accepts and rotas it refuses', (rule) => {
    const rows = tables.filter((table) => table.rule === rule).flatMap((table) => table.rows)
    expect(rows.filter(isAccepted)).not.toEqual([])
    expect(rows.filter((row) => !isAccepted(row))).not.toEqual([])
  })

  it('names each rule once', () => {
    const ids = RULES.map((rule) => rule.id)
    expect([...new Set(ids)]).toEqual(ids)
  })
})
