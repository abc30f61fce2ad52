import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildNode } from '../../scripts/build-node.ts'
import { runWrangler } from '../../scripts/wrangler.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'legevaktplan-bundle-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The worker as it would be deployed, bundled by the settings of wrangler.toml. */
async function bundledWorker(): Promise<string> {
  const [site, out] = [join(folder, 'site'), join(folder, 'worker')]
  mkdirSync(site)
  await runWrangler(['deploy', '--dry-run', '--outdir', out, '--assets', site])
  const names = readdirSync(out).filter((name) => name.endsWith('.js'))
  return names.map((name) => readFileSync(join(out, name), 'utf8')).join('\n')
}

async function bundledServer(withDevDoors: boolean): Promise<string> {
  const file = join(folder, `server-${withDevDoors}.mjs`)
  await buildNode(file, withDevDoors)
  return readFileSync(file, 'utf8')
}

describe('what is bundled to be deployed', () => {
  it('holds nothing of the doors of a development server: the worker', async () => {
    const text = await bundledWorker()
    expect(text).toContain('/sign-in')
    expect(text).not.toMatch(/\/dev\/|setUpExamples|showOutbox|signInExample|example\.test/)
  })

  it('holds nothing of them: the server on Node', async () => {
    const text = await bundledServer(false)
    expect(text).toContain('/sign-in')
    expect(text).not.toMatch(/\/dev\/|setUpExamples|showOutbox|signInExample|example\.test/)
  })

  it('has them where they are asked for', async () => {
    expect(await bundledServer(true)).toMatch(/\/dev\/outbox/)
  })
})

describe('the triggers of the worker', () => {
  it("are the night's, by the text that the worker knows it by, and the outbox'", () => {
    const crons = /^crons = (.*)$/m.exec(readFileSync('wrangler.toml', 'utf8'))?.[1] ?? '[]'
    const nightly = /^const NIGHTLY = '(.*)'$/m.exec(readFileSync('src/index.ts', 'utf8'))?.[1]
    expect(JSON.parse(crons)).toEqual([nightly, '*/5 * * * *'])
  })
})
