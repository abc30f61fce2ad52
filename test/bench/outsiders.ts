import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What others have written and we are judged by; it is no part of this repository. */
export interface Outsiders {
  /** A made instance of so many doctors and weeks; the same arguments give the same file. */
  readonly instance: (size: number, weeks: number, seed: number) => string
  readonly judge: (instance: string, rota: string) => Verdict
  readonly onCallFile: (name: string) => string
  readonly judgeOnCall: (file: string, rota: string) => Verdict
  /** Where rotas are written. */
  readonly folder: string
}

export interface Verdict {
  readonly points: number
  /** Breaches of the judge's hard rules. */
  readonly hard: number
}

/** The folder is given; undefined when there is none, or the judges are not in it. */
export function findOutsiders(root: string | undefined): Outsiders | undefined {
  if (!root || !existsSync(join(root, 'legevakt', 'gen.mjs'))) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'bench-outsiders-'))
  const legevakt = (name: string) => join(root, 'legevakt', name)
  const onCall = (name: string) => join(root, 'oncall', name)
  return {
    folder,
    instance: (size, weeks, seed) => {
      const file = join(folder, `${size}-${weeks}-${seed}.json`)
      if (!existsSync(file)) writeFileSync(file, run(legevakt('gen.mjs'), [size, weeks, seed].map(String)))
      return file
    },
    judge: (instance, rota) => {
      const { penalty, hard } = read(run(legevakt('score.mjs'), [instance, rota]))
      return { points: Number(penalty), hard: Number(hard) }
    },
    onCallFile: (name) => onCall(`${name}.dzn`),
    judgeOnCall: (file, rota) => {
      const { objective, hard } = read(run(onCall('oncall.mjs'), ['score', file, rota]))
      return { points: Number(objective), hard: Number(hard) }
    },
  }
}

/** The judges exit with 1 when a hard rule is broken, and say the same. */
function run(script: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (stdout === '') throw new Error(`${script} ${args.join(' ')}: ${stderr}`)
  return stdout
}

function read(output: string): Readonly<Record<string, unknown>> {
  const [json = ''] = /\{.*\}/.exec(output) ?? []
  return JSON.parse(json)
}
