-- A period of the ledger that is closed keeps the figures it had for good, and freezes the duties and outcomes in it: what
-- is found wrong later is an entry of its own in the balances. All of it is appended, never changed.
-- OR REPLACE deletes without firing delete triggers, hence the checks before each insert.

-- The guard learns one more name.
DROP TRIGGER guard_ends_the_batch;
CREATE TRIGGER guard_ends_the_batch BEFORE INSERT ON guard
BEGIN
  SELECT RAISE(IGNORE) WHERE NEW.ok = 1;
  SELECT RAISE(ABORT, 'stale-revision') WHERE NEW.name = 'stale-revision';
  SELECT RAISE(ABORT, 'cell-changed') WHERE NEW.name = 'cell-changed';
  SELECT RAISE(ABORT, 'link-used') WHERE NEW.name = 'link-used';
  SELECT RAISE(ABORT, 'duplicate') WHERE NEW.name = 'duplicate';
  SELECT RAISE(ABORT, 'period-closed') WHERE NEW.name = 'period-closed';
  SELECT RAISE(ABORT, 'a guard failed whose name is not known');
END;

CREATE TABLE closed_period (
  district_id TEXT NOT NULL REFERENCES district (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('week', 'month', 'quarter', 'year', 'plan')),
  name TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL CHECK (from_date < to_date),
  -- The same dates as instants, derived: where duties touch them.
  from_at TEXT NOT NULL,
  to_at TEXT NOT NULL CHECK (length(from_at) = 17 AND length(to_at) = 17 AND from_at < to_at),
  -- Rows of closed_period_figures, so that none can be added later.
  chunks INTEGER NOT NULL,
  closed_at TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  PRIMARY KEY (district_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX closed_period_by_end ON closed_period (district_id, to_at);
CREATE INDEX closed_period_by_kind ON closed_period (district_id, kind, to_date);

-- A year's figures of a large district are too long for one value: lists of them, to be joined in order.
CREATE TABLE closed_period_figures (
  district_id TEXT NOT NULL,
  closing_id TEXT NOT NULL,
  chunk INTEGER NOT NULL CHECK (chunk >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('ledgers', 'shares')),
  list TEXT NOT NULL CHECK (json_valid(list)),
  PRIMARY KEY (district_id, closing_id, chunk),
  FOREIGN KEY (district_id, closing_id) REFERENCES closed_period (district_id, id)
) STRICT;

CREATE TABLE balance_entry (
  district_id TEXT NOT NULL,
  id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('home', 'on-site', 'backup', 'nights', 'weekends', 'holidays')),
  -- Signed minutes, or a count.
  amount REAL NOT NULL,
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('closing', 'correction')),
  closing_id TEXT CHECK (kind = 'correction' OR closing_id IS NOT NULL),
  reason TEXT NOT NULL CHECK (kind = 'closing' OR trim(reason) <> ''),
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (district_id, id),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id),
  FOREIGN KEY (district_id, closing_id) REFERENCES closed_period (district_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX balance_entry_by_date ON balance_entry (district_id, on_date);
CREATE INDEX balance_entry_by_doctor ON balance_entry (district_id, person_id);
CREATE INDEX balance_entry_by_closing ON balance_entry (district_id, closing_id);

CREATE TRIGGER closed_period_is_appended BEFORE INSERT ON closed_period
WHEN EXISTS (SELECT 1 FROM closed_period WHERE district_id = NEW.district_id AND id = NEW.id)
  OR EXISTS (
    SELECT 1 FROM closed_period AS other
    WHERE other.district_id = NEW.district_id
      AND other.to_date > NEW.from_date AND other.from_date < NEW.to_date)
BEGIN
  SELECT RAISE(ABORT, 'period-closed');
END;

CREATE TRIGGER closed_period_never_changes BEFORE UPDATE ON closed_period
BEGIN
  SELECT RAISE(ABORT, 'a closed period never changes');
END;

CREATE TRIGGER closed_period_is_never_deleted BEFORE DELETE ON closed_period
BEGIN
  SELECT RAISE(ABORT, 'a closed period is never deleted');
END;

-- A rowid that the statement does not name is -1 here.
CREATE TRIGGER closed_period_figures_are_appended BEFORE INSERT ON closed_period_figures
WHEN NEW.rowid <> -1
  OR NEW.chunk >= (SELECT chunks FROM closed_period WHERE district_id = NEW.district_id AND id = NEW.closing_id)
  OR EXISTS (
    SELECT 1 FROM closed_period_figures
    WHERE district_id = NEW.district_id AND closing_id = NEW.closing_id AND chunk = NEW.chunk)
BEGIN
  SELECT RAISE(ABORT, 'the figures of a closed period never change');
END;

CREATE TRIGGER closed_period_figures_never_change BEFORE UPDATE ON closed_period_figures
BEGIN
  SELECT RAISE(ABORT, 'the figures of a closed period never change');
END;

CREATE TRIGGER closed_period_figures_are_never_deleted BEFORE DELETE ON closed_period_figures
BEGIN
  SELECT RAISE(ABORT, 'the figures of a closed period are never deleted');
END;

CREATE TRIGGER balance_entry_is_appended BEFORE INSERT ON balance_entry
WHEN EXISTS (SELECT 1 FROM balance_entry WHERE district_id = NEW.district_id AND id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'a balance entry is appended, never replaced');
END;

-- What a period carries on is written in the moment it is closed, and nothing is added to it later.
CREATE TRIGGER closing_entry_comes_with_its_closing BEFORE INSERT ON balance_entry
WHEN NEW.kind = 'closing' AND NOT EXISTS (
  SELECT 1 FROM closed_period
  WHERE district_id = NEW.district_id AND id = NEW.closing_id AND closed_at = NEW.at AND closed_by = NEW.by)
BEGIN
  SELECT RAISE(ABORT, 'what a closed period carries on never changes');
END;

CREATE TRIGGER balance_entry_never_changes BEFORE UPDATE ON balance_entry
BEGIN
  SELECT RAISE(ABORT, 'a balance entry never changes');
END;

CREATE TRIGGER balance_entry_is_never_deleted BEFORE DELETE ON balance_entry
BEGIN
  SELECT RAISE(ABORT, 'a balance entry is never deleted');
END;

CREATE TRIGGER doctor_with_balance_stays BEFORE DELETE ON doctor
WHEN EXISTS (SELECT 1 FROM balance_entry WHERE district_id = OLD.district_id AND person_id = OLD.person_id)
BEGIN
  SELECT RAISE(ABORT, 'still-used');
END;

-- What touches a closed date is frozen: who has a duty, what the duty asks for, and what came of it.
CREATE TRIGGER assignment_enters_open_dates BEFORE INSERT ON assignment
WHEN EXISTS (
  SELECT 1 FROM closed_period AS closed
  WHERE closed.district_id = NEW.district_id AND closed.to_at > NEW.start_at AND closed.from_at < NEW.end_at)
BEGIN
  SELECT RAISE(ABORT, 'period-closed');
END;

CREATE TRIGGER assignment_ends_on_open_dates BEFORE UPDATE OF revision_to ON assignment
WHEN EXISTS (
  SELECT 1 FROM closed_period AS closed
  WHERE closed.district_id = OLD.district_id AND closed.to_at > OLD.start_at AND closed.from_at < OLD.end_at)
BEGIN
  SELECT RAISE(ABORT, 'period-closed');
END;

-- After the insert, since a need that is entered again as it stands is no change.
CREATE TRIGGER need_enters_open_dates AFTER INSERT ON need
WHEN EXISTS (
  SELECT 1 FROM closed_period AS closed
  WHERE closed.district_id = NEW.district_id AND closed.to_at > NEW.start_at AND closed.from_at < NEW.end_at)
BEGIN
  SELECT RAISE(ABORT, 'period-closed');
END;

CREATE TRIGGER need_changes_on_open_dates BEFORE UPDATE ON need
WHEN EXISTS (
  SELECT 1 FROM closed_period AS closed
  WHERE closed.district_id = OLD.district_id AND closed.to_at > min(OLD.start_at, NEW.start_at)
    AND closed.from_at < max(OLD.end_at, NEW.end_at))
BEGIN
  SELECT RAISE(ABORT, 'period-closed');
END;

CREATE TRIGGER outcome_enters_open_dates BEFORE INSERT ON outcome
WHEN EXISTS (
  SELECT 1 FROM assignment JOIN closed_period AS closed ON closed.district_id = assignment.district_id
  WHERE assignment.district_id = NEW.district_id AND assignment.id = NEW.assignment_id
    AND closed.to_at > min(assignment.start_at, NEW.start_at)
    AND closed.from_at < max(assignment.end_at, NEW.end_at))
BEGIN
  SELECT RAISE(ABORT, 'period-closed');
END;

CREATE TRIGGER outcome_is_appended BEFORE INSERT ON outcome
WHEN NEW.entry <> 1 + coalesce((
  SELECT max(entry) FROM outcome
  WHERE district_id = NEW.district_id AND assignment_id = NEW.assignment_id), 0)
BEGIN
  SELECT RAISE(ABORT, 'an outcome is appended, never replaced');
END;

CREATE TRIGGER outcome_never_changes BEFORE UPDATE ON outcome
BEGIN
  SELECT RAISE(ABORT, 'an outcome never changes');
END;

CREATE TRIGGER outcome_is_never_deleted BEFORE DELETE ON outcome
BEGIN
  SELECT RAISE(ABORT, 'an outcome is never deleted');
END;
