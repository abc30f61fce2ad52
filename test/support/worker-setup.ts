/// <reference types="@cloudflare/vitest-plugin/types" />
import { abortAllDurableObjects, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

declare global {
  namespace Cloudflare {
    interface Env {
      readonly DB: D1Database
      readonly TEST_MIGRATIONS: D1Migration[]
    }
  }
}

// Files share a worker: starting one and reading every module again takes longer than most files. Each begins with a
// database of its own all the same, without the rows and the tables of the file before: the latest goes first, since a row
// that goes takes with it what refers to it, which must still be able to say what it refers to.
await abortAllDurableObjects()
const { results } = await env.DB.prepare(
  "select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' and name not like 'sqlite%' order by rowid desc",
).all<{ name: string }>()
const dropped = results.map(({ name }) => `drop table "${name}"`)
const made = env.TEST_MIGRATIONS.flatMap(({ queries }) => queries)
await env.DB.batch(['pragma defer_foreign_keys = on', ...dropped, ...made].map((sql) => env.DB.prepare(sql)))
