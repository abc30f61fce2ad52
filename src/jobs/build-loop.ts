import { advanceWork, type BuildWork, isFinished, openWork } from '../solver/order.ts'
import type { Context } from '../usecases/context.ts'
import { finishBuild } from '../usecases/finish-build.ts'
import { noteProgress } from '../usecases/note-progress.ts'
import { takeBuild } from '../usecases/take-build.ts'

/** Iterations in one slice: some tens of milliseconds, so that other requests pass between two. */
export const SLICE_ITERATIONS = 10_000
/** Slices between two notes of how far it has come: about a second's work. */
export const SLICES_PER_NOTE = 40

export function isTimeToNote({ state }: BuildWork): boolean {
  return state.iteration % (SLICE_ITERATIONS * SLICES_PER_NOTE) === 0
}

/**
 * A build from first to last in one process, which pauses after each slice. Nothing is kept if the process ends: the
 * build is then given up by the next that is asked for.
 */
export async function runBuild(
  context: () => Context,
  buildId: string,
  pause: () => Promise<void>,
): Promise<void> {
  try {
    const taken = await takeBuild(context(), { buildId })
    if (taken.kind === 'refused') return
    const work = openWork(taken.value.orderText, null)
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

/** False when somebody gave the build up meanwhile. */
async function advanceToEnd(
  context: () => Context,
  work: BuildWork,
  pause: () => Promise<void>,
): Promise<boolean> {
  const { buildId } = work.order
  while (!isFinished(work)) {
    await pause()
    advanceWork(work, SLICE_ITERATIONS)
    if (!isTimeToNote(work)) continue
    const done = work.state.iteration
    const noted = await noteProgress(context(), { buildId, done, status: 'running' })
    if (noted.kind === 'refused') return false
  }
  return true
}
