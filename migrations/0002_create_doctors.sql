-- A doctor is a person's place in one district. The effect of an exemption stands here for all who plan; its ground has
-- a table of its own, which nothing but the ground store reads, so that no page, rule or export can carry it.

CREATE TABLE doctor (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  initials TEXT NOT NULL,
  declared_other_minutes_per_week INTEGER,
  PRIMARY KEY (district_id, person_id),
  UNIQUE (district_id, initials),
  FOREIGN KEY (district_id, person_id) REFERENCES district_person (district_id, person_id)
) STRICT, WITHOUT ROWID;

-- The employer may be a municipality outside the district, so its number points nowhere.
CREATE TABLE engagement (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  employer_kind TEXT NOT NULL CHECK (employer_kind IN ('municipality', 'service')),
  municipality_number TEXT CHECK ((employer_kind = 'municipality') = (municipality_number IS NOT NULL)),
  form TEXT NOT NULL,
  fraction_percent REAL NOT NULL,
  PRIMARY KEY (district_id, person_id, id),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE taking_part (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  kind TEXT NOT NULL,
  minutes_per_period INTEGER CHECK ((kind = 'contracted-hours') = (minutes_per_period IS NOT NULL)),
  windows TEXT CHECK ((kind = 'offered-windows') = (windows IS NOT NULL)),
  least INTEGER,
  most INTEGER,
  PRIMARY KEY (district_id, person_id, ordinal),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

-- What follows from a route is never stored, save for the transitional one, which is itself a decision.
CREATE TABLE competence (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  route TEXT NOT NULL,
  may_work_alone INTEGER CHECK ((route = 'transitional') = (may_work_alone IS NOT NULL)),
  may_be_backup INTEGER CHECK ((route = 'transitional') = (may_be_backup IS NOT NULL)),
  decided_on TEXT CHECK ((route = 'transitional') = (decided_on IS NOT NULL)),
  emergency_course_on TEXT,
  violence_course_on TEXT,
  evidence TEXT NOT NULL,
  PRIMARY KEY (district_id, person_id, ordinal),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

-- Not declared is a fact, not an empty timetable.
CREATE TABLE surgery (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('declared', 'not-declared')),
  timetable TEXT CHECK ((kind = 'declared') = (timetable IS NOT NULL)),
  source TEXT CHECK ((kind = 'declared') = (source IS NOT NULL)),
  declared_on TEXT CHECK ((kind = 'declared') = (declared_on IS NOT NULL)),
  PRIMARY KEY (district_id, person_id, ordinal),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE other_task (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  name TEXT NOT NULL,
  timetable TEXT NOT NULL CHECK (json_valid(timetable)),
  loose_minutes_per_week INTEGER NOT NULL,
  PRIMARY KEY (district_id, person_id, ordinal),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE capacity (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  percent REAL NOT NULL,
  PRIMARY KEY (district_id, person_id, ordinal),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

-- Work-leave rotation, counted in weeks from the Monday of the anchor.
CREATE TABLE rotation (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  weeks_on INTEGER NOT NULL,
  weeks_off INTEGER NOT NULL,
  anchor TEXT NOT NULL,
  PRIMARY KEY (district_id, person_id, ordinal),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

-- Carries no reason. Between from_date and certain_from duties are at risk.
CREATE TABLE absence (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  certain_from TEXT NOT NULL,
  to_date TEXT,
  PRIMARY KEY (district_id, person_id, id),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE exemption (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  scope TEXT NOT NULL CHECK (scope IN ('out-of-hours', 'nights', 'form')),
  form TEXT CHECK ((scope = 'form') = (form IS NOT NULL)),
  PRIMARY KEY (district_id, person_id, id),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id)
) STRICT, WITHOUT ROWID;

-- A right claimed, a decision, or a term of the contract: one row says one of them. Goes with its exemption.
CREATE TABLE exemption_ground (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  exemption_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('right', 'discretionary', 'contract-term', 'untold')),
  claimed_right TEXT CHECK ((kind = 'right') = (claimed_right IS NOT NULL)),
  claimed_on TEXT CHECK ((kind = 'right') = (claimed_on IS NOT NULL)),
  withdrawn_on TEXT CHECK (kind = 'right' OR withdrawn_on IS NULL),
  reason TEXT CHECK ((kind = 'discretionary') = (reason IS NOT NULL)),
  decided_by TEXT CHECK ((kind = 'discretionary') = (decided_by IS NOT NULL)),
  decided_on TEXT CHECK ((kind = 'discretionary') = (decided_on IS NOT NULL)),
  appeal TEXT CHECK ((kind = 'discretionary') = (appeal IS NOT NULL)),
  engagement_id TEXT CHECK ((kind = 'contract-term') = (engagement_id IS NOT NULL)),
  PRIMARY KEY (district_id, person_id, exemption_id),
  FOREIGN KEY (district_id, person_id, exemption_id)
    REFERENCES exemption (district_id, person_id, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
