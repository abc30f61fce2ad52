import * as z from 'zod'
import { date, id, instant, list, name, needId, note, whole } from './fields.ts'
import { form } from './line-schema.ts'

const MOST_NEEDS = 20_000
const MOST_PIECES = 60
const MOST_AT_ONCE = 50

const span = { start: instant, end: instant }

const need = z.strictObject({
  id: needId,
  lineId: id,
  name,
  date,
  number: z.int().min(1).max(MOST_AT_ONCE),
  ...span,
  pieces: list(z.strictObject({ form, ...span }), MOST_PIECES),
  paid: z.strictObject(span),
  blockId: needId.nullable(),
})

const holding = z.strictObject({
  needId,
  seat: whole,
  ...span,
  personId: id.nullable(),
  positionId: id.nullable(),
  origin: z.enum(['share', 'ordered', 'voluntary', 'swap', 'sick-cover', 'locum']),
  shadowing: z.boolean(),
  note,
})

/** The published rota: needs and the slices that hold them now. How they came about is history and stays behind. */
export const timeline = z.strictObject({
  needs: list(need, MOST_NEEDS),
  holdings: list(holding, MOST_NEEDS),
})
