import { describe, expect, it } from 'vitest'
import { formMinutes, heldByForm } from '../../../src/core/ledger/form-minutes.ts'
import { asWorked } from '../../../src/core/ledger/outcome.ts'
import type { Assignment, Outcome } from '../../../src/core/rota/assignment.ts'
import { dutiesOf } from '../../../src/core/rota/rota.ts'
import { unionMinutes } from '../../../src/core/time/interval.ts'
import { at, makeNeed, makeRota, makeSlice } from '../../support/make-district.ts'

const need = makeNeed('2027-01-04 16:00', '2027-01-05 08:00')
const rota = makeRota({ needs: [need], holders: { [need.id]: 'a' } })

const assignment = (over: Partial<Assignment> = {}): Assignment => ({
  ...makeSlice('a', '2027-01-04 16:00', '2027-01-05 08:00'),
  id: 'one',
  chainId: 'one',
  needId: need.id,
  seat: 0,
  revisionFrom: 1,
  revisionTo: null,
  sequence: 0,
  modifiedAt: 0,
  enteredBy: 'k',
  reason: '',
  replaces: null,
  note: '',
  ...over,
})
const outcome = (from: string, to: string, assignmentId = 'one'): Outcome => ({
  assignmentId,
  start: at(from),
  end: at(to),
  activeMinutes: null,
  callOuts: null,
})
const workedHours = (outcomes: readonly Outcome[], held: readonly Assignment[] = [assignment()]) => {
  const worked = asWorked(dutiesOf(rota), rota, held, outcomes)
  return [unionMinutes(worked) / 60, worked.length]
}

describe('duties as they were worked', () => {
  it.each([
    ['as planned without an outcome', [], [16, 1]],
    ['three hours longer when relief came late', [outcome('2027-01-04 16:00', '2027-01-05 11:00')], [19, 1]],
    ['from an hour before', [outcome('2027-01-04 15:00', '2027-01-05 08:00')], [17, 1]],
    ['shorter', [outcome('2027-01-04 17:30', '2027-01-04 23:00')], [5.5, 1]],
    ['not at all', [outcome('2027-01-04 16:00', '2027-01-04 16:00')], [0, 0]],
    [
      'as planned when the outcome is of another assignment',
      [outcome('2027-01-04 16:00', '2027-01-05 11:00', 'two')],
      [16, 1],
    ],
  ] as const)('count %s', (_, outcomes, expected) => {
    expect(workedHours(outcomes)).toEqual(expected)
  })

  it('keep the form they began and ended with', () => {
    const pieces = [
      { form: 'home' as const, start: at('2027-01-04 16:00'), end: at('2027-01-04 23:00') },
      { form: 'on-site' as const, start: at('2027-01-04 23:00'), end: at('2027-01-05 08:00') },
    ]
    const mixed = makeRota({ needs: [{ ...need, pieces }], holders: { [need.id]: 'a' } })
    const worked = asWorked(
      dutiesOf(mixed),
      mixed,
      [assignment()],
      [outcome('2027-01-04 15:00', '2027-01-05 10:00')],
    )
    expect(formMinutes(heldByForm(worked))).toEqual({
      home: 480,
      'on-site': 660,
      backup: 0,
    })
  })

  it('leave the assignments before the present one out', () => {
    const earlier = assignment({ id: 'old', personId: 'b', revisionTo: 2 })
    expect(
      workedHours([outcome('2027-01-04 16:00', '2027-01-05 11:00', 'old')], [earlier, assignment()]),
    ).toEqual([16, 1])
  })
})
