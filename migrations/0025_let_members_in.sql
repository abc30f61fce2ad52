-- Who has which role is given, taken, given back and shown on pages of its own, and an installation knows since when nobody
-- has looked after it.

-- An invitation to somebody who has the role already, and whose ways in were taken away: it opens this account and gives nothing.
ALTER TABLE invitation ADD COLUMN account_id TEXT REFERENCES account (id);
-- By the right of the installation's administrator alone: it opens nothing once somebody else leads what it is for.
ALTER TABLE invitation ADD COLUMN by_installation INTEGER NOT NULL DEFAULT 0 CHECK (by_installation IN (0, 1));
CREATE INDEX invitation_by_account ON invitation (account_id);
CREATE INDEX invitation_by_inviter ON invitation (invited_by);

-- When somebody last signed in: sessions are forgotten once they end.
ALTER TABLE account ADD COLUMN signed_in_at TEXT;

-- A role that was taken away, as it was, so that it can be given back.
CREATE TABLE ended_membership (
  account_id TEXT NOT NULL REFERENCES account (id),
  scope_kind TEXT NOT NULL CHECK (scope_kind IN ('district', 'municipality', 'installation')),
  scope_id TEXT NOT NULL,
  role TEXT NOT NULL,
  ended_by TEXT NOT NULL,
  ended_at TEXT NOT NULL,
  PRIMARY KEY (account_id, scope_kind, scope_id, role)
) STRICT;
CREATE INDEX ended_membership_by_scope ON ended_membership (scope_kind, scope_id, ended_at);

-- Since when the installation stands. One that stood before this is as new as this migration.
CREATE TABLE installation (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  began_at TEXT NOT NULL
) STRICT;
INSERT INTO installation (id, began_at) VALUES (1, strftime('%Y-%m-%dT%H:%MZ', 'now'));
