import { makePerson, makeRota, makeSlice, makeSurgery, makeWindow, weekdays } from './make-district.ts'
import {
  district,
  engaged,
  gp,
  line,
  lis1,
  member,
  needsOn,
  OFFICE,
  place,
  type Situation,
  SUNNFJORD,
  situation,
} from './situations-parts.ts'

const nights = [makeWindow('n', ['weekday', 'summer'], '16:00', '08:00')]
const evenings = [makeWindow('e', ['weekday'], '16:00', '23:00')]

/** Situations about who takes part, from when, and on what terms. */
export const PEOPLE: readonly Situation[] = [
  twoMunicipalitiesAndForms(),
  exemptionClaimedTwice(),
  twoLis1(),
  leaveWithUnknownDate(),
  gradedSickLeave(),
  municipalityInJuly(),
  retiredGpAsLocum(),
  dutiesInTwoDistricts(),
]

function twoMunicipalitiesAndForms(): Situation {
  const lines = [line('first', 'home', nights)]
  const mondayToThursday = weekdays('08:00', '14:00').slice(0, 4)
  const cato = gp('cato', {
    engagements: [
      { ...engaged('cato', 'gp-self-employed', '4647'), from: '2027-01-01', to: '2027-07-01' },
      { ...engaged('cato', 'gp-salaried', '4645'), from: '2027-07-01', fractionPercent: 80 },
    ],
    surgery: [
      { ...OFFICE, from: '2027-01-01', to: '2027-07-01' },
      { ...makeSurgery(mondayToThursday), from: '2027-07-01' },
    ],
  })
  const holds = (from: string, to: string | null) => ({ kind: 'person', personId: 'cato', from, to }) as const
  const vacant = (from: string, to: string | null) => ({ kind: 'vacant', from, to }) as const
  const positions = [
    place('sunnfjord-1', { holders: [holds('2027-01-01', '2027-07-01'), vacant('2027-07-01', null)] }),
    place('askvoll-1', {
      municipality: '4645',
      share: 0.8,
      holders: [vacant('2027-01-01', '2027-07-01'), holds('2027-07-01', null)],
    }),
  ]
  const municipalities = [SUNNFJORD, member('4645', 'Askvoll')]
  const rota = makeRota({
    district: district('moved', [cato], { lines, positions, municipalities }),
    from: '2027-01-01',
    to: '2028-01-01',
    needs: needsOn(lines, '2027-03-02', '2027-09-07'),
    holders: {
      'first.2027-03-02.n': [
        makeSlice('cato', '2027-03-02 16:00', '2027-03-03 08:00', { positionId: 'position-sunnfjord-1' }),
      ],
      'first.2027-09-07.n': [
        makeSlice('cato', '2027-09-07 16:00', '2027-09-08 08:00', { positionId: 'position-askvoll-1' }),
      ],
    },
  })
  return situation('two municipalities and two forms in one year', rota)
}

function exemptionClaimedTwice(): Situation {
  const lines = [line('first', 'home', nights)]
  const scope = { kind: 'out-of-hours' } as const
  const magne = gp('magne', {
    exemptions: [
      { id: 'magne-1', from: '2027-01-01', to: '2027-03-01', scope },
      { id: 'magne-2', from: '2027-06-01', to: null, scope },
    ],
  })
  const claimed = { kind: 'right', right: 'over-60' } as const
  const rota = makeRota({
    district: district('claimed', [magne], {
      lines,
      persons: [makePerson('magne', { birthDate: '1965-05-10' })],
    }),
    from: '2027-01-01',
    to: '2028-01-01',
    needs: needsOn(lines, '2027-02-02', '2027-04-06', '2027-06-08'),
    holders: { 'first.2027-04-06.n': 'magne' },
  })
  return situation('exemption claimed, withdrawn, claimed again', rota, {
    grounds: [
      {
        personId: 'magne',
        exemptionId: 'magne-1',
        ground: { ...claimed, claimedOn: '2026-12-15', withdrawnOn: '2027-03-01' },
      },
      {
        personId: 'magne',
        exemptionId: 'magne-2',
        ground: { ...claimed, claimedOn: '2027-06-01', withdrawnOn: null },
      },
    ],
  })
}

function twoLis1(): Situation {
  const lines = [
    line('first', 'on-site', evenings),
    line('backup', 'backup', evenings, { behind: ['first'] }),
  ]
  const learning = [
    { from: '2027-01-01', to: null, way: { kind: 'supernumerary' }, least: null, most: null },
  ] as const
  const doctors = [lis1('ulla'), lis1('vidar', { takingPart: learning }), gp('wenche')]
  const rota = makeRota({
    district: district('learners', doctors, {
      lines,
      positions: [place('ulla', { share: 0.5 }), place('wenche')],
    }),
    needs: needsOn(lines, '2027-02-10'),
    holders: {
      'first.2027-02-10.e': [
        makeSlice('ulla', '2027-02-10 16:00', '2027-02-10 23:00'),
        makeSlice('vidar', '2027-02-10 16:00', '2027-02-10 23:00', { shadowing: true }),
      ],
      'backup.2027-02-10.e': 'wenche',
    },
  })
  return situation('a group of two LIS1, one shadowing', rota)
}

function leaveWithUnknownDate(): Situation {
  const lines = [line('first', 'home', nights)]
  const leave = { id: 'berit-leave', from: '2027-05-01', certainFrom: '2027-06-15', to: null }
  const rota = makeRota({
    district: district('leave', [gp('berit', { absences: [leave] })], { lines }),
    from: '2027-04-01',
    to: '2027-07-01',
    needs: needsOn(lines, '2027-04-27', '2027-05-11', '2027-06-22'),
    holders: { 'first.2027-04-27.n': 'berit', 'first.2027-05-11.n': 'berit' },
  })
  return situation('parental leave with unknown date', rota)
}

function gradedSickLeave(): Situation {
  const lines = [line('first', 'home', evenings)]
  const dagfinn = gp('dagfinn', {
    capacities: [{ from: '2027-02-01', to: '2027-04-01', percent: 50 }],
    otherTasks: [
      {
        from: '2027-01-01',
        to: null,
        name: 'helsestasjon',
        timetable: [{ weekday: 3, start: '15:00', end: '17:00', endDay: 0 }],
        looseMinutesPerWeek: 120,
      },
    ],
  })
  const rota = makeRota({
    district: district('half', [dagfinn, gp('eli')], { lines }),
    from: '2027-02-01',
    to: '2027-03-01',
    needs: needsOn(lines, '2027-02-09', '2027-02-11', '2027-02-18'),
    holders: { 'first.2027-02-09.e': 'dagfinn', 'first.2027-02-11.e': 'eli', 'first.2027-02-18.e': 'eli' },
  })
  return situation('50 % sick leave', rota)
}

function municipalityInJuly(): Situation {
  const lines = [line('first', 'home', nights)]
  const july = [{ from: '2027-07-01', to: '2027-08-01', windows: null, quota: 4 }]
  const solund = member('4636', 'Solund', { participation: july })
  const mari = gp('mari', { engagements: [engaged('mari', 'gp-salaried', '4636')] })
  const rota = makeRota({
    district: district('july', [mari, gp('nils')], {
      lines,
      municipalities: [SUNNFJORD, solund],
      positions: [place('mari', { municipality: '4636' }), place('nils')],
    }),
    needs: needsOn(lines, '2027-06-29', '2027-07-13'),
    holders: { 'first.2027-06-29.n': 'nils', 'first.2027-07-13.n': 'mari' },
  })
  return situation('a municipality in July only', rota)
}

function retiredGpAsLocum(): Situation {
  const lines = [line('first', 'home', nights)]
  const offered = [{ from: '2027-07-05', to: '2027-07-19' }]
  const sverre = gp('sverre', {
    engagements: [
      { ...engaged('sverre', 'gp-self-employed'), from: '1990-01-01', to: '2025-04-02' },
      { ...engaged('sverre', 'locum'), from: '2026-01-01' },
    ],
    takingPart: [
      {
        from: '2026-01-01',
        to: null,
        way: { kind: 'offered-windows', windows: offered },
        least: null,
        most: 3,
      },
    ],
    surgery: [
      { ...OFFICE, to: '2025-04-02' },
      { ...makeSurgery([]), from: '2025-04-02' },
    ],
    declaredOtherMinutesPerWeek: 600,
  })
  const rota = makeRota({
    district: district('retired', [sverre], {
      lines,
      persons: [makePerson('sverre', { birthDate: '1955-04-02' })],
      positions: [],
    }),
    needs: needsOn(lines, '2027-07-07'),
    holders: {
      'first.2027-07-07.n': [
        makeSlice('sverre', '2027-07-07 16:00', '2027-07-08 08:00', { origin: 'locum' }),
      ],
    },
  })
  return situation('a retired GP as locum', rota)
}

function dutiesInTwoDistricts(): Situation {
  const tiril = gp('tiril', { surgery: [makeSurgery(weekdays('08:00', '15:00').slice(0, 2))] })
  const west = line('first', 'on-site', evenings)
  const east = line('first', 'home', nights)
  const [evening] = needsOn([west], '2027-02-22')
  const [night] = needsOn([east], '2027-02-24')
  const week = { from: '2027-02-22', to: '2027-03-01' }
  const busy = (need: typeof evening) => ({
    personId: 'tiril',
    start: need!.start,
    end: need!.end,
    overlapClass: null,
  })
  const rota = makeRota({
    district: district('west', [tiril], { lines: [west] }),
    ...week,
    needs: [evening!],
    holders: { [evening!.id]: 'tiril' },
    elsewhere: [busy(night)],
  })
  const neighbour = makeRota({
    district: district('east', [tiril], { lines: [east] }),
    ...week,
    needs: [night!],
    holders: { [night!.id]: 'tiril' },
    elsewhere: [busy(evening)],
  })
  return situation('a doctor with duties in two districts', rota, { neighbours: [neighbour] })
}
