import type { CoveredElsewhere, District, LegalForm } from '../rota/district.ts'
import type { CalendarNames } from '../rota/feed-choice.ts'
import type { MunicipalityNumber } from '../rota/person.ts'
import { holdsOn, type LocalDate, type Weekday } from '../time/local-date.ts'
import { isLocalTime } from '../time/local-time.ts'
import { planned, refusedBy, type SetUpFault, type SetUpPlan, setUpFault } from './set-up-fault.ts'

/** What a district says of itself. */
export interface DistrictHead extends Pick<District, 'name' | 'languages'> {
  readonly legalForm: LegalForm
  /** Left out = as it is. */
  readonly calendarNames?: CalendarNames
}

export function planHead(district: District, head: DistrictHead): SetUpPlan<District> {
  const { languages, legalForm } = head
  const name = head.name.trim()
  const problems = [
    ...(name === '' ? [setUpFault('name', 'missing')] : []),
    ...(languages.length === 0 ? [setUpFault('languages', 'missing')] : []),
  ]
  return problems.length > 0
    ? { kind: 'refused', problems }
    : planned({ ...withNames(district, head), name, languages, legalForm })
}

/** Initials are what holds where nothing is said. */
function withNames(district: District, { calendarNames: asked }: DistrictHead): District {
  const { calendarNames: known = 'initials', ...rest } = district
  if (asked === undefined || asked === known) return district
  return asked === 'initials' ? rest : { ...rest, calendarNames: asked }
}

/** Takes a municipality in from a date, with all out-of-hours time. */
export function planMember(
  district: District,
  member: { readonly number: MunicipalityNumber; readonly name: string },
  from: LocalDate,
): SetUpPlan<District> {
  const { municipalities } = district
  const known = municipalities.find(({ number }) => number === member.number)
  const part = { from, to: null, windows: null, quota: null }
  if (!known)
    return planned({
      ...district,
      municipalities: [...municipalities, { ...member, facts: [], participation: [part] }],
    })
  if (known.participation.some(({ to }) => to === null || to > from))
    return refusedBy(setUpFault('municipality', 'given-twice', known.name))
  const back = { ...known, participation: [...known.participation, part] }
  return planned({ ...district, municipalities: municipalities.map((own) => (own === known ? back : own)) })
}

/** A municipality takes part no more from a date. Its doctors' places stay until they are ended themselves. */
export function planMemberEnd(
  district: District,
  number: MunicipalityNumber,
  on: LocalDate,
): SetUpPlan<District> {
  const known = district.municipalities.find((own) => own.number === number)
  if (!known) return refusedBy(setUpFault('municipality', 'not-a-member', number))
  const participation = known.participation.flatMap((part) => {
    if (part.to !== null && part.to <= on) return [part]
    return part.from < on ? [{ ...part, to: on }] : []
  })
  if (known.participation.every(({ to }) => to !== null && to <= on))
    return refusedBy(setUpFault('on', 'already-ended', on))
  const left = { ...known, participation }
  return planned({
    ...district,
    municipalities: district.municipalities.map((own) => (own === known ? left : own)),
  })
}

/** Another service's hours, the same on each of some weekdays. An end not after the start is on the next day. */
export interface CoveredEntry {
  /** The one that is changed; null = another. */
  readonly id: string | null
  readonly name: string
  readonly weekdays: readonly Weekday[]
  readonly start: string
  readonly end: string
  readonly onPublicHolidays: boolean
  /** From when it holds; what held until then stays. */
  readonly from: LocalDate
}

export function planCovered(
  district: District,
  entry: CoveredEntry,
  newId: () => string,
): SetUpPlan<District> {
  const problems = coveredFaults(entry)
  const known = district.coveredElsewhere.find(({ id }) => id === entry.id)
  if (entry.id !== null && !known) problems.push(setUpFault('name', 'missing', entry.id))
  if (problems.length > 0) return { kind: 'refused', problems }
  const { start, end, weekdays, name, onPublicHolidays, from } = entry
  const endDay = end > start ? 0 : 1
  const windows = weekdays.map((weekday) => ({ weekday, start, end, endDay }))
  const said = { name: name.trim(), windows, onPublicHolidays }
  const behind = known?.behind === undefined ? {} : { behind: known.behind }
  if (!known)
    return planned({
      ...district,
      coveredElsewhere: [...district.coveredElsewhere, { id: newId(), from, to: null, ...said }],
    })
  if (!holdsOn(known, from) || known.from === from)
    return planned(withCovered(district, known, [{ ...known, ...said }]))
  const next: CoveredElsewhere = { id: newId(), from, to: known.to, ...said, ...behind }
  return planned(withCovered(district, known, [{ ...known, to: from }, next]))
}

/** Another service covers no more from a date; one that then never did is gone. */
export function planCoveredEnd(district: District, id: string, on: LocalDate): SetUpPlan<District> {
  const known = district.coveredElsewhere.find((own) => own.id === id)
  if (!known) return refusedBy(setUpFault('on', 'already-ended', on))
  if (known.to !== null && known.to <= on) return refusedBy(setUpFault('on', 'already-ended', known.to))
  return planned(withCovered(district, known, known.from < on ? [{ ...known, to: on }] : []))
}

function coveredFaults({ name, weekdays, start, end }: CoveredEntry): SetUpFault[] {
  return [
    ...(name.trim() === '' ? [setUpFault('name', 'missing')] : []),
    ...(weekdays.length === 0 ? [setUpFault('weekdays', 'missing')] : []),
    ...(isLocalTime(start) ? [] : [setUpFault('start', 'not-a-time', start)]),
    ...(isLocalTime(end) ? [] : [setUpFault('end', 'not-a-time', end)]),
  ]
}

function withCovered(
  district: District,
  known: CoveredElsewhere,
  instead: readonly CoveredElsewhere[],
): District {
  return {
    ...district,
    coveredElsewhere: district.coveredElsewhere.flatMap((own) => (own === known ? instead : [own])),
  }
}
