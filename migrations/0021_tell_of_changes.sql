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
  acknowledged_at TEXT,
  -- Account of the doctor, or of the coordinator who rang.
  acknowledged_by TEXT,
  acknowledged_how TEXT CHECK (acknowledged_how IN ('seen', 'rung')),
  note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (district_id, revision, person_id),
  FOREIGN KEY (district_id, revision) REFERENCES publication (district_id, revision),
  FOREIGN KEY (district_id, person_id) REFERENCES doctor (district_id, person_id),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_how IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
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

CREATE TABLE message_choice (
  account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
  weekly_digest INTEGER NOT NULL CHECK (weekly_digest IN (0, 1))
) STRICT;
