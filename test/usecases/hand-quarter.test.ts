import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { TemplateWindow } from '../../src/core/rota/line.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { findDuty } from '../../src/data/rota-store.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { amendDuty } from '../../src/usecases/amend-duty.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { recordOutcome } from '../../src/usecases/record-outcome.ts'
import { handDistrict, NIGHTS } from '../support/hand-quarter.ts'
import { emptyInstallation } from '../support/installation.ts'
import { at } from '../support/make-district.ts'
import { PlanWorld, unwrap } from '../support/plan-world.ts'
import { type Drawings, type DrawnTable, drawingsOf, type Told } from '../support/report-drawings.ts'

type Sheet = Record<string, Record<string, Record<string, number | string | null>>>

const sheet = JSON.parse(readFileSync('test/fixtures/quarter/vik-2027-q1.json', 'utf8')) as Sheet
const counted = Object.entries(sheet).flatMap(([table, rows]) =>
  Object.entries(rows).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, value]) => [table, row, column, value] as const),
  ),
)
const FORMS = ['json', 'page', 'csv', 'xlsx'] as const
const asked = { districtId: 'lillevik', municipality: '4601', kind: 'quarter', date: '2027-01-01' } as const
const needOn = (date: string) => `h.${date}.n`

let drawings: Drawings

beforeAll(async () => {
  drawings = await drawingsOf(await stored(), asked)
})

describe('a quarter counted by hand, stored and drawn', () => {
  describe.each(FORMS)('as %s', (form) => {
    it.each(counted)('has in %s of %s as %s: %s', (table, row, column, value) => {
      const found = cellAt(drawings[form], table, row, column)
      const words = { 'not-known': 'ikke kjent', hidden: 'vises ikke' }[String(value)]
      // Weighted hours and means are no whole minutes; what is written of them is.
      if (typeof value !== 'number') expect(found).toBe(words ?? value)
      else expect(Math.abs((found as number) - value)).toBeLessThanOrEqual(form === 'json' ? 1e-6 : 0.5)
    })
  })

  it('has the same tables, rows and cells in every form', () => {
    expect(drawings.page.length).toBeGreaterThan(6)
    expect(differencesIn(drawings)).toEqual([])
  })
})

describe('a report of an example district', () => {
  it.each(['week', 'quarter', 'year', 'plan'] as const)(
    'is the same in every form for a %s',
    async (kind) => {
      const world = await PlanWorld.make()
      const draftId = await world.open()
      for (const [date, who] of Object.entries({ '2027-01-04': 'a', '2027-01-05': 'b', '2027-01-09': 'c' }))
        await world.assign(draftId, date, who)
      unwrap(await world.publish(draftId))
      const { districtId } = world
      const period = { districtId, municipality: '4645', kind, date: '2027-01-04' }
      const drawn = await drawingsOf(world.ctx, period)
      expect(drawn.page.some(({ id, rows }) => id === 'doctors' && rows.length > 1)).toBe(true)
      expect(differencesIn(drawn)).toEqual([])
    },
  )
})

/** Where page, CSV or workbook tell otherwise than the JSON file. */
function differencesIn({ json, ...others }: Drawings): string[] {
  return Object.entries(others).flatMap(([form, tables]) =>
    tables.flatMap((drawn) => {
      const rows = json.find(({ id }) => id === drawn.id)?.rows ?? []
      if (rows.length !== drawn.rows.length) return [`${form} ${drawn.id}: ${drawn.rows.length} rows`]
      return drawn.rows.flatMap((row, index) =>
        row.flatMap((value, column) => {
          const told = rows[index]?.[column]
          const place = `${form} ${drawn.id} ${index} ${drawn.columns[column]?.id}`
          return isSame(value, told, drawn, column) ? [] : [`${place}: ${value}, not ${told}`]
        }),
      )
    }),
  )
}

/** As far as a form writes it: whole minutes, tenths of a percent, hundredths of a number. */
function isSame(drawn: Told, json: Told | undefined, { columns }: DrawnTable, column: number): boolean {
  if (typeof drawn !== 'number' || typeof json !== 'number')
    return drawn === json || columns[column]?.unit === 'date'
  const unit = columns[column]?.unit
  const part = unit === 'minutes' ? 0.5 : unit === 'share' ? 0.005 : unit === 'øre' ? 0.5 : 0.005
  return Math.abs(drawn - json) <= part + 1e-9
}

function cellAt(tables: readonly DrawnTable[], id: string, name: string, columnId: string): Told | undefined {
  const table = tables.find((own) => own.id === id)
  const row = name === 'sum' ? table?.rows.at(-1) : table?.rows.find(([head]) => head === name)
  return row?.[table?.columns.findIndex((own) => own.id === columnId) ?? -1]
}

const window = (start: string): TemplateWindow => ({
  key: 'n',
  name: 'Vakt',
  dayKinds: ['weekday'],
  start,
  end: '08:00',
  endDay: 1,
  number: 1,
  pieces: [],
  paid: null,
  block: null,
})

const ALWAYS = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  start: '00:00',
  end: '00:00',
  endDay: 1,
}))

/** The seven duties of the sheet and no other; all other time is covered by somebody else. */
function withDuties(district: District): District {
  const overrides = NIGHTS.map(([from]) => ({ date: from.slice(0, 10), windows: [window(from.slice(11))] }))
  const template = { from: '2020-01-01', to: null, windows: [], overrides, summer: null }
  const lines = district.lines.map((line) => ({ ...line, templates: [template] }))
  const coveredElsewhere = district.coveredElsewhere.map((covered) => ({
    ...covered,
    windows: ALWAYS,
    onPublicHolidays: true,
  }))
  return { ...district, lines, coveredElsewhere }
}

/** Published from a draft in which C held the second, then swapped and told, by the use cases of the pages. */
async function stored(): Promise<Context> {
  const empty = await emptyInstallation()
  if (empty.actor.kind !== 'account') throw new Error('nobody is signed in')
  const role = { scopeKind: 'district', scopeId: 'lillevik', role: 'coordinator' } as const
  const memberships = [...empty.actor.memberships, role]
  const ctx = { ...empty, actor: { ...empty.actor, memberships } }
  const text = writeDistrictFile({ version: 1, district: withDuties(handDistrict()), timeline: null })
  unwrap(await importDistrict(ctx, { text, isCoordinating: true }))
  const { districtId } = asked
  const plan = { districtId, name: 'Vinter', from: '2027-01-01', to: '2027-04-01', lineIds: ['h'] }
  const { draftId } = unwrap(await openDraft(ctx, plan))
  for (const [index, [from, , who]] of NIGHTS.entries()) {
    const cell = { needId: needOn(from.slice(0, 10)), seat: 0 }
    const change = { kind: 'assign', cell, personId: index === 1 ? 'c' : who } as const
    unwrap(await editDraft(ctx, { districtId, draftId, step: stepOf(change), seen: {} }))
  }
  const part = { districtId, draftId, lineIds: null, from: null, to: null }
  unwrap(await publishDraft(ctx, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
  const holder = { kind: 'person', personId: 'a', origin: 'swap' } as const
  const swapped = { districtId, needId: needOn('2027-01-21'), seat: 0, expectedRevision: 1, holder }
  unwrap(await amendDuty(ctx, { ...swapped, reason: 'Byttet', waivesBlocking: true }))
  const after = { ...ctx, now: fromUtcText('2027-04-02T12:00Z') }
  const needId = needOn('2027-03-05')
  const duty = await findDuty(after.db, districtId, needId)
  const held = duty?.history.find((row) => row.revisionTo === null)
  const told = {
    start: at('2027-03-05 16:00'),
    end: at('2027-03-06 10:00'),
    activeMinutes: null,
    callOuts: null,
  }
  unwrap(await recordOutcome(after, { districtId, needId, assignmentId: held?.id ?? '', ...told }))
  return after
}
