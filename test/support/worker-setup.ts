/// <reference types="@cloudflare/vitest-plugin/types" />
import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

declare global {
  namespace Cloudflare {
    interface Env {
      readonly DB: D1Database
      readonly TEST_MIGRATIONS: D1Migration[]
    }
  }
}

// Storage is fresh for every test file, so each file brings the database up itself.
await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
