import { placesOf } from '../core/rota/rota.ts'
import { type Interval, overlaps, subtractIntervals } from '../core/time/interval.ts'
import type { DistrictDuty, OpenNeed } from '../data/district-duty-store.ts'

/**
 * The parts of open places that nobody holds, inside a time, by need and seat. A conditional backup is left out: whether it is
 * missing is a rule's to say. Each part is open since the last that was held of it fell away, or since it was asked for.
 */
export function openPartsOf(
  needs: readonly OpenNeed[],
  held: readonly DistrictDuty[],
  within: { from: number; to: number },
) {
  const counting = held.filter(({ assignment }) => !assignment.shadowing)
  const heldOf = Map.groupBy(counting, ({ need, assignment }) => `${need.id}#${assignment.seat}`)
  return needs
    .filter(({ line }) => !line.conditional)
    .flatMap(({ need, line, since, ended }) =>
      placesOf([need]).flatMap(({ needId, seat }) => {
        const rows = (heldOf.get(`${needId}#${seat}`) ?? []).map(({ assignment }) => assignment)
        return subtractIntervals([{ start: need.start, end: need.end }], rows).map((part) => ({
          ...part,
          districtId: line.districtId,
          needId,
          seat,
          need,
          line,
          since: openSince(
            part,
            since,
            ended.filter((row) => row.seat === seat),
          ),
        }))
      }),
    )
    .filter(({ start, end }) => start < within.to && end > within.from)
}

function openSince(part: Interval, asked: OpenNeed['since'], ended: OpenNeed['ended']): OpenNeed['since'] {
  return ended
    .filter((row) => overlaps(row, part))
    .reduce((last, { revision, stamp }) => (revision > last.revision ? { revision, stamp } : last), asked)
}
