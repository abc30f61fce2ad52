import { needOfId } from '../../board/duty-names.ts'
import type { District } from '../../core/rota/district.ts'
import type { NeedId } from '../../core/rota/need.ts'
import { addDays, type LocalDate } from '../../core/time/local-date.ts'
import type { BuildValue } from '../../usecases/show-build.ts'

type OpenDuty = BuildValue['open'][number]

/** Duties that are open for one and the same reasons. */
export interface OpenGroup {
  readonly reasons: OpenDuty['reasons']
  /** By line and name, then by date. */
  readonly spans: readonly OpenSpan[]
}

/** Duties of one name on days that follow one another; `from` and `last` are null when the templates no longer make the duty. */
export interface OpenSpan {
  readonly first: OpenDuty
  readonly duties: number
  readonly from: LocalDate | null
  /** Inclusive. */
  readonly last: LocalDate | null
}

/** Most duties first. */
export function openGroups(open: readonly OpenDuty[], district: Pick<District, 'lines'>): OpenGroup[] {
  const groups = [...Map.groupBy(open, ({ reasons }) => JSON.stringify(reasons)).values()]
  return groups
    .toSorted((a, b) => b.length - a.length)
    .map((own) => ({ reasons: own[0]?.reasons ?? [], spans: spansOf(own, district) }))
}

function spansOf(open: readonly OpenDuty[], district: Pick<District, 'lines'>): OpenSpan[] {
  const kindOf = (needId: NeedId) => {
    const need = needOfId(district, needId)
    return need ? `${need.lineId} ${need.name}` : needId
  }
  return [...Map.groupBy(open, ({ needId }) => kindOf(needId)).values()].flatMap((own) => {
    const dated = own.map((duty) => ({ duty, date: needOfId(district, duty.needId)?.date ?? null }))
    const spans: OpenSpan[] = []
    for (const { duty, date } of dated.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))) {
      const last = spans.at(-1)
      const follows = date !== null && last?.last != null && date <= addDays(last.last, 1)
      if (follows && last) spans[spans.length - 1] = { ...last, duties: last.duties + 1, last: date }
      else spans.push({ first: duty, duties: 1, from: date, last: date })
    }
    return spans
  })
}
