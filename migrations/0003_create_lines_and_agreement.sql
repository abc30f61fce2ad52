-- What is demanded, by whom it is shared, and the values that judge it. The windows of a template or a timetable are
-- wall-clock patterns that are always read together, so they are JSON; everything that is dated is a row.

CREATE TABLE line (
  district_id TEXT NOT NULL REFERENCES district (id),
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  code TEXT NOT NULL,
  form TEXT NOT NULL,
  areas TEXT NOT NULL CHECK (json_valid(areas)),
  overlap_class TEXT,
  behind TEXT NOT NULL CHECK (json_valid(behind)),
  conditional INTEGER NOT NULL CHECK (conditional IN (0, 1)),
  PRIMARY KEY (district_id, id)
) STRICT, WITHOUT ROWID;

-- A served district may live in another installation, so its id points nowhere.
CREATE TABLE line_served (
  district_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  served_district_id TEXT NOT NULL,
  PRIMARY KEY (district_id, line_id, ordinal),
  FOREIGN KEY (district_id, line_id) REFERENCES line (district_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX line_served_by_district ON line_served (served_district_id);

CREATE TABLE line_template (
  district_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  windows TEXT NOT NULL CHECK (json_valid(windows)),
  overrides TEXT NOT NULL CHECK (json_valid(overrides)),
  summer_from TEXT,
  summer_to TEXT CHECK ((summer_from IS NULL) = (summer_to IS NULL)),
  PRIMARY KEY (district_id, line_id, ordinal),
  FOREIGN KEY (district_id, line_id) REFERENCES line (district_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE covered_elsewhere (
  district_id TEXT NOT NULL REFERENCES district (id),
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  windows TEXT NOT NULL CHECK (json_valid(windows)),
  on_public_holidays INTEGER NOT NULL CHECK (on_public_holidays IN (0, 1)),
  PRIMARY KEY (district_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE position (
  district_id TEXT NOT NULL,
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  municipality_number TEXT NOT NULL,
  share REAL NOT NULL,
  PRIMARY KEY (district_id, id),
  FOREIGN KEY (district_id, municipality_number) REFERENCES district_member (district_id, municipality_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE position_holder (
  district_id TEXT NOT NULL,
  position_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'vacant', 'locum-to-be-named')),
  person_id TEXT CHECK ((kind = 'person') = (person_id IS NOT NULL)),
  PRIMARY KEY (district_id, position_id, ordinal),
  FOREIGN KEY (district_id, position_id) REFERENCES position (district_id, id),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX position_holder_by_person ON position_holder (district_id, person_id);

-- Changing a value is a new row; a published rota is judged by what held then.
CREATE TABLE agreement_entry (
  district_id TEXT NOT NULL REFERENCES district (id),
  ordinal INTEGER NOT NULL,
  parameter TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  status TEXT NOT NULL CHECK (status IN ('reference', 'adopted')),
  source TEXT NOT NULL,
  author TEXT NOT NULL,
  decided_on TEXT,
  from_date TEXT NOT NULL,
  to_date TEXT,
  PRIMARY KEY (district_id, ordinal)
) STRICT, WITHOUT ROWID;

-- need_id points nowhere: a wish may be about a duty that only a draft or a template knows yet.
CREATE TABLE wish (
  district_id TEXT NOT NULL,
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('dates', 'duty', 'pattern')),
  from_date TEXT CHECK ((kind = 'duty') = (from_date IS NULL)),
  to_date TEXT CHECK ((kind = 'duty') = (to_date IS NULL)),
  weekdays TEXT CHECK ((kind = 'pattern') = (weekdays IS NOT NULL)),
  need_id TEXT CHECK ((kind = 'duty') = (need_id IS NOT NULL)),
  stance TEXT NOT NULL,
  weight INTEGER NOT NULL CHECK (weight BETWEEN 1 AND 3),
  PRIMARY KEY (district_id, id),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX wish_by_person ON wish (district_id, person_id);
