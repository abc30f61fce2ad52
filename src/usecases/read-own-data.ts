import type { OwnData, OwnRow } from '../core/plans/own-data.ts'
import type { DistrictId, PersonId } from '../core/rota/person.ts'
import { toUtcText } from '../core/time/minute.ts'
import { toWall } from '../core/time/oslo.ts'
import { findDistrictHeads, listDistrictsOfPerson } from '../data/district-store.ts'
import { type Erasure, findErasureFacts, listErasuresOfPerson } from '../data/erasure-store.ts'
import { listExemptionsOfDoctor } from '../data/exemption-store.ts'
import { listReadableGrounds } from '../data/ground-reader-store.ts'
import { listOwnData } from '../data/own-data-store.ts'
import type { Context } from './context.ts'
import { obstaclesOf } from './erasure-reading.ts'
import { demandFresh } from './gate.ts'
import { limit } from './limit.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { readGroundHistory } from './sealed-ground.ts'

export interface OwnDataValue {
  readonly data: OwnData
  /** Districts that were asked to forget one, or have. */
  readonly erasures: readonly Erasure[]
  readonly isDoctor: boolean
  /** Each district that has not forgotten a doctor, and what stands in the way of that there. */
  readonly inTheWay: readonly DistrictObstacles[]
}

export interface DistrictObstacles {
  readonly districtId: DistrictId
  readonly districtName: string
  readonly obstacles: readonly FieldProblem[]
}

/** Everything that is kept of whoever is signed in, in all districts. */
export async function readOwnData(ctx: Context): Promise<Result<OwnDataValue>> {
  const isRefused = demandFresh(ctx)
  if (isRefused) return isRefused
  const { actor } = ctx
  if (actor.kind !== 'account') return refused({ kind: 'not-signed-in' })
  const { accountId, personId } = actor
  const [data, grounds, erasures, inTheWay] = await Promise.all([
    listOwnData(ctx.db, { accountId, personId: personId ?? '' }),
    personId === null ? [] : ownGrounds(ctx, personId, accountId),
    personId === null ? [] : listErasuresOfPerson(ctx.db, personId),
    personId === null ? [] : ownObstacles(ctx, personId),
  ])
  const forgotten = new Set(erasures.flatMap((one) => (one.doneAt === null ? [] : one.districtId)))
  const waiting = inTheWay.filter(({ districtId }) => !forgotten.has(districtId))
  return done({ data: { ...data, grounds }, erasures, isDoctor: personId !== null, inTheWay: waiting })
}

async function ownObstacles(ctx: Context, personId: PersonId): Promise<DistrictObstacles[]> {
  const clock = { now: ctx.now, today: toWall(ctx.now).date }
  const heads = await findDistrictHeads(ctx.db, await listDistrictsOfPerson(ctx.db, personId))
  return Promise.all(
    heads.map(async ({ id, name }) => {
      const facts = await findErasureFacts(ctx.db, { districtId: id, personId }, clock)
      return { districtId: id, districtName: name, obstacles: obstaclesOf(facts) }
    }),
  )
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

/** What this account was not let read is told of by its dates, and by the word for that. */
async function ownGrounds(ctx: Context, personId: PersonId, accountId: string): Promise<OwnRow[]> {
  const districtIds = await listDistrictsOfPerson(ctx.db, personId)
  const held = await Promise.all(
    districtIds.map(async (districtId) => {
      const [exemptions, readable] = await Promise.all([
        listExemptionsOfDoctor(ctx.db, districtId, personId),
        listReadableGrounds(ctx.db, districtId, personId, accountId),
      ])
      return Promise.all(
        exemptions.map(async ({ exemption: { id, from, to } }) => {
          const dates = { from, ...(to === null ? {} : { to }) }
          const entries = await readGroundHistory(ctx, { districtId, personId, exemptionId: id })
          if (!readable.has(id)) return entries.slice(-1).map(() => ({ ...dates, kind: 'withheld' }))
          return entries.map(({ ground, entered }) => ({
            ...dates,
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
