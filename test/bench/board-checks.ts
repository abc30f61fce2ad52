import { gzipSync } from 'node:zlib'
import { loadRows } from '../../src/board/load-rows.ts'
import { judgeOf } from '../../src/client/board/judge.ts'
import { itemsToFix } from '../../src/client/board/panels/fix-items.ts'
import { type BoardFacts, fromFactsJson, toFactsJson } from '../../src/core/plans/board-facts.ts'
import { rankCandidates } from '../../src/core/plans/candidates.ts'
import { healsOf } from '../../src/core/plans/heal.ts'
import type { Cell } from '../../src/core/rota/assignment.ts'
import type { DraftCell } from '../../src/core/rota/draft.ts'
import { type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { filledExample } from '../support/filled-example.ts'
import { adoptedAgreement, CITY, cityRota } from './city.ts'

/**
 * What the board's browser does besides drawing, over half a year, in milliseconds of CPU of one core of this machine: a
 * laptop four times slower takes four times as long. Bytes are of the facts as JSON and after gzip.
 */
const [runs, edits] = process.argv.includes('--smoke') ? [1, 10] : [7, 200]

for (const [name, rota] of [
  ['fjordane, 18 doctors', filledExample('fjordane', '2027-01-04', 26)],
  ['storby, 42 doctors', filledExample('storby', '2027-01-04', 26)],
  ['city, 60 doctors', cityRota(60, 26, CITY, adoptedAgreement())],
] as const)
  console.log(JSON.stringify({ name, needs: rota.needs.length, ...measured(rota) }))

function measured(rota: Rota) {
  const facts = factsOf(rota)
  const text = JSON.stringify(toFactsJson(facts))
  const read = () => fromFactsJson(JSON.parse(text)).rota
  const judge = judgeOf(read())
  const found = judge.violations.length
  const changes = editsOf(rota).map((cell) => timed(() => judge.change([cell])))
  const place = { needId: rota.needs[rota.needs.length >> 1]?.id ?? '', seat: 0 }
  const blocking = judge.flags.flags.filter((flag) => flag.mark === 'blocks').slice(0, 5)
  return {
    found,
    bytes: text.length,
    gzip: gzipSync(text).length,
    writeMs: least(() => JSON.stringify(toFactsJson(facts))),
    readMs: least(read),
    // Of a rota that was read anew each time: nothing of it is known.
    judgeMs: leastOf(read, (own) => judgeOf(own)),
    editMs: { median: quantile(changes, 0.5), p95: quantile(changes, 0.95) },
    flagsMs: leastOf(
      () => judge.take([...judge.violations]),
      () => judge.flags,
    ),
    toFixMs: least(() => itemsToFix(judge, () => true)),
    candidatesMs: least(() => rankCandidates(judge.view, place, null)),
    healMs: blocking.map(({ violation }) => timed(() => [...healsOf(judge.view, violation, () => true)])),
    loadMs: least(() => loadRows(judge.view.rota)),
  }
}

function factsOf(rota: Rota): BoardFacts {
  const cells = new Map<string, DraftCell>([...rota.cells].map(([key, cell]) => [key, { ...cell, edit: 1 }]))
  const lineIds = rota.district.lines.map((line) => line.id)
  const told = { accountId: 'one', edits: 1, status: 'draft', revision: 1, lineIds } as const
  return { ...told, rota: { ...rota, cells }, cells }
}

function editsOf({ needs, district }: Rota): Cell[] {
  return Array.from({ length: edits }, (_, index) => {
    const need = needs[(index * 7919) % needs.length] as Rota['needs'][number]
    const doctor = district.doctors[(index * 31) % district.doctors.length]
    const slices = [wholeSlice(need, doctor?.personId ?? '')]
    return { needId: need.id, seat: 0, slices, locked: false, note: '' }
  })
}

function least(work: () => unknown): number {
  return leastOf(() => undefined, work)
}

function leastOf<T>(make: () => T, work: (made: T) => unknown): number {
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const made = make()
      return timed(() => work(made))
    }),
  )
}

function timed(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return Math.round((user + system) / 10) / 100
}

function quantile(list: readonly number[], part: number): number {
  return list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))] as number
}
