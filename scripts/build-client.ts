import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, posix, relative, resolve } from 'node:path'
import { type BuildOptions, build, type Metafile, type OutputFile, type Plugin } from 'esbuild'
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
 * Fetches all that a part needs before it is imported. A browser that could not fetch a module takes it for failed as long as the
 * page lives, and asks nobody when it is imported again (HTML standard, the module map; seen in Chromium 150): so it must not
 * be imported before it is there. It is then taken out of the browser's cache, where a part stays by the hash in its name.
 */
const fetchFirst: Plugin = {
  name: 'fetch-first',
  setup(building) {
    building.onEnd(({ metafile, outputFiles = [] }) => {
      if (!metafile) throw new Error('parts cannot be fetched first where it is not told what they need')
      for (const [index, file] of outputFiles.entries())
        if (file.path.endsWith('.js')) outputFiles[index] = fetchingFirst(file, metafile.outputs)
    })
  },
}

function fetchingFirst(file: OutputFile, outputs: Metafile['outputs']): OutputFile {
  const name = relative('.', file.path)
  const loaded = needed(outputs, name)
  const parts = new Set(
    (outputs[name]?.imports ?? [])
      .filter(({ kind, path }) => kind === 'dynamic-import' && path in outputs)
      .map(({ path }) => path),
  )
  let { text } = file
  for (const path of parts) {
    const addressOf = (part: string) => `./${posix.relative(dirname(name), part)}`
    const told = `import("${addressOf(path)}")`
    if (!text.includes(told)) throw new Error(`${name} does not say ${told}`)
    const first = [...needed(outputs, path)].filter((part) => !loaded.has(part)).map(addressOf)
    text = text.replaceAll(
      told,
      `Promise.all(${JSON.stringify(first)}.map(async n=>{let r=await fetch(new URL(n,import.meta.url));if(!r.ok)throw n;await r.text()})).then(()=>${told})`,
    )
  }
  return { ...file, text, contents: new TextEncoder().encode(text) }
}

/** A part and all that it imports at once. */
export function needed(
  outputs: Metafile['outputs'],
  name: string,
  found: Set<string> = new Set(),
): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  for (const { kind, path } of outputs[name]?.imports ?? [])
    if (kind === 'import-statement' && path in outputs) needed(outputs, path, found)
  return found
}

/**
 * Bundles the islands, the workers that they start, and the style sheet into a folder assets of `site`; icons go to its root, where
 * browsers ask for them, with the headers that the platform answers by. A file that stands as it would be written is left alone:
 * a server may be answering from the folder, and starts again when one changes.
 */
export async function buildClient(site = 'dist/client'): Promise<void> {
  mkdirSync(`${site}/assets/parts`, { recursive: true })
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
  const paths = new Set(written.map(({ path }) => path))
  if ('src/client/highs.ts' in workers.metafile.inputs) {
    const path = resolve(`${site}/assets/highs.wasm`)
    put(path, readFileSync(solver))
    paths.add(path)
  }
  for (const entry of readdirSync(`${site}/assets`, { recursive: true, withFileTypes: true })) {
    const path = resolve(entry.parentPath, entry.name)
    if (entry.isFile() && !paths.has(path)) rmSync(path)
  }
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
    // Apart from what pages ask for by its bare name: see `assetHeaders`.
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    target: ['es2022', 'chrome117', 'firefox119', 'safari17.4'],
    logLevel: 'warning',
    metafile: true,
    plugins: [narrowSelectors, fetchFirst],
    // Asked for by HiGHS' loader under Node only.
    external: ['node:module'],
  } satisfies BuildOptions
}

if (import.meta.main) await buildClient()
