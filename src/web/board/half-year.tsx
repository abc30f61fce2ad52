import { raw } from 'hono/html'
import { overviewOf, type WeekOverview } from '../../board/overview.ts'
import { addDays } from '../../core/time/local-date.ts'
import type { Text } from '../../text/text.ts'
import { withQuery } from '../paths.ts'
import { useText } from '../text-context.ts'
import { type BoardState, boardDates, boardQuery } from './board-state.ts'
import { classes, escaped } from './markup.ts'
import type { PageBoard } from './page-board.ts'

interface HalfYearProps {
  readonly view: PageBoard
  readonly state: BoardState
  readonly path: string
}

/** The whole plan week by week above the board: how full it is, what is open or broken, and a way to each week. */
export function HalfYear({ view, state, path }: HalfYearProps) {
  const text = useText()
  const { whole, draft } = view.value
  const weeks = whole ? overviewOf({ ...whole, draft }) : []
  if (weeks.length <= state.span) return null
  const items = weeks.map((week, index) =>
    weekItem(week, weeks[index - 1], { state, path, isDraft: draft !== null, text }),
  )
  return (
    <nav class="strip" aria-label={text.views.strip.title}>
      <a class="ds-skip-link" href="#board">
        {text.views.strip.skip}
      </a>
      <ol>{raw(items.join(''))}</ol>
    </nav>
  )
}

interface Around {
  readonly state: BoardState
  readonly path: string
  readonly isDraft: boolean
  readonly text: Text
}

const HEIGHT = 10

function weekItem(week: WeekOverview, before: WeekOverview | undefined, around: Around): string {
  const { state, path, text } = around
  const shown = boardDates(state)
  const isShown = week.from < shown.to && addDays(week.from, 7) > shown.from
  const isMonth = before === undefined || monthOf(before) !== monthOf(week)
  const month = isMonth ? escaped(text.format.shortMonth(addDays(week.from, 6))) : ''
  const said = text.views.strip.week(
    text.format.shortWeek(week.week),
    text.format.shortDate(week.from),
    factsOf(week, around),
  )
  return (
    `<li${classes(isShown && 'in', isMonth && 'mo')}>` +
    `<a href="${escaped(withQuery(path, boardQuery(state, { from: week.from })))}"${isShown ? ' aria-current="true"' : ''} title="${escaped(said)}">` +
    `<span class="ds-sr-only">${escaped(said)}</span><span aria-hidden="true">` +
    `<em><small>${month}</small> ${Number(week.week.slice(6))}${week.holidays.length > 0 ? '◆' : ''}</em>${barOf(week)}` +
    `<i>${markOf(week, text)}${week.open > 0 ? `<b class="open">${week.open}</b>` : ''}</i></span></a></li>`
  )
}

function markOf({ blocks, warns }: WeekOverview, { board }: Text): string {
  if (blocks > 0) return `<b class="blocks">${board.marks.blocks}${blocks}</b>`
  return warns > 0 ? `<b class="warns">${board.marks.warns}${warns}</b>` : ''
}

/** Held from below, open above it in dots: told apart by pattern. */
function barOf({ places, open }: WeekOverview): string {
  const held = places === 0 ? 0 : Math.round((HEIGHT * (places - open)) / places)
  const rest = places === 0 ? 0 : HEIGHT - held
  return (
    `<svg viewBox="0 0 10 ${HEIGHT}" preserveAspectRatio="none">` +
    (rest > 0 ? `<rect class="o" width="10" height="${rest}"/>` : '') +
    (held > 0 ? `<rect class="f" y="${rest}" width="10" height="${held}"/>` : '') +
    '</svg>'
  )
}

function factsOf(week: WeekOverview, { text, isDraft }: Around): string[] {
  const { strip } = text.views
  if (week.places === 0) return [strip.beside]
  return [
    week.open > 0 ? strip.open(week.open) : strip.allHeld,
    ...(week.blocks > 0 ? [isDraft ? strip.blocks(week.blocks) : strip.broken(week.blocks)] : []),
    ...(week.warns > 0 ? [strip.warns(week.warns)] : []),
    ...week.holidays.map((name) => text.words.holidays[name]),
  ]
}

function monthOf({ from }: WeekOverview): string {
  return addDays(from, 6).slice(0, 7)
}
