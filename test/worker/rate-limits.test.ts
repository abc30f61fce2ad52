import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { MINUTES_PER_DAY } from '../../src/core/time/minute.ts'
import type { Actor } from '../../src/identity/policy.ts'
import { exportDistrict } from '../../src/usecases/export-district.ts'
import { exportTable } from '../../src/usecases/export-table.ts'
import { limit } from '../../src/usecases/limit.ts'
import { sweep } from '../../src/usecases/sweep.ts'
import { contextOf, makeWorld, NOW, refusalOf, unwrap } from '../support/use-case-world.ts'

const NOBODY: Actor = { kind: 'nobody' }
const at = (minutes: number) => contextOf(NOBODY, { now: NOW + minutes })

/** Five an hour of something that no other test counts. */
const fiveAnHour = () => ({ key: `test:${crypto.randomUUID()}`, most: 5, perMinutes: 60 })

describe('a limit', () => {
  it('lets as many through as it says, and tells how long the window still lasts', async () => {
    const limited = fiveAnHour()
    for (let tries = 0; tries < 5; tries++) expect(await limit(await at(tries), limited)).toBeUndefined()
    expect(await limit(await at(10), limited)).toEqual({
      kind: 'refused',
      refusal: { kind: 'too-many', retryAfterMinutes: 50 },
    })
  })

  it('begins anew an hour after the first try, to the minute, however often one tried in between', async () => {
    const limited = fiveAnHour()
    for (let tries = 0; tries < 40; tries++) await limit(await at(tries), limited)
    expect((await limit(await at(59), limited))?.refusal).toEqual({ kind: 'too-many', retryAfterMinutes: 1 })
    for (let tries = 0; tries < 5; tries++) expect(await limit(await at(60), limited)).toBeUndefined()
    expect((await limit(await at(60), limited))?.refusal).toEqual({ kind: 'too-many', retryAfterMinutes: 60 })
  })

  it('lets no more through when thirty try at once', async () => {
    const limited = fiveAnHour()
    const answers = await Promise.all(Array.from({ length: 30 }, async () => limit(await at(0), limited)))
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(5)
  })

  it('counts each for itself, and stores nothing of what it counts but a hash', async () => {
    const [one, other] = [fiveAnHour(), fiveAnHour()]
    for (let tries = 0; tries < 6; tries++) await limit(await at(0), one)
    expect(await limit(await at(0), other)).toBeUndefined()
    const keys = await env.DB.prepare('SELECT json_group_array(key) AS keys FROM rate_count').first('keys')
    expect(keys).not.toContain('test:')
  })

  it('is forgotten by the night once its window is long over', async () => {
    const [old, lasting] = [fiveAnHour(), fiveAnHour()]
    const known = async () => {
      const hashes = await Promise.all([old, lasting].map(async ({ key }) => (await at(0)).hash(key)))
      const rows = await env.DB.prepare('SELECT key FROM rate_count').all<{ key: string }>()
      return hashes.map((hash) => rows.results.some(({ key }) => key === hash))
    }
    await limit(await at(0), old)
    await limit(await at(1), lasting)
    const job = await contextOf({ kind: 'job', name: 'nightly' }, { now: NOW + MINUTES_PER_DAY })
    expect(await known()).toEqual([true, true])
    expect(refusalOf(await sweep(job, {}))).toBeUndefined()
    expect(unwrap(await sweep(job, {}))).toBeNull()
    expect(await known()).toEqual([false, true])
  })
})

describe('what is taken out', () => {
  it('is ten districts and tables in an hour for one account, and not fewer for what was refused', async () => {
    const { coordinator, otherCoordinator, district, doctor } = await makeWorld()
    const { id: districtId } = district
    for (let turn = 0; turn < 12; turn++)
      expect(refusalOf(await exportDistrict(doctor, { districtId }))).not.toBe('too-many')
    for (let turn = 0; turn < 5; turn++) {
      unwrap(await exportDistrict(coordinator, { districtId }))
      const rest = { form: 'csv', draftId: null, dates: null } as const
      unwrap(await exportTable(coordinator, { districtId, table: 'doctors', ...rest }))
    }
    expect(refusalOf(await exportDistrict(coordinator, { districtId }))).toBe('too-many')
    expect(refusalOf(await exportDistrict(otherCoordinator, { districtId }))).toBe('not-found')
    unwrap(await exportDistrict({ ...coordinator, now: coordinator.now + 60 }, { districtId }))
  })
})
