import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { apiApp } from '../../src/api/app.ts'
import { DOORS } from '../../src/identity/doors.ts'
import type { Lock } from '../../src/identity/lock.ts'
import { RIGHTS } from '../../src/identity/policy.ts'
import { VERBS } from '../../src/identity/verbs.ts'
import { webApp } from '../../src/web/app.tsx'
import { usedVerbs, verbSources } from '../support/verb-sources.ts'

/** Of the front door itself, which both entries share. */
const OF_THE_FRONT_DOOR = ['GET /assets/*']

const routes = [webApp(), apiApp()]
  .flatMap((app) => app.routes)
  // What every request passes through is no door of its own.
  .filter(({ path }) => path !== '/*')
  .map(({ method, path }) => `${method} ${path}`)
const doors = [...new Set([...routes, ...OF_THE_FRONT_DOOR])]

describe('the table of doors', () => {
  it('has a row for every route', () => {
    expect(doors.filter((door) => !Object.hasOwn(DOORS, door))).toEqual([])
  })

  it('has no row for what is no route', () => {
    expect(Object.keys(DOORS).filter((row) => !doors.includes(row))).toEqual([])
  })

  it('asks only what somebody may, in the scope that they may it in', () => {
    expect(impossibleWays(DOORS)).toEqual([])
  })

  it('lets everybody in at few doors, each with its reason', () => {
    const open = Object.entries(DOORS).filter(([, { kind }]) => kind !== 'may')
    for (const [door, lock] of open)
      expect([door, lock.kind === 'may' || lock.why.length > 20]).toEqual([door, true])
    const inScopes = open.filter(([door]) => /:districtId|:number|:municipality/.test(door))
    expect(inScopes).toEqual([])
  })
})

describe('the table of use cases', () => {
  const used = usedVerbs()

  it('has a row for every use case that a door, a job or a command calls', () => {
    expect(used.filter((name) => !Object.hasOwn(VERBS, name))).toEqual([])
  })

  it('has no row for what is no use case', () => {
    expect(Object.keys(VERBS).filter((row) => !used.includes(row))).toEqual([])
  })

  it('asks only what somebody may, in the scope that they may it in', () => {
    expect(impossibleWays(VERBS)).toEqual([])
  })

  it.each(Object.entries(VERBS).filter(([name]) => used.includes(name)))(
    'says what the source asks: %s',
    (name, lock) => {
      const { gates, words } = verbSources(name)
      const actions = lock.kind === 'may' ? lock.ways.map((way) => way.split(':')[1] ?? '') : []
      expect(gates.filter((gate) => !actions.includes(gate))).toEqual([])
      expect(actions.filter((action) => !words.has(action))).toEqual([])
    },
  )
})

describe('the routes', () => {
  it('never touch the database themselves', () => {
    const files = ['src/web', 'src/api'].flatMap((room) =>
      readdirSync(room, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => `${entry.parentPath}/${entry.name}`),
    )
    const touching = files.filter((file) => /\.db\b|\bd1\b|\bdb\s*[,}]/.test(readFileSync(file, 'utf8')))
    expect(files.length).toBeGreaterThan(100)
    expect(touching).toEqual([])
  })
})

function impossibleWays(table: Readonly<Record<string, Lock>>): string[] {
  const rights = Object.values(RIGHTS)
  return Object.entries(table).flatMap(([name, lock]) =>
    lock.kind !== 'may'
      ? []
      : lock.ways
          .filter((way) => {
            const [scope, action] = way.split(':')
            return !rights.some(
              (right) => right.scope === scope && right.actions.some((own) => own === action),
            )
          })
          .map((way) => `${name}: ${way}`),
  )
}
