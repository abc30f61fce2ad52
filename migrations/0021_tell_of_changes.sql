-- What a publication changed for one doctor is told them, and they say that they have seen it. What begins within 48 hours
-- must be: until it is, the coordinator sees it and can ring. What changed is read from the timeline and not kept here.

CREATE TABLE change_notice (
  district_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  person_id TEXT NOT NULL,
  at TEXT NOT NULL,
  -- The first start, old or new, among the duties changed that is still ahead.
  soonest_at TEXT NOT NULL,
  -- The last of those within the 48 hours: an urgent notice waits for its answer until then.
  latest_at TEXT NOT NULL CHECK (latest_at >= soonest_at),
  is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1)),
  -- That the doctor has seen it, by which account, and of which revision they said so: one answer counts for the earlier ones
  -- too, and is taken back with them.
  seen_at TEXT,
  seen_by TEXT,
  seen_with INTEGER,
  -- The same of a coordinator who rang. Both may have happened: then the doctor's own word is what counts.
  rung_at TEXT,
  rung_by TEXT,
  rung_with INTEGER,
  acknowledged_at TEXT GENERATED ALWAYS AS (coalesce(seen_at, rung_at)) VIRTUAL,
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (district_id, revision, person_id),
  FOREIGN KEY (district_id, revision) REFERENCES publication (district_id, revision),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id),
  CHECK ((seen_at IS NULL) = (seen_by IS NULL) AND (seen_at IS NULL) = (seen_with IS NULL)),
  CHECK ((rung_at IS NULL) = (rung_by IS NULL) AND (rung_at IS NULL) = (rung_with IS NULL)),
  CHECK (note = '' OR rung_at IS NOT NULL)
) STRICT;
CREATE INDEX change_notice_by_person ON change_notice (person_id, at);
CREATE INDEX change_notice_by_urgency ON change_notice (district_id, is_urgent, latest_at);
CREATE INDEX change_notice_by_time ON change_notice (district_id, at);

-- What began and what ended with a revision, for one doctor, without going through all that they have ever held. The first
-- serves what the former index by doctor did.
CREATE INDEX assignment_by_doctor_and_beginning ON assignment (district_id, person_id, revision_from);
CREATE INDEX assignment_by_doctor_and_end ON assignment (district_id, person_id, revision_to);
DROP INDEX assignment_by_doctor;

-- A message goes by one channel. Whoever sends takes it first, so that two who send at once do not send it twice.
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'mail' CHECK (channel IN ('mail', 'sms'));
ALTER TABLE outbox ADD COLUMN claimed_until TEXT;
-- What was told one person of one district. It serves what the former index by person did.
CREATE INDEX outbox_by_group ON outbox (person_id, district_id, kind, channel);
DROP INDEX outbox_by_person;

CREATE TABLE message_choice (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
  weekly_digest INTEGER NOT NULL CHECK (weekly_digest IN (0, 1))
) STRICT;
