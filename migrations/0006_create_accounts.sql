-- Who may sign in, and as what. Secrets (links, sessions, invitations) are stored as SHA-256 only and found by it.
-- An account may stand for a person; what it may do follows from its memberships alone.

CREATE TABLE account (
  id TEXT NOT NULL PRIMARY KEY,
  -- Lower case, trimmed; NULL until the person has told an address.
  email TEXT UNIQUE,
  person_id TEXT UNIQUE REFERENCES person (id),
  status TEXT NOT NULL CHECK (status IN ('active', 'disabled')),
  created_at TEXT NOT NULL
) STRICT;

-- Keyed by issuer and subject, never by e-mail.
CREATE TABLE identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id),
  linked_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_by_account ON identity (account_id);

CREATE TABLE passkey (
  credential_id TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  public_key TEXT NOT NULL,
  sign_count INTEGER NOT NULL,
  transports TEXT NOT NULL CHECK (json_valid(transports)),
  label TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_used_at TEXT
) STRICT;
CREATE INDEX passkey_by_account ON passkey (account_id);

CREATE TABLE membership (
  account_id TEXT NOT NULL REFERENCES account (id),
  scope_kind TEXT NOT NULL CHECK (scope_kind IN ('district', 'municipality', 'installation')),
  -- District id, municipality number, or 'installation'.
  scope_id TEXT NOT NULL CHECK (scope_kind <> 'installation' OR scope_id = 'installation'),
  role TEXT NOT NULL,
  granted_by TEXT NOT NULL,
  granted_at TEXT NOT NULL,
  district_id TEXT GENERATED ALWAYS AS (CASE scope_kind WHEN 'district' THEN scope_id END) VIRTUAL
    REFERENCES district (id),
  municipality_number TEXT GENERATED ALWAYS AS (CASE scope_kind WHEN 'municipality' THEN scope_id END) VIRTUAL
    REFERENCES municipality (number),
  PRIMARY KEY (account_id, scope_kind, scope_id, role)
) STRICT;
CREATE INDEX membership_by_scope ON membership (scope_kind, scope_id, role);
CREATE INDEX membership_by_district ON membership (district_id);
CREATE INDEX membership_by_municipality ON membership (municipality_number);

CREATE TABLE login_link (
  hash TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  purpose TEXT NOT NULL,
  -- The browser that asked, when the link is bound to one.
  browser_hash TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX login_link_by_account ON login_link (account_id, created_at);

CREATE TABLE session (
  hash TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  auth_method TEXT NOT NULL,
  -- Authentication context class, as an identity provider states it.
  acr TEXT,
  authenticated_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  idle_expires_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_account ON session (account_id);
CREATE INDEX session_by_expiry ON session (expires_at);

CREATE TABLE invitation (
  hash TEXT NOT NULL PRIMARY KEY,
  email TEXT,
  person_id TEXT REFERENCES person (id),
  scope_kind TEXT NOT NULL CHECK (scope_kind IN ('district', 'municipality', 'installation')),
  scope_id TEXT NOT NULL,
  role TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  accepted_by TEXT REFERENCES account (id),
  accepted_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_by_scope ON invitation (scope_kind, scope_id, created_at);
CREATE INDEX invitation_by_person ON invitation (person_id);
