import type { HeldForm } from '../data/held-form-store.ts'
import { seal, sealKeyOf, unseal } from '../identity/seal.ts'

/** A form as it was sent, and why it was not taken. */
export interface SentForm {
  /** Path and query. */
  readonly address: string
  /** In their order; a name may come several times. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly why: 'not-signed-in' | 'confirm-again' | 'needs-strong-sign-in'
}

type Belonging = Omit<HeldForm, 'sealed'>

const PURPOSE = 'held-form'

/** Nothing but the secret opens it, and only in its own row: whose it is and how long it is kept are bound in. */
export async function sealForm(secret: string, row: Belonging, form: SentForm): Promise<string> {
  return seal(await sealKeyOf(secret, PURPOSE), JSON.stringify(form), associated(row))
}

/** Undefined for what was sealed with another secret, or for another row. */
export async function unsealForm(
  secret: string,
  { sealed, ...row }: HeldForm,
): Promise<SentForm | undefined> {
  const text = await unseal(await sealKeyOf(secret, PURPOSE), sealed, associated(row))
  return text === undefined ? undefined : asSealed(text)
}

function associated({ hash, accountId, createdAt, expiresAt }: Belonging): string {
  return JSON.stringify([hash, accountId, createdAt, expiresAt])
}

/** Only `sealForm` writes what such a key opens, so that its shape is known. */
function asSealed(text: string): SentForm {
  return JSON.parse(text)
}
