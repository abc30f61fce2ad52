-- Which duties a waiver is of, and until when one of whole dates reaches: what was waived in some weeks is found by them, however
-- many have been given over the years. Kept by triggers from what the waiver says.
CREATE TABLE waived_duty (
  district_id TEXT NOT NULL,
  need_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (district_id, need_id, revision, ordinal),
  FOREIGN KEY (district_id, revision, ordinal) REFERENCES waiver (district_id, revision, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE waived_dates (
  district_id TEXT NOT NULL,
  -- Exclusive; those of the publication that gave it.
  to_date TEXT NOT NULL,
  from_date TEXT NOT NULL,
  revision INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  PRIMARY KEY (district_id, to_date, revision, ordinal),
  FOREIGN KEY (district_id, revision, ordinal) REFERENCES waiver (district_id, revision, ordinal)
) STRICT, WITHOUT ROWID;

INSERT INTO waived_duty (district_id, need_id, revision, ordinal)
SELECT DISTINCT waiver.district_id, named.value, waiver.revision, waiver.ordinal
FROM waiver CROSS JOIN json_each(waiver.need_ids) AS named;

INSERT INTO waived_dates (district_id, to_date, from_date, revision, ordinal)
SELECT waiver.district_id, publication.to_date, publication.from_date, waiver.revision, waiver.ordinal
FROM waiver JOIN publication
  ON publication.district_id = waiver.district_id AND publication.revision = waiver.revision
WHERE json_array_length(waiver.need_ids) = 0;

CREATE TRIGGER waiver_names_its_duties AFTER INSERT ON waiver
BEGIN
  INSERT INTO waived_duty (district_id, need_id, revision, ordinal)
  SELECT DISTINCT NEW.district_id, named.value, NEW.revision, NEW.ordinal FROM json_each(NEW.need_ids) AS named;
END;

CREATE TRIGGER waiver_of_dates_reaches AFTER INSERT ON waiver
WHEN json_array_length(NEW.need_ids) = 0
BEGIN
  INSERT INTO waived_dates (district_id, to_date, from_date, revision, ordinal)
  SELECT district_id, to_date, from_date, NEW.revision, NEW.ordinal FROM publication
  WHERE district_id = NEW.district_id AND revision = NEW.revision;
END;
