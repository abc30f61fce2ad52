-- In which revisions a published need stood there at all: an assignment tells by itself when it held, a duty that nobody
-- held does not. Kept by triggers, so that whoever writes needs can't forget it; one that was taken out and came back has
-- two rows.
CREATE TABLE need_presence (
  district_id TEXT NOT NULL,
  need_id TEXT NOT NULL,
  revision_from INTEGER NOT NULL,
  -- Exclusive; NULL: it still stands.
  revision_to INTEGER CHECK (revision_to >= revision_from),
  PRIMARY KEY (district_id, need_id, revision_from),
  FOREIGN KEY (district_id, need_id) REFERENCES need (district_id, id)
) STRICT, WITHOUT ROWID;

-- Of those published before this was kept: since the first publication of their line and date.
INSERT INTO need_presence (district_id, need_id, revision_from, revision_to)
SELECT district_id, id, min(coalesce(withdrawn_in, first), first), withdrawn_in
FROM (
  SELECT need.district_id, need.id, need.withdrawn_in, coalesce((
    SELECT min(revision) FROM publication
    WHERE publication.district_id = need.district_id AND kind = 'publication'
      AND from_date <= need.date AND to_date > need.date
      AND EXISTS (SELECT 1 FROM json_each(line_ids) AS line WHERE line.value = need.line_id)), 1) AS first
  FROM need);

CREATE TRIGGER need_enters_the_timeline AFTER INSERT ON need
BEGIN
  INSERT INTO need_presence (district_id, need_id, revision_from)
  SELECT NEW.district_id, NEW.id, revision + 1 FROM district WHERE id = NEW.district_id;
END;

CREATE TRIGGER need_leaves_the_timeline AFTER UPDATE OF withdrawn_in ON need
WHEN OLD.withdrawn_in IS NULL AND NEW.withdrawn_in IS NOT NULL
BEGIN
  UPDATE need_presence SET revision_to = NEW.withdrawn_in
  WHERE district_id = NEW.district_id AND need_id = NEW.id AND revision_to IS NULL;
END;

CREATE TRIGGER need_returns_to_the_timeline AFTER UPDATE OF withdrawn_in ON need
WHEN OLD.withdrawn_in IS NOT NULL AND NEW.withdrawn_in IS NULL
BEGIN
  INSERT INTO need_presence (district_id, need_id, revision_from)
  SELECT NEW.district_id, NEW.id, revision + 1 FROM district WHERE id = NEW.district_id;
END;

-- Each time a draft was sent to the doctors for comments; the draft's status says whether it still is.
CREATE TABLE draft_circulation (
  district_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  -- What the doctors are asked, and by when.
  message TEXT NOT NULL,
  answer_by TEXT,
  PRIMARY KEY (district_id, draft_id, ordinal),
  FOREIGN KEY (district_id, draft_id) REFERENCES draft (district_id, id)
) STRICT, WITHOUT ROWID;

-- What is said of a draft: about one place, or of all of it. Nothing said is taken away; it is marked as seen or dealt with.
CREATE TABLE draft_comment (
  district_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  by TEXT NOT NULL,
  -- The doctor who says it; NULL: an account that is no doctor's.
  person_id TEXT,
  at TEXT NOT NULL,
  need_id TEXT,
  seat INTEGER,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'seen', 'dealt-with')),
  state_by TEXT,
  state_at TEXT,
  PRIMARY KEY (district_id, draft_id, number),
  CONSTRAINT draft_comment_place CHECK ((need_id IS NULL) = (seat IS NULL)),
  FOREIGN KEY (district_id, draft_id) REFERENCES draft (district_id, id),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

-- As with duties: taking out a doctor who has said something is a refusal, not a fault.
CREATE TRIGGER doctor_with_comments_stays BEFORE DELETE ON doctor
WHEN EXISTS (SELECT 1 FROM draft_comment WHERE district_id = OLD.district_id AND person_id = OLD.person_id)
BEGIN
  SELECT RAISE(ABORT, 'still-used');
END;
