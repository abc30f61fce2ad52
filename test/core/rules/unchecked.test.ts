import { describe, expect, it } from 'vitest'
import type { Agreement, AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { PARAMETERS } from '../../../src/core/rota/parameters.ts'
import { RULES } from '../../../src/core/rules/index.ts'
import { uncheckedRules, uncheckedWithin } from '../../../src/core/rules/unchecked.ts'

const cap = (said: Partial<AgreementEntry> = {}): Agreement => [
  {
    parameter: 'weeklyDutyMinutes',
    value: 40 * 60,
    from: '2027-01-01',
    to: '2027-07-01',
    status: 'adopted',
    source: 'Vedtak',
    author: 'Koordinator',
    decidedOn: '2026-12-01',
    ...said,
  } as AgreementEntry,
]
const rulesOf = (agreement: Agreement, date: string) =>
  uncheckedRules(agreement, date).map(({ rule }) => rule)

describe('the rules that are not checked', () => {
  it('name the values that would wake them', () => {
    expect(uncheckedRules([], '2027-01-04')).toContainEqual({
      rule: 'weekly-duty',
      parameters: ['weeklyDutyMinutes'],
    })
  })

  it('are checked from the first to the last day that an adopted value holds', () => {
    expect(rulesOf(cap(), '2026-12-31')).toContain('weekly-duty')
    expect(rulesOf(cap(), '2027-01-01')).not.toContain('weekly-duty')
    expect(rulesOf(cap(), '2027-06-30')).not.toContain('weekly-duty')
    expect(rulesOf(cap(), '2027-07-01')).toContain('weekly-duty')
  })

  it('of some days are told by the days alone that lack a value', () => {
    const of = (from: string, to: string) =>
      uncheckedWithin(cap(), { from, to }).find(({ rule }) => rule === 'weekly-duty')
    expect(of('2026-12-21', '2027-02-01')?.spans).toEqual([{ from: '2026-12-21', to: '2027-01-01' }])
    expect(of('2027-01-01', '2027-02-01')).toBeUndefined()
    expect(of('2026-11-01', '2026-12-01')).toEqual({ rule: 'weekly-duty', spans: null })
  })

  it('stay unchecked by a reference line, the one that ships or one of the district’s own', () => {
    expect(rulesOf([], '2027-01-04')).toContain('weekly-total')
    expect(rulesOf(cap({ status: 'reference' }), '2027-01-04')).toContain('weekly-duty')
  })

  it('are never those that judge by a default or by no value at all', () => {
    const names = rulesOf([], '2027-01-04')
    for (const rule of ['overlap', 'cover', 'availability', 'taking-part', 'competence', 'backup', 'rest'])
      expect(names).not.toContain(rule)
  })

  it('are all woken by limits alone, never by a way of counting', () => {
    const parameters = uncheckedRules([], '2027-01-04').flatMap((own) => own.parameters)
    expect(parameters.filter((name) => PARAMETERS[name].use !== 'limit')).toEqual([])
    expect(names([]).every((rule) => RULES.some((own) => own.id === rule))).toBe(true)
  })
})

function names(agreement: Agreement) {
  return rulesOf(agreement, '2027-01-04')
}
