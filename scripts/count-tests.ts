import { readdirSync, readFileSync } from 'node:fs'

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/** A file that breaks before its first test has no failed test of its own: it counts as one. */
const brokenFiles = (report: Report): number =>
  report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  ).length

const [folder = '.'] = process.argv.slice(2)
const reports = readdirSync(folder).map(
  (name): Report => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')),
)
const passed = reports.reduce((sum, report) => sum + report.numPassedTests, 0)
const failed = reports.reduce((sum, report) => sum + report.numFailedTests + brokenFiles(report), 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
