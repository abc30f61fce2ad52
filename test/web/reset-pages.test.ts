import { beforeEach, describe, expect, it } from 'vitest'
import { membershipWrites } from '../../src/data/account-store.ts'
import { paths } from '../../src/web/paths.ts'
import { type DoorBrowser, Doorway } from '../support/doorway.ts'

const MEMBERS = paths.members('fjordane')
const OLAS = paths.changeMember(MEMBERS, 'ola', 'reset')

let door: Doorway
let kari: DoorBrowser

beforeEach(async () => {
  door = await Doorway.make()
  await door.account('kari', ['coordinator'])
  await door.account('ola', ['payroll-reader'])
  kari = await door.browser().takes('kari', 'strong')
})

const read = async (answer: Response | Promise<Response>) => (await answer).text()
const invitations = async () => (await door.dump()).match(/sign-in-reset|ny@example\.test/g) ?? []

describe('the page before a member’s ways in are taken away', () => {
  it('is where the list of members leads, which has no button that does it', async () => {
    const list = await read(kari.get(MEMBERS))
    expect(list).toContain(`href="${OLAS}"`)
    expect(list).not.toContain(`action="${OLAS}"`)
  })

  it('says who, to which address, and what they lose', async () => {
    const page = await read(kari.get(OLAS))
    expect(page).toMatch(/<h1[^>]*>Nullstille innloggingen til ola@example\.test\?/)
    expect(page).toMatch(/Invitasjonen sendes til <strong[^>]*>ola@example\.test/)
    expect(page).toContain('Det kan ikke angres')
  })

  it('shows another address once more, and does nothing before that is pressed', async () => {
    const page = await read(
      kari.post(OLAS, [
        ['step', 'look'],
        ['email', 'ny@example.test'],
      ]),
    )
    expect(page).toMatch(/Invitasjonen sendes til <strong[^>]*>ny@example\.test/)
    expect(page).toContain('Vi sier fra til ola@example.test')
    expect(await invitations()).toEqual([])
    const sent = await read(kari.post(OLAS, [['email', 'ny@example.test']]))
    expect(sent).toContain('Den er sendt til ny@example.test')
    expect(await invitations()).not.toEqual([])
  })

  it('says what is wrong with an address at its field, with what was written still there', async () => {
    const answer = await kari.post(OLAS, [
      ['step', 'look'],
      ['email', 'ny'],
    ])
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/value="ny"/)
  })

  it('is not there for whoever may not do it, or for oneself', async () => {
    const ola = await door.browser().takes('ola', 'strong')
    expect((await ola.get(paths.changeMember(MEMBERS, 'kari', 'reset'))).status).toBe(404)
    expect((await kari.get(paths.changeMember(MEMBERS, 'kari', 'reset'))).status).toBe(409)
    expect((await kari.get(paths.changeMember(MEMBERS, 'nobody', 'reset'))).status).toBe(404)
  })
})

describe('the page before an administrator lets an account in anew', () => {
  it('says whose address it goes to, and offers no other', async () => {
    await door.account('adm', [])
    const role = {
      scopeKind: 'installation',
      scopeId: 'installation',
      role: 'installation-administrator',
    } as const
    await door.write(membershipWrites('adm', role, 'test', door.now))
    const adm = await door.browser().takes('adm', 'strong')
    const found = await read(adm.post(paths.findAccount, [['email', 'ola@example.test']]))
    const path = paths.changeAccount('ola', 'reset')
    expect(found).toContain(`href="${path}"`)
    expect(found).not.toContain(`action="${path}"`)
    const page = await read(adm.get(path))
    expect(page).toMatch(/Invitasjonen sendes til <strong[^>]*>ola@example\.test/)
    expect(page).not.toContain('name="email"')
    expect((await adm.get(paths.changeAccount('adm', 'reset'))).status).not.toBe(200)
  })
})
