import { CompiledQuery } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { membershipWrites } from '../../src/data/account-store.ts'
import { textFor } from '../../src/text/text.ts'
import { paths } from '../../src/web/paths.ts'
import { type DoorBrowser, Doorway } from '../support/doorway.ts'

const OLA = 'sigrid-hovland-eide'
const AT = `'2026-11-30T10:00Z'`

let door: Doorway
let browser: DoorBrowser

beforeAll(async () => {
  door = await Doorway.make()
  await door.account('ola', ['doctor'], OLA)
  await door.account('kari', ['coordinator'])
  const rows = [
    `insert into municipality values ('9999', 'Prøvekommune')`,
    `insert into wish values ('fjordane', 'w', 99, '${OLA}', 'pattern', '2027-01-05', '2027-02-06', '[1,7]', null, 'rather-not', 2)`,
    `insert into outbox (id, dedup_key, account_id, kind, payload, created_at, due_at, status)
      values ('m', 'k', 'ola', 'weekly-digest', '{}', ${AT}, ${AT}, 'sent')`,
    `insert into erasure (district_id, person_id, asked_at, stage) values ('fjordane', '${OLA}', ${AT}, 'asked')`,
    `update taking_part set kind = 'offered-windows', least = 2,
      windows = '[{"from":"2027-02-01","to":"2027-02-15"}]' where person_id = '${OLA}'`,
    `insert into feed_link (id, hash, account_id, kind, person_id, label, options, stamp, created_at)
      values ('f', 'h', 'ola', 'own', '${OLA}', 'Min telefon',
        '{"backup":true,"busyAtHome":false,"monthsBack":12,"alarmMinutesBefore":60}', 1, ${AT})`,
    `insert into feed_link (id, hash, account_id, kind, district_id, label, options, stamp, created_at)
      values ('g', 'g', 'ola', 'district', 'fjordane', 'Tavle', '{"scope":{"kind":"line","lineId":"x"}}', 1, ${AT})`,
    `insert into audit (district_id, seq, at, actor, session, action, subject_kind, subject_id, request_id, prev, hash)
      values ('municipality:9999', 1, ${AT}, 'ola', '', 'read-grounds', 'municipality', '9999', 'r', '', 'h')`,
  ]
  await door.write(rows.map((text) => CompiledQuery.raw(text, [])))
  const elsewhere = { scopeKind: 'municipality', scopeId: '9999', role: 'municipality-reader' } as const
  await door.write(membershipWrites('ola', elsewhere, 'test', door.now))
  browser = await door.browser().takes('ola', 'strong')
})

const pageIn = async (language: string, path: string): Promise<string> => {
  await door.write([CompiledQuery.raw(`update account set language = '${language}' where id = 'ola'`, [])])
  return (await browser.get(path)).text()
}

const valuesOf = (page: string) => [...page.matchAll(/<dd>(.*?)<\/dd>/gs)].map(([, value]) => value ?? '')

describe('the page of one’s own data', () => {
  it.each(['nb', 'nn', 'en'])(
    'says in %s what codes mean, and times as people write them',
    async (language) => {
      const values = valuesOf(await pageIn(language, paths.myData))
      expect(values.length).toBeGreaterThan(20)
      const codes = values.filter((value) =>
        /^(?!e-post$)[a-z0-9]+(-[a-z0-9]+)+$|T\d\d:\d\d|^\d{4}-\d\d-\d\d|^[[{]/.test(value),
      )
      expect(codes).toEqual([])
      expect(values.filter((value) => /^(9999|fjordane|asked|dead|share)$/.test(value))).toEqual([])
    },
  )

  it('names places, days and what was done, also for a municipality', async () => {
    const page = await pageIn('nb', paths.myData)
    for (const words of ['Prøvekommune', 'mandag, søndag', 'helst ikke', 'Ukesoversikt', 'bedt om'])
      expect([words, page.includes(words)]).toEqual([words, true])
    expect(page).toContain('Leste hvorfor leger er fritatt')
  })

  it('says amounts with what they are of, ranges by their last day, and lists in place of structures', async () => {
    const page = await pageIn('nb', paths.myData)
    for (const words of [
      'mandag 07:00–17:00; tirsdag 07:00–17:00',
      '1.–14. februar 2027; Minst: 2',
      'Vis hvem som er bakvakt for meg; Hvor lenge står gamle vakter?',
      'Varsel før vakta: 1 t før',
      'én vaktlinje',
      '<dt>Stilling</dt><dd>100 %</dd>',
      '<dt>Ellers per uke</dt><dd>5 t</dd>',
      '<dt>Til og med</dt><dd>28. februar 2027</dd>',
    ])
      expect([words, page.replaceAll('\u00a0', ' ').includes(words)]).toEqual([words, true])
  })

  it.each(['nb', 'nn', 'en'])('leaves nothing to the file, or empty, in %s', async (language) => {
    const page = await pageIn(language, paths.myData)
    const { inFile } = textFor(language as 'nb').ownData.page
    expect(valuesOf(page).filter((value) => value === inFile || value.trim() === '')).toEqual([])
  })

  it('leads to where address and number are changed', async () => {
    expect(await pageIn('nb', paths.myData)).toContain(`href="${paths.contact}"`)
    for (const language of ['nb', 'nn', 'en'])
      expect(await pageIn(language, paths.contact)).toContain('ola@example.test')
  })
})

describe('the pages of privacy and of forgetting', () => {
  it('are whole in every language, and the coordinator’s shows whom it is about', async () => {
    for (const language of ['nb', 'nn', 'en']) {
      const page = await pageIn(language, paths.privacy)
      expect([language, page.includes(`lang="${language}"`), (page.match(/<h1/g) ?? []).length]).toEqual([
        language,
        true,
        1,
      ])
    }
    const desk = await door.browser().takes('kari', 'strong')
    const answer = await desk.get(paths.erasePerson('fjordane', OLA))
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('N.N. 1')
    expect((await browser.get(paths.erasePerson('fjordane', OLA))).status).toBe(404)
    expect((await desk.post(paths.erasePerson('fjordane', OLA), [['typed', 'En annen']])).status).toBe(422)
  })

  it('shows the coordinator what was written about the doctor after the page was opened, before it is gone over', async () => {
    const noted = (date: string, text: string) =>
      door.write([CompiledQuery.raw(`insert into day_note values ('fjordane', '${date}', '${text}')`, [])])
    for (const table of ['booking', 'assignment', 'position_holder'])
      await door.write([CompiledQuery.raw(`delete from ${table} where person_id = '${OLA}'`, [])])
    await door.write([
      CompiledQuery.raw(`update engagement set to_date = '2026-01-01' where person_id = '${OLA}'`, []),
    ])
    await noted('2026-12-03', 'Sigrid kommer sent')
    const desk = await door.browser().takes('kari', 'strong')
    const path = paths.erasePerson('fjordane', OLA)
    const opened = await (await desk.get(path)).text()
    expect(opened).toContain('Sigrid kommer sent')
    const place = JSON.stringify(['day_note', 'text', '2026-12-03'])
    await noted('2026-12-04', 'Spør Sigrid')
    const post = (page: string) =>
      desk.post(path, [
        ['typed', 'Sigrid Hovland Eide'],
        ['text', place],
        ['shown', /name="shown" value="([^"]*)"/.exec(page)?.[1] ?? ''],
      ])
    const refused = await post(opened)
    const again = await refused.text()
    expect(refused.status).toBe(422)
    expect(again).toContain('Noen har skrevet om legen etter at du åpnet siden')
    expect(again).toContain('Ny: Spør Sigrid')
    expect(again).not.toContain('Ny: Sigrid kommer sent')
    expect((again.match(/type="checkbox"[^>]* checked/g) ?? []).length).toBe(1)
    expect((await post(again)).status).toBe(303)
  })
})
