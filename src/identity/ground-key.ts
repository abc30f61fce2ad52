import { type SealKey, sealKeyOf } from './seal.ts'
import type { Keys } from './secrets.ts'

/** Whose a key is: the municipality that decides, by its number, or `NO_MUNICIPALITY`. */
export type SealedFor = string

/** For the ground of a doctor without a GP agreement, which nobody decides. */
export const NO_MUNICIPALITY = 'none'

/** Derived once: a page of a municipality opens the grounds of all its doctors. */
const derived = new Map<string, SealKey>()

/** What grounds that this municipality decides are sealed with from now on. */
export async function newestGroundKey([newest]: Keys, sealedFor: SealedFor): Promise<SealKey> {
  return groundKeyOf(newest, sealedFor)
}

/** The municipality's key of this id; undefined when none of the installation's secrets gives it. */
export async function findGroundKey(
  keys: Keys,
  sealedFor: SealedFor,
  keyId: string,
): Promise<SealKey | undefined> {
  for (const secret of keys) {
    const key = await groundKeyOf(secret, sealedFor)
    if (key.id === keyId) return key
  }
  return undefined
}

async function groundKeyOf(secret: string, sealedFor: SealedFor): Promise<SealKey> {
  const name = `${sealedFor} ${secret}`
  const known = derived.get(name)
  if (known) return known
  const fresh = await sealKeyOf(secret, `exemption ground of municipality ${sealedFor}`)
  derived.set(name, fresh)
  return fresh
}
