import { type LoadRow, loadRows } from '../../board/load-rows.ts'
import { DUTY_FORMS, type DutyForm } from '../../core/rota/line.ts'
import type { Ready } from './desk.ts'
import { sayIn } from './words-in.ts'

/** Of a bar, as the page draws it. */
const WIDTH = 100
const HEIGHT = 10
const CLASSES: Readonly<Record<DutyForm, string>> = { home: 'h', 'on-site': 't', backup: 'b' }
const SVG = 'http://www.w3.org/2000/svg'
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
  const x = (minutes: number) => Math.round((WIDTH * 10 * minutes) / scale) / 10
  let left = 0
  const parts = DUTY_FORMS.map((form) => {
    const start = left
    left += row.load.minutes[form]
    return rect(CLASSES[form], x(start), 1, x(row.load.minutes[form]), HEIGHT - 2)
  })
  bar.replaceChildren(...parts, rect('share', Math.max(0, x(row.targetMinutes) - 1), 0, 2, HEIGHT))
}

function rect(name: string, x: number, y: number, width: number, height: number): SVGRectElement {
  const made = document.createElementNS(SVG, 'rect')
  made.setAttribute('class', name)
  for (const [key, value] of Object.entries({ x, y, width, height })) made.setAttribute(key, String(value))
  return made
}
