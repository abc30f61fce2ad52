import { accessSync, constants, readFileSync, type Stats, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import * as text from '../text/nb/cli.ts'
import * as problems from '../text/nb/problems.ts'
import { PLAN_DATES } from '../usecases/plan-dates.ts'
import { type PlanInput, planDistrict } from '../usecases/plan-district.ts'
import { faultLine } from './plan-fault.ts'
import { reportLines } from './plan-report.ts'

const BUILT = 0
const BAD_INPUT = 2
/** Progress is told when it has come this much further, in parts of the whole. */
const PROGRESS_STEPS = 10

const KNOWN: ReadonlySet<string> = new Set(['from', 'weeks', 'seed', 'iterations', 'out'])

/** `npm run plan`: a district file in, a rota file and a report out. Progress goes to stderr, the report to stdout. */
function plan(args: readonly string[]): number {
  const options = readOptions(args)
  if (options.kind === 'help') return say(text.usage, BUILT)
  if (options.kind === 'refused') return refuse([options.why, '', text.usage])
  const { file, out } = options
  const content = readText(file)
  if (content.kind === 'refused') return refuse([content.why])
  const noWay = out === null ? undefined : whyNotWritable(out, file)
  if (noWay) return refuse([noWay])

  const started = process.hrtime.bigint()
  const result = planDistrict({
    ...options.input,
    text: content.text,
    onProgress: progressTo(process.stderr),
  })
  if (result.kind === 'option-refused')
    return refuse([text.badOption(result.option, result.value, PLAN_DATES)])
  if (result.kind === 'file-refused') {
    const lines = result.problems.map((problem) => problems.line(file, problem))
    return refuse([...lines, text.refused(lines.length)])
  }
  if (result.kind === 'cannot-build') return refuse([faultLine(result)])
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  process.stderr.write(`${text.speed(seconds, result.plan.iterations / seconds)}\n`)
  if (out !== null) {
    const failed = writeText(out, result.plan.text)
    if (failed) return refuse([failed])
  }
  const last = out === null ? [] : ['', text.written(out)]
  return say([...reportLines(result.plan), ...last].join('\n'), BUILT)
}

type Options =
  | {
      readonly kind: 'plan'
      readonly file: string
      readonly out: string | null
      readonly input: Omit<PlanInput, 'text' | 'onProgress'>
    }
  | { readonly kind: 'help' }
  | { readonly kind: 'refused'; readonly why: string }

function readOptions(args: readonly string[]): Options {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    strict: false,
    tokens: true,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      weeks: { type: 'string' },
      seed: { type: 'string' },
      iterations: { type: 'string' },
      out: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) return { kind: 'help' }
  const given = new Set<string>()
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    if (given.has(token.name)) return { kind: 'refused', why: text.optionTwice(token.rawName) }
    given.add(token.name)
    if (!KNOWN.has(token.name)) return { kind: 'refused', why: text.unknownOption(token.rawName) }
    if (token.value === undefined) return { kind: 'refused', why: text.missingValue(token.rawName) }
  }
  const [file, surplus] = positionals
  if (file === undefined) return { kind: 'refused', why: text.noFile }
  if (surplus !== undefined) return { kind: 'refused', why: text.tooManyFiles(surplus) }
  const { from = '', weeks = '26', seed = '1', iterations = null, out = null } = values as Values
  for (const [option, value] of Object.entries({ weeks, seed, iterations }))
    if (value !== null && !/^\d{1,15}$/.test(value))
      return {
        kind: 'refused',
        why: text.badOption(option as 'weeks' | 'seed' | 'iterations', value, PLAN_DATES),
      }
  const input = {
    from,
    weeks: Number(weeks),
    seed: Number(seed),
    iterations: iterations === null ? null : Number(iterations),
  }
  return { kind: 'plan', file, out, input }
}

/** Every option is a text once each is known to have a value. */
interface Values {
  readonly from?: string
  readonly weeks?: string
  readonly seed?: string
  readonly iterations?: string
  readonly out?: string
}

type Read =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: string }

function readText(file: string): Read {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(file)
  } catch (error) {
    return { kind: 'refused', why: text.unreadable(file, codeOf(error)) }
  }
  try {
    return { kind: 'read', text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes) }
  } catch {
    return { kind: 'refused', why: text.notText(file) }
  }
}

/** Told before the building, which takes its time. */
function whyNotWritable(out: string, file: string): string | undefined {
  if (out === '') return text.emptyOut
  try {
    const folder = statSync(dirname(out))
    if (!folder.isDirectory()) return text.unwritable(out, 'ENOTDIR')
    const standing = statSync(out, { throwIfNoEntry: false })
    if (standing?.isDirectory() || out.endsWith('/')) return text.unwritable(out, 'EISDIR')
    // By the file itself: a link or another way of writing the path leads to the same one.
    if (standing && isSameFile(standing, statSync(file))) return text.outIsInput(out)
    accessSync(standing ? out : dirname(out), constants.W_OK)
    return undefined
  } catch (error) {
    return text.unwritable(out, codeOf(error))
  }
}

function isSameFile(a: Stats, b: Stats): boolean {
  return a.dev === b.dev && a.ino === b.ino
}

/** Why it could not be written after all, such as for a full disk. */
function writeText(out: string, content: string): string | undefined {
  try {
    writeFileSync(out, content)
    return undefined
  } catch (error) {
    return text.unwritable(out, codeOf(error))
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code)
  throw error
}

function progressTo(stream: NodeJS.WriteStream): NonNullable<PlanInput['onProgress']> {
  let told = -1
  return ({ done, iterations, open, cost }) => {
    const step = Math.floor((PROGRESS_STEPS * done) / iterations)
    if (step === told) return
    told = step
    stream.write(`${text.progress(done, iterations, open, cost)}\n`)
  }
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`)
  return BAD_INPUT
}

function say(lines: string, status: number): number {
  process.stdout.write(`${lines}\n`)
  return status
}

process.exitCode = plan(process.argv.slice(2))
