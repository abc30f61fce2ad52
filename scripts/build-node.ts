import { build } from 'esbuild'

const FILE = 'dist/node/server.js'

/**
 * Bundles src/node.ts into one file that Node runs by itself: pages are JSX, which Node does not read. What is to be
 * deployed is built without the doors of a development server.
 */
export async function buildNode(file: string = FILE, withDevDoors = true): Promise<void> {
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
    define: { WITH_DEV_DOORS: String(withDevDoors) },
    logLevel: 'warning',
  })
}

if (import.meta.main) await buildNode(FILE, process.argv.includes('--dev-doors'))
