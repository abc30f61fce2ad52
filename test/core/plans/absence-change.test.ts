import { describe, expect, it } from 'vitest'
import { planAbsence, planAbsenceEnd } from '../../../src/core/plans/absence-change.ts'
import type { Absence } from '../../../src/core/rota/doctor.ts'

const absence = (from: string, certainFrom: string, to: string | null): Absence => ({
  id: 'x',
  from,
  certainFrom,
  to,
})

describe('an absence', () => {
  it.each([
    [absence('2027-03-01', '2027-03-01', '2027-03-01'), 'to', 'ends-before-start'],
    [absence('2027-03-01', '2027-02-28', null), 'certainFrom', 'outside-absence'],
    [absence('2027-03-01', '2027-03-09', '2027-03-08'), 'certainFrom', 'outside-absence'],
  ] as const)('%j is refused at its field', (wanted, field, code) => {
    expect(planAbsence(wanted, [])).toMatchObject({ kind: 'refused', problems: [{ field, code }] })
  })

  it('may begin on one of several days, be wholly uncertain, or have no known end', () => {
    for (const wanted of [
      absence('2027-03-01', '2027-03-08', '2027-03-08'),
      absence('2027-03-01', '2027-04-01', null),
      absence('2027-03-01', '2027-03-01', '2027-03-02'),
    ])
      expect(planAbsence(wanted, [])).toEqual({ kind: 'planned', absence: wanted })
  })

  it('is entered once on its dates', () => {
    const held = { ...absence('2027-03-01', '2027-03-01', '2027-03-08'), id: 'held' }
    const again = absence('2027-03-01', '2027-03-02', '2027-03-08')
    expect(planAbsence(again, [held])).toEqual({
      kind: 'refused',
      problems: [{ field: 'from', code: 'already-away', value: '2027-03-01' }],
    })
    expect(planAbsence({ ...again, id: 'held' }, [held])).toMatchObject({ kind: 'planned' })
    expect(planAbsence({ ...again, to: '2027-03-09' }, [held])).toMatchObject({ kind: 'planned' })
  })

  it('ends on the day somebody is back, and never was when that is its first day', () => {
    const open = absence('2027-03-01', '2027-04-01', null)
    expect(planAbsenceEnd(open, '2027-03-15')).toEqual({
      kind: 'planned',
      absence: absence('2027-03-01', '2027-03-15', '2027-03-15'),
    })
    expect(planAbsenceEnd(open, '2027-05-01')).toEqual({
      kind: 'planned',
      absence: absence('2027-03-01', '2027-04-01', '2027-05-01'),
    })
    expect(planAbsenceEnd(open, '2027-03-01')).toEqual({ kind: 'planned', absence: null })
    expect(planAbsenceEnd({ ...open, to: '2027-05-01' }, '2027-05-01')).toMatchObject({
      kind: 'refused',
      problems: [{ field: 'on', code: 'already-ended' }],
    })
  })
})
