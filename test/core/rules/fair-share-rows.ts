import type { AgreementEntry } from '../../../src/core/rota/agreement.ts'
import type { District } from '../../../src/core/rota/district.ts'
import type { Line } from '../../../src/core/rota/line.ts'
import { needsOf } from '../../../src/core/rota/need.ts'
import type { PersonId } from '../../../src/core/rota/person.ts'
import type { Rota, ShareBalance } from '../../../src/core/rota/rota.ts'
import {
  always,
  at,
  makeDistrict,
  makeDoctor,
  makeLine,
  makePosition,
  makeRota,
  makeSlice,
  makeWindow,
} from '../../support/make-district.ts'
import type { RuleRow } from '../../support/rule-table.ts'

const EVERY_DAY = ['weekday', 'saturday', 'sunday', 'public-holiday'] as const
/** One day duty of ten hours each day, none of it in the night. */
const days = makeLine({ windows: [makeWindow('d', EVERY_DAY, '10:00', '20:00')] })
const nights = makeLine({ form: 'on-site', windows: [makeWindow('n', EVERY_DAY, '22:00', '08:00')] })

function tolerance(
  value: number,
  entry: Partial<Pick<AgreementEntry, 'status' | 'from'>> = {},
): AgreementEntry {
  const origin = { source: 'Avtale', author: 'styret', decidedOn: null }
  return { ...always, parameter: 'shareTolerancePercent', value, status: 'adopted', ...origin, ...entry }
}

interface Given {
  readonly agreement?: readonly AgreementEntry[]
  readonly line?: Line
  readonly from?: string
  readonly to?: string
  readonly district?: Partial<District>
  readonly balances?: readonly ShareBalance[]
}

/** Doctors a and b, to whom the duties of 4–14 January 2027 are given as the letters say; '.' leaves one open. */
function shared(letters: string, given: Given = {}): Rota {
  const {
    agreement = [tolerance(10)],
    line = days,
    from = '2027-01-04',
    to = '2027-01-14',
    balances = [],
  } = given
  const doctors = ['a', 'b'].map((id) => makeDoctor(id))
  const district = makeDistrict({ doctors, lines: [line], agreement, ...given.district })
  const needs = needsOf(line, from, to)
  const holders = needs.flatMap((need, index) => {
    const holder = letters[index] ?? '.'
    return holder === '.' ? [] : [[need.id, holder] as [string, PersonId]]
  })
  return { ...makeRota({ district, needs, from, to, holders: Object.fromEntries(holders) }), balances }
}

const far = {
  kind: 'far-from-share',
  grade: 'warns',
  personId: 'a',
  measure: 'home',
  needIds: [],
  span: { start: at('2027-01-04 00:00'), end: at('2027-01-14 00:00') },
  measured: 20,
  limit: 10,
  unit: 'percent',
} as const

const night = {
  ...far,
  measured: 43,
  limit: 40,
  span: { start: at('2027-01-04 00:00'), end: at('2027-01-11 00:00') },
} as const
const overAutumn = { start: at('2027-10-25 00:00'), end: at('2027-11-04 00:00') }

/** Five of ten nights each, of ten hours but one of eleven: half an hour from the share of 50.5 hours. */
function autumn(percent: number): Rota {
  const line = makeLine({ windows: [makeWindow('d', EVERY_DAY, '00:00', '10:00')] })
  const dates = { from: '2027-10-25', to: '2027-11-04' }
  return shared('aaaaabbbbb', { line, agreement: [tolerance(percent)], ...dates })
}

export const fairShareRows: readonly RuleRow[] = [
  { name: 'a rota shared evenly', rota: shared('aaaaabbbbb') },
  {
    name: 'one duty too many and one too few of five, 20 percent',
    rota: shared('aaaaaabbbb'),
    broken: [far, { ...far, personId: 'b' }],
  },
  { name: 'exactly the tolerance', rota: shared('aaaaaabbbb', { agreement: [tolerance(20)] }) },
  {
    name: 'a little more than the tolerance',
    rota: shared('aaaaaabbbb', { agreement: [tolerance(19.9)] }),
    broken: [
      { ...far, limit: 19.9 },
      { ...far, personId: 'b', limit: 19.9 },
    ],
  },
  { name: 'a rota with one place still open', rota: shared('aaaaaaaaa.') },
  {
    name: 'a rota with an hour still open',
    rota: (() => {
      const rota = shared('aaaaaaaaab')
      const needId = 'h.2027-01-13.d'
      const slices = [makeSlice('b', '2027-01-13 10:00', '2027-01-13 19:00')]
      return {
        ...rota,
        cells: new Map([
          ...rota.cells,
          [`${needId}#0`, { needId, seat: 0, slices, locked: false, note: '' }],
        ]),
      }
    })(),
  },
  {
    name: 'a place in two slices, which is filled',
    rota: (() => {
      const rota = shared('aaaaaabbb.')
      const needId = 'h.2027-01-13.d'
      const slices = [
        makeSlice('b', '2027-01-13 10:00', '2027-01-13 15:00'),
        makeSlice('b', '2027-01-13 15:00', '2027-01-13 20:00'),
      ]
      return {
        ...rota,
        cells: new Map([
          ...rota.cells,
          [`${needId}#0`, { needId, seat: 0, slices, locked: false, note: '' }],
        ]),
      }
    })(),
    broken: [far, { ...far, personId: 'b' }],
  },
  { name: 'a district that has adopted no tolerance', rota: shared('aaaaaaaaaa', { agreement: [] }) },
  {
    name: 'a tolerance that is only a reference',
    rota: shared('aaaaaaaaaa', { agreement: [tolerance(10, { status: 'reference' })] }),
  },
  {
    name: 'a tolerance adopted after the first date',
    rota: shared('aaaaaaaaaa', { agreement: [tolerance(10, { from: '2027-01-05' })] }),
  },
  {
    name: 'half a share, which is half as much',
    rota: shared('aaaaaabbb', {
      to: '2027-01-13',
      district: { positions: [makePosition('a'), makePosition('b', { share: 0.5 })] },
    }),
  },
  {
    name: 'somebody outside the sharing, who is not judged',
    rota: shared('aaaaabbbbb', { district: { positions: [makePosition('a')] } }),
  },
  {
    name: 'nights, where one more or less is as near as numbers come',
    rota: shared('aaabbbb', { line: nights, to: '2027-01-11', agreement: [tolerance(20)] }),
  },
  {
    name: 'nights, one whole and more from the share',
    rota: shared('aabbbbb', { line: nights, to: '2027-01-11', agreement: [tolerance(40)] }),
    broken: [
      { ...night, measure: 'on-site' },
      { ...night, measure: 'nights' },
      { ...night, measure: 'on-site', personId: 'b' },
      { ...night, measure: 'nights', personId: 'b' },
    ],
  },
  {
    name: 'nights of which the share is less than one',
    rota: shared('a', { line: nights, to: '2027-01-05', agreement: [tolerance(100)] }),
  },
  {
    name: 'what a doctor brings from earlier periods, which moves the share',
    rota: shared('aaaaaabbbb', {
      balances: [
        { personId: 'a', measure: 'home', amount: -600 },
        { personId: 'b', measure: 'home', amount: 600 },
      ],
    }),
  },
  {
    name: 'ten days over the autumn clock change, whose long night makes an hour’s difference',
    rota: autumn(1),
  },
  {
    name: 'that hour, where the district tolerates less',
    rota: autumn(0.9),
    broken: [
      { ...far, span: overAutumn, measured: 1, limit: 0.9 },
      { ...far, span: overAutumn, personId: 'b', measured: 1, limit: 0.9 },
    ],
  },
]
