import { describe, expect, it } from 'vitest'
import { needsOf } from '../../src/core/rota/need.ts'
import { wholeSlice } from '../../src/core/rota/rota.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Context } from '../../src/usecases/context.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { showDuty } from '../../src/usecases/show-duty.ts'
import { emptyInstallation, exampleFile } from '../support/installation.ts'

async function fjordanePublished(): Promise<Context> {
  const { district } = exampleFile('fjordane')
  const needs = district.lines.flatMap((line) => needsOf(line, '2027-01-04', '2027-01-11'))
  const people = district.doctors.map(({ personId }) => personId)
  const holdings = needs
    .filter((need) => !need.lineId.includes('bakvakt'))
    .map((need, index) => ({
      needId: need.id,
      seat: 0,
      note: '',
      ...wholeSlice(need, people[index % people.length] ?? ''),
    }))
  const ctx = await emptyInstallation()
  const text = writeDistrictFile({ version: 1, district, timeline: { needs, holdings } })
  const imported = await importDistrict(ctx, { text })
  if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.refusal))
  return ctx
}

async function neighboursOf(ctx: Context, needId: string) {
  const shown = await showDuty(ctx, { districtId: 'fjordane', needId })
  if (shown.kind === 'refused') throw new Error(JSON.stringify(shown.refusal))
  const { before, after } = shown.value
  return [before?.need.id, after?.need.id]
}

describe('who hands over and who takes over', () => {
  it('is whoever is nearest in time on a first line, also across hours that others cover', async () => {
    const ctx = await fjordanePublished()
    expect(await neighboursOf(ctx, 'fjordane-kveld.2027-01-05.kveld')).toEqual([
      'fjordane-natt.2027-01-04.natt',
      'fjordane-natt.2027-01-05.natt',
    ])
    expect(await neighboursOf(ctx, 'fjordane-natt.2027-01-05.natt')).toEqual([
      'fjordane-kveld.2027-01-05.kveld',
      'fjordane-kveld.2027-01-06.kveld',
    ])
  })

  it('is nobody before the first duty that was ever published', async () => {
    const ctx = await fjordanePublished()
    const [before] = await neighboursOf(ctx, 'fjordane-kveld.2027-01-04.kveld')
    expect(before).toBeUndefined()
  })
})
