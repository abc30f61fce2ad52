import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { makeWorld, unwrap, type World } from '../support/use-case-world.ts'

let world: World
let districtId: string
let draftId: string

beforeAll(async () => {
  world = await makeWorld()
  districtId = world.district.id
  const period = { from: '2027-01-04', to: '2027-03-01' }
  const input = { districtId, name: 'Januar', ...period, lineIds: [world.lineId] }
  draftId = unwrap(await openDraft(world.coordinator, input)).draftId
})

function send(address: string, body: BodyInit, type: string | null, ctx: Context = world.coordinator) {
  const request = new Request(`http://localhost${address}`, { method: 'POST', body })
  if (type === null) request.headers.delete('Content-Type')
  else request.headers.set('Content-Type', type)
  return pagesAs(ctx).request(request)
}

const FORM = 'application/x-www-form-urlencoded'

const submit = (address: string, fields: Record<string, string>, ctx?: Context) =>
  send(address, new URLSearchParams(fields).toString(), FORM, ctx)

const edits = () => paths.editDraft(districtId, draftId)
const cellOn = (date: string) => `${world.lineId}.${date}.n#0`

describe('a body that is no form', () => {
  const rows: readonly (readonly [name: string, type: string | null, body: string, status: number])[] = [
    ['JSON', 'application/json', '{"email":"a@b.no"}', 415],
    ['plain text', 'text/plain', 'hei', 415],
    ['of no type', null, 'hei', 415],
    ['of more fields than any page has', FORM, 'a&'.repeat(5_000), 413],
    ['of a type that only looks like a form', 'application/x-www-form-urlencoded2', 'a=b', 415],
    ['multipart without a boundary', 'multipart/form-data', 'x', 400],
    ['multipart that breaks off', 'multipart/form-data; boundary=b', '--b\r\nContent-Disp', 400],
  ]

  it.each(rows)('is refused in plain words by every form: %s', async (_, type, body, status) => {
    const logged = vi.spyOn(console, 'error')
    const addresses = [
      paths.signIn,
      paths.signOut,
      paths.importDistrict,
      paths.newDraft(districtId),
      edits(),
      paths.undoEdit(districtId, draftId),
      paths.publish(districtId, draftId),
      paths.newWish(districtId),
      paths.pasteWishes(districtId),
      paths.myCalendar,
    ]
    for (const address of addresses) {
      for (const ctx of [world.coordinator, world.nobody]) {
        const answer = await send(address, body, type, ctx)
        expect([address, answer.status]).toEqual([address, status])
        expect(await answer.text()).toContain('Ingenting er lagret.')
      }
    }
    expect(logged).not.toHaveBeenCalled()
    logged.mockRestore()
  })

  it('is no matter when it is empty: a button without fields', async () => {
    // It names no step, so that nothing is taken back.
    const answer = await send(paths.undoEdit(districtId, draftId), '', null)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.draft(districtId, draftId)])
  })
})

describe('a body that is too large', () => {
  it.each([
    [200_001, 413],
    [199_000, 422],
  ])('of %i bytes gives %i on a form', async (bytes, status) => {
    const answer = await send(paths.signIn, `email=${'x'.repeat(bytes - 6)}`, FORM, world.nobody)
    expect(answer.status).toBe(status)
  })

  it.each([
    [3_000_001, 413],
    [2_500_000, 422],
  ])('of %i bytes gives %i on import', async (bytes, status) => {
    const body = `text=${'x'.repeat(bytes - 5)}`
    const answer = await send(paths.importDistrict, body, FORM, world.administrator)
    expect(answer.status).toBe(status)
  })

  it('is refused while it is read, when nothing says how long it is', async () => {
    const chunk = new Uint8Array(64_000).fill(120)
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 100) controller.enqueue(chunk)
        else controller.close()
      },
    })
    const answer = await send(paths.signIn, body, FORM, world.nobody)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('for stort')
  })

  it('is read no further than to 50 MB, when it has no end', async () => {
    const chunk = new Uint8Array(1_000_000)
    let sent = 0
    // An end nonetheless, so that whoever reads on comes to it.
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 80) controller.enqueue(chunk)
        else controller.close()
      },
    })
    const answer = await send(paths.signIn, body, FORM, world.nobody)
    expect(answer.status).toBe(413)
    expect(sent).toBeGreaterThan(50)
    expect(sent).toBeLessThan(60)
  })
})

describe('dates far away', () => {
  const draft = { name: 'Fjern', line: 'x' }
  const wish = { stance: 'cannot', weight: '2' }

  it.each([
    ['from', { from: '0000-01-01', to: '2027-01-31' }],
    ['to', { from: '2027-01-04', to: '9999-12-31' }],
  ])('in a new plan are refused at the field %s', async (field, dates) => {
    const answer = await submit(paths.newDraft(districtId), { ...draft, ...dates })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`id="f-${field}-problem"`)
  })

  it.each([
    ['from', { from: '9999-12-31', to: '' }],
    ['to', { from: '2027-01-04', to: '9999-12-31' }],
    ['from', { from: '0000-01-01', to: '' }],
  ])('in a wish are refused at the field %s', async (field, dates) => {
    const personId = world.people[0] as string
    const answer = await submit(paths.newWish(districtId), { personId, ...wish, ...dates })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(`id="f-${field}-problem"`)
  })

  it('in pasted wishes are refused at their row', async () => {
    const initials = world.district.doctors[0]?.initials
    const text = `${initials};9999-12-31;;kan ikke\n${initials};2027-01-04;9999-12-31;kan ikke`
    const answer = await submit(paths.pasteWishes(districtId), { text })
    expect(answer.status).toBe(422)
  })
})

describe('part of a duty', () => {
  const [start, end] = ['T20:00', 'T23:00']
  const part = (date: string, over: Record<string, string> = {}) => ({
    change: 'part',
    cell: cellOn(date),
    personId: world.people[1] as string,
    start: `${date}${start}`,
    end: `${date}${end}`,
    ...over,
  })

  it.each([
    ['without the weeks that the page showed', '2027-01-05', {}],
    ['far from the weeks that the page showed', '2027-02-24', { 'board-from': '2027-01-04' }],
  ])('is given away beside whoever holds the rest: %s', async (_, date, over) => {
    const held = { change: 'assign', cell: cellOn(date), personId: world.people[0] as string }
    expect((await submit(edits(), held)).status).toBe(303)
    expect((await submit(edits(), part(date, over))).status).toBe(303)
    const row = await world.coordinator.db.k
      .selectFrom('draft_cell')
      .selectAll()
      .where('need_id', '=', `${world.lineId}.${date}.n`)
      .execute()
    expect(JSON.stringify(row)).toContain(world.people[0] as string)
    expect(JSON.stringify(row)).toContain(world.people[1] as string)
  })
})

describe('a revision that is not told', () => {
  it.each(['', ' ', '1e3', '-1', '0x1'])('is never taken as one: %j', async (revision) => {
    const published = await submit(paths.publish(districtId, draftId), { revision, reason: 'Vinter' })
    expect(published.status).toBe(422)
    expect(await published.text()).toContain('value="Vinter"')
    const settled = await submit(paths.settleClashes(districtId, draftId), { revision, settle: 'keep' })
    expect(settled.status).toBe(422)
  })
})

describe('characters that are not seen', () => {
  it.each([
    ['a control character', 'Vinter\u0000', 'VinterU+0000'],
    ['a direction of writing', 'Vin\u202eter', 'VinU+202Eter'],
    ['a line break', 'Vinter\n2027', 'VinterU+000A2027'],
  ])('are refused in the name of a plan: %s', async (_, name, shown) => {
    const fields = { name, from: '2027-01-04', to: '2027-01-31', line: world.lineId }
    const answer = await submit(paths.newDraft(districtId), fields)
    const page = await answer.text()
    expect(answer.status).toBe(422)
    expect(page).toContain('id="f-name-problem"')
    expect(page).toContain(shown)
  })

  it('are refused in a note, which may have several lines', async () => {
    const note = { change: 'note', cell: cellOn('2027-01-07') }
    expect((await submit(edits(), { ...note, note: 'ring\u2066 først' })).status).toBe(422)
    expect((await submit(edits(), { ...note, note: 'ring først\r\nog siden' })).status).toBe(303)
  })

  it('are refused in the label of a calendar link and in why a rota is published', async () => {
    expect((await submit(paths.myCalendar, { label: 'a\u0007' }, world.doctor)).status).toBe(422)
    const fields = { revision: '0', reason: 'Vinter\u202e' }
    const answer = await submit(paths.publish(districtId, draftId), fields)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('id="f-reason-problem"')
  })
})
