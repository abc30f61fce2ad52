import { beforeAll, describe, expect, it } from 'vitest'
import { stepOf } from '../../src/core/plans/step.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { Context } from '../../src/usecases/context.ts'
import { editDraft } from '../../src/usecases/edit-draft.ts'
import { openDraft } from '../../src/usecases/open-draft.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { makeWorld, unwrap, type World } from '../support/use-case-world.ts'

let world: World
let districtId: string
let draftId: string

const get = async (address: string, ctx: Context = world.coordinator) => {
  const answer = await pagesAs(ctx).request(address)
  return { status: answer.status, page: await answer.text() }
}

type Fields = readonly (readonly [string, string])[]

async function post(address: string, fields: Fields, ctx: Context = world.coordinator) {
  const body = new URLSearchParams(fields.map((pair) => [...pair]))
  const answer = await pagesAs(ctx).request(address, { method: 'POST', body })
  return { status: answer.status, page: await answer.text(), to: answer.headers.get('Location') ?? '' }
}

/** The last two break a rule that can be accepted, whatever duty they take. */
const withoutCourses = (doctor: Doctor, index: number): Doctor =>
  index >= 2 ? { ...doctor, competences: [] } : doctor

async function open(name: string): Promise<string> {
  const plan = { districtId, name, from: '2027-01-04', to: '2027-01-18', lineIds: [world.lineId] }
  return unwrap(await openDraft(world.coordinator, plan)).draftId
}

async function assign(own: string, date: string, index: number): Promise<void> {
  const cell = { needId: `${world.lineId}.${date}.n`, seat: 0 }
  const step = stepOf({ kind: 'assign', cell, personId: world.people[index] as string })
  unwrap(await editDraft(world.coordinator, { districtId, draftId: own, step, seen: {} }))
}

const valuesOf = (page: string, name: string) =>
  [...page.matchAll(new RegExp(`name="${name}"[^>]*? value="([^"]*)"`, 'g'))].map(([, value = '']) =>
    value.replaceAll('&amp;', '&'),
  )

/** What the form says that was looked over. */
const seenOn = (page: string): Fields =>
  ['revision', 'seen-edits'].map((name) => [name, valuesOf(page, name)[0] ?? ''] as const)

const namesOf = (page: string) =>
  [...page.matchAll(/<textarea[^>]* name="(why:[^"]*)"/g)].map(([, name = '']) => name)

const part = (from: string, to: string): Fields => [
  ['part', 'some'],
  ['line', world.lineId],
  ['from', from],
  ['to', to],
]
const query = (fields: Fields) => new URLSearchParams(fields.map((pair) => [...pair])).toString()

beforeAll(async () => {
  world = await makeWorld((district) => ({ ...district, doctors: district.doctors.map(withoutCourses) }))
  districtId = world.district.id
  draftId = await open('Januar')
  await assign(draftId, '2027-01-05', 0)
  await assign(draftId, '2027-01-07', 2)
  await assign(draftId, '2027-01-09', 2)
  await assign(draftId, '2027-01-12', 3)
})

describe('the page that publishes', () => {
  const address = () => paths.publish(districtId, draftId)

  it('shows who is told, what each carries before and after, and what stays in the draft', async () => {
    const { page } = await get(`${address()}?${query(part('2027-01-04', '2027-01-06'))}`)
    expect(page).toContain('Bare denne delen publiseres.')
    expect(page).toMatch(/\d+ vakter blir i utkastet/)
    expect(page).toContain('1 lege får e-post om noen minutter: Lege A')
    expect(page).toContain('fra 0 t til 16 t')
    expect(page).not.toContain('Lege D')
  })

  it.each([
    [
      'no line',
      [
        ['part', 'some'],
        ['from', '2027-01-04'],
        ['to', '2027-01-06'],
      ],
      'f-lineIds',
    ],
    [
      'no date',
      [
        ['part', 'some'],
        ['line', 'x'],
        ['from', ''],
        ['to', '2027-01-06'],
      ],
      'f-from',
    ],
    [
      'a last day before the first',
      [
        ['part', 'some'],
        ['line', 'x'],
        ['from', '2027-01-09'],
        ['to', '2027-01-06'],
      ],
      'f-to',
    ],
  ] as const)('says at its field that a part has %s, and offers no button', async (_name, fields, field) => {
    const { status, page } = await get(`${address()}?${query(fields)}`)
    expect(status).toBe(422)
    expect(page).toContain(`href="#${field}"`)
    expect(page).not.toContain('>Publiser</button>')
  })

  it('says so of a day outside the draft and of a line that is not in it', async () => {
    const outside = await get(`${address()}?${query(part('2026-12-01', '2027-01-06'))}`)
    expect([outside.status, outside.page.includes('href="#f-from"')]).toEqual([422, true])
    const strange = part('2027-01-04', '2027-01-06').map(
      ([name, value]) => [name, name === 'line' ? 'x' : value] as const,
    )
    const other = await get(`${address()}?${query(strange)}`)
    expect([other.status, other.page.includes('href="#f-lineIds"')]).toEqual([422, true])
  })

  it('asks for a reason for each kind of breach and doctor, and keeps what was written', async () => {
    const { page } = await get(address())
    const [first = '', second = ''] = namesOf(page)
    expect(namesOf(page).length).toBeGreaterThanOrEqual(2)
    const ticks = [
      ...valuesOf(page, 'waive-all').map((value) => ['waive-all', value] as const),
      ...valuesOf(page, 'waive').map((value) => ['waive', value] as const),
    ]
    const seen = seenOn(page)
    const refused = await post(address(), [...seen, ...ticks, [first, 'Erfaren vikar']])
    expect(refused.status).toBe(422)
    expect(refused.page).toContain('Erfaren vikar')
    expect(refused.page).toContain(`href="#f-${second}"`)
    expect(refused.page).not.toContain(`href="#f-${first}"`)
  })

  it('publishes a part, leads to the revision, and that to the way back', async () => {
    const { page } = await get(`${address()}?${query(part('2027-01-04', '2027-01-06'))}`)
    const seen = seenOn(page)
    const done = await post(address(), [...seen, ...part('2027-01-04', '2027-01-06')])
    expect([done.status, done.to]).toEqual([303, `${paths.revision(districtId, '1')}?done=published`])
    const shown = await get(paths.revision(districtId, '1'))
    expect(shown.page).toContain('Ta tilbake denne utgaven')
    for (const of of ['-1', '1e3', '0.5', ''])
      expect(
        (
          await post(paths.restoreRevision(districtId, '1'), [
            ['of', of],
            ['name', 'x'],
          ])
        ).status,
      ).not.toBe(303)
    const back = await post(paths.restoreRevision(districtId, '1'), [
      ['of', '0'],
      ['name', 'Tilbake'],
      ['line', world.lineId],
      ['from', '2027-01-04'],
      ['to', '2027-01-06'],
    ])
    expect(back.to).toMatch(/\/drafts\/.*done=restored/)
    const draft = await get(back.to)
    expect(draft.page).toContain('Angre: hente fra en tidligere utgave')
    const again = await post(paths.restoreRevision(districtId, '1'), [
      ['of', '1'],
      ['name', 'Samme'],
      ['line', world.lineId],
      ['from', '2027-01-04'],
      ['to', '2027-01-06'],
    ])
    expect(again.status).toBe(409)
    expect(again.page).toContain('Vaktlista er alt slik')
  })

  it('accepts all breaches of a kind under one tick, each with the reason of its kind', async () => {
    const { page } = await get(address())
    const ticks = [
      ...valuesOf(page, 'waive-all').map((value) => ['waive-all', value] as const),
      ...valuesOf(page, 'waive').map((value) => ['waive', value] as const),
    ]
    const reasons = namesOf(page).map((name, index) => [name, `Grunn ${index}`] as const)
    const seen = seenOn(page)
    const done = await post(address(), [...seen, ...ticks, ...reasons])
    expect([done.status, done.to]).toEqual([303, `${paths.revision(districtId, '2')}?done=published`])
    const { page: shown } = await get(paths.revision(districtId, '2'))
    for (const [, reason] of reasons) expect(shown).toContain(`: ${reason}`)
    const { page: first } = await get(paths.revision(districtId, '1'))
    expect(first).toContain('1 senere utgave gjelder også disse dagene')
    expect(shown).not.toContain('gjelder også disse dagene')
  })
})

describe('the history', () => {
  it('lists revisions and compares them', async () => {
    const { page } = await get(paths.revisions(districtId))
    expect(page).toContain('Utgave 2')
    expect(page).toContain('1 vakt, 1 lege')
    const compared = await get(`${paths.compareRevisions(districtId)}?before=2&after=1`)
    expect(compared.page).toContain('Utgave 1 mot utgave 2')
    expect(compared.page).toContain('11 vakter er ulike, og det gjelder 2 leger')
  })

  it('is not there for a doctor, nor a revision that is not', async () => {
    expect((await get(paths.revisions(districtId), world.doctor)).status).toBe(404)
    expect((await get(paths.revision(districtId, '1'), world.doctor)).status).toBe(404)
    expect((await get(paths.revision(districtId, '99'))).status).toBe(404)
    expect((await get(paths.revision(districtId, 'x'))).status).toBe(404)
    expect((await get(`${paths.compareRevisions(districtId)}?before=1&after=99`)).status).toBe(404)
  })
})

describe('a draft', () => {
  it('is sent out, commented on, and the comment settled', async () => {
    const own = await open('Høring')
    await assign(own, '2027-01-14', 0)
    const read = paths.circulatedDraft(districtId, own)
    expect((await get(read, world.doctor)).status).toBe(404)
    const sent = await post(paths.circulateDraft(districtId, own), [
      ['message', 'Se på helgene'],
      ['answerBy', '2026-12-10'],
    ])
    expect(sent.to).toContain('done=circulated')
    expect((await get(sent.to)).page).toContain(read)
    const { page } = await get(read, world.doctor)
    expect(page).toContain('Se på helgene')
    expect(page.indexOf('Vaktene dine i utkastet')).toBeLessThan(page.indexOf('Hele utkastet</h2>'))
    const cell = `${world.lineId}.2027-01-14.n#0`
    const wordless = await post(
      read,
      [
        ['cell', cell],
        ['text', ' '],
      ],
      world.doctor,
    )
    expect([wordless.status, wordless.page.includes('id="f-text-problem"')]).toEqual([422, true])
    expect(
      (
        await post(
          read,
          [
            ['cell', 'x'],
            ['text', 'Hei'],
          ],
          world.doctor,
        )
      ).status,
    ).toBe(422)
    const said = await post(
      read,
      [
        ['cell', cell],
        ['text', 'Helst ikke <torsdag>'],
      ],
      world.doctor,
    )
    expect(said.to).toContain('done=commented')
    expect((await get(paths.drafts(districtId))).page).toContain('1 kommentar, 1 ny')
    const coordinator = await get(read)
    expect(coordinator.page).toContain('Helst ikke &lt;torsdag&gt;')
    const settled = await post(paths.settleComment(districtId, own, '1'), [['state', 'dealt-with']])
    expect(settled.to).toContain('done=comment-marked')
    expect((await get(read, world.doctor)).page).toContain('ordnet')
    expect((await get(read, world.colleague)).page).not.toContain('torsdag&gt;')
    await post(paths.takeBackDraft(districtId, own), [])
    expect((await get(read, world.doctor)).status).toBe(404)
  })

  it('is renamed, put away and brought back', async () => {
    const own = await open('Kladd')
    const unnamed = await post(paths.renameDraft(districtId, own), [['name', ' ']])
    expect([unnamed.status, unnamed.page.includes('id="f-name-problem"')]).toEqual([422, true])
    expect((await post(paths.renameDraft(districtId, own), [['name', 'Vinter']])).to).toContain(
      'done=renamed',
    )
    expect((await post(paths.discardDraft(districtId, own), [])).to).toBe(
      `${paths.drafts(districtId)}?done=discarded`,
    )
    expect((await get(paths.drafts(districtId))).page).toContain('Hent tilbake «Vinter»')
    expect((await get(paths.draft(districtId, own))).page).toContain('Utkastet er forkastet')
    expect((await post(paths.discardDraft(districtId, own), [])).status).toBe(409)
    expect((await post(paths.bringBackDraft(districtId, own), [])).to).toContain('done=brought-back')
    expect((await get(paths.drafts(districtId))).page).not.toContain('Hent tilbake')
  })

  it('is compared with another, which can be put away from there', async () => {
    const [one, other] = [await open('Første'), await open('Andre')]
    await assign(one, '2027-01-15', 0)
    await assign(other, '2027-01-15', 1)
    const { page } = await get(`${paths.compareDraft(districtId, one)}?with=draft:${other}`)
    expect(page).toContain('Forkast «Andre»')
    expect(page).toContain('Dag for dag')
    expect(page).toMatch(/Lege B[^<]*<\/td><td>Lege A/)
    const step = await get(`${paths.compareDraft(districtId, one)}?with=step:1`)
    expect(step.page).toContain('Angre: sette lege på vakt')
    expect((await get(`${paths.compareDraft(districtId, one)}?with=draft:none`)).status).toBe(404)
  })
})
