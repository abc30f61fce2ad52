import { describe, expect, it } from 'vitest'
import { outcomeFaults } from '../../../src/core/plans/outcome-fault.ts'
import type { Assignment, Outcome } from '../../../src/core/rota/assignment.ts'
import { fromOffsetText } from '../../../src/core/time/oslo.ts'

const at = fromOffsetText
/** The night when clocks went back: 16 to 08 lasts seventeen hours. */
const START = at('2026-10-24T16:00+02:00')
const END = at('2026-10-25T08:00+01:00')
const NOW = END + 60

const ASSIGNMENT: Assignment = {
  id: 'a',
  chainId: 'a',
  needId: 'h.2026-10-24.n',
  seat: 0,
  start: START,
  end: END,
  personId: 'kari',
  positionId: null,
  origin: 'share',
  shadowing: false,
  revisionFrom: 1,
  revisionTo: null,
  sequence: 0,
  modifiedAt: START,
  enteredBy: 'account',
  reason: '',
  replaces: null,
  note: '',
}

const told = (said: Partial<Outcome> = {}): Outcome => ({
  assignmentId: 'a',
  start: START,
  end: END,
  activeMinutes: null,
  callOuts: null,
  ...said,
})

const codes = (outcome: Outcome, now = NOW) =>
  outcomeFaults(ASSIGNMENT, outcome, now).map(({ field, code }) => `${field} ${code}`)

describe('what is told of a duty', () => {
  it('may be as planned, longer, and active to the last of its minutes over a clock change', () => {
    expect(codes(told())).toEqual([])
    expect(codes(told({ end: END + 60, activeMinutes: 18 * 60, callOuts: 0 }), END + 60)).toEqual([])
  })

  it('may not be more active than it was long', () => {
    expect(codes(told({ activeMinutes: 17 * 60 }))).toEqual([])
    expect(codes(told({ activeMinutes: 17 * 60 + 1 }))).toEqual(['activeMinutes active-too-long'])
  })

  it('may not end before or as it starts', () => {
    expect(codes(told({ end: START - 1 }))).toEqual(['end ends-before-start'])
    expect(codes(told({ end: START }))).toEqual(['end ends-before-start'])
  })

  it('may last 72 hours and not a minute more', () => {
    const long = { ...ASSIGNMENT, start: END - 65 * 60 }
    const faultsFrom = (start: number) => outcomeFaults(long, told({ start }), NOW)
    expect(faultsFrom(END - 72 * 60)).toEqual([])
    expect(faultsFrom(END - 72 * 60 - 1)).toEqual([{ field: 'end', code: 'longer-than-72-hours' }])
  })

  it('begins at most 12 hours before its plan and ends at most 12 hours after', () => {
    const later = END + 24 * 60
    expect(codes(told({ start: START - 12 * 60, end: END + 12 * 60 }), later)).toEqual([])
    expect(codes(told({ start: START - 12 * 60 - 1 }), later)).toEqual(['start begun-too-early'])
    expect(codes(told({ end: END + 12 * 60 + 1 }), later)).toEqual(['end ended-too-late'])
  })

  it('reaches into no other duty of the same doctor, and may touch one', () => {
    const later = END + 24 * 60
    const others = [
      { start: START - 8 * 60, end: START },
      { start: END, end: END + 8 * 60 },
    ]
    const faultsOf = (said: Partial<Outcome>) =>
      outcomeFaults(ASSIGNMENT, told(said), later, others).map(({ field, code }) => `${field} ${code}`)
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ end: END + 45 })).toEqual(['end over-own-duty'])
    expect(faultsOf({ start: START - 1 })).toEqual(['start over-own-duty'])
  })

  it('must have happened', () => {
    expect(codes(told(), END)).toEqual([])
    expect(codes(told(), END - 1)).toEqual(['end in-the-future'])
    expect(codes(told({ start: NOW + 1, end: NOW + 2 }))).toContain('start in-the-future')
  })

  it('must hold some of the planned time', () => {
    expect(codes(told({ start: END, end: END + 30 }))).toEqual(['start not-this-duty'])
    expect(codes(told({ start: END - 1, end: END + 30 }))).toEqual([])
  })

  it('counts in whole numbers from 0', () => {
    expect(codes(told({ activeMinutes: -1, callOuts: 1.5 }))).toEqual([
      'activeMinutes out-of-range',
      'callOuts out-of-range',
    ])
    expect(codes(told({ callOuts: 201 }))).toEqual(['callOuts out-of-range'])
  })
})
