-- Why somebody is exempt may be health (GDPR art. 9), so whoever reads the database alone must not read it: all of an entry that
-- tells why, what is told of it and by whom is one text, sealed under a key of the municipality that decides. Which key says
-- whose doctor it is, which the contract says anyhow. What stands today is moved as plain JSON, since a migration has no keys;
-- the first night after it, or the first start on Node, seals it, and nothing plain enters any more.

CREATE TABLE exemption_ground_sealed (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  exemption_id TEXT NOT NULL,
  entry INTEGER NOT NULL,
  -- Number of the municipality whose key it is, 'none' for a doctor without one; NULL: plain.
  sealed_for TEXT,
  key_id TEXT CHECK ((key_id IS NULL) = (sealed_for IS NULL)),
  text TEXT NOT NULL CHECK (
    CASE WHEN key_id IS NULL THEN json_valid(text) ELSE substr(text, 1, length(key_id) + 4) = 'v1.' || key_id || '.' END),
  PRIMARY KEY (district_id, person_id, exemption_id, entry),
  FOREIGN KEY (district_id, person_id, exemption_id)
    REFERENCES exemption (district_id, person_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO exemption_ground_sealed
SELECT district_id, person_id, exemption_id, entry, NULL, NULL, json_object(
  'ground', CASE kind
    WHEN 'right' THEN json_object('kind', kind, 'right', claimed_right, 'claimedOn', claimed_on, 'withdrawnOn', withdrawn_on)
    WHEN 'discretionary' THEN json_object(
      'kind', kind, 'reason', reason, 'decidedBy', decided_by, 'decidedOn', decided_on, 'appeal', appeal)
    WHEN 'contract-term' THEN json_object('kind', kind, 'engagementId', engagement_id)
    ELSE json_object('kind', kind) END,
  'entered', CASE WHEN entered_by IS NULL THEN NULL ELSE json_object('by', entered_by, 'at', entered_at) END)
FROM exemption_ground;

DROP TABLE exemption_ground;
ALTER TABLE exemption_ground_sealed RENAME TO exemption_ground;

CREATE INDEX exemption_ground_by_key ON exemption_ground (sealed_for, key_id);

CREATE TRIGGER exemption_ground_is_appended BEFORE INSERT ON exemption_ground
WHEN NEW.key_id IS NULL OR NEW.entry <> 1 + coalesce((
  SELECT max(entry) FROM exemption_ground
  WHERE district_id = NEW.district_id AND person_id = NEW.person_id AND exemption_id = NEW.exemption_id), 0)
BEGIN
  SELECT RAISE(ABORT, 'a ground is sealed and appended, never replaced');
END;

-- The same text under another key is all that may follow: for that the key must be another, and of the same municipality.
CREATE TRIGGER exemption_ground_never_changes BEFORE UPDATE ON exemption_ground
WHEN NEW.district_id <> OLD.district_id OR NEW.person_id <> OLD.person_id OR NEW.exemption_id <> OLD.exemption_id
  OR NEW.entry <> OLD.entry OR NEW.key_id IS NULL OR NEW.key_id IS OLD.key_id
  OR (OLD.sealed_for IS NOT NULL AND NEW.sealed_for IS NOT OLD.sealed_for)
BEGIN
  SELECT RAISE(ABORT, 'a ground never changes');
END;

-- The log is read by who did it and by when, the latest first.
CREATE INDEX audit_by_actor ON audit (district_id, actor, seq);
