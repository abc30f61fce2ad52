import { type Cell, cellKey, type Slice } from '../../src/core/rota/assignment.ts'
import type { Competence, CompetenceRoute } from '../../src/core/rota/competence.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Doctor, Surgery } from '../../src/core/rota/doctor.ts'
import type { DutyForm, Line, LineId, TemplateWindow } from '../../src/core/rota/line.ts'
import { type FormPiece, type Need, type NeedId, needsOf } from '../../src/core/rota/need.ts'
import type { Person, PersonId } from '../../src/core/rota/person.ts'
import type { Position } from '../../src/core/rota/position.ts'
import { type BusyElsewhere, type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import type { WeeklyWindow } from '../../src/core/rota/weekly-window.ts'
import type { DayKind } from '../../src/core/time/day-kind.ts'
import { addDays, type LocalDate, type Weekday } from '../../src/core/time/local-date.ts'
import type { Minute } from '../../src/core/time/minute.ts'
import { fromWall, fromWallText } from '../../src/core/time/oslo.ts'
import { hprNumberOf } from './hpr-number.ts'

/** Every fact of a made district holds from here. */
export const LONG_AGO = '2020-01-01'
export const always = { from: LONG_AGO, to: null } as const

/** The instant of a local time such as '2027-01-04 16:00'; `fold` 1 is the second of two equal hours. */
export function at(text: string, fold: 0 | 1 = 0): Minute {
  const wall = fromWallText(text.replace(' ', 'T'), fold)
  return fromWall(wall.date, wall.minuteOfDay, fold)
}

/**
 * One municipality, one home line of 16–08 on weekdays and 08–08 on Saturdays, Sundays and holidays (surgeries cover
 * weekdays 08–16), doctors a–d who are specialists with both courses. Persons and positions follow the doctors unless given.
 */
export function makeDistrict(overrides: Partial<District> = {}): District {
  const doctors = overrides.doctors ?? ['a', 'b', 'c', 'd'].map((id) => makeDoctor(id))
  return {
    id: 'lillevik',
    name: 'Lillevik legevakt',
    legalForm: 'single-municipality',
    timeZone: 'Europe/Oslo',
    languages: ['nb'],
    municipalities: [
      {
        number: '4601',
        name: 'Lillevik',
        facts: [{ ...always, population: 4200, centrality: 6 }],
        participation: [{ ...always, windows: null, quota: null }],
      },
    ],
    lines: [makeLine()],
    coveredElsewhere: [
      {
        ...always,
        id: 'surgeries',
        name: 'Fastlegekontorene',
        windows: weekdays('08:00', '16:00'),
        onPublicHolidays: false,
      },
    ],
    persons: doctors.map((doctor) => makePerson(doctor.personId)),
    positions: doctors.map((doctor) => makePosition(doctor.personId)),
    agreement: [],
    wishes: [],
    ...overrides,
    doctors,
  }
}

export function makePerson(id: PersonId, overrides: Partial<Person> = {}): Person {
  const name = `Lege ${id.toUpperCase()}`
  const known = { hprNumber: hprNumberOf(id), birthDate: '1980-05-17' }
  return { id, name, ...known, email: null, phone: null, ...overrides }
}

/** A full share of municipality 4601 held by this person since long ago. */
export function makePosition(personId: PersonId, overrides: Partial<Position> = {}): Position {
  return {
    id: `position-${personId}`,
    name: `Plass ${personId}`,
    municipality: '4601',
    share: 1,
    holders: [{ ...always, kind: 'person', personId }],
    ...overrides,
  }
}

/** A specialist with both courses, by share, self-employed, whose surgery is declared and empty. */
export function makeDoctor(personId: PersonId, overrides: Partial<Doctor> = {}): Doctor {
  return {
    personId,
    initials: personId.toUpperCase(),
    engagements: [
      {
        ...always,
        id: `engagement-${personId}`,
        employer: { kind: 'municipality', number: '4601' },
        form: 'gp-self-employed',
        fractionPercent: 100,
      },
    ],
    takingPart: [{ ...always, way: { kind: 'by-share' }, least: null, most: null }],
    competences: [makeCompetence()],
    surgery: [makeSurgery([])],
    otherTasks: [],
    capacities: [],
    rotations: [],
    absences: [],
    exemptions: [],
    declaredOtherMinutesPerWeek: null,
    ...overrides,
  }
}

/** With both courses unless told otherwise. */
export function makeCompetence(
  route: CompetenceRoute = { kind: 'specialist' },
  overrides: Partial<Competence> = {},
): Competence {
  return {
    ...always,
    route,
    emergencyCourseOn: '2019-01-01',
    violenceCourseOn: '2019-01-01',
    evidence: '',
    ...overrides,
  }
}

export function makeSurgery(timetable: readonly WeeklyWindow[]): Surgery {
  return { ...always, kind: 'declared', timetable, source: 'kontoret', declaredOn: LONG_AGO }
}

/** The same hours Monday to Friday. */
export function weekdays(start: string, end: string): WeeklyWindow[] {
  return ([1, 2, 3, 4, 5] as Weekday[]).map((weekday) => ({ weekday, start, end, endDay: 0 }))
}

/** Line 'h', home duty, with the windows of `makeDistrict`; `windows` replaces them. */
export function makeLine(
  overrides: Partial<Line> & { readonly windows?: readonly TemplateWindow[] } = {},
): Line {
  const { windows = roundTheClock(), ...line } = overrides
  return {
    id: 'h',
    name: 'Hjemmevakt',
    code: 'H1',
    form: 'home',
    areas: [],
    serves: [],
    overlapClass: null,
    behind: [],
    conditional: false,
    templates: [{ ...always, windows, overrides: [], summer: null }],
    ...line,
  }
}

/** 16–08 on weekdays, 08–08 on Saturdays, Sundays and public holidays. */
export function roundTheClock(overrides: Partial<TemplateWindow> = {}): TemplateWindow[] {
  return [
    makeWindow('k', ['weekday'], '16:00', '08:00', overrides),
    makeWindow('d', ['saturday', 'sunday'], '08:00', '08:00', overrides),
  ]
}

/** Ends the next day when `end` is not after `start`. */
export function makeWindow(
  key: string,
  dayKinds: readonly DayKind[],
  start: string,
  end: string,
  overrides: Partial<TemplateWindow> = {},
): TemplateWindow {
  const endDay = end > start ? 0 : 1
  return {
    key,
    name: key,
    dayKinds,
    start,
    end,
    endDay,
    number: 1,
    pieces: [],
    paid: null,
    block: null,
    ...overrides,
  }
}

/** A need outside any template, from and to as '2027-01-04 16:00'; home duty on line 'h' unless told. */
export function makeNeed(
  from: string,
  to: string,
  overrides: Partial<Need> & { readonly form?: DutyForm } = {},
): Need {
  const { form = 'home', ...given } = overrides
  const span = { start: given.start ?? at(from), end: given.end ?? at(to) }
  const lineId: LineId = given.lineId ?? 'h'
  const date: LocalDate = from.slice(0, 10)
  const pieces: readonly FormPiece[] = [{ form, ...span }]
  const id = `${lineId}.${date}.${from.slice(11, 13)}`
  return { id, lineId, name: 'vakt', date, number: 1, pieces, paid: span, blockId: null, ...span, ...given }
}

export interface RotaParts {
  readonly district?: District
  readonly from?: LocalDate
  /** Exclusive. */
  readonly to?: LocalDate
  /** By default what the district's templates demand in the period. */
  readonly needs?: readonly Need[]
  /** Who holds what, by need id (seat 0) or `<need id>#<seat>`: a person for the whole need, or slices. */
  readonly holders?: Readonly<Record<string, PersonId | readonly Slice[]>>
  readonly elsewhere?: readonly BusyElsewhere[]
}

/** A rota whose period is told, or just holds its needs, or is the week from 4 January 2027. */
export function makeRota(parts: RotaParts = {}): Rota {
  const district = parts.district ?? makeDistrict()
  const dates = (parts.needs ?? []).map((need) => need.date).sort()
  const from = parts.from ?? dates[0] ?? '2027-01-04'
  const to = parts.to ?? addDays(dates.at(-1) ?? addDays(from, 6), 1)
  const needs = parts.needs ?? district.lines.flatMap((line) => needsOf(line, from, to))
  const sorted = [...needs].sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const cells = Object.entries(parts.holders ?? {}).map(([key, holder]) => toCell(sorted, key, holder))
  return {
    district,
    from,
    to,
    needs: sorted,
    cells: new Map(cells.map((cell) => [cellKey(cell), cell])),
    elsewhere: parts.elsewhere ?? [],
  }
}

/** Part of a duty, held by one person. */
export function makeSlice(
  personId: PersonId,
  from: string,
  to: string,
  overrides: Partial<Slice> = {},
): Slice {
  const span = { start: at(from), end: at(to) }
  return { ...span, personId, positionId: null, origin: 'share', shadowing: false, ...overrides }
}

function toCell(needs: readonly Need[], key: string, holder: PersonId | readonly Slice[]): Cell {
  const [needId = '', seat = '0'] = key.split('#')
  const slices = typeof holder === 'string' ? [wholeSlice(needById(needs, needId), holder)] : holder
  return { needId, seat: Number(seat), slices, locked: false, note: '' }
}

function needById(needs: readonly Need[], needId: NeedId): Need {
  const need = needs.find((candidate) => candidate.id === needId)
  if (!need) throw new Error(`no need ${needId} among ${needs.map((known) => known.id).join(', ')}`)
  return need
}
