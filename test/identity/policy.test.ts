import { describe, expect, it } from 'vitest'
import {
  type Action,
  type Actor,
  belongsTo,
  type Membership,
  may,
  municipalitiesWhere,
  RIGHTS,
  type Role,
  type Scope,
} from '../../src/identity/policy.ts'
import { WELL_SIGNED_IN } from '../support/well-signed-in.ts'

const DISTRICT: Scope = { kind: 'district', id: 'fjord' }
const MUNICIPALITY: Scope = { kind: 'municipality', number: '4645' }
const INSTALLATION: Scope = { kind: 'installation' }
const SELF: Scope = { kind: 'person', id: 'person-1' }

const account = (memberships: readonly Membership[], personId: string | null = 'person-1'): Actor => ({
  kind: 'account',
  accountId: 'account-1',
  personId,
  memberships,
  sessionHash: 'hash',
  ...WELL_SIGNED_IN,
})

const membershipOf: Record<Role, Membership> = {
  coordinator: { scopeKind: 'district', scopeId: 'fjord', role: 'coordinator' },
  doctor: { scopeKind: 'district', scopeId: 'fjord', role: 'doctor' },
  'service-manager': { scopeKind: 'district', scopeId: 'fjord', role: 'service-manager' },
  'union-representative': { scopeKind: 'district', scopeId: 'fjord', role: 'union-representative' },
  'payroll-reader': { scopeKind: 'district', scopeId: 'fjord', role: 'payroll-reader' },
  'dispatch-centre': { scopeKind: 'district', scopeId: 'fjord', role: 'dispatch-centre' },
  'municipality-reader': { scopeKind: 'municipality', scopeId: '4645', role: 'municipality-reader' },
  'municipality-decider': { scopeKind: 'municipality', scopeId: '4645', role: 'municipality-decider' },
  'installation-administrator': {
    scopeKind: 'installation',
    scopeId: 'installation',
    role: 'installation-administrator',
  },
}

/** The policy in other words: for each action, who may. Written apart from the table it holds. */
const ALLOWED: Record<Action, readonly (Role | 'oneself' | 'job')[]> = {
  'read-rota': [
    'coordinator',
    'doctor',
    'service-manager',
    'union-representative',
    'payroll-reader',
    'dispatch-centre',
  ],
  'read-own-hours': ['doctor'],
  'read-hours': ['coordinator', 'service-manager', 'union-representative', 'payroll-reader'],
  'read-payroll': ['coordinator', 'payroll-reader'],
  'read-doctors': ['coordinator', 'service-manager'],
  'read-wishes': ['coordinator'],
  'enter-own-wishes': ['doctor'],
  'enter-wishes': ['coordinator'],
  'read-drafts': ['coordinator'],
  'edit-drafts': ['coordinator'],
  'circulate-drafts': ['coordinator'],
  'read-circulated-drafts': ['coordinator', 'doctor', 'service-manager', 'union-representative'],
  'comment-drafts': ['doctor', 'union-representative'],
  'settle-comments': ['coordinator'],
  'read-history': ['coordinator', 'service-manager'],
  'build-rota': ['coordinator'],
  'publish-rota': ['coordinator'],
  'amend-rota': ['coordinator'],
  'record-own-outcomes': ['doctor'],
  'record-outcomes': ['coordinator'],
  'close-periods': ['coordinator'],
  'correct-shares': ['coordinator'],
  'export-district': ['coordinator'],
  'erase-people': ['coordinator'],
  'replace-district': ['coordinator'],
  'create-district': ['installation-administrator'],
  'invite-people': ['coordinator', 'municipality-decider', 'installation-administrator'],
  'read-members': ['coordinator', 'municipality-decider', 'installation-administrator'],
  'manage-members': ['coordinator', 'municipality-decider', 'installation-administrator'],
  'read-audit': ['coordinator', 'municipality-decider', 'installation-administrator'],
  'manage-installation': ['installation-administrator'],
  'read-load-report': ['coordinator', 'service-manager', 'municipality-reader', 'municipality-decider'],
  'read-grounds': ['municipality-decider'],
  'decide-exemptions': ['municipality-decider'],
  'read-coming-rights': ['coordinator', 'municipality-reader', 'municipality-decider'],
  'change-availability': ['coordinator'],
  'claim-own-rights': ['oneself'],
  'read-own-duties': ['oneself'],
  'manage-own-feeds': ['oneself'],
  'run-builds': ['job'],
  'deliver-messages': ['job'],
  'read-undelivered': ['installation-administrator'],
  'read-agreement': [
    'coordinator',
    'doctor',
    'service-manager',
    'union-representative',
    'payroll-reader',
    'dispatch-centre',
    'municipality-reader',
    'municipality-decider',
  ],
  'change-agreement': ['coordinator'],
  'subscribe-district': [
    'coordinator',
    'doctor',
    'service-manager',
    'union-representative',
    'payroll-reader',
    'dispatch-centre',
  ],
  'subscribe-dispatch': ['coordinator', 'service-manager', 'dispatch-centre'],
  'read-duty-phones': ['coordinator', 'dispatch-centre'],
  'end-subscriptions': ['coordinator'],
  'read-notices': ['coordinator', 'service-manager'],
  'confirm-notices': ['coordinator'],
  sweep: ['job'],
  'claim-installation': ['job'],
}

const roles = Object.keys(membershipOf) as Role[]
const actions = Object.keys(ALLOWED) as Action[]
const scopes = [DISTRICT, MUNICIPALITY, INSTALLATION]

describe('the policy', () => {
  it.each(roles.flatMap((role) => actions.map((action) => [role, action] as const)))(
    '%s, %s: as the product says',
    (role, action) => {
      const actor = account([membershipOf[role]], null)
      expect(scopes.some((scope) => may(actor, action, scope))).toBe(ALLOWED[action].includes(role))
    },
  )

  it('knows no action that nobody may do, and none that the table here leaves out', () => {
    const named = new Set(Object.values(RIGHTS).flatMap((right) => right.actions))
    expect([...named].sort()).toEqual([...actions].sort())
  })

  it.each(roles)('%s has nothing in another district, municipality or installation scope', (role) => {
    const elsewhere: Scope[] = [
      { kind: 'district', id: 'by' },
      { kind: 'municipality', number: '0301' },
      { kind: 'district', id: '4645' },
      { kind: 'municipality', number: 'fjord' },
    ]
    const actor = account([membershipOf[role]], null)
    for (const scope of elsewhere) {
      expect(actions.filter((action) => may(actor, action, scope))).toEqual([])
      expect(belongsTo(actor, scope)).toBe(false)
    }
  })

  it.each(roles)('%s means nothing when it is granted in the wrong kind of scope', (role) => {
    const wrong: Membership[] = [
      { scopeKind: 'district', scopeId: 'fjord', role },
      { scopeKind: 'municipality', scopeId: '4645', role },
      { scopeKind: 'installation', scopeId: 'installation', role },
    ]
    const actor = account(
      wrong.filter(({ scopeKind }) => scopeKind !== membershipOf[role].scopeKind),
      null,
    )
    expect(actions.filter((action) => scopes.some((scope) => may(actor, action, scope)))).toEqual([])
    expect(scopes.some((scope) => belongsTo(actor, scope))).toBe(false)
  })

  it('lets a person act for themselves and nobody else, whatever their roles', () => {
    const actor = account(Object.values(membershipOf))
    expect(may(actor, 'read-own-duties', SELF)).toBe(true)
    expect(may(actor, 'manage-own-feeds', SELF)).toBe(true)
    expect(may(actor, 'claim-own-rights', SELF)).toBe(true)
    expect(actions.filter((action) => may(actor, action, { kind: 'person', id: 'person-2' }))).toEqual([])
    const withoutPerson = account(Object.values(membershipOf), null)
    expect(actions.filter((action) => may(withoutPerson, action, SELF))).toEqual([])
  })

  it('gives nobody nothing', () => {
    const nobody: Actor = { kind: 'nobody' }
    expect(actions.filter((action) => [...scopes, SELF].some((scope) => may(nobody, action, scope)))).toEqual(
      [],
    )
  })

  it('lets a job run builds, deliver messages, sweep and offer an unclaimed installation, and read no district', () => {
    const job: Actor = { kind: 'job', name: 'build' }
    const allowed = actions.filter((action) => [...scopes, SELF].some((scope) => may(job, action, scope)))
    expect(allowed).toEqual(['run-builds', 'deliver-messages', 'sweep', 'claim-installation'])
  })

  it('lists the municipalities for which an actor may do something', () => {
    const actor = account([
      membershipOf.coordinator,
      { scopeKind: 'district', scopeId: 'by', role: 'doctor' },
      { scopeKind: 'district', scopeId: 'by', role: 'dispatch-centre' },
      membershipOf['municipality-reader'],
    ])
    expect(municipalitiesWhere(actor, 'read-load-report')).toEqual(['4645'])
    expect(municipalitiesWhere(actor, 'decide-exemptions')).toEqual([])
  })
})
