import type { BuildText } from '../text/text.ts'
import { showEnding, showFigures, showPart } from './build-figures.ts'

/** Asks how far the build has come and moves the bar; when it is over, the page itself is asked for. */
const POLL_MILLISECONDS = 700

interface Progress {
  readonly status: 'waiting' | 'running' | 'done' | 'failed' | 'discarded' | 'lost'
  readonly done: number
  readonly iterations: number
  readonly isStopping: boolean
  readonly openNow: number | null
  readonly costNow: number | null
  readonly bound: number | null
}

export function pollBuild(place: HTMLElement, text: BuildText): void {
  setTimeout(() => poll(place, place.dataset.build ?? '', text), POLL_MILLISECONDS)
}

async function poll(place: HTMLElement, address: string, text: BuildText): Promise<void> {
  const progress = await ask(address)
  if (progress && progress.status !== 'waiting' && progress.status !== 'running') return location.reload()
  if (progress?.status === 'running') show(place, progress, text)
  pollBuild(place, text)
}

async function ask(address: string): Promise<Progress | undefined> {
  try {
    const answer = await fetch(address, { headers: { Accept: 'application/json' } })
    return answer.ok ? ((await answer.json()) as Progress) : undefined
  } catch {
    // A network that comes and goes is asked again later.
    return undefined
  }
}

function show(place: HTMLElement, progress: Progress, text: BuildText): void {
  const { done, iterations, isStopping, openNow, costNow, bound } = progress
  const { build } = text
  showPart(place, done / iterations, text)
  if (isStopping) showEnding(place, build.stopping)
  else if (done >= iterations) showEnding(place, build.handingOver)
  showFigures(place, { open: openNow, cost: costNow, bound, floors: null, furthest: null }, text)
}
