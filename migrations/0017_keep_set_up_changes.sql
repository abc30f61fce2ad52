-- What a set-up screen changed, so that it can be taken back: each part of the district as it was before and after. Taken back
-- only while the part still stands as it was left. Absences and exemptions are never in it; the oldest rows go when new come.

CREATE TABLE set_up_change (
  district_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  action TEXT NOT NULL,
  at TEXT NOT NULL,
  by_account TEXT NOT NULL,
  -- JSON: the changed parts, each with its list, key, place, and value before and after. NULL: too much to be kept, so that
  -- neither this change nor one before it can be taken back.
  parts TEXT CHECK (parts IS NULL OR json_valid(parts)),
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
  PRIMARY KEY (district_id, number),
  FOREIGN KEY (district_id) REFERENCES district (id)
) STRICT, WITHOUT ROWID;

-- No foreign key binds what a draft holds and which lines it plans, and taking back a change may take them out: while a draft
-- is open they stay, as those with published duties do.
CREATE TRIGGER doctor_in_an_open_draft_stays BEFORE DELETE ON doctor
WHEN EXISTS (
  SELECT 1 FROM draft
    CROSS JOIN draft_cell AS cell ON cell.district_id = draft.district_id AND cell.draft_id = draft.id
    CROSS JOIN json_each(cell.slices) AS slice
  WHERE draft.district_id = OLD.district_id AND draft.status IN ('draft', 'circulated')
    AND slice.value ->> 'personId' = OLD.person_id
)
BEGIN
  SELECT RAISE(ABORT, 'still-used');
END;

CREATE TRIGGER line_of_an_open_draft_stays BEFORE DELETE ON line
WHEN EXISTS (
  SELECT 1 FROM draft CROSS JOIN json_each(draft.line_ids) AS planned
  WHERE draft.district_id = OLD.district_id AND draft.status IN ('draft', 'circulated') AND planned.value = OLD.id
)
BEGIN
  SELECT RAISE(ABORT, 'still-used');
END;
