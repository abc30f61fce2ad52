import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import type { District } from '../../src/core/rota/district.ts'
import { fromUtcText } from '../../src/core/time/minute.ts'
import { closingWrites } from '../../src/data/closing-store.ts'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import { loadPeriodRecord } from '../../src/data/period-record.ts'
import { adoptValue } from '../../src/usecases/adopt-value.ts'
import type { ProposedChange, ProposedValue } from '../../src/usecases/agreement-reading.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { previewAgreement } from '../../src/usecases/preview-agreement.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { showAgreement } from '../../src/usecases/show-agreement.ts'
import { showBoard } from '../../src/usecases/show-board.ts'
import { countRows, logOf, makeWorld, refusalOf, unwrap, type World } from '../support/use-case-world.ts'

const HOUR = 60
const FROM = '2027-01-04'
const TO = '2027-01-18'
const STORED = ['agreement_entry', 'audit', 'outbox'] as const

let world: World
let districtId: string

const cap = (hours: number, said: Partial<ProposedValue> = {}): ProposedValue => ({
  kind: 'adopt',
  parameter: 'weeklyDutyMinutes',
  value: hours * HOUR,
  status: 'adopted',
  from: FROM,
  source: 'Legevaktutvalget, sak 4/26',
  decidedOn: '2026-11-20',
  ...said,
})

/** Thirty-six hours since the autumn. */
const OLD: AgreementEntry = {
  parameter: 'weeklyDutyMinutes',
  value: 36 * HOUR,
  from: '2026-09-01',
  to: null,
  status: 'adopted',
  source: 'Første vedtak',
  author: 'Koordinator',
  decidedOn: '2026-08-15',
}

beforeEach(async () => {
  world = await makeWorld((district: District) => ({ ...district, agreement: [OLD] }))
  districtId = world.district.id
})

const preview = (change: ProposedChange) => previewAgreement(world.coordinator, { districtId, change })
const agreementNow = async () =>
  unwrap(await showAgreement(world.coordinator, { districtId })).district.agreement

async function adopt(change: ProposedChange) {
  const { stamp } = unwrap(await preview(change))
  return adoptValue(world.coordinator, { districtId, change, stamp })
}

/** A draft of two weeks in which the first doctor has these nights. */
async function draftOf(name: string, dates: readonly string[]) {
  const opened = await openDraft(world.coordinator, {
    districtId,
    name,
    from: FROM,
    to: TO,
    lineIds: [world.lineId],
  })
  const { draftId } = unwrap(opened)
  for (const date of dates) {
    const cell = { needId: `${world.lineId}.${date}.n`, seat: 0 }
    const change = { kind: 'assign', cell, personId: world.people[0] as string } as const
    unwrap(await editDraft(world.coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  }
  return draftId
}

async function close(from: string, to: string) {
  const db = openDatabase(env.DB)
  const closing = {
    id: crypto.randomUUID(),
    period: { kind: 'month', name: from.slice(0, 7), from, to },
    closedAt: fromUtcText('2026-12-01T11:00Z'),
    by: 'test',
    ledgers: [],
    shares: [],
  } as const
  const seen = await loadPeriodRecord(db, districtId, from, to)
  expect(await writeAll(db, closingWrites(districtId, closing, [], seen))).toEqual({ kind: 'written' })
}

describe('a look at another value', () => {
  it('tells what more is broken in a draft and in what is published, by name and week, and stores nothing', async () => {
    const published = await draftOf('Publisert', ['2027-01-04', '2027-01-06'])
    const part = { districtId, draftId: published, lineIds: null, from: null, to: null }
    unwrap(await publishDraft(world.coordinator, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
    const draftId = await draftOf('Utkast', ['2027-01-11', '2027-01-13', '2027-01-15'])
    const before = await countRows(...STORED)
    const weekly = ({ rule }: { readonly rule: string }) => rule === 'weekly-duty'
    const stricter = unwrap(await preview(cap(20)))
    expect(stricter.published).toMatchObject({ from: FROM, to: '2027-01-18', fewer: [] })
    const firstWeek = { personId: world.people[0], limit: 20 * HOUR, measured: 32 * HOUR }
    expect(stricter.published?.more.filter(weekly)).toMatchObject([firstWeek])
    // The second week of the draft was over thirty-six hours already.
    const drafted = stricter.drafts.find((own) => own.draft.id === draftId)
    expect(drafted?.more.filter(weekly)).toMatchObject([firstWeek])
    const milder = unwrap(await preview(cap(50)))
    expect(milder.published).toMatchObject({ more: [], fewer: [] })
    expect(milder.drafts.find((own) => own.draft.id === draftId)?.fewer.filter(weekly)).toMatchObject([
      { personId: world.people[0], limit: 36 * HOUR, measured: 48 * HOUR },
    ])
    expect(await countRows(...STORED)).toEqual(before)
    expect(await agreementNow()).toEqual([OLD])
  })

  it('tells of a deadline that a draft would miss if it were published today', async () => {
    await draftOf('Utkast', [])
    const deadline = (days: number) =>
      preview(
        cap(0, { parameter: 'publishDaysBefore', value: days, from: '2026-12-01' } as Partial<ProposedValue>),
      )
    const kinds = async (days: number) =>
      unwrap(await deadline(days)).drafts.flatMap(({ more }) => more.map(({ kind }) => kind))
    // The draft begins 34 days from now.
    expect(await kinds(34)).toEqual(['not-discussed'])
    expect(await kinds(35)).toEqual(['published-late', 'not-discussed'])
  })

  it('tells nothing of rotas that lie before it', async () => {
    await draftOf('Utkast', ['2027-01-11', '2027-01-13'])
    const seen = unwrap(await preview(cap(20, { from: '2027-02-01' })))
    expect([seen.published, seen.drafts]).toEqual([null, []])
  })

  it('of a reference line breaks nothing', async () => {
    await draftOf('Utkast', ['2027-01-11', '2027-01-13'])
    const seen = unwrap(await preview(cap(20, { status: 'reference', decidedOn: null })))
    expect(seen.drafts.flatMap(({ more, fewer }) => [...more, ...fewer])).toEqual([])
  })
})

describe('a new value', () => {
  it('is a new row, ends the former and judges from its date on', async () => {
    unwrap(await adopt(cap(20)))
    expect(await agreementNow()).toEqual([
      { ...OLD, to: FROM },
      expect.objectContaining({ value: 20 * HOUR, from: FROM, to: null, author: 'vaktkoordinator' }),
    ])
    expect(await logOf(districtId)).toContain('adopt-value')
    const draftId = await draftOf('Utkast', ['2027-01-11', '2027-01-13'])
    const source = { kind: 'draft', draftId } as const
    const board = unwrap(await showBoard(world.coordinator, { districtId, source, from: FROM, days: 14 }))
    expect(board.violations.filter(({ rule }) => rule === 'weekly-duty')).toHaveLength(1)
  })

  it('is undone by another row that holds from a date of its own', async () => {
    unwrap(await adopt(cap(20)))
    unwrap(await adopt(cap(30, { from: '2027-02-01' })))
    expect((await agreementNow()).map(({ value, from, to }) => [value, from, to])).toEqual([
      [36 * HOUR, '2026-09-01', FROM],
      [20 * HOUR, FROM, '2027-02-01'],
      [30 * HOUR, '2027-02-01', null],
    ])
  })

  it('can be ended, and taken back before it begins', async () => {
    unwrap(await adopt(cap(20)))
    const end = { kind: 'end', parameter: 'weeklyDutyMinutes', status: 'adopted', to: FROM } as const
    unwrap(await adopt(end))
    expect((await agreementNow()).map(({ from, to }) => [from, to])).toEqual([
      ['2026-09-01', FROM],
      [FROM, FROM],
    ])
    expect(await logOf(districtId)).toContain('end-value')
    expect(unwrap(await showAgreement(world.coordinator, { districtId })).unchecked).not.toContainEqual(
      expect.objectContaining({ rule: 'weekly-duty' }),
    )
  })

  it('is refused to whoever decided on an agreement that has moved since', async () => {
    const { stamp } = unwrap(await preview(cap(20)))
    unwrap(await adopt(cap(25, { from: '2027-01-02' })))
    const before = await countRows(...STORED)
    const late = await adoptValue(world.coordinator, { districtId, change: cap(20), stamp })
    expect(refusalOf(late)).toBe('stale-revision')
    expect(await countRows(...STORED)).toEqual(before)
  })

  it('pressed twice on the same page is stored once and done both times', async () => {
    const { stamp } = unwrap(await preview(cap(20)))
    const press = () => adoptValue(world.coordinator, { districtId, change: cap(20), stamp })
    expect((await Promise.all([press(), press()])).map(refusalOf)).toEqual([undefined, undefined])
    expect(refusalOf(await press())).toBeUndefined()
    expect(await agreementNow()).toHaveLength(2)
    const end = { kind: 'end', parameter: 'weeklyDutyMinutes', status: 'adopted', to: '2027-02-01' } as const
    const seen = unwrap(await preview(end))
    const ends = () => adoptValue(world.coordinator, { districtId, change: end, stamp: seen.stamp })
    expect([refusalOf(await ends()), refusalOf(await ends())]).toEqual([undefined, undefined])
    expect(await agreementNow()).toHaveLength(2)
  })

  it('of two at the same moment lets one in', async () => {
    const { stamp } = unwrap(await preview(cap(20)))
    const both = await Promise.all(
      [20, 25].map((hours) => adoptValue(world.coordinator, { districtId, change: cap(hours), stamp })),
    )
    expect(both.map(refusalOf).toSorted()).toEqual(['stale-revision', undefined])
    expect(await agreementNow()).toHaveLength(2)
  })

  it.each<[string, ProposedChange, string, string]>([
    ['beyond its range', cap(169), 'value', 'out-of-range'],
    ['before an earlier change', cap(20, { from: '2026-09-01' }), 'from', 'before-earlier-value'],
    ['on a date that is none', cap(20, { from: '2027-02-29' }), 'from', 'not-a-date'],
    ['beyond what can be planned', cap(20, { from: '2098-01-02' }), 'from', 'date-out-of-range'],
    [
      'decided before anybody remembers',
      cap(20, { decidedOn: '0000-01-01' }),
      'decidedOn',
      'date-out-of-range',
    ],
    [
      'with a name within it that hides a character',
      cap(20, { parameter: 'planPeriods', value: [{ name: 'V\u200bår', from: '01-01', publishBy: null }] }),
      'value.0.name',
      'hidden-character',
    ],
    ['without a source', cap(20, { source: ' ' }), 'source', 'missing'],
    ['with a source that hides a character', cap(20, { source: 'Sak\u202e4' }), 'source', 'hidden-character'],
    ['with a source that nobody sees', cap(20, { source: '\u200b' }), 'source', 'hidden-character'],
    ['with a source too long', cap(20, { source: 'x'.repeat(201) }), 'source', 'too-long'],
    ['without a decision', cap(20, { decidedOn: null }), 'decidedOn', 'missing'],
    ['with a decision to come', cap(20, { decidedOn: '2026-12-02' }), 'decidedOn', 'in-the-future'],
    [
      'that ends before it began',
      { kind: 'end', parameter: 'weeklyDutyMinutes', status: 'adopted', to: '2026-08-01' },
      'to',
      'ends-before-start',
    ],
    [
      'whose end finds nothing',
      { kind: 'end', parameter: 'nightsInARow', status: 'adopted', to: FROM },
      'to',
      'not-in-force',
    ],
  ])('%s is refused at its field, and nothing is stored', async (_, change, field, code) => {
    const before = await countRows(...STORED)
    const { stamp } = unwrap(await preview(cap(20)))
    for (const answer of [
      await preview(change),
      await adoptValue(world.coordinator, { districtId, change, stamp }),
    ])
      expect(answer).toMatchObject({
        kind: 'refused',
        refusal: { kind: 'invalid', problems: [{ field, code }] },
      })
    expect(await countRows(...STORED)).toEqual(before)
    expect(await agreementNow()).toEqual([OLD])
  })

  it('is refused inside a closed period and taken from the day after it', async () => {
    await close('2026-10-01', '2026-11-01')
    const before = await countRows(...STORED)
    expect(await preview(cap(20, { from: '2026-10-31' }))).toMatchObject({
      refusal: { problems: [{ field: 'from', code: 'in-closed-period', value: '2026-11-01' }] },
    })
    expect(await countRows(...STORED)).toEqual(before)
    unwrap(await adopt(cap(20, { from: '2026-11-01' })))
    expect(unwrap(await showAgreement(world.doctor, { districtId })).openFrom).toBe('2026-11-01')
  })
})

describe('the agreement', () => {
  it('is read by doctors and by a municipality of the district, who may not change it', async () => {
    for (const reader of [world.doctor, world.unionRepresentative, world.reader]) {
      const view = unwrap(await showAgreement(reader, { districtId }))
      expect(view.district.agreement).toEqual([OLD])
      expect(view.mayChange).toBe(false)
    }
    expect(unwrap(await showAgreement(world.coordinator, { districtId })).mayChange).toBe(true)
  })
})
