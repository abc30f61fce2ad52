import type { ExemptionGround } from '../core/rota/exemption.ts'
import type { DistrictId, MunicipalityNumber, PersonId } from '../core/rota/person.ts'
import { fromUtcText, type Minute, toUtcText } from '../core/time/minute.ts'
import type { Write } from '../data/database.ts'
import { listReadableGrounds } from '../data/ground-reader-store.ts'
import {
  type ExemptionKey,
  groundWrites,
  listSealedHistory,
  listSealedOfDoctor,
  type PlacedGround,
  type SealedGround,
} from '../data/ground-store.ts'
import { findGroundKey, newestGroundKey, type SealedFor } from '../identity/ground-key.ts'
import { seal, unseal } from '../identity/seal.ts'
import type { Context } from './context.ts'

/** By whom a ground was entered, and when. */
export interface GroundEntered {
  readonly by: string
  readonly at: Minute
}

export interface GroundEntry {
  readonly ground: ExemptionGround
  /** Null: told before this was kept, or not to be opened. */
  readonly entered: GroundEntered | null
}

type Opener = Pick<Context, 'db' | 'groundKeys'>

/** Who asks for grounds: a municipality reads those that stand with it, an account of the doctor those that it was let read. */
export type GroundReader =
  | { readonly kind: 'municipality'; readonly number: MunicipalityNumber }
  | { readonly kind: 'doctor'; readonly accountId: string }

/** A ground as whoever asks may see it, and with whom it stands; null: not sealed yet. */
export interface ShownGround {
  readonly ground: ExemptionGround
  readonly standsWith: SealedFor | null
}

const WITHHELD: ExemptionGround = { kind: 'withheld' }

/**
 * The grounds of one doctor's exemptions, by exemption id, as far as `reader` may see them. Neither contracts nor the district's word on
 * who somebody is decides that: only the key that a ground lies under, and what accounts were let read.
 */
export async function readGroundsOfDoctor(
  ctx: Opener,
  districtId: DistrictId,
  personId: PersonId,
  reader: GroundReader,
): Promise<ReadonlyMap<string, ShownGround>> {
  const [placed, readable] = await Promise.all([
    listSealedOfDoctor(ctx.db, districtId, personId),
    reader.kind === 'doctor'
      ? listReadableGrounds(ctx.db, districtId, personId, reader.accountId)
      : new Set<string>(),
  ])
  const shown = placed.map(async (one) => {
    const standsWith = one.seal?.sealedFor ?? null
    const isShown = reader.kind === 'doctor' ? readable.has(one.exemptionId) : standsWith === reader.number
    const ground = isShown ? (await openEntry(ctx, one, one)).ground : WITHHELD
    return [one.exemptionId, { ground, standsWith }] as const
  })
  return new Map(await Promise.all(shown))
}

/**
 * A ground and what it was before, the oldest first: claimed and withdrawn, decided, appealed and settled. All of it: the caller has
 * asked whether whoever reads it may.
 */
export async function readGroundHistory(ctx: Opener, key: ExemptionKey): Promise<GroundEntry[]> {
  const sealed = await listSealedHistory(ctx.db, key)
  return Promise.all(sealed.map((one) => openEntry(ctx, key, one)))
}

/** Stores a ground as the `entry`th of an exemption, sealed for the municipality that decides it. */
export async function sealedGroundWrites(
  ctx: Pick<Context, 'groundKeys'>,
  key: ExemptionKey,
  entry: number,
  told: { readonly ground: ExemptionGround; readonly entered: GroundEntered; readonly sealedFor: SealedFor },
): Promise<Write[]> {
  const { ground, entered, sealedFor } = told
  if (ground.kind === 'unreadable' || ground.kind === 'withheld')
    throw new Error(`the ground of ${key.exemptionId} can't be stored unread`)
  const plain = JSON.stringify({ ground, entered: { by: entered.by, at: toUtcText(entered.at) } })
  return groundWrites(key, await sealEntry(ctx, { ...key, entry }, plain, sealedFor))
}

/** An entry that lies plain or under an older key, under the municipality's newest; undefined when it can't be opened. */
export async function resealed(
  ctx: Pick<Context, 'groundKeys'>,
  placed: PlacedGround,
  sealedFor: SealedFor,
): Promise<PlacedGround | undefined> {
  const plain = await plainText(ctx, placed, placed)
  return plain === undefined
    ? undefined
    : { ...placed, ...(await sealEntry(ctx, placed, plain.trimEnd(), sealedFor)) }
}

/** What a plain entry says. @throws when it is sealed. */
export function plainEntry({ seal: under, text, exemptionId }: PlacedGround): GroundEntry {
  if (under !== null) throw new Error(`the ground of ${exemptionId} is sealed`)
  return fromPlain(text)
}

async function openEntry(ctx: Opener, key: ExemptionKey, sealed: SealedGround): Promise<GroundEntry> {
  const plain = await plainText(ctx, key, sealed)
  return plain === undefined ? { ground: { kind: 'unreadable' }, entered: null } : fromPlain(plain)
}

async function plainText(
  ctx: Pick<Context, 'groundKeys'>,
  key: ExemptionKey,
  { entry, seal: under, text }: SealedGround,
): Promise<string | undefined> {
  if (under === null) return text
  const found = await findGroundKey(ctx.groundKeys, under.sealedFor, under.keyId)
  return found && unseal(found, text, placeOf(key, entry, under.sealedFor))
}

async function sealEntry(
  { groundKeys }: Pick<Context, 'groundKeys'>,
  { entry, ...key }: ExemptionKey & { readonly entry: number },
  plain: string,
  sealedFor: SealedFor,
): Promise<SealedGround> {
  const newest = await newestGroundKey(groundKeys, sealedFor)
  const text = await seal(newest, padded(plain), placeOf(key, entry, sealedFor))
  return { entry, seal: { sealedFor, keyId: newest.id }, text }
}

/** Every ground is as long as this or a multiple, in bytes, since the length of one would tell which kind it is. */
const BLOCK = 512

function padded(plain: string): string {
  const bytes = new TextEncoder().encode(plain).length
  return plain + ' '.repeat((BLOCK - (bytes % BLOCK)) % BLOCK)
}

/** What an entry is sealed to, so that it can be read in no other's place. */
function placeOf({ districtId, personId, exemptionId }: ExemptionKey, entry: number, sealedFor: SealedFor) {
  return JSON.stringify([districtId, personId, exemptionId, entry, sealedFor])
}

/** Nothing but `sealedGroundWrites` and migration 0023 wrote what is read here. */
function fromPlain(text: string): GroundEntry {
  const { ground, entered } = JSON.parse(text) as {
    ground: ExemptionGround
    entered: { by: string; at: string } | null
  }
  return { ground, entered: entered && { by: entered.by, at: fromUtcText(entered.at) } }
}
