import type { Agreement } from '../rota/agreement.ts'
import { abilityOn } from '../rota/competence.ts'
import type { District } from '../rota/district.ts'
import { type Doctor, factOn } from '../rota/doctor.ts'
import type { DutyForm } from '../rota/line.ts'
import { birthday, type PersonId } from '../rota/person.ts'
import { type Position, positionsHeldBy } from '../rota/position.ts'
import {
  addDays,
  cutAt,
  type DateRange,
  type Dates,
  daysBetween,
  edgesOf,
  type LocalDate,
  weekdayOf,
} from '../time/local-date.ts'
import { isAwayOn } from './availability.ts'
import { ROUNDING } from './rounding.ts'

/** What a doctor weighs in the sharing: mean over the period's days of position share × presence, by what is shared. */
export interface Weights {
  readonly personId: PersonId
  readonly any: number
  readonly forms: Readonly<Record<DutyForm, number>>
  readonly nights: number
}

/** The part of a doctor's weight that comes from dates with one agreement on how to take part. */
export interface Portion extends Weights {
  /** Highest number of duties on those dates; null = not agreed. */
  readonly most: number | null
}

/** The portions of every doctor, by doctor. They rest on the district and the dates alone, never on who holds what. */
export function portionsOf(district: District, dates: Dates): Portion[] {
  const held = Map.groupBy(
    district.positions.flatMap((position) =>
      [
        ...new Set(position.holders.flatMap((holder) => (holder.kind === 'person' ? [holder.personId] : []))),
      ].map((personId) => ({ personId, position })),
    ),
    ({ personId }) => personId,
  )
  return district.doctors.flatMap((doctor) => {
    const positions = (held.get(doctor.personId) ?? []).map(({ position }) => position)
    return portionsOfDoctor(doctor, positions, district.agreement, dates)
  })
}

function portionsOfDoctor(
  doctor: Doctor,
  positions: readonly Position[],
  agreement: Agreement,
  dates: Dates,
): Portion[] {
  const days = Math.max(1, daysBetween(dates.from, dates.to))
  const stretches = stretchesOf(doctor, positions, agreement, dates)
  const byFact = Map.groupBy(stretches, ({ from }) => factOn(doctor.takingPart, from))
  return [...byFact].map(([fact, own]) => {
    const weighed = own.map(({ from, to }) => ({
      weights: dayWeights(positions, doctor, agreement, from),
      part: daysBetween(from, to) / days,
    }))
    const mean = (value: (day: DayWeights) => number) =>
      weighed.reduce((sum, { weights, part }) => sum + value(weights) * part, 0)
    return {
      personId: doctor.personId,
      any: mean((day) => Math.max(day.home, day['on-site'], day.backup)),
      forms: {
        home: mean((day) => day.home),
        'on-site': mean((day) => day['on-site']),
        backup: mean((day) => day.backup),
      },
      nights: mean((day) => day.nights),
      most: fact?.most ?? null,
    }
  })
}

/** The dates cut wherever a doctor's weight can change: in each stretch it is that of its first date. */
function stretchesOf(
  doctor: Doctor,
  positions: readonly Position[],
  agreement: Agreement,
  dates: Dates,
): Dates[] {
  const facts: readonly DateRange[] = [
    ...doctor.takingPart,
    ...doctor.capacities,
    ...doctor.exemptions,
    ...doctor.absences.map((absence) => ({ from: absence.certainFrom, to: absence.to })),
    ...doctor.competences,
    ...doctor.engagements,
    ...positions.flatMap((position) => position.holders),
  ]
  return cutAt(dates, [...edgesOf(facts), ...courseDates(doctor, agreement), ...rotationDates(doctor, dates)])
}

/** When courses begin to count and, by what is or was agreed on how long they last, cease to. */
function courseDates(doctor: Doctor, agreement: Agreement): LocalDate[] {
  const lasting = agreement.flatMap((entry) =>
    entry.parameter === 'courseValidYears' ? [{ years: entry.value, dates: entry }] : [],
  )
  const courses = doctor.competences
    .flatMap(({ emergencyCourseOn, violenceCourseOn }) => [emergencyCourseOn, violenceCourseOn])
    .filter((course) => course !== null)
  return [
    ...courses.flatMap((course) => [course, ...lasting.map(({ years }) => birthday(course, years))]),
    ...edgesOf(lasting.map(({ dates }) => dates)),
  ]
}

/** A rotation turns on Mondays. */
function rotationDates({ rotations }: Doctor, { from, to }: Dates): LocalDate[] {
  const edges = edgesOf(rotations)
  if (rotations.length === 0) return edges
  const mondays: LocalDate[] = []
  const first = addDays(from, 8 - weekdayOf(from))
  for (let monday = first; monday < to; monday = addDays(monday, 7)) mondays.push(monday)
  return [...edges, ...mondays]
}

type DayWeights = Record<DutyForm | 'nights', number>
const NO_WEIGHT: DayWeights = { home: 0, 'on-site': 0, backup: 0, nights: 0 }

function dayWeights(
  positions: readonly Position[],
  doctor: Doctor,
  agreement: Agreement,
  date: LocalDate,
): DayWeights {
  const way = factOn(doctor.takingPart, date)?.way.kind ?? 'by-share'
  if ((way !== 'by-share' && way !== 'backup-only') || isAwayOn(doctor, date)) return NO_WEIGHT
  const share = positionsHeldBy(positions, doctor.personId, date).reduce(
    (sum, position) => sum + position.share,
    0,
  )
  const present = (share * (factOn(doctor.capacities, date)?.percent ?? 100)) / 100
  const exempt = doctor.exemptions.filter(
    (exemption) => exemption.from <= date && (exemption.to === null || date < exemption.to),
  )
  if (present === 0 || exempt.some(({ scope }) => scope.kind === 'out-of-hours')) return NO_WEIGHT
  const ability = abilityOn(doctor, agreement, date)
  const weight = (form: DutyForm, able: boolean) =>
    able && !exempt.some(({ scope }) => scope.kind === 'form' && scope.form === form) ? present : 0
  const first = ability.mayHoldDuty && way === 'by-share'
  const forms = {
    home: weight('home', first),
    'on-site': weight('on-site', first),
    backup: weight('backup', ability.mayBeBackup),
  }
  const isExemptFromNights = exempt.some(({ scope }) => scope.kind === 'nights')
  return { ...forms, nights: isExemptFromNights ? 0 : Math.max(...Object.values(forms)) }
}

/**
 * The weights of each doctor in order, after agreed highest numbers. They lower the weight of those who agreed to fewer of
 * the `duties` than their share would be, so that they get just that many while the others take the rest by weight. Each doctor
 * limited leaves more to the others, so nobody limited comes under again.
 */
export function weightsOf(
  personIds: readonly PersonId[],
  portions: readonly Portion[],
  duties: number,
): Weights[] {
  const own = Map.groupBy(limitByMost(portions, duties), (portion) => portion.personId)
  return personIds.map((personId) => sumOf(personId, own.get(personId) ?? []))
}

function sumOf(personId: PersonId, portions: readonly Weights[]): Weights {
  const [only] = portions
  if (only && portions.length === 1) return only
  const sum = (value: (portion: Weights) => number) =>
    portions.reduce((total, portion) => total + value(portion), 0)
  return {
    personId,
    any: sum((portion) => portion.any),
    forms: {
      home: sum((portion) => portion.forms.home),
      'on-site': sum((portion) => portion.forms['on-site']),
      backup: sum((portion) => portion.forms.backup),
    },
    nights: sum((portion) => portion.nights),
  }
}

function limitByMost(portions: readonly Portion[], duties: number): readonly Weights[] {
  const limited = new Map<Portion, number>()
  for (;;) {
    const perWeight = dutiesPerWeight(portions, limited, duties)
    const over = portions.filter(
      (portion) =>
        portion.most !== null &&
        portion.any > 0 &&
        !limited.has(portion) &&
        portion.any * perWeight > portion.most + ROUNDING,
    )
    for (const portion of over) limited.set(portion, portion.most ?? 0)
    if (over.length > 0) continue
    return portions.map((own) => {
      const most = limited.get(own)
      return most === undefined ? own : scale(own, most / (own.any * perWeight))
    })
  }
}

/** What a weight of 1 brings among the unlimited; when everyone is limited, the limits themselves are the weights. */
function dutiesPerWeight(
  portions: readonly Portion[],
  limited: ReadonlyMap<Portion, number>,
  duties: number,
): number {
  const rest = portions.reduce((sum, own) => (limited.has(own) ? sum : sum + own.any), 0)
  const taken = [...limited.values()].reduce((sum, most) => sum + most, 0)
  return rest > 0 ? (duties - taken) / rest : 1
}

function scale(own: Weights, factor: number): Weights {
  const forms = {
    home: own.forms.home * factor,
    'on-site': own.forms['on-site'] * factor,
    backup: own.forms.backup * factor,
  }
  return { ...own, any: own.any * factor, forms, nights: own.nights * factor }
}
