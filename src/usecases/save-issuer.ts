import { INSTALLATION_CHAIN } from '../data/audit-store.ts'
import {
  changeIssuerWrites,
  findIssuer,
  type Issuer,
  type IssuerKind,
  issuerWrites,
  listIssuers,
} from '../data/issuer-store.ts'
import { isAskable } from '../identity/provider-address.ts'
import { isPlainLine } from '../text/plain-text.ts'
import type { Context } from './context.ts'
import { gateFresh } from './gate.ts'
import { done, type FieldProblem, type Result, refused } from './refusal.ts'
import { save } from './save.ts'

export type { IssuerKind }

/** What an administrator says of a provider. */
export interface SaveIssuerInput {
  /** Null adds one. */
  readonly id: string | null
  /** Of a new one; a known one keeps its own. */
  readonly kind: IssuerKind
  readonly url: string
  readonly tenant: string
  readonly name: string
  readonly clientId: string
  readonly scope: string
  readonly acrValues: string
  readonly strongAcr: string
  readonly isOpen: boolean
}

const MOST_CHARACTERS = 200
const TENANT = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Adds a provider, or changes one but for its address and tenant, under which people have been linked. */
export async function saveIssuer(
  ctx: Context,
  input: SaveIssuerInput,
): Promise<Result<{ readonly id: string }>> {
  const isRefused = gateFresh(ctx, 'manage-installation', { kind: 'installation' })
  if (isRefused) return isRefused
  const [known, all] = await Promise.all([
    input.id === null ? undefined : findIssuer(ctx.db, input.id),
    listIssuers(ctx.db),
  ])
  if (input.id !== null && !known) return refused({ kind: 'not-found' })
  const issuer = toIssuer(input, known, all)
  const problems = problemsIn(ctx, input, issuer, known === undefined)
  if (problems.length > 0) return refused({ kind: 'invalid', problems })
  const { id, url, isOpen, strongAcr } = issuer
  const failed = await save(
    ctx,
    {
      districtId: INSTALLATION_CHAIN,
      action: known ? 'change-issuer' : 'add-issuer',
      subjectKind: 'issuer',
      subjectId: id,
      before: known ? { isOpen: known.isOpen, strongAcr: known.strongAcr, clientId: known.clientId } : null,
      after: { url, isOpen, strongAcr, clientId: issuer.clientId },
    },
    known ? changeIssuerWrites(issuer) : issuerWrites(issuer),
  )
  return failed ?? done({ id })
}

function toIssuer(input: SaveIssuerInput, known: Issuer | undefined, all: readonly Issuer[]): Issuer {
  const tenant = input.tenant.trim().toLowerCase()
  const isEntra = input.kind === 'entra-id'
  const fixed = known ?? {
    id: freeId(input.kind, all),
    kind: input.kind,
    url: isEntra ? `https://login.microsoftonline.com/${tenant}/v2.0` : input.url.trim(),
    tenant: isEntra ? tenant : null,
    ordinal: Math.max(0, ...all.map(({ ordinal }) => ordinal)) + 1,
  }
  return {
    id: fixed.id,
    kind: fixed.kind,
    url: fixed.url,
    tenant: fixed.tenant,
    ordinal: fixed.ordinal,
    name: input.name.trim(),
    clientId: input.clientId.trim(),
    scope: wordsOf(input.scope).join(' '),
    acrValues: wordsOf(input.acrValues).join(' '),
    strongAcr: wordsOf(input.strongAcr),
    isOpen: input.isOpen,
  }
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}

/** Its kind, with a number where that is taken. */
function freeId(kind: IssuerKind, all: readonly Issuer[]): string {
  const isFree = (id: string) => all.every((issuer) => issuer.id !== id)
  for (let number = 1; ; number++) {
    const id = number === 1 ? kind : `${kind}-${number}`
    if (isFree(id)) return id
  }
}

function problemsIn(ctx: Context, input: SaveIssuerInput, issuer: Issuer, isNew: boolean): FieldProblem[] {
  const texts = {
    name: issuer.name,
    clientId: issuer.clientId,
    scope: issuer.scope,
    acrValues: issuer.acrValues,
  }
  const problems = Object.entries({ ...texts, strongAcr: input.strongAcr, url: issuer.url }).flatMap(
    ([field, value]): FieldProblem[] => {
      if (!isPlainLine(value)) return [{ field, code: 'hidden-character', value }]
      return value.length > MOST_CHARACTERS ? [{ field, code: 'too-long', value }] : []
    },
  )
  const say = (field: string, code: FieldProblem['code'], value = '') => problems.push({ field, code, value })
  if (issuer.name === '') say('name', 'missing')
  if (issuer.clientId === '') say('clientId', 'missing')
  const isScopeRead = problems.every(({ field }) => field !== 'scope')
  if (isScopeRead && !issuer.scope.split(' ').includes('openid')) say('scope', 'no-openid', issuer.scope)
  if (isNew && issuer.kind === 'entra-id' && !TENANT.test(issuer.tenant ?? ''))
    say('tenant', 'not-a-tenant', input.tenant)
  else if (isNew && !isIssuerAddress(ctx, issuer.url)) say('url', 'not-a-provider', input.url)
  if (issuer.isOpen && (ctx.providerKeys ?? []).length === 0) say('isOpen', 'no-provider-key')
  return problems
}

/** OpenID Connect Discovery 1.0 §3: without query, so that its metadata is found below it. */
function isIssuerAddress({ mode }: Context, url: string): boolean {
  return isAskable(url, mode) && new URL(url).search === ''
}
