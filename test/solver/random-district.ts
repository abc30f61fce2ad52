import type { AgreementEntry } from '../../src/core/rota/agreement.ts'
import { type Cell, cellKey, type Slice } from '../../src/core/rota/assignment.ts'
import type { Competence, CompetenceRoute } from '../../src/core/rota/competence.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Doctor, TakingPart } from '../../src/core/rota/doctor.ts'
import type { Engagement } from '../../src/core/rota/engagement.ts'
import type { Line, TemplateWindow } from '../../src/core/rota/line.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import { type BusyElsewhere, type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import type { FindingKind } from '../../src/core/rules/violation.ts'
import { addDays, fromDayNumber, toDayNumber } from '../../src/core/time/local-date.ts'
import { fromWall } from '../../src/core/time/oslo.ts'
import { below, seedChance } from '../../src/solver/search/chance.ts'
import {
  always,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makePerson,
  makeSurgery,
  makeWindow,
  weekdays,
} from '../support/make-district.ts'

type Draw = (from: number, to: number) => number

export function drawerOf(seed: number): Draw {
  const chance = new Uint32Array(4)
  seedChance(chance, seed)
  return (from, to) => from + below(chance, to - from + 1)
}

/** What follows from the district alone: a gap in cover, a line that too few share. No holder mends them. */
export const OF_DISTRICT: readonly FindingKind[] = ['gap-in-cover', 'too-few-doctors']

const FROM = '2027-03-22'
const EVERY_DAY = ['weekday', 'saturday', 'sunday'] as const

/** A small district over the spring clock change and Easter, in which every rule can be broken and most doctors are ordinary. */
export function randomRota(seed: number): Rota {
  const draw = drawerOf(seed)
  const from = fromDayNumber(toDayNumber(FROM) + draw(0, 3))
  const to = addDays(from, draw(5, 12))
  const lines = randomLines(draw)
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].slice(0, draw(3, 7))
  const doctors = ids.map((id) => randomDoctor(draw, id, from))
  const district: District = {
    ...makeDistrict({ doctors, lines, persons: ids.map((id) => randomPerson(draw, id, from)) }),
    municipalities: [municipality('4601', null), municipality('4602', draw(0, 1) === 0 ? null : nights())],
    agreement: randomAgreement(draw),
    wishes: ids.slice(0, 2).map((personId, index) => ({
      id: `wish-${index}`,
      personId,
      about: { kind: 'dates', from, to: addDays(from, 2) },
      stance: index === 0 ? 'cannot' : 'wish',
      weight: 2,
    })),
  }
  const positions = district.positions.map((position) =>
    draw(0, 3) === 0 ? { ...position, municipality: '4602', share: 0.5 } : position,
  )
  const needs = lines
    .flatMap((line) => needsOf(line, addDays(from, -draw(0, 2)), addDays(to, draw(0, 2))))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const rota = { district: { ...district, positions }, from, to, needs, cells: new Map() }
  return { ...rota, elsewhere: randomElsewhere(draw, ids, from) }
}

/** Puts doctors of chance into places of chance: whole, sliced, shadowing or for a locum to be named; some locked. */
export function fillAtRandom(rota: Rota, seed: number, part: number): Rota {
  const draw = drawerOf(seed)
  const ids = rota.district.doctors.map((doctor) => doctor.personId)
  const anybody = () => ids[draw(0, ids.length - 1)] as string
  const cells = new Map(rota.cells)
  for (const need of rota.needs) {
    for (let seat = 0; seat < need.number; seat++) {
      if (draw(0, 99) >= part) continue
      const slices = draw(0, 5) === 0 ? oddSlices(draw, need, anybody) : [wholeSlice(need, anybody())]
      const cell: Cell = { needId: need.id, seat, slices, locked: draw(0, 5) === 0, note: '' }
      cells.set(cellKey(cell), cell)
    }
  }
  return { ...rota, cells }
}

function oddSlices(draw: Draw, need: Need, anybody: () => string): Slice[] {
  const middle = need.start + Math.floor((need.end - need.start) / 2)
  const whole = wholeSlice(need, anybody())
  const kind = draw(0, 3)
  if (kind === 0) return [{ ...whole, end: middle }]
  if (kind === 1)
    return [
      { ...whole, end: middle },
      { ...whole, personId: anybody(), start: middle },
    ]
  if (kind === 2) return [whole, { ...whole, personId: anybody(), shadowing: true }]
  return [{ ...whole, personId: null, positionId: 'position-a' }]
}

function municipality(number: string, windows: ReturnType<typeof nights> | null) {
  return {
    number,
    name: number,
    facts: [{ ...always, population: 3000, centrality: 6 }],
    participation: [{ ...always, windows, quota: null }],
  }
}

function nights() {
  return ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
    weekday,
    start: '16:00',
    end: '08:00',
    endDay: 1,
  }))
}

function randomLines(draw: Draw): Line[] {
  const overlapClass = draw(0, 2) === 0 ? 'together' : null
  const shifts: TemplateWindow[] = [
    makeWindow('k', EVERY_DAY, '15:00', '23:00', { number: draw(1, 2) }),
    makeWindow('n', EVERY_DAY, '23:00', '08:00', { block: draw(0, 1) === 0 ? 'week' : null }),
  ]
  const site = makeLine({ id: 's', form: 'on-site', overlapClass, windows: shifts })
  const home = makeLine({ overlapClass: draw(0, 1) === 0 ? overlapClass : null })
  const backup = makeLine({
    id: 'b',
    form: 'backup',
    behind: draw(0, 3) === 0 ? ['s'] : ['s', 'h'],
    conditional: draw(0, 1) === 0,
    windows: [makeWindow('b', EVERY_DAY, '12:00', '12:00', {})],
  })
  return [home, site, ...(draw(0, 3) > 0 ? [backup] : [])]
}

function randomDoctor(draw: Draw, id: string, from: string): Doctor {
  const day = (days: number) => addDays(from, days)
  const routes: CompetenceRoute[] = [
    { kind: 'specialist' },
    { kind: 'specialist' },
    { kind: 'lis1-goals' },
    { kind: 'none' },
    {
      kind: 'transitional',
      mayWorkAlone: draw(0, 1) === 0,
      mayBeBackup: draw(0, 1) === 0,
      decidedOn: '2026-01-01',
    },
  ]
  const ways: TakingPart['way'][] = [
    { kind: 'offered-windows', windows: [{ from: day(1), to: day(3) }] },
    { kind: 'offered-windows', windows: [{ from: day(2), to: day(6) }] },
    { kind: 'backup-only' },
    { kind: 'supernumerary' },
    { kind: 'contracted-hours', minutesPerPeriod: 3000 },
  ]
  const way: TakingPart['way'] = draw(0, 2) === 0 ? ways[draw(0, 4)]! : { kind: 'by-share' }
  const span = { from: day(draw(0, 4)), to: draw(0, 1) === 0 ? null : day(draw(5, 8)) }
  const scopes = [{ kind: 'nights' }, { kind: 'out-of-hours' }, { kind: 'form', form: 'on-site' }] as const
  const isRare = () => draw(0, 4) === 0
  return makeDoctor(id, {
    engagements: randomEngagements(draw, id, from),
    takingPart: [{ ...always, way, least: isRare() ? 2 : null, most: isRare() ? draw(1, 3) : null }],
    competences: isRare() ? [] : [makeCompetence(routes[draw(0, 4)]!, randomCourses(draw, from))],
    surgery: isRare() ? [] : [makeSurgery(weekdays('08:00', '15:00'))],
    exemptions: isRare() ? [{ ...span, id: `exempt-${id}`, scope: scopes[draw(0, 2)]! }] : [],
    absences: isRare() ? [{ ...span, id: `away-${id}`, certainFrom: addDays(span.from, draw(0, 2)) }] : [],
    rotations: draw(0, 9) === 0 ? [{ ...always, weeksOn: 1, weeksOff: 1, anchor: FROM }] : [],
  })
}

/** Mostly long ago; else passed, or run out after six years, on one of the first days. */
function randomCourses(draw: Draw, from: string): Partial<Competence> {
  const about = addDays(from, 3)
  const kind = draw(0, 11)
  if (kind < 2) return { violenceCourseOn: about }
  const sixYearsBefore = `${Number(about.slice(0, 4)) - 6}${about.slice(4)}`
  return kind < 4
    ? { emergencyCourseOn: sixYearsBefore }
    : { emergencyCourseOn: '2025-01-01', violenceCourseOn: '2025-01-01' }
}

/** Now and then somebody who turns 70 about the first days, or has been so for years. */
function randomPerson(draw: Draw, id: string, from: string) {
  const about = addDays(from, draw(-1, 4))
  const years = draw(0, 9) === 0 ? 75 : 70
  return makePerson(
    id,
    draw(0, 11) === 0 ? { birthDate: `${Number(about.slice(0, 4)) - years}${about.slice(4)}` } : {},
  )
}

/** A GP agreement, sometimes extended; beside it, or alone, a trainee's or a locum's engagement. */
function randomEngagements(draw: Draw, id: string, from: string): Engagement[] {
  const [gp] = makeDoctor(id).engagements as [Engagement]
  const extended = draw(0, 4) === 0 ? { ...gp, extendedTo: addDays(from, draw(0, 6)) } : gp
  const dates = { from: addDays(from, draw(-2, 3)), to: draw(0, 1) === 0 ? null : addDays(from, draw(4, 8)) }
  const other: Engagement = { ...gp, ...dates, id: `other-${id}`, form: draw(0, 1) === 0 ? 'lis1' : 'locum' }
  const kind = draw(0, 11)
  if (kind === 0) return [other]
  return kind === 1 ? [extended, other] : [extended]
}

function randomAgreement(draw: Draw): AgreementEntry[] {
  const entry = { ...always, status: 'adopted', source: '', author: '', decidedOn: null } as const
  const entries: AgreementEntry[] = [
    { ...entry, parameter: 'weeklyTotalMinutes', value: 60 * 60 },
    { ...entry, parameter: 'weeklyDutyMinutes', value: 20 * 60 },
    { ...entry, parameter: 'restAfterOnSiteNightMinutes', value: 11 * 60 },
    { ...entry, parameter: 'restBeforeNightMinutes', value: 10 * 60 },
    { ...entry, parameter: 'leastDoctors', value: { home: 4, 'on-site': 5, 'full-day': 3 } },
    { ...entry, parameter: 'courseValidYears', value: 6 },
  ]
  return entries.filter(() => draw(0, 1) === 0)
}

function randomElsewhere(draw: Draw, ids: readonly string[], from: string): BusyElsewhere[] {
  return Array.from({ length: draw(0, 3) }, () => {
    const start = fromWall(addDays(from, draw(-1, 8)), draw(0, 23) * 60)
    return {
      personId: ids[draw(0, ids.length - 1)] as string,
      start,
      end: start + draw(1, 24) * 60,
      overlapClass: draw(0, 2) === 0 ? 'together' : null,
    }
  })
}
