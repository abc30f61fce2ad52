import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleApp } from './bundled-app.ts'

/** Bundles the product once for all files that run it so. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'legevaktplan-bundle-'))
  await bundleApp(folder)
  process.env.BUNDLED_APP = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
