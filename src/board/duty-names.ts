import type { District } from '../core/rota/district.ts'
import { type Need, type NeedId, needsOf } from '../core/rota/need.ts'
import { addDays, isLocalDate } from '../core/time/local-date.ts'
import type { BoardText } from '../text/text.ts'

/** The need behind an id by the district's templates; undefined when they no longer make it. */
export function needOfId(district: Pick<District, 'lines'>, needId: NeedId): Need | undefined {
  for (const line of district.lines) {
    const date = needId.slice(line.id.length + 1, line.id.length + 11)
    if (!needId.startsWith(`${line.id}.`) || !isLocalDate(date)) continue
    const need = needsOf(line, date, addDays(date, 1)).find((candidate) => candidate.id === needId)
    if (need) return need
  }
  return undefined
}

/** 'man. 4. jan. 23:00 – tir. 5. jan. 08:00, H1 natt'. */
export function dutyName(district: Pick<District, 'lines'>, need: Need, text: BoardText): string {
  const line = district.lines.find((candidate) => candidate.id === need.lineId)
  return text.board.dutyName(text.format.timeSpan(need), line?.code ?? '', need.name)
}

/** 'H1 natt man. 4. jan.', to stand inside a sentence. */
export function shortDutyName(district: Pick<District, 'lines'>, need: Need, text: BoardText): string {
  const line = district.lines.find((candidate) => candidate.id === need.lineId)
  return text.board.shortDutyName(line?.code ?? '', need.name, text.format.shortDate(need.date))
}

/** The forms of a duty that its name does not tell already: «Hjemmevakt» needs no «hjemmevakt» after it. */
export function untoldForms({ name, pieces }: Pick<Need, 'name' | 'pieces'>, text: BoardText): string[] {
  const forms = [...new Set(pieces.map((piece) => text.words.forms[piece.form]))]
  return forms.length === 1 && name.toLowerCase().includes(forms[0] as string) ? [] : forms
}

/** The name of a duty told only by its id; by its date alone when the templates have moved on. */
export function dutyNameOfId(district: Pick<District, 'lines'>, needId: NeedId, text: BoardText): string {
  const need = needOfId(district, needId)
  if (need) return shortDutyName(district, need, text)
  const date = /\.(\d{4}-\d{2}-\d{2})\./.exec(needId)?.[1]
  return date !== undefined && isLocalDate(date) ? text.board.dutyOn(text.format.shortDate(date)) : needId
}
