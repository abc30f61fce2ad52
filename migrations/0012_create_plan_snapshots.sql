-- The duties that a doctor had when an exemption or a leave was entered: pay may follow the plan as it stood. An assignment
-- never changes otherwise than by ending, so its id says all of it. Nothing here tells why somebody is away.

CREATE TABLE plan_snapshot (
  district_id TEXT NOT NULL,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('exemption', 'absence')),
  -- The exemption or absence, which may itself be gone from the district since.
  subject_id TEXT NOT NULL,
  entry INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  -- Rows of plan_snapshot_duty, so that none can be added later.
  duties INTEGER NOT NULL,
  PRIMARY KEY (district_id, subject_kind, subject_id, entry),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_snapshot_by_doctor ON plan_snapshot (district_id, person_id);

CREATE TABLE plan_snapshot_duty (
  district_id TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  entry INTEGER NOT NULL,
  ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
  assignment_id TEXT NOT NULL,
  PRIMARY KEY (district_id, subject_kind, subject_id, entry, ordinal),
  FOREIGN KEY (district_id, subject_kind, subject_id, entry)
    REFERENCES plan_snapshot (district_id, subject_kind, subject_id, entry),
  FOREIGN KEY (district_id, assignment_id) REFERENCES assignment (district_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER plan_snapshot_is_appended BEFORE INSERT ON plan_snapshot
WHEN NEW.entry <> 1 + coalesce((
  SELECT max(entry) FROM plan_snapshot
  WHERE district_id = NEW.district_id AND subject_kind = NEW.subject_kind AND subject_id = NEW.subject_id), 0)
BEGIN
  SELECT RAISE(ABORT, 'a snapshot of a plan is appended, never replaced');
END;

CREATE TRIGGER plan_snapshot_never_changes BEFORE UPDATE ON plan_snapshot
BEGIN
  SELECT RAISE(ABORT, 'a snapshot of a plan never changes');
END;

CREATE TRIGGER plan_snapshot_is_never_deleted BEFORE DELETE ON plan_snapshot
BEGIN
  SELECT RAISE(ABORT, 'a snapshot of a plan is never deleted');
END;

CREATE TRIGGER plan_snapshot_duty_is_appended BEFORE INSERT ON plan_snapshot_duty
WHEN NEW.ordinal >= (
    SELECT duties FROM plan_snapshot
    WHERE district_id = NEW.district_id AND subject_kind = NEW.subject_kind AND subject_id = NEW.subject_id
      AND entry = NEW.entry)
  OR EXISTS (
    SELECT 1 FROM plan_snapshot_duty
    WHERE district_id = NEW.district_id AND subject_kind = NEW.subject_kind AND subject_id = NEW.subject_id
      AND entry = NEW.entry AND ordinal = NEW.ordinal)
BEGIN
  SELECT RAISE(ABORT, 'a snapshot of a plan never changes');
END;

CREATE TRIGGER plan_snapshot_duty_never_changes BEFORE UPDATE ON plan_snapshot_duty
BEGIN
  SELECT RAISE(ABORT, 'a snapshot of a plan never changes');
END;

CREATE TRIGGER plan_snapshot_duty_is_never_deleted BEFORE DELETE ON plan_snapshot_duty
BEGIN
  SELECT RAISE(ABORT, 'a snapshot of a plan is never deleted');
END;

CREATE TRIGGER doctor_with_snapshot_stays BEFORE DELETE ON doctor
WHEN EXISTS (SELECT 1 FROM plan_snapshot WHERE district_id = OLD.district_id AND person_id = OLD.person_id)
BEGIN
  SELECT RAISE(ABORT, 'still-used');
END;
