import { resultWith } from '../solver/build.ts'
import { encodeOrder, personsPlaced, placePersons, readOrder } from '../solver/order.ts'
import { furthestOf } from '../solver/score/furthest.ts'
import { scoreOf } from '../solver/score/score.ts'
import type { FromWorker, ToWorker } from './build-messages.ts'
import { polishRota } from './highs.ts'

/** A worker of its own, since the exact solver asks more of the content policy than a search does. */
let isToStop = false

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'stop') isToStop = true
  // A promise that is rejected in vain would tell the page nothing.
  else if (data.kind === 'polish') work(data).catch((fault) => reportError(fault))
})

/** Betters the rota that the seeds came to, part by part, until nothing gives more. */
async function work({ orderText, result }: Extract<ToWorker, { kind: 'polish' }>): Promise<void> {
  const encoding = encodeOrder(readOrder(orderText))
  const { problem } = encoding
  const placed = placePersons(encoding, result.cells)
  if (placed.kind === 'refused') throw new Error(`${placed.code} ${placed.value}`)
  const tell = (holder: Int16Array) => {
    const { hard, open, total } = scoreOf(problem, holder)
    const { seed, iterations } = result
    const progress = {
      seed,
      done: iterations,
      iterations,
      hard,
      open,
      cost: total,
      bound: null,
      floors: null,
    }
    say({ kind: 'progress', ...progress, furthest: furthestOf(problem, holder) })
  }
  const best = await polishRota(problem, placed.holder, hasBeenStopped, tell)
  const { cells, score } = resultWith(encoding, best)
  say({ ...result, hard: score.hard, cost: score.total, cells: personsPlaced(cells) })
}

/** After a turn in which a word from the page can come in. */
async function hasBeenStopped(): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve))
  return isToStop
}

function say(message: FromWorker): void {
  postMessage(message)
}
