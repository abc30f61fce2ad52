import { untoldForms } from '../../../board/duty-names.ts'
import { type Cell, type CellKey, type CellRef, cellKey } from '../../../core/rota/assignment.ts'
import { lineOf } from '../../../core/rota/district.ts'
import type { Need } from '../../../core/rota/need.ts'
import { openParts } from '../../../core/rota/rota.ts'
import type { Interval } from '../../../core/time/interval.ts'
import { type CandidateList, candidateList } from './candidate-list.ts'
import { button, element } from './element.ts'
import { dutyOf, mayChange, nameOf, type PanelDesk, sentencesOf } from './panel-desk.ts'
import { panelFrame } from './panel-frame.ts'
import type { Panel } from './panels.ts'

/** What can be done with one duty, first of all who could take it. */
export function placePanel(desk: PanelDesk, key: CellKey, part: Interval, leave: () => void): Panel {
  const place = placeOfKey(key)
  const need = desk.judge.view.needs.get(place.needId)
  if (!need) throw new Error(`the draft has no need ${place.needId}`)
  const { board, words } = desk
  const { code } = lineOf(desk.judge.view.rota.district, need.lineId)
  const close = () => {
    leave()
    board.go(key, part)
  }
  const inside = element('div', {})
  const { panel, heading } = panelFrame(
    desk,
    `${code} ${need.name}`,
    close,
    element(
      'p',
      {},
      `${words.format.timeSpan(need)} (${words.format.hours(need.end - need.start)})`,
      element('br'),
      words.format.list(untoldForms(need, words)),
    ),
    inside,
  )
  let list: CandidateList | undefined
  // A person who had the keyboard has it again when all are ranked anew; null = the first; left out = nobody takes it.
  const draw = (wanted: string | null | undefined) => {
    const cell = desk.judge.view.rota.cells.get(key)
    list?.stop()
    list = mayChange(desk, place)
      ? candidateList(desk, need, { place, part }, close, (content) => {
          if (wanted === undefined || document.activeElement !== heading) return
          const same = wanted && content.querySelector<HTMLElement>(`[data-person="${CSS.escape(wanted)}"]`)
          ;(same || content.querySelector<HTMLElement>('.pick'))?.focus()
        })
      : undefined
    inside.replaceChildren(
      now(desk, need, place),
      flags(desk, need, cell),
      list?.content ?? '',
      actions(desk, { key, place, part, cell }),
      whyLink(desk, place),
    )
  }
  draw(undefined)
  return {
    name: 'place',
    content: panel,
    focus: () => {
      heading.focus()
      draw(null)
    },
    refresh: () => {
      const isInside = panel.contains(document.activeElement)
      const person = document.activeElement?.getAttribute('data-person') ?? null
      if (isInside) heading.focus()
      draw(isInside ? person : undefined)
    },
    closed: () => list?.stop(),
  }
}

function placeOfKey(key: CellKey): CellRef {
  const at = key.lastIndexOf('#')
  return { needId: key.slice(0, at), seat: Number(key.slice(at + 1)) }
}

function now(desk: PanelDesk, need: Need, place: CellRef): HTMLElement {
  const { words, judge } = desk
  const slices = judge.view.rota.cells.get(cellKey(place))?.slices ?? []
  const open = openParts(judge.view.rota, need, place.seat)
  const told = [
    ...slices.map((slice) => ({
      ...slice,
      name: nameOf(desk, slice.personId) ?? words.words.locumToBeNamed,
    })),
    ...open.map((span) => ({ ...span, name: words.board.open })),
  ].sort((a, b) => a.start - b.start)
  return element(
    'div',
    { class: 'now' },
    element('small', {}, words.plans.panel.now),
    ...told.map(({ name, start, end }) =>
      element(
        'p',
        {},
        name,
        told.length > 1 && element('small', {}, ` ${words.format.clockSpan({ start, end })}`),
      ),
    ),
  )
}

/** To the page that says why the duty is held as it is. */
function whyLink({ board, words }: PanelDesk, { needId, seat }: CellRef): HTMLElement {
  const pattern = board.frame.dataset.why ?? ''
  const href = pattern.replace('NEED', encodeURIComponent(needId)).replace('SEAT', String(seat))
  return element('p', {}, element('a', { class: 'ds-link', href }, words.why.link))
}

interface Acted {
  readonly key: CellKey
  readonly place: CellRef
  readonly part: Interval
  readonly cell: Cell | undefined
}

function actions(desk: PanelDesk, { key, place, part, cell }: Acted): HTMLElement {
  const { board, words } = desk
  const { panel } = words.plans
  const isLocked = cell?.locked ?? false
  const duty = dutyOf(desk, place.needId)
  const act = (kind: 'lock' | 'unlock' | 'clear', label: string) => () =>
    board.apply({ kind, intents: [{ kind, cell: place }] }, `${duty}: ${label}.`)
  const run = (command: 'slice' | 'swap' | 'note') => () => {
    if (board.go(key, part)) board.run(command)
  }
  const lock = isLocked ? panel.unlock : panel.lock
  return element(
    'div',
    { class: 'actions' },
    isLocked && element('p', {}, panel.isLocked),
    button(lock, act(isLocked ? 'unlock' : 'lock', lock)),
    !isLocked && (cell?.slices.length ?? 0) > 0 && button(panel.clear, act('clear', panel.clear)),
    !isLocked && button(panel.slice, run('slice')),
    !isLocked && button(panel.swap, run('swap')),
    button(cell?.note ? panel.changeNote : panel.addNote, run('note')),
    cell?.note ? element('p', {}, element('b', {}, `${panel.note}: `), cell.note) : null,
  )
}

function flags(desk: PanelDesk, need: Need, cell: Cell | undefined): HTMLElement | '' {
  const holders = [null, ...(cell?.slices ?? []).map((slice) => slice.personId)]
  const own = [...new Set(holders.flatMap((holder) => desk.judge.flags.of(need.id, holder)))]
  if (own.length === 0) return ''
  const { board } = desk.words
  return element(
    'ul',
    { class: 'flags' },
    ...own.map(({ violation, mark }) => {
      const told = sentencesOf(desk, violation)
      return element(
        'li',
        { class: mark },
        element('p', {}, element('b', { 'aria-hidden': 'true' }, board.marks[mark]), ` ${told.statement}`),
        element('details', { class: 'why' }, element('summary', {}, board.why), element('p', {}, told.why())),
      )
    }),
  )
}
