-- Every change stores its audit row, and what people are to be told, in its own batch: all of it or nothing.
-- Each district has one chain: `hash` covers the row and the hash before it, so that a change in the past shows.
-- Rows hold ids, never names, and nothing of why somebody is exempt. district_id is 'installation' for what belongs to
-- no district; it points nowhere, since the log outlives what it tells of.

CREATE TABLE audit (
  district_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  prev TEXT NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  session TEXT NOT NULL,
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after)),
  request_id TEXT NOT NULL,
  PRIMARY KEY (district_id, seq),
  UNIQUE (district_id, prev)
) STRICT, WITHOUT ROWID;

-- UPDATE and DELETE triggers alone are not enough: OR REPLACE deletes without firing them. Only the next row may enter, so
-- none that stands can be replaced.
CREATE TRIGGER audit_is_appended BEFORE INSERT ON audit
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM audit WHERE district_id = NEW.district_id), 0)
  OR NEW.prev <> coalesce(
    (SELECT hash FROM audit WHERE district_id = NEW.district_id ORDER BY seq DESC LIMIT 1), '')
BEGIN
  SELECT RAISE(ABORT, 'audit-moved');
END;

CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit row never changes');
END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'an audit row is never deleted');
END;

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  -- The same message asked for twice is sent once.
  dedup_key TEXT NOT NULL UNIQUE,
  district_id TEXT,
  kind TEXT NOT NULL,
  person_id TEXT REFERENCES person (id),
  account_id TEXT REFERENCES account (id),
  payload TEXT NOT NULL CHECK (json_valid(payload)),
  created_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'sent', 'dead')),
  attempts INTEGER NOT NULL DEFAULT 0,
  sent_at TEXT,
  last_error TEXT
) STRICT;
CREATE INDEX outbox_by_due ON outbox (status, due_at);
CREATE INDEX outbox_by_person ON outbox (person_id);
