import { type CellKey, cellKey } from '../rota/assignment.ts'
import type { DraftCell, DraftStatus } from '../rota/draft.ts'
import type { LineId } from '../rota/line.ts'
import type { Rota } from '../rota/rota.ts'
import {
  type CellJson,
  fromCellsJson,
  fromRotaJson,
  type RotaJson,
  toCellsJson,
  toRotaJson,
} from '../rota/rota-json.ts'
import type { DraftCells } from './intent.ts'
import { BOARD_VERSION } from './step.ts'

/** What a browser is told of a draft, once, to judge and edit it by itself. */
export interface BoardFacts {
  readonly accountId: string
  /** Number of the draft's latest edit. */
  readonly edits: number
  readonly status: DraftStatus
  /** Of the timeline. */
  readonly revision: number
  /** The lines that the draft plans; others are there for the rules. */
  readonly lineIds: readonly LineId[]
  /** Of the whole draft, as it would stand if it were published. */
  readonly rota: Rota
  readonly cells: DraftCells
}

export interface BoardFactsJson extends Omit<BoardFacts, 'rota' | 'cells'> {
  readonly version: typeof BOARD_VERSION
  /** Without the draft's own places. */
  readonly rota: RotaJson
  /** The draft's own places. */
  readonly cells: readonly CellJson[]
}

export function toFactsJson({ rota, cells, ...draft }: BoardFacts): BoardFactsJson {
  const isOwn = (key: CellKey) => cells.has(key) && cells.get(key) === rota.cells.get(key)
  const [own, others] = [new Map<CellKey, DraftCell>(), new Map(rota.cells)]
  for (const [key, cell] of cells) {
    if (!isOwn(key)) continue
    own.set(key, cell)
    others.delete(key)
  }
  return {
    ...draft,
    version: BOARD_VERSION,
    rota: toRotaJson({ ...rota, cells: others }),
    cells: toCellsJson(rota, own.values()),
  }
}

export function fromFactsJson({ rota: sent, cells: own, version: _, ...draft }: BoardFactsJson): BoardFacts {
  const rota = fromRotaJson(sent)
  const cells = new Map(fromCellsJson(rota, own).map((cell) => [cellKey(cell), cell]))
  return { ...draft, rota: { ...rota, cells: new Map([...rota.cells, ...cells]) }, cells }
}
