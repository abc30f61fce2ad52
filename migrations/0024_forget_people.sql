-- Who asks to be forgotten in a district, and who was: what counts of their duties stays, under a name that says only that
-- they are a former doctor. Once it is done nothing brings them back; a file from before, read in again, is refused.

CREATE TABLE erasure (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  -- NULL: nobody asked, it was begun by the district.
  asked_at TEXT,
  -- under-way: within the batch that does it, and never seen.
  stage TEXT NOT NULL CHECK (stage IN ('asked', 'under-way', 'done')),
  -- What they are called from then on, in the district.
  name TEXT CHECK ((stage = 'asked') = (name IS NULL)),
  initials TEXT CHECK ((stage = 'asked') = (initials IS NULL)),
  done_at TEXT CHECK ((stage = 'asked') = (done_at IS NULL)),
  done_by TEXT CHECK ((stage = 'asked') = (done_by IS NULL)),
  PRIMARY KEY (district_id, person_id),
  FOREIGN KEY (district_id, person_id) REFERENCES district_person (district_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX erasure_by_person ON erasure (person_id);

CREATE TRIGGER erasure_stands BEFORE UPDATE ON erasure WHEN OLD.stage = 'done'
BEGIN
  SELECT RAISE(ABORT, 'erased-person');
END;

CREATE TRIGGER erasure_is_never_deleted BEFORE DELETE ON erasure WHEN OLD.stage = 'done'
BEGIN
  SELECT RAISE(ABORT, 'erased-person');
END;

CREATE TRIGGER erased_person_stays_unnamed BEFORE INSERT ON district_person
WHEN EXISTS (
  SELECT 1 FROM erasure
  WHERE district_id = NEW.district_id AND person_id = NEW.person_id AND stage = 'done'
    AND (NEW.name <> name OR NEW.hpr_number IS NOT NULL OR NEW.birth_date IS NOT NULL
      OR NEW.email IS NOT NULL OR NEW.phone IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'erased-person');
END;

CREATE TRIGGER erased_person_is_not_named_again BEFORE UPDATE ON district_person
WHEN EXISTS (
  SELECT 1 FROM erasure
  WHERE district_id = NEW.district_id AND person_id = NEW.person_id AND stage = 'done'
    AND (NEW.name <> name OR NEW.hpr_number IS NOT NULL OR NEW.birth_date IS NOT NULL
      OR NEW.email IS NOT NULL OR NEW.phone IS NOT NULL))
BEGIN
  SELECT RAISE(ABORT, 'erased-person');
END;

CREATE TRIGGER erased_doctor_stays_unnamed BEFORE INSERT ON doctor
WHEN EXISTS (
  SELECT 1 FROM erasure
  WHERE district_id = NEW.district_id AND person_id = NEW.person_id AND stage = 'done' AND NEW.initials <> initials)
BEGIN
  SELECT RAISE(ABORT, 'erased-person');
END;

CREATE TRIGGER erased_doctor_is_not_named_again BEFORE UPDATE ON doctor
WHEN EXISTS (
  SELECT 1 FROM erasure
  WHERE district_id = NEW.district_id AND person_id = NEW.person_id AND stage = 'done' AND NEW.initials <> initials)
BEGIN
  SELECT RAISE(ABORT, 'erased-person');
END;

-- Nor is a duty given to them again: whoever comes back is entered anew.
CREATE TRIGGER erased_person_holds_no_more BEFORE INSERT ON booking
WHEN EXISTS (
  SELECT 1 FROM erasure WHERE district_id = NEW.district_id AND person_id = NEW.person_id AND stage = 'done')
BEGIN
  SELECT RAISE(ABORT, 'erased-person');
END;

-- What is published never changes, save that who is forgotten is taken out of what others wrote, while that is under way.
DROP TRIGGER assignment_only_ends;
CREATE TRIGGER assignment_only_ends BEFORE UPDATE ON assignment
WHEN (
    OLD.revision_to IS NOT NULL OR NEW.revision_to IS NULL OR NEW.rowid <> OLD.rowid
    OR (NEW.district_id, NEW.id, NEW.chain_id, NEW.need_id, NEW.seat, NEW.person_id, NEW.position_id,
        NEW.start_local, NEW.start_fold, NEW.start_at, NEW.end_local, NEW.end_fold, NEW.end_at, NEW.origin,
        NEW.shadowing, NEW.revision_from, NEW.sequence, NEW.modified_at, NEW.entered_by, NEW.reason, NEW.replaces,
        NEW.note)
      IS NOT
       (OLD.district_id, OLD.id, OLD.chain_id, OLD.need_id, OLD.seat, OLD.person_id, OLD.position_id,
        OLD.start_local, OLD.start_fold, OLD.start_at, OLD.end_local, OLD.end_fold, OLD.end_at, OLD.origin,
        OLD.shadowing, OLD.revision_from, OLD.sequence, OLD.modified_at, OLD.entered_by, OLD.reason, OLD.replaces,
        OLD.note)
  ) AND NOT (
    EXISTS (SELECT 1 FROM erasure WHERE district_id = OLD.district_id AND stage = 'under-way')
    AND (NEW.rowid, NEW.district_id, NEW.id, NEW.chain_id, NEW.need_id, NEW.seat, NEW.person_id, NEW.position_id,
        NEW.start_local, NEW.start_fold, NEW.start_at, NEW.end_local, NEW.end_fold, NEW.end_at, NEW.origin,
        NEW.shadowing, NEW.revision_from, NEW.revision_to, NEW.sequence, NEW.modified_at, NEW.entered_by, NEW.replaces)
      IS
       (OLD.rowid, OLD.district_id, OLD.id, OLD.chain_id, OLD.need_id, OLD.seat, OLD.person_id, OLD.position_id,
        OLD.start_local, OLD.start_fold, OLD.start_at, OLD.end_local, OLD.end_fold, OLD.end_at, OLD.origin,
        OLD.shadowing, OLD.revision_from, OLD.revision_to, OLD.sequence, OLD.modified_at, OLD.entered_by, OLD.replaces))
BEGIN
  SELECT RAISE(ABORT, 'an assignment changes only by ending');
END;

DROP TRIGGER publication_never_changes;
CREATE TRIGGER publication_never_changes BEFORE UPDATE ON publication
WHEN NOT (
  EXISTS (SELECT 1 FROM erasure WHERE district_id = OLD.district_id AND stage = 'under-way')
  AND (NEW.district_id, NEW.revision, NEW.kind, NEW.at, NEW.by, NEW.draft_id, NEW.line_ids, NEW.from_date, NEW.to_date,
      NEW.discussed_on, NEW.stamp)
    IS (OLD.district_id, OLD.revision, OLD.kind, OLD.at, OLD.by, OLD.draft_id, OLD.line_ids, OLD.from_date, OLD.to_date,
      OLD.discussed_on, OLD.stamp))
BEGIN
  SELECT RAISE(ABORT, 'a publication never changes');
END;

DROP TRIGGER balance_entry_never_changes;
CREATE TRIGGER balance_entry_never_changes BEFORE UPDATE ON balance_entry
WHEN NOT (
  EXISTS (SELECT 1 FROM erasure WHERE district_id = OLD.district_id AND stage = 'under-way')
  AND (NEW.district_id, NEW.id, NEW.person_id, NEW.measure, NEW.amount, NEW.on_date, NEW.kind, NEW.closing_id, NEW.by, NEW.at)
    IS (OLD.district_id, OLD.id, OLD.person_id, OLD.measure, OLD.amount, OLD.on_date, OLD.kind, OLD.closing_id, OLD.by, OLD.at))
BEGIN
  SELECT RAISE(ABORT, 'a balance entry never changes');
END;
