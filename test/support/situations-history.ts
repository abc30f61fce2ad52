import type { Slice } from '../../src/core/rota/assignment.ts'
import type { Rota } from '../../src/core/rota/rota.ts'
import { at, makePerson, makeRota, makeSlice, makeSurgery, makeWindow } from './make-district.ts'
import {
  assigned,
  district,
  engaged,
  gp,
  line,
  needsOn,
  place,
  published,
  type Situation,
  situation,
} from './situations-parts.ts'

const nights = [makeWindow('n', ['weekday'], '16:00', '08:00')]

/** Situations about what was published when, what was changed later, and what then happened. */
export const HISTORY: readonly Situation[] = [
  publishedLineByLine(),
  locumNamedLate(),
  fromHandToHand(),
  reliefLate(),
]

function publishedLineByLine(): Situation {
  const lines = [line('first', 'home', nights), line('backup', 'backup', nights, { behind: ['first'] })]
  const rota = makeRota({
    district: district('by-line', [gp('nora'), gp('ola')], { lines }),
    needs: needsOn(lines, '2027-04-12'),
    holders: { 'first.2027-04-12.n': 'nora', 'backup.2027-04-12.n': 'ola' },
  })
  const span = makeSlice('nora', '2027-04-12 16:00', '2027-04-13 08:00')
  return situation('published line by line', rota, {
    publications: [
      published(rota, 1, { lineIds: ['first'], at: at('2027-03-01 12:00') }),
      published(rota, 2, { lineIds: ['backup'], at: at('2027-03-15 12:00') }),
    ],
    assignments: [
      assigned('by-line-1', { ...span, needId: 'first.2027-04-12.n', modifiedAt: at('2027-03-01 12:00') }),
      assigned('by-line-2', {
        ...span,
        personId: 'ola',
        needId: 'backup.2027-04-12.n',
        revisionFrom: 2,
        modifiedAt: at('2027-03-15 12:00'),
      }),
    ],
  })
}

function locumNamedLate(): Situation {
  const lines = [line('first', 'home', nights)]
  const needId = 'first.2027-03-18.n'
  const finn = gp('finn', {
    engagements: [{ ...engaged('finn', 'locum'), from: '2027-02-25', to: '2027-04-01' }],
    takingPart: [
      {
        from: '2027-02-25',
        to: '2027-04-01',
        way: { kind: 'offered-windows', windows: [{ from: '2027-03-01', to: '2027-04-01' }] },
        least: null,
        most: null,
      },
    ],
    surgery: [makeSurgery([])],
  })
  const positions = [
    place('gro'),
    place('plass-3', {
      holders: [
        { kind: 'locum-to-be-named', from: '2027-03-01', to: '2027-04-01' },
        { kind: 'vacant', from: '2027-04-01', to: null },
      ],
    }),
  ]
  const named = makeSlice('finn', '2027-03-18 16:00', '2027-03-19 08:00', {
    origin: 'locum',
    positionId: 'position-plass-3',
  })
  const rota = makeRota({
    district: district('locum', [finn, gp('gro')], {
      lines,
      positions,
      persons: [makePerson('finn'), makePerson('gro')],
    }),
    needs: needsOn(lines, '2027-03-16', '2027-03-18'),
    holders: { 'first.2027-03-16.n': 'gro', [needId]: [named] },
  })
  const unnamed = { ...named, personId: null }
  return situation('locum named three weeks before', rota, {
    publications: [
      published(rota, 1, { at: at('2027-02-01 12:00') }),
      published(rota, 2, {
        ...oneDuty('first', '2027-03-18'),
        at: at('2027-02-25 09:30'),
        reason: 'vikar avtalt',
      }),
    ],
    assignments: [
      assigned('locum-1', {
        ...makeSlice('gro', '2027-03-16 16:00', '2027-03-17 08:00'),
        needId: 'first.2027-03-16.n',
      }),
      assigned('locum-2', { ...unnamed, needId, revisionTo: 2, modifiedAt: at('2027-02-01 12:00') }),
      assigned('locum-3', {
        ...named,
        needId,
        revisionFrom: 2,
        modifiedAt: at('2027-02-25 09:30'),
        reason: 'vikar avtalt',
        replaces: 'locum-2',
      }),
    ],
  })
}

function fromHandToHand(): Situation {
  const lines = [line('first', 'home', nights)]
  const needId = 'first.2027-04-20.n'
  const held = (personId: string, origin: Slice['origin']) =>
    makeSlice(personId, '2027-04-20 16:00', '2027-04-21 08:00', { origin, positionId: 'position-hakon' })
  const rota = makeRota({
    district: district('handed-on', [gp('hakon'), gp('inga'), gp('jens')], { lines }),
    needs: needsOn(lines, '2027-04-20'),
    holders: { [needId]: [held('jens', 'sick-cover')] },
  })
  const swapped = { at: at('2027-04-02 10:00'), reason: 'bytte' }
  const sick = { at: at('2027-04-19 22:30'), reason: 'sykdom' }
  return situation('A→B→C', rota, {
    publications: [
      published(rota, 1),
      published(rota, 2, { ...oneDuty('first', '2027-04-20'), ...swapped }),
      published(rota, 3, { ...oneDuty('first', '2027-04-20'), ...sick }),
    ],
    assignments: [
      assigned('handed-1', { ...held('hakon', 'share'), needId, revisionTo: 2 }),
      assigned('handed-2', {
        ...held('inga', 'swap'),
        needId,
        revisionFrom: 2,
        revisionTo: 3,
        modifiedAt: swapped.at,
        enteredBy: 'hakon',
        reason: swapped.reason,
        replaces: 'handed-1',
      }),
      assigned('handed-3', {
        ...held('jens', 'sick-cover'),
        needId,
        revisionFrom: 3,
        modifiedAt: sick.at,
        reason: sick.reason,
        replaces: 'handed-2',
      }),
    ],
  })
}

function reliefLate(): Situation {
  const windows = [
    makeWindow('day', ['sunday'], '08:00', '15:00'),
    makeWindow('night', ['saturday', 'sunday'], '23:00', '08:00'),
  ]
  const lines = [line('first', 'on-site', windows)]
  const rota: Rota = makeRota({
    district: district('relief', [gp('knut'), gp('liv')], { lines }),
    needs: needsOn(lines, '2027-05-22', '2027-05-23'),
    holders: {
      'first.2027-05-22.night': 'knut',
      'first.2027-05-23.day': 'liv',
      'first.2027-05-23.night': 'knut',
    },
  })
  return situation('relief late by 3 h', rota, {
    outcomes: [
      {
        assignmentId: 'relief.first.2027-05-22.night#0.0',
        start: at('2027-05-22 23:00'),
        end: at('2027-05-23 11:00'),
        activeMinutes: 260,
        callOuts: 2,
      },
      {
        assignmentId: 'relief.first.2027-05-23.day#0.0',
        start: at('2027-05-23 11:00'),
        end: at('2027-05-23 15:00'),
        activeMinutes: null,
        callOuts: null,
      },
    ],
  })
}

/** A publication of one amended duty. */
function oneDuty(lineId: string, date: string) {
  const next = `${date.slice(0, 8)}${String(Number(date.slice(8)) + 1).padStart(2, '0')}`
  return { kind: 'amendment', lineIds: [lineId], from: date, to: next } as const
}
