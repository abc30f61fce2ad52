import { untoldForms } from '../../../board/duty-names.ts'
import { give, planOf } from '../../../board/gestures.ts'
import { type Candidate, rankCandidates } from '../../../core/plans/candidates.ts'
import { type Cell, type CellKey, type CellRef, cellKey } from '../../../core/rota/assignment.ts'
import { lineOf } from '../../../core/rota/district.ts'
import type { Need } from '../../../core/rota/need.ts'
import { openParts } from '../../../core/rota/rota.ts'
import type { Violation } from '../../../core/rules/violation.ts'
import type { Interval } from '../../../core/time/interval.ts'
import { button, element, tag } from './element.ts'
import { gapText } from './heal-list.ts'
import { dutyOf, mayChange, nameOf, type PanelDesk, sentencesOf } from './panel-desk.ts'
import { moveAmong, panelFrame } from './panel-frame.ts'
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
  const draw = () => {
    const cell = desk.judge.view.rota.cells.get(key)
    const isFree = mayChange(desk, place)
    inside.replaceChildren(
      now(desk, need, place),
      actions(desk, { key, place, part, cell, draw }),
      flags(desk, need, cell),
      ...(isFree ? candidates(desk, need, { place, part }, close) : []),
    )
  }
  draw()
  return {
    name: 'place',
    content: panel,
    focus: () => (inside.querySelector<HTMLElement>('.pick') ?? heading).focus(),
    refresh: () => {
      const held = panel.contains(document.activeElement)
        ? document.activeElement?.getAttribute('data-person')
        : undefined
      const isInside = panel.contains(document.activeElement)
      draw()
      const same = held ? inside.querySelector<HTMLElement>(`[data-person="${CSS.escape(held)}"]`) : null
      if (isInside) (same ?? heading).focus()
    },
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

interface Acted {
  readonly key: CellKey
  readonly place: CellRef
  readonly part: Interval
  readonly cell: Cell | undefined
  readonly draw: () => void
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

interface Chosen {
  readonly place: CellRef
  readonly part: Interval
}

function candidates(desk: PanelDesk, need: Need, { place, part }: Chosen, done: () => void): HTMLElement[] {
  const { words, judge } = desk
  const ranked = rankCandidates(judge.view, place, part)
  const fitting = ranked.filter((candidate) => candidate.blocking.length === 0)
  const others = ranked.filter((candidate) => candidate.blocking.length > 0)
  const pick = (personId: string) => {
    const { model } = desk.board
    const plan = planOf([need], model.cells)
    const { intents } = give(plan, [{ ...place, part }], personId)
    const [first] = intents
    const duty = dutyOf(desk, need.id)
    const told = words.boardPanels.fix.take(nameOf(desk, personId) ?? '', duty)
    if (first && desk.board.apply({ kind: first.kind, intents }, `${told}.`)) done()
  }
  const list = (own: readonly Candidate[]) =>
    element(
      'ul',
      {
        class: 'candidates',
        keydown: (event: KeyboardEvent) => {
          moveAmong([...section.querySelectorAll<HTMLElement>('.pick')].filter(isShown), event)
        },
      },
      ...own.map((candidate) => choice(desk, candidate, pick)),
    )
  const section = element(
    'div',
    {},
    element('h3', { class: 'ds-heading', 'data-size': '2xs' }, words.plans.panel.candidates),
    element(
      'p',
      { class: 'hint' },
      ranked.length > 0 ? words.boardPanels.candidateHint : words.boardPanels.noCandidates,
    ),
    list(fitting),
    others.length > 0 &&
      element(
        'details',
        { class: 'more', open: fitting.length === 0 },
        element('summary', {}, words.boardPanels.whyNot(others.length)),
        list(others),
      ),
  )
  return [section]
}

function isShown(own: HTMLElement): boolean {
  return own.closest('details:not([open])') === null
}

function choice(desk: PanelDesk, candidate: Candidate, pick: (personId: string) => void): HTMLElement {
  const { words, judge } = desk
  const { personId, blocking, warnings, hasWish } = candidate
  const doctor = judge.view.doctors.get(personId)
  const name = button('', () => pick(personId), {
    class: 'ds-button pick',
    'data-variant': 'tertiary',
    'data-person': personId,
  })
  name.append(
    element('span', { class: 'candidate' }, element('b', {}, doctor?.initials), ` ${nameOf(desk, personId)}`),
  )
  const told = [...blocking, ...warnings]
  return element(
    'li',
    {},
    name,
    element(
      'span',
      { class: 'chips' },
      ...kindsOf(blocking).map((kind) => tag(words.violations.findings[kind], 'danger')),
      ...kindsOf(warnings).map((kind) => tag(words.violations.findings[kind], 'warning')),
      hasWish && tag(words.words.stances[hasWish], hasWish === 'wish' ? 'success' : 'neutral'),
      element('small', {}, gapText(desk, candidate.fairShareGapMinutes)),
    ),
    told.length > 0 && sentences(desk, told),
  )
}

/** Whole sentences are made when somebody asks for them. */
function sentences(desk: PanelDesk, told: readonly Violation[]): HTMLElement {
  const list = element('ul', {})
  return element(
    'details',
    {
      class: 'why',
      toggle: () => {
        if (list.childElementCount > 0) return
        const unique = [...new Set(told.map((found) => sentencesOf(desk, found).statement))]
        list.append(...unique.map((sentence) => element('li', {}, sentence)))
      },
    },
    element('summary', {}, desk.words.boardPanels.tells),
    list,
  )
}

function kindsOf(violations: readonly Violation[]): Violation['kind'][] {
  return [...new Set(violations.map(({ kind }) => kind))]
}
