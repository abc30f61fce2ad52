import { type Entry, entriesOfPlace } from '../../board/entries.ts'
import { faceOf } from '../../board/face.ts'
import { type FlagIndex, heaviest, type Mark } from '../../board/flags.ts'
import type { WeekRun } from '../../board/week-runs.ts'
import { type CellKey, type CellRef, cellKey } from '../../core/rota/assignment.ts'
import { lineOf } from '../../core/rota/district.ts'
import type { Need } from '../../core/rota/need.ts'
import type { PersonId } from '../../core/rota/person.ts'
import type { LocalDate } from '../../core/time/local-date.ts'
import type { Desk, Ready } from './desk.ts'
import { linksIn, shownBy } from './grid.ts'
import { sayIn } from './words-in.ts'

/** A part as it is drawn; in a week's cell the first of a run stands for all of it. */
export interface Drawn {
  readonly entry: Entry
  readonly run?: WeekRun
}

/** What duties are drawn from and with: the draft, the words, the rules' marks, and where each place stands on the page. */
export interface Canvas {
  readonly ready: Ready
  readonly isDoctors: boolean
  readonly links: Map<CellKey, Set<HTMLAnchorElement>>
  readonly initials: ReadonlyMap<PersonId, string>
  readonly names: ReadonlyMap<PersonId, string>
  /** Undefined until the rules have been asked. */
  flags: FlagIndex | undefined
}

export function canvasOf({ grid, persons }: Desk, ready: Ready): Canvas {
  const links = new Map<CellKey, Set<HTMLAnchorElement>>()
  for (const link of linksIn(grid.table)) remember(links, link)
  return {
    ready,
    isDoctors: grid.view === 'doctors',
    links,
    initials: new Map(persons.map((person) => [person.personId, person.initials])),
    names: new Map(persons.map((person) => [person.personId, person.name])),
    flags: undefined,
  }
}

/** The parts of a place as they stand now. */
export function entriesAt(canvas: Canvas, { needId, seat }: CellRef): Entry[] {
  const { model } = canvas.ready
  const need = model.needs.get(needId)
  if (!need) return []
  const line = lineOf(model.facts.rota.district, need.lineId)
  const cell = model.cells.get(cellKey({ needId, seat }))
  const isAsked = line.conditional && isAskedFor(canvas, need)
  return entriesOfPlace({ need, line, seat, cell, isAsked, isBeside: false })
}

export function entriesOn(canvas: Canvas, date: LocalDate): Entry[] {
  const needs = canvas.ready.plan().byDate.get(date) ?? []
  return needs.flatMap((need) =>
    Array.from({ length: need.number }, (_, seat) => entriesAt(canvas, { needId: need.id, seat })).flat(),
  )
}

/** Makes the duties of a cell these, with as many of its links kept as can be: one of them may hold the focus. */
export function fill(canvas: Canvas, td: HTMLElement, parts: readonly Drawn[]): void {
  const old = linksIn(td)
  let last: Element | null = td.querySelector(':scope > i.c')
  for (const part of parts) {
    const key = keyOf(part.entry)
    const kept = old.findIndex((link) => link.dataset.cell === key)
    const link = kept === -1 ? make(canvas, key) : (old.splice(kept, 1)[0] as HTMLAnchorElement)
    dress(canvas, link, part)
    const isInPlace = last ? last.nextElementSibling === link : td.firstElementChild === link
    if (!isInPlace) td.insertBefore(link, last ? last.nextSibling : td.firstChild)
    last = link
  }
  for (const link of old) {
    link.remove()
    canvas.links.get(link.dataset.cell ?? '')?.delete(link)
  }
}

/** Puts the mark of the rules on a duty, or takes it away; what is right already is not touched. */
export function remark({ flags, ready }: Canvas, link: HTMLAnchorElement): void {
  const { needId, holder } = shownBy(link)
  const mark = flags && heaviest(flags.of(needId, holder))
  const { classList } = link
  const was = classList.contains('blocks') ? 'blocks' : classList.contains('warns') ? 'warns' : undefined
  if (was === mark) return
  if (was) {
    classList.remove(was)
    link.querySelector('sup')?.remove()
  }
  if (mark) addMark(link, mark, ready)
}

/** Makes an element of one of the few kinds that stand beside a duty's label. */
export function signOf(name: 'small' | 'sup' | 'i', text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function isAskedFor({ flags, links }: Canvas, need: Need): boolean {
  if (flags) return flags.of(need.id, null).length > 0
  // Before the rules have been asked, what the page showed is what is known.
  const shown = links.get(cellKey({ needId: need.id, seat: 0 })) ?? []
  return [...shown].some((link) => link.classList.contains('o'))
}

function dress(canvas: Canvas, link: HTMLAnchorElement, { entry, run }: Drawn): void {
  const { ready, flags, names, initials } = canvas
  const rows = canvas.isDoctors ? 'doctors' : 'lines'
  const face = faceOf(entry, { rows, initials, names, text: ready.words }, run)
  const holder = entry.slice?.personId ?? null
  link.className = face.classes
  link.title = face.title
  link.dataset.part = `${entry.part.start}-${entry.part.end}`
  link.dataset.holder = holder ?? ''
  for (const sign of [...link.children]) sign.remove()
  sayIn(link, face.label)
  if (face.under) {
    const letters = signOf('small', face.under)
    letters.className = 'f'
    link.append(letters)
  }
  if (face.part) link.append(signOf('small', face.part))
  const mark = flags && heaviest(flags.of(entry.need.id, holder))
  if (mark) addMark(link, mark, ready)
}

function addMark(link: HTMLAnchorElement, mark: Mark, { words }: Ready): void {
  link.classList.add(mark)
  link.append(signOf('sup', words.board.marks[mark]))
}

/** The address is that of any other duty on the page, with its own place. */
function make({ links }: Canvas, key: CellKey): HTMLAnchorElement {
  const link = document.createElement('a')
  const address = new URL(location.href)
  address.searchParams.set('cell', key)
  address.hash = ''
  link.href = address.pathname + address.search
  link.dataset.cell = key
  link.tabIndex = -1
  remember(links, link)
  return link
}

function remember(links: Map<CellKey, Set<HTMLAnchorElement>>, link: HTMLAnchorElement): void {
  const key = link.dataset.cell ?? ''
  const own = links.get(key)
  if (own) own.add(link)
  else links.set(key, new Set([link]))
}

function keyOf({ need, seat }: Entry): CellKey {
  return cellKey({ needId: need.id, seat })
}
