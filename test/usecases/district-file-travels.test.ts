import { describe, expect, it } from 'vitest'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { type DistrictFile, parseDistrictFile, writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Context } from '../../src/usecases/context.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
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
