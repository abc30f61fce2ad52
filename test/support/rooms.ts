/** What one room may use: other rooms or single files of src, and npm or runtime modules. */
interface Room {
  readonly imports: readonly string[]
  readonly modules: readonly string[]
}

const core = ['core/time', 'core/rota', 'core/ledger', 'core/rules', 'core/plans'] as const

/** Of reports only what a table is: pages draw the same tables as files do. */
const page: Room = {
  imports: [...core, 'usecases', 'text', 'board', 'reports/sheet.ts'],
  modules: ['hono', 'zod'],
}
const output: Room = { imports: [...core, 'text'], modules: [] }
const door = ['web', 'api', 'jobs', 'data/database.ts', 'usecases/context.ts']

/** The import table. A room may always import itself; type imports count. */
export const rooms: Readonly<Record<string, Room>> = {
  'core/time': { imports: [], modules: [] },
  'core/rota': { imports: core.slice(0, 1), modules: [] },
  'core/ledger': { imports: core.slice(0, 2), modules: [] },
  'core/rules': { imports: core.slice(0, 3), modules: [] },
  'core/plans': { imports: core.slice(0, 4), modules: [] },
  solver: { imports: core, modules: [] },
  text: { imports: core, modules: [] },
  board: { imports: [...core, 'text'], modules: [] },
  exchange: { imports: [...core, 'text'], modules: ['zod'] },
  feeds: output,
  reports: output,
  data: { imports: core, modules: ['kysely'] },
  identity: { imports: [...core, 'data'], modules: [] },
  usecases: {
    imports: [...core, 'solver', 'exchange', 'feeds', 'reports', 'data', 'identity', 'text'],
    modules: [],
  },
  jobs: { imports: ['usecases', 'solver', 'text'], modules: ['cloudflare:workers'] },
  web: page,
  api: page,
  client: { imports: [...core, 'solver', 'text', 'board'], modules: [] },
  cli: { imports: ['usecases', 'exchange', 'solver', 'text'], modules: ['node:'] },
  'index.ts': { imports: door, modules: ['hono', 'cloudflare:workers'] },
  'node.ts': { imports: [...door, 'data/sqlite-d1.ts'], modules: ['hono', 'node:'] },
}

/** Modules that one file may import though its room may not. */
const modulesOfFile: Readonly<Record<string, readonly string[]>> = {
  'feeds/ics.ts': ['ics'],
  'data/sqlite-d1.ts': ['node:sqlite'],
  'identity/provider-answer.ts': ['oauth4webapi'],
  'identity/provider-client.ts': ['oauth4webapi'],
  'identity/provider-fault.ts': ['oauth4webapi'],
  'identity/provider-metadata.ts': ['oauth4webapi'],
  'identity/provider-sending.ts': ['oauth4webapi'],
  'exchange/xlsx.ts': ['read-excel-file'],
  'cli/highs.ts': ['highs'],
  'client/highs.ts': ['highs'],
  'web/calendar/qr.tsx': ['qr'],
  'identity/passkey.ts': ['@simplewebauthn/server'],
}

const barrels = ['index.ts', 'core/rules/index.ts']
const emptyNames =
  /^(utils?|helpers?|common|services?|managers?|types)$|-(utils?|helpers?|manager|service|types)$/
const longestFile = 400
const filesBeforeFolders = 12

/** The room that a file of src belongs to; undefined when it lies in none. The path is relative to src. */
export function roomOf(path: string): string | undefined {
  if (!path.includes('/')) return path in rooms ? path : undefined
  const [first = '', second = ''] = path.split('/')
  const room = first === 'core' ? `core/${second}` : first
  return room in rooms && path.startsWith(`${room}/`) ? room : undefined
}

/** Every module a source text names in import and export-from, types and dynamic imports included. */
export function specifiersIn(source: string): string[] {
  const patterns = [
    /(?:^|;)\s*import\b(?!\s*[.(])[\s\S]*?\bfrom\s*(['"])(?<specifier>[^'"]+)\1/gm,
    /(?:^|;)\s*import\s*(['"])(?<specifier>[^'"]+)\1/gm,
    /(?:^|;)\s*export\s+(?:type\s+)?(?:\*|\{)[^;]*?\bfrom\s*(['"])(?<specifier>[^'"]+)\1/gm,
    /\b(?:import|require)\s*\(\s*(['"`])(?<specifier>[^'"`]+)\1/g,
  ]
  return patterns.flatMap((pattern) =>
    [...source.matchAll(pattern)].map((match) => match.groups?.specifier ?? ''),
  )
}

/** What is wrong with one file of src by the rules of the house, each as a sentence. */
export function faultsIn(path: string, source: string): string[] {
  const room = roomOf(path)
  if (room === undefined) return [`src/${path} lies in no known room`]
  return [...nameFaults(path), ...exportFaults(path, source), ...importFaults(path, room, source)].map(
    (fault) => `src/${path} ${fault}`,
  )
}

/** The texts have a folder for each language from the first file on, so that a language is added by adding one. */
const roomsByFolder = ['text']

/** Rooms of src that have folders of their own before they have more files than a person can scan. */
export function folderFaults(paths: readonly string[]): string[] {
  const flatRooms = Object.keys(rooms).filter((room) => !roomsByFolder.includes(room))
  return flatRooms.flatMap((room) => {
    const files = paths.filter((path) => path.startsWith(`${room}/`))
    const isDeep = files.some((path) => path.slice(room.length + 1).includes('/'))
    return isDeep && files.length <= filesBeforeFolders
      ? [`src/${room} has folders for ${files.length} files`]
      : []
  })
}

function nameFaults(path: string): string[] {
  const parts = path.split('/').map((part) => part.replace(/\.tsx?$/, ''))
  const empty = parts
    .filter((part) => emptyNames.test(part))
    .map((part) => `has a name that says nothing: ${part}`)
  const isBarrel = parts.at(-1) === 'index' && !barrels.includes(path)
  return isBarrel ? [...empty, 'is a barrel'] : empty
}

function exportFaults(path: string, source: string): string[] {
  const faults = []
  if (/\bexport\s+(type\s+)?\*/.test(source)) faults.push('exports everything of another file')
  if (path !== 'index.ts' && /\bexport\s+default\b|\bas\s+default\b/.test(source))
    faults.push('has a default export')
  if (!barrels.includes(path) && isOnlyReExports(source)) faults.push('is a barrel')
  const lines = source.trimEnd().split('\n').length
  if (lines > longestFile) faults.push(`has ${lines} lines, more than ${longestFile}`)
  return faults
}

function isOnlyReExports(source: string): boolean {
  const statement = /^\s*export\s+(?:type\s+)?(?:\*[^'"]*|\{[^}]*\}\s*)from\s*['"][^'"]+['"];?/gm
  const rest = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').replace(statement, '')
  return rest.trim() === '' && rest !== source
}

function importFaults(path: string, room: string, source: string): string[] {
  // A file with JSX imports its runtime without saying so (jsxImportSource in tsconfig.json).
  const specifiers = path.endsWith('.tsx') ? ['hono/jsx', ...specifiersIn(source)] : specifiersIn(source)
  const hidden = /\bimport\s*\(\s*[^'"`\s)]/.test(source) ? ['imports a module whose name is computed'] : []
  return [
    ...hidden,
    ...specifiers.flatMap((specifier) =>
      specifier.startsWith('.') ? relativeFaults(path, room, specifier) : moduleFaults(path, room, specifier),
    ),
  ]
}

function relativeFaults(path: string, room: string, specifier: string): string[] {
  const target = resolve(path, specifier)
  if (target === undefined) return [`imports ${specifier}, outside src`]
  if (!/\.(tsx?|css)$/.test(target)) return [`imports ${specifier} without its extension`]
  const targetRoom = roomOf(target)
  const allowed = rooms[room]?.imports ?? []
  const isAllowed = targetRoom !== undefined && [room, ...allowed].includes(targetRoom)
  return isAllowed || allowed.includes(target) ? [] : [`imports ${target}: ${room} may not`]
}

function moduleFaults(path: string, room: string, specifier: string): string[] {
  const allowed = [...(rooms[room]?.modules ?? []), ...(modulesOfFile[path] ?? [])]
  const isAllowed = allowed.some(
    (name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
  )
  return isAllowed ? [] : [`imports ${specifier}: ${room} may not`]
}

function resolve(from: string, specifier: string): string | undefined {
  const parts = from.split('/').slice(0, -1)
  for (const part of specifier.split('/')) {
    if (part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
