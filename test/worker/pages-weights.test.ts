import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import { builderWeightsOn } from '../../src/core/rota/agreement.ts'
import { findBuildOrder } from '../../src/data/build-order-store.ts'
import { openDatabase } from '../../src/data/database.ts'
import { readOrder } from '../../src/solver/order.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { showWeights } from '../../src/usecases/show-weights.ts'
import type { TriedWeights } from '../../src/usecases/tried-weights.ts'
import { paths, withQuery } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { countRows, makeWorld, unwrap, type World } from '../support/use-case-world.ts'

const NIGHTS = ['2027-01-11', '2027-01-12', '2027-01-13']

let world: World
let place: { readonly districtId: string; readonly draftId: string }
let address: string

/** Three nights in a row, all of them the first doctor's. */
beforeAll(async () => {
  world = await makeWorld()
  const districtId = world.district.id
  const opened = await openDraft(world.coordinator, {
    districtId,
    name: 'Vinter',
    from: '2027-01-04',
    to: '2027-01-18',
    lineIds: [world.lineId],
  })
  place = { districtId, draftId: unwrap(opened).draftId }
  address = paths.draftWeights(districtId, place.draftId)
  for (const date of NIGHTS) {
    const cell = { needId: `${world.lineId}.${date}.n`, seat: 0 }
    const change = { kind: 'assign', cell, personId: world.people[0] as string } as const
    unwrap(await editDraft(world.coordinator, { ...place, step: stepOf(change), seen: {} }))
  }
})

const costs = async (tried: TriedWeights = {}) => {
  const value = unwrap(await showWeights(world.coordinator, { ...place, tried }))
  return { ...value, of: new Map(value.criteria.map((cost) => [cost.name, cost])) }
}

const get = async (query: Readonly<Record<string, string>> = {}) => {
  const answer = await pagesAs(world.coordinator).request(withQuery(address, query))
  return { status: answer.status, page: await answer.text() }
}

describe('what counts in a draft', () => {
  it('tells of every criterion what it weighs, what there is of it and what it costs, dearest first', async () => {
    const { criteria, of, open } = await costs()
    expect(criteria).toHaveLength(14)
    expect(open).toBeGreaterThan(0)
    expect(criteria.map(({ points }) => points)).toEqual(
      criteria.map(({ points }) => points).toSorted((a, b) => b - a),
    )
    expect(criteria.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(1)
    const nights = of.get('nights')
    expect(nights?.weight).toBe(1)
    expect(nights?.points).toBeGreaterThan(0)
    // Duties are open: what is the least possible is proved of full rotas alone.
    expect(nights?.floor).toBeNull()
    expect(of.get('spacing')?.floor).toBeNull()
  })

  it('costs as much more as a weight that is tried weighs, and nothing is stored', async () => {
    const before = await countRows('agreement_entry', 'audit', 'draft_edit')
    const [agreed, tried] = [await costs(), await costs({ nights: 2, spacing: 4 })]
    expect(tried.isTried).toBe(true)
    for (const [name, times] of [
      ['nights', 2],
      ['spacing', 4],
      ['hours', 1],
    ] as const) {
      const [was, is] = [agreed.of.get(name), tried.of.get(name)]
      expect(is?.amount).toBe(was?.amount)
      expect((is?.points ?? 0) / (was?.points ?? 1)).toBeCloseTo(times, 2)
    }
    expect(await countRows('agreement_entry', 'audit', 'draft_edit')).toEqual(before)
  })

  it.each([
    ['wishes', 0],
    ['wishes', -1],
    ['spacing', 11],
    ['nights', 0],
    ['nights', Number.NaN],
  ] as const)('cannot be reckoned with %s at %s, which is named', async (name, weight) => {
    const result = await showWeights(world.coordinator, { ...place, tried: { [name]: weight } })
    expect(result).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'invalid', problems: [{ field: `value.${name}`, value: String(weight) }] },
    })
  })
})

describe('the page of what counts', () => {
  it('says it in plain words, with a link to each weight', async () => {
    const { status, page } = await get()
    expect(status).toBe(200)
    expect(page).toContain('Jevnt med netter')
    expect(page).toMatch(/\d,\d netter unna jevn fordeling/)
    expect(page).not.toContain('Ingen vaktliste kan')
    expect(page).toContain(paths.agreementValue(place.districtId, 'fairness'))
    expect(page).toContain(paths.agreementValue(place.districtId, 'builderWeights'))
    for (const personId of world.people) expect(page).not.toContain(personId)
  })

  it('is led to from the draft', async () => {
    const draft = await pagesAs(world.coordinator).request(paths.draft(place.districtId, place.draftId))
    expect(await draft.text()).toContain(`href="${address}"`)
  })

  it('takes weights that are tried along to the agreement, where they stand filled in', async () => {
    const { page } = await get({
      'value.wishes.step': '4',
      'value.spacing.step': 'own',
      'value.spacing': '3',
    })
    expect(page).toContain('regnet med vektene du prøver')
    const [, href = ''] = /href="([^"]*builderWeights\?[^"]*)"/.exec(page) ?? []
    const form = await pagesAs(world.coordinator).request(href.replaceAll('&amp;', '&'))
    const text = await form.text()
    expect(text).toMatch(/name="value\.wishes\.step"[\s\S]*?<option value="4" selected=""/)
    expect(text).toMatch(/name="value\.spacing"[^>]*value="3"/)
  })

  it('says at its field which weight cannot be, and shows the agreed ones', async () => {
    const { status, page } = await get({ 'value.spacing.step': 'own', 'value.spacing': '0' })
    expect(status).toBe(422)
    expect(page).toMatch(/name="value\.spacing"[^>]*value="0"[^>]*aria-invalid="true"/)
    expect(page).not.toContain('regnet med vektene du prøver')
  })

  it('builds anew by weights that are tried, in that build alone', async () => {
    const { page } = await get({ 'value.wishes.step': '4' })
    expect(page).toContain('Bygg på nytt med disse vektene')
    const body = (weight: string) => new URLSearchParams({ 'value.wishes.step': weight })
    const refused = await pagesAs(world.coordinator).request(address, { method: 'POST', body: body('0') })
    expect(refused.status).toBe(422)
    const before = await countRows('agreement_entry')
    const started = await pagesAs(world.coordinator).request(address, { method: 'POST', body: body('4') })
    expect(started.status).toBe(303)
    const [, buildId = ''] = /builds\/([^/?]+)/.exec(started.headers.get('Location') ?? '') ?? []
    const order = await findBuildOrder(openDatabase(env.DB), buildId)
    const { rota } = readOrder(order ?? '')
    expect(builderWeightsOn(rota.district.agreement, rota.from).wishes).toBe(4)
    expect(await countRows('agreement_entry')).toEqual(before)
  })
})
