import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { previewPublication } from '../../src/usecases/preview-publication.ts'
import { showHours } from '../../src/usecases/show-hours.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { contextOf, countRows, makeWorld, unwrap, type World } from '../support/use-case-world.ts'

const FROM = '2027-01-04'
const TO = '2027-01-18'
const timeline = { kind: 'timeline' } as const

/** Published fourteen days ahead; the week's total has only the line that every district starts with. */
const ENTRIES: readonly AgreementEntry[] = [
  {
    from: '2020-01-01',
    to: null,
    parameter: 'publishDaysBefore',
    value: 14,
    status: 'adopted',
    source: 'Vedtak',
    author: 'Styret',
    decidedOn: '2026-01-01',
  },
]

let world: World
let districtId: string
let draftId: string

const get = async (address: string, ctx: Context = world.coordinator) =>
  (await pagesAs(ctx).request(address)).text()

const post = (fields: Readonly<Record<string, string>>) =>
  pagesAs(world.coordinator).request(paths.publish(districtId, draftId), {
    method: 'POST',
    body: new URLSearchParams(fields),
  })

beforeAll(async () => {
  world = await makeWorld((district) => ({ ...district, agreement: ENTRIES }))
  districtId = world.district.id
  const plan = { districtId, name: 'Januar', from: FROM, to: TO, lineIds: [world.lineId] }
  draftId = unwrap(await openDraft(world.coordinator, plan)).draftId
  for (const date of ['2027-01-04', '2027-01-05', '2027-01-06', '2027-01-07']) {
    const cell = { needId: `${world.lineId}.${date}.n`, seat: 0 }
    const change = { kind: 'assign', cell, personId: world.people[0] as string } as const
    unwrap(await editDraft(world.coordinator, { districtId, draftId, step: stepOf(change), seen: {} }))
  }
})

describe('the page that publishes a draft', () => {
  it('tells the deadline, and the lines that are passed as a hint that stops nothing', async () => {
    const part = { districtId, draftId, lineIds: null, from: null, to: null }
    const preview = unwrap(await previewPublication(world.coordinator, part))
    expect(preview.deadline).toBe('2026-12-21')
    const [line] = preview.lines.filter(({ parameter }) => parameter === 'weeklyTotalMinutes')
    expect([line?.times, line?.persons.map(({ personId }) => personId)]).toEqual([1, [world.people[0]]])
    const page = await get(paths.publish(districtId, draftId))
    expect(page).toContain('Frist for å publisere er mandag 21. desember 2026')
    expect(page).toContain('1 uke over den vanlige grensen på 60 t')
    expect(page).toContain('Ingenting stopper publiseringen')
  })

  it('refuses a discussion that has not been held at its field, and stores nothing', async () => {
    const before = await countRows('publication', 'assignment', 'audit')
    for (const [discussedOn, sentence] of [
      ['2026-12-02', 'Dette har ikke vært ennå'],
      ['2026-11-31', 'Skriv en dato som finnes'],
    ] as const) {
      const answer = await post({ revision: '0', discussedOn })
      const page = await answer.text()
      expect(answer.status).toBe(422)
      expect(page).toContain('id="f-discussedOn-problem"')
      expect(page).toContain(sentence)
    }
    expect(await countRows('publication', 'assignment', 'audit')).toEqual(before)
  })

  it('keeps the day of the discussion with the publication', async () => {
    expect((await post({ revision: '0', 'seen-edits': '4', discussedOn: '2026-11-20' })).status).toBe(303)
    const [row] = (
      await world.coordinator.db.d1
        .prepare('select discussed_on from publication where district_id = ?')
        .bind(districtId)
        .all<{ discussed_on: string }>()
    ).results
    expect(row?.discussed_on).toBe('2026-11-20')
    expect(await get(paths.drafts(districtId))).toContain('<td>20. november 2026</td>')
  })
})

describe('the page of hours', () => {
  it('opens on the weeks around what is published', async () => {
    const asked = { districtId, from: null, weeks: null }
    const hours = unwrap(await showHours(world.coordinator, { ...asked, source: timeline }))
    expect(hours.weeks[0]).toBe('2027-W01')
  })

  it('opens a draft on the weeks of the draft', async () => {
    const plan = { districtId, name: 'Mars', from: '2027-03-01', to: '2027-04-05', lineIds: [world.lineId] }
    const opened = unwrap(await openDraft(world.coordinator, plan))
    const source = { kind: 'draft', draftId: opened.draftId } as const
    const hours = unwrap(await showHours(world.coordinator, { districtId, source, from: null, weeks: null }))
    expect([hours.weeks[0], hours.weeks.length]).toEqual(['2027-W09', 5])
  })

  it('draws the line and names it, without a flag', async () => {
    const page = await get(withQuery(paths.hours(districtId), { from: '2027-W01', weeks: 2 }))
    expect(page).toContain('class="past-line"')
    expect(page).toContain('over streken ved 60 t, som distriktet ikke har vedtatt')
    expect(page).not.toContain('class="over"')
  })

  it('names the rules that are not checked, with the way to the agreement', async () => {
    const page = await get(paths.hours(districtId))
    expect(page).toMatch(/\d+ regler sjekkes ikke/)
    expect(page).toContain('Samlet arbeid på sju døgn')
    expect(page).toContain(`href="${paths.agreement(districtId)}"`)
  })

  it('tells a colleague nothing of lines that others pass', async () => {
    const asked = { districtId, source: timeline, from: '2027-W01', weeks: 2 }
    const own = unwrap(await showHours(world.doctor, asked)).lines
    expect(own.flatMap((line) => line.persons.map(({ personId }) => personId))).toContain(world.people[0])
    expect(unwrap(await showHours(world.colleague, asked)).lines).toEqual([])
    const nobodyBehind = await contextOf({ ...world.doctor.actor, personId: null } as Context['actor'])
    expect(unwrap(await showHours(nobodyBehind, asked)).lines).toEqual([])
  })
})
