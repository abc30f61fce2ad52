import type { Doctor } from '../../../src/core/rota/doctor.ts'
import { at, makeDistrict, makeDoctor, makeNeed, makeRota } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

/** Doctor a, with these facts, holds a home duty from and to. */
export function heldBy(facts: Partial<Doctor>, from: string, to: string) {
  const need = makeNeed(from, to)
  const district = makeDistrict({ doctors: [makeDoctor('a', facts), makeDoctor('b')] })
  return makeRota({ district, needs: [need], holders: { [need.id]: 'a' } })
}

export function away(from: string, to: string | null, certainFrom = from): Partial<Doctor> {
  return { absences: [{ id: 'x', from, certainFrom, to }] }
}

export function exempt(
  from: string,
  to: string | null,
  kind: 'out-of-hours' | 'nights' = 'out-of-hours',
): Partial<Doctor> {
  return { exemptions: [{ id: 'x', from, to, scope: { kind } }] }
}

const night = ['2027-01-11 23:00', '2027-01-12 08:00'] as const
const found = { kind: 'not-available', grade: 'blocks', personId: 'a', measured: 540, limit: 0 } as const

export const availabilityRows: readonly RuleRow[] = [
  { name: 'a doctor with nothing registered', rota: heldBy({}, ...night) },
  {
    name: 'a duty that ends the minute an absence begins',
    rota: heldBy(away('2027-01-12', null), '2027-01-11 16:00', '2027-01-12 00:00'),
  },
  {
    name: 'a duty that ends one minute into an absence',
    rota: heldBy(away('2027-01-12', null), '2027-01-11 16:00', '2027-01-12 00:01'),
    broken: [
      { ...found, measured: 481, span: { start: at('2027-01-11 16:00'), end: at('2027-01-12 00:01') } },
    ],
  },
  {
    name: 'a night that reaches into an absence',
    rota: heldBy(away('2027-01-12', '2027-01-20'), ...night),
    broken: [found],
  },
  {
    name: 'a duty that starts the minute an absence ends',
    rota: heldBy(away('2027-01-04', '2027-01-12'), '2027-01-12 00:00', '2027-01-12 08:00'),
  },
  {
    name: 'a duty that starts one minute before an absence ends',
    rota: heldBy(away('2027-01-04', '2027-01-12'), '2027-01-11 23:59', '2027-01-12 08:59'),
    broken: [found],
  },
  {
    name: 'a duty between the earliest and the certain date of a leave',
    rota: heldBy(away('2027-01-04', null, '2027-02-01'), ...night),
    broken: [{ kind: 'at-risk', grade: 'warns', personId: 'a', measured: 540 }],
  },
  {
    name: 'a duty in an exemption from out-of-hours work',
    rota: heldBy(exempt('2027-01-01', null), ...night),
    broken: [found],
  },
  {
    name: 'a duty inside office hours for someone exempt out of hours',
    rota: heldBy(exempt('2027-01-01', null), '2027-01-11 08:00', '2027-01-11 16:00'),
  },
  {
    name: 'an evening for someone exempt from nights',
    rota: heldBy(exempt('2027-01-01', null, 'nights'), '2027-01-11 16:00', '2027-01-11 23:00'),
  },
  {
    name: 'a night for someone exempt from nights',
    rota: heldBy(exempt('2027-01-01', null, 'nights'), ...night),
    broken: [found],
  },
  {
    name: 'a week off in a rotation of two on and four off',
    rota: heldBy(
      { rotations: [{ from: '2026-01-01', to: null, weeksOn: 2, weeksOff: 4, anchor: '2026-12-28' }] },
      ...night,
    ),
    broken: [found],
  },
  {
    name: 'a week on in a rotation of two on and four off',
    rota: heldBy(
      { rotations: [{ from: '2026-01-01', to: null, weeksOn: 2, weeksOff: 4, anchor: '2027-01-04' }] },
      ...night,
    ),
  },
  {
    name: 'a night that ends as the week off begins, at the end of an ISO year',
    rota: heldBy(
      { rotations: [{ from: '2026-01-01', to: null, weeksOn: 2, weeksOff: 4, anchor: '2026-12-21' }] },
      '2027-01-03 16:00',
      '2027-01-04 00:00',
    ),
  },
  {
    name: 'a leave that begins on the Sunday the clock goes forward',
    rota: heldBy(away('2027-03-28', null), '2027-03-27 23:00', '2027-03-28 08:00'),
    broken: [{ ...found, measured: 480 }],
  },
  {
    name: 'a leave that ends on the Sunday the clock goes back',
    rota: heldBy(away('2027-10-01', '2027-10-31'), '2027-10-30 23:00', '2027-10-31 08:00'),
    broken: [{ ...found, measured: 600 }],
  },
]
