import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'

/** The programs that are not on this machine. */
export function missingPrograms(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(':')
  return names.filter((name) => !folders.some((folder) => isExecutable(join(folder, name))))
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end, at most a minute, while this process goes on answering. */
export function run(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  input = '',
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, timeout: 60_000 })
    const read = { stdout: '', stderr: '' }
    child.stdout.on('data', (chunk) => {
      read.stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      read.stderr += chunk
    })
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, ...read }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
