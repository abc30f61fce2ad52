import type { Need } from '../core/rota/need.ts'
import type { DistrictId } from '../core/rota/person.ts'
import { addDays } from '../core/time/local-date.ts'
import type { Context } from './context.ts'
import { dateOfNeed } from './duty-of.ts'
import { readSource, type SourceReading } from './read-source.ts'
import type { BoardSource } from './show-board.ts'

export interface PlaceAddress {
  readonly districtId: DistrictId
  readonly source: BoardSource
  readonly needId: string
  /** 0 or more, below the number that the duty needs. */
  readonly seat: number
}

/** A place and the rota it stands in; undefined when there is no such district, draft, duty or seat. */
export async function readPlace(
  ctx: Pick<Context, 'db' | 'now'>,
  { districtId, source, needId, seat }: PlaceAddress,
): Promise<{ readonly reading: SourceReading; readonly need: Need } | undefined> {
  const date = dateOfNeed(needId)
  if (date === undefined) return undefined
  const reading = await readSource(ctx, districtId, source, { from: date, to: addDays(date, 1) })
  const need = reading?.rota.needs.find((candidate) => candidate.id === needId)
  if (!reading || !need || !Number.isInteger(seat) || seat < 0 || seat >= need.number) return undefined
  return { reading, need }
}
