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

  it('says what calendars may tell of who is on duty, and keeps it when a form does not ask', async () => {
    const { district } = world
    const calendarNames = async () =>
      unwrap(await showSetUp(world.coordinator, { districtId: district.id })).district.calendarNames
    const page = async () => (await pagesAs(world.coordinator).request(paths.settings(district.id))).text()
    const ticked = (html: string) => /id="calendar-names-(\w+)"[^>]*checked/.exec(html)?.[1]
    expect(ticked(await page())).toBe('initials')
    const form = { legalForm: 'joint-task-community' }
    expect((await send({ ...form, calendarNames: 'none' })).status).toBe(303)
    expect((await send({ ...form, name: 'Nok et navn' })).status).toBe(303)
    expect([await calendarNames(), ticked(await page())]).toEqual(['none', 'none'])
    await send({ ...form, calendarNames: 'everything' })
    expect(await calendarNames()).toBe('none')
  })
})

describe('the form of a line', () => {
  it('takes where its doctors meet, shows it again, and refuses what cannot be told in one line', async () => {
    const { district, lineId } = world
    const pages = pagesAs(world.coordinator)
    const address = paths.line(district.id, lineId)
    const posted = async (fields: Readonly<Record<string, string>>) => {
      const html = await (await pages.request(address)).text()
      const filled = [...html.matchAll(/<input[^>]*>/g)].flatMap(([input]) => {
        const at = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1]
        const isTick = /type="(checkbox|radio)"/.test(input)
        return at('name') === undefined || (isTick && !/ checked/.test(input))
          ? []
          : [[at('name') as string, at('value') ?? ''] as const]
      })
      const selected = [...html.matchAll(/<select[^>]* name="([^"]+)"[\s\S]*?<\/select>/g)].map(
        ([select, name = '']) =>
          [name, /<option value="([^"]*)"[^>]* selected/.exec(select)?.[1] ?? ''] as const,
      )
      const body = new URLSearchParams([...filled, ...selected].map(([name, value]) => [name, value]))
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      return pages.request(address, { method: 'POST', body })
    }
    const looked = await (await posted({ place: 'Førde', step: 'look' })).text()
    const stamp = /name="looked" value="([^"]+)"/.exec(looked)?.[1] ?? ''
    expect((await posted({ place: 'Førde', step: 'save', looked: stamp })).status).toBe(303)
    expect(await (await pages.request(address)).text()).toContain('value="Førde"')
    const refused = await posted({ place: 'x'.repeat(121), step: 'look' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('id="f-place-problem"')
  })
})
