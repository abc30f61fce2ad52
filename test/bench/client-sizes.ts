import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { bundling, needed } from '../../scripts/build-client.ts'

const SOURCE = 'src/client'

/** What the board fetches, in its order: each stage costs what the stages before it have not fetched already. */
const STAGES = [
  ['keys and pointer', 'board-island.ts'],
  ['their words', 'board/edit-words-nb.ts'],
  ['rules, before the first mark', 'board/checks.ts'],
  ['panels', 'board/panels/panels.ts'],
  ['their words', 'board/words-nb.ts'],
  ['storing', 'board/sync.ts'],
] as const

/** Bytes after gzip of the board's script, stage by stage, of every island and worker alone, and of the style sheet. */
async function main(): Promise<void> {
  const islands = readdirSync(SOURCE).filter((name) => /-island\.tsx?$/.test(name))
  const { outputs, gzip } = await bundled([...islands, 'app.css'])
  const fetched = new Set<string>()
  let sum = 0
  for (const [stage, file] of STAGES) {
    const entry = entryOf(outputs, file)
    if (!entry) continue
    const added = [...needed(outputs, entry)].filter((chunk) => !fetched.has(chunk))
    const bytes = added.reduce((total, chunk) => total + gzip(chunk), 0)
    for (const chunk of added) fetched.add(chunk)
    sum += bytes
    console.log(`${stage.padEnd(32)} ${kilo(bytes)} more, ${kilo(sum)} in all`)
  }
  console.log()
  const workers = readdirSync(SOURCE).filter((name) => /-worker\.tsx?$/.test(name))
  tellAlone({ outputs, gzip }, [...islands, 'app.css'])
  // Bundled apart, as `npm run build` does.
  tellAlone(await bundled(workers), workers)
}

function tellAlone({ outputs, gzip }: Awaited<ReturnType<typeof bundled>>, names: readonly string[]): void {
  for (const name of names) {
    const entry = entryOf(outputs, name) ?? Object.keys(outputs).find((path) => path.endsWith(`/${name}`))
    if (!entry) throw new Error(`${name} was not bundled`)
    const chunks = [...needed(outputs, entry)]
    console.log(`${name.padEnd(32)} ${kilo(chunks.reduce((total, chunk) => total + gzip(chunk), 0))}`)
  }
}

type Outputs = Metafile['outputs']

async function bundled(names: readonly string[]) {
  const { metafile, outputFiles } = await build({ ...bundling(names), outdir: 'dist/sizes', write: false })
  const sizes = new Map(outputFiles.map(({ path, contents }) => [path, gzipSync(contents).length]))
  const gzip = (name: string) => [...sizes].find(([path]) => path.endsWith(name))?.[1] ?? 0
  return { outputs: metafile.outputs, gzip }
}

function entryOf(outputs: Outputs, file: string): string | undefined {
  return Object.keys(outputs).find((name) => outputs[name]?.entryPoint === `${SOURCE}/${file}`)
}

function kilo(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(8)
}

await main()
