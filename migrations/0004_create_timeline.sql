-- What is published. The truth of a time is what the clock on the wall shows (local text and fold, since zone rules may
-- change); the UTC text beside it ('YYYY-MM-DDTHH:MMZ', sorts as time) is derived and indexed.
-- Assignments are appended: one holds from a revision until another, and never changes otherwise. `booking` is the
-- current truth of all districts, kept by triggers on assignment, and the only table that refuses double bookings:
-- drafts may disagree freely.
-- The large tables keep a rowid: without one, the planner takes the primary key for any search within a district, and
-- reads all of the district's rows.

CREATE TABLE need (
  district_id TEXT NOT NULL,
  id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  number INTEGER NOT NULL,
  start_local TEXT NOT NULL,
  start_fold INTEGER NOT NULL CHECK (start_fold IN (0, 1)),
  start_at TEXT NOT NULL,
  end_local TEXT NOT NULL,
  end_fold INTEGER NOT NULL CHECK (end_fold IN (0, 1)),
  end_at TEXT NOT NULL,
  pieces TEXT NOT NULL CHECK (json_valid(pieces)),
  -- NULL: the whole duty is paid.
  paid TEXT CHECK (paid IS NULL OR json_valid(paid)),
  block_id TEXT,
  -- The revision that took the need out of the timeline; its history stays readable.
  withdrawn_in INTEGER,
  PRIMARY KEY (district_id, id),
  FOREIGN KEY (district_id, line_id) REFERENCES line (district_id, id),
  CONSTRAINT need_instants CHECK (length(start_at) = 17 AND length(end_at) = 17 AND start_at < end_at),
  CONSTRAINT need_at_most_72_hours CHECK (end_at <= strftime('%Y-%m-%dT%H:%MZ', start_at, '+72 hours'))
) STRICT;
CREATE INDEX need_by_date ON need (district_id, date);
CREATE INDEX need_by_line ON need (district_id, line_id, date);

-- What a need asked for before a publication changed it: the form that held until revision_to (exclusive).
CREATE TABLE need_version (
  district_id TEXT NOT NULL,
  id TEXT NOT NULL,
  revision_to INTEGER NOT NULL,
  line_id TEXT NOT NULL,
  name TEXT NOT NULL,
  date TEXT NOT NULL,
  number INTEGER NOT NULL,
  start_local TEXT NOT NULL,
  start_fold INTEGER NOT NULL,
  start_at TEXT NOT NULL,
  end_local TEXT NOT NULL,
  end_fold INTEGER NOT NULL,
  end_at TEXT NOT NULL,
  pieces TEXT NOT NULL,
  paid TEXT,
  block_id TEXT,
  PRIMARY KEY (district_id, id, revision_to),
  FOREIGN KEY (district_id, id) REFERENCES need (district_id, id)
) STRICT, WITHOUT ROWID;

-- Before the publication raises the district's revision, so the one that changes the need is the next.
CREATE TRIGGER need_keeps_its_former_form BEFORE UPDATE ON need
WHEN (NEW.line_id, NEW.name, NEW.date, NEW.number, NEW.start_at, NEW.end_at, NEW.pieces, NEW.paid, NEW.block_id)
  IS NOT (OLD.line_id, OLD.name, OLD.date, OLD.number, OLD.start_at, OLD.end_at, OLD.pieces, OLD.paid, OLD.block_id)
BEGIN
  INSERT INTO need_version
  SELECT OLD.district_id, OLD.id, revision + 1, OLD.line_id, OLD.name, OLD.date, OLD.number, OLD.start_local,
    OLD.start_fold, OLD.start_at, OLD.end_local, OLD.end_fold, OLD.end_at, OLD.pieces, OLD.paid, OLD.block_id
  FROM district WHERE id = OLD.district_id;
END;

CREATE TRIGGER need_version_never_changes BEFORE UPDATE ON need_version
BEGIN
  SELECT RAISE(ABORT, 'a former form of a need never changes');
END;

CREATE TRIGGER need_version_is_never_deleted BEFORE DELETE ON need_version
BEGIN
  SELECT RAISE(ABORT, 'a former form of a need is never deleted');
END;

CREATE TABLE publication (
  district_id TEXT NOT NULL REFERENCES district (id),
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('publication', 'amendment')),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  draft_id TEXT,
  line_ids TEXT NOT NULL CHECK (json_valid(line_ids)),
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (district_id, revision)
) STRICT, WITHOUT ROWID;

-- A row of its own for each doctor: a year's differences of a large district are too long for one value.
CREATE TABLE publication_difference (
  district_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  gained TEXT NOT NULL CHECK (json_valid(gained)),
  lost TEXT NOT NULL CHECK (json_valid(lost)),
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  PRIMARY KEY (district_id, revision, ordinal),
  FOREIGN KEY (district_id, revision) REFERENCES publication (district_id, revision),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT;
CREATE INDEX publication_difference_by_person ON publication_difference (district_id, person_id, revision);

CREATE TABLE waiver (
  district_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  rule TEXT NOT NULL,
  person_id TEXT,
  need_ids TEXT NOT NULL CHECK (json_valid(need_ids)),
  reason TEXT NOT NULL,
  PRIMARY KEY (district_id, revision, ordinal),
  FOREIGN KEY (district_id, revision) REFERENCES publication (district_id, revision),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE assignment (
  district_id TEXT NOT NULL,
  id TEXT NOT NULL,
  -- Shared by all assignments in which one person keeps one duty; calendars know the duty by it.
  chain_id TEXT NOT NULL,
  need_id TEXT NOT NULL,
  seat INTEGER NOT NULL,
  -- NULL: the position's locum is still to be named.
  person_id TEXT,
  position_id TEXT,
  start_local TEXT NOT NULL,
  start_fold INTEGER NOT NULL CHECK (start_fold IN (0, 1)),
  start_at TEXT NOT NULL,
  end_local TEXT NOT NULL,
  end_fold INTEGER NOT NULL CHECK (end_fold IN (0, 1)),
  end_at TEXT NOT NULL,
  origin TEXT NOT NULL,
  shadowing INTEGER NOT NULL CHECK (shadowing IN (0, 1)),
  revision_from INTEGER NOT NULL,
  revision_to INTEGER CHECK (revision_to > revision_from),
  sequence INTEGER NOT NULL,
  modified_at TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  replaces TEXT,
  note TEXT NOT NULL,
  PRIMARY KEY (district_id, id),
  CONSTRAINT assignment_has_holder CHECK (person_id IS NOT NULL OR position_id IS NOT NULL),
  CONSTRAINT assignment_instants CHECK (length(start_at) = 17 AND length(end_at) = 17 AND start_at < end_at),
  FOREIGN KEY (district_id, need_id) REFERENCES need (district_id, id),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id),
  FOREIGN KEY (district_id, position_id) REFERENCES position (district_id, id),
  FOREIGN KEY (district_id, revision_from) REFERENCES publication (district_id, revision),
  FOREIGN KEY (district_id, revision_to) REFERENCES publication (district_id, revision),
  FOREIGN KEY (district_id, replaces) REFERENCES assignment (district_id, id)
) STRICT;
CREATE INDEX assignment_by_need ON assignment (district_id, need_id, revision_to);
CREATE INDEX assignment_by_start ON assignment (district_id, start_at);
CREATE INDEX assignment_by_person ON assignment (person_id, start_at);
CREATE INDEX assignment_by_doctor ON assignment (district_id, person_id);
CREATE INDEX assignment_by_position ON assignment (district_id, position_id);

CREATE TABLE booking (
  district_id TEXT NOT NULL,
  assignment_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  start_at TEXT NOT NULL,
  end_at TEXT NOT NULL,
  -- As the line's was when this entered the timeline.
  overlap_class TEXT,
  PRIMARY KEY (district_id, assignment_id),
  FOREIGN KEY (district_id, assignment_id) REFERENCES assignment (district_id, id),
  CONSTRAINT booking_at_most_72_hours CHECK (end_at <= strftime('%Y-%m-%dT%H:%MZ', start_at, '+72 hours'))
) STRICT, WITHOUT ROWID;
CREATE INDEX booking_by_person ON booking (person_id, start_at);

-- No duty is longer than 72 hours, so whatever overlaps a duty starts less than that before it: the index finds the few.
CREATE TRIGGER booking_refuses_overlap BEFORE INSERT ON booking
WHEN EXISTS (
  SELECT 1 FROM booking AS other
  WHERE other.person_id = NEW.person_id
    AND other.start_at > strftime('%Y-%m-%dT%H:%MZ', NEW.start_at, '-72 hours')
    AND other.start_at < NEW.end_at
    AND other.end_at > NEW.start_at
    AND (other.overlap_class IS NULL OR NEW.overlap_class IS NULL OR other.overlap_class <> NEW.overlap_class)
)
BEGIN
  SELECT RAISE(ABORT, 'double-booked');
END;

CREATE TRIGGER booking_refuses_moved_overlap BEFORE UPDATE ON booking
WHEN EXISTS (
  SELECT 1 FROM booking AS other
  WHERE other.person_id = NEW.person_id
    AND other.start_at > strftime('%Y-%m-%dT%H:%MZ', NEW.start_at, '-72 hours')
    AND other.start_at < NEW.end_at
    AND other.end_at > NEW.start_at
    AND (other.overlap_class IS NULL OR NEW.overlap_class IS NULL OR other.overlap_class <> NEW.overlap_class)
    AND (other.district_id, other.assignment_id) <> (OLD.district_id, OLD.assignment_id)
)
BEGIN
  SELECT RAISE(ABORT, 'double-booked');
END;

CREATE TRIGGER assignment_books_its_person AFTER INSERT ON assignment
WHEN NEW.revision_to IS NULL AND NEW.person_id IS NOT NULL
BEGIN
  INSERT INTO booking (district_id, assignment_id, person_id, start_at, end_at, overlap_class)
  SELECT NEW.district_id, NEW.id, NEW.person_id, NEW.start_at, NEW.end_at, line.overlap_class
  FROM need JOIN line ON line.district_id = need.district_id AND line.id = need.line_id
  WHERE need.district_id = NEW.district_id AND need.id = NEW.need_id;
END;

CREATE TRIGGER assignment_frees_its_person AFTER UPDATE OF revision_to ON assignment
WHEN OLD.revision_to IS NULL AND NEW.revision_to IS NOT NULL
BEGIN
  DELETE FROM booking WHERE district_id = OLD.district_id AND assignment_id = OLD.id;
END;

-- OR REPLACE deletes without firing delete triggers (recursive_triggers is off in D1), hence the check before insert.
-- A rowid that the statement does not name is -1 here.
CREATE TRIGGER assignment_is_never_replaced BEFORE INSERT ON assignment
WHEN NEW.rowid <> -1
  OR EXISTS (SELECT 1 FROM assignment WHERE district_id = NEW.district_id AND id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'an assignment is appended, never replaced');
END;

CREATE TRIGGER assignment_only_ends BEFORE UPDATE ON assignment
WHEN OLD.revision_to IS NOT NULL OR NEW.revision_to IS NULL OR NEW.rowid <> OLD.rowid
  OR (NEW.district_id, NEW.id, NEW.chain_id, NEW.need_id, NEW.seat, NEW.person_id, NEW.position_id,
      NEW.start_local, NEW.start_fold, NEW.start_at, NEW.end_local, NEW.end_fold, NEW.end_at, NEW.origin,
      NEW.shadowing, NEW.revision_from, NEW.sequence, NEW.modified_at, NEW.entered_by, NEW.reason, NEW.replaces,
      NEW.note)
    IS NOT
     (OLD.district_id, OLD.id, OLD.chain_id, OLD.need_id, OLD.seat, OLD.person_id, OLD.position_id,
      OLD.start_local, OLD.start_fold, OLD.start_at, OLD.end_local, OLD.end_fold, OLD.end_at, OLD.origin,
      OLD.shadowing, OLD.revision_from, OLD.sequence, OLD.modified_at, OLD.entered_by, OLD.reason, OLD.replaces,
      OLD.note)
BEGIN
  SELECT RAISE(ABORT, 'an assignment changes only by ending');
END;

CREATE TRIGGER assignment_is_never_deleted BEFORE DELETE ON assignment
BEGIN
  SELECT RAISE(ABORT, 'an assignment is never deleted');
END;

CREATE TRIGGER publication_is_never_replaced BEFORE INSERT ON publication
WHEN EXISTS (SELECT 1 FROM publication WHERE district_id = NEW.district_id AND revision = NEW.revision)
BEGIN
  SELECT RAISE(ABORT, 'stale-revision');
END;

CREATE TRIGGER publication_never_changes BEFORE UPDATE ON publication
BEGIN
  SELECT RAISE(ABORT, 'a publication never changes');
END;

CREATE TRIGGER publication_is_never_deleted BEFORE DELETE ON publication
BEGIN
  SELECT RAISE(ABORT, 'a publication is never deleted');
END;

-- What happened, where it differs from the plan. A correction is a new entry; the highest one counts.
CREATE TABLE outcome (
  district_id TEXT NOT NULL,
  assignment_id TEXT NOT NULL,
  entry INTEGER NOT NULL,
  start_local TEXT NOT NULL,
  start_fold INTEGER NOT NULL CHECK (start_fold IN (0, 1)),
  start_at TEXT NOT NULL,
  end_local TEXT NOT NULL,
  end_fold INTEGER NOT NULL CHECK (end_fold IN (0, 1)),
  end_at TEXT NOT NULL,
  active_minutes INTEGER,
  call_outs INTEGER,
  entered_by TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  PRIMARY KEY (district_id, assignment_id, entry),
  FOREIGN KEY (district_id, assignment_id) REFERENCES assignment (district_id, id)
) STRICT, WITHOUT ROWID;

-- Who and what has stood in the timeline stays in the district; taking it out is a refusal, not a fault.
CREATE TRIGGER doctor_with_duties_stays BEFORE DELETE ON doctor
WHEN EXISTS (SELECT 1 FROM assignment WHERE district_id = OLD.district_id AND person_id = OLD.person_id)
BEGIN
  SELECT RAISE(ABORT, 'still-used');
END;

CREATE TRIGGER line_with_duties_stays BEFORE DELETE ON line
WHEN EXISTS (SELECT 1 FROM need WHERE district_id = OLD.district_id AND line_id = OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'still-used');
END;

CREATE TRIGGER position_with_duties_stays BEFORE DELETE ON position
WHEN EXISTS (SELECT 1 FROM assignment WHERE district_id = OLD.district_id AND position_id = OLD.id)
BEGIN
  SELECT RAISE(ABORT, 'still-used');
END;
