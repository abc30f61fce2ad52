import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { paths } from '../../src/web/paths.ts'
import { pagesAs } from '../support/pages-as.ts'
import { contextOf, countRows, makeActor, makeWorld, type World } from '../support/use-case-world.ts'

let world: World
let decider: Context

beforeEach(async () => {
  world = await makeWorld((district) => ({
    ...district,
    persons: district.persons.map((person, index) =>
      index === 0 ? { ...person, birthDate: '1966-05-05' } : person,
    ),
  }))
  const role = { scopeKind: 'municipality', scopeId: '4645', role: 'municipality-decider' } as const
  decider = await contextOf(await makeActor([role]))
})

function ask(ctx: Context, address: string, form?: Readonly<Record<string, string>>) {
  return pagesAs(ctx).request(address, form ? { method: 'POST', body: new URLSearchParams(form) } : {})
}

/** The value of a hidden or date field of a page. */
const valueIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? ''

describe('claiming on a doctor’s own page', () => {
  it('proposes dates, shows what they do, and stores only what was looked over', async () => {
    const { doctor, district } = world
    const claim = { districtId: district.id, right: 'breastfeeding', bornOn: '2026-12-20' }
    const proposed = await (await ask(doctor, paths.claimRight, claim)).text()
    expect([valueIn(proposed, 'from'), valueIn(proposed, 'to')]).toEqual(['2026-12-20', '2027-12-19'])
    const dates = { from: '2027-01-01', to: '2027-06-30' }
    const form = { ...claim, ...dates, step: 'look-over', scope: 'nights', seen: valueIn(proposed, 'seen') }
    const before = await countRows('exemption', 'plan_snapshot')
    const again = await ask(doctor, paths.claimRight, form)
    expect(again.status).toBe(200)
    const html = await again.text()
    expect(await countRows('exemption', 'plan_snapshot')).toEqual(before)
    const stored = await ask(doctor, paths.claimRight, { ...form, seen: valueIn(html, 'seen') })
    expect(stored.headers.get('Location')).toContain('exemption-claimed')
    const mine = await (await ask(doctor, paths.myExemptions)).text()
    expect(mine).toContain('1. januar – 30. juni 2027')
    expect(mine).toContain('bare nattevakter')
    expect(mine).toContain('amming')
  })

  it('names the field that is refused, and stores nothing', async () => {
    const { doctor, district } = world
    const claim = {
      step: 'look-over',
      districtId: district.id,
      right: 'over-60',
      scope: 'out-of-hours',
      to: '',
    }
    const before = await countRows('exemption', 'exemption_ground', 'audit')
    const early = await ask(doctor, paths.claimRight, { ...claim, from: '2026-11-30' })
    expect(early.status).toBe(422)
    expect(await early.text()).toContain('Fritaket kan tidligst gjelde fra dagen det kreves')
    const backwards = await ask(doctor, paths.claimRight, { ...claim, from: '2027-02-01', to: '2027-01-31' })
    expect(await backwards.text()).toContain('Slutten må komme etter starten')
    const young = await ask(world.colleague, paths.claimRight, { ...claim, from: '2027-02-01' })
    expect(await young.text()).toContain('Retten gjelder først fra 5. mai 2040')
    const nothing = await ask(doctor, paths.claimRight, { districtId: district.id })
    expect(nothing.status).toBe(422)
    expect(await countRows('exemption', 'exemption_ground', 'audit')).toEqual(before)
  })
})

describe('a municipality’s pages', () => {
  it('take a decision, its appeal and its end, each refused at its field', async () => {
    const { district, people } = world
    const place = ['4645', district.id, people[0] as string] as const
    const decision = {
      ground: 'health',
      toldOn: '2026-11-20',
      scope: 'out-of-hours',
      from: '2027-01-01',
      to: '',
    }
    const enter = (change: object) =>
      ask(decider, paths.decideExemption(...place), { ...decision, ...change })
    for (const [change, sentence] of [
      [{ ground: '' }, 'Hva slags fritak: Velg et svar'],
      [{ toldOn: '' }, 'Fyll ut: Vedtaksdato'],
      [{ toldOn: '2026-12-24' }, 'Dette har ikke vært ennå'],
      [{ to: '2026-12-31' }, 'Slutten må komme etter starten'],
    ] as const) {
      const answer = await enter(change)
      expect([change, answer.status]).toEqual([change, 422])
      expect(await answer.text()).toContain(sentence)
    }
    const preview = await enter({})
    expect(preview.status).toBe(200)
    const seen = valueIn(await preview.text(), 'seen')
    expect((await enter({ scope: 'nights', seen })).status).toBe(200)
    expect((await enter({ seen })).status).toBe(303)
    const list = await (await ask(decider, paths.municipalityExemptions('4645'))).text()
    const one = new RegExp(`${paths.decideExemption(...place)}/[\\w-]+`).exec(list)?.[0] ?? ''
    expect((await ask(decider, `${one}/appeal`, { appeal: 'upheld' })).status).toBe(422)
    expect((await ask(decider, `${one}/appeal`, { appeal: 'pending' })).status).toBe(303)
    expect((await ask(decider, `${one}/ground`, decision)).status).toBe(422)
    expect((await ask(decider, `${one}/end`, { on: '' })).status).toBe(422)
    expect((await ask(decider, `${one}/end`, { on: '2027-02-01' })).status).toBe(303)
    expect(await (await ask(decider, one)).text()).toContain('klage er til behandling')
  })

  it('show a reader who has coming rights, and nothing of exemptions', async () => {
    const { reader, district, people } = world
    expect((await ask(reader, paths.municipalityExemptions('4645'))).status).toBe(200)
    const decide = paths.decideExemption('4645', district.id, people[0] as string)
    expect((await ask(reader, decide)).status).toBe(404)
    expect((await ask(reader, decide, { ground: 'health' })).status).toBe(404)
  })
})

describe('a coordinator’s page under a doctor', () => {
  it('shows what a time away does before it stores it, and ends it again', async () => {
    const { coordinator, district, people } = world
    const address = paths.unavailable(district.id, people[1] as string)
    const away = { what: 'away', from: '2027-01-04', certainFrom: '', to: '2027-01-31' }
    const preview = await ask(coordinator, address, away)
    expect(preview.status).toBe(200)
    const seen = valueIn(await preview.text(), 'seen')
    const other = await ask(coordinator, address, { ...away, to: '2027-02-28', seen })
    expect(other.status).toBe(200)
    expect((await ask(coordinator, address, { ...away, seen })).status).toBe(303)
    const list = await (await ask(coordinator, address)).text()
    expect(list).toContain('4.–31. januar 2027')
    const end = /action="([^"]*\/end)"/.exec(list)?.[1] ?? ''
    expect((await ask(coordinator, end, { on: '2027-02-01' })).status).toBe(422)
    expect((await ask(coordinator, end, { on: '2027-01-20' })).status).toBe(303)
    expect(await (await ask(coordinator, address)).text()).toContain('4.–19. januar 2027')
  })

  it('says in the same words that somebody is away and that somebody is exempt from all duty', async () => {
    const { coordinator, district, people } = world
    // The second doctor's municipality has nobody who decides.
    const address = paths.unavailable(district.id, people[1] as string)
    for (const what of ['away', 'out-of-hours']) {
      const form = { what, from: '2027-03-01', certainFrom: '', to: '2027-03-31' }
      const preview = await ask(coordinator, address, form)
      expect(preview.status).toBe(200)
      const seen = valueIn(await preview.text(), 'seen')
      expect((await ask(coordinator, address, { ...form, seen })).status).toBe(303)
    }
    const list = await (await ask(coordinator, address)).text()
    const cards = [...list.matchAll(/<h3[^>]*>([^<]*)<\/h3><p>([^<]*)<\/p>/g)].map(([, when, what]) => [
      when,
      what,
    ])
    expect(cards).toEqual([
      ['1.–31. mars 2027', 'ikke tilgjengelig'],
      ['1.–31. mars 2027', 'ikke tilgjengelig'],
    ])
  })
})
