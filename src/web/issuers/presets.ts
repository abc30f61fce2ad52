import type { IssuerKind, SaveIssuerInput } from '../../usecases/save-issuer.ts'

/** What the form holds. */
export type IssuerValues = Omit<SaveIssuerInput, 'id'>

type Preset = Pick<IssuerValues, 'name' | 'url' | 'scope' | 'acrValues' | 'strongAcr'>

/** What is usual with each kind, by its own documentation as read in November 2026; docs/providers.md says what has been tried. */
const PRESETS: Readonly<Record<IssuerKind, Preset>> = {
  ansattporten: {
    name: 'Ansattporten',
    url: 'https://ansattporten.no',
    scope: 'openid',
    acrValues: 'substantial',
    strongAcr: 'substantial high',
  },
  'id-porten': {
    name: 'ID-porten',
    url: 'https://idporten.no',
    scope: 'openid',
    acrValues: 'idporten-loa-substantial',
    strongAcr: 'idporten-loa-substantial idporten-loa-high',
  },
  helseid: {
    name: 'HelseID',
    url: 'https://helseid-sts.nhn.no',
    scope: 'openid helseid://scopes/identity/security_level',
    acrValues: '',
    strongAcr: '4',
  },
  'entra-id': { name: '', url: '', scope: 'openid', acrValues: 'c1', strongAcr: 'c1' },
  other: { name: '', url: 'https://', scope: 'openid', acrValues: '', strongAcr: '' },
}

export function presetOf(kind: IssuerKind): IssuerValues {
  return { kind, tenant: '', clientId: '', isOpen: false, ...PRESETS[kind] }
}
