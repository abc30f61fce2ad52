import type { OwnData, OwnRow } from '../core/plans/own-data.ts'
import type { PersonId } from '../core/rota/person.ts'
import { toUtcText } from '../core/time/minute.ts'
import { listDistrictsOfPerson } from '../data/district-store.ts'
import { type Erasure, listErasuresOfPerson } from '../data/erasure-store.ts'
import { listExemptionsOfDoctor } from '../data/exemption-store.ts'
import { listOwnData } from '../data/own-data-store.ts'
import type { Context } from './context.ts'
import { demandFresh } from './gate.ts'
import { limit } from './limit.ts'
import { done, type Result, refused } from './refusal.ts'
import { readGroundHistory } from './sealed-ground.ts'

export interface OwnDataValue {
  readonly data: OwnData
  /** Districts that were asked to forget one, or have. */
  readonly erasures: readonly Erasure[]
  readonly isDoctor: boolean
}

/** Everything that is kept of whoever is signed in, in all districts. */
export async function readOwnData(ctx: Context): Promise<Result<OwnDataValue>> {
  const isRefused = demandFresh(ctx)
  if (isRefused) return isRefused
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const { accountId, personId } = actor
  const [data, grounds, erasures] = await Promise.all([
    listOwnData(ctx.db, { accountId, personId: personId ?? '' }),
    personId === null ? [] : ownGrounds(ctx, personId),
    personId === null ? [] : listErasuresOfPerson(ctx.db, personId),
  ])
  return done({ data: { ...data, grounds }, erasures, isDoctor: personId !== null })
}

/** Files an hour (each takes all that is known of one). */
const MOST_FILES = 10

/** The same as a file: UTF-8 JSON, see docs/my-data.md. */
export async function ownDataFile(ctx: Context): Promise<Result<string>> {
  const isRefused = demandFresh(ctx)
  if (isRefused) return isRefused
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const isTooMany = await limit(ctx, {
    key: `own-data:${actor.accountId}`,
    most: MOST_FILES,
    perMinutes: 60,
  })
  if (isTooMany) return isTooMany
  const read = await readOwnData(ctx)
  if (read.kind === 'refused') return read
  const file = { format: 'legevaktplan-my-data', version: 1, madeAt: toUtcText(ctx.now), ...read.value.data }
  return done(`${JSON.stringify(file, null, 2)}\n`)
}

async function ownGrounds(ctx: Context, personId: PersonId): Promise<OwnRow[]> {
  const districtIds = await listDistrictsOfPerson(ctx.db, personId)
  const held = await Promise.all(
    districtIds.map(async (districtId) => {
      const exemptions = await listExemptionsOfDoctor(ctx.db, districtId, personId)
      return Promise.all(
        exemptions.map(async ({ exemption: { id, from, to } }) => {
          const entries = await readGroundHistory(ctx, { districtId, personId, exemptionId: id })
          return entries.map(({ ground, entered }) => ({
            from,
            ...(to === null ? {} : { to }),
            kind: ground.kind,
            detail: JSON.stringify(ground),
            ...(entered === null ? {} : { at: toUtcText(entered.at) }),
          }))
        }),
      )
    }),
  )
  return held.flat(2)
}
