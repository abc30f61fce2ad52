import { describe, expect, it } from 'vitest'
import { planAmendment } from '../../../src/core/plans/amendment.ts'
import {
  type PublicationInput,
  type PublicationPlan,
  planPublication,
} from '../../../src/core/plans/publication.ts'
import type { Slice } from '../../../src/core/rota/assignment.ts'
import { type Finding, type Violation, violation } from '../../../src/core/rules/violation.ts'
import { at, makeNeed, makeSlice } from '../../support/make-district.ts'
import { afterPlan, draftOf, makeAmendment, makePublication } from '../../support/make-publication.ts'

const monday = makeNeed('2027-01-11 16:00', '2027-01-12 08:00')
const tuesday = makeNeed('2027-01-12 16:00', '2027-01-13 08:00')
const ofOtherLine = makeNeed('2027-01-11 16:00', '2027-01-12 08:00', { lineId: 's' })
const inFebruary = makeNeed('2027-02-01 16:00', '2027-02-02 08:00')
const needs = [monday, tuesday, ofOtherLine, inFebruary]

function planOf(overrides: Partial<PublicationInput>): PublicationPlan {
  const result = planPublication(makePublication({ needs, ...overrides }))
  if (result.kind === 'refused') throw new Error(`refused as ${result.refusal.kind}`)
  return result.plan
}

const first = planOf({
  draftCells: draftOf([
    [monday, 'a'],
    [tuesday, 'b'],
  ]),
})

function breach(finding: Finding, needIds: readonly string[], personId: string | null = 'a'): Violation {
  const span = { start: monday.start, end: monday.end }
  const facts = {
    rule: 'competence',
    personId,
    needIds,
    span,
    measured: 1,
    limit: 0,
    unit: 'duties',
  } as const
  return violation(facts, finding)
}

describe('a publication', () => {
  it('opens a row for each slice, first in its own chain, under the next revision', () => {
    expect(first.publication).toMatchObject({
      revision: 1,
      kind: 'publication',
      draftId: 'draft',
      lineIds: ['h'],
    })
    expect(first.close).toEqual([])
    expect(first.open).toMatchObject([
      {
        id: 'id-1',
        chainId: 'id-1',
        needId: monday.id,
        personId: 'a',
        revisionFrom: 1,
        revisionTo: null,
        sequence: 0,
        replaces: null,
      },
      {
        id: 'id-2',
        chainId: 'id-2',
        needId: tuesday.id,
        personId: 'b',
        enteredBy: 'account-k',
        reason: 'første plan',
      },
    ])
    expect(first.publication.differences).toEqual([
      { personId: 'a', gained: [monday.id], lost: [], moved: [] },
      { personId: 'b', gained: [tuesday.id], lost: [], moved: [] },
    ])
  })

  it('takes only its lines and dates', () => {
    const plan = planOf({ draftCells: draftOf(needs.map((need) => [need, 'a'])) })
    expect(plan.open.map((row) => row.needId)).toEqual([monday.id, tuesday.id])
  })

  it('touches no row that stays as it is', () => {
    const draftCells = draftOf([
      [monday, 'a'],
      [tuesday, 'c'],
    ])
    const plan = planOf({ revision: 1, timeline: first.open, draftCells })
    expect(plan.close).toEqual(['id-2'])
    expect(plan.open).toMatchObject([{ needId: tuesday.id, personId: 'c', revisionFrom: 2 }])
  })

  it('starts a new chain for a new holder, who names the row taken over', () => {
    const draftCells = draftOf([
      [monday, 'a'],
      [tuesday, 'c'],
    ])
    const [row] = planOf({ revision: 1, timeline: first.open, draftCells, newId: () => 'new' }).open
    expect(row).toMatchObject({ id: 'new', chainId: 'new', sequence: 0, replaces: 'id-2' })
  })

  it('continues the chain, with a higher sequence, of whoever keeps part of a duty', () => {
    const draftCells = draftOf([
      [
        monday,
        [
          makeSlice('a', '2027-01-11 16:00', '2027-01-11 20:00'),
          makeSlice('c', '2027-01-11 20:00', '2027-01-12 08:00'),
        ],
      ],
      [tuesday, 'b'],
    ])
    const plan = planOf({ revision: 1, timeline: first.open, draftCells, newId: idsFrom(10) })
    expect(plan.close).toEqual(['id-1'])
    expect(plan.open).toMatchObject([
      {
        id: 'id-10',
        chainId: 'id-1',
        personId: 'a',
        sequence: 1,
        replaces: 'id-1',
        end: at('2027-01-11 20:00'),
      },
      { id: 'id-11', chainId: 'id-11', personId: 'c', sequence: 0, replaces: 'id-1' },
    ])
    expect(plan.publication.differences).toEqual([
      { personId: 'a', gained: [], lost: [], moved: [monday.id] },
      { personId: 'c', gained: [monday.id], lost: [], moved: [] },
    ])
  })

  it('keeps the sequence when only the record changes', () => {
    const ordered: Slice = { ...makeSlice('a', '2027-01-11 16:00', '2027-01-12 08:00'), origin: 'ordered' }
    const draftCells = draftOf([
      [monday, [ordered]],
      [tuesday, 'b'],
    ])
    const plan = planOf({ revision: 1, timeline: first.open, draftCells, newId: idsFrom(10) })
    expect(plan.open).toMatchObject([{ chainId: 'id-1', sequence: 0, origin: 'ordered', replaces: 'id-1' }])
    expect(plan.publication.differences).toEqual([])
  })

  it('opens a row anew when its note changes, and calls a duty that becomes shadowed moved', () => {
    const noted = draftOf([
      [monday, 'a'],
      [tuesday, [makeSlice('b', '2027-01-12 16:00', '2027-01-13 08:00', { shadowing: true })]],
    ])
    for (const cell of noted.values()) {
      if (cell.needId === monday.id) noted.set(`${monday.id}#0`, { ...cell, note: 'møt på sykehjemmet' })
    }
    const plan = planOf({ revision: 1, timeline: first.open, draftCells: noted, newId: idsFrom(10) })
    expect(plan.open).toMatchObject([
      { personId: 'a', note: 'møt på sykehjemmet', chainId: 'id-1', sequence: 0 },
      { personId: 'b', shadowing: true, chainId: 'id-2', sequence: 1 },
    ])
    expect(plan.publication.differences).toEqual([
      { personId: 'b', gained: [], lost: [], moved: [tuesday.id] },
    ])
  })

  it('keeps B in the history of a duty that went from A by B to C', () => {
    const toB = planOf({
      revision: 1,
      timeline: first.open,
      draftCells: draftOf([
        [monday, 'b'],
        [tuesday, 'b'],
      ]),
      newId: idsFrom(10),
    })
    const timeline = afterPlan(first.open, toB)
    const toC = planOf({
      revision: 2,
      timeline,
      draftCells: draftOf([
        [monday, 'c'],
        [tuesday, 'b'],
      ]),
      newId: idsFrom(20),
    })
    expect(toB.open).toMatchObject([{ id: 'id-10', personId: 'b', replaces: 'id-1' }])
    expect(toC.open).toMatchObject([{ id: 'id-20', personId: 'c', replaces: 'id-10' }])
  })

  it('follows a position whose locum is still to be named until somebody is', () => {
    const unnamed: Slice = {
      ...makeSlice('a', '2027-01-11 16:00', '2027-01-12 08:00'),
      personId: null,
      positionId: 'p',
      origin: 'locum',
    }
    const open = planOf({ draftCells: draftOf([[monday, [unnamed]]]) })
    expect(open.publication.differences).toEqual([])
    const named = planOf({
      revision: 1,
      timeline: open.open,
      draftCells: draftOf([[monday, 'c']]),
      newId: idsFrom(10),
    })
    expect(named.open).toMatchObject([{ personId: 'c', chainId: 'id-10', replaces: 'id-1' }])
  })

  it('ends the rows of a seat that the duty no longer asks for', () => {
    const second = first.open.map((row) => ({ ...row, id: `${row.id}-2`, seat: 1 }))
    const draftCells = draftOf([
      [monday, 'a'],
      [tuesday, 'b'],
    ])
    const plan = planOf({ revision: 1, timeline: [...first.open, ...second], draftCells })
    expect(plan.close).toEqual(['id-1-2', 'id-2-2'])
  })

  it('is refused when nothing would change', () => {
    const draftCells = draftOf([
      [monday, 'a'],
      [tuesday, 'b'],
    ])
    expect(
      planPublication(makePublication({ needs, revision: 1, timeline: first.open, draftCells })),
    ).toEqual({
      kind: 'refused',
      refusal: { kind: 'nothing-changed' },
    })
  })
})

describe('a publication in breach of a rule', () => {
  const draftCells = draftOf([[monday, 'a']])
  const blocking = breach({ kind: 'missing-courses' }, [monday.id])
  const waiver = { rule: 'competence', personId: 'a', needIds: [monday.id], reason: 'kurset er bestilt' }
  const publish = (overrides: Partial<PublicationInput>) =>
    planPublication(makePublication({ needs, draftCells, ...overrides }))

  it('is refused with the blocking ones in its part', () => {
    const warning = breach({ kind: 'rest-short' }, [monday.id])
    const elsewhere = breach({ kind: 'missing-courses' }, [inFebruary.id])
    const violationsBefore = [elsewhere]
    expect(publish({ violations: [blocking, warning, elsewhere], violationsBefore })).toEqual({
      kind: 'refused',
      refusal: { kind: 'rule-broken', violations: [blocking] },
    })
    expect(publish({ violations: [warning, elsewhere], violationsBefore }).kind).toBe('planned')
  })

  it('goes through with a waiver, which it records; waivers for nothing are left out', () => {
    const idle = { ...waiver, personId: 'b' }
    expect(publish({ violations: [blocking], waivers: [waiver, idle] })).toMatchObject({
      plan: { publication: { waivers: [waiver] } },
    })
  })

  it.each([
    ['of another rule', { rule: 'backup' }],
    ['of another person', { personId: 'b' }],
    ['of another duty', { needIds: [tuesday.id] }],
    ['without a reason', { reason: ' ' }],
  ])('is not helped by a waiver %s', (_, change) => {
    expect(publish({ violations: [blocking], waivers: [{ ...waiver, ...change }] }).kind).toBe('refused')
  })

  it('is never helped by a waiver when the breach is structural', () => {
    const structural = breach({ kind: 'overlap', elsewhere: false }, [monday.id])
    expect(publish({ violations: [structural], waivers: [waiver] })).toMatchObject({
      refusal: { kind: 'rule-broken', violations: [structural] },
    })
  })

  it('is held back by what it newly breaks outside its part, and not by what was broken there before', () => {
    const elsewhere = breach({ kind: 'backup-missing' }, [inFebruary.id])
    expect(publish({ violations: [elsewhere], violationsBefore: [elsewhere] }).kind).toBe('planned')
    expect(publish({ violations: [elsewhere] })).toMatchObject({
      refusal: { kind: 'rule-broken', violations: [elsewhere] },
    })
  })

  it('is held back by a gap in cover inside its dates only', () => {
    const gap = breach({ kind: 'gap-in-cover' }, [], null)
    expect(publish({ violations: [gap] }).kind).toBe('refused')
    const later = { start: at('2027-02-01 00:00'), end: at('2027-02-01 08:00') }
    const other = [{ ...gap, span: later }]
    expect(publish({ violations: other, violationsBefore: other }).kind).toBe('planned')
  })
})

describe('an amendment', () => {
  const current = first.open.filter((row) => row.needId === monday.id)
  const slices = [makeSlice('c', '2027-01-11 16:00', '2027-01-12 08:00', { origin: 'sick-cover' })]

  it('changes one duty, with its reason', () => {
    expect(planAmendment(makeAmendment(monday, { current, slices, newId: idsFrom(10) }))).toMatchObject({
      kind: 'planned',
      plan: {
        publication: {
          revision: 5,
          kind: 'amendment',
          draftId: null,
          lineIds: ['h'],
          from: '2027-01-11',
          to: '2027-01-12',
          reason: 'sykdom',
        },
        close: ['id-1'],
        open: [
          {
            id: 'id-10',
            personId: 'c',
            origin: 'sick-cover',
            reason: 'sykdom',
            revisionFrom: 5,
            replaces: 'id-1',
          },
        ],
      },
    })
  })

  it('can leave a duty open', () => {
    expect(planAmendment(makeAmendment(monday, { current }))).toMatchObject({
      plan: { close: ['id-1'], open: [] },
    })
  })

  it('waives what blocks for the reason given, but nothing structural', () => {
    const blocking = breach({ kind: 'rest-after-on-site-night' }, [monday.id], 'c')
    const structural = breach({ kind: 'overlap', elsewhere: true }, [monday.id], 'c')
    const amend = (violations: Violation[], waivesBlocking: boolean) =>
      planAmendment(makeAmendment(monday, { current, slices, violations, waivesBlocking }))
    expect(amend([blocking], false)).toMatchObject({
      refusal: { kind: 'rule-broken', violations: [blocking] },
    })
    expect(amend([blocking], true)).toMatchObject({
      plan: {
        publication: {
          waivers: [{ rule: 'competence', personId: 'c', needIds: [monday.id], reason: 'sykdom' }],
        },
      },
    })
    expect(amend([blocking, structural], true)).toMatchObject({ refusal: { violations: [structural] } })
  })

  it('is not held back by what was as bad before it, only by what it newly breaks or makes worse', () => {
    const old = breach({ kind: 'missing-courses' }, [tuesday.id])
    const amend = (violationsBefore: Violation[], violations: Violation[]) =>
      planAmendment(makeAmendment(monday, { current, slices, violationsBefore, violations }))
    expect(amend([old], [old]).kind).toBe('planned')
    expect(amend([], [old])).toMatchObject({ refusal: { kind: 'rule-broken', violations: [old] } })
    const worse = { ...old, measured: old.measured + 1 }
    expect(amend([old], [worse])).toMatchObject({ refusal: { kind: 'rule-broken', violations: [worse] } })
  })

  it('may lengthen a rest that is too short, and never shorten it', () => {
    const restOf = (start: string): Violation => ({
      ...breach({ kind: 'rest-after-on-site-night' }, [monday.id]),
      rule: 'rest',
      span: { start: at(start), end: at('2027-01-12 12:00') },
      measured: at('2027-01-12 12:00') - at(start),
      limit: 480,
    })
    const amend = (before: string, after: string) =>
      planAmendment(
        makeAmendment(monday, {
          current,
          slices,
          violationsBefore: [restOf(before)],
          violations: [restOf(after)],
        }),
      ).kind
    expect(amend('2027-01-12 08:00', '2027-01-12 07:00')).toBe('planned')
    expect(amend('2027-01-12 08:00', '2027-01-12 09:00')).toBe('refused')
  })

  it('is refused without a reason, with faulty slices, and when nothing changes', () => {
    const same = [makeSlice('a', '2027-01-11 16:00', '2027-01-12 08:00')]
    const outside = [makeSlice('c', '2027-01-11 15:00', '2027-01-12 08:00')]
    const refusalOf = (overrides: Parameters<typeof makeAmendment>[1]) =>
      planAmendment(makeAmendment(monday, { current, slices, ...overrides }))
    expect(refusalOf({ reason: ' ' })).toMatchObject({ refusal: { kind: 'reason-missing' } })
    expect(refusalOf({ slices: outside })).toMatchObject({
      refusal: { kind: 'invalid-slices', fault: 'outside-duty' },
    })
    expect(refusalOf({ slices: same })).toMatchObject({ refusal: { kind: 'nothing-changed' } })
  })
})

function idsFrom(start: number): () => string {
  let next = start
  return () => `id-${next++}`
}
