import type { District } from '../rota/district.ts'
import type { Doctor } from '../rota/doctor.ts'

/** Lists of a district whose members the set-up screens change, and the district's own few facts. */
export type PartList =
  | 'head'
  | 'municipalities'
  | 'lines'
  | 'coveredElsewhere'
  | 'persons'
  | 'doctors'
  | 'positions'

/** One member as it was and as it became; null = there was none, or there is none. */
export interface ChangedPart {
  readonly list: PartList
  readonly key: string
  /** Where it stands in its list. */
  readonly place: number
  readonly before: object | null
  readonly after: object | null
}

/** What differs between two states of a district. A doctor's absences and exemptions have ways of their own and are left out. */
export function changedParts(before: District, after: District): ChangedPart[] {
  const [was, is] = [partsOf(before), partsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
    const [old, own] = [was.get(id), is.get(id)]
    if (sameText(old?.value) === sameText(own?.value)) return []
    const { list, key, place } = (own ?? old) as Part
    return [{ list, key, place, before: old?.value ?? null, after: own?.value ?? null }]
  })
}

/**
 * The district with the parts as they were before; undefined when one of them has changed since, or when a doctor who would
 * go has absences, exemptions or wishes by now.
 */
export function takeBackParts(district: District, parts: readonly ChangedPart[]): District | undefined {
  const now = partsOf(district)
  const isAsLeft = parts.every(
    ({ list, key, after }) => sameText(now.get(idOf(list, key))?.value) === sameText(after ?? undefined),
  )
  if (!isAsLeft || parts.some((part) => losesEntries(district, part))) return undefined
  return parts.reduce(takeBack, district)
}

interface Part {
  readonly list: PartList
  readonly key: string
  readonly place: number
  readonly value: object
}

const KEYS = {
  municipalities: 'number',
  lines: 'id',
  coveredElsewhere: 'id',
  persons: 'id',
  doctors: 'personId',
  positions: 'id',
} as const satisfies Record<Exclude<PartList, 'head'>, string>

const LISTS = Object.keys(KEYS) as readonly (keyof typeof KEYS)[]

function partsOf(district: District): ReadonlyMap<string, Part> {
  const { name, legalForm, languages, calendarNames } = district
  const names = calendarNames === undefined ? {} : { calendarNames }
  const head: Part = { list: 'head', key: '', place: 0, value: { name, legalForm, languages, ...names } }
  const members = LISTS.flatMap((list) =>
    (district[list] as readonly object[]).map((member, place): Part => {
      const value = list === 'doctors' ? withoutTimesAway(member as Doctor) : member
      return { list, key: String(Reflect.get(member, KEYS[list])), place, value }
    }),
  )
  return new Map([head, ...members].map((part) => [idOf(part.list, part.key), part]))
}

const idOf = (list: PartList, key: string) => `${list} ${key}`

function withoutTimesAway(doctor: Doctor): object {
  const { absences: _, exemptions: __, ...rest } = doctor
  return rest
}

function losesEntries({ doctors, wishes }: District, { list, key, before }: ChangedPart): boolean {
  if (list !== 'doctors' || before !== null) return false
  const doctor = doctors.find(({ personId }) => personId === key)
  const isAway = (doctor?.absences.length ?? 0) + (doctor?.exemptions.length ?? 0) > 0
  return isAway || wishes.some(({ personId }) => personId === key)
}

function takeBack(district: District, { list, key, place, before }: ChangedPart): District {
  if (list === 'head') {
    // It may have been said since, where nothing was.
    const { calendarNames: _, ...rest } = district
    return { ...rest, ...before }
  }
  const members = district[list] as readonly object[]
  const at = members.findIndex((member) => Reflect.get(member, KEYS[list]) === key)
  const [kept, former] = [members.toSpliced(at === -1 ? members.length : at, 1), members[at]]
  if (before === null) return { ...district, [list]: kept }
  const away = list === 'doctors' ? { absences: [], exemptions: [] } : {}
  // Safe because the parts were taken from the same lists of a district that was whole.
  return {
    ...district,
    [list]: kept.toSpliced(at === -1 ? place : at, 0, { ...away, ...timesAwayOf(former, list), ...before }),
  }
}

function timesAwayOf(former: object | undefined, list: PartList): object {
  if (list !== 'doctors' || former === undefined) return {}
  const { absences, exemptions } = former as Doctor
  return { absences, exemptions }
}

/** The same text for the same value, in whatever order its fields stand. */
export function sameText(value: unknown): string {
  return JSON.stringify(value, inOrder) ?? ''
}

function inOrder(_key: string, part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part
  return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
}
