import type { Assignment, Outcome } from '../../src/core/rota/assignment.ts'
import type { CoveredElsewhere, District } from '../../src/core/rota/district.ts'
import type { Doctor } from '../../src/core/rota/doctor.ts'
import type { EngagementForm } from '../../src/core/rota/engagement.ts'
import type { ExemptionGround } from '../../src/core/rota/exemption.ts'
import type { Line, TemplateWindow } from '../../src/core/rota/line.ts'
import type { MemberMunicipality } from '../../src/core/rota/municipality.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import type { PersonId } from '../../src/core/rota/person.ts'
import type { Position } from '../../src/core/rota/position.ts'
import type { Publication } from '../../src/core/rota/publication.ts'
import { placesOf, type Rota } from '../../src/core/rota/rota.ts'
import type { WeeklyWindow } from '../../src/core/rota/weekly-window.ts'
import { addDays, type LocalDate, type Weekday } from '../../src/core/time/local-date.ts'
import {
  always,
  at,
  makeCompetence,
  makeDistrict,
  makeDoctor,
  makeLine,
  makePerson,
  makePosition,
  makeSurgery,
  weekdays,
} from './make-district.ts'

export interface Ground {
  readonly personId: PersonId
  readonly exemptionId: string
  readonly ground: ExemptionGround
}

/** One thing that the data must be able to say, with everything that says it. */
export interface Situation {
  readonly name: string
  /** As it stands now; the district is in it. */
  readonly rota: Rota
  /** Other districts of the story. */
  readonly neighbours: readonly Rota[]
  /** The timeline from its first revision to now. */
  readonly assignments: readonly Assignment[]
  readonly publications: readonly Publication[]
  readonly outcomes: readonly Outcome[]
  readonly grounds: readonly Ground[]
}

/** A situation whose rota was published at once, unless its history is told. */
export function situation(name: string, rota: Rota, told: Partial<Situation> = {}): Situation {
  return { name, rota, neighbours: [], outcomes: [], grounds: [], ...publishedAtOnce(rota), ...told }
}

/** Revision 1 with everything that stands in the rota. */
export function publishedAtOnce(rota: Rota): Pick<Situation, 'assignments' | 'publications'> {
  const assignments = placesOf(rota.needs).flatMap((place) => {
    const slices = rota.cells.get(`${place.needId}#${place.seat}`)?.slices ?? []
    return slices.map((slice, index) =>
      assigned(`${rota.district.id}.${place.needId}#${place.seat}.${index}`, { ...place, ...slice }),
    )
  })
  return { assignments, publications: [published(rota, 1)] }
}

type Told = Partial<Assignment> & Pick<Assignment, 'needId' | 'personId' | 'start' | 'end'>

/** An assignment that holds from revision 1 until now, unless told. */
export function assigned(id: string, told: Told): Assignment {
  return {
    id,
    chainId: id,
    seat: 0,
    positionId: null,
    origin: 'share',
    shadowing: false,
    revisionFrom: 1,
    revisionTo: null,
    sequence: 0,
    modifiedAt: at('2026-12-01 12:00'),
    enteredBy: 'koordinator',
    reason: '',
    replaces: null,
    note: '',
    ...told,
  }
}

/** A publication of all lines and the whole period, unless told. */
export function published(rota: Rota, revision: number, told: Partial<Publication> = {}): Publication {
  return {
    revision,
    kind: 'publication',
    at: at('2026-12-01 12:00'),
    by: 'koordinator',
    draftId: null,
    lineIds: rota.district.lines.map((line) => line.id),
    from: rota.from,
    to: rota.to,
    reason: '',
    waivers: [],
    differences: [],
    ...told,
  }
}

/** The rota that held at a revision. */
export function rotaAt(situation: Situation, revision: number): Rota {
  const holds = situation.assignments.filter(
    (one) => one.revisionFrom <= revision && (one.revisionTo === null || one.revisionTo > revision),
  )
  const cells = [...Map.groupBy(holds, (one) => `${one.needId}#${one.seat}`)].map(
    ([key, [first, ...rest]]) => {
      const slices = [first!, ...rest].map(({ start, end, personId, positionId, origin, shadowing }) => ({
        start,
        end,
        personId,
        positionId,
        origin,
        shadowing,
      }))
      return [key, { needId: first!.needId, seat: first!.seat, slices, locked: false, note: '' }] as const
    },
  )
  return { ...situation.rota, cells: new Map(cells) }
}

export function member(
  number: string,
  name: string,
  told: Partial<MemberMunicipality> = {},
): MemberMunicipality {
  return {
    number,
    name,
    facts: [{ ...always, population: 4200, centrality: 6 }],
    participation: [{ ...always, windows: null, quota: null }],
    ...told,
  }
}

export const SUNNFJORD = member('4647', 'Sunnfjord')

const EVERY_DAY: readonly WeeklyWindow[] = ([1, 2, 3, 4, 5, 6, 7] as Weekday[]).map((weekday) => ({
  weekday,
  start: '00:00',
  end: '24:00',
  endDay: 0,
}))

/** A neighbour answers at all times, so that a district may show the few duties a situation is about. */
export const NEIGHBOUR: CoveredElsewhere = {
  ...always,
  id: 'neighbour',
  name: 'Nabolegevakten',
  windows: EVERY_DAY,
  onPublicHolidays: true,
}

export const OFFICE = makeSurgery(weekdays('08:00', '15:00'))

/** A GP of Sunnfjord with surgery 08–15 on weekdays, 35 hours a week. */
export function gp(personId: PersonId, told: Partial<Doctor> = {}): Doctor {
  return makeDoctor(personId, {
    engagements: [engaged(personId, 'gp-self-employed')],
    surgery: [OFFICE],
    initials: personId.toUpperCase().slice(0, 6),
    ...told,
  })
}

export function engaged(personId: PersonId, form: EngagementForm, number = '4647') {
  return {
    ...always,
    id: `${personId}-${form}`,
    employer: { kind: 'municipality', number },
    form,
    fractionPercent: 100,
  } as const
}

/** LIS1 in service: both courses, but the goals not reached, so never alone (FOR-2017-02-17-192 §3a). */
export function lis1(personId: PersonId, told: Partial<Doctor> = {}): Doctor {
  return gp(personId, {
    engagements: [engaged(personId, 'lis1')],
    competences: [makeCompetence({ kind: 'none' })],
    ...told,
  })
}

export function place(personId: PersonId, told: Partial<Position> = {}): Position {
  return makePosition(personId, { municipality: '4647', ...told })
}

/** A district of Sunnfjord whose doctors each hold a full place and whose remaining time the neighbour answers. */
export function district(id: string, doctors: readonly Doctor[], told: Partial<District> = {}): District {
  return makeDistrict({
    id,
    name: `Legevakten ${id}`,
    municipalities: [SUNNFJORD],
    coveredElsewhere: [NEIGHBOUR],
    doctors,
    persons: doctors.map((doctor) => makePerson(doctor.personId)),
    positions: doctors.map((doctor) => place(doctor.personId)),
    ...told,
  })
}

export function line(
  id: string,
  form: Line['form'],
  windows: readonly TemplateWindow[],
  told: Partial<Line> = {},
): Line {
  return makeLine({ id, name: id, code: id.slice(0, 8), form, windows, ...told })
}

/** What the district's templates demand on these dates alone. */
export function needsOn(lines: readonly Line[], ...dates: LocalDate[]): Need[] {
  return lines.flatMap((each) => dates.flatMap((date) => needsOf(each, date, addDays(date, 1))))
}
