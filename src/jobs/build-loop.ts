import { advanceWork, type BuildWork, isFinished, openWork, progressIn, saveWork } from '../solver/order.ts'
import type { Context } from '../usecases/context.ts'
import { finishBuild } from '../usecases/finish-build.ts'
import { type NoteProgressInput, noteProgress } from '../usecases/note-progress.ts'
import { takeBuild } from '../usecases/take-build.ts'

/** Iterations in one slice: some tens of milliseconds, so that other requests pass between two. */
export const SLICE_ITERATIONS = 5_000
/** Slices between two notes of how far it has come: about a second's work. */
export const SLICES_PER_NOTE = 20

export function isTimeToNote({ state }: BuildWork): boolean {
  return state.iteration % (SLICE_ITERATIONS * SLICES_PER_NOTE) === 0
}

/** What there is to tell of a build that goes on. */
export function noteOf(work: BuildWork): NoteProgressInput {
  const { done, open, cost } = progressIn(work)
  return { buildId: work.order.buildId, done, openNow: open, costNow: cost, status: 'running' }
}

/** Takes up an order; a saved state that is refused is told in the log, and the order begins anew. */
export function takeUp(orderText: string, saved: Uint8Array | null): BuildWork {
  const work = openWork(orderText, saved)
  const { order, refused } = work
  if (refused)
    console.warn(
      `build ${order.buildId} began anew: its saved state was refused as ${refused.reason}, ${refused.found} instead of ${refused.wanted}`,
    )
  return work
}

/**
 * A build to its end in one process, from where its state was last saved; it pauses after each slice and saves at each note.
 * A process that ends in the middle costs what was done since.
 */
export async function runBuild(
  context: () => Context,
  buildId: string,
  pause: () => Promise<void>,
): Promise<void> {
  try {
    const taken = await takeBuild(context(), { buildId })
    if (taken.kind === 'refused') return
    const work = takeUp(taken.value.orderText, taken.value.state)
    if (!(await advanceToEnd(context, work, pause))) return
    const finished = await finishBuild(context(), { work })
    if (finished.kind === 'refused') await giveUp(context(), buildId)
  } catch (fault) {
    console.error(`build ${buildId} was given up`, fault)
    await giveUp(context(), buildId)
  }
}

async function giveUp(ctx: Context, buildId: string): Promise<void> {
  await noteProgress(ctx, { buildId, done: 0, status: 'failed' })
}

/** False when somebody gave the build up meanwhile. One that is to stop is at its end. */
async function advanceToEnd(
  context: () => Context,
  work: BuildWork,
  pause: () => Promise<void>,
): Promise<boolean> {
  while (!isFinished(work)) {
    await pause()
    advanceWork(work, SLICE_ITERATIONS)
    if (!isTimeToNote(work)) continue
    const noted = await noteProgress(context(), { ...noteOf(work), state: saveWork(work) })
    if (noted.kind === 'refused') return false
    if (noted.value.isToStop) return true
  }
  return true
}
