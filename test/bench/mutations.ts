import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { RuleId } from '../../src/core/rules/violation.ts'
import { MUTATION_KINDS, MUTATIONS, type Mutation, type MutationKind } from './mutation-table.ts'

const CORE = 'src/core'
const HEAD = `# Each rule broken on purpose

Written by \`node test/bench/mutations.ts\`: each rule of \`src/core/rules\` is broken once in each of three ways (\`test/bench/mutation-table.ts\`),
in a copy of the checkout, and the tests of the rules are run. The last column names the first test that went red.

| rule | broken how | what it then does | test that goes red |
| --- | --- | --- | --- |`

/**
 * Breaks each rule in three ways, one at a time and in a copy of the checkout, runs the tests of the rules and tells which go
 * red. `node test/bench/mutations.ts` takes some minutes and writes docs/mutations.md; words after it name the only rules to break,
 * and then nothing is written.
 */
const only = process.argv.slice(2)
for (const { mutation } of chosen()) sourceOf('.', mutation)
const copy = copyOfCheckout()
try {
  const green = redTests(copy)
  if (green.length > 0) throw new Error(`red before anything was broken: ${green.join(' · ')}`)
  const results = chosen().map(broken)
  const survived = results.filter(({ red }) => red.length === 0)
  console.log(`${results.length - survived.length} of ${results.length} were noticed`)
  if (only.length === 0) writeFileSync('docs/mutations.md', page(results))
  if (survived.length > 0) process.exitCode = 1
} finally {
  rmSync(copy, { recursive: true })
}

interface Broken {
  readonly ruleId: string
  readonly kind: MutationKind
  readonly mutation: Mutation
  readonly red: readonly string[]
}

function chosen(): Omit<Broken, 'red'>[] {
  return (Object.keys(MUTATIONS) as RuleId[])
    .filter((ruleId) => only.length === 0 || only.includes(ruleId))
    .flatMap((ruleId) =>
      (Object.keys(MUTATION_KINDS) as MutationKind[]).map((kind) => ({
        ruleId,
        kind,
        mutation: MUTATIONS[ruleId][kind],
      })),
    )
}

function copyOfCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mutations-'))
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json'])
    cpSync(part, join(folder, part), { recursive: true })
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  // A busy machine breaks no rule.
  const options = { include: ['test/core/rules/**/*.test.ts'], isolate: false, testTimeout: 120_000 }
  const config = `export default ${JSON.stringify({ test: options })}\n`
  writeFileSync(join(folder, 'vitest.config.ts'), config)
  return folder
}

function broken(one: Omit<Broken, 'red'>): Broken {
  const { file, text, by } = one.mutation
  const source = sourceOf(copy, one.mutation)
  // As a function: signs such as $& would else mean something.
  writeFileSync(
    join(copy, CORE, file),
    source.replace(text, () => by),
  )
  const red = redTests(copy)
  writeFileSync(join(copy, CORE, file), source)
  console.log(`${one.ruleId}, ${MUTATION_KINDS[one.kind]}: ${red[0] ?? 'SURVIVED'}`)
  return { ...one, red }
}

/** The source to break; refused unless the text stands in it once. */
function sourceOf(folder: string, { file, text }: Mutation): string {
  const source = readFileSync(join(folder, CORE, file), 'utf8')
  if (source.split(text).length !== 2) throw new Error(`${file} holds not once: ${text}`)
  return source
}

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

function redTests(folder: string): string[] {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  spawnSync(process.execPath, [vitest, 'run', '--reporter=json', `--outputFile=${report}`], { cwd: folder })
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const failed = assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => fullName)
    return failed.length === 0 && assertionResults.length === 0 ? [`${name}: ${message}`] : failed
  })
}

function page(results: readonly Broken[]): string {
  const rows = results.map(({ ruleId, kind, mutation, red }) => {
    const [first, ...others] = red
    const told = first
      ? `${cell(first)}${others.length > 0 ? ` (and ${others.length} more)` : ''}`
      : '**survived**'
    return `| ${ruleId} | ${MUTATION_KINDS[kind]} | ${cell(mutation.what)} | ${told} |`
  })
  return `${HEAD}\n${rows.join('\n')}\n`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
