import { notableDays } from '../../board/board-days.ts'
import { formsOf } from '../../board/entries.ts'
import { dutyLabel, formClass } from '../../board/face.ts'
import { DUTY_FORMS } from '../../core/rota/line.ts'
import { UncheckedNote } from '../agreement/unchecked-note.tsx'
import { useText } from '../text-context.ts'
import type { Drawing } from './entry-link.tsx'
import { dayInWords } from './grid-head.tsx'
import type { PageBoard } from './page-board.ts'

/** What the signs mean, and which days of the board are not ordinary. */
export function Legend({ view, hasDraft }: { view: PageBoard; hasDraft: boolean }) {
  const text = useText()
  const { board, ledger, words } = text
  const twoPart = view.entries.find((entry) => dutyLabel(entry, text).includes('·'))
  const isSplit = view.entries.some((entry) => entry.isPart)
  return (
    <section class="legend" aria-labelledby="legend">
      <h2 class="ds-heading" data-size="2xs" id="legend">
        {board.legend}
      </h2>
      <ul>
        {DUTY_FORMS.map((form) => (
          <Sign
            sign={<b class={`d ${formClass([form])}`}>{words.formLetters[form]}</b>}
            meaning={words.forms[form]}
          />
        ))}
        {twoPart && (
          <Sign
            sign={<b class={`d ${formClass(formsOf(twoPart.need))}`}>{dutyLabel(twoPart, text)}</b>}
            meaning={board.signs.lineAndForm}
          />
        )}
        <Sign sign={<b class="d m">HT</b>} meaning={board.signs.mixed} />
        <Sign sign={<b class="d o">{board.open}</b>} meaning={board.signs.open} />
        <Sign sign={<b class="cell x" />} meaning={words.notAvailable} />
        <Sign sign={<b class="cell q" />} meaning={board.signs.atRisk} />
        <Sign
          sign={<b class="d h blocks">H{<sup>{board.marks.blocks}</sup>}</b>}
          meaning={hasDraft ? board.signs.blocks : board.signs.broken}
        />
        <Sign sign={<b class="d h warns">H{<sup>{board.marks.warns}</sup>}</b>} meaning={board.signs.warns} />
        {view.value.waivers.length > 0 && (
          <Sign
            sign={<b class="d h">H{<sup>{ledger.waivers.mark}</sup>}</b>}
            meaning={ledger.waivers.markMeaning}
          />
        )}
        {hasDraft && <Sign sign={<b class="d h l">H</b>} meaning={board.signs.locked} />}
        {hasDraft && <Sign sign={<b class="d h n">H</b>} meaning={board.signs.note} />}
        <Sign sign={<b class="cell we" />} meaning={board.signs.weekend} />
        <Sign sign={<b class="cell hd" />} meaning={board.signs.holiday} />
        <Sign sign={<b class="cell ev" />} meaning={board.signs.eve} />
        {isSplit && (
          <Sign sign={<b class="d h">H{<small>{board.half}</small>}</b>} meaning={board.signs.half} />
        )}
        {isSplit && (
          <Sign sign={<b class="d h">H{<small>{board.part}</small>}</b>} meaning={board.signs.part} />
        )}
      </ul>
      {view.value.whole && <p class="hint">{text.views.strip.key}</p>}
      <NotableDays view={view} />
      <UncheckedNote district={view.value.district} dates={view.value.rota} />
    </section>
  )
}

/** The same for paper: only what stands there. */
export function PaperLegend({ drawing }: { drawing: Drawing }) {
  const { view, text } = drawing
  const { board, views, words } = text
  const notes = view.days.flatMap(({ date }) => {
    const note = view.value.dayNotes?.get(date)
    return note === undefined ? [] : [`${text.format.shortDate(date)}: ${note}`]
  })
  return (
    <section class="legend">
      <ul>
        {DUTY_FORMS.map((form) => (
          <Sign
            sign={<b class={`d ${formClass([form])}`}>{words.formLetters[form]}</b>}
            meaning={words.forms[form]}
          />
        ))}
        <Sign sign={<b class="d m">HT</b>} meaning={board.signs.mixed} />
        <Sign sign={<b class="d o">{board.open}</b>} meaning={board.signs.open} />
        <Sign sign={<b class="cell we" />} meaning={board.signs.weekend} />
        <Sign sign={<b class="cell hd" />} meaning={board.signs.holiday} />
        <Sign sign={<b class="cell ev" />} meaning={board.signs.eve} />
      </ul>
      <p>
        {[
          ...notableDays(view.days).map((day) => dayInWords(day, text)),
          ...notes.map((note) => `${views.notes.mark} ${note}`),
        ].join(' · ')}
      </p>
    </section>
  )
}

function Sign({ sign, meaning }: { sign: unknown; meaning: string }) {
  return (
    <li>
      <span aria-hidden="true">{sign as string}</span> {meaning}
    </li>
  )
}

function NotableDays({ view }: { view: PageBoard }) {
  const { board } = useText()
  const text = useText()
  const days = notableDays(view.days)
  if (days.length === 0) return null
  return (
    <>
      <h3 class="ds-heading" data-size="2xs">
        {board.notableDays}
      </h3>
      <ul class="notable">
        {days.map((day) => (
          <li>{dayInWords(day, text)}</li>
        ))}
      </ul>
    </>
  )
}
