import type { District } from '../core/rota/district.ts'
import type { CalendarNames } from '../core/rota/feed-choice.ts'
import type { Line } from '../core/rota/line.ts'
import type { MunicipalityNumber } from '../core/rota/person.ts'

/** What a calendar of a district can be of, and what the district lets it tell. */
export interface SubscribedDistrict extends Pick<District, 'id' | 'name'> {
  readonly lines: readonly Pick<Line, 'id' | 'name' | 'code'>[]
  readonly municipalities: readonly { readonly number: MunicipalityNumber; readonly name: string }[]
  readonly calendarNames: CalendarNames
}

export function toSubscribedDistrict(district: District): SubscribedDistrict {
  const { id, name, lines, municipalities, calendarNames = 'initials' } = district
  return {
    id,
    name,
    lines: lines.map((line) => ({ id: line.id, name: line.name, code: line.code })),
    municipalities: municipalities.map((one) => ({ number: one.number, name: one.name })),
    calendarNames,
  }
}
