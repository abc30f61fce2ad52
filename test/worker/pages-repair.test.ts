import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { publishDraft } from '../../src/usecases/publish-draft.ts'
import { showDraft } from '../../src/usecases/show-draft.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { countRows, makeWorld, unwrap, type World } from '../support/use-case-world.ts'

const NIGHTS = ['2027-01-05', '2027-01-07']

let world: World
let districtId: string
let draftId: string
let asked: Readonly<Record<'doctor' | 'from' | 'to' | 'reach', string>>

async function open(): Promise<string> {
  const period = { from: '2027-01-04', to: '2027-01-18', lineIds: [world.lineId] }
  return unwrap(await openDraft(world.coordinator, { districtId, name: 'Januar', ...period })).draftId
}

/** Two nights of the first doctor, published, and the same in a draft that is open. */
beforeAll(async () => {
  const away = { from: '2027-01-13', certainFrom: '2027-01-13', to: '2027-01-15' }
  world = await makeWorld((district) => ({
    ...district,
    doctors: district.doctors.map((doctor) => ({
      ...doctor,
      absences: [{ ...away, id: `away-${doctor.personId}` }],
    })),
  }))
  districtId = world.district.id
  const published = await open()
  for (const date of NIGHTS) {
    const cell = { needId: `${world.lineId}.${date}.n`, seat: 0 }
    const change = { kind: 'assign', cell, personId: world.people[0] as string } as const
    const edit = { districtId, draftId: published, step: stepOf(change), seen: {} }
    unwrap(await editDraft(world.coordinator, edit))
  }
  const part = { districtId, draftId: published, lineIds: null, from: null, to: null }
  unwrap(await publishDraft(world.coordinator, { ...part, expectedRevision: 0, reason: '', waivers: [] }))
  draftId = await open()
  asked = { doctor: world.people[0] as string, from: '2027-01-04', to: '2027-01-10', reach: 'all' }
})

const pages = () => [paths.repair(districtId), paths.repairDraft(districtId, draftId)] as const

const get = (address: string, ctx: Context = world.coordinator) =>
  pagesAs(ctx).request(withQuery(address, asked))

const post = (address: string, changes: string, ctx: Context = world.coordinator) =>
  pagesAs(ctx).request(address, { method: 'POST', body: new URLSearchParams({ ...asked, changes }) })

/** What stands behind the first button that takes a repair. */
async function firstChanges(address: string): Promise<string> {
  const page = await (await get(address)).text()
  const [, changes = ''] = /name="changes" value="([^"]*)"/.exec(page) ?? []
  return changes.replaceAll('&quot;', '"')
}

describe('the pages of a repair', () => {
  it('show the coordinator who can take the duties of the published rota, and of a draft', async () => {
    for (const address of pages()) {
      const answer = await get(address)
      const page = await answer.text()
      expect(answer.status).toBe(200)
      expect(page).toContain('2 vakter må tas av andre')
      expect(page).toContain('Forslag 1')
      // What is proved holds only of duties near the absence.
      expect(page).toContain('fra to uker før til to uker etter fraværet')
    }
  })

  it('lead from a duty that nobody can take to why, and to what clashes in the draft', async () => {
    const [, address] = pages()
    const needId = `${world.lineId}.2027-01-13.n`
    const another = await open()
    const change = { kind: 'assign', cell: { needId, seat: 0 }, personId: asked.doctor } as const
    unwrap(
      await editDraft(world.coordinator, { districtId, draftId: another, step: stepOf(change), seen: {} }),
    )
    const query = { ...asked, to: '2027-01-16' }
    const ask = async (reach: string) => {
      const place = address.replace(draftId, another)
      const answer = await pagesAs(world.coordinator).request(withQuery(place, { ...query, reach }))
      return answer.text()
    }
    const page = await ask('forbidden')
    const [why, clash] = [
      paths.whyInDraft(districtId, another, needId, 0),
      paths.whyClash(districtId, another),
    ]
    expect(page).toContain(`href="${why}"`)
    expect(page).toContain(`href="${clash}"`)
    for (const href of [why, clash]) expect((await pagesAs(world.coordinator).request(href)).status).toBe(200)
    // The draft as it stands has no clash that an absence brings which is not entered.
    expect(await ask('all')).not.toContain(`href="${clash}"`)
  })

  it('are refused to doctors, to the municipality and to the coordinator of another district, and store nothing', async () => {
    const before = await countRows('draft', 'draft_edit', 'audit')
    for (const address of pages()) {
      const changes = await firstChanges(address)
      for (const ctx of [world.doctor, world.colleague, world.reader, world.otherCoordinator]) {
        const [seen, chosen] = [await get(address, ctx), await post(address, changes, ctx)]
        expect([403, 404]).toContain(seen.status)
        expect([403, 404]).toContain(chosen.status)
        expect(await seen.text()).not.toContain('Forslag 1')
      }
      expect((await post(address, changes, world.nobody)).headers.get('Location')).toContain(paths.signIn)
    }
    expect(await countRows('draft', 'draft_edit', 'audit')).toEqual(before)
  })

  it('lead on to the draft that holds what was chosen: the one that was repaired, or a new one', async () => {
    const [rota, draft] = pages()
    const [inDraft, inNew] = [
      await post(draft, await firstChanges(draft)),
      await post(rota, await firstChanges(rota)),
    ]
    expect([inDraft.status, inNew.status]).toEqual([303, 303])
    expect(inDraft.headers.get('Location')).toContain(paths.draft(districtId, draftId))
    const [, newId = ''] = /drafts\/([^/?]+)/.exec(inNew.headers.get('Location') ?? '') ?? []
    expect(newId).not.toBe(draftId)
    for (const id of [draftId, newId]) {
      const { edits } = unwrap(await showDraft(world.coordinator, { districtId, draftId: id }))
      expect(edits[0]).toMatchObject({ kind: 'repair', places: 2 })
    }
  })

  it('say which fields are missing, and what came between when it was seen and when it was chosen', async () => {
    const [rota, draft] = pages()
    const half = await pagesAs(world.coordinator).request(withQuery(rota, { doctor: asked.doctor, from: '' }))
    expect(half.status).toBe(422)
    expect(await half.text()).toContain('aria-invalid="true"')
    const stale = JSON.stringify([
      {
        needId: `${world.lineId}.2027-01-05.n`,
        seat: 0,
        from: world.people[0],
        to: world.people[1],
      },
    ])
    // It was given away in the draft by the choice above.
    expect((await post(draft, stale)).status).toBe(409)
    expect((await post(rota, 'no json')).status).toBe(422)
  })
})
