import { readdirSync, readFileSync } from 'node:fs'

const DOOR_ROOMS = /^(web|api|jobs|cli)\/|^(index|node)\.ts$/
const IMPORT = /import (type )?\{([^}]*)\} from '(?:\.\.?\/)*(?:usecases\/|\.\/)?([\w-]+)\.ts'/g

/** Of the request itself, for the pages' menus, or a hash of what a page has: they decide nothing and read nothing that is stored. */
const OF_REQUESTS = ['context', 'gate', 'refusal']
const NO_VERB = [...OF_REQUESTS, 'set-up-reading']

const sources = new Map(
  readdirSync('src', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`.slice('src/'.length)
      return [path, readFileSync(`src/${path}`, 'utf8')] as const
    }),
)

const textOf = (name: string) => sources.get(`usecases/${name}.ts`) ?? ''

/** Files of use cases of which another room calls a function that takes the context first and may answer later. */
export function usedVerbs(): string[] {
  const called = [...sources].flatMap(([path, source]) =>
    DOOR_ROOMS.test(path) ? importsOf(source).filter(({ text }) => text.includes('usecases/')) : [],
  )
  const verbs = called.filter(
    ({ file, names }) => !NO_VERB.includes(file) && names.some((name) => takesContext(textOf(file), name)),
  )
  return [...new Set(verbs.map(({ file }) => file))].sort()
}

/** What a use case asks at its gate, and every word in quotes in it and in what it is made of. */
export function verbSources(name: string): {
  readonly gates: readonly string[]
  readonly words: ReadonlySet<string>
} {
  const texts = [...withParts(name, new Set())].map(textOf)
  const gates = [...textOf(name).matchAll(/gate(?:Fresh)?\(\s*ctx,\s*'([a-z-]+)'/g)]
  const words = texts.flatMap((text) => [...text.matchAll(/'([a-z-]+)'/g)].map((found) => found[1] ?? ''))
  return { gates: gates.map((found) => found[1] ?? ''), words: new Set(words) }
}

function withParts(name: string, seen: Set<string>): ReadonlySet<string> {
  if (seen.has(name) || OF_REQUESTS.includes(name)) return seen
  seen.add(name)
  for (const { file } of importsOf(textOf(name))) if (textOf(file) !== '') withParts(file, seen)
  return seen
}

function importsOf(source: string) {
  return [...source.matchAll(IMPORT)]
    .filter(([, type]) => type === undefined)
    .map(([text, , names = '', file = '']) => ({ text, file, names: valuesIn(names) }))
}

function valuesIn(names: string): string[] {
  const all = names.split(',').map((name) => name.trim())
  return all.flatMap((name) => (name === '' || name.startsWith('type ') ? [] : [name.split(' as ')[0] ?? '']))
}

function takesContext(source: string, name: string): boolean {
  return new RegExp(`export (?:async )?function ${name}\\b(?:<[^>]*>)?\\(\\s*ctx: Context`).test(source)
}
