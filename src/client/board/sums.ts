import { barParts } from '../../board/load-bar.ts'
import { type LoadRow, loadRows } from '../../board/load-rows.ts'
import type { Ready } from './desk.ts'
import { drawn } from './panels/element.ts'
import { sayIn } from './words-in.ts'

/** So long after the last edit, sums follow: they are read after a while, and nobody waits for them at each key. */
const LATER_MILLISECONDS = 400

/** Lets the sums in the rows of doctors follow what is edited. */
export function followSums(table: HTMLTableElement, ready: Ready): void {
  const places = new Map(
    [...table.querySelectorAll<HTMLTableRowElement>('tr[data-person]')].map((row) => [
      row.dataset.person ?? '',
      row.querySelector('td.sum'),
    ]),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const paint = () => {
    const { facts, cells } = ready.model
    const rows = loadRows({ ...facts.rota, cells: new Map([...facts.rota.cells, ...cells]) })
    const scale = Math.max(1, ...rows.map((row) => Math.max(row.minutes, row.targetMinutes)))
    for (const row of rows) {
      const place = places.get(row.personId)
      if (place) paintSum(place, row, scale, ready)
    }
  }
  ready.model.onChange(() => {
    clearTimeout(timer)
    timer = setTimeout(paint, LATER_MILLISECONDS)
  })
}

function paintSum(place: Element, row: LoadRow, scale: number, { words }: Ready): void {
  const bar = place.querySelector('svg.load')
  const hours = words.format.wholeHours(row.minutes)
  // Colleagues see numbers of duties here, and no bar.
  if (!bar) return
  const { firstChild } = place
  if (firstChild instanceof Text) firstChild.data = hours
  else sayIn(place, hours)
  bar.setAttribute(
    'aria-label',
    words.board.loadBar(words.format.hours(row.minutes), words.format.hours(row.targetMinutes)),
  )
  bar.replaceChildren(
    ...barParts(row.load, row.targetMinutes, scale).map((part) => drawn('rect', { ...part })),
  )
}
