import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Engagement } from '../../../src/core/rota/engagement.ts'
import {
  always,
  makeDistrict,
  makeDoctor,
  makeNeed,
  makePerson,
  makeRota,
  makeSlice,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const gp = makeDoctor('a').engagements[0] as Engagement
const locum: Engagement = { ...gp, id: 'locum', form: 'locum' }

interface Given {
  readonly engagements?: readonly Engagement[]
  readonly birthDate?: string | null
  readonly from?: string
  readonly to?: string
  readonly agreement?: readonly AgreementEntry[]
}

/** A duty over the night of 11 January 2027, held by doctor a; b is younger. */
function held({
  engagements = [gp],
  birthDate = '1957-01-11',
  from = '2027-01-11 16:00',
  to = '2027-01-12 08:00',
  agreement = [],
}: Given) {
  const need = makeNeed(from, to)
  const district = makeDistrict({
    doctors: [makeDoctor('b'), makeDoctor('a', { engagements })],
    persons: [makePerson('b'), makePerson('a', { birthDate })],
    agreement,
  })
  return makeRota({ district, needs: [need], holders: { [need.id]: 'a' } })
}

const ended = {
  kind: 'agreement-ended',
  grade: 'blocks',
  personId: 'a',
  lineId: 'h',
  needIds: ['h.2027-01-11.16'],
} as const

const endsAt68: AgreementEntry = {
  from: '2027-01-01',
  to: '2027-02-01',
  parameter: 'agreementEnd',
  value: { age: 68, latestAge: 80 },
  status: 'adopted',
  source: 'Avtale',
  author: 'styret',
  decidedOn: '2026-12-01',
}

export const engagementRows: readonly RuleRow[] = [
  { name: 'a duty that begins on the eve of the 70th birthday', rota: held({ birthDate: '1957-01-12' }) },
  { name: 'a duty that begins on the 70th birthday', rota: held({}), broken: [ended] },
  {
    name: 'the 70th birthday of another doctor',
    rota: makeRota({
      district: makeDistrict({
        doctors: [makeDoctor('a'), makeDoctor('b')],
        persons: [makePerson('a'), makePerson('b', { birthDate: '1950-01-01' })],
      }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: { 'h.2027-01-11.16': 'a' },
    }),
  },
  {
    name: 'the last day of a recorded extension',
    rota: held({ birthDate: '1956-01-01', engagements: [{ ...gp, extendedTo: '2027-01-12' }] }),
  },
  {
    name: 'the day on which a recorded extension has ended',
    rota: held({ birthDate: '1956-01-01', engagements: [{ ...gp, extendedTo: '2027-01-11' }] }),
    broken: [ended],
  },
  {
    name: 'an extension recorded for a date before the 70th birthday, which takes nothing away',
    rota: held({ birthDate: '1957-01-12', engagements: [{ ...gp, extendedTo: '2026-01-01' }] }),
  },
  {
    name: 'an extension past 80 on the eve of the 80th birthday',
    rota: held({ birthDate: '1947-01-12', engagements: [{ ...gp, extendedTo: '2030-01-01' }] }),
  },
  {
    name: 'an extension past 80, which reaches no further than the 80th birthday',
    rota: held({ birthDate: '1947-01-11', engagements: [{ ...gp, extendedTo: '2030-01-01' }] }),
    broken: [ended],
  },
  {
    name: 'a retired GP who comes back as locum',
    rota: held({ engagements: [{ ...gp, to: '2027-01-11' }, locum] }),
  },
  {
    name: 'a GP past 70 who is also a locum on that date',
    rota: held({ engagements: [gp, { ...locum, from: '2027-01-11', to: '2027-01-12' }] }),
  },
  {
    name: 'a GP past 70 whose engagement as locum has not begun',
    rota: held({ engagements: [gp, { ...locum, from: '2027-01-12' }] }),
    broken: [ended],
  },
  {
    name: 'two GP agreements of which one is extended',
    rota: held({ engagements: [gp, { ...gp, id: 'second', extendedTo: '2028-01-01' }] }),
  },
  {
    name: 'a salaried GP past 70',
    rota: held({ engagements: [{ ...gp, form: 'gp-salaried' }] }),
    broken: [ended],
  },
  {
    name: 'a doctor past 70 employed for duty',
    rota: held({ engagements: [{ ...gp, form: 'employed-duty-doctor' }] }),
  },
  { name: 'a doctor past 70 without any engagement', rota: held({ engagements: [] }) },
  { name: 'a birth date that is not known', rota: held({ birthDate: null }) },
  {
    name: 'the age that the district has adopted',
    rota: held({ birthDate: '1959-01-11', agreement: [endsAt68] }),
    broken: [ended],
  },
  {
    name: 'an adopted age that holds no longer',
    rota: held({
      birthDate: '1959-01-11',
      agreement: [endsAt68],
      from: '2027-02-01 16:00',
      to: '2027-02-02 08:00',
    }),
  },
  {
    name: 'a birthday on 29 February, which is 1 March in an ordinary year',
    rota: held({
      birthDate: '1956-02-29',
      agreement: [{ ...endsAt68, ...always, value: { age: 71, latestAge: 80 } }],
      from: '2027-02-28 16:00',
      to: '2027-03-01 08:00',
    }),
  },
  {
    name: 'a duty that begins as the clock has gone back',
    rota: held({ birthDate: '1957-10-31', from: '2027-10-31 16:00', to: '2027-11-01 08:00' }),
    broken: [{ ...ended, needIds: ['h.2027-10-31.16'] }],
  },
  {
    name: 'a duty that only shadows',
    rota: makeRota({
      district: makeDistrict({
        doctors: [makeDoctor('a'), makeDoctor('b')],
        persons: [makePerson('a', { birthDate: '1950-01-01' }), makePerson('b')],
      }),
      needs: [makeNeed('2027-01-11 16:00', '2027-01-12 08:00')],
      holders: {
        'h.2027-01-11.16': [
          makeSlice('b', '2027-01-11 16:00', '2027-01-12 08:00'),
          makeSlice('a', '2027-01-11 16:00', '2027-01-12 08:00', { shadowing: true }),
        ],
      },
    }),
    broken: [ended],
  },
  {
    name: 'a duty on the 70th birthday in a period that began before it',
    rota: { ...held({}), from: '2027-01-04' },
    broken: [ended],
  },
]
