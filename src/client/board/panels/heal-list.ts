import { gapText, kindChips, splitCandidates } from '../../../board/candidate-words.ts'
import { rankCandidates, withHolder } from '../../../core/plans/candidates.ts'
import { bestHeals, type Heal, healsOf } from '../../../core/plans/heal.ts'
import { runInSlices } from '../slices.ts'
import { button, element, tag } from './element.ts'
import type { FixItem } from './fix-items.ts'
import { dutyOf, mayChange, nameOf, type PanelDesk } from './panel-desk.ts'

/** So many are offered. */
const OFFERED = 3

export interface HealList {
  readonly content: HTMLElement
  /** Calls the search off. */
  readonly stop: () => void
}

/** The smallest changes that heal one thing to fix, each a button that does it as one step. */
export function healList(desk: PanelDesk, item: FixItem, done: () => void): HealList {
  const { fix } = desk.words.boardPanels
  const content = element('div', { class: 'heals' })
  if (item.kind === 'open') {
    show(desk, content, opensOf(desk, item), done)
    return { content, stop: () => {} }
  }
  content.append(element('p', { class: 'hint' }, fix.searching))
  const found: Heal[] = []
  const search = until(
    healsOf(desk.judge.view, item.violation, (place) => mayChange(desk, place)),
    (heal) => {
      if (heal) found.push(heal)
      return found.filter((own) => own.way === 'give' && own.warnings.length === 0).length >= OFFERED
    },
  )
  const stop = runInSlices(search, () => show(desk, content, bestHeals(found, OFFERED), done))
  return { content, stop }
}

/** Goes on until enough is found. */
function* until<T>(work: Iterable<T>, isEnough: (value: T) => boolean): Generator<undefined, void> {
  for (const value of work) {
    if (isEnough(value)) return
    yield
  }
}

/** Those who can take an open part without breaking what blocks, best first. */
function opensOf({ judge }: PanelDesk, { place, part }: Extract<FixItem, { kind: 'open' }>): Heal[] {
  return splitCandidates(rankCandidates(judge.view, place, part))
    .fitting.slice(0, OFFERED)
    .map(({ personId, warnings, fairShareGapMinutes }) => ({
      way: 'give',
      place,
      part,
      from: null,
      to: personId,
      other: null,
      intents: [{ kind: 'slice', cell: place, slices: withHolder(judge.view, place, part, personId).slices }],
      warnings,
      gapMinutes: fairShareGapMinutes,
    }))
}

function show(desk: PanelDesk, content: HTMLElement, heals: readonly Heal[], done: () => void): void {
  const { fix } = desk.words.boardPanels
  if (heals.length === 0) {
    const { district, draft } = desk.board.frame.dataset
    const link = element(
      'a',
      { class: 'ds-link', href: `/districts/${district}/drafts/${draft}/repair` },
      fix.repair,
    )
    content.replaceChildren(element('p', {}, `${fix.noHeal} `, link))
    return
  }
  content.replaceChildren(
    element(
      'h3',
      { class: 'ds-heading', 'data-size': '2xs' },
      heals.some(({ from }) => from) ? fix.heals : fix.fills,
    ),
    element('ul', { class: 'candidates' }, ...heals.map((heal) => choice(desk, heal, done))),
  )
}

function choice(desk: PanelDesk, heal: Heal, done: () => void): HTMLElement {
  const { fix } = desk.words.boardPanels
  const label = labelOf(desk, heal)
  const act = () => {
    const kind = heal.way === 'swap' ? 'move' : 'assign'
    if (desk.board.apply({ kind, intents: heal.intents }, desk.words.format.ended(label))) done()
  }
  const chips = kindChips(heal.warnings, 'warning', desk.words)
  return element(
    'li',
    {},
    button(label, act, { class: 'ds-button heal' }),
    element(
      'span',
      { class: 'chips' },
      ...(chips.length > 0 ? chips : [{ word: fix.free, color: 'success' } as const]).map(({ word, color }) =>
        tag(word, color),
      ),
      heal.way === 'give' && element('small', {}, gapText(heal.gapMinutes, desk.words)),
    ),
  )
}

function labelOf(desk: PanelDesk, { way, place, from, to, other }: Heal): string {
  const { fix } = desk.words.boardPanels
  const name = (personId: string | null) => nameOf(desk, personId) ?? ''
  const duty = dutyOf(desk, place.needId)
  if (way === 'swap' && other) return fix.swap(name(from), duty, name(to), dutyOf(desk, other.needId))
  return fix.take(name(to), duty)
}
