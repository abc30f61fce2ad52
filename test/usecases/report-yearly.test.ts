import { beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/identity/policy.ts'
import { nb } from '../../src/text/nb.ts'
import type { Context } from '../../src/usecases/context.ts'
import { exportLoadReport } from '../../src/usecases/export-load-report.ts'
import { showReportYearly } from '../../src/usecases/show-report-yearly.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'

const report = { districtId: 'fjordane', municipality: '4645', kind: 'year', date: '2027-01-04' } as const
/** Sixty years before a day of the report’s year. */
const BIRTH_DATE = '1967-08-05'
const SIXTY_ON = '2027-08-05'

describe('who comes of age in a year’s report', () => {
  let world: PlanWorld

  beforeAll(async () => {
    world = await PlanWorld.make((district) => ({
      ...district,
      persons: district.persons.map((person) =>
        person.id === 'a' ? { ...person, birthDate: BIRTH_DATE } : person,
      ),
    }))
    const draftId = await world.open()
    await world.assign(draftId, '2027-01-05', 'a')
    unwrap(await world.publish(draftId))
  })

  const as = (role: Role): Context => {
    const ctx = world.at('2027-02-03T10:00Z')
    if (ctx.actor.kind !== 'account') throw new Error('nobody is signed in')
    const scope = role.startsWith('municipality')
      ? ({ scopeKind: 'municipality', scopeId: '4645' } as const)
      : ({ scopeKind: 'district', scopeId: 'fjordane' } as const)
    return { ...ctx, actor: { ...ctx.actor, memberships: [{ ...scope, role }] } }
  }

  it.each(['coordinator', 'municipality-reader', 'municipality-decider'] as const)(
    'is told to a %s, on the page and in the file',
    async (role) => {
      const { tables } = unwrap(await showReportYearly(as(role), report))
      const coming = tables.find(({ id }) => id === 'coming-rights')
      expect(coming?.rows.map(({ cells }) => cells)).toEqual([
        [
          { kind: 'text', text: 'Lege A' },
          { kind: 'date', date: SIXTY_ON },
        ],
      ])
      expect(await fileAs(role)).toContain(SIXTY_ON)
    },
  )

  it('is told to a service manager neither by name nor by number', async () => {
    const { tables, statement } = unwrap(await showReportYearly(as('service-manager'), report))
    const coming = tables.find(({ id }) => id === 'coming-rights')
    expect([coming?.rows, coming?.notes]).toEqual([[], [nb.reportYearly.coming.closed]])
    expect(statement).not.toContain(nb.reportYearly.statement.coming(1))
    expect(statement).not.toContain(nb.reportYearly.statement.comingNone)
    const file = await fileAs('service-manager')
    for (const date of [SIXTY_ON, BIRTH_DATE]) expect(file).not.toContain(date)
  })

  const fileAs = async (role: Role) =>
    new TextDecoder().decode(unwrap(await exportLoadReport(as(role), { ...report, form: 'json' })).bytes)
})
