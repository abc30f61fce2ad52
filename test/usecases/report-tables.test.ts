import { beforeAll, describe, expect, it } from 'vitest'
import type { District } from '../../src/core/rota/district.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { ReportTable, Trail } from '../../src/reports/sheet.ts'
import { LOAD_SURVEY, SURVEY_GROUPS } from '../../src/reports/survey/benchmarks.ts'
import type { Context } from '../../src/usecases/context.ts'
import { reportTables } from '../../src/usecases/export-load-report.ts'
import { readReport } from '../../src/usecases/report-reading.ts'
import { showMyReports } from '../../src/usecases/show-my-reports.ts'
import { showPayroll } from '../../src/usecases/show-payroll.ts'
import { showReportDuties } from '../../src/usecases/show-report-duties.ts'
import { showReportPrint } from '../../src/usecases/show-report-print.ts'
import { overTimeOf } from '../../src/usecases/show-report-time.ts'
import { adopted } from '../support/held-duties.ts'
import { always } from '../support/make-district.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'

const districtId = 'fjordane'
const date = '2027-01-04'
const KINDS = ['week', 'month', 'quarter', 'year', 'plan'] as const
const TRAILS: readonly Trail[] = [
  {},
  { personId: 'a' },
  { personId: 'a', only: 'nights' },
  { municipality: null },
  { municipality: '4645', form: 'home' },
  { doctorsOf: '4646' },
  { only: 'open' },
]

describe('every table of a report', () => {
  let ctx: Context

  beforeAll(async () => {
    const world = await PlanWorld.make(withServiceDoctor)
    const draftId = await world.open()
    for (const [on, who] of Object.entries({ '2027-01-04': 'a', '2027-01-05': 'b', '2027-01-09': 'd' }))
      await world.assign(draftId, on, who)
    unwrap(await world.publish(draftId))
    ctx = world.at('2027-02-03T10:00Z')
  })

  const tablesOf = async (kind: (typeof KINDS)[number]): Promise<ReportTable[]> => {
    const asked = { districtId, municipality: '4645', kind, date } as const
    const listed = await Promise.all(
      TRAILS.map(async (trail) => unwrap(await showReportDuties(ctx, { ...asked, trail })).table),
    )
    const payroll = unwrap(await showPayroll(ctx, { districtId, kind, date })).tables
    if (ctx.actor.kind !== 'account') throw new Error('nobody is signed in')
    const mine = await showMyReports({ ...ctx, actor: { ...ctx.actor, personId: 'a' } }, { kind, date })
    const [own] = unwrap(mine).reports
    return [
      ...reportTables(ctx, unwrap(await readReport(ctx, asked))),
      ...listed,
      ...payroll,
      ...(own ? [...own.rows, ...own.tables] : []),
    ]
  }

  it.each(KINDS)('has as many cells in each row as there are columns, of a %s', async (kind) => {
    const tables = await tablesOf(kind)
    const rows = tables.flatMap(({ id, columns, rows }) =>
      rows.map(({ kind, cells }) => [id, kind, cells.length, columns.length] as const),
    )
    // The duties of nobody's doctor stand beside a key, which they have no part of.
    expect(tables.find(({ id }) => id === 'municipalities')?.rows).toHaveLength(4)
    expect(rows.filter(([, , cells, columns]) => cells !== columns)).toEqual([])
  })

  it('shows the country’s medians of all GPs and of each form of agreement, each beside the district’s, with how many answered', async () => {
    const tables = (await tablesOf('quarter')).filter(({ id }) => /^survey($|-of-)/.test(id))
    expect(tables.map(({ id }) => id)).toEqual([
      'survey',
      ...SURVEY_GROUPS.slice(1).map((group) => `survey-of-${group}`),
    ])
    for (const [index, { columns, rows, notes }] of tables.entries()) {
      const group = SURVEY_GROUPS[index] ?? 'all'
      expect(columns.map(({ id }) => id)).toEqual(['measure', 'district', 'country', 'task'])
      expect(columns[2]?.head.replaceAll(/\D/g, '')).toBe(`${LOAD_SURVEY.respondents[group]}`)
      expect(rows.map(({ cells }) => cells[2])).toEqual(
        LOAD_SURVEY.rows.map(({ figures }) => ({ kind: 'minutes', minutes: figures[group].hours * 60 })),
      )
      expect(notes.at(-1)).toContain(`${LOAD_SURVEY.year}`)
    }
  })

  it('tells doctors of the same name apart by their initials, in every table that names them and in hours for pay', async () => {
    const world = await PlanWorld.make((district) => ({
      ...district,
      persons: district.persons.map((own) => (own.id === 'c' ? { ...own, name: 'Lege A' } : own)),
    }))
    const draftId = await world.open()
    for (const [on, who] of Object.entries({ '2027-01-05': 'a', '2027-01-12': 'c', '2027-01-13': 'b' }))
      await world.assign(draftId, on, who)
    unwrap(await world.publish(draftId))
    const now = world.at('2027-02-03T10:00Z')
    const asked = { districtId, municipality: '4645', kind: 'month', date } as const
    const tables = [
      ...reportTables(now, unwrap(await readReport(now, asked))),
      unwrap(await showReportDuties(now, { ...asked, trail: {} })).table,
      ...unwrap(await showPayroll(now, { districtId, kind: 'month', date })).tables,
    ]
    const told = JSON.stringify(tables).match(/Lege [A-D][^",]*/g)
    expect(new Set(told)).toEqual(new Set(['Lege A (D1)', 'Lege A (D3)', 'Lege B']))
  })

  it.each([
    ['longer surgery', { surgery: [declaredFrom('08:00')] }],
    ['surgery not declared', { surgery: [] }],
    [
      'other tasks',
      { otherTasks: [{ ...always, name: 'Sykehjem', timetable: [], looseMinutesPerWeek: 300 }] },
    ],
    [
      'an absence',
      { absences: [{ id: 'out', from: '2027-01-06', certainFrom: '2027-01-06', to: '2027-02-20' }] },
    ],
    ['an exemption', { exemptions: [{ ...always, id: 'free', scope: { kind: 'nights' as const } }] }],
    ['hours declared elsewhere', { declaredOtherMinutesPerWeek: 600 }],
    [
      'fewer duties wanted',
      { takingPart: [{ ...always, way: { kind: 'by-share' as const }, least: null, most: 1 }] },
    ],
  ])('is the same to the letter whatever the few others have beside their duties: %s', async (_, facts) => {
    const agreement = [
      adopted('weeklyTotalMinutes', 20 * 60),
      adopted('shareTolerancePercent', 0),
      adopted('municipalityKey', { kind: 'population', shares: {} }),
    ]
    const world = await PlanWorld.make((district) => ({ ...district, agreement }))
    const draftId = await world.open()
    for (let day = 4; day < 18; day++)
      await world.assign(draftId, `2027-01-${String(day).padStart(2, '0')}`, 'abcd'[day % 4] as string)
    unwrap(await world.publish(draftId))
    const now = world.at('2027-02-03T10:00Z')
    const told = async () => {
      const asked = KINDS.map((kind) => ({ districtId, municipality: '4645', kind, date }))
      const quarter = { districtId, municipality: '4645', kind: 'quarter', date } as const
      const reports = await Promise.all(asked.map((one) => showReportPrint(now, one)))
      const trails = await Promise.all(TRAILS.map((trail) => showReportDuties(now, { ...quarter, trail })))
      return JSON.stringify([reports.map(unwrap), trails.map((list) => unwrap(list).table)])
    }
    const before = await told()
    await world.reimport((district) => ({
      ...district,
      doctors: district.doctors.map((own) =>
        'bd'.includes(own.personId) ? { ...own, ...withIds(facts, own.personId) } : own,
      ),
    }))
    expect(await told()).toBe(before)
  })

  it.each([
    ['longer surgery', { surgery: ['08:00'] }],
    ['surgery not declared', { surgery: [] }],
    [
      'exempt',
      { exemptions: [{ id: 'free', from: '2027-01-13', to: null, scope: { kind: 'nights' as const } }] },
    ],
    ['away', { absences: [{ id: 'out', from: '2027-01-20', certainFrom: '2027-01-20', to: '2027-02-20' }] }],
  ])(
    'is the same whatever a doctor has beside duties after moving to another municipality: %s',
    async (_, facts) => {
      const world = await PlanWorld.make((district) => ({
        ...district,
        doctors: district.doctors.map((own) => (own.personId === 'a' ? movedOn(own, '2027-01-13') : own)),
        positions: district.positions.filter(({ holders }) => !JSON.stringify(holders).includes('"a"')),
      }))
      const draftId = await world.open()
      for (let day = 4; day < 18; day++)
        await world.assign(draftId, `2027-01-${String(day).padStart(2, '0')}`, 'abcd'[day % 4] as string)
      unwrap(await world.publish(draftId))
      const now = world.at('2027-02-03T10:00Z')
      const told = async () => {
        const asked = KINDS.map((kind) => ({ districtId, municipality: '4645', kind, date }))
        const reports = await Promise.all(asked.map((one) => showReportPrint(now, one)))
        return JSON.stringify(reports.map(unwrap))
      }
      const before = await told()
      await world.reimport((district) => ({
        ...district,
        doctors: district.doctors.map((own) => {
          if (own.personId !== 'a') return own
          const { surgery, ...rest } = facts as { surgery?: string[] }
          const first = own.surgery.map((one) => ({ ...one, to: '2027-01-13' }))
          return {
            ...own,
            ...rest,
            ...(surgery && {
              surgery: [
                ...first,
                ...surgery.map((start) => ({ ...declaredFrom(start), from: '2027-01-13' })),
              ],
            }),
          } as typeof own
        }),
      }))
      expect(await told()).toBe(before)
    },
  )

  it('tells no fair share to an account that knows all others but a few, from the reports of other municipalities', async () => {
    const asked = { districtId, municipality: '4645', kind: 'quarter', date } as const
    const ground = unwrap(await readReport(ctx, asked))
    const district = { ...ground.district, agreement: [adopted('leastGroup', 2)] }
    const balances = (known: readonly string[]) =>
      overTimeOf({ ...ground, district, known }).doctors.map(({ balance }) => balance !== null)
    expect(balances([])).toContain(true)
    expect(balances(['4646'])).not.toContain(true)
  })

  it('tells in percentage points how far a share is from the key’s', async () => {
    const table = (await tablesOf('quarter')).find(({ id }) => id === 'municipalities')
    const told = table?.rows.slice(0, 2).map(({ cells }) => cells.slice(-3))
    const shareIn = (cell: unknown) => (cell as { share: number }).share
    expect(told).toHaveLength(2)
    for (const [share, keyShare, difference] of told ?? [])
      expect(difference).toEqual({
        kind: 'number',
        value: expect.closeTo(100 * (shareIn(share) - shareIn(keyShare)), 1),
      })
  })

  it('counts no exempt doctors where there are no others', async () => {
    const coverage = (await tablesOf('quarter')).find(({ id }) => id === 'coverage')
    expect(coverage?.notes.join(' ')).toContain('De andre fastlegene i distriktet er færre enn 5.')
    const alone = unwrap(
      await readReport((await PlanWorld.make(withoutOthers)).ctx, {
        districtId,
        municipality: '4645',
        kind: 'quarter',
        date,
      }),
    )
    const [own] = reportTables(ctx, alone).filter(({ id }) => id === 'coverage')
    expect(own?.notes).toHaveLength(1)
  })

  it.each(KINDS)('has columns of different ids, and trails of columns that it has, of a %s', async (kind) => {
    for (const { columns, rows } of await tablesOf(kind)) {
      const ids = columns.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      for (const { trails = {} } of rows) expect(ids).toEqual(expect.arrayContaining(Object.keys(trails)))
    }
  })
})

function movedOn(doctor: Doctor, date: string): Doctor {
  const [held] = doctor.engagements
  if (!held) throw new Error('nobody engages the doctor')
  const employer = { kind: 'municipality', number: '4646' } as const
  const engagements = [
    { ...held, to: date },
    { ...held, id: 'moved', from: date, employer },
  ]
  return { ...doctor, engagements }
}

/** Ids are of one fact in a district. */
function withIds<T>(facts: T, personId: string): T {
  return JSON.parse(JSON.stringify(facts), (key, value) => (key === 'id' ? `${value}-${personId}` : value))
}

function declaredFrom(start: string) {
  const timetable = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
    weekday,
    start,
    end: '16:00',
    endDay: 0 as const,
  }))
  return { ...always, kind: 'declared' as const, timetable, source: 'avtale', declaredOn: '2026-01-01' }
}

/** A key and rates, and d is nobody's own. */
function withServiceDoctor(district: District): District {
  const rates = { ordinary: 100, weekend: 200, publicHoliday: 300 }
  return {
    ...district,
    doctors: district.doctors.map((doctor) =>
      doctor.personId === 'd'
        ? {
            ...doctor,
            engagements: doctor.engagements.map((held) => ({ ...held, employer: { kind: 'service' } })),
          }
        : doctor,
    ),
    positions: district.positions.filter(({ holders }) =>
      holders.every((holder) => holder.kind !== 'person' || holder.personId !== 'd'),
    ),
    agreement: [
      adopted('municipalityKey', { kind: 'population', shares: {} }),
      adopted('dutyRates', { home: rates, 'on-site': rates, backup: rates }),
    ],
  }
}

/** Everybody is the first municipality's own. */
function withoutOthers(district: District): District {
  return {
    ...district,
    doctors: district.doctors.map((doctor) => ({
      ...doctor,
      engagements: doctor.engagements.map((own) => ({
        ...own,
        employer: { kind: 'municipality', number: '4645' } as const,
      })),
    })),
  }
}
