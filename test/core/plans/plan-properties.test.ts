import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgerOf, sumRows } from '../../../src/core/ledger/hours.ts'
import { differencesOf, type HeldSlice } from '../../../src/core/plans/differences.ts'
import { planEdit } from '../../../src/core/plans/edit.ts'
import { type DraftCells, toWanted } from '../../../src/core/plans/intent.ts'
import { type PublicationInput, planPublication } from '../../../src/core/plans/publication.ts'
import { planReversal } from '../../../src/core/plans/undo.ts'
import { type Assignment, cellKey, type Slice } from '../../../src/core/rota/assignment.ts'
import type { DraftCell } from '../../../src/core/rota/draft.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { clip } from '../../../src/core/time/interval.ts'
import { fromUtcText } from '../../../src/core/time/minute.ts'
import { makeDistrict, makeLine, makeRota, roundTheClock } from '../../support/make-district.ts'
import { afterPlan, makePublication } from '../../support/make-publication.ts'

const district = makeDistrict({
  lines: [makeLine(), makeLine({ id: 's', form: 'on-site', windows: roundTheClock({ number: 2 }) })],
})
// Over the night the clock goes forward.
const rota = makeRota({ district, from: '2027-03-22', to: '2027-04-05' })
const needs = new Map(rota.needs.map((need) => [need.id, need]))
const places = rota.needs.flatMap((need) =>
  Array.from({ length: need.number }, (_, seat) => ({ need, seat })),
)
const runs = { seed: 7, numRuns: 60 }
const stamp = { by: 'k', at: '2026-12-01T10:00Z' }

const person = fc.constantFrom('a', 'b', 'c', 'd')

/** Nobody, one person for all of it, or two who hand over; now and then a third who shadows. */
function slicesIn(start: number, end: number): fc.Arbitrary<Slice[]> {
  const slice = (personId: string, from: number, to: number, shadowing = false): Slice => {
    return { start: from, end: to, personId, positionId: null, origin: 'share', shadowing }
  }
  return fc.oneof(
    fc.constant<Slice[]>([]),
    person.map((holder) => [slice(holder, start, end)]),
    fc
      .tuple(person, person, fc.integer({ min: start + 1, max: end - 1 }))
      .map(([early, late, cut]) => [slice(early, start, cut), slice(late, cut, end)]),
    fc
      .tuple(person, person)
      .map(([holder, learner]) => [slice(holder, start, end), slice(learner, start, end, true)]),
  )
}

const draft: fc.Arbitrary<DraftCells> = fc
  .tuple(...places.map(({ need }) => slicesIn(need.start, need.end)))
  .map((contents) => {
    const cells = places.map(({ need, seat }, index): DraftCell => {
      return { needId: need.id, seat, slices: contents[index] ?? [], locked: false, note: '', edit: 0 }
    })
    return new Map(cells.map((cell) => [cellKey(cell), cell]))
  })

function publish(
  draftCells: DraftCells,
  timeline: readonly Assignment[] = [],
  revision = 0,
  said: Partial<PublicationInput> = {},
) {
  let next = 0
  const newId = () => `r${revision}-${next++}`
  const part = { from: rota.from, to: rota.to, lineIds: ['h', 's'], needs: rota.needs }
  return planPublication(makePublication({ ...part, draftCells, timeline, revision, newId, ...said }))
}

/** The timeline after publishing these drafts one after the other. */
function timelineOf(drafts: readonly DraftCells[]) {
  return drafts.reduce<Parameters<typeof afterPlan>[0]>((timeline, cells, revision) => {
    const result = publish(cells, timeline, revision)
    return result.kind === 'planned' ? afterPlan(timeline, result.plan) : timeline
  }, [])
}

function heldIn(cells: DraftCells): HeldSlice[] {
  return [...cells.values()].flatMap((cell) =>
    cell.slices.map((slice) => ({ ...slice, needId: cell.needId })),
  )
}

function dutiesOf(slices: readonly HeldSlice[], personId: string): Set<string> {
  return new Set(slices.filter((slice) => slice.personId === personId).map((slice) => slice.needId))
}

describe('publishing', () => {
  it('puts on the timeline what the draft holds, whatever stood there before', () => {
    fc.assert(
      fc.property(draft, draft, (before, after) => {
        const text = (slices: readonly HeldSlice[]) =>
          slices
            .map(
              (slice) => `${slice.needId} ${slice.personId} ${slice.start}-${slice.end} ${slice.shadowing}`,
            )
            .sort()
        expect(text(timelineOf([before, after]))).toEqual(text(heldIn(after)))
      }),
      runs,
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(draft, draft, (before, after) => {
        const timeline = timelineOf([before, after])
        expect(publish(after, timeline, 2)).toEqual({ kind: 'refused', refusal: { kind: 'nothing-changed' } })
      }),
      runs,
    )
  })

  it('keeps one person, need and seat to a chain, and never reuses the id of a row', () => {
    fc.assert(
      fc.property(fc.array(draft, { minLength: 2, maxLength: 4 }), (drafts) => {
        const rows = drafts.flatMap((_, index) => timelineOf(drafts.slice(0, index + 1)))
        const byChain = Map.groupBy(rows, (row) => row.chainId)
        for (const chain of byChain.values())
          expect(new Set(chain.map((row) => `${row.personId} ${row.needId} ${row.seat}`)).size).toBe(1)
        const byId = Map.groupBy(rows, (row) => row.id)
        for (const same of byId.values()) expect(new Set(same.map((row) => JSON.stringify(row))).size).toBe(1)
      }),
      { ...runs, numRuns: 20 },
    )
  })
})

/** The windows of the lines at one time or another: other forms inside the same hours, or a later end. */
const FORMS: readonly ((need: Need) => Need)[] = [
  (need) => need,
  (need) => ({ ...need, paid: { start: need.start, end: need.end - 30 }, name: 'Natt' }),
  (need) => ({
    ...need,
    pieces: [
      { form: 'on-site', start: need.start, end: need.start + 90 },
      { form: 'home', start: need.start + 90, end: need.end },
    ],
  }),
  (need) => ({
    ...need,
    end: need.end + 15,
    pieces: [{ form: 'home', start: need.start, end: need.end + 15 }],
  }),
]

/** One publication: what the draft holds, how the duties are asked for, what is noted, and how far the clock has gone or was set back. */
const change = fc.record({
  cells: draft,
  form: fc.nat(FORMS.length - 1),
  note: fc.constantFrom('', 'ny'),
  minutes: fc.integer({ min: -90, max: 90 }),
})

/** What a calendar shows of a row. */
function shownOf(row: Assignment, need: Need): string {
  const forms = need.pieces.flatMap((piece) =>
    clip([piece], row).map(({ start, end }) => [start, end, piece.form] as const),
  )
  const isPart = row.start > need.start || row.end < need.end
  return JSON.stringify([row.start, row.end, row.shadowing, forms, isPart && [need.start, need.end]])
}

describe('chains', () => {
  it('hold one row at a time, and grow in sequence and time with what is seen and with nothing else', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 2, maxLength: 6 }), (changes) => {
        let [timeline, published]: [readonly Assignment[], readonly Need[]] = [[], []]
        let now = fromUtcText(stamp.at)
        for (const [revision, { cells, form, note, minutes }] of changes.entries()) {
          const asked = rota.needs.map((need) => (FORMS[form] as (typeof FORMS)[number])(need))
          const former = new Map(published.map((need) => [need.id, need]))
          const wanted = new Map([...cells].map(([key, cell]) => [key, { ...cell, note }]))
          now += minutes
          const result = publish(wanted, timeline, revision, { needs: asked, published, now })
          const after = result.kind === 'planned' ? afterPlan(timeline, result.plan) : timeline
          expect(new Set(after.map((row) => row.chainId)).size).toBe(after.length)
          const before = new Map(timeline.map((row) => [row.chainId, row]))
          for (const row of after) {
            const old = before.get(row.chainId)
            const need = asked.find(({ id }) => id === row.needId) as Need
            if (!old) {
              expect([row.sequence, row.modifiedAt]).toEqual([0, now])
              continue
            }
            const isSame = shownOf(row, need) === shownOf(old, former.get(row.needId) as Need)
            expect(row.sequence).toBe(old.sequence + (isSame ? 0 : 1))
            expect(row.modifiedAt).toBe(isSame ? old.modifiedAt : Math.max(old.modifiedAt, now))
          }
          timeline = after
          published = asked
        }
      }),
      { ...runs, numRuns: 40 },
    )
  })
})

describe('differences', () => {
  it('balance: what each doctor has more of is gained less lost', () => {
    fc.assert(
      fc.property(draft, draft, (before, after) => {
        const differences = differencesOf(heldIn(before), heldIn(after))
        for (const personId of ['a', 'b', 'c', 'd']) {
          const own = differences.find((difference) => difference.personId === personId)
          const growth = dutiesOf(heldIn(after), personId).size - dutiesOf(heldIn(before), personId).size
          expect((own?.gained.length ?? 0) - (own?.lost.length ?? 0)).toBe(growth)
        }
      }),
      runs,
    )
  })

  it('turn round when before and after trade places', () => {
    fc.assert(
      fc.property(draft, draft, (before, after) => {
        const there = differencesOf(heldIn(before), heldIn(after))
        const back = differencesOf(heldIn(after), heldIn(before))
        const turned = back.map(({ gained, lost, ...rest }) => ({ ...rest, gained: lost, lost: gained }))
        expect(turned).toEqual(there)
      }),
      runs,
    )
  })
})

describe('editing', () => {
  const place = fc.nat(places.length - 1).map((index) => places[index] as (typeof places)[number])

  it('and undoing it leaves every place as it was', () => {
    fc.assert(
      fc.property(
        draft,
        place,
        place,
        fc.constantFrom('assign', 'move', 'clear', 'lock', 'note'),
        (cells, a, b, kind) => {
          const cell = { needId: a.need.id, seat: a.seat }
          const to = { needId: b.need.id, seat: b.seat }
          const intent = { kind, cell, to, personId: 'd', note: 'ny' }
          const edited = planEdit({
            kind,
            wanted: toWanted(intent, cells, needs),
            cells,
            needs,
            seen: new Map(),
            number: 1,
            ...stamp,
          })
          if (edited.kind === 'refused') return
          const after = new Map([...cells, ...edited.cells.map((own) => [cellKey(own), own] as const)])
          const undone = planReversal({
            kind: 'undo',
            target: edited.edit,
            cells: after,
            number: 2,
            ...stamp,
          })
          if (undone.kind === 'refused') throw new Error(`undo refused as ${undone.refusal.kind}`)
          const back = new Map([
            ...after,
            ...undone.cells.map((own) => [cellKey(own), { ...own, edit: 0 }] as const),
          ])
          expect(back).toEqual(cells)
        },
      ),
      { ...runs, numRuns: 200 },
    )
  })

  it('by trading two duties keeps the sum of duty minutes', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: places.length, maxLength: places.length }),
        place,
        place,
        (holders, a, b) => {
          const cells: DraftCells = new Map(
            places.map(({ need, seat }, index) => {
              const { start, end } = need
              const slices: Slice[] = [
                {
                  start,
                  end,
                  personId: holders[index] ?? 'a',
                  positionId: null,
                  origin: 'share',
                  shadowing: false,
                },
              ]
              const cell: DraftCell = { needId: need.id, seat, slices, locked: false, note: '', edit: 0 }
              return [cellKey(cell), cell]
            }),
          )
          const intent = {
            kind: 'move',
            cell: { needId: a.need.id, seat: a.seat },
            to: { needId: b.need.id, seat: b.seat },
          } as const
          const traded = planEdit({
            kind: 'move',
            wanted: toWanted(intent, cells, needs),
            cells,
            needs,
            seen: new Map(),
            number: 1,
            ...stamp,
          })
          if (traded.kind === 'refused') {
            expect(traded.refusal.kind).toBe('nothing-changed')
            return
          }
          const after = new Map([...cells, ...traded.cells.map((own) => [cellKey(own), own] as const)])
          expect(heldMinutes(after)).toBe(heldMinutes(cells))
          const bySeat = places.filter(({ seat }) => seat === 0).map(({ need }) => need.id)
          expect(ledgerMinutes(after, bySeat)).toBe(ledgerMinutes(cells, bySeat))
        },
      ),
      runs,
    )
  })
})

function heldMinutes(cells: DraftCells): number {
  return heldIn(cells).reduce((sum, slice) => sum + slice.end - slice.start, 0)
}

/** The ledger's duty minutes with each line counted for itself, so that two duties at once do not count once. */
function ledgerMinutes(cells: DraftCells, needIds: readonly string[]): number {
  const perLine = ['h', 's'].map((lineId): Rota => {
    const own = rota.needs.filter((need) => need.lineId === lineId && needIds.includes(need.id))
    const kept = [...cells].filter(
      ([, cell]) => cell.seat === 0 && own.some((need) => need.id === cell.needId),
    )
    return { ...rota, needs: own, cells: new Map(kept) }
  })
  const weeks = ['2027-W12', '2027-W13', '2027-W14']
  return perLine.reduce((sum, part) => sum + sumRows(ledgerOf(part, weeks)).dutyMinutes, 0)
}
