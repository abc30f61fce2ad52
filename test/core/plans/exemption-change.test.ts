import { describe, expect, it } from 'vitest'
import {
  planAppeal,
  planExemption,
  planExemptionEnd,
  planGround,
} from '../../../src/core/plans/exemption-change.ts'
import { type ExemptionSetting, homeMunicipalities } from '../../../src/core/plans/exemption-fault.ts'
import type { Exemption, ExemptionGround, GroundedExemption } from '../../../src/core/rota/exemption.ts'
import { makeDoctor } from '../../support/make-district.ts'

const TODAY = '2026-12-01'

const over60: ExemptionGround = { kind: 'right', right: 'over-60', claimedOn: TODAY, withdrawnOn: null }
const health: ExemptionGround = {
  kind: 'discretionary',
  reason: 'health',
  decidedBy: '4601',
  decidedOn: '2026-11-20',
  appeal: 'none',
}
const untold: ExemptionGround = { kind: 'untold' }

function exemption(from: string, to: string | null = null, change: Partial<Exemption> = {}): Exemption {
  return { id: 'x', from, to, scope: { kind: 'out-of-hours' }, ...change }
}

function setting(change: Partial<ExemptionSetting> = {}): ExemptionSetting {
  return {
    doctor: makeDoctor('a'),
    birthDate: '1967-02-10',
    agreement: [],
    held: [],
    today: TODAY,
    ...change,
  }
}

function faultsOf(plan: ReturnType<typeof planExemption>) {
  return plan.kind === 'refused' ? plan.problems.map(({ field, code, value }) => [field, code, value]) : []
}

const asked = (held: GroundedExemption, of: ExemptionSetting = setting()) => faultsOf(planExemption(held, of))

describe('an exemption', () => {
  it('that ends on or before the day it begins is refused, whatever the ground', () => {
    for (const ground of [over60, health, untold]) {
      for (const to of ['2027-03-01', '2027-02-28'])
        expect(asked({ exemption: exemption('2027-03-01', to), ground })).toEqual([
          ['to', 'ends-before-start', to],
        ])
      expect(asked({ exemption: exemption('2027-03-01', '2027-03-02'), ground })).toEqual([])
    }
  })

  it('on a ground of GP regulation §33 is for GPs with an agreement when it begins', () => {
    const [engagement] = makeDoctor('a').engagements
    const locum = makeDoctor('a', { engagements: [{ ...engagement!, form: 'locum' }] })
    const later = makeDoctor('a', { engagements: [{ ...engagement!, from: '2027-03-02' }] })
    for (const doctor of [locum, later])
      for (const ground of [over60, health])
        expect(asked({ exemption: exemption('2027-03-01'), ground }, setting({ doctor }))).toEqual([
          ['from', 'no-gp-agreement', '2027-03-01'],
        ])
    expect(asked({ exemption: exemption('2027-03-01'), ground: untold }, setting({ doctor: locum }))).toEqual(
      [],
    )
  })
})

describe('the right over 60', () => {
  it('is there from the birthday, and one day before it is refused with the day', () => {
    expect(asked({ exemption: exemption('2027-02-10'), ground: over60 })).toEqual([])
    expect(asked({ exemption: exemption('2027-02-09'), ground: over60 })).toEqual([
      ['from', 'before-right', '2027-02-10'],
    ])
  })

  it('follows the age that the agreement holds', () => {
    const entry = { from: '2020-01-01', to: null, source: '', author: '', decidedOn: null } as const
    const agreement = [{ ...entry, parameter: 'exemptionAge', value: 62, status: 'adopted' }] as const
    expect(asked({ exemption: exemption('2027-02-10'), ground: over60 }, setting({ agreement }))).toEqual([
      ['from', 'before-right', '2029-02-10'],
    ])
  })

  it('is not there for whoever has no known birth date', () => {
    expect(
      asked({ exemption: exemption('2027-02-10'), ground: over60 }, setting({ birthDate: null })),
    ).toEqual([['ground', 'birth-date-not-known', '']])
  })

  it('begins on the day it is claimed at the earliest, and is claimed today at the latest', () => {
    const old = setting({ birthDate: '1960-01-01' })
    expect(asked({ exemption: exemption(TODAY), ground: over60 }, old)).toEqual([])
    expect(asked({ exemption: exemption('2026-11-30'), ground: over60 }, old)).toEqual([
      ['from', 'before-claim', TODAY],
    ])
    const coming = { ...over60, claimedOn: '2026-12-02' }
    expect(asked({ exemption: exemption('2027-01-01'), ground: coming }, old)).toEqual([
      ['claimedOn', 'in-the-future', '2026-12-02'],
    ])
  })

  it('is claimed once at a time, withdrawn, and claimed again as another exemption', () => {
    const first = { exemption: exemption('2027-02-10'), ground: over60 }
    const again = { exemption: exemption('2027-06-01', null, { id: 'y' }), ground: over60 }
    expect(asked(again, setting({ held: [first] }))).toEqual([['from', 'already-claimed', '2027-06-01']])
    const end = { on: '2027-04-01', today: TODAY, by: 'doctor', isAgreed: false } as const
    const withdrawn = planExemptionEnd(first, end)
    expect(withdrawn).toEqual({
      kind: 'planned',
      exemption: exemption('2027-02-10', '2027-04-01'),
      ground: { ...over60, withdrawnOn: TODAY },
    })
    if (withdrawn.kind !== 'planned') throw new Error('not withdrawn')
    expect(asked(again, setting({ held: [withdrawn] }))).toEqual([])
    const nights = { ...again, exemption: { ...again.exemption, scope: { kind: 'nights' } as const } }
    expect(asked(nights, setting({ held: [first] }))).toEqual([])
  })
})

describe('an exemption that is there already', () => {
  const term = { kind: 'contract-term', engagementId: 'e' } as const

  it.each([
    ['a decision', health],
    ['a term of a contract', term],
    ['effect and dates alone', untold],
  ] as const)('by %s is refused from the same duties on some of the same dates', (_, ground) => {
    const held = [{ exemption: exemption('2027-03-01', '2027-06-01', { id: 'held' }), ground }]
    const faultOf = (from: string, to: string | null, over = {}) =>
      asked({ exemption: exemption(from, to, over), ground }, setting({ held }))[0]?.slice(0, 3)
    const refused = ['from', 'already-exempt', '2027-03-01']
    expect(faultOf('2027-03-01', '2027-06-01')).toEqual(refused)
    expect(faultOf('2027-05-31', null)).toEqual(refused)
    expect(faultOf('2027-06-01', null)).not.toEqual(refused)
    expect(faultOf('2027-03-01', '2027-06-01', { scope: { kind: 'nights' } })).not.toEqual(refused)
  })

  it("for another kind of ground, or one taken back before it began, stands in nobody's way", () => {
    const wanted = { exemption: exemption('2027-03-01', '2027-06-01'), ground: health }
    const other = { exemption: exemption('2027-03-01', null, { id: 'held' }), ground: untold }
    const gone = { exemption: exemption('2027-03-01', '2027-03-01', { id: 'gone' }), ground: health }
    expect(asked(wanted, setting({ held: [other, gone] }))).toEqual([])
  })
})

describe('a right that a birth gives', () => {
  const right = (which: 'pregnancy' | 'breastfeeding') => ({ ...over60, right: which })

  it.each([
    ['pregnancy', '2027-10-01', '2027-10-02'],
    ['breastfeeding', '2027-12-01', '2027-12-02'],
  ] as const)('for %s has an end, and a longest one', (which, last, over) => {
    const ground = right(which)
    expect(asked({ exemption: exemption(TODAY), ground })).toEqual([['to', 'missing', '']])
    expect(asked({ exemption: exemption(TODAY, last), ground })).toEqual([])
    expect(asked({ exemption: exemption(TODAY, over), ground })).toEqual([['to', 'longer-than-right', last]])
  })
})

describe('a decision', () => {
  it('is made by a municipality that the doctor has a GP agreement with when it begins', () => {
    expect(asked({ exemption: exemption('2027-01-01'), ground: { ...health, decidedBy: '4602' } })).toEqual([
      ['ground', 'not-home-municipality', '4602'],
    ])
    expect(homeMunicipalities(makeDoctor('a'), '2019-12-31')).toEqual([])
    expect(homeMunicipalities(makeDoctor('a'), '2020-01-01')).toEqual(['4601'])
  })

  it('is not dated in the future', () => {
    const ground = { ...health, decidedOn: '2026-12-02' }
    expect(asked({ exemption: exemption('2027-01-01'), ground })).toEqual([
      ['decidedOn', 'in-the-future', '2026-12-02'],
    ])
  })

  it('goes through its appeal step by step, and one that is reversed ends the effect', () => {
    const held = { exemption: exemption('2027-01-01'), ground: health }
    const step = (of: GroundedExemption, appeal: 'none' | 'pending' | 'upheld' | 'reversed') =>
      planAppeal(of, { appeal, on: '2027-03-01' })
    expect(step(held, 'pending')).toMatchObject({ exemption: { to: null }, ground: { appeal: 'pending' } })
    const pending = { ...held, ground: { ...health, appeal: 'pending' } as const }
    expect(step(pending, 'upheld')).toMatchObject({ exemption: { to: null }, ground: { appeal: 'upheld' } })
    expect(step(pending, 'reversed')).toMatchObject({
      exemption: { to: '2027-03-01' },
      ground: { appeal: 'reversed' },
    })
    const over = { ...pending, exemption: exemption('2027-01-01', '2027-02-01') }
    expect(step(over, 'reversed')).toMatchObject({ exemption: { to: '2027-02-01' } })
    const coming = { ...pending, exemption: exemption('2027-06-01') }
    expect(step(coming, 'reversed')).toMatchObject({ exemption: { to: '2027-06-01' } })
    for (const [of, to] of [
      [held, 'upheld'],
      [held, 'none'],
      [{ ...held, ground: { ...health, appeal: 'reversed' } as const }, 'pending'],
      [{ ...held, ground: over60 }, 'pending'],
    ] as const)
      expect(faultsOf(step(of, to))).toEqual([['appeal', 'not-a-step', to]])
  })
})

describe('a term of the contract', () => {
  const [engagement] = makeDoctor('a').engagements
  const term: ExemptionGround = { kind: 'contract-term', engagementId: engagement!.id }
  const doctor = makeDoctor('a', { engagements: [{ ...engagement!, to: '2028-01-01' }] })

  it('lasts as long as the contract unless an end is named, and never longer', () => {
    expect(
      planExemption({ exemption: exemption('2027-01-01'), ground: term }, setting({ doctor })),
    ).toMatchObject({
      exemption: { to: '2028-01-01' },
    })
    expect(
      asked({ exemption: exemption('2027-01-01', '2028-01-02'), ground: term }, setting({ doctor })),
    ).toEqual([['to', 'outside-contract', '2028-01-01']])
    expect(planExemption({ exemption: exemption('2027-01-01'), ground: term }, setting())).toMatchObject({
      exemption: { to: null },
    })
  })

  it('needs a contract that the doctor has', () => {
    const other = { ...term, engagementId: 'no-such' }
    expect(asked({ exemption: exemption('2027-01-01'), ground: other })).toEqual([
      ['engagementId', 'missing', ''],
    ])
  })

  it('ends when both agree, and not before', () => {
    const held = { exemption: exemption('2027-01-01'), ground: term }
    const end = { on: '2027-03-01', today: TODAY, by: 'decider' } as const
    expect(faultsOf(planExemptionEnd(held, { ...end, isAgreed: false }))).toEqual([['agreed', 'missing', '']])
    expect(planExemptionEnd(held, { ...end, isAgreed: true })).toMatchObject({
      exemption: { to: '2027-03-01' },
    })
  })
})

describe('the end of an exemption', () => {
  const held = { exemption: exemption('2027-02-10', '2027-09-01'), ground: over60 }
  const end = { today: TODAY, by: 'doctor', isAgreed: false } as const

  it('on or before its first day takes it back, and keeps that it was claimed', () => {
    for (const on of ['2027-02-10', '2027-01-01'])
      expect(planExemptionEnd(held, { ...end, on })).toMatchObject({
        exemption: { from: '2027-02-10', to: '2027-02-10' },
        ground: { withdrawnOn: TODAY },
      })
  })

  it('is not put off, and a doctor does not withdraw what is past', () => {
    expect(faultsOf(planExemptionEnd(held, { ...end, on: '2027-09-01' }))).toEqual([
      ['on', 'already-ended', '2027-09-01'],
    ])
    const begun = { ...held, exemption: exemption('2026-01-01') }
    expect(faultsOf(planExemptionEnd(begun, { ...end, on: '2026-11-30' }))).toEqual([
      ['on', 'in-the-past', '2026-11-30'],
    ])
    expect(planExemptionEnd(begun, { ...end, on: TODAY })).toMatchObject({ exemption: { to: TODAY } })
  })

  it('by the doctor is for rights alone', () => {
    for (const ground of [health, untold])
      expect(faultsOf(planExemptionEnd({ ...held, ground }, { ...end, on: '2027-03-01' }))).toEqual([
        ['on', 'not-a-right', ''],
      ])
  })
})

describe('a ground told afterwards', () => {
  const held = { exemption: exemption('2027-02-10'), ground: untold }

  it('goes to an exemption that has none, whose effect stays as it is', () => {
    const claimedLater = { ...over60, claimedOn: TODAY }
    expect(planGround(held, claimedLater, setting({ today: '2027-03-01' }))).toEqual({
      kind: 'planned',
      exemption: held.exemption,
      ground: claimedLater,
    })
    expect(faultsOf(planGround({ ...held, ground: health }, over60, setting()))).toEqual([
      ['ground', 'already-told', ''],
    ])
  })

  it('must be one that could hold', () => {
    const early = { ...held, exemption: exemption('2027-01-01') }
    expect(faultsOf(planGround(early, over60, setting()))).toEqual([['from', 'before-right', '2027-02-10']])
  })
})
