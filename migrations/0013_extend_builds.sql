-- A build runs in a job of the server or in the browser of whoever asked for it; what it works on is frozen when it is
-- asked for, so that either may begin again, and what a browser sends back can be held against it.

ALTER TABLE build ADD COLUMN place TEXT NOT NULL DEFAULT 'server' CHECK (place IN ('server', 'browser'));
-- Whether it may give every duty to another, or changes as little as it can of what is held.
ALTER TABLE build ADD COLUMN change TEXT NOT NULL DEFAULT 'free' CHECK (change IN ('free', 'few'));
-- Somebody asked it to stop: and keep the best rota so far, or leave the draft as it was.
ALTER TABLE build ADD COLUMN stop TEXT CHECK (stop IN ('keep', 'discard'));
-- How far it has come: places open in the best rota so far, its points, and points that no full rota can be below.
ALTER TABLE build ADD COLUMN open_now INTEGER;
ALTER TABLE build ADD COLUMN cost_now REAL;
ALTER TABLE build ADD COLUMN bound REAL;
-- How evenly each thing is shared, and can be at best, as proven when it was done.
ALTER TABLE build ADD COLUMN evenness TEXT CHECK (evenness IS NULL OR json_valid(evenness));

-- An order cut into values well under the 2 MB that D1 takes; there while its build waits or runs.
CREATE TABLE build_order (
  build_id TEXT NOT NULL REFERENCES build (id),
  chunk INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (length(text) <= 500000),
  PRIMARY KEY (build_id, chunk)
) STRICT;

-- What waits or runs, to be taken up when a server starts and to be given up when nobody works on it.
CREATE INDEX build_under_way ON build (touched_at) WHERE status IN ('waiting', 'running');
