import type { Criterion, Floors } from '../solver/bound/floors.ts'
import type { BuildText } from '../text/text.ts'

export interface Figures {
  readonly open: number | null
  readonly cost: number | null
  readonly bound: number | null
  readonly floors: Floors | null
  readonly furthest: Readonly<Record<Criterion, number>> | null
}

/** Puts the figures of a build into the page, each where the server has left a place for it. */
export function showFigures(
  place: HTMLElement,
  { open, cost, bound, floors, furthest }: Figures,
  text: BuildText,
): void {
  const { build, number } = text
  if (open !== null) say(place, 'open', open === 0 ? build.noneOpen : number(open))
  if (cost !== null && open === 0) say(place, 'cost', number(cost))
  // A bound of nothing says nothing.
  if (bound !== null && bound > 0 && open === 0) say(place, 'bound', number(Math.ceil(bound)))
  if (furthest) showCriteria(place, furthest, floors, text)
}

/** How much is done, and about how long is left. */
export function showPart(place: HTMLElement, part: number, { build }: BuildText): void {
  const bar = place.querySelector<HTMLProgressElement>('[data-bar]')
  if (bar) bar.value = part * bar.max
  say(place, 'part', build.part(part))
  const seconds = secondsLeft(part)
  if (part >= 1) say(place, 'left', '')
  else if (seconds !== null) say(place, 'left', build.left(seconds))
}

/** Nothing is left to follow or to stop: only what is said here stands. */
export function showEnding(place: HTMLElement, text: string): void {
  setUntilEnd(place, true)
  say(place, 'status', text)
}

/** It did not end after all: what can still be done stands again. */
export function showFailure(place: HTMLElement, text: string): void {
  setUntilEnd(place, false)
  say(place, 'status', text)
}

function setUntilEnd(place: HTMLElement, isEnding: boolean): void {
  for (const element of place.querySelectorAll<HTMLElement>('[data-until-end]')) element.hidden = isEnding
}

const begun = performance.now()
let firstPart: number | null = null
/** Below this much seen, a guess would be no guess. */
const LEAST_PART = 0.02

function secondsLeft(part: number): number | null {
  firstPart ??= part
  const done = part - firstPart
  if (done < LEAST_PART) return null
  return Math.ceil(((performance.now() - begun) / 1000) * ((1 - part) / done))
}

function showCriteria(
  place: HTMLElement,
  furthest: NonNullable<Figures['furthest']>,
  floors: Floors | null,
  { build, distances }: BuildText,
) {
  place.querySelector('[data-criteria]')?.removeAttribute('hidden')
  for (const row of place.querySelectorAll<HTMLElement>('[data-criterion]')) {
    // The page names its rows after the criteria.
    const criterion = row.dataset.criterion as Criterion
    const now = furthest[criterion]
    const least = floors?.[criterion].furthest ?? null
    const told = distances[criterion]
    say(row, 'now', told(now))
    if (least !== null) say(row, 'least', build.leastOf(told(now), told(least), told(0)))
  }
}

/** A text that stands already is left alone, so that nothing is read out twice. */
export function say(place: Element, name: string, text: string): void {
  const element = place.querySelector(`[data-${name}]`)
  if (element && element.textContent !== text) element.textContent = text
}
