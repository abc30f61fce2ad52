import { beforeEach, describe, expect, it } from 'vitest'
import { membershipWrites } from '../../src/data/account-store.ts'
import { makeAdminLink } from '../../src/usecases/claim-installation.ts'
import { paths } from '../../src/web/paths.ts'
import { Doorway } from '../support/doorway.ts'
import { unwrap } from '../support/plan-world.ts'

const ALL = { scopeKind: 'installation', scopeId: 'installation' } as const
const MUNICIPALITY = { scopeKind: 'municipality', scopeId: '4645' } as const

let door: Doorway

beforeEach(async () => {
  door = await Doorway.make()
})

const read = async (answer: Response | Promise<Response>) => (await answer).text()

describe('signing in', () => {
  it('says who lets somebody in again whose passkey is gone', async () => {
    const page = await read(door.browser().get(paths.signIn))
    expect(page).toContain('Mistet passnøkkelen?')
    expect(page).toContain('nullstille innloggingen din')
  })

  it('says of a link that does not work what to do where it was an invitation', async () => {
    const answer = await door.browser().get(paths.signInLink('a-link-that-is-not'))
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Var det en invitasjon? Be den som inviterte deg')
  })

  it('leads the first administrator to make a passkey at once', async () => {
    const job = { ...door.ctx, now: door.now, actor: { kind: 'job', name: 'terminal' } } as const
    const { path } = unwrap(await makeAdminLink(job))
    const answer = await door.browser().post(path, [])
    expect(answer.headers.get('location')).toBe('/me/access?first=yes')
  })
})

describe('making the first passkey', () => {
  it('offers sign-in by the employer only where the installation has it', async () => {
    await door.account('kari', ['coordinator'])
    const kari = await door.browser().takes('kari', 'single')
    const page = await read(kari.get('/me/access?first=yes'))
    expect(page).toContain('Gjør innloggingen sikker')
    expect(page).not.toContain('via arbeidsgiveren')
    expect(page).not.toContain('den som inviterte deg')
    expect(page).toContain('Å lage en passnøkkel krever at nettleseren kjører skript')
    expect(page).not.toContain('andre måtene å logge inn på')
  })
})

describe('the first page', () => {
  it('tells an administrator that a district is no work of theirs, and where to see whose it is', async () => {
    await door.account('adm', [])
    await door.write(
      membershipWrites('adm', { ...ALL, role: 'installation-administrator' }, 'test', door.now),
    )
    const page = await read((await door.browser().takes('adm', 'strong')).get(paths.home))
    expect(page).toContain('Du har ingen rolle her')
    expect(page).toContain('href="/installation#district-fjordane"')
  })

  it('says municipality, not district, to whoever has only that', async () => {
    await door.account('lese', [])
    await door.write(
      membershipWrites('lese', { ...MUNICIPALITY, role: 'municipality-reader' }, 'test', door.now),
    )
    const page = await read((await door.browser().takes('lese', 'strong')).get(paths.home))
    expect(page).toMatch(/<h1[^>]*>Kommunen din/)
    expect(page).not.toContain('Legevaktdistrikter')
  })
})
