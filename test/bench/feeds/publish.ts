import type { D1 } from '../../../src/data/d1-dialect.ts'
import { adoptedAgreement, CITY, cityRota } from '../city.ts'
import { cpuOf, quantile, rounded, say } from './measured.ts'
import { countSql, sqlOf } from './sql-account.ts'
import { addDistrict, addDraft, openWorld, publish, TOWN_OF_40 } from './world.ts'

/** What tells people and their calendars of a publication, in the batch that publishes. */
const TELLING = {
  feeds: /^\s*insert into "?(?:district_)?feed_version/i,
  notices: /^\s*insert into "?change_notice/i,
  outbox: /^\s*insert into "?outbox/i,
} as const

/** A whole plan published at once: its statements and batches, and what it takes with and without telling anybody. */
export async function benchPublishing(isSmoke: boolean): Promise<void> {
  countSql()
  const cases = [
    { doctors: 40, weeks: 26, demand: TOWN_OF_40, agreement: [] },
    { doctors: 150, weeks: 52, demand: CITY, agreement: adoptedAgreement() },
  ]
  for (const { doctors, weeks, demand, agreement } of isSmoke ? cases.slice(0, 1) : cases) {
    const rota = cityRota(doctors, weeks, demand, agreement)
    const all = await published(rota, () => false)
    const spent = { all: [all.ms], untold: [] as number[] }
    for (let round = 0; round < (isSmoke ? 1 : 4); round++) {
      spent.untold.push((await published(rota, isTelling)).ms)
      spent.all.push((await published(rota, () => false)).ms)
    }
    const told = Object.entries(spent).map(([name, times]) => [name, rounded(quantile(times, 0.5))])
    say('publishing', {
      doctors,
      weeks,
      duties: rota.needs.length,
      ...all.counts,
      cpuMs: Object.fromEntries(told),
    })
  }
}

function isTelling(sql: string): boolean {
  return Object.values(TELLING).some((pattern) => pattern.test(sql))
}

async function published(rota: ReturnType<typeof cityRota>, isLeftOut: (sql: string) => boolean) {
  const batches: string[][] = []
  const world = await openWorld(':memory:', (d1) => watched(d1, isLeftOut, batches))
  const ctx = await addDistrict(world, rota)
  const draft = await addDraft(ctx, rota, rota.from, rota.to)
  let ms = 0
  const { statements } = await publish(ctx, rota.district.id, draft, (act) =>
    sqlOf(async () => {
      batches.length = 0
      ms = await cpuOf(1, act)
    }),
  )
  const at = batches.findIndex((batch) => batch.some((sql) => /insert into "assignment"/.test(sql)))
  const own = batches[at] ?? []
  const together = Object.entries(TELLING).map(([name, pattern]) => [
    name,
    {
      inRotasBatch: own.filter((sql) => pattern.test(sql)).length,
      elsewhere: countOf(batches, pattern) - own.filter((sql) => pattern.test(sql)).length,
    },
  ])
  const rows: Record<string, number> = {}
  for (const table of ['feed_version', 'change_notice', 'outbox'])
    rows[table] = Number((await world.d1.prepare(`select count(*) as n from ${table}`).first('n')) ?? 0)
  world.close()
  const counts = {
    statements: statements.length,
    batches: batches.length,
    statementsOfRotasBatch: own.length,
    ...Object.fromEntries(together),
    rows,
  }
  return { ms, counts }
}

function countOf(batches: readonly (readonly string[])[], pattern: RegExp): number {
  return batches.flat().filter((sql) => pattern.test(sql)).length
}

type Prepared = ReturnType<D1['prepare']>

/** Notes what goes together, and may leave statements out: for what they cost, never for what they do. */
function watched(d1: D1, isLeftOut: (sql: string) => boolean, batches: string[][]): D1 {
  const texts = new WeakMap<Prepared, string>()
  const noted = (statement: Prepared, sql: string): Prepared => {
    texts.set(statement, sql)
    const { bind } = statement
    statement.bind = (...values) => noted(bind.apply(statement, values), sql)
    return statement
  }
  const batch = async <T>(statements: Prepared[]) => {
    batches.push(statements.map((one) => texts.get(one) ?? ''))
    const kept = statements.filter((one) => !isLeftOut(texts.get(one) ?? ''))
    const results = await d1.batch<T>(kept)
    const byOne = new Map(kept.map((one, index) => [one, results[index] as D1Result<T>]))
    const nothing = { success: true, results: [], meta: { changes: 0 } } as unknown as D1Result<T>
    return statements.map((one) => byOne.get(one) ?? nothing)
  }
  return { prepare: (sql: string) => noted(d1.prepare(sql), sql), batch } as D1
}
