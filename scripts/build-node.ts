import { build } from 'esbuild'

const FILE = 'dist/node/server.js'

/** Bundles src/node.ts into one file that Node runs by itself: pages are JSX, which Node does not read. */
export async function buildNode(file: string = FILE): Promise<void> {
  await build({
    entryPoints: ['src/node.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    // Packages that are CommonJS inside ask for Node's own modules by require.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url)",
    },
    logLevel: 'warning',
  })
}

if (import.meta.main) await buildNode()
