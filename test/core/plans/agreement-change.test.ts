import { describe, expect, it } from 'vitest'
import {
  type AgreementChange,
  type AgreementChangeInput,
  firstOpenDate,
  planAgreementChange,
} from '../../../src/core/plans/agreement-change.ts'
import {
  type Agreement,
  type AgreementEntry,
  parameterOn,
  referenceOn,
} from '../../../src/core/rota/agreement.ts'

const HOUR = 60
const TODAY = '2027-02-15'

function cap(hours: number, said: Partial<AgreementEntry> = {}): AgreementEntry {
  return {
    parameter: 'weeklyTotalMinutes',
    value: hours * HOUR,
    from: '2027-01-04',
    to: null,
    status: 'adopted',
    source: 'Legevaktutvalget',
    author: 'Koordinator',
    decidedOn: '2026-12-01',
    ...said,
  } as AgreementEntry
}

/** Sixty hours since January, and a reference line that nobody has decided. */
const AGREEMENT: Agreement = [cap(60), cap(50, { status: 'reference', decidedOn: null })]

function plan(change: AgreementChange, said: Partial<AgreementChangeInput> = {}) {
  return planAgreementChange({
    agreement: AGREEMENT,
    change,
    closings: [],
    lineIds: ['first'],
    municipalities: ['4601', '4602'],
    today: TODAY,
    ...said,
  })
}

const adopt = (entry: AgreementEntry): AgreementChange => ({ kind: 'adopt', entry })
const end = (to: string): AgreementChange => ({
  kind: 'end',
  parameter: 'weeklyTotalMinutes',
  status: 'adopted',
  to,
})
const closed = (from: string, to: string) => ({
  period: { kind: 'month' as const, name: from.slice(0, 7), from, to },
})

function planned(change: AgreementChange, said: Partial<AgreementChangeInput> = {}): Agreement {
  const result = plan(change, said)
  if (result.kind === 'refused') throw new Error(JSON.stringify(result))
  return result.agreement
}

const capOn = (agreement: Agreement, date: string) => parameterOn(agreement, 'weeklyTotalMinutes', date)

describe('a new value of the agreement', () => {
  it('ends the one before on its own first date and loses nothing', () => {
    const after = planned(adopt(cap(56, { from: '2027-03-01' })))
    expect(after).toEqual([cap(60, { to: '2027-03-01' }), AGREEMENT[1], cap(56, { from: '2027-03-01' })])
    expect(capOn(after, '2027-02-28')).toBe(60 * HOUR)
    expect(capOn(after, '2027-03-01')).toBe(56 * HOUR)
    expect(referenceOn(after, 'weeklyTotalMinutes', '2027-03-01')).toBe(50 * HOUR)
  })

  it('names a municipality that the district does not have in its key', () => {
    const key = {
      ...cap(0, { status: 'adopted' }),
      parameter: 'municipalityKey',
      value: { kind: 'agreed', shares: { '4601': 1, '1103': 2 } },
    } as AgreementEntry
    expect(plan(adopt(key))).toEqual({
      kind: 'refused',
      refusal: 'invalid',
      faults: [{ field: 'value.shares.1103', code: 'unknown-municipality', value: '1103' }],
    })
  })

  it('may be dated back to where the former one began to hold, but not onto it', () => {
    expect(plan(adopt(cap(56, { from: '2027-01-05' }))).kind).toBe('planned')
    expect(plan(adopt(cap(56, { from: '2027-01-04' })))).toEqual({
      kind: 'refused',
      refusal: 'invalid',
      faults: [{ field: 'from', code: 'before-earlier-value', value: '2027-01-04' }],
    })
  })

  it('takes the place of one that has not begun, which stays in the history without a date of its own', () => {
    const coming = planned(adopt(cap(56, { from: '2027-03-01' })))
    const after = planned(adopt(cap(58, { from: '2027-03-01' })), { agreement: coming })
    expect(after.slice(2)).toEqual([
      cap(56, { from: '2027-03-01', to: '2027-03-01' }),
      cap(58, { from: '2027-03-01' }),
    ])
    expect(capOn(after, '2027-03-01')).toBe(58 * HOUR)
    const ended = planned(end('2027-04-01'), { agreement: after })
    expect(capOn(ended, '2027-03-31')).toBe(58 * HOUR)
    expect(capOn(ended, '2027-04-01')).toBeUndefined()
    expect(
      plan(adopt(cap(58, { from: '2027-03-01' })), { agreement: coming, today: '2027-03-01' }),
    ).toMatchObject({
      faults: [{ code: 'before-earlier-value', value: '2027-03-01' }],
    })
  })

  it('holds until a later one, decided already, takes over: both decisions stand', () => {
    const coming = planned(adopt(cap(56, { from: '2027-06-01' })))
    const after = planned(adopt(cap(58, { from: '2027-03-01' })), { agreement: coming })
    expect(after.slice(2)).toEqual([
      cap(56, { from: '2027-06-01' }),
      cap(58, { from: '2027-03-01', to: '2027-06-01' }),
    ])
    const held = ['2027-02-28', '2027-03-01', '2027-05-31', '2027-06-01'].map((date) => capOn(after, date))
    expect(held).toEqual([60 * HOUR, 58 * HOUR, 58 * HOUR, 56 * HOUR])
    // What has begun is still not overtaken, whatever is to come.
    expect(plan(adopt(cap(58, { from: '2027-01-04' })), { agreement: coming })).toMatchObject({
      faults: [{ field: 'from', code: 'before-earlier-value', value: '2027-01-04' }],
    })
    expect(plan(adopt(cap(58, { from: '2027-03-01' })), { agreement: after })).toEqual({
      kind: 'refused',
      refusal: 'nothing-changed',
    })
  })

  it('begins on the day after the last closed period at the earliest', () => {
    const closings = [closed('2027-02-01', '2027-03-01'), closed('2027-01-01', '2027-02-01')]
    const said = { closings, today: '2027-03-10' }
    expect(firstOpenDate(closings)).toBe('2027-03-01')
    expect(firstOpenDate([])).toBeNull()
    expect(plan(adopt(cap(56, { from: '2027-03-01' })), said).kind).toBe('planned')
    expect(plan(adopt(cap(56, { from: '2027-02-28' })), said)).toMatchObject({
      faults: [{ field: 'from', code: 'in-closed-period', value: '2027-03-01' }],
    })
  })

  it('is refused when it says nothing new', () => {
    expect(plan(adopt(cap(60, { from: '2027-03-01' })))).toEqual({
      kind: 'refused',
      refusal: 'nothing-changed',
    })
  })

  it.each<[string, AgreementEntry, string, string]>([
    ['beyond its range', cap(169, { from: '2027-03-01' }), 'value', 'out-of-range'],
    ['on a date that is none', cap(56, { from: '2027-02-29' }), 'from', 'not-a-date'],
    ['without a source', cap(56, { from: '2027-03-01', source: ' ' }), 'source', 'missing'],
    ['adopted without a decision', cap(56, { from: '2027-03-01', decidedOn: null }), 'decidedOn', 'missing'],
    [
      'decided tomorrow',
      cap(56, { from: '2027-03-01', decidedOn: '2027-02-16' }),
      'decidedOn',
      'in-the-future',
    ],
    [
      'decided on a date that is none',
      cap(56, { from: '2027-03-01', decidedOn: '2026-02-29' }),
      'decidedOn',
      'not-a-date',
    ],
    ['that ends as it begins', cap(56, { from: '2027-03-01', to: '2027-03-01' }), 'to', 'ends-before-start'],
    [
      'of a duty class on an unknown line',
      cap(0, { parameter: 'dutyClasses', value: { first: 1, gone: 2 } } as Partial<AgreementEntry>),
      'value.gone',
      'unknown-line',
    ],
    [
      'whose parts do not fit',
      cap(0, { parameter: 'agreementEnd', value: { age: 70, latestAge: 60 } } as Partial<AgreementEntry>),
      'value.latestAge',
      'out-of-range',
    ],
  ])('%s is refused at its field', (_, entry, field, code) => {
    expect(plan(adopt(entry))).toMatchObject({ kind: 'refused', faults: [{ field, code }] })
  })

  it('needs no decision as a reference line', () => {
    const line = cap(48, { status: 'reference', decidedOn: null, from: '2027-03-01' })
    expect(planned(adopt(line))[1]).toEqual(
      cap(50, { status: 'reference', decidedOn: null, to: '2027-03-01' }),
    )
  })
})

describe('the end of a value of the agreement', () => {
  it('on its first date takes back one that is still to come, and leaves room for another', () => {
    const coming = planned(adopt(cap(56, { from: '2027-03-01' })))
    const after = planned(end('2027-03-01'), { agreement: coming })
    expect(after.at(-1)).toEqual(cap(56, { from: '2027-03-01', to: '2027-03-01' }))
    expect(capOn(after, '2027-02-28')).toBe(60 * HOUR)
    expect(capOn(after, '2027-03-01')).toBeUndefined()
    const again = planned(adopt(cap(60, { from: '2027-03-01' })), { agreement: after })
    expect(capOn(again, '2027-03-01')).toBe(60 * HOUR)
  })

  it('leaves the dates before it as they were', () => {
    const after = planned(end('2027-03-01'))
    expect(after[0]).toEqual(cap(60, { to: '2027-03-01' }))
    expect(after).toHaveLength(2)
  })

  it.each<[string, string, string]>([
    ['before the value began', '2027-01-03', 'ends-before-start'],
    ['on the day it began', '2027-01-04', 'ends-before-start'],
    ['on no real date', '2027-04-31', 'not-a-date'],
  ])('is refused %s', (_, to, code) => {
    expect(plan(end(to))).toMatchObject({ faults: [{ field: 'to', code }] })
  })

  it('is refused inside a closed period, and where nothing holds', () => {
    const closings = [closed('2027-01-01', '2027-02-01')]
    expect(plan(end('2027-01-31'), { closings })).toMatchObject({
      faults: [{ field: 'to', code: 'in-closed-period', value: '2027-02-01' }],
    })
    expect(plan(end('2027-02-01'), { closings }).kind).toBe('planned')
    const ended = planned(end('2027-03-01'))
    expect(plan(end('2027-04-01'), { agreement: ended })).toMatchObject({
      faults: [{ field: 'to', code: 'not-in-force' }],
    })
    expect(plan(end('2027-04-01'), { agreement: [] })).toMatchObject({
      faults: [{ field: 'to', code: 'not-in-force' }],
    })
  })
})
