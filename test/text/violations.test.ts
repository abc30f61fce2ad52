import { describe, expect, it } from 'vitest'
import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import { RULES } from '../../src/core/rules/index.ts'
import type { FindingKind, Violation } from '../../src/core/rules/violation.ts'
import { toWall } from '../../src/core/time/oslo.ts'
import { findings, ruleNames, sentence, statement } from '../../src/text/nb/violations.ts'
import { ROWS } from '../core/rules/tables.ts'
import { always, at } from '../support/make-district.ts'
import { breachesOf } from '../support/rule-table.ts'

const names = {
  person: (id: string) => (id === 'a' ? 'Kari Nes' : `lege ${id}`),
  line: (id: string) => `linje ${id}`,
  need: (id: string) => `vakta ${id}`,
}

const violations = RULES.flatMap((rule) => (ROWS[rule.id] ?? []).flatMap((row) => breachesOf(rule, row.rota)))

function cap(source: string, decidedOn: string | null): AgreementEntry {
  const value = 60 * 60
  return {
    ...always,
    parameter: 'weeklyTotalMinutes',
    value,
    status: 'adopted',
    source,
    author: 'styret',
    decidedOn,
  }
}

const overCap: Violation = {
  rule: 'weekly-total',
  kind: 'weekly-total',
  grade: 'warns',
  personId: 'a',
  lineId: null,
  needIds: [],
  span: { start: at('2027-03-22 00:00'), end: at('2027-03-29 00:00') },
  measured: 69 * 60,
  limit: 60 * 60,
  unit: 'minutes',
  floor: 66 * 60,
}

describe('the sentence of a violation', () => {
  it('tells measure, cap and floor of a week, and the decision behind the cap', () => {
    expect(sentence(overCap, names, [cap('vedtak i distriktet', '2026-12-01')])).toBe(
      'Kari Nes har 69 t samlet arbeid i uke 12, taket er 60 t. Deles uka så jevnt som det går, får legen 66 t. Kilde: vedtak i distriktet, 1. desember 2026.',
    )
    expect(sentence({ ...overCap, floor: null }, names, [cap('', null)])).toBe(
      'Kari Nes har 69 t samlet arbeid i uke 12, taket er 60 t. Kilde: vedtak i distriktet.',
    )
  })

  it('names the dates of what runs over several days or weeks', () => {
    const long: readonly FindingKind[] = [
      'nights-in-a-row',
      'weekends-too-often',
      'no-free-weekend',
      'sundays-in-a-row',
      'average-hours',
      'average-duty',
    ]
    for (const kind of long) {
      const found = violations.find((candidate) => candidate.kind === kind) as Violation
      expect(statement(found, names)).toMatch(/\(.*\d{1,2}\. ?[a-zæøå]* ?.*202\d\)/)
    }
  })

  it('writes parts of one with a comma', () => {
    const unnamed = { ...names, need: () => 'vakta' }
    const said = violations.map(({ measured, limit, ...found }) =>
      statement({ ...found, measured: measured + 0.9, limit: limit + 0.9 } as Violation, unnamed),
    )
    expect(said.filter((text) => /\d\.\d/.test(text))).toEqual([])
    expect(said.some((text) => /grensen er \d+,9 prosent/.test(text))).toBe(true)
  })

  it('cites the law or the agreement where the district has adopted nothing', () => {
    const said = violations.map((found) => sentence(found, names, []))
    expect(said).toContain(
      'Kari Nes har 7 t 59 min fri etter tilstedevakt om natten (tir. 12. jan. 08:00–15:59), det skal være minst 8 t. Kilde: SFS 2305 punkt 7.4, som den var i 2021.',
    )
    expect(said).toContain(
      'lege lis kan ikke ha vakt alene, og 1 min av vakta h.2027-01-11.16 er uten bakvakt (tir. 12. jan. 07:59–08:00). Kilde: kompetanseforskriften § 3 a.',
    )
    expect(said).toContain(
      'Ingen vaktlinje dekker man. 11. jan. 16:00–16:01, og tiden er ikke meldt dekket av andre. Kilde: akuttmedisinforskriften § 6.',
    )
    expect(said).toContain(
      'Kari Nes har 7 vakter i perioden 4.–31. januar 2027, avtalt høyst 6. Kilde: avtalt deltakelse i vaktordningen.',
    )
  })

  it('cites the adopted value that set the limit', () => {
    const found = violations.find((violation) => violation.kind === 'rest-short' && violation.limit === 660)
    const entry = { ...always, status: 'adopted', author: 'styret', decidedOn: null } as const
    const agreement: AgreementEntry[] = [
      { ...entry, parameter: 'restAfterMinutes', value: { home: 480 }, source: 'hvile etter' },
      { ...entry, parameter: 'restBeforeNightMinutes', value: 660, source: 'hvile før natt' },
    ]
    expect(found && sentence(found, names, agreement)).toMatch(/Kilde: hvile før natt\.$/)
  })

  it('cites no decision on another limit of the same rule', () => {
    const adopted = { ...always, status: 'adopted', author: 'styret', decidedOn: null } as const
    const agreement: AgreementEntry[] = [
      { ...adopted, parameter: 'sundaysInARow', value: 1, source: 'vedtak om søndager' },
      { ...adopted, parameter: 'restBeforeNightMinutes', value: 660, source: 'vedtak om hvile før natt' },
    ]
    const cited = (kind: FindingKind) => {
      const found = violations.find((candidate) => candidate.kind === kind)
      return found && sentence(found, names, agreement).replace(/.*Kilde: /, '')
    }
    expect(cited('sundays-in-a-row')).toBe('vedtak om søndager.')
    expect(cited('no-free-weekend')).toBe('arbeidsmiljøloven § 10-8.')
    expect(cited('rest-second-line')).toBe('arbeidsmiljøloven § 10-8.')
    expect(cited('rest-after-on-site-night')).toMatch(/^SFS 2305/)
  })

  it('cites the decision in force where a mean ends', () => {
    const found = violations.find(({ kind }) => kind === 'average-hours') as Violation
    const { date: from } = toWall(found.span.end - 1)
    const entry: AgreementEntry = {
      parameter: 'averageUnderAct',
      value: [{ minutes: found.limit, weeks: 4 }],
      from,
      to: null,
      status: 'adopted',
      source: 'vedtak om snitt',
      author: 'styret',
      decidedOn: null,
    }
    expect(sentence(found, names, [entry])).toMatch(/Kilde: vedtak om snitt\.$/)
  })

  it('says the same of an exemption as of an absence', () => {
    const said = violations
      .filter((found) => found.kind === 'not-available')
      .map((found) => sentence(found, names, []))
    expect(said.length).toBeGreaterThan(4)
    for (const text of said) {
      expect(text).toMatch(/^Kari Nes er ikke tilgjengelig for vakta .*\. Kilde: det som er registrert/)
      expect(text).not.toMatch(/fritak|ferie|syk|permisjon|fravær/i)
    }
  })

  it('says something whole of every kind that the rules can find', () => {
    const kinds = new Set(violations.map((found) => found.kind))
    expect([...kinds].sort()).toEqual(Object.keys(findings).sort())
    for (const found of violations) {
      const text = sentence(found, names, [])
      expect(text).toMatch(/^\S.*\. Kilde: .+\.$/)
      expect(text).not.toMatch(/undefined|null|NaN|\bIngen har\b/)
    }
  })

  it('ends in one full stop, also after a shortened month', () => {
    const onDate = { ...names, need: () => 'nattevakt tor. 4. feb.' }
    const said = violations.map((found) => sentence(found, onDate, [cap('avtalen av 4. feb.', null)]))
    expect(said.filter((text) => text.includes('feb. Kilde')).length).toBeGreaterThan(3)
    expect(said.filter((text) => text.includes('..'))).toEqual([])
    const source = sentence(overCap, names, [cap('avtalen av 4. feb.', null)])
    expect(source).toMatch(/Kilde: avtalen av 4\. feb\.$/)
  })

  it('names each rule differently', () => {
    expect(new Set(Object.values(ruleNames)).size).toBe(RULES.length)
  })
})
