-- Drafts stand beside the timeline and book nobody. A draft's cells are what stands now; its edits are how it came there,
-- one row per touched cell, since an edit made by a build touches thousands. Times in slices are wall times with fold.

CREATE TABLE draft (
  district_id TEXT NOT NULL REFERENCES district (id),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  line_ids TEXT NOT NULL CHECK (json_valid(line_ids)),
  base_revision INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'circulated', 'published', 'discarded')),
  edit_count INTEGER NOT NULL DEFAULT 0,
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  PRIMARY KEY (district_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_cell (
  district_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  need_id TEXT NOT NULL,
  seat INTEGER NOT NULL,
  slices TEXT NOT NULL CHECK (json_valid(slices)),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  note TEXT NOT NULL,
  -- What the timeline held here when the draft took it into account. NULL: nothing.
  base TEXT CHECK (base IS NULL OR json_valid(base)),
  -- Number of the edit that last touched it.
  edit INTEGER NOT NULL,
  PRIMARY KEY (district_id, draft_id, need_id, seat),
  FOREIGN KEY (district_id, draft_id) REFERENCES draft (district_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_edit (
  district_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  undoes INTEGER,
  PRIMARY KEY (district_id, draft_id, number),
  FOREIGN KEY (district_id, draft_id) REFERENCES draft (district_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft_edit_change (
  district_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  need_id TEXT NOT NULL,
  seat INTEGER NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  PRIMARY KEY (district_id, draft_id, number, ordinal),
  FOREIGN KEY (district_id, draft_id, number) REFERENCES draft_edit (district_id, draft_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE build (
  id TEXT NOT NULL PRIMARY KEY,
  district_id TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  seed INTEGER NOT NULL,
  iterations INTEGER NOT NULL,
  -- What stays: 'filled' all that is held, so that only open places are filled; 'locked' only what is locked or sliced.
  keep TEXT NOT NULL CHECK (keep IN ('filled', 'locked')),
  done INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed')),
  score TEXT CHECK (score IS NULL OR json_valid(score)),
  open_duties TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(open_duties)),
  kept_cells INTEGER NOT NULL DEFAULT 0,
  -- The draft's edit count when the build read it.
  base_edit INTEGER NOT NULL,
  requested_by TEXT NOT NULL,
  requested_at TEXT NOT NULL,
  touched_at TEXT NOT NULL,
  FOREIGN KEY (district_id, draft_id) REFERENCES draft (district_id, id)
) STRICT;
CREATE INDEX build_by_draft ON build (district_id, draft_id, requested_at);

-- One build of a draft at a time.
CREATE TRIGGER build_runs_alone BEFORE INSERT ON build
WHEN NEW.status IN ('waiting', 'running') AND EXISTS (
  SELECT 1 FROM build
  WHERE district_id = NEW.district_id AND draft_id = NEW.draft_id AND status IN ('waiting', 'running')
)
BEGIN
  SELECT RAISE(ABORT, 'build-running');
END;

-- A search state cut into values well under the 2 MB that D1 takes.
CREATE TABLE build_state (
  build_id TEXT NOT NULL REFERENCES build (id),
  chunk INTEGER NOT NULL,
  bytes BLOB NOT NULL CHECK (length(bytes) <= 1000000),
  PRIMARY KEY (build_id, chunk)
) STRICT;
