import { CompiledQuery } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openDatabase, writeAll } from '../../src/data/database.ts'
import type { Context } from '../../src/usecases/context.ts'
import { createFeedLink } from '../../src/usecases/create-feed-link.ts'
import { erasePerson } from '../../src/usecases/erase-person.ts'
import { saveDayNote } from '../../src/usecases/save-day-note.ts'
import { showErasure } from '../../src/usecases/show-erasure.ts'
import { CANARY, dumpOf, type ErasureWorld, erasureWorld, tablesWith } from '../support/erasure-world.ts'
import { refusalOf, unwrap } from '../support/plan-world.ts'

const AT = `'2027-02-01T10:00Z'`

/** What somebody else stores, on a connection of their own, after it was read whom to forget and before that is stored. */
const MEANWHILE: readonly (readonly [string, string])[] = [
  [
    'a duty ahead',
    `update booking set start_at = '2027-06-01T08:00Z', end_at = '2027-06-02T08:00Z' where person_id = 'b'`,
  ],
  ['a contract that runs', `update engagement set to_date = null where person_id = 'b'`],
  [
    'another role in the district',
    `insert into membership values ('account-of-b', 'district', 'fjordane', 'coordinator', 'a', ${AT})`,
  ],
  [
    'a role elsewhere',
    `insert into membership values ('account-of-b', 'municipality', '4645', 'municipality-reader', 'a', ${AT})`,
  ],
  [
    'another address of the account',
    `update account set email = 'ny@example.test' where id = 'account-of-b'`,
  ],
  [
    'a message that names them',
    `insert into outbox (id, dedup_key, district_id, person_id, kind, payload, created_at, due_at, status)
      values ('m9', 'k9', 'fjordane', 'c', 'draft-circulated', '{"note":"${CANARY.name}"}', ${AT}, ${AT}, 'waiting')`,
  ],
]

describe('what comes while somebody is being forgotten', () => {
  it.each(MEANWHILE)('refuses it all: %s', async (_what, text) => {
    const world = await erasureWorld(['b', 'c'])
    let stood: Readonly<Record<string, string>> = {}
    const refused = await erasing(world, async (other) => {
      const written = await writeAll(other.db, [CompiledQuery.raw(text, [])])
      expect(written).toEqual({ kind: 'written' })
      stood = await dumpOf(other)
    })
    expect(refusalOf(refused)).toBe('stale-revision')
    expect(await dumpOf(world.ctx)).toEqual(stood)
  })

  it('leaves no name behind in what a colleague writes in the same moment', async () => {
    const world = await erasureWorld(['b', 'c'])
    const note = {
      districtId: world.key.districtId,
      date: '2027-03-05',
      text: `Ring ${CANARY.name}`,
      seen: '',
    }
    const refused = await erasing(world, async (other) => void unwrap(await saveDayNote(other, note)))
    expect(refusalOf(refused)).toBe('stale-revision')
    unwrap(await erasing(world, async () => {}))
    expect(tablesWith(await dumpOf(world.ctx), [CANARY.name])).toEqual([])
  })

  it('leaves no calendar to whoever asked for one in the same moment', async () => {
    const world = await erasureWorld(['b', 'c'])
    unwrap(await erasing(world, async () => {}))
    expect(refusalOf(await createFeedLink(world.own, { label: CANARY.name }))).toBe('stale-revision')
    expect(tablesWith(await dumpOf(world.ctx), [CANARY.name])).toEqual([])
  })

  it('goes through where something was stored in another district alone', async () => {
    const world = await erasureWorld(['b', 'c'])
    const district = `insert into district (id, name, legal_form, time_zone, languages)
      values ('sør', 'Sør', 'x', 'Europe/Oslo', '["nb"]')`
    const done = await erasing(world, async ({ db }) => {
      await writeAll(db, [CompiledQuery.raw(district, [])])
    })
    expect(done.kind).toBe('done')
  })
})

/** Forgets, and lets `meanwhile` run once between the reading and the batch: there the log's row is hashed. */
async function erasing({ ctx, key }: ErasureWorld, meanwhile: (other: Context) => Promise<void>) {
  const shown = unwrap(await showErasure(ctx, key)).texts.map(({ mark }) => mark)
  let isFirst = true
  const hash = async (text: string) => {
    const isNow = isFirst
    isFirst = false
    if (isNow) await meanwhile({ ...ctx, db: openDatabase(ctx.db.d1) })
    return ctx.hash(text)
  }
  return erasePerson({ ...ctx, hash }, { ...key, typed: CANARY.name, places: [], shown })
}
