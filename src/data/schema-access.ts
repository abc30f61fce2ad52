import type { Language } from '../core/rota/district.ts'
import type { FeedChoice } from '../core/rota/feed-choice.ts'
import type { Stamp } from '../core/time/stamp.ts'
import type { Json } from './schema-district.ts'
import type { Instant } from './schema-rota.ts'

export type ScopeKind = 'district' | 'municipality' | 'installation'

export type Role =
  | 'coordinator'
  | 'doctor'
  | 'service-manager'
  | 'union-representative'
  | 'payroll-reader'
  | 'dispatch-centre'
  | 'municipality-reader'
  | 'municipality-decider'
  | 'installation-administrator'

/** How many factors a session was signed in to with: one, as a mailed link, or two, as a passkey. */
export type Strength = 'single' | 'strong'

interface ScopeColumns {
  scope_kind: ScopeKind
  scope_id: string
  role: Role
}

/** Tables of migrations 0006–0008: accounts, feeds, audit and outbox. */
export interface AccessTables {
  account: {
    id: string
    email: string | null
    person_id: string | null
    status: 'active' | 'disabled'
    created_at: Instant
    language: Language | null
    signed_in_at: Instant | null
  }
  identity: { issuer: string; subject: string; account_id: string; linked_at: Instant }
  passkey: {
    credential_id: string
    account_id: string
    public_key: string
    sign_count: number
    transports: Json
    label: string
    created_at: Instant
    last_used_at: Instant | null
  }
  membership: ScopeColumns & { account_id: string; granted_by: string; granted_at: Instant }
  login_link: {
    hash: string
    account_id: string
    purpose: string
    browser_hash: string | null
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
    code_hash: string | null
    tries: number
    email: string | null
  }
  session: {
    hash: string
    account_id: string
    auth_method: string
    acr: string | null
    authenticated_at: Instant
    created_at: Instant
    last_seen_at: Instant
    idle_expires_at: Instant
    expires_at: Instant
    strength: Strength
    client: string
  }
  challenge: {
    hash: string
    purpose: 'register' | 'sign-in' | 'confirm'
    account_id: string | null
    browser_hash: string
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
  issuer: {
    id: string
    name: string
    kind: 'ansattporten' | 'id-porten' | 'helseid' | 'entra-id' | 'other'
    url: string
    client_id: string
    scope: string
    acr_values: string
    strong_acr: Json
    tenant: string | null
    is_open: 0 | 1
    ordinal: number
  }
  provider_attempt: {
    state_hash: string
    issuer_id: string
    browser_hash: string
    purpose: 'sign-in' | 'link' | 'confirm'
    account_id: string | null
    invitation_hash: string | null
    nonce: string
    verifier: string
    created_at: Instant
    expires_at: Instant
    used_at: Instant | null
  }
  rate_count: { key: string; window_start: Instant; count: number }
  held_form: {
    hash: string
    account_id: string
    sealed: string
    created_at: Instant
    expires_at: Instant
  }
  invitation: ScopeColumns & {
    hash: string
    email: string | null
    person_id: string | null
    invited_by: string
    created_at: Instant
    expires_at: Instant
    accepted_by: string | null
    accepted_at: Instant | null
    account_id: string | null
    by_installation: 0 | 1
  }
  ended_membership: ScopeColumns & { account_id: string; ended_by: string; ended_at: Instant }
  installation: { id: 1; began_at: Instant }
  report_opening: {
    district_id: string
    municipality: string
    from_date: string
    to_date: string
    account_id: string
    date: string
    at: Instant
    role: Role
  }
  erasure: {
    district_id: string
    person_id: string
    asked_at: Instant | null
    stage: 'asked' | 'under-way' | 'done'
    name: string | null
    initials: string | null
    done_at: Instant | null
    done_by: string | null
  }

  feed_link: {
    id: string
    hash: string
    account_id: string
    kind: FeedChoice['kind']
    person_id: string | null
    district_id: string | null
    label: string
    options: Json
    version: number
    stamp: Stamp
    text_stamp: Stamp
    alarm_stamp: Stamp
    busy_stamp: Stamp
    created_at: Instant
    revoked_at: Instant | null
    last_fetched_at: Instant | null
    last_client: string | null
    last_validator: string | null
    last_etag: string | null
  }
  change_clock: { id: 1; at: Stamp }
  feed_version: { person_id: string; version: number; stamp: Stamp }
  district_feed_version: { district_id: string; version: number; stamp: Stamp }
  feed_body: { key: string; state: string; parts: number; rendered_at: Instant }
  feed_body_part: { key: string; ordinal: number; text: string }
  name_change: {
    district_id: string
    person_id: string
    what: 'name' | 'initials' | 'policy'
    stamp: Stamp
  }
  departure: { district_id: string; person_id: string; at: Instant }
  change_notice: {
    district_id: string
    revision: number
    person_id: string
    at: Instant
    soonest_at: Instant
    latest_at: Instant
    is_urgent: 0 | 1
    seen_at: Instant | null
    seen_by: string | null
    seen_with: number | null
    rung_at: Instant | null
    rung_by: string | null
    rung_with: number | null
    /** Made by the database of the two. */
    acknowledged_at: Instant | null
    note: string
  }
  message_choice: { account_id: string; weekly_digest: 0 | 1 }

  audit: {
    district_id: string
    seq: number
    prev: string
    hash: string
    at: Instant
    actor: string
    session: string
    action: string
    subject_kind: string
    subject_id: string
    before: Json | null
    after: Json | null
    request_id: string
  }
  outbox: {
    id: string
    dedup_key: string
    district_id: string | null
    kind: string
    person_id: string | null
    account_id: string | null
    payload: Json
    created_at: Instant
    due_at: Instant
    status: 'waiting' | 'sent' | 'dead'
    attempts: number
    sent_at: Instant | null
    last_error: string | null
    channel: 'mail' | 'sms'
    claimed_until: string | null
  }
}
