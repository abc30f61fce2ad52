import { describe, expect, it } from 'vitest'
import type { Agreement, AgreementEntry } from '../../src/core/rota/agreement.ts'
import { agreementWrites } from '../../src/data/agreement-store.ts'
import { closingWrites } from '../../src/data/closing-store.ts'
import { type Database, writeAll } from '../../src/data/database.ts'
import { districtWrites, findDistrict, findDistrictHeads } from '../../src/data/district-store.ts'
import {
  absenceRemovals,
  absenceWrites,
  changeAbsenceWrites,
  endExemptionWrites,
  exemptionWrites,
  listExemptionsOfDoctor,
} from '../../src/data/exemption-store.ts'
import { loadPeriodRecord } from '../../src/data/period-record.ts'
import { toldGrounds, toldGroundWrites } from '../support/told-grounds.ts'
import { freshDatabase } from './fresh-database.ts'
import { sampleDistrict } from './sample-district.ts'
import { closingOf } from './sample-ledger.ts'

const written = { kind: 'written' }
const stale = { kind: 'refused', constraint: 'stale-revision' }

async function entered(): Promise<Database> {
  const db = freshDatabase()
  await writeAll(db, districtWrites(sampleDistrict('d'), 0))
  return db
}

async function loaded(db: Database) {
  const district = await findDistrict(db, 'd')
  if (!district) throw new Error('no district')
  return district
}

const editionOf = async (db: Database) => (await findDistrictHeads(db, ['d']))[0]?.edition

describe('a changed agreement', () => {
  const value: AgreementEntry = {
    from: '2027-03-01',
    to: null,
    parameter: 'weeklyTotalMinutes',
    value: 3360,
    status: 'adopted',
    source: 'Protokoll 1/27',
    author: 'Koordinator',
    decidedOn: '2027-01-15',
  }
  const changed = (before: Agreement): Agreement => [
    ...before.map((entry, index) => (index === 0 ? { ...entry, to: '2027-03-01' } : entry)),
    value,
  ]

  it('ends what held and stands behind it', async () => {
    const db = await entered()
    const before = (await loaded(db)).agreement
    const edition = await editionOf(db)
    expect(await writeAll(db, agreementWrites('d', before, changed(before)))).toEqual(written)
    expect((await loaded(db)).agreement).toStrictEqual(changed(before))
    expect(await editionOf(db)).toBe((edition ?? 0) + 1)
  })

  it.each([
    ['another has added a value', (before: Agreement) => [...before, { ...value, from: '2027-02-01' }]],
    [
      'another has ended what held',
      (before: Agreement) =>
        before.map((entry, index) => (index === 0 ? { ...entry, to: '2027-02-01' } : entry)),
    ],
  ])('is refused when %s since', async (_name, other) => {
    const db = await entered()
    const before = (await loaded(db)).agreement
    await writeAll(db, agreementWrites('d', before, other(before)))
    expect(await writeAll(db, agreementWrites('d', before, changed(before)))).toEqual(stale)
    expect((await loaded(db)).agreement).toStrictEqual(other(before))
  })

  it.each([
    ['2027-03-01', written],
    ['2027-03-02', { kind: 'refused', constraint: 'period-closed' }],
  ])('from 1 March while dates before %s are closed', async (to, answer) => {
    const db = await entered()
    const seen = await loadPeriodRecord(db, 'd', '2027-02-01', to)
    await writeAll(db, closingWrites('d', closingOf('c', '2027-02-01', to), [], seen))
    const before = (await loaded(db)).agreement
    expect(await writeAll(db, agreementWrites('d', before, changed(before)))).toEqual(answer)
    expect((await loaded(db)).agreement).toStrictEqual(answer === written ? changed(before) : before)
  })

  it('never changes what an entry said', async () => {
    const before = (await loaded(await entered())).agreement
    const rewritten = before.map((entry) => ({ ...entry, author: 'En annen' }))
    expect(() => agreementWrites('d', before, rewritten)).toThrow('may only end')
    expect(() => agreementWrites('d', before, before.slice(1))).toThrow('may only end')
  })
})

describe('an exemption', () => {
  const nights = { id: 'x7', from: '2027-05-01', to: null, scope: { kind: 'nights' } } as const
  const key = { districtId: 'd', personId: 'd.a', exemptionId: 'x7' }
  const right = { kind: 'right', right: 'over-60', claimedOn: '2027-02-01', withdrawnOn: null } as const
  const stored = { exemption: nights, keptBy: 'home' } as const

  it('is added, ended and told no other way', async () => {
    const db = await entered()
    expect(await writeAll(db, exemptionWrites('d', 'd.a', stored))).toEqual(written)
    expect(await writeAll(db, endExemptionWrites('d', 'd.a', nights, '2027-06-01'))).toEqual(written)
    const ended = { ...nights, to: '2027-06-01' }
    expect((await loaded(db)).doctors[1]?.exemptions).toStrictEqual([ended])
    expect(await writeAll(db, endExemptionWrites('d', 'd.a', nights, '2027-07-01'))).toEqual(stale)
    expect((await loaded(db)).doctors[1]?.exemptions).toStrictEqual([ended])
  })

  it('that was taken back before it began is there for whoever decides it, and stays through a saved file', async () => {
    const db = await entered()
    await writeAll(db, exemptionWrites('d', 'd.a', stored))
    await writeAll(db, await toldGroundWrites(key, 1, right, { by: 'a', at: 0 }))
    await writeAll(db, endExemptionWrites('d', 'd.a', nights, nights.from))
    const seen = await loaded(db)
    expect(seen).toStrictEqual(sampleDistrict('d'))
    expect(await writeAll(db, districtWrites(seen, 0))).toEqual(written)
    expect(await listExemptionsOfDoctor(db, 'd', 'd.a')).toStrictEqual([
      { exemption: { ...nights, to: nights.from }, keptBy: 'home' },
    ])
    expect(await toldGrounds(db, key)).toHaveLength(1)
  })

  it('that was taken back goes with its doctor', async () => {
    const db = await entered()
    await writeAll(db, exemptionWrites('d', 'd.a', stored))
    await writeAll(db, endExemptionWrites('d', 'd.a', nights, nights.from))
    const district = sampleDistrict('d')
    const doctors = district.doctors.filter(({ personId }) => personId !== 'd.a')
    const without = { ...district, doctors, wishes: [], holidaysHeld: [] }
    expect(await writeAll(db, districtWrites(without, 0))).toEqual(written)
    expect(await listExemptionsOfDoctor(db, 'd', 'd.a')).toEqual([])
  })
})

describe('an absence', () => {
  const leave = { id: 'a7', from: '2027-05-01', certainFrom: '2027-05-03', to: null }

  it('is added, changed and taken out, each time from what was seen', async () => {
    const db = await entered()
    const absences = async () => (await loaded(db)).doctors[1]?.absences
    await writeAll(db, absenceWrites('d', 'd.a', leave))
    expect(await absences()).toStrictEqual([leave])
    const changed = { ...leave, certainFrom: '2027-05-10', to: '2027-09-01' }
    expect(await writeAll(db, changeAbsenceWrites('d', 'd.a', leave, changed))).toEqual(written)
    expect(await absences()).toStrictEqual([changed])
    expect(await writeAll(db, changeAbsenceWrites('d', 'd.a', leave, leave))).toEqual(stale)
    expect(await writeAll(db, absenceRemovals('d', 'd.a', leave))).toEqual(stale)
    expect(await writeAll(db, absenceRemovals('d', 'd.a', changed))).toEqual(written)
    expect(await absences()).toEqual([])
  })
})

describe('every change of what a rota is planned by', () => {
  const exemption = { id: 'x7', from: '2027-05-01', to: null, scope: { kind: 'nights' } } as const
  const absence = { id: 'a7', from: '2027-05-01', certainFrom: '2027-05-01', to: null }

  it('raises the edition, so that a file read in meanwhile is refused', async () => {
    const db = await entered()
    const steps = [
      exemptionWrites('d', 'd.a', { exemption, keptBy: 'district' }),
      endExemptionWrites('d', 'd.a', exemption, '2027-06-01'),
      absenceWrites('d', 'd.a', absence),
      changeAbsenceWrites('d', 'd.a', absence, { ...absence, to: '2027-06-01' }),
      absenceRemovals('d', 'd.a', { ...absence, to: '2027-06-01' }),
    ]
    for (const [index, writes] of steps.entries()) {
      expect(await writeAll(db, writes)).toEqual(written)
      expect(await editionOf(db)).toBe(2 + index)
    }
  })
})
