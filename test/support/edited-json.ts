import { readFileSync } from 'node:fs'

export type ExampleName = 'nordoey' | 'fjordane' | 'storby'

export const EXAMPLES: readonly ExampleName[] = ['nordoey', 'fjordane', 'storby']

export function exampleText(name: ExampleName): string {
  return readFileSync(`examples/${name}.json`, 'utf8')
}

type Container = Record<string | number, unknown>

/**
 * A JSON text with some places given other values: `district.lines[0].name`, `[+]` at the end appends to a list,
 * undefined removes.
 */
export function editedJson(text: string, edits: Readonly<Record<string, unknown>>): string {
  const root = { json: JSON.parse(text) as unknown }
  for (const [path, value] of Object.entries(edits)) set(root, path === '' ? 'json' : `json.${path}`, value)
  return JSON.stringify(root.json)
}

function set(root: object, path: string, value: unknown): void {
  const parts = path.match(/[^.[\]]+/g) ?? []
  let container = root as Container
  for (const part of parts.slice(0, -1)) {
    if (typeof container[part] !== 'object' || container[part] === null)
      throw new Error(`no ${part} on the way to ${path}`)
    container = container[part] as Container
  }
  const last = parts.at(-1) as string
  const key = last === '+' ? (container as unknown as unknown[]).length : last
  if (value === undefined) delete container[key]
  else container[key] = structuredClone(value)
}
