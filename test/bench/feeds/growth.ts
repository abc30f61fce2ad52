import { cellKey } from '../../../src/core/rota/assignment.ts'
import { OWN_FEED_OPTIONS } from '../../../src/core/rota/feed-choice.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { addDays, type LocalDate } from '../../../src/core/time/local-date.ts'
import type { Context } from '../../../src/usecases/context.ts'
import { editDraft } from '../../../src/usecases/edit-draft.ts'
import { openDraft } from '../../../src/usecases/open-draft.ts'
import { serveFeed } from '../../../src/usecases/serve-feed.ts'
import { cityRota, FIRST_DATE, TOWN } from '../city.ts'
import { changesIn } from './desk.ts'
import { cpuOf, quantile, rounded, say } from './measured.ts'
import { countSql, sqlOf } from './sql-account.ts'
import {
  addDistrict,
  addDraft,
  addLink,
  coordinatorOf,
  openWorld,
  publish,
  unwrap,
  type World,
} from './world.ts'

const DOCTORS = 20
const WEEKS = 52
const LAST_WEEKS = 4
const DAYS = 5

/** What a poll and a publication cost as districts and years come to, and which of their queries go through whole tables. */
export async function benchGrowth(isSmoke: boolean): Promise<void> {
  countSql()
  for (const [districts, years] of isSmoke
    ? ([[1, 1]] as const)
    : ([
        [1, 1],
        [5, 1],
        [20, 1],
        [1, 5],
      ] as const)) {
    const world = await openWorld()
    say('growth', { districts, years, ...(await costs(world, await filled(world, districts, years))) })
    world.close()
  }
}

/** Fills the districts and gives what the first one holds. */
async function filled(world: World, districts: number, years: number): Promise<Rota> {
  const town = cityRota(DOCTORS, WEEKS * years, TOWN, [])
  for (let number = 0; number < districts; number++) {
    const rota = numbered(town, number)
    const ctx = await addDistrict(world, rota)
    for (let year = 0; year < years; year++) {
      const from = addDays(FIRST_DATE, 7 * WEEKS * year)
      await publish(ctx, rota.district.id, await addDraft(ctx, rota, from, addDays(from, 7 * WEEKS)), (act) =>
        act(),
      )
    }
  }
  return numbered(town, 0)
}

/** The same rota of another district, with people of its own; locums offer themselves for as long as it is planned. */
function numbered(rota: Rota, number: number): Rota {
  const rename = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value)
        .replaceAll('"to":"2028-06-01"', '"to":"2040-01-01"')
        .replaceAll('"storbyen"', `"town-${number}"`)
        .replaceAll(/"d(\d{3})"/g, `"t${number}-$1"`),
    )
  const cells = new Map([...rota.cells].map(([key, cell]) => [key, rename(cell)]))
  return { ...rota, district: rename(rota.district), cells }
}

async function costs(world: World, rota: Rota) {
  const ctx = world.planner
  const districtId = rota.district.id
  const personId = 't0-003'
  const own = await addLink(ctx, personId, districtId, {
    kind: 'own',
    options: { ...OWN_FEED_OPTIONS, backup: true },
  })
  const all = { kind: 'district', districtId, options: { scope: { kind: 'all' } } } as const
  const district = await addLink(ctx, personId, districtId, all)
  const now = { ...ctx, now: ctx.now + 60 }
  const asked = await sqlOf(async () => {
    await pollCost(now, own, 'own')
    await pollCost(now, district, 'district')
  })
  const unchangedMs = {
    own: await pollCost(now, own, 'own'),
    district: await pollCost(now, district, 'district'),
  }
  const { publishDayMs, statements } = await dayCost(world, rota, addDays(rota.to, -7 * LAST_WEEKS))
  const scans = await scansIn(world, [...new Set([...asked.statements, ...statements])])
  return { duties: rota.needs.length, unchangedMs, publishDayMs, statements: statements.length, scans }
}

async function pollCost(ctx: Context, path: string, address: 'own' | 'district'): Promise<number> {
  const asked = { secret: path.split('/')[2] ?? '', address, isHead: false, userAgent: null, accept: null }
  const first = await serveFeed(ctx, { ...asked, ifNoneMatch: null, ifModifiedSince: null })
  if (first.kind !== 'calendar') throw new Error(`${path} is answered ${first.kind}`)
  const again = { ...asked, ifNoneMatch: first.etag, ifModifiedSince: null }
  const spent: number[] = []
  for (let round = 0; round < 5; round++) spent.push(await cpuOf(200, () => serveFeed(ctx, again)))
  return rounded(quantile(spent, 0.5))
}

/** One day after the other of the last weeks is published with one duty in other hands: as much is published however much there is. */
async function dayCost(world: World, rota: Rota, from: LocalDate) {
  const ctx = coordinatorOf(world, rota.district.id)
  const lately = { ...rota, needs: rota.needs.filter(({ date }) => date >= from) }
  const spent: number[] = []
  let statements: readonly string[] = []
  for (const { need, taker } of changesIn(lately, DAYS)) {
    const { id: districtId, lines } = rota.district
    const day = { from: need.date, to: addDays(need.date, 1), lineIds: lines.map(({ id }) => id) }
    const { draftId } = unwrap(await openDraft(ctx, { districtId, name: 'Bytte', ...day }))
    const cell = { needId: need.id, seat: 0 }
    const step = { kind: 'assign', intents: [{ kind: 'assign', cell, personId: taker }] } as const
    unwrap(await editDraft(ctx, { districtId, draftId, step, seen: { [cellKey(cell)]: 0 } }))
    const asked = await publish(ctx, districtId, draftId, (act) =>
      sqlOf(async () => {
        spent.push(await cpuOf(1, act))
      }),
    )
    statements = asked.statements
  }
  return { publishDayMs: rounded(quantile(spent.slice(1), 0.5)), statements }
}

/** Tables that a statement goes through from end to end, as SQLite plans it with what is stored now. */
async function scansIn({ d1 }: World, statements: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const sql of statements) {
    if (!/^\s*(?:select|with|insert|update|delete)/i.test(sql)) continue
    const values = Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => null)
    const { results } = await d1
      .prepare(`explain query plan ${sql}`)
      .bind(...values)
      .all<{ detail: string }>()
    for (const { detail } of results) {
      const name = /^SCAN (\w+)/.exec(detail)?.[1]
      if (name !== undefined && !isMadeHere(name, sql))
        found.add(`${detail} in ${sql.replaceAll(/\s+/g, ' ').slice(0, 80)}`)
    }
  }
  return [...found]
}

/** What the statement itself makes and then goes through, as a list of its values or what it has found by an index, is no table. */
function isMadeHere(name: string, sql: string): boolean {
  const isNamed = new RegExp(
    `\\) as "?${name}"?\\b|\\b${name} as (?:materialized )?\\(|recursive ${name}\\b`,
    'i',
  ).test(sql)
  return isNamed || /^(?:json_each|json_tree|CONSTANT)$/.test(name)
}
