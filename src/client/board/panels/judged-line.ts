import { indexFlags } from '../../../board/flags.ts'
import { button, element } from './element.ts'
import { keyOf } from './fix-items.ts'
import type { Judged } from './judged.ts'
import { type PanelDesk, sentencesOf } from './panel-desk.ts'

export interface JudgedLine {
  readonly tell: (judged: Judged) => void
  readonly say: (sentence: string) => void
}

/** One line at the foot of the board that says what the last edit broke or healed, as it is done. */
export function judgedLine(desk: PanelDesk, show: (key: string) => void): JudgedLine {
  const { judged: words, fix } = desk.words.boardPanels
  const sentence = element('span', { role: 'status' })
  const line = element('p', { class: 'judged' }, sentence)
  desk.board.frame.append(line)
  const put = (text: string, mark: string | undefined, open?: () => void) => {
    line.className = `judged ${mark ?? ''}`
    sentence.textContent = text
    line.replaceChildren(sentence)
    if (open) line.append(button(words.show, open, { 'data-variant': 'tertiary' }))
  }
  return {
    say: (text) => put(text, 'warns'),
    tell: ({ fresh, healed }) => {
      const [first, ...others] = indexFlags(fresh).flags
      const mended = indexFlags(healed).flags[0]
      if (first) {
        const { statement } = sentencesOf(desk, first.violation)
        const sign = desk.words.board.marks[first.mark]
        const more = others.length > 0 ? ` (${words.more(others.length)})` : ''
        put(`${sign} ${statement}${more}`, first.mark, () => show(keyOf(first.violation)))
      } else if (mended) put(fix.saidHealed(sentencesOf(desk, mended.violation).statement), 'healed')
      else put('', undefined)
    },
  }
}
