import { describe, expect, it } from 'vitest'
import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { closingWrites } from '../../src/data/closing-store.ts'
import { writeAll } from '../../src/data/database.ts'
import { loadPeriodRecord } from '../../src/data/period-record.ts'
import { type DistrictFile, parseDistrictFile, writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Context } from '../../src/usecases/context.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { closingOf } from '../data/sample-ledger.ts'
import { emptyInstallation, exampleFile } from '../support/installation.ts'

/** Fjordane with a fortnight published over the clock change, one duty of it split and one open. */
function publishedFile(): DistrictFile {
  const { district } = exampleFile('fjordane')
  const line = district.lines.find(({ conditional }) => !conditional)
  const needs = line ? needsOf(line, '2027-03-22', '2027-04-05') : []
  const people = district.doctors.map(({ personId }) => personId)
  const holdings = needs.slice(1).flatMap((need, index) => {
    const place = { needId: need.id, seat: 0, note: '' }
    const held = wholeSlice(need, people[index % people.length] ?? '')
    if (index > 0) return [{ ...place, ...held }]
    const noon = need.start + 120
    const swapped = wholeSlice(need, people[5] ?? '', 'swap')
    return [
      { ...place, ...held, end: noon },
      { ...place, ...swapped, start: noon },
    ]
  })
  return { version: 1, district, timeline: { needs, holdings } }
}

async function exported(ctx: Context): Promise<string> {
  const result = await exportDistrict(ctx, { districtId: 'fjordane' })
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusal))
  return result.value.text
}

describe('a district file', () => {
  it('carries a published rota into another installation without loss', async () => {
    const [here, there] = [await emptyInstallation(), await emptyInstallation()]
    const text = writeDistrictFile(publishedFile())
    expect((await importDistrict(here, { text })).kind).toBe('done')
    const sent = await exported(here)
    expect(sortedTimeline(sent)).toEqual(sortedTimeline(text))
    expect((await importDistrict(there, { text: sent })).kind).toBe('done')
    expect(await exported(there)).toBe(sent)
  })

  it('leaves what is published as it stands when it is read in again', async () => {
    const here = await emptyInstallation()
    await importDistrict(here, { text: writeDistrictFile(publishedFile()) })
    const before = await exported(here)
    const emptied = { ...publishedFile(), timeline: { needs: [], holdings: [] } }
    expect((await importDistrict(here, { text: writeDistrictFile(emptied) })).kind).toBe('done')
    expect(await exported(here)).toBe(before)
  })

  it('stores nothing when somebody stands twice in its rota', async () => {
    const here = await emptyInstallation()
    const file = publishedFile()
    const [first, second] = file.timeline?.holdings ?? []
    if (!file.timeline || !first || !second) throw new Error('no rota in the file')
    const twice = { ...second, personId: first.personId, start: second.start - 60 }
    const holdings = file.timeline.holdings.with(1, twice)
    const text = writeDistrictFile({ ...file, timeline: { ...file.timeline, holdings } })
    expect((await importDistrict(here, { text })).kind).toBe('refused')
    expect((await exportDistrict(here, { districtId: 'fjordane' })).kind).toBe('refused')
  })
})

/** Fjordane with everything in it that a file may leave out. */
function fullFile(): DistrictFile {
  const file = publishedFile()
  const [first, ...others] = file.district.doctors
  const [engagement, ...engagements] = first?.engagements ?? []
  const [competence, ...competences] = first?.competences ?? []
  if (!first || !engagement || !competence) throw new Error('the example has no such doctor')
  const doctor = {
    ...first,
    engagements: [{ ...engagement, extendedTo: '2035-01-01' }, ...engagements],
    competences: [{ ...competence, exception: 'four-months' as const }, ...competences],
    averageConsents: [{ from: '2027-01-01', to: null }],
  }
  const holidaysHeld = [{ personId: first.personId, holiday: 'easter' as const, year: 2026 }]
  return { ...file, district: { ...file.district, doctors: [doctor, ...others], holidaysHeld } }
}

describe('a district file with every fact that may be left out', () => {
  it('is the same file after it was written, read, stored and sent on', async () => {
    const [here, there] = [await emptyInstallation(), await emptyInstallation()]
    const text = writeDistrictFile(fullFile())
    expect(parseDistrictFile(text)).toEqual({ kind: 'parsed', file: fullFile() })
    expect((await importDistrict(here, { text })).kind).toBe('done')
    const sent = await exported(here)
    for (const said of ['2035-01-01', 'four-months', '"averageConsents"', '"holidaysHeld"'])
      expect(sent).toContain(said)
    expect((await importDistrict(there, { text: sent })).kind).toBe('done')
    expect(await exported(there)).toBe(sent)
  })
})

describe('a district file read in after a period was closed', () => {
  const term = (value: number, from: string, to: string | null): AgreementEntry => ({
    from,
    to,
    parameter: 'weeklyDutyMinutes',
    value,
    status: 'adopted',
    source: 'Vedtak 3/26',
    author: 'Styret',
    decidedOn: '2026-06-01',
  })
  const fileWith = (...terms: readonly AgreementEntry[]) => {
    const file = publishedFile()
    const agreement = [...file.district.agreement, ...terms]
    return writeDistrictFile({ ...file, district: { ...file.district, agreement } })
  }

  async function withClosedSpring(): Promise<Context> {
    const here = await emptyInstallation()
    await importDistrict(here, { text: fileWith(term(2400, '2026-07-01', null)) })
    const [from, to] = ['2027-03-01', '2027-04-01']
    const seen = await loadPeriodRecord(here.db, 'fjordane', from, to)
    const closing = closingOf('c', from, to, { ledgers: [], shares: [] })
    const written = await writeAll(here.db, closingWrites('fjordane', closing, [], seen))
    expect(written).toEqual({ kind: 'written' })
    return here
  }

  it('may change what holds from the first open date on', async () => {
    const here = await withClosedSpring()
    const text = fileWith(term(2400, '2026-07-01', '2027-04-01'), term(2000, '2027-04-01', null))
    expect((await importDistrict(here, { text })).kind).toBe('done')
  })

  it('may not change what closed dates were judged by, and nothing of it is stored', async () => {
    const here = await withClosedSpring()
    const before = await exported(here)
    const text = fileWith(term(2400, '2026-07-01', '2027-03-31'), term(2000, '2027-03-31', null))
    const count = publishedFile().district.agreement.length
    const problem = {
      path: `district.agreement[${count + 1}]`,
      code: 'in-closed-period',
      value: 'weeklyDutyMinutes',
      against: '2027-03-31',
    }
    expect(await importDistrict(here, { text })).toEqual({
      kind: 'refused',
      refusal: { kind: 'file-refused', problems: [problem] },
    })
    expect(await exported(here)).toBe(before)
  })

  it('may not change the hours of closed dates, and may those that are open', async () => {
    const here = await withClosedSpring()
    const withAbsence = (from: string) => {
      const file = publishedFile()
      const doctors = file.district.doctors.map((doctor, index) =>
        index === 0 ? { ...doctor, absences: [{ id: 'late', from, certainFrom: from, to: null }] } : doctor,
      )
      const agreement = [...file.district.agreement, term(2400, '2026-07-01', null)]
      return writeDistrictFile({ ...file, district: { ...file.district, doctors, agreement } })
    }
    const problem = {
      path: 'district.doctors[0].absences',
      code: 'in-closed-period',
      value: 'absences',
      against: '2027-03-31',
    }
    expect(await importDistrict(here, { text: withAbsence('2027-03-31') })).toEqual({
      kind: 'refused',
      refusal: { kind: 'file-refused', problems: [problem] },
    })
    expect((await importDistrict(here, { text: withAbsence('2027-04-01') })).kind).toBe('done')
  })
})

function sortedTimeline(text: string) {
  const parsed = parseDistrictFile(text)
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems))
  const byKey = <T>(list: readonly T[], key: (item: T) => string) =>
    [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  return {
    needs: byKey(parsed.file.timeline?.needs ?? [], (need) => need.id),
    holdings: byKey(parsed.file.timeline?.holdings ?? [], (held) => `${cellKey(held)} ${held.start}`),
  }
}
