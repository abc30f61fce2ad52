import { chipsOf, gapText, splitCandidates } from '../../../board/candidate-words.ts'
import { give, planOf } from '../../../board/gestures.ts'
import { type Candidate, tryCandidates } from '../../../core/plans/candidates.ts'
import type { CellRef } from '../../../core/rota/assignment.ts'
import type { Need } from '../../../core/rota/need.ts'
import type { Violation } from '../../../core/rules/violation.ts'
import type { Interval } from '../../../core/time/interval.ts'
import { runInSlices } from '../slices.ts'
import { button, element, tag } from './element.ts'
import { dutyOf, nameOf, type PanelDesk, sentencesOf } from './panel-desk.ts'
import { moveAmong } from './panel-frame.ts'

export interface Chosen {
  readonly place: CellRef
  readonly part: Interval
}

export interface CandidateList {
  readonly content: HTMLElement
  /** Calls the ranking off. */
  readonly stop: () => void
}

/** Who could take a part of a place, ranked as the server ranks them; each of those who fit, and the others, is a button. */
export function candidateList(
  desk: PanelDesk,
  need: Need,
  chosen: Chosen,
  done: () => void,
  ready: (content: HTMLElement) => void,
): CandidateList {
  const { words, judge } = desk
  const hint = element('p', { class: 'hint' }, words.boardPanels.ranking)
  const content = element(
    'div',
    {
      keydown: (event: KeyboardEvent) => {
        moveAmong([...content.querySelectorAll<HTMLElement>('.pick')].filter(isShown), event)
      },
    },
    element('h3', { class: 'ds-heading', 'data-size': '2xs' }, words.plans.panel.candidates),
    hint,
  )
  const pick = (personId: string) => {
    const plan = planOf([need], desk.board.model.cells)
    const { intents } = give(plan, [{ ...chosen.place, part: chosen.part }], personId)
    const [first] = intents
    const told = words.boardPanels.fix.take(nameOf(desk, personId) ?? '', dutyOf(desk, need.id))
    if (first && desk.board.apply({ kind: first.kind, intents }, words.format.ended(told))) done()
  }
  const stop = runInSlices(tryCandidates(judge.view, chosen.place, chosen.part), (ranked) => {
    hint.textContent = ranked.length > 0 ? words.boardPanels.candidateHint : words.boardPanels.noCandidates
    content.append(...listsOf(desk, need, ranked, pick))
    ready(content)
  })
  return { content, stop }
}

function listsOf(
  desk: PanelDesk,
  need: Need,
  ranked: readonly Candidate[],
  pick: (personId: string) => void,
): HTMLElement[] {
  const { fitting, others } = splitCandidates(ranked)
  const list = (own: readonly Candidate[]) =>
    element('ul', { class: 'candidates' }, ...own.map((candidate) => choice(desk, need, candidate, pick)))
  if (others.length === 0) return [list(fitting)]
  const { whyNot } = desk.words.boardPanels
  const values = { class: 'more', open: fitting.length === 0 }
  return [
    list(fitting),
    element('details', values, element('summary', {}, whyNot(others.length)), list(others)),
  ]
}

function isShown(own: HTMLElement): boolean {
  return own.closest('details:not([open])') === null
}

function choice(
  desk: PanelDesk,
  need: Need,
  candidate: Candidate,
  pick: (personId: string) => void,
): HTMLElement {
  const { words, judge } = desk
  const { personId, blocking, warnings } = candidate
  const { doctors, rota } = judge.view
  const name = button('', () => pick(personId), {
    class: 'ds-button pick',
    'data-variant': 'tertiary',
    'data-person': personId,
  })
  name.append(
    element(
      'span',
      { class: 'candidate' },
      element('b', {}, doctors.get(personId)?.initials),
      ` ${nameOf(desk, personId)}`,
    ),
  )
  const told = [...blocking, ...warnings]
  return element(
    'li',
    {},
    name,
    element(
      'span',
      { class: 'chips' },
      ...chipsOf(candidate, rota.district, need.date, words).map(({ word, color }) => tag(word, color)),
      element('small', {}, gapText(candidate.fairShareGapMinutes, words)),
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
