-- A neighbour's backup line can serve this district too: the first lines that the other service stands behind.
-- NULL: the other service answers itself.
ALTER TABLE covered_elsewhere ADD COLUMN behind TEXT CHECK (behind IS NULL OR json_valid(behind));
