import { describe, expect, it } from 'vitest'
import { periodOf } from '../../../src/core/ledger/period.ts'
import { countedRota } from '../../../src/core/ledger/person-ledger.ts'
import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import { between } from '../../../src/reports/between/between.ts'
import { yearlyTables } from '../../../src/reports/tables/yearly.ts'
import { grantChecks } from '../../../src/reports/yearly/grants.ts'
import { exceptionUses } from '../../../src/reports/yearly/statutory.ts'
import { yearlyText } from '../../../src/reports/yearly/yearly-text.ts'
import { en } from '../../../src/text/en.ts'
import { nb } from '../../../src/text/nb.ts'
import { nn } from '../../../src/text/nn.ts'
import { makeCompetence, makeDistrict, makeDoctor, makeNeed, makeRota } from '../../support/make-district.ts'

const YEAR = periodOf('year', '2027-01-01')
const told = {
  status: 'adopted',
  source: 'Sak 4/27',
  author: 'Kari',
  decidedOn: '2026-12-01',
  to: null,
} as const
const MONTH: AgreementEntry = {
  ...told,
  from: '2026-01-01',
  parameter: 'competenceException',
  value: { daysPerMonth: 19.5, warnAtPercent: 80 },
}
const exempted = makeDoctor('a', {
  competences: [makeCompetence({ kind: 'old-internship' }, { exception: 'six-months-on-duty' })],
})
const nights = [
  makeNeed('2027-12-30 16:00', '2027-12-31 08:00'),
  makeNeed('2027-12-31 16:00', '2028-01-01 08:00'),
  makeNeed('2027-03-27 20:00', '2027-03-27 23:00'),
]

function ground(agreement: readonly AgreementEntry[], doctors = [exempted, makeDoctor('b')]) {
  const district = makeDistrict({ agreement, doctors })
  const holders = Object.fromEntries(nights.map(({ id }) => [id, 'a']))
  const rota = makeRota({ district, from: YEAR.from, to: YEAR.to, needs: nights, holders })
  return { district, rota, counted: countedRota({ rota, assignments: [], outcomes: [] }) }
}

describe('days under an exception', () => {
  it('are dates of the year with duty, a night over midnight two of them and New Year’s morning none', () => {
    const { district, counted } = ground([MONTH])
    expect(exceptionUses(district, '4601', YEAR, counted)).toEqual([
      // 27 March, 30 and 31 December; six months of 19.5 days are 117.
      { personId: 'a', exception: 'six-months-on-duty', days: 3, months: 6, limitDays: 117, isAll: true },
    ])
    expect(exceptionUses(district, '4602', YEAR, counted)).toEqual([])
  })

  it('have no limit in days until the district has said what a month is', () => {
    const { district, counted } = ground([])
    const uses = exceptionUses(district, '4601', YEAR, counted)
    expect(uses[0]?.limitDays).toBe(null)
    const [table] = yearlyTables(
      { year: 2027, exceptions: uses, coming: null, grants: [], nameOf: (id) => id },
      nb,
    )
    expect(table?.rows[0]?.cells.slice(2)).toEqual([
      { kind: 'number', value: 3 },
      { kind: 'not-known' },
      { kind: 'not-known' },
    ])
    expect(table?.notes).toContain(nb.reportYearly.exceptions.noLimit)
    expect(table?.notes).toContain(nb.reportYearly.exceptions.deadline('2028-03-31'))
  })

  it('are reported by 31 March up to and including 2029, and no later', () => {
    const notes = (year: number) =>
      yearlyTables({ year, exceptions: [], coming: null, grants: [], nameOf: (id) => id }, nb)[0]?.notes
    expect(notes(2028)).toContain(nb.reportYearly.exceptions.deadline('2029-03-31'))
    expect(notes(2029)).toContain(nb.reportYearly.exceptions.noDeadline)
  })
})

describe('grants of a year', () => {
  const { district } = ground([])
  const [member] = district.municipalities

  it('tell what is known of it and never more', () => {
    if (!member) throw new Error('no member')
    const checks = grantChecks(district, member, 2026)
    // 4200 inhabitants, centrality 6.
    expect(checks.map(({ year, from, meets }) => [year, from, meets])).toEqual([
      [2022, 'unverified', true],
      [2023, 'unverified', null],
      [2024, 'unverified', null],
      [2025, 'none', null],
      [2026, 'none', null],
    ])
    const central = { ...member, facts: member.facts.map((fact) => ({ ...fact, centrality: 2 })) }
    expect(grantChecks(district, central, 2023).map(({ meets }) => meets)).toEqual([false, false])
    const unknown = { ...member, facts: [] }
    expect(grantChecks(district, unknown, 2022)[0]).toMatchObject({ population: null, meets: null })
  })

  it('follow the district’s own conditions where it has entered some', () => {
    if (!member) throw new Error('no member')
    const own: AgreementEntry = {
      ...told,
      from: '2026-03-01',
      to: '2027-01-01',
      parameter: 'grantCriteria',
      value: { populationBelow: 4200, centrality: [5, 6] },
    }
    const checks = grantChecks({ ...district, agreement: [own] }, member, 2027)
    expect(checks.find(({ year }) => year === 2026)).toMatchObject({
      from: 'district',
      source: 'Sak 4/27',
      populationBelow: 4200,
      meets: false,
    })
    expect(checks.find(({ year }) => year === 2027)).toMatchObject({ from: 'none', meets: null })
  })
})

describe('the draft of the yearly statement', () => {
  const { district, rota, counted } = ground([MONTH])
  const statement = {
    municipality: { number: '4601', name: 'Lillevik' },
    districtName: district.name,
    year: 2027,
    between: between(rota, YEAR, counted),
    exceptions: exceptionUses(district, '4601', YEAR, counted),
    coming: 0,
    isOver: false,
  }

  it('has only figures of the tables, and says what is missing', () => {
    // 16 h, 8 h of New Year's Eve and 3 h.
    expect(yearlyText(statement, nb).split('\n')).toEqual([
      'Legevakt i Lillevik (Lillevik legevakt), 2027',
      '',
      'Året er ikke slutt. Tallene er foreløpige.',
      'Kommunen bar 3 vakter, 27 t i alt, slik vaktene ble. Det er 100 % av den vektede vakta i distriktet.',
      'Timene fordeler seg på hjemmevakt 27 t.',
      'Distriktet har ikke en fordelingsnøkkel for hele året.',
      'Ingen vakter i distriktet sto uten lege.',
      '1 lege arbeidet på unntak fra kompetansekravet, 3 dager med vakt i alt.',
      nb.reportYearly.statement.comingNone,
      nb.reportYearly.statement.gaps,
    ])
  })

  it.each([nb, nn, en])('is whole in %o', (text) => {
    const lines = yearlyText({ ...statement, coming: null, isOver: true }, text).split('\n')
    expect(lines).toHaveLength(8)
    expect(lines.join(' ')).not.toMatch(/NaN|undefined|null/)
  })

  it('does not call a year without published duties a covered one', () => {
    const rotaOf = makeRota({ district, from: YEAR.from, to: YEAR.to, needs: [] })
    const empty = between(rotaOf, YEAR, countedRota({ rota: rotaOf, assignments: [], outcomes: [] }))
    const lines = yearlyText({ ...statement, between: empty }, nb)
    expect(lines).toContain(nb.reportYearly.statement.notPublished)
    expect(lines).not.toContain(nb.reportYearly.statement.noneOpen)
  })

  it('says it plainly where nothing counts for the municipality', () => {
    const none = { ...statement, municipality: { number: '4602', name: 'Storevik' }, exceptions: [] }
    expect(yearlyText(none, nb)).toContain(nb.reportYearly.statement.noDuties)
  })
})
