import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'highs-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Ten days for three doctors of equal load: four days each cannot be shared more evenly than 3, 3 and 2 weekdays. */
const CASE = `num_staff = 3;
num_days = 10;
work_load = [100, 100, 100];
unavailable = [{2}, {}, {}];
fixed = [{}, {}, {}];
weekend_offset = 2;
adj_days_str = 3;
wed_before_weekend_str = 2;
`

function bench(...args: readonly string[]) {
  const file = join(folder, 'case.dzn')
  const out = join(folder, 'out.txt')
  writeFileSync(file, CASE)
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['src/cli/bench-oncall.ts', file, out, '--iterations', '2000', ...args],
    { encoding: 'utf8' },
  )
  return { status, stdout, stderr, rota: status === 0 ? readFileSync(out, 'utf8').trim().split('\n') : [] }
}

describe('a bench with a proof asked for', { timeout: 30_000 }, () => {
  it('tells that its rota is the best there is, and writes that one', () => {
    const { status, stdout, rota } = bench('--prove', '10', '--polish', '2')
    expect({ status, days: rota.length }).toEqual({ status: 0, days: 10 })
    expect(stdout).toMatch(/Slipt med HiGHS: .* → .* poeng/)
    expect(stdout).toMatch(/Bevist best: \d+,00 poeng/)
  })

  it('refuses seconds that are none', () => {
    const { status, stderr } = bench('--prove', '-1')
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringContaining('--prove: «-1» er ikke et tall fra 0 til 86400.'),
    })
  })
})
