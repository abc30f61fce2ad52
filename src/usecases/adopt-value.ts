import { type AgreementEntry, entryOn } from '../core/rota/agreement.ts'
import { agreementWrites } from '../data/agreement-store.ts'
import { type ChangeInput, isMade, readChange } from './agreement-reading.ts'
import type { Context } from './context.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'
import { agreementStamp, showAgreement } from './show-agreement.ts'

export interface AdoptValueInput extends ChangeInput {
  /** Of the agreement that the change was decided on. */
  readonly stamp: string
}

/** Enters a new value of the agreement from a date, or ends one; pressed again on the same page, it is done already. What holds before that date stays as it was. */
export async function adoptValue(ctx: Context, input: AdoptValueInput): Promise<Result<null>> {
  const change = await makeChange(ctx, input)
  return change.kind === 'refused' && (await isRepeat(ctx, input)) ? done(null) : change
}

async function makeChange(ctx: Context, input: AdoptValueInput): Promise<Result<null>> {
  const read = await readChange(ctx, input)
  if (read.kind === 'refused') return read
  const { district, after, from } = read.value
  const { agreement } = district
  if ((await agreementStamp(ctx, agreement)) !== input.stamp) return refused({ kind: 'stale-revision' })
  const { parameter, status } = input.change
  const isNew = input.change.kind === 'adopt'
  const change = {
    districtId: district.id,
    action: isNew ? 'adopt-value' : 'end-value',
    subjectKind: 'parameter',
    subjectId: parameter,
    before: { status, ...factsOf(entryOn(agreement, parameter, status, from)) },
    after: { status, ...(isNew ? factsOf(after.at(-1)) : { to: from }) },
  }
  const failed = await save(ctx, change, agreementWrites(district.id, agreement, after))
  return failed ?? done(null)
}

/** The stamp is of before the change, and the change has been made. */
async function isRepeat(ctx: Context, input: AdoptValueInput): Promise<boolean> {
  const seen = await showAgreement(ctx, input)
  if (seen.kind === 'refused' || !seen.value.mayChange) return false
  const isOlder = (await agreementStamp(ctx, seen.value.district.agreement)) !== input.stamp
  return isOlder && (await isMade(ctx, input))
}

/** What the log keeps of a value; who entered it stands in the log itself. */
function factsOf(entry: AgreementEntry | undefined) {
  if (!entry) return { value: null }
  const { value, from, to, decidedOn } = entry
  return { value, from, to, decidedOn }
}
