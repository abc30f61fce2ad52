-- Calendar links. A poll reads one row by the hash of its secret: link, version and time of the last change; a body is
-- rendered when it is first asked for after a change, and then copied out. The version of a person's feed is raised in
-- the batch that changes their duties.

CREATE TABLE feed_link (
  id TEXT NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL CHECK (kind IN ('own', 'district')),
  district_id TEXT CHECK ((kind = 'district') = (district_id IS NOT NULL)),
  label TEXT NOT NULL,
  options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options)),
  created_at TEXT NOT NULL,
  revoked_at TEXT,
  last_fetched_at TEXT,
  last_client TEXT,
  FOREIGN KEY (district_id, person_id) REFERENCES district_person (district_id, person_id)
) STRICT;
CREATE INDEX feed_link_by_person ON feed_link (person_id);

CREATE TABLE feed_version (
  person_id TEXT NOT NULL PRIMARY KEY REFERENCES person (id),
  version INTEGER NOT NULL,
  modified_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- valid_until: when time alone changes the body, as old duties leave it.
CREATE TABLE feed_body (
  feed_id TEXT NOT NULL PRIMARY KEY REFERENCES feed_link (id),
  version INTEGER NOT NULL,
  etag TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;

-- How often the name of a district (line_id '') or a line's name, code or form has changed, and when last. Added to the
-- sequence of every event under it: clients take a new title only with a higher number.
CREATE TABLE title_change (
  district_id TEXT NOT NULL REFERENCES district (id),
  line_id TEXT NOT NULL,
  times INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (district_id, line_id)
) STRICT, WITHOUT ROWID;
