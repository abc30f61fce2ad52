import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
afterAll(() => rmSync(folder, { recursive: true }))

function run(program: 'legevakt' | 'oncall', ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/bench-${program}.ts`, ...args], {
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function fileWith(content: unknown): string {
  const path = join(folder, 'case')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

interface Duty {
  readonly id: string
  readonly day: number
  readonly hours10: number
}

/** Two weeks of one evening duty a day, five doctors, and a conditional backup for the one who may not work alone. */
function instance() {
  const duty = (day: number, type: 'E' | 'B') => ({
    id: `d${day}-${type}`,
    day,
    kind: type === 'E' ? 'site' : 'backup',
    type,
    start: day * 24 + 16,
    end: day * 24 + (type === 'E' ? 23 : 32),
    hours10: type === 'E' ? 70 : 32,
    night: false,
    weekend: day % 7 >= 5,
    holiday: false,
    specialistOnly: type === 'B',
    optional: type === 'B',
  })
  const days = Array.from({ length: 14 }, (_, day) => day)
  const target = { hours10: 196, night10: 0, weekend10: 8, holiday10: 0 }
  const gps = ['G1', 'G2', 'G3', 'G4', 'G5'].map((id) => ({
    id,
    exempt: false,
    specialist: id !== 'G5',
    leaveWeeks: id === 'G1' ? [0] : [],
    requestsOff: id === 'G2' ? [{ day: 3, weight: 2 }] : [],
    dislikes: null,
    weeklyCap10: 250,
    target,
  }))
  const weights = {
    hours10: 1,
    night: 100,
    weekend: 200,
    holiday: 200,
    request: 300,
    dislike: 50,
    spacing: 60,
    optionalBackup: 20,
  }
  const rules = {
    oneDutyPerDay: true,
    restSite: 11,
    restHome: 8,
    maxConsecutiveDuties: 2,
    maxNightsIn7: 3,
    noTwoWeekendsInRow: true,
    spacingDays: 3,
    weights,
  }
  return { days: 14, weeks: 2, slots: days.flatMap((day) => [duty(day, 'E'), duty(day, 'B')]), gps, rules }
}

/** The judge's points of a rota of the instance above, counted by themselves. */
function judge(given: ReturnType<typeof instance>, holders: ReadonlyMap<string, string>): number {
  let points = 0
  for (const gp of given.gps) {
    const own: Duty[] = given.slots.filter((slot) => holders.get(slot.id) === gp.id)
    const days = own.map((slot) => slot.day)
    points += Math.abs(own.reduce((sum, slot) => sum + slot.hours10, 0) - gp.target.hours10)
    const weekends = days.filter((day) => day % 7 >= 5).length
    points += (200 * (10 * weekends - gp.target.weekend10) ** 2) / 100
    for (let day = 0; day + 3 <= 14; day++)
      points += 60 * Math.max(0, days.filter((held) => held >= day && held < day + 3).length - 1)
    if (gp.id === 'G2') points += 600 * days.filter((day) => day === 3).length
  }
  return points + 20 * [...holders.keys()].filter((id) => id.endsWith('B')).length
}

const ON_CALL = `num_staff = 3; % a small one
work_load = [100, 50, 100];
num_days = 12;
unavailable = [{1, 4, 5}, {}, {}];
fixed = [{}, {2}, {}];
weekend_offset = 2;
adj_days_str = 1;
wed_before_weekend_str = 1;`

describe('npm run bench:legevakt', { timeout: 60_000 }, () => {
  it('writes a rota that keeps the rules and whose points are the judge’s, the same for the same seed and iterations', () => {
    const given = instance()
    const out = [join(folder, 'a.csv'), join(folder, 'b.csv')] as const
    const [first] = out.map((path) =>
      run('legevakt', fileWith(given), path, '--iterations', '60000', '--seed', '3'),
    )
    expect(first?.status).toBe(0)
    expect(readFileSync(out[0], 'utf8')).toBe(readFileSync(out[1], 'utf8'))
    const lines = readFileSync(out[0], 'utf8').trim().split('\n')
    const holders = new Map(lines.map((line) => line.split(',') as [string, string]))
    for (let day = 0; day < 14; day++) {
      const holder = holders.get(`d${day}-E`)
      expect(holder).toBeDefined()
      if (day < 7) expect(holder).not.toBe('G1')
      if (holder === 'G5') expect(holders.get(`d${day}-B`)).toMatch(/G[1-4]/)
    }
    const points = Number(/([\d\u00a0 ]+),(\d\d) poeng/.exec(first?.stdout ?? '')?.[1]?.replace(/\D/g, ''))
    expect(points).toBe(Math.floor(judge(given, holders)))
    expect(first?.stdout).toContain('0 brudd, 0 ledige vakter')
    expect(first?.stdout).toContain('--seed 3 --iterations 60000 --planned 60000')
  })

  it('stops at the CPU seconds it is given, and its last line repeats the run', () => {
    const [a, b] = [join(folder, 'c.csv'), join(folder, 'd.csv')]
    const timed = run('legevakt', fileWith(instance()), a, '--seconds', '0.5')
    const again = timed.stdout.trim().split('\n').at(-1)?.split(' ') ?? []
    expect(run('legevakt', fileWith(instance()), b, ...again).status).toBe(0)
    expect(readFileSync(b, 'utf8')).toBe(readFileSync(a, 'utf8'))
  })

  it.each([
    ['{', 'JSON'],
    [{ ...instance(), gps: [] }, 'gps'],
    [{ ...instance(), days: 13 }, 'days kan ikke være «13»'],
    [
      { ...instance(), slots: [{ ...instance().slots[0], hours10: -1 }] },
      'slots.0.hours10 kan ikke være «-1»',
    ],
    [
      {
        ...instance(),
        gps: [{ ...instance().gps[0], target: { ...instance().gps[0]?.target, hours10: 1e300 } }],
      },
      'gps.0.target.hours10 kan ikke være «1e+300»',
    ],
    [
      { ...instance(), rules: { ...instance().rules, maxNightsIn7: 1e15 } },
      'rules.maxNightsIn7 kan ikke være «1000000000000000»',
    ],
    [{ ...instance(), slots: [instance().slots[0], instance().slots[0]] }, 'slots.1.id kan ikke være «d0-E»'],
    [
      { ...instance(), rules: { ...instance().rules, spacingDays: 9 } },
      'rules.spacingDays kan ikke være «9»',
    ],
  ])('refuses what it cannot read and exits 2: %#', (content, why) => {
    const { status, stderr } = run('legevakt', fileWith(content), join(folder, 'x.csv'))
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(why) })
  })

  it.each([
    [['--seconds', '0'], '--seconds'],
    [['--seed', '-1'], '--seed'],
    [['--iterations', 'many'], '--iterations'],
    [['--fast', '1'], '--fast'],
    [['third'], 'third'],
  ])('refuses options that it cannot follow: %j', (options, why) => {
    const { status, stderr } = run('legevakt', fileWith(instance()), join(folder, 'x.csv'), ...options)
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(why) })
  })
})

describe('npm run bench:oncall', { timeout: 60_000 }, () => {
  it('gives each day to one who may take it, and what is fixed to whom it is fixed', () => {
    const out = join(folder, 'o.txt')
    expect(run('oncall', fileWith(ON_CALL), out, '--iterations', '40000').status).toBe(0)
    const staff = readFileSync(out, 'utf8').trim().split('\n').map(Number)
    expect(staff).toHaveLength(12)
    for (const person of staff) expect([1, 2, 3]).toContain(person)
    expect(staff[1]).toBe(2)
    for (const day of [1, 4, 5]) expect(staff[day - 1]).not.toBe(1)
    for (const weekend of [3, 8]) {
      expect(staff[weekend - 1]).not.toBe(staff[weekend - 2])
      expect(staff[weekend - 1]).not.toBe(staff[weekend])
    }
  })

  it.each([
    [ON_CALL.replace('num_days = 12', 'num_days = twelve'), 'num_days kan ikke være «twelve»'],
    [ON_CALL.replace('[100, 50, 100]', '[100, 50]'), 'work_load kan ikke være «2»'],
    [ON_CALL.replace('weekend_offset = 2;', ''), 'weekend_offset mangler'],
    [ON_CALL.replace('{2}, {}]', '{2}, {2}]'), 'fixed kan ikke være «2»'],
    ['', 'num_staff mangler'],
  ])('refuses what it cannot read and exits 2: %#', (content, why) => {
    const { status, stderr } = run('oncall', fileWith(content), join(folder, 'x.txt'))
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(why) })
  })
})
