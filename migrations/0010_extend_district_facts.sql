-- What districts, doctors and publications say beyond the first nine migrations. Nothing of it was known before, so what is
-- stored says none of it; what an exemption and its ground say stays as it was told.

-- Decided end of a GP agreement past the ordinary age, exclusive. NULL: none is recorded.
ALTER TABLE engagement ADD COLUMN extended_to TEXT;

-- Works under an exception from the specialisation requirement.
ALTER TABLE competence ADD COLUMN exception TEXT CHECK (exception IN ('one-year', 'four-months', 'six-months-on-duty'));

-- When the plan was discussed with the union representative. NULL: not recorded.
ALTER TABLE publication ADD COLUMN discussed_on TEXT;

-- Consent to a mean above 48 hours a week over a year.
CREATE TABLE average_consent (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  PRIMARY KEY (district_id, person_id, ordinal),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

-- Special holidays held before the first rota was published here, as the district remembers them. year: of the first day.
CREATE TABLE holiday_held (
  district_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  holiday TEXT NOT NULL CHECK (holiday IN ('christmas', 'new-year', 'easter', 'constitution-day')),
  year INTEGER NOT NULL,
  PRIMARY KEY (district_id, ordinal),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX holiday_held_by_doctor ON holiday_held (district_id, person_id);

-- Whose an exemption is to end: the district's coordinator's, or the doctor's and the home municipality's; a file read in for
-- the district leaves the latter. So far all came in a district's file. One that was taken back before it began keeps its
-- row, with to_date at from_date, for whoever decides it; nobody else meets it.
ALTER TABLE exemption ADD COLUMN kept_by TEXT NOT NULL DEFAULT 'district' CHECK (kept_by IN ('district', 'home'));

-- A ground keeps what it was before: a change, as of an appeal, is a new entry, and the highest one counts. The key changes,
-- hence a new table. Who entered a ground, and when, is not known of those that stand.
CREATE TABLE exemption_ground_entry (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  exemption_id TEXT NOT NULL,
  entry INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('right', 'discretionary', 'contract-term', 'untold')),
  claimed_right TEXT CHECK ((kind = 'right') = (claimed_right IS NOT NULL)),
  claimed_on TEXT CHECK ((kind = 'right') = (claimed_on IS NOT NULL)),
  withdrawn_on TEXT CHECK (kind = 'right' OR withdrawn_on IS NULL),
  reason TEXT CHECK ((kind = 'discretionary') = (reason IS NOT NULL)),
  decided_by TEXT CHECK ((kind = 'discretionary') = (decided_by IS NOT NULL)),
  decided_on TEXT CHECK ((kind = 'discretionary') = (decided_on IS NOT NULL)),
  appeal TEXT CHECK ((kind = 'discretionary') = (appeal IS NOT NULL)),
  engagement_id TEXT CHECK ((kind = 'contract-term') = (engagement_id IS NOT NULL)),
  entered_by TEXT CHECK (entry = 1 OR entered_by IS NOT NULL),
  entered_at TEXT CHECK ((entered_by IS NULL) = (entered_at IS NULL)),
  PRIMARY KEY (district_id, person_id, exemption_id, entry),
  FOREIGN KEY (district_id, person_id, exemption_id)
    REFERENCES exemption (district_id, person_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO exemption_ground_entry
SELECT district_id, person_id, exemption_id, 1, kind, claimed_right, claimed_on, withdrawn_on, reason, decided_by,
  decided_on, appeal, engagement_id, NULL, NULL
FROM exemption_ground;

DROP TABLE exemption_ground;
ALTER TABLE exemption_ground_entry RENAME TO exemption_ground;

CREATE TRIGGER exemption_ground_is_appended BEFORE INSERT ON exemption_ground
WHEN NEW.entry <> 1 + coalesce((
  SELECT max(entry) FROM exemption_ground
  WHERE district_id = NEW.district_id AND person_id = NEW.person_id AND exemption_id = NEW.exemption_id), 0)
BEGIN
  SELECT RAISE(ABORT, 'a ground is appended, never replaced');
END;

CREATE TRIGGER exemption_ground_never_changes BEFORE UPDATE ON exemption_ground
BEGIN
  SELECT RAISE(ABORT, 'a ground never changes');
END;
