import { beforeAll, describe, expect, it } from 'vitest'
import { isoWeeksIn } from '../../src/core/time/iso-week.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { showLedger } from '../../src/usecases/show-ledger.ts'
import { showLoadReport } from '../../src/usecases/show-load-report.ts'
import { adopted } from '../support/held-duties.ts'
import { makeWorld, unwrap, type World } from '../support/use-case-world.ts'

/** The plan of 1 December 2026 by the year wheel. */
const AUTUMN = { from: '2026-08-31', to: '2027-01-04' } as const

let world: World

beforeAll(async () => {
  const wheel = adopted('planPeriods', [
    { name: 'Vår/sommer', from: '01-04', publishBy: null },
    { name: 'Høst', from: '08-31', publishBy: null },
  ])
  world = await makeWorld((district) => ({ ...district, agreement: [...district.agreement, wheel] }))
})

describe('where a year wheel is adopted', () => {
  it('ledger, hours and load report have its period', async () => {
    const { coordinator, district } = world
    const districtId = district.id
    const asked = { kind: 'plan', date: '2026-12-01', personId: null, closingId: null } as const
    const ledger = unwrap(await showLedger(coordinator, { districtId, ...asked }))
    expect(ledger.period).toEqual({ kind: 'plan', name: 'Høst', ...AUTUMN })
    const open = { from: null, weeks: null }
    const source = { kind: 'timeline' } as const
    const hours = unwrap(await showHours(coordinator, { districtId, source, ...open }))
    expect(hours.weeks).toEqual(isoWeeksIn(AUTUMN))
    const municipality = district.municipalities[0]?.number as string
    const plan = { kind: 'plan', date: asked.date } as const
    const { head } = unwrap(await showLoadReport(coordinator, { districtId, municipality, ...plan }))
    expect(head.period).toEqual(ledger.period)
  })
})
