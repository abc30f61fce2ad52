import { describe, expect, it } from 'vitest'
import { cellKey } from '../../src/core/rota/assignment.ts'
import { writeDistrictFile } from '../../src/exchange/district-file.ts'
import type { Membership } from '../../src/identity/policy.ts'
import type { Context } from '../../src/usecases/context.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { exportTable, type TableName } from '../../src/usecases/export-table.ts'
import { importDistrict } from '../../src/usecases/import-district.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { openTableFile } from '../../src/usecases/open-table-file.ts'
import { pasteRota } from '../../src/usecases/paste-rota.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import type { Result } from '../../src/usecases/refusal.ts'
import { emptyInstallation, exampleFile } from '../support/installation.ts'
import { mulberry } from '../support/mulberry.ts'
import { randomRota } from '../support/random-rota.ts'

const PERIOD = { from: '2027-03-15', to: '2027-04-12' }
const CHOICES = { names: new Map(), columns: new Map(), onlyOwnDates: false }

function unwrap<T>(result: Result<T>): T {
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.refusal))
  return result.value
}

async function installation(districtId: string): Promise<Context> {
  const ctx = await emptyInstallation()
  const coordinator: Membership = { scopeKind: 'district', scopeId: districtId, role: 'coordinator' }
  const { actor } = ctx
  if (actor.kind !== 'account') throw new Error('no account')
  return { ...ctx, actor: { ...actor, memberships: [...actor.memberships, coordinator] } }
}

interface Carried {
  readonly table: TableName
  readonly form: 'csv' | 'xlsx'
}

/** The district by its file without its rota, its rota by a spreadsheet. */
async function carriedOver(here: Context, districtId: string, { table, form }: Carried) {
  const { district } = JSON.parse(unwrap(await exportDistrict(here, { districtId })).text)
  const there = await installation(districtId)
  unwrap(await importDistrict(there, { text: JSON.stringify({ version: 1, district }) }))
  const asked = { districtId, table, form, draftId: null, dates: PERIOD }
  const { fileName, bytes } = unwrap(await exportTable(here, asked))
  const lineIds = district.lines.map((line: { readonly id: string }) => line.id)
  const name = 'Fra regneark'
  const { draftId } = unwrap(await openDraft(there, { districtId, name, ...PERIOD, lineIds }))
  const opened = await openTableFile(fileName, bytes)
  if (opened.kind === 'refused' || !opened.sheets[0]) throw new Error('not opened')
  const input = { districtId, draftId, sheet: opened.sheets[0], choices: CHOICES, seenEdits: null }
  return { there, draftId, input }
}

async function publish(ctx: Context, districtId: string, draftId: string): Promise<void> {
  const part = { districtId, draftId, lineIds: null, from: null, to: null }
  const { revision, violations } = unwrap(await previewPublication(ctx, part))
  const waivers = violations.map(({ rule, personId, needIds }) => ({
    rule,
    personId,
    needIds,
    reason: 'Slik det var',
  }))
  unwrap(await publishDraft(ctx, { ...part, expectedRevision: revision, reason: '', waivers }))
}

describe.each(['fjordane', 'nordoey', 'storby'])('%s', (districtId) => {
  it.each([
    { table: 'rota-list', form: 'csv' },
    { table: 'rota-list', form: 'xlsx' },
  ] as const)(
    'is the same in an empty installation after its file and its rota as $table $form',
    async (carried) => {
      const { district } = exampleFile(districtId)
      const rota = randomRota(district, PERIOD, mulberry(20261122))
      const holdings = [...rota.cells.values()].flatMap(({ needId, seat, slices, note }) =>
        slices.map((slice) => ({ needId, seat, ...slice, note })),
      )
      const here = await installation(districtId)
      const text = writeDistrictFile({ version: 1, district, timeline: { needs: rota.needs, holdings } })
      unwrap(await importDistrict(here, { text }))
      const { there, draftId, input } = await carriedOver(here, districtId, carried)
      const shown = unwrap(await pasteRota(there, { ...input, isConfirmed: false }))
      expect([shown.problems, shown.unknownNames, shown.isStored]).toEqual([[], [], false])
      expect(shown.changes).toHaveLength(rota.cells.size)
      const stored = unwrap(
        await pasteRota(there, { ...input, isConfirmed: true, seenEdits: shown.draft.edits }),
      )
      expect(stored.isStored).toBe(true)
      const out = unwrap(await exportTable(there, { districtId, ...carried, draftId, dates: null }))
      const sent = unwrap(await exportTable(here, { districtId, ...carried, draftId: null, dates: PERIOD }))
      expect(out.bytes).toEqual(sent.bytes)
      await publish(there, districtId, draftId)
      expect(timelineOf(await exportDistrict(there, { districtId }))).toEqual(
        timelineOf(await exportDistrict(here, { districtId })),
      )
    },
  )
})

function timelineOf(sent: Awaited<ReturnType<typeof exportDistrict>>): unknown {
  const { district, timeline } = JSON.parse(unwrap(sent).text)
  const byPlace = (a: { needId: string; seat: number }, b: { needId: string; seat: number }) =>
    cellKey(a) < cellKey(b) ? -1 : 1
  return { district, needs: timeline.needs, holdings: timeline.holdings.toSorted(byPlace) }
}
