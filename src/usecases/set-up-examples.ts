import type { District } from '../core/rota/district.ts'
import {
  accountWrites,
  findAccountByEmail,
  membershipWrites,
  type StoredMembership,
} from '../data/account-store.ts'
import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import type { Write } from '../data/database.ts'
import { districtWrites, listDistricts } from '../data/district-store.ts'
import { loginLinkWrites } from '../data/login-link-store.ts'
import { parseDistrictFile } from '../exchange/district-file.ts'
import { newLink } from '../identity/one-time-link.ts'
import { accountOf } from '../identity/sign-in.ts'
import type { Context } from './context.ts'
import { done, type Refused, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export interface SetUpExamplesInput {
  /** Parsed JSON of district files; stored when the installation holds no district. */
  readonly districts: readonly unknown[]
}

/** Addresses of the accounts that the examples come with; each can ask for a link of its own. */
export const EXAMPLE_EMAILS = {
  coordinator: 'coordinator@example.test',
  municipality: 'municipality@example.test',
  decider: 'decider@example.test',
  doctor: 'doctor@example.test',
  dispatch: 'dispatch@example.test',
} as const

/** In development only: example districts, an account for each role, and a fresh sign-in link to the coordinator's. */
export async function setUpExamples(
  ctx: Context,
  input: SetUpExamplesInput,
): Promise<Result<{ readonly signInPath: string }>> {
  // To everybody else this door is not there: it asks no policy, since nobody has an account yet.
  if (ctx.mode !== 'development') return refused({ kind: 'not-found' })
  const isEmpty = (await listDistricts(ctx.db)).length === 0
  const failed = isEmpty ? await storeExamples(ctx, input.districts) : undefined
  if (failed) return failed
  const known = await findAccountByEmail(ctx.db, EXAMPLE_EMAILS.coordinator)
  const accountId = known?.id ?? ctx.newId()
  const token = ctx.newSecret()
  const link = newLink(await ctx.hash(token), accountId, 'printed', ctx.now)
  const account = accountOf(accountId, null, EXAMPLE_EMAILS.coordinator, ctx.now)
  const writes = [...(known ? [] : accountWrites(account)), ...loginLinkWrites(link)]
  const change = { action: 'print-sign-in-link', subjectKind: 'account', subjectId: accountId }
  const notSaved = await save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, writes)
  return notSaved ?? done({ signInPath: `/sign-in/${token}` })
}

async function storeExamples(ctx: Context, files: readonly unknown[]): Promise<Refused | undefined> {
  const districts: District[] = []
  for (const file of files) {
    const parsed = parseDistrictFile(JSON.stringify(file))
    if (parsed.kind === 'refused') return refused({ kind: 'file-refused', problems: parsed.problems })
    districts.push(parsed.file.district)
  }
  for (const district of districts) {
    const change = { districtId: district.id, action: 'create-district', subjectKind: 'district' }
    const failed = await save(ctx, { ...change, subjectId: district.id }, districtWrites(district, ctx.now))
    if (failed) return failed
  }
  const change = { action: 'set-up-examples', subjectKind: 'installation', subjectId: INSTALLATION_CHAIN }
  return save(ctx, { districtId: INSTALLATION_CHAIN, ...change }, exampleAccounts(ctx, districts))
}

/**
 * A coordinator of all districts who also reads one municipality's report, a reader and a decider of that municipality alone, one
 * doctor, and the dispatch centre of the doctor's district.
 */
function exampleAccounts(ctx: Context, districts: readonly District[]): Write[] {
  const largestShared = districts.find(({ municipalities }) => municipalities.length > 1) ?? districts[0]
  const municipality = largestShared?.municipalities[0]?.number
  const doctor = largestShared?.doctors[0]?.personId
  const reads: StoredMembership[] =
    municipality === undefined
      ? []
      : [{ scopeKind: 'municipality', scopeId: municipality, role: 'municipality-reader' }]
  const coordinates = districts.map(
    ({ id }): StoredMembership => ({ scopeKind: 'district', scopeId: id, role: 'coordinator' }),
  )
  const administers: StoredMembership = {
    scopeKind: 'installation',
    scopeId: 'installation',
    role: 'installation-administrator',
  }
  return [
    ...newAccount(ctx, EXAMPLE_EMAILS.coordinator, null, [...coordinates, ...reads, administers]),
    ...newAccount(ctx, EXAMPLE_EMAILS.municipality, null, reads),
    ...newAccount(
      ctx,
      EXAMPLE_EMAILS.decider,
      null,
      reads.map((own) => ({ ...own, role: 'municipality-decider' })),
    ),
    ...(largestShared && doctor !== undefined
      ? newAccount(ctx, EXAMPLE_EMAILS.doctor, doctor, [
          { scopeKind: 'district', scopeId: largestShared.id, role: 'doctor' },
        ])
      : []),
    ...(largestShared
      ? newAccount(ctx, EXAMPLE_EMAILS.dispatch, null, [
          { scopeKind: 'district', scopeId: largestShared.id, role: 'dispatch-centre' },
        ])
      : []),
  ]
}

function newAccount(
  ctx: Context,
  email: string,
  personId: string | null,
  memberships: readonly StoredMembership[],
): Write[] {
  const id = ctx.newId()
  return [
    ...accountWrites(accountOf(id, personId, email, ctx.now)),
    ...memberships.flatMap((membership) => membershipWrites(id, membership, 'set-up-examples', ctx.now)),
  ]
}
