import { beforeAll, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import { listLog } from '../../src/data/audit-store.ts'
import { readXlsx } from '../../src/exchange/xlsx.ts'
import type { ReportTable } from '../../src/reports/sheet.ts'
import { nb } from '../../src/text/nb.ts'
import { closePeriod } from '../../src/usecases/close-period.ts'
import type { Context } from '../../src/usecases/context.ts'
import { exportPayroll } from '../../src/usecases/export-payroll.ts'
import { recordOutcome } from '../../src/usecases/record-outcome.ts'
import { showMyReports } from '../../src/usecases/show-my-reports.ts'
import { type ShowPayrollInput, showPayroll } from '../../src/usecases/show-payroll.ts'
import { PlanWorld, refusalOf, unwrap } from '../support/plan-world.ts'

const districtId = 'fjordane'
const JANUARY = { districtId, kind: 'month', date: '2027-01-20' } as const
const FIRST_WEEK = { districtId, kind: 'week', date: '2027-01-05' } as const

describe('hours for pay', () => {
  let world: PlanWorld
  let ctx: Context

  beforeAll(async () => {
    world = await PlanWorld.make()
    const draftId = await world.open()
    for (const [date, who] of Object.entries({ '2027-01-05': 'a', '2027-01-12': 'b', '2027-01-13': 'b' }))
      await world.assign(draftId, date, who)
    unwrap(await world.publish(draftId))
    ctx = world.at('2027-02-03T10:00Z')
  })

  it('are of the month before this one unless asked otherwise, with each doctor who was on duty', async () => {
    const { period, tables } = unwrap(await showPayroll(ctx, { districtId, kind: null, date: null }))
    expect(period).toMatchObject({ kind: 'month', from: '2027-01-01', to: '2027-02-01' })
    // 16–08 each: one night, and two.
    expect(hoursIn(tables[0])).toEqual([
      ['Lege A', 960],
      ['Lege B', 1920],
      ['Sum', 2880],
    ])
  })

  it('of a closed period stay as they were stored, whatever is told later', async () => {
    const before = unwrap(await showPayroll(ctx, FIRST_WEEK))
    unwrap(await closePeriod(ctx, FIRST_WEEK))
    const after = unwrap(await showPayroll(ctx, FIRST_WEEK))
    expect(hoursIn(after.tables[0])).toEqual(hoursIn(before.tables[0]))
    expect(after.tables[0]?.notes).not.toEqual(before.tables[0]?.notes)
    const [duty] = await world.dutiesOf('a')
    if (!duty) throw new Error('a has no duty')
    const { id, needId, start, end } = duty
    const told = { districtId, needId, assignmentId: id, start, end: end + 60 }
    await recordOutcome(ctx, { ...told, activeMinutes: null, callOuts: null })
    expect(hoursIn(unwrap(await showPayroll(ctx, FIRST_WEEK)).tables[0])).toEqual(hoursIn(after.tables[0]))
  })

  it('are the same in every file', async () => {
    const { tables } = unwrap(await showPayroll(ctx, JANUARY))
    const json = unwrap(await exportPayroll(ctx, { ...JANUARY, form: 'json' }))
    expect(json.fileName).toBe('lonn-fjordane-2027-01-01-2027-01-31.json')
    const told = JSON.parse(new TextDecoder().decode(json.bytes))
    expect(told).toMatchObject({ format: 'legevaktplan-payroll', from: '2027-01-01', to: '2027-02-01' })
    const rows = told.tables[0].rows as { cells: { doctor: string; all: number } }[]
    expect(rows.map(({ cells }) => [cells.doctor, cells.all])).toEqual(hoursIn(tables[0]))
    const book = await readXlsx(unwrap(await exportPayroll(ctx, { ...JANUARY, form: 'xlsx' })).bytes)
    if (book.kind === 'refused') throw new Error(JSON.stringify(book.fault))
    const [heads = [], ...lines] = book.sheets[0]?.table.rows ?? []
    const all = heads.findIndex((head) => head.startsWith(nb.payroll.all))
    const minutes = (hours: string | undefined) => Math.round(Number(String(hours).replace(',', '.')) * 60)
    const drawn = lines.slice(0, rows.length).map((line) => [line[0], minutes(line[all])])
    expect(drawn).toEqual(hoursIn(tables[0]))
  })

  it('are logged once for each reader, period and day, by page or file, with ids alone', async () => {
    const opened = async () =>
      (await listLog(ctx.db, districtId, { from: null, to: null, actor: null, before: null, limit: 100 }))
        .filter(({ action }) => action === 'read-payroll')
        .map(({ subjectKind, subjectId, after }) => ({ subjectKind, subjectId, after }))
    const asked = { districtId, kind: 'quarter', date: '2027-01-20' } as const
    const before = await opened()
    unwrap(await showPayroll(ctx, asked))
    const line = {
      subjectKind: 'district',
      subjectId: districtId,
      after: { from: '2027-01-01', to: '2027-04-01' },
    }
    expect(await opened()).toEqual([line, ...before])
    unwrap(await showPayroll(ctx, { ...asked, date: '2027-03-01' }))
    unwrap(await exportPayroll(ctx, { ...asked, form: 'csv' }))
    expect(await opened()).toHaveLength(before.length + 1)
    unwrap(await exportPayroll(world.at('2027-02-04T10:00Z'), { ...asked, form: 'csv' }))
    expect(await opened()).toHaveLength(before.length + 2)
  })

  it('tell the doctors who were on duty when they were opened and by what role, and nobody else', async () => {
    const asked = { kind: 'month', date: '2027-01-20' } as const
    const mine = async (personId: string) => {
      if (ctx.actor.kind !== 'account') throw new Error('nobody is signed in')
      const doctor = { ...ctx, actor: { ...ctx.actor, personId } }
      return unwrap(await showMyReports(doctor, asked)).payrolls
    }
    unwrap(await showPayroll(world.at('2027-02-05T10:00Z'), JANUARY))
    const [own, ...others] = await mine('a')
    expect(others).toEqual([])
    expect(own?.district.id).toBe(districtId)
    const dates = { from: '2027-01-01', to: '2027-02-01' }
    expect(own?.openings[0]).toEqual({ dates, at: world.at('2027-02-05T10:00Z').now, role: 'coordinator' })
    expect(await mine('c')).toEqual([])
  })

  it('tell a doctor who is no municipality’s own too, of whom no report is made', async () => {
    const own = await PlanWorld.make(withServiceDoctor)
    const draftId = await own.open()
    await own.assign(draftId, '2027-01-05', 'd')
    unwrap(await own.publish(draftId))
    const now = own.at('2027-02-05T10:00Z')
    unwrap(await showPayroll(now, JANUARY))
    if (now.actor.kind !== 'account') throw new Error('nobody is signed in')
    const doctor = { ...now, actor: { ...now.actor, personId: 'd' } }
    const mine = unwrap(await showMyReports(doctor, { kind: 'month', date: '2027-01-20' }))
    expect(mine.reports).toEqual([])
    expect(mine.payrolls).toMatchObject([
      { district: { id: districtId }, openings: [{ role: 'coordinator' }] },
    ])
  })

  it('are refused of an unknown district, for a date that is none and to whoever may not, and nothing is logged then', async () => {
    const lines = async () =>
      (await listLog(ctx.db, districtId, { from: null, to: null, actor: null, before: null, limit: 100 }))
        .length
    const before = await lines()
    for (const ask of [
      (of: Context, asked: ShowPayrollInput) => showPayroll(of, asked),
      (of: Context, asked: ShowPayrollInput) => exportPayroll(of, { ...asked, form: 'csv' }),
    ]) {
      expect(refusalOf(await ask(ctx, { ...JANUARY, districtId: 'nowhere' }))).toBe('not-found')
      expect(refusalOf(await ask(ctx, { ...JANUARY, date: '2027-13-40' }))).toBe('invalid')
      expect(refusalOf(await ask({ ...ctx, actor: { kind: 'nobody' } }, JANUARY))).toBe('not-signed-in')
    }
    expect(await lines()).toBe(before)
  })
})

/** d is engaged by the service, and holds no position. */
function withServiceDoctor(district: District): District {
  const service = (own: Doctor): Doctor => ({
    ...own,
    engagements: own.engagements.map((held) => ({ ...held, employer: { kind: 'service' } })),
  })
  return {
    ...district,
    doctors: district.doctors.map((own) => (own.personId === 'd' ? service(own) : own)),
    positions: district.positions.filter(({ holders }) =>
      holders.every((holder) => holder.kind !== 'person' || holder.personId !== 'd'),
    ),
  }
}

function hoursIn(table: ReportTable | undefined): [string, number][] {
  const column = table?.columns.findIndex(({ id }) => id === 'all') ?? -1
  return (table?.rows ?? []).map(({ cells }) => {
    const [head, hours] = [cells[0], cells[column]]
    if (head?.kind !== 'text' || hours?.kind !== 'minutes') throw new Error('no hours of a doctor')
    return [head.text, hours.minutes]
  })
}
