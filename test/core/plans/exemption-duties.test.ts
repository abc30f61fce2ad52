import { describe, expect, it } from 'vitest'
import { dutiesInside } from '../../../src/core/plans/exemption-duties.ts'
import type { Absence } from '../../../src/core/rota/doctor.ts'
import type { Exemption, ExemptionScope } from '../../../src/core/rota/exemption.ts'
import { at, makeDoctor } from '../../support/make-district.ts'

/** Home from 16, on site from 23 to 08, and one half of it held. */
const evening = at('2027-03-01 16:00')
const night = at('2027-03-01 23:00')
const morning = at('2027-03-02 08:00')
const need = {
  date: '2027-03-01',
  pieces: [
    { form: 'home', start: evening, end: night },
    { form: 'on-site', start: night, end: morning },
  ],
} as const
const whole = { need, assignment: { start: evening, end: morning } }
const firstHalf = { need, assignment: { start: evening, end: night } }

const reached = (scope: ExemptionScope, from = '2027-03-01', to: string | null = null) => {
  const exemption: Exemption = { id: 'x', from, to, scope }
  return dutiesInside([whole, firstHalf], makeDoctor('a'), { kind: 'exemption', exemption }, []).map(
    ({ duty }) => duty,
  )
}

const absent = (absence: Omit<Absence, 'id'>) =>
  dutiesInside([whole], makeDoctor('a'), { kind: 'absence', absence: { id: 'x', ...absence } }, []).map(
    ({ isAtRisk }) => isAtRisk,
  )

describe('the duties that a time away reaches', () => {
  it('are those in its scope, by the part that the doctor holds', () => {
    expect(reached({ kind: 'out-of-hours' })).toEqual([whole, firstHalf])
    expect(reached({ kind: 'nights' })).toEqual([whole])
    expect(reached({ kind: 'form', form: 'on-site' })).toEqual([whole])
    expect(reached({ kind: 'form', form: 'backup' })).toEqual([])
  })

  it('are those that overlap its dates', () => {
    expect(reached({ kind: 'out-of-hours' }, '2027-03-02')).toEqual([whole])
    expect(reached({ kind: 'out-of-hours' }, '2027-03-03')).toEqual([])
    expect(reached({ kind: 'out-of-hours' }, '2027-02-01', '2027-03-01')).toEqual([])
  })

  it('are at risk while an absence may begin, and out of reach of the doctor when it has', () => {
    const dates = { from: '2027-03-01', to: '2027-04-01' }
    expect(absent({ ...dates, certainFrom: '2027-03-10' })).toEqual([true])
    expect(absent({ ...dates, certainFrom: '2027-03-02' })).toEqual([false])
    expect(absent({ ...dates, from: '2027-03-03', certainFrom: '2027-03-03' })).toEqual([])
  })

  it('are told of this time away alone, whatever else the doctor has', () => {
    const exemption: Exemption = { id: 'y', from: '2020-01-01', to: null, scope: { kind: 'out-of-hours' } }
    const doctor = makeDoctor('a', { exemptions: [exemption] })
    const absence: Absence = { id: 'x', from: '2027-05-01', certainFrom: '2027-05-01', to: null }
    expect(dutiesInside([whole], doctor, { kind: 'absence', absence }, [])).toEqual([])
  })
})
