-- People and municipalities exist once in the installation; what a district says of them lies in the district's own rows.
-- Every dated fact is a row of its own (from_date included, to_date not, NULL = open-ended), so that an old week can be
-- judged by what held then. Keys carry district_id, so that a row can never point into another district.
-- `ordinal` keeps the order of a district file, since the first fact that holds is the one that counts.

CREATE TABLE municipality (
  number TEXT NOT NULL PRIMARY KEY CHECK (length(number) = 4),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE district (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  legal_form TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  -- Of the timeline: raised by each publication and amendment, never by anything else.
  revision INTEGER NOT NULL DEFAULT 0,
  -- Of everything a rota is planned by, wishes too: raised by each change of it, so that no save goes over one it never saw.
  edition INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who somebody is, and nothing else: what a district knows of a person stands in its own row of district_person.
-- entered_in: the district that first entered a person may correct who they are, and invites them to their first account.
CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  hpr_number TEXT UNIQUE,
  birth_date TEXT,
  entered_in TEXT NOT NULL REFERENCES district (id)
) STRICT;

CREATE TABLE district_person (
  district_id TEXT NOT NULL REFERENCES district (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  hpr_number TEXT,
  birth_date TEXT,
  email TEXT,
  phone TEXT,
  PRIMARY KEY (district_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX district_person_by_person ON district_person (person_id);

CREATE TABLE district_member (
  district_id TEXT NOT NULL REFERENCES district (id),
  municipality_number TEXT NOT NULL REFERENCES municipality (number),
  name TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (district_id, municipality_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX district_member_by_municipality ON district_member (municipality_number);

CREATE TABLE municipality_fact (
  district_id TEXT NOT NULL,
  municipality_number TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  population INTEGER NOT NULL,
  centrality INTEGER NOT NULL,
  PRIMARY KEY (district_id, municipality_number, ordinal),
  FOREIGN KEY (district_id, municipality_number) REFERENCES district_member (district_id, municipality_number)
) STRICT, WITHOUT ROWID;

-- windows NULL: all out-of-hours time. quota NULL: by the share of the municipality's positions.
CREATE TABLE participation (
  district_id TEXT NOT NULL,
  municipality_number TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT,
  windows TEXT CHECK (windows IS NULL OR json_valid(windows)),
  quota INTEGER,
  PRIMARY KEY (district_id, municipality_number, ordinal),
  FOREIGN KEY (district_id, municipality_number) REFERENCES district_member (district_id, municipality_number)
) STRICT, WITHOUT ROWID;

-- D1 has no interactive transactions: a batch that must not go through if something has changed inserts here whether it
-- still holds. The row is never stored; a condition that fails ends the whole batch under its own name.
CREATE TABLE guard (
  name TEXT NOT NULL,
  ok INTEGER NOT NULL
) STRICT;

CREATE TRIGGER guard_ends_the_batch BEFORE INSERT ON guard
BEGIN
  SELECT RAISE(IGNORE) WHERE NEW.ok = 1;
  SELECT RAISE(ABORT, 'stale-revision') WHERE NEW.name = 'stale-revision';
  SELECT RAISE(ABORT, 'cell-changed') WHERE NEW.name = 'cell-changed';
  SELECT RAISE(ABORT, 'link-used') WHERE NEW.name = 'link-used';
  SELECT RAISE(ABORT, 'duplicate') WHERE NEW.name = 'duplicate';
  SELECT RAISE(ABORT, 'a guard failed whose name is not known');
END;
