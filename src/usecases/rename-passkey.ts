import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import { renamePasskeyWrites } from '../data/passkey-store.ts'
import type { Context } from './context.ts'
import { readLabel } from './passkey-label.ts'
import { done, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface RenamePasskeyInput {
  readonly credentialId: string
  readonly label: string
}

/** Another name for a passkey of one's own. */
export async function renamePasskey(ctx: Context, input: RenamePasskeyInput): Promise<Result<null>> {
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const label = readLabel(input.label)
  if (label.kind === 'refused') return label
  const { accountId } = actor
  const change = { action: 'rename-passkey', subjectKind: 'account', subjectId: accountId }
  const failed = await save(
    ctx,
    { districtId: INSTALLATION_CHAIN, ...change },
    renamePasskeyWrites(accountId, input.credentialId, label.value),
  )
  return failed ? refused({ kind: 'not-found' }) : done(null)
}
