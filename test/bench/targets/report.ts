import { readFileSync, writeFileSync } from 'node:fs'
import type { Plan, Results, Row, Target } from './target.ts'

const FILE = 'docs/bench.md'
const BEGIN = '<!-- The table between these two lines is written by npm run bench -- --write. -->'
const END = '<!-- End of the written table. -->'

/** A section for each target, in Markdown. */
export function render(targets: readonly Target[], plan: Plan, results: Results): string {
  return targets
    .map((target) => [`### ${target.title}`, '', ...table(target.rows(plan, results))].join('\n'))
    .concat(`Measured at commit ${commitsIn(results).join(', ')}, with Node ${process.versions.node}.`)
    .join('\n\n')
}

function commitsIn(results: Results): string[] {
  return [...new Set(results.under('').map(([, { commit }]) => String(commit)))]
}

function table(rows: readonly Row[]): string[] {
  return [
    '| what | reached | wanted | |',
    '|---|---|---|---|',
    ...rows.map(
      ({ what, reached, wanted, verdict }) => `| ${[what, reached, wanted, verdict].join(' | ')} |`,
    ),
  ]
}

/** Puts the table between its two lines in docs/bench.md. */
export function writeReport(markdown: string): void {
  const document = readFileSync(FILE, 'utf8')
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`${FILE} has no place for the table`)
  writeFileSync(FILE, `${document.slice(0, begin + BEGIN.length)}\n\n${markdown}\n\n${document.slice(end)}`)
}
