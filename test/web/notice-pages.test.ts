import { describe, expect, it } from 'vitest'
import type { Context } from '../../src/usecases/context.ts'
import { DAY_BEFORE, NoticeWorld } from '../support/notice-world.ts'
import { pagesAs } from '../support/pages-as.ts'

const LATER = '2027-01-04T11:05Z'

async function read(ctx: Context, path: string) {
  const answer = await pagesAs(ctx).request(path)
  return { status: answer.status, text: await answer.text() }
}

async function post(ctx: Context, path: string, fields: Record<string, string> = {}) {
  const answer = await pagesAs(ctx).request(path, { method: 'POST', body: new URLSearchParams(fields) })
  return { status: answer.status, location: answer.headers.get('location'), text: await answer.text() }
}

describe('the page of changes in own duties', () => {
  it('tells old and new in words, takes the answer, and lets it be taken back', async () => {
    const world = await NoticeWorld.make()
    const first = await world.amend('2027-01-05', 'b', { late: 120 })
    const b = await world.as('b')
    const asked = await read(b(), '/me/changes')
    expect(asked.text).toContain('Én endring må bekreftes')
    expect(asked.text).toMatch(
      /Før: <\/span><del>tir\. 5\. jan\. 16:00 – ons\. 6\. jan\. 08:00, hjemmevakt<\/del>/,
    )
    expect(asked.text).toMatch(
      /Nå: <\/span><ins>tir\. 5\. jan\. 18:00 – ons\. 6\. jan\. 08:00, hjemmevakt<\/ins>/,
    )
    expect((await read(b(), '/me/duties')).text).toContain('Se endringen og bekreft')
    const place = `/me/changes/fjordane/${first}`
    const confirmed = await post(b(), place)
    expect([confirmed.status, confirmed.location]).toEqual([303, '/me/changes?done=change-confirmed'])
    const after = await read(b(LATER), '/me/changes?done=change-confirmed')
    expect(after.text).toContain('Du bekreftet man. 4. jan. 2027 kl. 12:00.')
    expect(after.text).toContain('Ta tilbake')
    expect((await read(b(LATER), '/me/duties')).text).not.toContain('Se endringen og bekreft')
    expect((await post(b(LATER), `${place}/take-back`)).status).toBe(303)
    expect((await read(b(LATER), '/me/changes')).text).toContain('Én endring må bekreftes')
    expect((await post(b(LATER), `${place}/take-back`)).status).toBe(409)
  })

  it('answers for what is not one’s own as for what is not there', async () => {
    const world = await NoticeWorld.make()
    const revision = await world.amend('2027-01-05', 'd')
    const c = (await world.as('c'))()
    for (const path of ['', '/take-back']) {
      const others = await post(c, `/me/changes/fjordane/${revision}${path}`)
      expect(others.status).toBe(404)
      for (const unknown of [`fjordane/99`, 'elsewhere/2', 'fjordane/x', 'fjordane/-1'])
        expect(await post(c, `/me/changes/${unknown}${path}`)).toEqual(others)
    }
  })
})

describe('the page of who has confirmed', () => {
  it('leads there from the rota and the district, and from the duty that was amended', async () => {
    const world = await NoticeWorld.make(['d'])
    const revision = await world.amend('2027-01-05', 'd')
    const ctx = world.coordinator()
    for (const path of ['/districts/fjordane', '/districts/fjordane/rota'])
      expect((await read(ctx, path)).text).toContain(
        '2 leger har ikke bekreftet endringer som gjelder snart.',
      )
    const told =
      '2 leger får beskjed om endringen. 2 leger må bekrefte, fordi vakta begynner innen 48 timer. Én av dem har ingen e-postadresse og bør ringes.'
    const duty = `/districts/fjordane/duties/fjordane-home.2027-01-05.n/0?done=amended&told=${revision}`
    expect((await read(ctx, duty)).text).toContain(told)
    expect((await read(ctx, `/districts/fjordane/revisions/${revision}`)).text).toContain(told)
    const colleague = (await world.as('a'))()
    for (const path of ['/districts/fjordane', '/districts/fjordane/rota', duty])
      expect((await read(colleague, path)).text).not.toMatch(/ikke bekreftet|må bekrefte/)
  })

  it('tells whom to ring and why nobody was reached, takes the call, and takes it back', async () => {
    const world = await NoticeWorld.make(['d'])
    const revision = await world.amend('2027-01-05', 'd')
    const open = await read(world.coordinator(), '/districts/fjordane/notices')
    expect(open.text).toContain('Gjelder om 28 t')
    expect(open.text).toContain('href="tel:99900000"')
    expect(open.text).toContain('Ingen e-postadresse: ring')
    expect(open.text).toContain('E-posten er ikke sendt ennå')
    const place = `/districts/fjordane/notices/${revision}/d`
    const long = await post(world.coordinator(), place, { note: 'x'.repeat(201) })
    expect(long.status).toBe(422)
    expect(long.text).toContain('x'.repeat(201))
    const rung = await post(world.coordinator(), place, { note: 'Kommer <b>litt</b> senere' })
    expect(rung.location).toBe('/districts/fjordane/notices?done=notice-confirmed')
    const after = await read(world.coordinator(LATER), '/districts/fjordane/notices?month=2027-01')
    expect(after.text).toContain('Kommer &lt;b&gt;litt&lt;/b&gt; senere')
    expect(after.text).toContain('Bekreftet de siste 14 dagene (1)')
    expect((await post(world.coordinator(LATER), `${place}/reopen`)).status).toBe(303)
    expect((await post(world.coordinator(LATER), `${place}/reopen`)).status).toBe(409)
  })

  it('is to a stranger what a district that is not there would be, to the byte', async () => {
    const world = await NoticeWorld.make()
    const revision = await world.amend('2027-01-05', 'd')
    const stranger = (await world.as(null, ['coordinator'], 'elsewhere'))()
    const colleague = (await world.as('a'))()
    const answers = async (ctx: Context, districtId: string, notice: string) => {
      const base = `/districts/${districtId}/notices`
      const all = [
        await read(ctx, base),
        await read(ctx, `${base}?month=2027-01`),
        await post(ctx, `${base}/${notice}`, { note: 'x' }),
        await post(ctx, `${base}/${notice}/reopen`),
      ]
      return JSON.stringify(all).replaceAll(base, 'base')
    }
    const unknown = await answers(stranger, 'nowhere', '1/x')
    expect(unknown).toContain('404')
    expect(await answers(stranger, 'fjordane', `${revision}/d`)).toBe(unknown)
    expect(await answers(colleague, 'fjordane', `${revision}/d`)).toBe(
      await answers(colleague, 'nowhere', '1/x'),
    )
  })

  it('is read in every language', async () => {
    const world = await NoticeWorld.make()
    await world.amend('2027-01-05', 'd')
    const title = async (language: 'nb' | 'nn' | 'en') =>
      /<h1[^>]*>([^<]*)/.exec(
        (await read({ ...world.coordinator(DAY_BEFORE), language }, '/districts/fjordane/notices')).text,
      )?.[1]
    expect([await title('nb'), await title('nn'), await title('en')]).toEqual([
      'Hvem har bekreftet',
      'Kven har stadfesta',
      'Who has confirmed',
    ])
  })
})
