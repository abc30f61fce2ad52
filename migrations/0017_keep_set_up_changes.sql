-- What a set-up screen changed, so that it can be taken back: each part of the district as it was before and after. Taken back
-- only while the part still stands as it was left. Absences and exemptions are never in it; the oldest rows go when new come.

CREATE TABLE set_up_change (
  district_id TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  action TEXT NOT NULL,
  at TEXT NOT NULL,
  by_account TEXT NOT NULL,
  -- JSON: the changed parts, each with its list, key, place, and value before and after.
  parts TEXT NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0 CHECK (is_undone IN (0, 1)),
  PRIMARY KEY (district_id, number),
  FOREIGN KEY (district_id) REFERENCES district (id)
) STRICT, WITHOUT ROWID;
