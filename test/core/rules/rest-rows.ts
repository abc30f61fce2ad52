import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { Need } from '../../../src/core/rota/need.ts'
import type { Rota } from '../../../src/core/rota/rota.ts'
import { always, at, makeDistrict, makeLine, makeNeed, makeRota } from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

function onSite(from: string, to: string): Need {
  return makeNeed(from, to, { lineId: 's', form: 'on-site' })
}

const lines = [makeLine(), makeLine({ id: 's', form: 'on-site' })]
/** Shows no second line, so that the rows tell the others apart. */
const district = makeDistrict({ lines, agreement: [adopted({ parameter: 'secondRestMinutes', value: {} })] })
const withSecondLine = { district: makeDistrict({ lines }) }

/** All duties are held by doctor a. */
function held(needs: readonly Need[], parts: Partial<Parameters<typeof makeRota>[0]> = {}): Rota {
  const holders = Object.fromEntries(needs.map((need) => [need.id, 'a']))
  return makeRota({ district, needs, holders, ...parts })
}

function adopted(entry: Pick<AgreementEntry, 'parameter' | 'value'>): AgreementEntry {
  const origin = { status: 'adopted', source: 'vedtak', author: 'styret', decidedOn: '2026-12-01' } as const
  // Each row names a parameter with a value of its own type.
  return { ...always, ...origin, ...entry } as AgreementEntry
}

const night = onSite('2027-01-11 23:00', '2027-01-12 08:00')
const afterNight = { kind: 'rest-after-on-site-night', personId: 'a', limit: 480, unit: 'minutes' } as const
const short = { kind: 'rest-short', personId: 'a', limit: 480, unit: 'minutes' } as const

export const restRows: readonly RuleRow[] = [
  {
    name: 'exactly 8 hours after an on-site night',
    rota: held([night, onSite('2027-01-12 16:00', '2027-01-12 23:00')]),
  },
  {
    name: 'one minute more than 8 hours after an on-site night',
    rota: held([night, onSite('2027-01-12 16:01', '2027-01-12 23:00')]),
  },
  {
    name: 'one minute less than 8 hours after an on-site night',
    rota: held([night, onSite('2027-01-12 15:59', '2027-01-12 23:00')]),
    broken: [
      {
        ...afterNight,
        grade: 'blocks',
        needIds: ['s.2027-01-11.23', 's.2027-01-12.15'],
        span: { start: at('2027-01-12 08:00'), end: at('2027-01-12 15:59') },
        measured: 479,
      },
    ],
  },
  {
    name: 'touching duties, which are one work period',
    rota: held([night, onSite('2027-01-12 08:00', '2027-01-12 15:00')]),
  },
  {
    name: 'too little rest after a period whose night lies in its first duty',
    rota: held([
      night,
      onSite('2027-01-12 08:00', '2027-01-12 15:00'),
      makeNeed('2027-01-12 22:59', '2027-01-13 08:00'),
    ]),
    broken: [
      {
        ...afterNight,
        needIds: ['s.2027-01-11.23', 's.2027-01-12.08', 'h.2027-01-12.22'],
        measured: 479,
      },
    ],
  },
  {
    name: 'a period measured to the end of its longest duty, though a shorter one started later',
    rota: held([
      night,
      makeNeed('2027-01-12 01:00', '2027-01-12 02:00'),
      onSite('2027-01-12 15:59', '2027-01-12 23:00'),
    ]),
    broken: [
      {
        ...afterNight,
        needIds: ['s.2027-01-11.23', 'h.2027-01-12.01', 's.2027-01-12.15'],
        measured: 479,
      },
    ],
  },
  {
    name: 'exactly 8 hours across midnight after an on-site evening',
    rota: held([
      onSite('2027-01-11 15:30', '2027-01-11 23:30'),
      onSite('2027-01-12 07:30', '2027-01-12 12:00'),
    ]),
  },
  {
    name: 'one minute less than 8 hours across midnight after an on-site evening',
    rota: held([
      onSite('2027-01-11 15:30', '2027-01-11 23:30'),
      onSite('2027-01-12 07:29', '2027-01-12 12:00'),
    ]),
    broken: [{ ...short, grade: 'warns', measured: 479 }],
  },
  {
    name: 'exactly 3 hours of the night as an on-site night',
    rota: held([
      onSite('2027-01-11 18:00', '2027-01-12 02:00'),
      onSite('2027-01-12 09:59', '2027-01-12 12:00'),
    ]),
    broken: [{ ...afterNight, measured: 479 }],
  },
  {
    name: 'one minute less than 3 hours of the night as an ordinary evening',
    rota: held([
      onSite('2027-01-11 18:00', '2027-01-12 01:59'),
      onSite('2027-01-12 09:58', '2027-01-12 12:00'),
    ]),
    broken: [{ ...short, measured: 479 }],
  },
  {
    name: '8 hours on the clock that are 7 in the night the clock goes forward',
    rota: held([
      onSite('2027-03-27 15:30', '2027-03-27 23:00'),
      onSite('2027-03-28 07:00', '2027-03-28 15:00'),
    ]),
    broken: [{ ...short, measured: 420 }],
  },
  {
    name: '8 elapsed hours in the night the clock goes forward',
    rota: held([
      onSite('2027-03-27 15:30', '2027-03-27 23:00'),
      onSite('2027-03-28 08:00', '2027-03-28 15:00'),
    ]),
  },
  {
    name: '7 hours on the clock that are 8 in the night the clock goes back',
    rota: held([
      onSite('2027-10-30 15:30', '2027-10-30 23:00'),
      onSite('2027-10-31 06:00', '2027-10-31 15:00'),
    ]),
  },
  {
    name: 'one minute less than 8 elapsed hours in the night the clock goes back',
    rota: held([
      onSite('2027-10-30 15:30', '2027-10-30 23:00'),
      onSite('2027-10-31 05:59', '2027-10-31 15:00'),
    ]),
    broken: [{ ...short, measured: 479 }],
  },
  {
    name: 'too little rest where one ISO year follows the other',
    rota: held([
      onSite('2027-01-03 23:00', '2027-01-04 08:00'),
      onSite('2027-01-04 15:00', '2027-01-04 23:00'),
    ]),
    broken: [{ ...afterNight, measured: 420 }],
  },
  {
    name: 'home nights, which ask for no rest unless the district adopts one',
    rota: held([
      makeNeed('2027-01-11 23:00', '2027-01-12 08:00'),
      onSite('2027-01-12 10:00', '2027-01-12 16:00'),
    ]),
  },
  {
    name: 'a duty in another district too soon after an on-site night',
    rota: held([night], {
      elsewhere: [
        { personId: 'a', start: at('2027-01-12 15:59'), end: at('2027-01-12 23:00'), overlapClass: null },
      ],
    }),
    broken: [{ ...afterNight, needIds: ['s.2027-01-11.23'], measured: 479 }],
  },
  {
    name: 'a night whose period ends in another district and is followed by one there',
    rota: held([night], {
      elsewhere: [
        { personId: 'a', start: at('2027-01-12 08:00'), end: at('2027-01-12 09:00'), overlapClass: null },
        { personId: 'a', start: at('2027-01-12 16:59'), end: at('2027-01-12 23:00'), overlapClass: null },
      ],
    }),
    broken: [{ ...afterNight, needIds: ['s.2027-01-11.23'], measured: 479 }],
  },
  {
    name: 'less rest than adopted before a night',
    rota: held(
      [onSite('2027-01-11 08:00', '2027-01-11 15:00'), makeNeed('2027-01-11 23:00', '2027-01-12 08:00')],
      {
        district: {
          ...district,
          agreement: [...district.agreement, adopted({ parameter: 'restBeforeNightMinutes', value: 660 })],
        },
      },
    ),
    broken: [{ ...short, limit: 660, measured: 480 }],
  },
  {
    name: 'a shorter rest after an on-site night that the district has adopted',
    rota: held([night, onSite('2027-01-12 14:00', '2027-01-12 23:00')], {
      district: {
        ...district,
        agreement: [...district.agreement, adopted({ parameter: 'restAfterOnSiteNightMinutes', value: 360 })],
      },
    }),
  },
  {
    name: 'exactly the 11 hours of the second line after an on-site duty',
    rota: held(
      [onSite('2027-01-11 08:00', '2027-01-11 21:00'), onSite('2027-01-12 08:00', '2027-01-12 16:00')],
      withSecondLine,
    ),
  },
  {
    name: 'exactly the second line where a longer rest is asked for before nights alone',
    rota: held(
      [onSite('2027-01-11 08:00', '2027-01-11 21:00'), onSite('2027-01-12 08:00', '2027-01-12 16:00')],
      {
        district: makeDistrict({
          lines,
          agreement: [adopted({ parameter: 'restBeforeNightMinutes', value: 720 })],
        }),
      },
    ),
  },
  {
    name: 'one minute less than the second line across midnight',
    rota: held(
      [onSite('2027-01-11 08:00', '2027-01-11 21:01'), onSite('2027-01-12 08:00', '2027-01-12 16:00')],
      withSecondLine,
    ),
    broken: [
      {
        kind: 'rest-second-line',
        grade: 'shown',
        personId: 'a',
        needIds: ['s.2027-01-11.08', 's.2027-01-12.08'],
        span: { start: at('2027-01-11 21:01'), end: at('2027-01-12 08:00') },
        measured: 659,
        limit: 660,
        unit: 'minutes',
      },
    ],
  },
  {
    name: 'exactly 8 hours after an on-site night, which the second line still shows',
    rota: held([night, onSite('2027-01-12 16:00', '2027-01-12 23:00')], withSecondLine),
    broken: [{ kind: 'rest-second-line', measured: 480, limit: 660 }],
  },
  {
    name: 'less than 8 hours after an on-site night, of which only the heavier finding is told',
    rota: held([night, onSite('2027-01-12 15:59', '2027-01-12 23:00')], withSecondLine),
    broken: [{ ...afterNight, measured: 479 }],
  },
  {
    name: 'less than 8 hours after an on-site evening, of which only the heavier finding is told',
    rota: held(
      [onSite('2027-01-11 15:30', '2027-01-11 23:30'), onSite('2027-01-12 07:29', '2027-01-12 12:00')],
      withSecondLine,
    ),
    broken: [{ ...short, measured: 479 }],
  },
  {
    name: 'a home evening, for which the second line has no hours',
    rota: held(
      [makeNeed('2027-01-11 16:00', '2027-01-11 23:00'), onSite('2027-01-12 08:00', '2027-01-12 16:00')],
      withSecondLine,
    ),
  },
  {
    name: '11 hours on the clock that are 10 in the night the clock goes forward',
    rota: held(
      [onSite('2027-03-27 08:00', '2027-03-27 21:00'), onSite('2027-03-28 08:00', '2027-03-28 16:00')],
      withSecondLine,
    ),
    broken: [{ kind: 'rest-second-line', measured: 600 }],
  },
  {
    name: '10 hours on the clock that are 11 in the night the clock goes back',
    rota: held(
      [onSite('2027-10-30 08:00', '2027-10-30 21:00'), onSite('2027-10-31 07:00', '2027-10-31 16:00')],
      withSecondLine,
    ),
  },
  {
    name: 'rest that was long enough by what is agreed later',
    rota: held(
      [onSite('2027-01-11 15:30', '2027-01-11 23:30'), onSite('2027-01-12 09:00', '2027-01-12 12:00')],
      {
        district: makeDistrict({
          lines,
          agreement: [
            adopted({ parameter: 'secondRestMinutes', value: {} }),
            { ...adopted({ parameter: 'restAfterMinutes', value: { 'on-site': 600 } }), to: '2027-01-12' },
          ],
        }),
      },
    ),
    broken: [{ ...short, measured: 570, limit: 600 }],
  },
]
