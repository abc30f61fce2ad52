import type { Line } from '../../src/core/rota/line.ts'
import { always, makeRota, makeSlice, makeWindow, roundTheClock } from './make-district.ts'
import {
  district,
  gp,
  line,
  lis1,
  NEIGHBOUR,
  needsOn,
  type Situation,
  situation,
} from './situations-parts.ts'

const evenings = [makeWindow('e', ['weekday'], '16:00', '23:00')]
const nights = [makeWindow('n', ['weekday'], '16:00', '08:00')]

/** The days that offices and calendars treat each in their own way, 24 hours on those when surgeries are closed. */
const specialDays = [
  ...roundTheClock(),
  makeWindow('noon', ['early-close', 'eve'], '12:00', '08:00'),
  makeWindow('bridge', ['bridge-day'], '08:00', '08:00'),
]

/** Situations about the demand: what a line asks for, in which form and on which kind of day. */
export const DUTIES: readonly Situation[] = [
  splitAtTwenty(),
  homeThenOnSite(),
  backupSharedByTwoDistricts(),
  secondStandbyAtOnce(),
  daytimeDuty(),
  halfWeekendGivenAway(),
  wednesdayBeforeEaster(),
  fridayAfterAscension(),
  christmasEveOnFriday(),
  paidLongerThanOnSite(),
  backupOnlyWhenNeeded(),
  staggeredEvenings(),
]

function splitAtTwenty(): Situation {
  const lines = [line('first', 'on-site', evenings)]
  const rota = makeRota({
    district: district('split', [gp('ada'), gp('bo')], { lines }),
    needs: needsOn(lines, '2027-02-01'),
    holders: {
      'first.2027-02-01.e': [
        makeSlice('ada', '2027-02-01 16:00', '2027-02-01 20:00'),
        makeSlice('bo', '2027-02-01 20:00', '2027-02-01 23:00', {
          origin: 'swap',
          positionId: 'position-ada',
        }),
      ],
    },
  })
  return situation('split at 20:00', rota)
}

function homeThenOnSite(): Situation {
  const pieces = [
    { form: 'home', startDay: 0, start: '16:00', endDay: 0, end: '23:00' },
    { form: 'on-site', startDay: 0, start: '23:00', endDay: 1, end: '08:00' },
  ] as const
  const lines = [line('first', 'home', [makeWindow('n', ['eve'], '16:00', '08:00', { pieces })])]
  const rota = makeRota({
    district: district('two-forms', [gp('einar')], { lines }),
    needs: needsOn(lines, '2027-03-27'),
    holders: { 'first.2027-03-27.n': 'einar' },
  })
  return situation('home till 23, on-site after', rota)
}

function backupSharedByTwoDistricts(): Situation {
  const first = line('first', 'on-site', evenings)
  const backup = line('backup', 'backup', evenings, { behind: ['first'], serves: ['south'] })
  const north = makeRota({
    district: district('north', [gp('frida'), lis1('geir')], { lines: [first, backup] }),
    needs: needsOn([first, backup], '2027-02-03'),
    holders: { 'first.2027-02-03.e': 'geir', 'backup.2027-02-03.e': 'frida' },
  })
  const bakvakt = { ...NEIGHBOUR, id: 'backup-north', name: 'Bakvakt i nord', behind: ['first'] }
  const south = makeRota({
    district: district('south', [lis1('hedda', { surgery: [{ ...always, kind: 'not-declared' }] })], {
      lines: [first],
      coveredElsewhere: [NEIGHBOUR, bakvakt],
    }),
    needs: needsOn([first], '2027-02-03'),
    holders: { 'first.2027-02-03.e': 'hedda' },
  })
  return situation('backup shared by two districts', north, { neighbours: [south] })
}

function secondStandbyAtOnce(): Situation {
  const lines = ['coast', 'fjord'].map((id): Line => line(id, 'home', nights, { overlapClass: 'standby' }))
  const rota = makeRota({
    district: district('standby', [gp('ivar')], { lines }),
    needs: needsOn(lines, '2027-01-13'),
    holders: { 'coast.2027-01-13.n': 'ivar', 'fjord.2027-01-13.n': 'ivar' },
  })
  return situation('a second standby at once by overlap class', rota)
}

function daytimeDuty(): Situation {
  const lines = [line('day', 'home', [makeWindow('d', ['weekday'], '08:00', '16:00')])]
  const exempt = { ...always, id: 'jorunn-1', scope: { kind: 'out-of-hours' } } as const
  const rota = makeRota({
    district: district('daytime', [gp('jorunn', { exemptions: [exempt] })], { lines }),
    needs: needsOn(lines, '2027-01-14'),
    holders: { 'day.2027-01-14.d': 'jorunn' },
  })
  return situation('daytime duty 08–16 inside surgery hours', rota)
}

function halfWeekendGivenAway(): Situation {
  const window = makeWindow('w', ['saturday'], '08:00', '08:00', { endDay: 2, block: 'weekend' })
  const lines = [line('first', 'home', [window])]
  const about = { kind: 'dates', from: '2027-01-17', to: '2027-01-18' } as const
  const rota = makeRota({
    district: district('weekend', [gp('kari'), gp('lars')], {
      lines,
      wishes: [{ id: 'wish-1', personId: 'kari', about, stance: 'rather-not', weight: 2 }],
    }),
    needs: needsOn(lines, '2027-01-16'),
    holders: {
      'first.2027-01-16.w': [
        makeSlice('kari', '2027-01-16 08:00', '2027-01-17 08:00'),
        makeSlice('lars', '2027-01-17 08:00', '2027-01-18 08:00', {
          origin: 'swap',
          positionId: 'position-kari',
        }),
      ],
    },
  })
  return situation('half a weekend given away', rota)
}

function oneSpecialDay(name: string, id: string, personId: string, date: string, key: string): Situation {
  const lines = [line('first', 'home', specialDays)]
  const rota = makeRota({
    district: district(id, [gp(personId)], { lines }),
    needs: needsOn(lines, date),
    holders: { [`first.${date}.${key}`]: personId },
  })
  return situation(name, rota)
}

function wednesdayBeforeEaster(): Situation {
  return oneSpecialDay('the Wednesday before Easter from noon', 'easter', 'petra', '2027-03-24', 'noon')
}

function fridayAfterAscension(): Situation {
  return oneSpecialDay('the Friday after Ascension', 'ascension', 'reidar', '2027-05-07', 'bridge')
}

function christmasEveOnFriday(): Situation {
  return oneSpecialDay('Christmas Eve on a Friday', 'christmas', 'siri', '2027-12-24', 'noon')
}

function paidLongerThanOnSite(): Situation {
  const paid = { startDay: 0, start: '08:00', endDay: 1, end: '08:00' }
  const window = makeWindow('d', ['saturday', 'sunday'], '08:00', '16:00', { paid })
  const lines = [line('first', 'on-site', [window])]
  const rota = makeRota({
    district: district('paid', [gp('trond')], { lines }),
    needs: needsOn(lines, '2027-02-06', '2027-02-07'),
    holders: { 'first.2027-02-06.d': 'trond', 'first.2027-02-07.d': 'trond' },
  })
  return situation('paid 24 h, on site 8', rota)
}

function backupOnlyWhenNeeded(): Situation {
  const lines = [
    line('first', 'on-site', evenings),
    line('backup', 'backup', evenings, { behind: ['first'], conditional: true }),
  ]
  const rota = makeRota({
    district: district('conditional', [gp('yngve'), lis1('zara'), gp('aslak')], { lines }),
    needs: needsOn(lines, '2027-02-15', '2027-02-16'),
    holders: {
      'first.2027-02-15.e': 'yngve',
      'first.2027-02-16.e': 'zara',
      'backup.2027-02-16.e': 'aslak',
    },
  })
  return situation('backup only when needed', rota)
}

/** A line is one thread of cover, so two who overlap for hours are two lines; a handover of 15 minutes stays in one. */
function staggeredEvenings(): Situation {
  const lines = [
    line('early', 'on-site', [makeWindow('e', ['weekday'], '14:00', '22:00')]),
    line('late', 'on-site', [
      makeWindow('e', ['weekday'], '16:00', '24:00'),
      makeWindow('n', ['weekday'], '23:45', '08:00'),
    ]),
  ]
  const rota = makeRota({
    district: district('staggered', [gp('oddny'), gp('per'), gp('ragna')], { lines }),
    needs: needsOn(lines, '2027-01-20'),
    holders: {
      'early.2027-01-20.e': 'oddny',
      'late.2027-01-20.e': 'per',
      'late.2027-01-20.n': [
        makeSlice('ragna', '2027-01-20 23:45', '2027-01-21 08:00', { origin: 'ordered' }),
      ],
    },
  })
  return situation('staggered 14–22 and 16–24 with 15 min handover', rota)
}
