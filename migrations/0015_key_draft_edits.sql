-- A browser that did not hear the answer sends its step again: the same key, by the same account, has one effect. What was
-- asked is kept as a hash, so that a key is not used for something else.
ALTER TABLE draft_edit ADD COLUMN key TEXT;
ALTER TABLE draft_edit ADD COLUMN asked TEXT;
CREATE UNIQUE INDEX draft_edit_by_key ON draft_edit (district_id, draft_id, by, key) WHERE key IS NOT NULL;

-- Undo looks for one's own latest step that stands, however many others have done since.
CREATE INDEX draft_edit_by_account ON draft_edit (district_id, draft_id, by, number);
CREATE INDEX draft_edit_by_undone ON draft_edit (district_id, draft_id, undoes) WHERE undoes IS NOT NULL;

-- What has changed since a page last asked.
CREATE INDEX draft_cell_by_edit ON draft_cell (district_id, draft_id, edit);
