import type { AgreementEntry, AgreementParameters } from '../../src/core/rota/agreement.ts'
import { type Cell, cellKey } from '../../src/core/rota/assignment.ts'
import type { Competence } from '../../src/core/rota/competence.ts'
import type { District } from '../../src/core/rota/district.ts'
import type { Absence, Doctor } from '../../src/core/rota/doctor.ts'
import type { DutyForm, Line, TemplateWindow } from '../../src/core/rota/line.ts'
import { type Need, needsOf } from '../../src/core/rota/need.ts'
import { type BusyElsewhere, type Rota, wholeSlice } from '../../src/core/rota/rota.ts'
import { addDays, daysBetween, type LocalDate } from '../../src/core/time/local-date.ts'
import { fromWall } from '../../src/core/time/oslo.ts'

/**
 * A city's emergency clinic in the pattern of the outside bench's districts, in our own words. With 150 doctors, on ordinary
 * weekdays: 6 on site 16–23, 3 on site 23–08, 3 at home 16–08, 2 as backup 16–08; on Saturdays, Sundays, public holidays,
 * 24 and 31 December: 9 on site 08–15, 8 on site 15–23, 4 on site 23–08, 3 at home 08–08, 2 as backup 08–08. Each place is
 * a line of its own that asks for one doctor, so 52 weeks from 2027-01-04 ask for 6,428 needs. Surgeries cover weekdays 08–16.
 */
export interface Demand {
  readonly onSite: { readonly evening: number; readonly night: number }
  readonly onSiteWeekend: { readonly day: number; readonly evening: number; readonly night: number }
  readonly home: number
  readonly backup: number
}

/** 122 needs in an ordinary week. */
export const CITY: Demand = {
  onSite: { evening: 6, night: 3 },
  onSiteWeekend: { day: 9, evening: 8, night: 4 },
  home: 3,
  backup: 2,
}

/** Nearly twice as many: 226 needs in an ordinary week, about 12,000 in 52. */
export const LARGER_CITY: Demand = {
  onSite: { evening: 12, night: 6 },
  onSiteWeekend: { day: 17, evening: 15, night: 8 },
  home: 5,
  backup: 3,
}

/** One on-site evening and a home night on weekdays, as the outside bench has it for 14 doctors. */
export const TOWN: Demand = {
  onSite: { evening: 1, night: 0 },
  onSiteWeekend: { day: 1, evening: 1, night: 0 },
  home: 1,
  backup: 1,
}

export const FIRST_DATE: LocalDate = '2027-01-04'
const LONG_AGO = '2015-01-01'
const always = { from: LONG_AGO, to: null } as const

/** A full rota with everything that a real one has: the same arguments give the same rota. */
export function cityRota(
  size: number,
  weeks: number,
  demand: Demand,
  agreement: District['agreement'],
): Rota {
  const district = { ...cityDistrict(size, demand), agreement }
  const to = addDays(FIRST_DATE, weeks * 7)
  const needs = district.lines
    .flatMap((line) => needsOf(line, FIRST_DATE, to))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1))
  const cells = new Map(fill(district, needs).map((cell) => [cellKey(cell), cell]))
  return { district, from: FIRST_DATE, to, needs, cells, elsewhere: elsewhereOf(district, weeks) }
}

/** The rota of another moment: the same district and needs, cells of its own. */
export function withCellsOf(rota: Rota): Rota {
  return { ...rota, cells: new Map(rota.cells) }
}

/** A deep copy, of which nothing has been seen before. */
export function neverSeen(rota: Rota): Rota {
  return structuredClone(rota)
}

function cityDistrict(size: number, demand: Demand): District {
  const chance = chanceOf(size)
  const doctors = Array.from({ length: size }, (_, index) => doctorOf(index, size, chance))
  return {
    id: 'storbyen',
    name: 'Storbyen legevakt',
    legalForm: 'host-municipality',
    timeZone: 'Europe/Oslo',
    languages: ['nb'],
    municipalities: MUNICIPALITIES.map((number, index) => ({
      number,
      name: `Kommune ${index + 1}`,
      facts: [{ ...always, population: 40_000 - 4000 * index, centrality: 2 }],
      participation: [{ ...always, windows: null, quota: null }],
    })),
    lines: linesOf(demand),
    coveredElsewhere: [
      {
        ...always,
        id: 'surgeries',
        name: 'Fastlegekontorene',
        windows: WEEKDAYS.map((weekday) => ({ weekday, start: '08:00', end: '16:00', endDay: 0 })),
        onPublicHolidays: false,
      },
    ],
    persons: doctors.map(({ personId }, index) => ({
      id: personId,
      name: `Lege ${index + 1}`,
      hprNumber: null,
      birthDate:
        index < size * OVER_60
          ? `${1958 + (index % 9)}-03-0${1 + (index % 9)}`
          : `${1967 + (index % 30)}-05-17`,
      email: null,
      phone: null,
    })),
    doctors,
    positions: doctors
      .filter(({ takingPart }) => takingPart[0]?.way.kind === 'by-share')
      .map(({ personId }, index) => ({
        id: `place-${personId}`,
        name: `Plass ${personId}`,
        municipality: municipalityOf(index),
        share: chance() < 0.72 ? 1 : 0.6,
        holders: [{ ...always, kind: 'person' as const, personId }],
      })),
    agreement: [],
    wishes: [],
    holidaysHeld: doctors
      .slice(0, size / 3)
      .map(({ personId }, index) => ({ personId, holiday: index % 2 ? 'christmas' : 'easter', year: 2026 })),
  }
}

const WEEKDAYS = [1, 2, 3, 4, 5] as const
const MUNICIPALITIES = ['4601', '4602', '4611', '4612', '4613', '4614', '4615', '4616']
const OVER_60 = 0.23

function municipalityOf(index: number): string {
  return MUNICIPALITIES[index % MUNICIPALITIES.length] as string
}

function linesOf(demand: Demand): Line[] {
  const most = Math.max(...Object.values(demand.onSite), ...Object.values(demand.onSiteWeekend))
  const count = (length: number) => Array.from({ length }, (_, index) => index)
  const onSite = count(most).map((place) =>
    line(`v${place + 1}`, 'on-site', [
      ...(place < demand.onSite.evening ? [window('E', 'ordinary', '16:00', '23:00')] : []),
      ...(place < demand.onSite.night ? [window('N', 'ordinary', '23:00', '08:00')] : []),
      ...(place < demand.onSiteWeekend.day ? [window('D', 'weekend', '08:00', '15:00')] : []),
      ...(place < demand.onSiteWeekend.evening ? [window('E', 'weekend', '15:00', '23:00')] : []),
      ...(place < demand.onSiteWeekend.night ? [window('N', 'weekend', '23:00', '08:00')] : []),
    ]),
  )
  const home = count(demand.home).map((place) => line(`h${place + 1}`, 'home', wholeNights('H')))
  const first = [...onSite, ...home].map(({ id }) => id)
  const backup = count(demand.backup).map((place) => line(`b${place + 1}`, 'backup', wholeNights('B'), first))
  return [...onSite, ...home, ...backup]
}

function wholeNights(key: string): TemplateWindow[] {
  return [window(key, 'ordinary', '16:00', '08:00'), window(key, 'weekend', '08:00', '08:00')]
}

function window(key: string, on: 'ordinary' | 'weekend', start: string, end: string): TemplateWindow {
  return {
    key: on === 'weekend' ? `${key}W` : key,
    name: key,
    dayKinds: on === 'weekend' ? ['saturday', 'sunday', 'public-holiday', 'eve'] : ['weekday'],
    start,
    end,
    endDay: end > start ? 0 : 1,
    number: 1,
    pieces: [],
    paid: null,
    block: null,
  }
}

function line(id: string, form: DutyForm, windows: readonly TemplateWindow[], behind: string[] = []): Line {
  return {
    id,
    name: `Linje ${id}`,
    code: id.toUpperCase(),
    form,
    areas: [],
    serves: [],
    overlapClass: null,
    behind,
    conditional: false,
    templates: [{ ...always, windows, overrides: [], summer: null }],
  }
}

/** Ages, specialists, shares, surgery hours and leave in the proportions of the outside bench; every twentieth is a locum or a trainee. */
function doctorOf(index: number, size: number, chance: () => number): Doctor {
  const isOld = index < size * OVER_60
  const isLocum = index % 20 === 19
  const isTrainee = index % 20 === 18
  const isExempt = isOld ? chance() < 0.75 : chance() < 0.03
  const isExemptFromNights = !isExempt && chance() < 0.05
  return {
    personId: `d${String(index + 1).padStart(3, '0')}`,
    initials: `D${index + 1}`,
    engagements: [
      {
        ...always,
        id: `e${index}`,
        employer: { kind: 'municipality', number: municipalityOf(index) },
        form: isLocum ? 'locum' : isTrainee ? 'lis1' : index % 5 === 0 ? 'gp-salaried' : 'gp-self-employed',
        fractionPercent: 100,
      },
    ],
    takingPart: [
      isLocum
        ? {
            ...always,
            way: { kind: 'offered-windows', windows: [{ from: FIRST_DATE, to: '2028-06-01' }] },
            least: null,
            most: null,
          }
        : { ...always, way: { kind: 'by-share' }, least: 10, most: index % 10 === 4 ? 60 : null },
    ],
    competences: [competenceOf(isTrainee, isOld || chance() < 0.6)],
    surgery:
      index % 25 === 7 ? [{ ...always, kind: 'not-declared' }] : [surgeryOf(30 + Math.floor(chance() * 21))],
    otherTasks:
      index % 4 === 0
        ? [
            {
              ...always,
              name: 'Helsestasjon',
              timetable: [{ weekday: 2, start: '12:00', end: '15:30', endDay: 0 }],
              looseMinutesPerWeek: 60,
            },
          ]
        : [],
    capacities: index % 12 === 5 ? [{ from: '2027-03-01', to: '2027-09-01', percent: 50 }] : [],
    rotations: index % 50 === 11 ? [{ ...always, weeksOn: 6, weeksOff: 2, anchor: FIRST_DATE }] : [],
    absences: leaveOf(index, chance),
    exemptions: [
      ...(isExempt ? [{ ...always, id: `x${index}`, scope: { kind: 'out-of-hours' as const } }] : []),
      ...(isExemptFromNights ? [{ ...always, id: `n${index}`, scope: { kind: 'nights' as const } }] : []),
    ],
    declaredOtherMinutesPerWeek: isLocum ? 300 : null,
  }
}

function competenceOf(isTrainee: boolean, isSpecialist: boolean): Competence {
  return {
    ...always,
    route: { kind: isTrainee ? 'none' : isSpecialist ? 'specialist' : 'lis1-goals' },
    emergencyCourseOn: '2024-03-01',
    violenceCourseOn: '2024-03-01',
    evidence: '',
  }
}

function surgeryOf(hoursPerWeek: number): Doctor['surgery'][number] {
  const end = 8 * 60 + Math.round((hoursPerWeek * 60) / 5)
  const text = `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`
  return {
    ...always,
    kind: 'declared',
    timetable: WEEKDAYS.map((weekday) => ({ weekday, start: '08:00', end: text, endDay: 0 })),
    source: 'egen melding',
    declaredOn: '2026-10-01',
  }
}

/** 8 to 15 per cent of a year's weeks, in pieces of one or two weeks. */
function leaveOf(index: number, chance: () => number): Absence[] {
  const pieces = 3 + Math.floor(chance() * 4)
  return Array.from({ length: pieces }, (_, piece) => {
    const from = addDays(FIRST_DATE, 7 * Math.floor(chance() * 52))
    return { id: `a${index}-${piece}`, from, certainFrom: from, to: addDays(from, chance() < 0.5 ? 7 : 14) }
  })
}

function elsewhereOf(district: District, weeks: number): BusyElsewhere[] {
  return district.doctors
    .filter((_, index) => index % 15 === 3)
    .flatMap(({ personId }) =>
      Array.from({ length: Math.floor(weeks / 4) }, (_, month) => {
        const start = fromWall(addDays(FIRST_DATE, 28 * month + 5), 8 * 60)
        return { personId, start, end: start + 24 * 60, overlapClass: null }
      }),
    )
}

/** Gives each need to the doctor furthest below the others by weight who is there and has rested: good, and not free of breaches. */
function fill(district: District, needs: readonly Need[]): Cell[] {
  const chance = chanceOf(needs.length)
  const held = new Map(
    district.doctors.map(({ personId }) => [personId, { end: 0, minutes: chance() * 600 }]),
  )
  const backups = new Set(district.lines.filter(({ form }) => form === 'backup').map(({ id }) => id))
  const shares = new Map(
    district.positions.flatMap(({ holders, share }) =>
      holders.flatMap((holder) => (holder.kind === 'person' ? [[holder.personId, share] as const] : [])),
    ),
  )
  const present = new Map<LocalDate, Doctor[]>()
  return needs.map((need) => {
    const onDay = present.get(need.date) ?? district.doctors.filter((doctor) => isThere(doctor, need.date))
    present.set(need.date, onDay)
    const burden = ({ personId }: Doctor) =>
      (held.get(personId)?.minutes ?? 0) / (shares.get(personId) ?? 0.5)
    const chosen = onDay
      .filter((doctor) => (held.get(doctor.personId)?.end ?? 0) + 11 * 60 <= need.start)
      .filter((doctor) => canHold(doctor, need, backups.has(need.lineId)))
      .reduce<Doctor | undefined>(
        (best, next) => (best && burden(best) <= burden(next) ? best : next),
        undefined,
      )
    if (!chosen) return { needId: need.id, seat: 0, slices: [], locked: false, note: '' }
    const before = held.get(chosen.personId)?.minutes ?? 0
    // Chance keeps the doctors from coming in one fixed cycle.
    const minutes = before + (need.end - need.start) * (0.8 + 0.4 * chance())
    held.set(chosen.personId, { end: need.end, minutes })
    return { needId: need.id, seat: 0, slices: [wholeSlice(need, chosen.personId)], locked: false, note: '' }
  })
}

function isThere(doctor: Doctor, date: LocalDate): boolean {
  const next = addDays(date, 1)
  const isAway = doctor.absences.some(({ from, to }) => next >= from && (to === null || date < to))
  const isOff = doctor.rotations.some(({ anchor }) => Math.floor(daysBetween(anchor, next) / 7) % 8 >= 6)
  return !isAway && !isOff && !doctor.exemptions.some(({ scope }) => scope.kind === 'out-of-hours')
}

function canHold(doctor: Doctor, need: Need, isBackup: boolean): boolean {
  const isNight = need.end - need.start > 8 * 60
  const isExempt = isNight && doctor.exemptions.length > 0
  return !isExempt && (!isBackup || doctor.competences[0]?.route.kind === 'specialist')
}

/** mulberry32 */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Every parameter that a rule judges by, adopted, with values that a district could have. */
export function adoptedAgreement(): District['agreement'] {
  const hour = 60
  const values: Partial<AgreementParameters> = {
    weeklyTotalMinutes: 60 * hour,
    rollingTotalMinutes: 60 * hour,
    weeklyDutyMinutes: 24 * hour,
    averageUnderAct: [
      { minutes: 48 * hour, weeks: 8 },
      { minutes: 40 * hour, weeks: 52 },
    ],
    longUnderAct: { weekMinutes: 69 * hour, dayMinutes: 16 * hour },
    averageDuty: { minutes: 16 * hour, weeks: 16 },
    restAfterOnSiteNightMinutes: 11 * hour,
    restAfterMinutes: { home: 8 * hour, 'on-site': 11 * hour, backup: 8 * hour },
    restBeforeNightMinutes: 11 * hour,
    secondRestMinutes: { 'on-site': 12 * hour, home: 10 * hour },
    weeklyRest: { minutes: 35 * hour, forms: ['on-site', 'home'] },
    longestPeriodMinutes: 24 * hour,
    nightsInARow: 2,
    weekendFrequency: { oneOf: 3, weeks: 26, freeAmong: 4 },
    sundaysInARow: 2,
    officeDayAfterNight: { home: true, 'on-site': true, backup: true },
    specialHolidays: ['christmas', 'new-year', 'easter', 'constitution-day'],
    holidayMemoryYears: 3,
    leastDoctors: { home: 6, 'on-site': 10, 'full-day': 12 },
    agreementEnd: { age: 70, latestAge: 75 },
    courseValidYears: 5,
    competenceException: { daysPerMonth: 15, warnAtPercent: 80 },
    backupReach: { onSiteWithinMinutes: 45 },
    otherTasksMinutes: 7.5 * hour,
    shareTolerancePercent: 15,
    publishDaysBefore: 28,
    planPeriods: [
      { name: 'vår', from: '01-01', publishBy: '11-15' },
      { name: 'høst', from: '07-01', publishBy: '05-15' },
    ],
    officeHours: { start: '08:00', end: '16:00' },
    night: { start: '23:00', end: '07:00', leastMinutes: 180 },
    weekend: { fridayStart: '16:00', mondayEnd: '08:00', leastMinutes: 60 },
    hourWeights: { home: 1 / 5, 'on-site': 1, backup: 1 / 5 },
  }
  return Object.entries(values).map(
    ([parameter, value]) =>
      ({
        from: '2020-01-01',
        to: null,
        parameter,
        value,
        status: 'adopted',
        source: 'vedtak',
        author: 'styret',
        decidedOn: '2019-12-01',
      }) as AgreementEntry,
  )
}
