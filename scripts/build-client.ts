import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { assetHeaders } from '../src/api/front-door.ts'

const source = 'src/client'
const solver = 'node_modules/highs/build/highs.wasm'

/** Bundles the islands, the workers that they start, and the style sheet into a folder assets of `site`; icons go to its root, where browsers ask for them, with the headers that the platform answers by. */
export async function buildClient(site = 'dist/client'): Promise<void> {
  rmSync(`${site}/assets`, { recursive: true, force: true })
  mkdirSync(`${site}/assets`, { recursive: true })
  writeFileSync(`${site}/_headers`, assetHeaders())
  const files = existsSync(source) ? readdirSync(source) : []
  for (const icon of files.filter((name) => /\.(ico|svg|png|webmanifest)$/.test(name))) {
    copyFileSync(`${source}/${icon}`, `${site}/${icon}`)
  }
  const entryPoints = files.filter((name) => /-(island|worker)\.tsx?$/.test(name) || name === 'app.css')
  const { metafile } = await build({
    entryPoints: entryPoints.map((name) => `${source}/${name}`),
    outdir: `${site}/assets`,
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    logLevel: 'warning',
    metafile: true,
    // Asked for by HiGHS' loader under Node only.
    external: ['node:module'],
  })
  if ('src/client/highs.ts' in metafile.inputs) copyFileSync(solver, `${site}/assets/highs.wasm`)
}

if (import.meta.main) await buildClient()
