import { beforeEach, describe, expect, it } from 'vitest'
import { INSTALLATION_CHAIN, listAudit } from '../../src/data/audit-store.ts'
import { Doorway } from '../support/doorway.ts'

let door: Doorway

beforeEach(async () => {
  door = await Doorway.make()
})

const denied = async () =>
  (await listAudit(door.db, INSTALLATION_CHAIN, 0, 1000)).filter(({ action }) => action === 'access-refused')

describe('somebody who is signed in and tries doors that are not theirs', () => {
  it('is in the log by account and door, without a word of what was sent', async () => {
    const browser = await signedIn()
    const canary = 'canary-in-the-address'
    expect(await statusOf(browser, '/districts/fjordane/log')).toBe(404)
    expect(await statusOf(browser, `/districts/${canary}/log?from=${canary}`)).toBe(404)
    const rows = await denied()
    expect(rows.map(({ subjectId, after }) => [subjectId, after])).toEqual([
      ['doctor', { door: 'GET /districts/:districtId/log' }],
      ['doctor', { door: 'GET /districts/:districtId/log' }],
    ])
    expect(JSON.stringify(rows)).not.toContain(canary)
  })

  it('fills no log by it: five an hour', async () => {
    const browser = await signedIn()
    for (let tries = 0; tries < 20; tries++) expect(await statusOf(browser, '/installation/log')).toBe(404)
    expect(await denied()).toHaveLength(5)
    door.now += 60
    await statusOf(browser, '/installation/log')
    expect(await denied()).toHaveLength(6)
  })

  it('leaves nothing by an address that is none, nor by being let in', async () => {
    const browser = await signedIn()
    expect(await statusOf(browser, '/nothing/here')).toBe(404)
    expect(await statusOf(browser, '/districts/fjordane')).toBe(200)
    expect(await denied()).toEqual([])
  })

  it('leaves nothing when nobody is signed in', async () => {
    const browser = door.browser()
    await statusOf(browser, '/districts/fjordane/log')
    expect(await denied()).toEqual([])
  })
})

async function signedIn() {
  await door.account('doctor', ['doctor'])
  return door.browser().takes('doctor', 'strong')
}

async function statusOf(browser: { get(path: string): Promise<Response> }, path: string): Promise<number> {
  return (await browser.get(path)).status
}
