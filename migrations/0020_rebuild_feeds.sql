-- A calendar link is issued to an account, for one device: the own duties of its person, or the duties of a district. What
-- its calendar shows is chosen here and never in the address. Its secret now carries a check that only the installation can
-- make, so that a guess is refused before the database is asked; links from before carry none, and end with this.
--
-- A calendar client takes new words of a duty only with a later stamp, and a duty that looks the same must not move. So each change
-- gets a stamp where it is decided: duties with their publication, words (the language), alarms and busy time on the link,
-- titles and places in title_change, names of people in name_change. An event has the latest of what it shows.

DROP TABLE feed_body;
DROP TABLE feed_link;

CREATE TABLE feed_link (
  id TEXT NOT NULL PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('own', 'district', 'dispatch')),
  person_id TEXT REFERENCES person (id),
  district_id TEXT REFERENCES district (id),
  label TEXT NOT NULL,
  options TEXT NOT NULL CHECK (json_valid(options)),
  -- Raised by every change of the options or the reader's language; part of the calendar's tag.
  version INTEGER NOT NULL DEFAULT 1,
  -- When it was made, changed or ended last.
  stamp INTEGER NOT NULL,
  text_stamp INTEGER NOT NULL DEFAULT 0,
  alarm_stamp INTEGER NOT NULL DEFAULT 0,
  busy_stamp INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  revoked_at TEXT,
  -- The last fetch that is known: within the hour, and always the one that brought the newest version.
  last_fetched_at TEXT,
  last_client TEXT,
  -- Which of If-None-Match and If-Modified-Since the program sent, as 'tag', 'date', 'both' or 'none'.
  last_validator TEXT,
  last_etag TEXT,
  CHECK ((kind = 'own') = (person_id IS NOT NULL)),
  CHECK ((kind <> 'own') = (district_id IS NOT NULL))
) STRICT;
CREATE INDEX feed_link_by_account ON feed_link (account_id);
CREATE INDEX feed_link_by_person ON feed_link (person_id);
CREATE INDEX feed_link_by_district ON feed_link (district_id);

-- A calendar as it was last rendered, in parts that a value of the database can hold. The key of an own calendar is its link's
-- id. Links to a district that hold the same share one, under a key that names what they chose: it outlives each of them.
CREATE TABLE feed_body (
  key TEXT NOT NULL PRIMARY KEY,
  -- Of the versions and the week that it was made of; no other text is told in their place.
  state TEXT NOT NULL,
  parts INTEGER NOT NULL,
  rendered_at TEXT NOT NULL
) STRICT;
CREATE INDEX feed_body_by_time ON feed_body (rendered_at);

CREATE TABLE feed_body_part (
  key TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (key, ordinal)
) STRICT;

-- Whatever changes what calendars show is stamped with this, in epoch seconds, and sets it forward first: each change in the
-- installation is later than all before it, also within a minute and when the clock was set back.
CREATE TABLE change_clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at INTEGER NOT NULL
) STRICT;
INSERT INTO change_clock (id, at)
SELECT 1, coalesce(max(unixepoch(at)), 0) FROM (SELECT at FROM publication UNION ALL SELECT at FROM title_change UNION ALL SELECT modified_at FROM feed_version);

-- 0: from before, and so goes by its minute.
ALTER TABLE publication ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;

ALTER TABLE title_change ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;
UPDATE title_change SET stamp = unixepoch(at);
ALTER TABLE title_change DROP COLUMN times;
ALTER TABLE title_change DROP COLUMN at;

-- The last change of the duties of one person, as the district's below: what a calendar's date is made of.
ALTER TABLE feed_version ADD COLUMN stamp INTEGER NOT NULL DEFAULT 0;
UPDATE feed_version SET stamp = unixepoch(modified_at);
ALTER TABLE feed_version DROP COLUMN modified_at;

-- Raised in the batch that changes any duty, title or name of the district.
CREATE TABLE district_feed_version (
  district_id TEXT NOT NULL PRIMARY KEY REFERENCES district (id),
  version INTEGER NOT NULL,
  stamp INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- When a doctor's name or initials changed last, or (person_id '') what the district lets calendars tell of doctors.
CREATE TABLE name_change (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('name', 'initials', 'policy')),
  stamp INTEGER NOT NULL,
  PRIMARY KEY (district_id, person_id, what)
) STRICT, WITHOUT ROWID;

-- When the areas of a line changed last. Only the dispatch centre's calendar tells of them, so that other events stay.
CREATE TABLE area_change (
  district_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  stamp INTEGER NOT NULL,
  PRIMARY KEY (district_id, line_id)
) STRICT, WITHOUT ROWID;

-- From when a doctor is no longer in a district: no calendar of theirs shows it from then on.
CREATE TABLE departure (
  district_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (district_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX departure_by_person ON departure (person_id, at);

-- The districts of one person, for the calendar that shows who is behind their duties.
CREATE INDEX doctor_by_person ON doctor (person_id);

-- Where the doctor meets; '' = not told.
ALTER TABLE line ADD COLUMN place TEXT NOT NULL DEFAULT '';
-- What calendars tell of who has a duty, to others than the doctor.
ALTER TABLE district ADD COLUMN calendar_names TEXT NOT NULL DEFAULT 'initials'
  CHECK (calendar_names IN ('names', 'initials', 'none'));
