import type { ShareMeasure } from '../../core/rota/rota.ts'
import { isLocalDate } from '../../core/time/local-date.ts'
import { isPlainLine } from '../../text/plain-text.ts'
import type { CorrectShareInput } from '../../usecases/correct-share.ts'
import type { FieldProblem } from '../../usecases/refusal.ts'
import { readDuration } from '../duration.ts'
import type { Posted } from '../form.tsx'
import { isCount } from './amount-text.ts'
import { MEASURES } from './shares.tsx'

export type ReadCorrection =
  | { readonly kind: 'read'; readonly input: Omit<CorrectShareInput, 'districtId'> }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }

/** A correction as it was typed; whether it makes sense for the doctor is the use case's to say. */
export function readCorrection({ values }: Posted): ReadCorrection {
  const { personId = '', on = '', reason = '', amount: given = '', sign = 'more' } = values
  const measure = MEASURES.find((known) => known === values.measure)
  const amount = measure === undefined ? undefined : readAmount(measure, given)
  const problems: FieldProblem[] = []
  if (measure === undefined) problems.push({ field: 'measure', code: 'missing', value: '' })
  if (given.trim() === '') problems.push({ field: 'amount', code: 'missing', value: '' })
  else if (measure !== undefined && amount === undefined)
    problems.push({
      field: 'amount',
      code: isCount(measure) ? 'not-a-number' : 'not-a-duration',
      value: given,
    })
  if (!isLocalDate(on)) problems.push({ field: 'on', code: 'not-a-date', value: on })
  if (reason.trim() === '') problems.push({ field: 'reason', code: 'missing', value: '' })
  else if (!isPlainLine(reason)) problems.push({ field: 'reason', code: 'hidden-character', value: reason })
  if (measure === undefined || amount === undefined || problems.length > 0)
    return { kind: 'invalid', problems }
  return {
    kind: 'read',
    input: { personId, measure, amount: sign === 'less' ? -amount : amount, on, reason },
  }
}

/** Hours as minutes, or a count such as '2' or '1,5'. */
function readAmount(measure: ShareMeasure, given: string): number | undefined {
  if (!isCount(measure)) return readDuration(given)
  const text = given.trim().replace(',', '.')
  return /^\d{1,4}(\.\d{1,2})?$/.test(text) ? Number(text) : undefined
}
