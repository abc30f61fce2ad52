import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { DOORS } from '../../src/identity/doors.ts'
import { freshDatabase } from '../data/fresh-database.ts'
import { addressOf, ask, type Doors, doorsOf, ROUTES } from '../support/walls/asking.ts'
import { everyRow, tablesOf } from '../support/walls/canaries.ts'
import { fieldsOf } from '../support/walls/fields.ts'
import { HELD, onlyReading } from '../support/walls/only-reading.ts'
import { isLetIn, wasLetIn } from '../support/walls/truth.ts'
import { makeWalls, type WallActor, type Walls } from '../support/walls/world.ts'

/** Whose the things are that the addresses name, where a role that opens only one's own is not enough. */
const OWNERS: readonly (readonly [door: RegExp, owner: string])[] = [
  [/^POST .*\/wishes\/:wishId\/remove/, 'doctor alpha'],
  [/\/me\/calendar\/:feedId/, 'doctor alpha'],
  [/\/me\/access\/sessions\/:session/, 'another doctor alpha'],
  [/\/ledger\/:personId|\/outcome|^POST .*\/wishes\/new|duty\.ics/, 'another doctor alpha'],
  [/exemptions\/:districtId\/:exemptionId\/withdraw/, 'another doctor alpha'],
]

/** Who alone has what the door asks for besides a right: the one who began a build, or nobody in these walls, where nothing has ended. */
const HOLDERS: readonly (readonly [door: RegExp, holder: string])[] = [
  [/\/give-back$|\/enable$|\/installation\/invitations$/, 'nobody'],
  [/\/api\/.*\/(order|progress)$/, 'coordinator alpha'],
  [/^GET \/me\/access\/passkeys\/:|^POST \/me\/access\/passkeys$|\/remove$(?<!wishId\/remove)/, 'nobody'],
]

/** Secrets, examples and providers are tried where they are made; an outbox without sent messages has no attachments. */
const ELSEWHERE =
  /:(token|secret)|\/\*$|^GET \/dev\/outbox\/:|\/dev\/sign-in|\/sign-in\/(held|passkey)$|^POST .*(\/provider\/:issuer|access\/providers\/:issuer|\/try)$/

const open = ROUTES.filter(({ method, path }) => !ELSEWHERE.test(`${method} ${path}`))

let walls: Walls
let doors: Doors
let asked = 0
const began = performance.now()

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  walls = await makeWalls(freshDatabase().d1)
  doors = doorsOf(walls, onlyReading(walls.db.d1))
})

afterAll(() => {
  vi.restoreAllMocks()
  console.log(`doors: ${asked} requests in ${((performance.now() - began) / 1000).toFixed(1)} s`)
})

const names = [
  'the administrator',
  'coordinator alpha',
  'weak coordinator alpha',
  'late coordinator alpha',
  'doctor alpha',
  'another doctor alpha',
  'the shared doctor',
  'service-manager alpha',
  'union-representative alpha',
  'payroll-reader alpha',
  'dispatch-centre alpha',
  'municipality-reader alpha',
  'municipality-decider alpha',
  'the common municipality',
  'coordinator bravo',
  'somebody without a role',
  'a suspended coordinator',
  'nobody',
]

describe('the table of doors is what the doors do', () => {
  it.each(names)('for %s', async (name) => {
    const who = walls.actors.find((one) => one.name === name) as WallActor
    const things = walls.things.alpha
    const untrue: string[] = []
    for (const route of open) {
      const door = `${route.method} ${route.path}`
      const lock = DOORS[door]
      if (!lock) {
        untrue.push(`${door} has no row`)
        continue
      }
      if (lock.kind === 'secret') continue
      const is = (list: typeof OWNERS) => {
        const one = list.find(([known]) => known.test(door))?.[1]
        return one === undefined || one === name
      }
      const expected = isLetIn(lock, route, who, things, is(OWNERS)) && is(HOLDERS)
      const answer = await ask(doors, who, route.method, addressOf(route, things), fieldsOf(route, things))
      asked += 1
      if (wasLetIn(answer) !== expected)
        untrue.push(
          `${door}: ${expected ? 'is refused' : 'is let in'} (${answer.status} ${answer.location ?? ''})`,
        )
    }
    expect(untrue).toEqual([])
  })

  it('and nothing has been stored meanwhile but tries, and forms to be given back', async () => {
    const tables = await tablesOf(walls.db.d1)
    const [before, after] = [await makeWalls(freshDatabase().d1), walls]
    const [first, now] = await Promise.all([before, after].map((one) => everyRow(one.db.d1, tables)))
    const amounts = (rows: typeof first) =>
      [...(rows ?? [])].filter(([table]) => !HELD.test(table)).map(([table, all]) => [table, all.length])
    expect(amounts(now)).toEqual(amounts(first))
  })
})
