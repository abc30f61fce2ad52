import type { AgreementEntry, AgreementParameters, ParameterName } from '../../src/core/rota/agreement.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { DutyForm } from '../../src/core/rota/line.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeLine,
  makeNeed,
  makeRota,
  type RotaParts,
} from './make-district.ts'

/** A value that the district has decided. */
export function adopted<K extends ParameterName>(
  parameter: K,
  value: AgreementParameters[K],
  entry: Partial<Pick<AgreementEntry, 'status' | 'from' | 'to'>> = {},
): AgreementEntry {
  const origin = { source: 'Vedtak i styret', author: 'styret', decidedOn: '2026-12-01' }
  // The parameter's name carries the type of its value; an object literal loses that link.
  return { ...always, parameter, value, status: 'adopted', ...origin, ...entry } as AgreementEntry
}

/** A duty from and to, home duty unless told. */
export type HeldSpan = readonly [from: string, to: string, form?: DutyForm]

const LINE_OF: Readonly<Record<DutyForm, string>> = { home: 'h', 'on-site': 's', backup: 'b' }

/** Doctor a, to whom the facts belong, holds these duties; b, with nothing else to do, could have taken them, or does (`by`). */
export function heldRota(
  agreement: readonly AgreementEntry[],
  spans: readonly HeldSpan[],
  facts: Partial<Doctor> = {},
  { by = 'a', ...parts }: Pick<RotaParts, 'from' | 'to' | 'elsewhere'> & { readonly by?: 'a' | 'b' } = {},
): Rota {
  const needs = spans.map(([from, to, form = 'home']) => makeNeed(from, to, { lineId: LINE_OF[form], form }))
  const lines = [
    makeLine(),
    makeLine({ id: 's', form: 'on-site' }),
    makeLine({ id: 'b', form: 'backup', behind: ['h', 's'] }),
  ]
  const doctors = [makeDoctor('a', facts), makeDoctor('b')]
  const holders = Object.fromEntries(needs.map((need) => [need.id, by]))
  return makeRota({ district: makeDistrict({ agreement, doctors, lines }), needs, holders, ...parts })
}

/** Busy in another district. */
export function elsewhere(from: string, to: string): Rota['elsewhere'][number] {
  return { personId: 'a', start: at(from), end: at(to), overlapClass: null }
}
