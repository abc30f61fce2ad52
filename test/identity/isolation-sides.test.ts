import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { freshDatabase } from '../data/fresh-database.ts'
import { doorsOf } from '../support/walls/asking.ts'
import { everyRow, plantIn, type Table, tablesOf, unplanted } from '../support/walls/canaries.ts'
import { canariesOf, type Isolation, isolate, type Leak, smuggle } from '../support/walls/isolation.ts'
import { DISTRICTS, MARKS, type SideName } from '../support/walls/sides.ts'
import { makeWalls, type WallActor, type Walls } from '../support/walls/world.ts'

/** The administrator makes districts and reads the installation's log: they are told what districts are called, and which accounts acted. */
const TOLD_TO_ADMINISTRATORS = (mark: string) => new RegExp(`Distrikt ${mark}|${mark}-account-\\d+`)

function isToldToAdministrators({ who, what, found }: Leak, mark: string): boolean {
  const isTheirs = /^(GET|POST) \/($|installation)/.test(what)
  return who === 'the administrator' && isTheirs && TOLD_TO_ADMINISTRATORS(mark).test(found)
}

/** Thousands of requests; a quiet machine needs some ten seconds. */
const MOST_MILLISECONDS = 180_000

interface Side {
  readonly home: SideName
  readonly foreign: SideName
  /** Whether every column of the other side is planted, which its own people could then not read. */
  readonly isPlanted: boolean
  readonly actors: (all: readonly WallActor[]) => readonly WallActor[]
}

const SIDES: readonly Side[] = [
  {
    home: 'alpha',
    foreign: 'bravo',
    isPlanted: true,
    actors: (all) => all.filter(({ side }) => side === 'alpha' || side === 'neither'),
  },
  {
    home: 'bravo',
    foreign: 'alpha',
    isPlanted: false,
    actors: (all) => all.filter(({ side }) => side === 'bravo'),
  },
]

describe.each(SIDES)('from $home, $foreign', ({ home, foreign, isPlanted, actors }) => {
  const lines: string[] = []
  let walls: Walls
  let tables: readonly Table[]
  let before: ReadonlyMap<string, readonly string[]>
  let between: ReadonlyMap<string, readonly string[]>
  let found: Isolation
  let smuggled: Awaited<ReturnType<typeof smuggle>>
  let seconds = 0

  beforeAll(async () => {
    walls = await makeWalls(freshDatabase().d1)
    const { d1 } = walls.db
    tables = await tablesOf(d1)
    if (isPlanted) await plantIn(d1, tables, { mark: MARKS[foreign], districtId: DISTRICTS[foreign] })
    before = await everyRow(d1, tables)
    for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation((...said) => {
        lines.push(said.map(String).join(' '))
      })
    const began = performance.now()
    // Whoever holds a calendar link, and tries its secret as a session.
    const withLink: WallActor = {
      name: 'a feed token',
      secret: walls.feeds[home].own,
      actor: { kind: 'nobody' },
      side: home,
    }
    const [doors, all] = [doorsOf(walls), [...actors(walls.actors), withLink]]
    found = await isolate(walls, doors, all, { home, foreign })
    between = await everyRow(d1, tables)
    smuggled = await smuggle(walls, doors, all, { home, foreign })
    seconds = (performance.now() - began) / 1000
    vi.restoreAllMocks()
  }, MOST_MILLISECONDS)

  afterAll(() => {
    console.log(
      `isolation of ${foreign} from ${home}: ${found.asked + smuggled.asked} requests in ${seconds.toFixed(1)} s`,
    )
  })

  it('holds a canary in every text of every table', async () => {
    const missing = await unplanted(walls.db.d1, tables, MARKS[foreign])
    if (isPlanted) expect(missing).toEqual([])
    expect(tables.length).toBeGreaterThan(70)
  })

  it('is in no answer, whatever is asked', () => {
    expect(found.leaks.filter((leak) => !isToldToAdministrators(leak, MARKS[foreign]))).toEqual([])
    expect(found.asked).toBeGreaterThan(5000)
  })

  it('is as if it were not there: no answer tells what exists from what does not', () => {
    expect(found.told).toEqual([])
  })

  it('gives nothing away by a fault, and lets nobody in', () => {
    expect(found.strange).toEqual([])
  })

  it('is in no line of the log', () => {
    expect(lines.filter((line) => canariesOf(foreign).some((canary) => line.includes(canary)))).toEqual([])
  })

  it('has not changed by a byte', async () => {
    const after = await everyRow(walls.db.d1, tables)
    const holds = (row: string) => row.includes(MARKS[foreign])
    for (const [table, rows] of before)
      expect([table, after.get(table)?.filter(holds)]).toEqual([table, rows.filter(holds)])
  })

  it('has left nothing of what was sent to it, anywhere', () => {
    const grown = [...before].filter(([table, rows]) => between.get(table)?.length !== rows.length)
    // What anybody may ask for at the door itself, and that they opened their own report.
    const ofTheDoor = [
      ...['audit', 'challenge', 'held_form', 'login_link', 'outbox', 'rate_count'],
      ...['report_opening', 'session'],
    ]
    expect(grown.map(([table]) => table).filter((table) => !ofTheDoor.includes(table))).toEqual([])
  })

  it('is led by nobody new, whatever role a form names', async () => {
    const after = (await everyRow(walls.db.d1, tables)).get('membership') ?? []
    expect(after.filter((row) => !before.get('membership')?.includes(row))).toEqual([])
  })

  it('gives nothing away to forms of one’s own that name its things', () => {
    expect(smuggled.leaks.filter((leak) => !isToldToAdministrators(leak, MARKS[foreign]))).toEqual([])
  })
})
