-- A short note on a day, for everybody who reads the rota of those days, whether it is published or still a draft: the course
-- that takes three doctors away, the festival that fills the town. It is the district's, so that it outlives every draft.
CREATE TABLE day_note (
  district_id TEXT NOT NULL REFERENCES district (id),
  date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
  PRIMARY KEY (district_id, date)
) STRICT, WITHOUT ROWID;
