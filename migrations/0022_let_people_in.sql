-- What ways in need beyond an account and its links: how strongly a session was signed in to, which browser asked for a link,
-- what passkeys and identity providers answer, how often somebody tried, and forms that were sent after a session had ended.
-- Secrets are stored as SHA-256 only, as before; what was begun before these columns counts as the weaker.

-- single: one factor, as a mailed link. strong: two, as a passkey with user verification, or a provider's high level.
ALTER TABLE session ADD COLUMN strength TEXT NOT NULL DEFAULT 'single' CHECK (strength IN ('single', 'strong'));
-- Family of browser and system, as the list of one's own sessions names it; never the whole user agent.
ALTER TABLE session ADD COLUMN client TEXT NOT NULL DEFAULT '';

-- Of the six digits that a link shows in another browser than the one that asked, and how often wrong ones were typed there.
ALTER TABLE login_link ADD COLUMN code_hash TEXT;
ALTER TABLE login_link ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
CREATE INDEX login_link_by_browser ON login_link (browser_hash);
CREATE INDEX login_link_by_expiry ON login_link (expires_at);

-- What a passkey must sign, once. account_id NULL: nobody is signed in, and the passkey tells who it is.
CREATE TABLE challenge (
  hash TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('register', 'sign-in', 'confirm')),
  account_id TEXT REFERENCES account (id),
  browser_hash TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX challenge_by_expiry ON challenge (expires_at);

-- An OpenID Connect provider that the installation trusts. id: its word in addresses. strong_acr: the levels that count as two
-- factors, as JSON; none: no session by it is strong. tenant: of Entra ID, pinned.
CREATE TABLE issuer (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('ansattporten', 'id-porten', 'helseid', 'entra-id', 'other')),
  url TEXT NOT NULL UNIQUE,
  client_id TEXT NOT NULL,
  scope TEXT NOT NULL,
  acr_values TEXT NOT NULL DEFAULT '',
  strong_acr TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(strong_acr)),
  tenant TEXT CHECK ((kind = 'entra-id') = (tenant IS NOT NULL)),
  is_open INTEGER NOT NULL DEFAULT 1 CHECK (is_open IN (0, 1)),
  ordinal INTEGER NOT NULL
) STRICT;

-- A sign-in that a provider has not answered yet. account_id: whose session asked to be linked or confirmed.
CREATE TABLE provider_attempt (
  state_hash TEXT NOT NULL PRIMARY KEY,
  issuer_id TEXT NOT NULL REFERENCES issuer (id),
  browser_hash TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('sign-in', 'link', 'confirm')),
  account_id TEXT REFERENCES account (id),
  invitation_hash TEXT,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX provider_attempt_by_expiry ON provider_attempt (expires_at);

-- Counts within one window each, for limits that must be exact. `key` names what is limited and for whom, by a hash; a window
-- begins with the first try after the one before it has ended.
CREATE TABLE rate_count (
  key TEXT NOT NULL PRIMARY KEY,
  window_start TEXT NOT NULL,
  count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rate_count_by_window ON rate_count (window_start);

-- A form that was sent when its session had ended by idleness, or must be confirmed first. Sealed with a key that only the
-- browser's cookie has, and given back to the same account alone.
CREATE TABLE held_form (
  hash TEXT NOT NULL PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  sealed TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX held_form_by_expiry ON held_form (expires_at);
CREATE INDEX held_form_by_account ON held_form (account_id);
