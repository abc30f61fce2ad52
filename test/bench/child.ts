import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ChildRun {
  /** Null for one that was stopped because it took too long. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** Of the whole process, its start included; null where it was stopped. */
  readonly cpuSeconds: number | null
  readonly wallSeconds: number
  readonly megabytes: number | null
}

/** Runs a program of ours in a process of its own, with its own account of CPU time and memory. */
export function runChild(script: string, args: readonly string[], most = 3600): ChildRun {
  const folder = mkdtempSync(join(tmpdir(), 'bench-child-'))
  const account = join(folder, 'account.json')
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', join(import.meta.dirname, 'account.ts'), script, ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, BENCH_ACCOUNT: account },
      timeout: most * 1000,
      maxBuffer: 1 << 28,
    },
  )
  const wallSeconds = (performance.now() - began) / 1000
  const { cpuSeconds = null, megabytes = null } = readAccount(account)
  rmSync(folder, { recursive: true })
  return { status, stdout, stderr, cpuSeconds, wallSeconds, megabytes }
}

function readAccount(file: string): { readonly cpuSeconds?: number; readonly megabytes?: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** The last line of an output that is JSON; undefined when there is none. */
export function lastJson(output: string): Readonly<Record<string, unknown>> | undefined {
  return jsonLines(output).at(-1)
}

export function jsonLines(output: string): Readonly<Record<string, unknown>>[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Readonly<Record<string, unknown>>]
      } catch {
        return []
      }
    })
}
