import { compiler, type Database, readAll, type Write } from './database.ts'
import { fromJson, toJson } from './rows.ts'
import type { AccessTables } from './schema-access.ts'

export type IssuerKind = AccessTables['issuer']['kind']

/** An OpenID Connect provider that the installation trusts to tell who somebody is. */
export interface Issuer {
  /** Its word in addresses. */
  readonly id: string
  readonly name: string
  readonly kind: IssuerKind
  /** Issuer identifier, exactly as its metadata and tokens have it: identities are kept under it. */
  readonly url: string
  readonly clientId: string
  readonly scope: string
  /** Levels to ask for, separated by spaces; '' asks for none. */
  readonly acrValues: string
  /** Levels that count as two factors; none: no session by it is strong. */
  readonly strongAcr: readonly string[]
  /** Of Entra ID: whose people may sign in; null for every other kind. */
  readonly tenant: string | null
  readonly isOpen: boolean
  readonly ordinal: number
}

/** In the order that they are offered, closed ones too. */
export async function listIssuers(db: Database): Promise<Issuer[]> {
  const query = compiler.selectFrom('issuer').selectAll().orderBy('ordinal').orderBy('id')
  const [rows] = await readAll(db, [query])
  return rows.map(toIssuer)
}

export async function findIssuer(db: Database, id: string): Promise<Issuer | undefined> {
  const [rows] = await readAll(db, [compiler.selectFrom('issuer').selectAll().where('id', '=', id)])
  return rows.map(toIssuer)[0]
}

/** A new issuer; an address that another has is refused as `duplicate`. */
export function issuerWrites(issuer: Issuer): Write[] {
  return [compiler.insertInto('issuer').values(toRow(issuer)).compile()]
}

/** What may be changed of one: never its address, kind or tenant, under which people have been linked. */
export function changeIssuerWrites(issuer: Issuer): Write[] {
  const { name, client_id, scope, acr_values, strong_acr, is_open } = toRow(issuer)
  const set = { name, client_id, scope, acr_values, strong_acr, is_open }
  return [compiler.updateTable('issuer').set(set).where('id', '=', issuer.id).compile()]
}

function toRow(issuer: Issuer): AccessTables['issuer'] {
  return {
    id: issuer.id,
    name: issuer.name,
    kind: issuer.kind,
    url: issuer.url,
    client_id: issuer.clientId,
    scope: issuer.scope,
    acr_values: issuer.acrValues,
    strong_acr: toJson(issuer.strongAcr),
    tenant: issuer.tenant,
    is_open: issuer.isOpen ? 1 : 0,
    ordinal: issuer.ordinal,
  }
}

export function toIssuer(row: AccessTables['issuer']): Issuer {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    url: row.url,
    clientId: row.client_id,
    scope: row.scope,
    acrValues: row.acr_values,
    strongAcr: fromJson<string[]>(row.strong_acr),
    tenant: row.tenant,
    isOpen: row.is_open === 1,
    ordinal: row.ordinal,
  }
}
