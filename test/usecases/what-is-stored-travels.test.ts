import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { ParameterName } from '../../src/core/rota/agreement.ts'
import { startValueOf } from '../../src/core/rota/parameter-values.ts'
import { PARAMETER_NAMES, PARAMETERS } from '../../src/core/rota/parameters.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import { adoptValue } from '../../src/usecases/adopt-value.ts'
import type { ProposedValue } from '../../src/usecases/agreement-reading.ts'
import type { Context } from '../../src/usecases/context.ts'
import { enterUnavailability, type WantedUnavailability } from '../../src/usecases/enter-unavailability.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { agreementStamp, showAgreement } from '../../src/usecases/show-agreement.ts'
import { emptyInstallation, exampleFile } from '../support/installation.ts'

const districtId = 'fjordane'
const EDGE_DATES = [
  '0000-01-01',
  '1899-12-31',
  '1900-01-01',
  '1998-01-01',
  '2027-02-28',
  '2098-01-01',
  '2099-12-31',
]
const EDGE_TEXTS = ['\u200b', 'a\u0000b', ' x ', 'x'.repeat(201), '\ud800', 'Sak 4/26']

/** @throws when the district can't be sent on, or comes back otherwise. */
async function travels(ctx: Context): Promise<void> {
  // Somebody else each time: one takes out no more than a few in an hour.
  const actor = { ...ctx.actor, accountId: crypto.randomUUID() }
  const sent = await exportDistrict({ ...ctx, actor }, { districtId })
  if (sent.kind === 'refused') throw new Error(JSON.stringify(sent.refusal))
  const there = await emptyInstallation()
  expect(await importDistrict(there, { text: sent.value.text })).toMatchObject({ kind: 'done' })
  const back = await exportDistrict(there, { districtId })
  expect(back).toEqual(sent)
}

async function fjordane(): Promise<Context> {
  const hash = async (text: string) => createHash('sha256').update(text).digest('hex')
  const ctx = { ...(await emptyInstallation()), hash }
  const { district } = exampleFile(districtId)
  const text = writeDistrictFile({ version: 1, district: { ...district, agreement: [] }, timeline: null })
  await importDistrict(ctx, { text })
  return ctx
}

async function adopt(ctx: Context, said: Partial<ProposedValue>): Promise<string> {
  const view = await showAgreement(ctx, { districtId })
  if (view.kind === 'refused') throw new Error(view.refusal.kind)
  const value = {
    parameter: 'weeklyDutyMinutes',
    value: 3000,
    status: 'adopted',
    from: '2027-06-07',
  } as const
  const change = { kind: 'adopt', ...value, source: 'Sak 4/26', decidedOn: '2026-11-01', ...said } as const
  const stamp = await agreementStamp(ctx, view.value.district.agreement)
  return (await adoptValue(ctx, { districtId, stamp, change })).kind
}

describe('a district can be sent on', () => {
  it('after any value that was taken, whatever was tried', async () => {
    const ctx = await fjordane()
    const tried = [
      ...EDGE_DATES.flatMap((date) => [{ decidedOn: date }, { from: date }]),
      ...EDGE_TEXTS.flatMap((text) => [
        { source: text },
        { parameter: 'planPeriods' as const, value: [{ name: text, from: '01-01', publishBy: null }] },
      ]),
      ...['0001-01-01', '1997-01-01', '2099-12-31', '9999-12-31'].map((date) => ({
        parameter: 'agreementHolidays' as const,
        value: [{ from: date, start: '00:00', to: date, end: '24:00' }],
      })),
      { parameter: 'dutyClasses' as const, value: { __proto__x: 1 } },
    ]
    const kinds: string[] = []
    for (const said of tried) {
      kinds.push(await adopt(ctx, said))
      await travels(ctx)
    }
    expect(new Set(kinds)).toEqual(new Set(['done', 'refused']))
  }, 60_000)

  it.each<ParameterName>([...PARAMETER_NAMES])(
    'with %s as it starts, is offered, or is empty',
    async (parameter) => {
      const ctx = await fjordane()
      const offered = (PARAMETERS[parameter].presets ?? []).map((preset): unknown => preset.value)
      const values = [startValueOf(parameter), ...offered, [], {}, null, Number.NaN, '']
      for (const [index, value] of values.entries())
        await adopt(ctx, { parameter, value, from: `2027-06-${10 + index}` })
      await travels(ctx)
    },
    60_000,
  )

  it('after any absence or exemption that was taken', async () => {
    const ctx = await fjordane()
    const { district } = exampleFile(districtId)
    const personId = district.doctors[0]?.personId ?? ''
    const ends = [null, ...EDGE_DATES]
    const wanted = EDGE_DATES.flatMap((from) =>
      ends.flatMap((to): WantedUnavailability[] => [
        { kind: 'absence', from, certainFrom: from, to },
        { kind: 'exemption', scope: { kind: 'form', form: 'home' }, from, to },
      ]),
    )
    const kinds: string[] = []
    for (const away of wanted)
      kinds.push((await enterUnavailability(ctx, { districtId, personId, away, isConfirmed: true })).kind)
    expect(kinds).toContain('done')
    await travels(ctx)
  }, 60_000)
})
