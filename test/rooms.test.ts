import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faultsIn, folderFaults, roomOf, rooms, specifiersIn } from './support/rooms.ts'

const files = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length + 1))

const sources = files('src').filter((path) => /\.tsx?$/.test(path))

describe('the house', () => {
  it('has every source file in a room that may import what it imports', () => {
    expect(sources.flatMap((path) => faultsIn(path, readFileSync(`src/${path}`, 'utf8')))).toEqual([])
  })

  it('holds no file outside the rooms', () => {
    expect(files('src').filter((path) => roomOf(path) === undefined)).toEqual([])
  })

  it('has no deeper folders before a room has more than twelve files', () => {
    expect(folderFaults(sources)).toEqual([])
  })

  it('was read, not skipped', () => {
    expect(sources.length).toBeGreaterThan(0)
  })

  it('is one direction: no two rooms may import each other, also not in a ring', () => {
    const reach = (room: string, seen: ReadonlySet<string> = new Set()): string[] =>
      (rooms[room]?.imports ?? [])
        .map((target) => roomOf(target) ?? target)
        .flatMap((target) =>
          seen.has(target) ? [target] : [target, ...reach(target, new Set([...seen, target]))],
        )
    expect(Object.keys(rooms).filter((room) => reach(room).includes(room))).toEqual([])
  })

  it('has tests in the same rooms as the sources', () => {
    const besides = ['worker', 'e2e', 'bench', 'fixtures', 'support', 'scripts', 'clients']
    const known = new Set([...Object.keys(rooms), 'core', ...besides])
    const strange = files('test').filter((path) => {
      const [first = '', second = ''] = path.split('/')
      if (first === 'core' && path.split('/').length > 2) return !known.has(`core/${second}`)
      return path.includes('/') ? !known.has(first) : path !== 'rooms.test.ts'
    })
    expect(strange).toEqual([])
  })
})

describe('the scanner', () => {
  it.each([
    ["import { a } from '../data/x.ts'", '../data/x.ts'],
    ["import type { A } from '../data/x.ts'", '../data/x.ts'],
    ["import {\n  a, // don't stop here\n  type B,\n} from '../data/x.ts'", '../data/x.ts'],
    ["import a, * as b from '../data/x.ts'", '../data/x.ts'],
    ["import '../data/x.ts'", '../data/x.ts'],
    ["const a = 1; import '../data/x.ts'", '../data/x.ts'],
    ["import './a.css'\nimport { b } from '../data/x.ts'", '../data/x.ts'],
    ["export { a } from '../data/x.ts'", '../data/x.ts'],
    ["export type {\n  A,\n} from '../data/x.ts'", '../data/x.ts'],
    ["export * as a from '../data/x.ts'", '../data/x.ts'],
    ["const a = await import('../data/x.ts')", '../data/x.ts'],
    ['const a = import(\n  `../data/x.ts`)', '../data/x.ts'],
    ["type A = import('../data/x.ts').A", '../data/x.ts'],
    ["const a = require('../data/x.ts')", '../data/x.ts'],
  ])('finds the module in %j', (source, specifier) => {
    expect(specifiersIn(source)).toContain(specifier)
  })

  it('finds all imports of a file', () => {
    const source =
      "import './a.css'\nimport b from 'b'\nimport {\n  c,\n} from 'c'\nexport { d } from 'd'\nexport const e = 1\n"
    expect(specifiersIn(source).toSorted()).toEqual(['./a.css', 'b', 'c', 'd'])
  })

  it.each([
    ['web/rota-pages.tsx', "import { x } from '../data/rota-store.ts'", 'web may not'],
    ['web/rota-pages.tsx', "import { x } from '../api/problem.ts'", 'web may not'],
    ['web/rota-pages.tsx', "import { x } from '../identity/policy.ts'", 'web may not'],
    ['api/feed-door.ts', "import type { X } from '../web/paths.ts'", 'api may not'],
    ['api/feed-door.ts', "import { x } from '../feeds/ics.ts'", 'api may not'],
    ['core/time/oslo.ts', "import type { X } from '../rota/line.ts'", 'core/time may not'],
    ['core/rota/line.ts', "import { x } from '../ledger/hours.ts'", 'core/rota may not'],
    ['core/ledger/hours.ts', "import { x } from '../rules/index.ts'", 'core/ledger may not'],
    ['core/rules/rest.ts', "import { x } from '../plans/swap.ts'", 'core/rules may not'],
    ['core/rules/rest.ts', "import { z } from 'zod'", 'core/rules may not'],
    ['solver/search.ts', "import { x } from 'node:fs'", 'solver may not'],
    ['solver/search.ts', "import { x } from '../text/nb.ts'", 'solver may not'],
    ['text/nb.ts', "import { x } from '../solver/problem.ts'", 'text may not'],
    ['feeds/events.ts', "import { createEvents } from 'ics'", 'feeds may not'],
    ['identity/accounts.ts', "import { sql } from 'kysely'", 'identity may not'],
    ['usecases/publish-rota.ts', "import { z } from 'zod'", 'usecases may not'],
    ['usecases/build-rota.ts', "import { x } from '../jobs/build-job.ts'", 'usecases may not'],
    ['jobs/outbox.ts', "import { x } from '../data/outbox-store.ts'", 'jobs may not'],
    ['cli/plan.ts', "import { x } from '../data/database.ts'", 'cli may not'],
    ['index.ts', "import { x } from './data/rota-store.ts'", 'index.ts may not'],
    ['index.ts', "import { x } from './usecases/publish-rota.ts'", 'index.ts may not'],
    ['reports/chart.tsx', 'export const chart = 1', 'imports hono/jsx'],
    ['web/paths.ts', "import { x } from '../core/time/minute'", 'without its extension'],
    ['web/paths.ts', "import x from '../../package.json'", 'outside src'],
    ['web/paths.ts', 'const x = await import(name)', 'computed'],
    ['web/paths.ts', "const a = 1\nexport * from './layout.ts'", 'exports everything'],
    ['web/paths.ts', 'export default 1', 'default export'],
    ['web/paths.ts', 'const a = 1\nexport { a as default }', 'default export'],
    ['web/paths.ts', "export { a } from './layout.ts'\nexport { b } from './forms.ts'", 'barrel'],
    ['web/index.ts', 'export const a = 1', 'barrel'],
    ['web/date-utils.ts', 'export const a = 1', 'says nothing'],
    ['web/helpers/form.ts', 'export const a = 1', 'says nothing'],
    ['core/rota/types.ts', 'export const a = 1', 'says nothing'],
    ['core/clock.ts', 'export const a = 1', 'no known room'],
    ['shared/clock.ts', 'export const a = 1', 'no known room'],
    ['clock.ts', 'export const a = 1', 'no known room'],
  ])('refuses in src/%s: %j', (path, source, why) => {
    expect(faultsIn(path, source)).toEqual([expect.stringContaining(why)])
  })

  it('refuses a file of 401 lines and accepts one of 400', () => {
    expect(faultsIn('web/paths.ts', 'export const a = 1\n'.repeat(401))).toEqual([
      'src/web/paths.ts has 401 lines, more than 400',
    ])
    expect(faultsIn('web/paths.ts', 'export const a = 1\n'.repeat(400))).toEqual([])
  })

  it.each([
    [
      'web/rota-pages.tsx',
      "import { Hono } from 'hono'\nimport { x } from '../usecases/publish-rota.ts'\nx()",
    ],
    ['feeds/ics.ts', "import { createEvents } from 'ics'\ncreateEvents()"],
    [
      'data/rota-store.ts',
      "import type { Duty } from '../core/rota/duty.ts'\nimport { sql } from 'kysely'\nsql()",
    ],
    ['core/rules/index.ts', "export { rest } from './rest.ts'"],
    [
      'index.ts',
      "import { x } from './usecases/context.ts'\nexport { BuildJob } from './jobs/build-job.ts'\nexport default x",
    ],
    ['node.ts', "import { DatabaseSync } from 'node:sqlite'\nimport { x } from './data/database.ts'\nx()"],
  ])('accepts in src/%s: %j', (path, source) => {
    expect(faultsIn(path, source)).toEqual([])
  })

  it('refuses folders in a small room and accepts them in a large one', () => {
    const names = Array.from({ length: 12 }, (_, index) => `web/page-${index}.tsx`)
    expect(folderFaults(['web/board/cell.tsx'])).toHaveLength(1)
    expect(folderFaults([...names, 'web/board/cell.tsx'])).toEqual([])
  })
})

describe('the lock file', () => {
  it('names no host to download from', () => {
    const lock = readFileSync('package-lock.json', 'utf8')
    expect(lock).toContain('"integrity": "sha512-')
    expect(lock).not.toContain('"resolved"')
  })
})
