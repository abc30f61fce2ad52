import { beforeAll, describe, expect, it } from 'vitest'
import { districtStamp } from '../../src/usecases/save-district.ts'
import { showSetUp } from '../../src/usecases/show-set-up.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { makeWorld, unwrap, type World } from '../support/use-case-world.ts'

let world: World

beforeAll(async () => {
  world = await makeWorld()
})

const legalForm = async () =>
  unwrap(await showSetUp(world.coordinator, { districtId: world.district.id })).district.legalForm

async function send(fields: Readonly<Record<string, string>>) {
  const { district } = unwrap(await showSetUp(world.coordinator, { districtId: world.district.id }))
  const seen = await districtStamp(world.coordinator, district)
  const body = new URLSearchParams({
    step: 'head',
    id: '',
    seen,
    name: 'Nytt navn',
    languages: 'nb',
    ...fields,
  })
  return pagesAs(world.coordinator).request(paths.settings(district.id), { method: 'POST', body })
}

describe('the form of a district’s details', () => {
  it.each([
    ['none', {}, 'Fyll ut feltet'],
    ['one that is none', { legalForm: 'kingdom' }, 'kingdom'],
  ])('sent with %s of the ways to be organised is refused at that field', async (_, fields, sentence) => {
    const before = await legalForm()
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('id="f-legalForm-problem"')
    expect(page).toContain(sentence)
    expect(await legalForm()).toBe(before)
  })

  it('sent with another is saved', async () => {
    expect((await send({ legalForm: 'joint-task-community' })).status).toBe(303)
    expect(await legalForm()).toBe('joint-task-community')
  })
})
