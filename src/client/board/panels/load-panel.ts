import { BOARD_DAYS } from '../../../board/board-days.ts'
import { barParts, LOAD_VIEW_BOX } from '../../../board/load-bar.ts'
import { type LoadRow, loadRows } from '../../../board/load-rows.ts'
import { DUTY_FORMS } from '../../../core/rota/line.ts'
import { addDays, type Dates, isLocalDate } from '../../../core/time/local-date.ts'
import { drawn, element } from './element.ts'
import { nameOf, type PanelDesk } from './panel-desk.ts'
import { panelFrame } from './panel-frame.ts'
import type { Panel } from './panels.ts'

/** What each doctor carries against the fair share, of the weeks in sight or the whole plan, drawn anew after each edit. */
export function loadPanel(desk: PanelDesk, close: () => void): Panel {
  const { load } = desk.words.boardPanels
  let isWhole = true
  const body = element('tbody', {})
  const draw = () => {
    const rows = loadRows(desk.judge.view.rota, isWhole ? null : weeksInSight(desk))
    const scale = Math.max(...rows.flatMap((row) => [row.minutes, row.targetMinutes]), 1)
    body.replaceChildren(...rows.map((row) => doctorRow(desk, row, scale)))
  }
  const choice = (name: string, isChosen: boolean, label: string) =>
    element(
      'label',
      {},
      element('input', {
        type: 'radio',
        name: 'load-span',
        class: 'ds-input',
        checked: isChosen,
        change: () => {
          isWhole = name === 'plan'
          draw()
        },
      }),
      ` ${label}`,
    )
  const { panel, heading } = panelFrame(
    desk,
    load.title,
    close,
    element(
      'fieldset',
      { class: 'load-span' },
      element('legend', {}, load.span),
      choice('plan', true, load.plan),
      choice('window', false, load.window),
    ),
    element('p', { class: 'hint' }, load.legend),
    element(
      'div',
      { class: 'load-table', role: 'region', 'aria-label': load.title, tabindex: 0 },
      element(
        'table',
        { class: 'ds-table', 'data-size': 'sm' },
        element('caption', { class: 'ds-sr-only' }, load.caption),
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...[load.doctor, load.away, load.nights, load.weekends, load.holidays].map((word) =>
              element('th', { scope: 'col' }, word),
            ),
          ),
        ),
        body,
      ),
    ),
  )
  draw()
  return { name: 'load', content: panel, focus: () => heading.focus(), refresh: draw }
}

function weeksInSight({ board, judge }: PanelDesk): Dates {
  const { from = '', span } = board.frame.dataset
  const { rota } = judge.view
  if (!isLocalDate(from)) return rota
  const to = addDays(from, 7 * (Number(span) || BOARD_DAYS / 7))
  return { from: from > rota.from ? from : rota.from, to: to < rota.to ? to : rota.to }
}

function doctorRow(desk: PanelDesk, row: LoadRow, scale: number): HTMLElement {
  const { format, boardPanels, words } = desk.words
  const { load: text } = boardPanels
  const { load, target, minutes, targetMinutes, awayMinutes, isSharing } = row
  const forms = DUTY_FORMS.filter((form) => load.minutes[form] > 0)
  const parts = forms.map((form) => `${words.forms[form]} ${format.wholeHours(load.minutes[form])}`)
  const hours = format.wholeHours(minutes)
  const share = format.wholeHours(targetMinutes)
  const of = (amount: number, shared: number) =>
    isSharing ? text.of(format.number(amount), format.number(shared)) : format.number(amount)
  return element(
    'tr',
    { 'data-person': row.personId },
    element(
      'th',
      { scope: 'row', title: nameOf(desk, row.personId) },
      desk.judge.view.doctors.get(row.personId)?.initials,
    ),
    element(
      'td',
      {},
      element(
        'span',
        { class: 'away' },
        element('b', {}, isSharing ? signed(awayMinutes, format.wholeHours) : text.outside),
        bar(row, scale, text.bar(format.list(parts.length > 0 ? parts : [hours]), isSharing ? share : null)),
      ),
      element('small', {}, isSharing ? text.of(hours, share) : hours),
    ),
    element('td', {}, of(load.nights, target.nights)),
    element('td', {}, of(load.weekends, target.weekends)),
    element('td', {}, of(load.holidays, target.holidays)),
  )
}

function signed(minutes: number, say: (minutes: number) => string): string {
  return minutes > 0 ? `+${say(minutes)}` : say(minutes)
}

function bar({ load, targetMinutes, isSharing }: LoadRow, scale: number, label: string): SVGElement {
  const parts = barParts(load, isSharing ? targetMinutes : null, scale)
  return drawn(
    'svg',
    { class: 'load', viewBox: LOAD_VIEW_BOX, preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    ...parts.map((part) => drawn('rect', { ...part })),
  )
}
