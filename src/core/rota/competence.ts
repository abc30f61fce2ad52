import { type DateRange, holdsOn, type LocalDate } from '../time/local-date.ts'
import { type Agreement, parameterOn } from './agreement.ts'
import type { Doctor } from './doctor.ts'
import { birthday } from './person.ts'

/**
 * Route under the competence regulation (FOR-2017-02-17-192 §§3, 3a, 5):
 * `specialist` §3(1), also in relevant training or approved; `lis1-goals` and `old-internship` §3a b and c;
 * `transitional` a decided basis under §5; `none` for example LIS1 in service.
 */
export type CompetenceRoute =
  | { readonly kind: 'specialist' }
  | { readonly kind: 'lis1-goals' }
  | { readonly kind: 'old-internship' }
  | {
      readonly kind: 'transitional'
      readonly mayWorkAlone: boolean
      readonly mayBeBackup: boolean
      readonly decidedOn: LocalDate
    }
  | { readonly kind: 'none' }

export interface Competence extends DateRange {
  readonly route: CompetenceRoute
  readonly emergencyCourseOn: LocalDate | null
  readonly violenceCourseOn: LocalDate | null
  /** Where the evidence is kept; no document is stored here. */
  readonly evidence: string
  /** Works under an exception from the specialisation requirement (§4); left out = does not. */
  readonly exception?: CompetenceException
}

/** §4: at most a year in all, four months of a calendar year, or six months of it on duty; counted in days worked. */
export type CompetenceException = 'one-year' | 'four-months' | 'six-months-on-duty'

/** What follows from a competence on a date; never typed in by anybody. */
export interface DutyAbility {
  /** Both courses, required of every doctor on duty (§3(3)); outside for a transitional basis (§5). */
  readonly mayHoldDuty: boolean
  readonly mayWorkAlone: boolean
  readonly mayBeBackup: boolean
}

const UNABLE: DutyAbility = { mayHoldDuty: false, mayWorkAlone: false, mayBeBackup: false }

/**
 * What a doctor may do on duty on `date`, for rules and builder alike. A LIS1 in service has not reached the goals of §3a b
 * and has a backup always, whatever competence is recorded (P33); a course lasts as long as the district has adopted (P4).
 */
export function abilityOn(
  doctor: Pick<Doctor, 'competences' | 'engagements'>,
  agreement: Agreement,
  date: LocalDate,
): DutyAbility {
  return stepsOf(doctor, agreement).findLast((step) => step.from <= date)?.ability ?? UNABLE
}

/** What a doctor may do over some dates. */
export interface AbilityOver extends DateRange {
  readonly ability: DutyAbility
}

/** `abilityOn` for every date of a range, from each on which it changes. */
export function abilitiesOver(
  doctor: Pick<Doctor, 'competences' | 'engagements'>,
  agreement: Agreement,
  range: DateRange,
): AbilityOver[] {
  const turns = stepsOf(doctor, agreement).flatMap(({ from }) =>
    from > range.from && holdsOn(range, from) ? [from] : [],
  )
  const changes = [range.from, ...turns]
    .map((from) => ({ from, ability: abilityOn(doctor, agreement, from) }))
    .filter(({ ability }, index, all) => !isSame(ability, all[index - 1]?.ability))
  return changes.map((change, index) => ({ ...change, to: changes[index + 1]?.from ?? range.to }))
}

function isSame(ability: DutyAbility, other: DutyAbility | undefined): boolean {
  return (
    other !== undefined &&
    ability.mayHoldDuty === other.mayHoldDuty &&
    ability.mayWorkAlone === other.mayWorkAlone &&
    ability.mayBeBackup === other.mayBeBackup
  )
}

/** From each date on which an ability may change; the first holds from the beginning of time. */
interface Step {
  readonly from: LocalDate
  readonly ability: DutyAbility
}

interface Steps {
  readonly agreement: Agreement
  readonly steps: readonly Step[]
}

/** Kept for each doctor, since rules ask at every duty. A doctor is never changed in place. */
const STEPS = new WeakMap<Pick<Doctor, 'competences' | 'engagements'>, Steps>()

function stepsOf(doctor: Pick<Doctor, 'competences' | 'engagements'>, agreement: Agreement): readonly Step[] {
  const known = STEPS.get(doctor)
  if (known?.agreement === agreement) return known.steps
  const steps = [...new Set(['', ...turnsOf(doctor, agreement)])]
    .sort()
    .map((from) => ({ from, ability: judgedOn(doctor, agreement, from) }))
  STEPS.set(doctor, { agreement, steps })
  return steps
}

function turnsOf(
  { competences, engagements }: Pick<Doctor, 'competences' | 'engagements'>,
  agreement: Agreement,
): LocalDate[] {
  const validity = agreement.filter((entry) => entry.parameter === 'courseValidYears')
  const courses = competences
    .flatMap(({ emergencyCourseOn, violenceCourseOn }) => [emergencyCourseOn, violenceCourseOn])
    .filter((courseOn) => courseOn !== null)
  const ends = courses.flatMap((courseOn) => validity.map(({ value }) => birthday(courseOn, value)))
  const dated = [...competences, ...engagements, ...validity].flatMap(({ from, to }) => [from, to ?? from])
  return [...dated, ...courses, ...ends]
}

function judgedOn(
  doctor: Pick<Doctor, 'competences' | 'engagements'>,
  agreement: Agreement,
  date: LocalDate,
): DutyAbility {
  const ability = dutyAbilityOn(doctor.competences, date, parameterOn(agreement, 'courseValidYears', date))
  const isLis1 = doctor.engagements.some((held) => held.form === 'lis1' && holdsOn(held, date))
  return isLis1 ? { ...ability, mayWorkAlone: false, mayBeBackup: false } : ability
}

/**
 * Abilities on `date` under §§3, 3a and 5 by competence alone; a doctor without a recorded competence has none. Courses
 * count for `courseValidYears`, the last day before the anniversary included; undefined = without end.
 */
export function dutyAbilityOn(
  competences: readonly Competence[],
  date: LocalDate,
  courseValidYears?: number,
): DutyAbility {
  const competence = competences.find((candidate) => holdsOn(candidate, date))
  if (!competence) return UNABLE
  const { route } = competence
  if (route.kind === 'transitional') {
    return { mayHoldDuty: true, mayWorkAlone: route.mayWorkAlone, mayBeBackup: route.mayBeBackup }
  }
  const courses = [competence.emergencyCourseOn, competence.violenceCourseOn]
  if (!courses.every((courseOn) => counts(courseOn, date, courseValidYears))) return UNABLE
  return { mayHoldDuty: true, mayWorkAlone: route.kind !== 'none', mayBeBackup: route.kind === 'specialist' }
}

function counts(courseOn: LocalDate | null, date: LocalDate, validYears: number | undefined): boolean {
  if (courseOn === null || courseOn > date) return false
  return validYears === undefined || date < birthday(courseOn, validYears)
}
