-- Doctors may see when a report about them was opened, and by what role; and the log gets one line a day for each reader and
-- report, so that reading a page again does not fill it.
CREATE TABLE report_opening (
  district_id TEXT NOT NULL REFERENCES district (id),
  municipality TEXT NOT NULL,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL,
  account_id TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- Local.
  date TEXT NOT NULL,
  at TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (district_id, municipality, from_date, to_date, account_id, date)
) STRICT;
CREATE INDEX report_opening_by_account ON report_opening (account_id);
CREATE INDEX report_opening_by_time ON report_opening (at);
