import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { doorsOf } from '../support/walls/asking.ts'
import { everyRow, plantIn, type Table, tablesOf, unplanted } from '../support/walls/canaries.ts'
import { type Isolation, isolate } from '../support/walls/isolation.ts'
import { DISTRICTS, MARKS } from '../support/walls/sides.ts'
import { makeWalls } from '../support/walls/world.ts'

/** The whole matrix runs on Node, where a query costs a hundredth; here those who come furthest, on the platform's own database. */
const WHO = ['coordinator alpha', 'doctor alpha', 'municipality-decider alpha', 'the administrator']
const SIDES = { home: 'alpha', foreign: 'bravo' } as const
const MOST_MILLISECONDS = 180_000

let tables: readonly Table[]
let before: ReadonlyMap<string, readonly string[]>
let found: Isolation
const began = Date.now()

beforeAll(async () => {
  const walls = await makeWalls(env.DB)
  tables = await tablesOf(env.DB)
  await plantIn(env.DB, tables, { mark: MARKS.bravo, districtId: DISTRICTS.bravo })
  before = await everyRow(env.DB, tables)
  const actors = walls.actors.filter(({ name }) => WHO.includes(name))
  found = await isolate(walls, doorsOf(walls), actors, SIDES)
}, MOST_MILLISECONDS)

afterAll(() => {
  console.log(`isolation on D1: ${found.asked} requests in ${((Date.now() - began) / 1000).toFixed(1)} s`)
})

describe('on D1, another district', () => {
  it('holds a canary in every text of every table', async () => {
    expect(await unplanted(env.DB, tables, MARKS.bravo)).toEqual([])
  })

  it('is in no answer but its name, which the administrator is told', () => {
    expect(found.leaks.filter(({ what }) => !/^GET \/($|installation)/.test(what))).toEqual([])
  })

  it('is as if it were not there', () => {
    expect(found.told).toEqual([])
    expect(found.strange).toEqual([])
  })

  it('has not changed by a byte', async () => {
    const after = await everyRow(env.DB, tables)
    const holds = (row: string) => row.includes(MARKS.bravo)
    for (const [table, rows] of before)
      expect([table, after.get(table)?.filter(holds)]).toEqual([table, rows.filter(holds)])
  })
})
