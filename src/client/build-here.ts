import type { BuildOrder } from '../solver/order.ts'
import type { BuildText } from '../text/text.ts'
import {
  type BuildNews,
  type BuiltHere,
  buildHere,
  polishHere,
  type RunningBuild,
  seedsFrom,
} from './browser-build.ts'
import { say, showEnding, showFailure, showFigures, showPart } from './build-figures.ts'
import type { WorkerProgress } from './build-messages.ts'

const MILLISECONDS_BETWEEN_REPORTS = 2000
const MOST_TRIES = 5

/** Does the build that the page shows in this browser, and hands what it comes to over to the server. */
export async function browserBuild(place: HTMLElement, text: BuildText): Promise<void> {
  const { build } = text
  const address = place.dataset.build ?? ''
  const answer = await fetch(`${address}/order`, { headers: { Accept: 'application/json' } })
  if (!answer.ok) return location.reload()
  const orderText = await answer.text()
  // Written by the server's `toOrderText`.
  const order: Pick<BuildOrder, 'seed' | 'iterations' | 'polish'> = JSON.parse(orderText)
  try {
    const seeds = seedsFrom(order.seed, navigator.hardwareConcurrency)
    const built = await follow(
      place,
      order,
      buildHere(orderText, seeds, (news) => take(place, news, text)),
      text,
    )
    const isPolished = order.polish && !isStopped
    if (isPolished) say(place, 'status', build.polishing)
    const last = isPolished
      ? await follow(
          place,
          order,
          polishHere(orderText, built, (progress) => takePolished(place, progress, text)),
          text,
        )
      : built
    performance.mark('build-ended')
    showEnding(place, build.handingOver)
    await handOver(place, address, last, text)
  } catch (fault) {
    // Without workers the server can still do it: the page has a button for that.
    console.error(fault)
    showFailure(place, build.notHere)
  }
}

/** Waits for a build that runs here, tells others of it meanwhile, and stops it when asked to. */
async function follow(
  place: HTMLElement,
  { iterations }: Pick<BuildOrder, 'iterations'>,
  running: RunningBuild,
  text: BuildText,
): Promise<BuiltHere> {
  const heard = new AbortController()
  listenForStop(place, running, heard.signal, text)
  const reports = setInterval(() => report(place, iterations, running, text), MILLISECONDS_BETWEEN_REPORTS)
  return running.result.finally(() => {
    clearInterval(reports)
    heard.abort()
  })
}

let latest: BuildNews | undefined
let isStopped = false

/** Marks stand where a measurement, or a curious person, can read when it was first full and last improved. */
function take(place: HTMLElement, news: BuildNews, text: BuildText): void {
  const { best, prover, part } = news
  const isFull = best.hard === 0 && best.open === 0
  const wasFull = latest?.best.hard === 0 && latest.best.open === 0
  if (isFull && !wasFull) {
    performance.mark('build-first-full')
    if (!isStopped) say(place, 'status', text.build.full)
  }
  if (latest && best.cost < latest.best.cost) performance.mark('build-improved', { detail: best.cost })
  latest = news
  showPart(place, part, text)
  const { open, cost, furthest } = best
  showFigures(
    place,
    { open, cost, furthest, bound: prover?.bound ?? null, floors: prover?.floors ?? null },
    text,
  )
}

function takePolished(place: HTMLElement, progress: WorkerProgress, text: BuildText): void {
  if (latest) take(place, { ...latest, best: progress }, text)
}

/** What the page's button asks the server for is done here at once, where the work is. */
function listenForStop(
  place: HTMLElement,
  running: RunningBuild,
  signal: AbortSignal,
  text: BuildText,
): void {
  const stop = (event: Event) => {
    const { submitter } = event as SubmitEvent
    if (submitter?.getAttribute('value') !== 'keep') return running.abandon()
    event.preventDefault()
    endEarly(place, running, text)
  }
  place.querySelector('form[data-stop]')?.addEventListener('submit', stop, { signal })
}

function endEarly(place: HTMLElement, running: RunningBuild, { build }: BuildText): void {
  isStopped = true
  showEnding(place, build.stopping)
  running.stop()
}

/** Tells others how far it has come, and hears whether one of them has stopped it. */
async function report(
  place: HTMLElement,
  iterations: number,
  running: RunningBuild,
  text: BuildText,
): Promise<void> {
  if (!latest) return
  const address = place.dataset.build ?? ''
  const { best, part } = latest
  const told = { done: Math.floor(part * iterations), open: best.open, cost: best.cost }
  const answer = await post(`${address}/progress`, told).catch(() => undefined)
  if (answer?.status === 404) {
    running.abandon()
    return location.reload()
  }
  if (!answer?.ok || !((await answer.json()) as { isToStop: boolean }).isToStop) return
  endEarly(place, running, text)
}

async function handOver(
  place: HTMLElement,
  address: string,
  { best, multipliers }: BuiltHere,
  { build }: BuildText,
): Promise<void> {
  const { seed, iterations, cells } = best
  const result = { version: 1, seed, iterations, cells, multipliers }
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    const answer = await post(`${address}/result`, result).catch(() => undefined)
    await answer?.text()
    // It was taken, or is over for another reason: the page tells which.
    if (answer?.ok || answer?.status === 404) return location.reload()
    if (answer && answer.status < 500) return showFailure(place, build.notTaken)
    await new Promise((resolve) => setTimeout(resolve, tries * 1000))
  }
  showFailure(place, build.notReached)
}

function post(address: string, value: object): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(value),
  })
}
