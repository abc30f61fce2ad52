import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { assetHeaders } from '../src/api/front-door.ts'

const source = 'src/client'
const solver = 'node_modules/highs/build/highs.wasm'

/**
 * Parts of the design system's selectors that ask `:has(…)` of every element above an input or a table's first row: each of these
 * elements then counts as touched by whatever is added below it, and one word said beside the board styled its thousands of cells
 * anew (60 doctors × six weeks: 15 to 20 ms of CPU each time). Without them an input is also marked while the pointer rests on its
 * label, and tables with borders, which we have none of, have round corners under their heads.
 */
const WIDE_SELECTORS: readonly (readonly [file: string, part: string])[] = [
  ['input.css', ':has(label):not(:has(label:hover)) '],
  ['table.css', ':not(:has(thead)) '],
  ['table.css', ':not(:has(tfoot)) '],
]

const narrowSelectors: Plugin = {
  name: 'narrow-selectors',
  setup(building) {
    building.onLoad({ filter: /designsystemet-css[\\/].*[\\/](input|table)\.css$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const parts = WIDE_SELECTORS.filter(([file]) => path.endsWith(file)).map(([, part]) => part)
      const gone = parts.find((part) => !text.includes(part))
      if (gone !== undefined) throw new Error(`${path} says «${gone}» no more: it need not be taken out`)
      return { contents: parts.reduce((css, part) => css.replaceAll(part, ''), text), loader: 'css' }
    })
  },
}

/**
 * Bundles the islands, the workers that they start, and the style sheet into a folder assets of `site`; icons go to its root, where
 * browsers ask for them, with the headers that the platform answers by. A file that stands as it would be written is left alone:
 * a server may be answering from the folder, and starts again when one changes.
 */
export async function buildClient(site = 'dist/client'): Promise<void> {
  mkdirSync(`${site}/assets`, { recursive: true })
  put(`${site}/_headers`, assetHeaders())
  const files = existsSync(source) ? readdirSync(source) : []
  for (const icon of files.filter((name) => /\.(ico|svg|png|webmanifest)$/.test(name)))
    put(`${site}/${icon}`, readFileSync(`${source}/${icon}`))
  const pages = await bundle(
    site,
    files.filter((name) => /-island\.tsx?$/.test(name) || name === 'app.css'),
  )
  // Apart: what a page shared with a worker would be cut into more and smaller pieces, which pack worse.
  const workers = await bundle(
    site,
    files.filter((name) => /-worker\.tsx?$/.test(name)),
  )
  const written = [...pages.outputFiles, ...workers.outputFiles]
  for (const { path, contents } of written) put(path, contents)
  const names = new Set(written.map(({ path }) => basename(path)))
  if ('src/client/highs.ts' in workers.metafile.inputs) {
    put(`${site}/assets/highs.wasm`, readFileSync(solver))
    names.add('highs.wasm')
  }
  for (const name of readdirSync(`${site}/assets`))
    if (!names.has(name)) rmSync(`${site}/assets/${name}`, { recursive: true, force: true })
}

function put(path: string, contents: string | Uint8Array): void {
  const stands = existsSync(path) && readFileSync(path).equals(Buffer.from(contents))
  if (!stands) writeFileSync(path, contents)
}

function bundle(site: string, names: readonly string[]) {
  return build({ ...bundling(names), outdir: `${site}/assets`, write: false })
}

/** How files of `src/client` are bundled, wherever they go: what is measured is what is served. */
export function bundling(names: readonly string[]) {
  return {
    entryPoints: names.map((name) => `${source}/${name}`),
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: ['es2022', 'chrome117', 'firefox119', 'safari17.4'],
    logLevel: 'warning',
    metafile: true,
    plugins: [narrowSelectors],
    // Asked for by HiGHS' loader under Node only.
    external: ['node:module'],
  } satisfies BuildOptions
}

if (import.meta.main) await buildClient()
