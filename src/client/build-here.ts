import type { BuildOrder } from '../solver/order.ts'
import { build } from '../text/nb/building.ts'
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
export async function browserBuild(place: HTMLElement): Promise<void> {
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
      buildHere(orderText, seeds, (news) => take(place, news)),
    )
    const isPolished = order.polish && !isStopped
    if (isPolished) say(place, 'status', build.polishing)
    const last = isPolished
      ? await follow(
          place,
          order,
          polishHere(orderText, built, (progress) => takePolished(place, progress)),
        )
      : built
    performance.mark('build-ended')
    showEnding(place, build.handingOver)
    await handOver(place, address, last)
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
): Promise<BuiltHere> {
  const heard = new AbortController()
  listenForStop(place, running, heard.signal)
  const reports = setInterval(() => report(place, iterations, running), MILLISECONDS_BETWEEN_REPORTS)
  return running.result.finally(() => {
    clearInterval(reports)
    heard.abort()
  })
}

let latest: BuildNews | undefined
let isStopped = false

/** Marks stand where a measurement, or a curious person, can read when it was first full and last improved. */
function take(place: HTMLElement, news: BuildNews): void {
  const { best, prover, part } = news
  const isFull = best.hard === 0 && best.open === 0
  const wasFull = latest?.best.hard === 0 && latest.best.open === 0
  if (isFull && !wasFull) {
    performance.mark('build-first-full')
    if (!isStopped) say(place, 'status', build.full)
  }
  if (latest && best.cost < latest.best.cost) performance.mark('build-improved', { detail: best.cost })
  latest = news
  showPart(place, part)
  const { open, cost, furthest } = best
  showFigures(place, { open, cost, furthest, bound: prover?.bound ?? null, floors: prover?.floors ?? null })
}

function takePolished(place: HTMLElement, progress: WorkerProgress): void {
  if (latest) take(place, { ...latest, best: progress })
}

/** What the page's button asks the server for is done here at once, where the work is. */
function listenForStop(place: HTMLElement, running: RunningBuild, signal: AbortSignal): void {
  const stop = (event: Event) => {
    const { submitter } = event as SubmitEvent
    if (submitter?.getAttribute('value') !== 'keep') return running.abandon()
    event.preventDefault()
    endEarly(place, running)
  }
  place.querySelector('form[data-stop]')?.addEventListener('submit', stop, { signal })
}

function endEarly(place: HTMLElement, running: RunningBuild): void {
  isStopped = true
  showEnding(place, build.stopping)
  running.stop()
}

/** Tells others how far it has come, and hears whether one of them has stopped it. */
async function report(place: HTMLElement, iterations: number, running: RunningBuild): Promise<void> {
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
  endEarly(place, running)
}

async function handOver(
  place: HTMLElement,
  address: string,
  { best, multipliers }: BuiltHere,
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
