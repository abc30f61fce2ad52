import { existsSync } from 'node:fs'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

const migrations = () => (existsSync('migrations') ? readD1Migrations('migrations') : [])

export default defineConfig({
  test: {
    // Two cores are the smallest machine the tests are meant for; workerd itself takes one more thread.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/worker/**', 'test/e2e/**'],
          environment: 'node',
          // Many build rotas for real, and the machine may have other work: only what hangs is to fail by the clock.
          testTimeout: 60_000,
          // Nothing here keeps state between files, and a worker thread per file costs more than most tests.
          isolate: false,
        },
      },
      {
        plugins: [
          cloudflareTest(async () => ({
            wrangler: { configPath: './wrangler.toml' },
            ...(existsSync('src/index.ts') ? {} : { main: './test/support/bare-worker.ts' }),
            miniflare: { bindings: { TEST_MIGRATIONS: await migrations(), MODE: 'development' } },
          })),
        ],
        // Said of what is deployed in wrangler.toml; the tests ask the doors of a development server too.
        define: { WITH_DEV_DOORS: 'true' },
        test: {
          name: 'worker',
          include: ['test/worker/**/*.test.{ts,tsx}'],
          setupFiles: ['./test/support/worker-setup.ts'],
          // The set-up empties the storage, and starting a worker and reading all modules anew took half of the time.
          isolate: false,
          // Only what hangs is to fail by the clock, here too.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // ics pulls in CommonJS packages whose named exports workerd's loader does not see.
          deps: { optimizer: { ssr: { enabled: true, include: ['ics'] } } },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['./test/support/e2e-setup.ts'],
        },
      },
    ],
  },
})
