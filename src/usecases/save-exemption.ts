import type { Exemption, ExemptionGround, GroundedExemption } from '../core/rota/exemption.ts'
import type { MunicipalityNumber } from '../core/rota/person.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Write } from '../data/database.ts'
import { editionGuard } from '../data/edition.ts'
import { endExemptionWrites, exemptionWrites, type KeptBy } from '../data/exemption-store.ts'
import {
  accountOfDoctorGuard,
  groundReaderWrites,
  type SeenAccount,
  withdrawReopeningsElsewhereWrites,
} from '../data/ground-reader-store.ts'
import { groundGuard } from '../data/ground-store.ts'
import { openDatesGuard } from '../data/open-dates.ts'
import { outboxWrites } from '../data/outbox-store.ts'
import { planSnapshotWrites } from '../data/plan-snapshot-store.ts'
import { NO_MUNICIPALITY, type SealedFor } from '../identity/ground-key.ts'
import type { Context } from './context.ts'
import { availabilityMessages } from './district-messages.ts'
import { type DoctorKey, dutiesFrom, UNTOLD } from './exemption-reading.ts'
import { type Refused, refused } from './refusal.ts'
import { actorId, save } from './save.ts'
import { readGroundHistory, sealedGroundWrites } from './sealed-ground.ts'

/**
 * The log in which a change of an exemption stands. What a doctor or a municipality does stands in the municipality's own: in
 * the district's, who entered it would tell a claim from a decision.
 */
export function municipalityChain(number: MunicipalityNumber | undefined): string {
  // No district's id has a colon.
  return number === undefined ? INSTALLATION_CHAIN : `municipality:${number}`
}

/** The municipality that a ground stands with; undefined where nobody decides it, or it is not sealed yet. */
export function municipalityOf(standsWith: SealedFor | null): MunicipalityNumber | undefined {
  return standsWith === null || standsWith === NO_MUNICIPALITY ? undefined : standsWith
}

interface NewExemption extends DoctorKey {
  readonly planned: GroundedExemption
  readonly keptBy: KeptBy
  /** The edition of the district that the plan was made from. */
  readonly edition: number
  readonly chain: string
  /** Under whose key its ground is sealed; left out = the doctor has none that decides, or there is no ground. */
  readonly municipality?: MunicipalityNumber | undefined
  /** Published duties that it reaches, of which coordinators are told; left out = a coordinator did it. */
  readonly reached?: number
  /** The doctor's account that is let read the ground, beside one that claims for itself. */
  readonly readBy?: SeenAccount | undefined
}

/** Stores a new exemption with the doctor's plan as it stands from its first day on, whatever is changed after. */
export async function saveNewExemption(ctx: Context, input: NewExemption): Promise<Refused | undefined> {
  const { districtId, personId, planned, keptBy, edition, chain, reached = 0 } = input
  const { exemption, ground } = planned
  const [duties, messages, groundWrites] = await Promise.all([
    dutiesFrom(ctx, input, exemption.from),
    reached > 0 ? availabilityMessages(ctx, districtId, exemption.id) : [],
    ground.kind === 'untold' ? [] : toldWrites(ctx, keyOf(input, exemption), 1, ground, input.municipality),
  ])
  const writes = [
    ...editionGuard(districtId, edition),
    openDatesGuard(districtId, exemption.from),
    ...exemptionWrites(districtId, personId, { exemption, keptBy }),
    ...groundWrites,
    ...(ground.kind === 'untold' ? [] : readerWrites(ctx, keyOf(input, exemption), input.readBy)),
    ...withdrawReopeningsElsewhereWrites(personId),
    ...planSnapshotWrites(districtId, {
      subject: { kind: 'exemption', id: exemption.id },
      personId,
      at: ctx.now,
      assignments: duties.map(({ assignment }) => assignment),
    }),
    ...outboxWrites(messages),
  ]
  const change = { districtId: chain, action: 'enter-exemption', after: datesOf(input, exemption) }
  return save(ctx, { ...change, subjectKind: 'exemption', subjectId: exemption.id }, writes)
}

interface ChangedExemption extends DoctorKey {
  readonly seen: GroundedExemption
  readonly planned: GroundedExemption
  readonly chain: string
  /** Under whose key a new ground is sealed. */
  readonly municipality: MunicipalityNumber | undefined
  /** The doctor's account that is let read a ground that is told now. */
  readonly readBy?: SeenAccount | undefined
}

/** Stores other dates or another ground of an exemption; refused as stale when it has changed since `seen`. */
export async function saveChangedExemption(
  ctx: Context,
  input: ChangedExemption,
): Promise<Refused | undefined> {
  const { districtId, personId, seen, planned, chain } = input
  const key = keyOf(input, seen.exemption)
  const history = await readGroundHistory(ctx, key)
  const latest = history.at(-1)?.ground ?? UNTOLD
  if (!isSame(latest, seen.ground)) return refused({ kind: 'stale-revision' })
  const ground: Write[] = !isSame(planned.ground, seen.ground)
    ? [
        ...groundGuard(key, history.length),
        ...(await toldWrites(ctx, key, history.length + 1, planned.ground, input.municipality)),
        ...(history.length === 0
          ? [...readerWrites(ctx, key, input.readBy), ...withdrawReopeningsElsewhereWrites(personId)]
          : []),
      ]
    : []
  const { to } = planned.exemption
  const writes = [
    ...(to === null || to === seen.exemption.to ? [] : [openDatesGuard(districtId, to)]),
    ...endExemptionWrites(districtId, personId, seen.exemption, to),
    ...ground,
  ]
  const change = {
    districtId: chain,
    action: 'change-exemption',
    before: datesOf(input, seen.exemption),
    after: datesOf(input, planned.exemption),
  }
  return save(ctx, { ...change, subjectKind: 'exemption', subjectId: seen.exemption.id }, writes)
}

function keyOf({ districtId, personId }: DoctorKey, { id }: Exemption) {
  return { districtId, personId, exemptionId: id }
}

function isSame(a: ExemptionGround, b: ExemptionGround): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())
}

function toldWrites(
  ctx: Context,
  key: ReturnType<typeof keyOf>,
  entry: number,
  ground: ExemptionGround,
  municipality: MunicipalityNumber | undefined,
): Promise<Write[]> {
  const entered = { by: actorId(ctx), at: ctx.now }
  return sealedGroundWrites(ctx, key, entry, { ground, entered, sealedFor: municipality ?? NO_MUNICIPALITY })
}

/**
 * Who claims for themselves may read what they claimed. Else the account that the decider was shown may, and no other: between the page
 * and the press the district may have let somebody else in.
 */
function readerWrites(
  { actor }: Context,
  key: ReturnType<typeof keyOf>,
  readBy: SeenAccount | undefined,
): Write[] {
  if (actor.kind === 'account' && actor.personId === key.personId)
    return groundReaderWrites(key, actor.accountId)
  if (!readBy) return []
  return [accountOfDoctorGuard(key.personId, readBy), ...groundReaderWrites(key, readBy.accountId)]
}

/** All that the log says: whose, and from when to when. */
function datesOf({ districtId, personId }: DoctorKey, { from, to }: Exemption) {
  return { districtId, personId, from, to }
}
